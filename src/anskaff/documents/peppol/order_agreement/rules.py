"""The rules of Peppol on an agreed order (T110), beside those of its structure."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_agreement.items import Item
from anskaff.documents.peppol.order_agreement.lines import Line, LineItem, Price, PriceDiscount
from anskaff.documents.peppol.order_agreement.sums import SUMS
from anskaff.documents.peppol.order_agreement.table import OrderAgreement
from anskaff.documents.peppol.order_agreement.taxes import TAXES, taxed
from anskaff.documents.peppol.order_agreement.totals import AllowanceCharge, Totals
from anskaff.documents.peppol.post_award.identity import specification
from anskaff.documents.peppol.post_award.item_rules import (
    categories_have_a_rate,
    items_have_a_number,
    standard_rates_are_above_nothing,
)
from anskaff.documents.peppol.post_award.ordering import allowances, priced
from anskaff.documents.peppol.post_award.ordering.amounts import one_currency, two_decimals
from anskaff.documents.peppol.post_award.ordering.rules import (
    AMOUNTS,
)
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import AnyRule, Facts, rule
from anskaff.documents.ubl.table import Group

KNOWN = BY_KEY["order_agreement"]
ALL_AMOUNTS = AMOUNTS | {"cbc:TaxableAmount"}
TOTALS = "cac:LegalMonetaryTotal"


@rule(
    "PEPPOL-T110-R014",
    Totals,
    at="lines",
    says=Words(
        nb="Avtalen har totaler, men {got} av {count} linjer har beløp.",
        nn="Avtala har totalar, men {got} av {count} linjer har beløp.",
        en="The agreement has totals, but {got} of {count} lines have an amount.",
    ),
    cure=Words(
        nb="Skriv beløpet på hver linje, eller ta bort totalene.",
        nn="Skriv beløpet på kvar linje, eller ta bort totalane.",
        en="Write the amount of each line, or remove the totals.",
    ),
)
def lines_have_amounts(_: Totals, reading: Reading[Group]) -> Facts | None:
    """With totals, each line has its amount."""
    lines = len(list(reading.all(Line)))
    amounts = sum(1 for each in reading.all(LineItem) if each.net is not None)
    return None if lines == amounts else {"got": amounts, "count": lines}


PREFIX = "PEPPOL-T110"
RULES: tuple[AnyRule, ...] = (
    specification(f"{PREFIX}-R030", OrderAgreement, KNOWN.customization),
    items_have_a_number(f"{PREFIX}-R002", Item),
    one_currency(f"{PREFIX}-R004", ALL_AMOUNTS, TOTALS),
    two_decimals(f"{PREFIX}-R013", ALL_AMOUNTS, TOTALS),
    *TAXES,
    categories_have_a_rate(f"{PREFIX}-R019", taxed),
    standard_rates_are_above_nothing(f"{PREFIX}-R020", taxed),
    lines_have_amounts,
    *SUMS,
    allowances.charge_has_base(f"{PREFIX}-R015", AllowanceCharge),
    allowances.base_has_percent(f"{PREFIX}-R016", AllowanceCharge),
    allowances.amount_is_the_percentage(f"{PREFIX}-R017", AllowanceCharge),
    allowances.has_a_reason(f"{PREFIX}-R018", AllowanceCharge),
    allowances.is_not_negative(f"{PREFIX}-R021", AllowanceCharge),
    priced.price_is_not_negative(f"{PREFIX}-R001", Price),
    priced.gross_price_is_not_negative(f"{PREFIX}-R022", Price),
    priced.discount_is_not_negative(f"{PREFIX}-R023", Price),
    *allowances.reason_codes(PREFIX, AllowanceCharge, PriceDiscount),
)
