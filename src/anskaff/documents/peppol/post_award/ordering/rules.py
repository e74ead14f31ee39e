"""The rules of Peppol on an order (T01) and on a change of one (T114), nearly the same."""

from collections.abc import Iterator, Sequence

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import groups_at, texts
from anskaff.documents.peppol.post_award.identity import process, specification
from anskaff.documents.peppol.post_award.item_rules import (
    categories_have_a_rate,
    standard_rates_are_above_nothing,
)
from anskaff.documents.peppol.post_award.ordering import allowances, priced, sums
from anskaff.documents.peppol.post_award.ordering.amounts import one_currency, two_decimals
from anskaff.documents.peppol.post_award.ordering.invoicee import InvoiceeTaxRegistration
from anskaff.documents.peppol.post_award.ordering.items import ItemTaxCategory
from anskaff.documents.peppol.post_award.ordering.lines import LineAllowanceCharge, LineItem
from anskaff.documents.peppol.post_award.ordering.parties import BuyerTaxRegistration, Originator
from anskaff.documents.peppol.post_award.ordering.references import Validity
from anskaff.documents.peppol.post_award.ordering.totals import (
    AllowanceCharge,
    AllowanceChargeTaxCategory,
)
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, Sweep, rule, sweep
from anskaff.documents.ubl.table import Group

Category = AllowanceChargeTaxCategory | ItemTaxCategory
AMOUNTS = frozenset(
    {"cbc:Amount", "cbc:TaxAmount", "cbc:LineExtensionAmount", "cbc:PriceAmount", "cbc:BaseAmount"}
)
TOTALS = "cac:AnticipatedMonetaryTotal"
VAT = "VAT"
PREFIX_LENGTH = 2


def rules(
    transaction: str,
    root: type[Group],
    line_item: type[LineItem],
    *,
    customization: str,
    profiles: Sequence[str],
    mild_lines: bool = False,
    publisher: str = "PEPPOL",
) -> tuple[AnyRule, ...]:
    """The rules of a transaction such as `T01`; `mild_lines` is as in `sums.rules`."""
    prefix = f"{publisher}-{transaction}"
    return (
        process(f"{prefix}-R031", root, *profiles),
        specification(f"{prefix}-R034", root, customization),
        one_currency(f"{prefix}-R003", AMOUNTS, TOTALS),
        two_decimals(f"{prefix}-R028", AMOUNTS, TOTALS),
        _says_how_long_it_stands(f"{prefix}-R002", root),
        _originator_is_named(f"{prefix}-R014"),
        _vat_number_has_a_country(f"{prefix}-R026"),
        *sums.rules(prefix, line_item, mild_lines=mild_lines),
        *allowances.rules(prefix, AllowanceCharge, LineAllowanceCharge),
        categories_have_a_rate(f"{prefix}-R029", all_categories),
        standard_rates_are_above_nothing(f"{prefix}-R030", all_categories),
        *priced.rules(prefix, line_item),
    )


def _says_how_long_it_stands(official: str, root: type[Group]) -> Rule:
    @rule(
        official,
        root,
        at="validity",
        says=Words(
            nb="Det står ikke hvor lenge ordren gjelder.",
            nn="Det står ikkje kor lenge ordren gjeld.",
            en="It is not said how long the order stands.",
        ),
        cure=Words(
            nb="Skriv siste dag den gjelder.",
            nn="Skriv siste dag han gjeld.",
            en="Write the last day that it stands.",
        ),
        warning=True,
    )
    def says_how_long_it_stands(_: Group, reading: Reading[Group]) -> Facts | None:
        ends = (texts(each, Validity.field("end")) for each in reading.all(Validity))
        return None if any(ends) else {}

    return says_how_long_it_stands


def _originator_is_named(official: str) -> Rule:
    @rule(
        official,
        Originator,
        at="party",
        says=Words(
            nb="Bestilleren har verken navn eller identifikator.",
            nn="Bestillaren har verken namn eller identifikator.",
            en="The originator has neither name nor identifier.",
        ),
        cure=Words(
            nb="Skriv minst ett av dem.", nn="Skriv minst eitt av dei.", en="Write at least one."
        ),
    )
    def originator_is_named(originator: Originator, _: Reading[Group]) -> Facts | None:
        party = originator.party
        if party is None:
            return {}
        names = party.children(party.field("trading_name"))
        keys = party.children(party.field("identification"))
        return None if any(each.__dict__ for each in (*names, *keys)) else {}

    return originator_is_named


def _vat_number_has_a_country(official: str) -> Sweep:
    """The rule that a VAT number begins with a country; its list is that of the rule itself."""

    @sweep(
        official,
        says=Words(
            nb="Mva-nummeret «{got}» begynner ikke med en landkode.",
            nn="Mva-nummeret «{got}» tek ikkje til med ein landkode.",
            en="The VAT number “{got}” does not begin with a country code.",
        ),
        cure=Words(
            nb="Skriv landkoden først, som NO987654325MVA.",
            nn="Skriv landkoden først, som NO987654325MVA.",
            en="Write the country code first, as NO987654325MVA.",
        ),
    )
    def vat_numbers_have_a_country(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        countries = " ".join(sorted(reading.lists.get(official, ())))
        kinds: tuple[type[Group], ...] = (BuyerTaxRegistration, InvoiceeTaxRegistration)
        for spot, each in groups_at(reading, "cac:PartyTaxScheme", *kinds) if countries else ():
            schemes = each.children(each.field("scheme"))
            keys = [key for one in schemes for key in texts(one, one.field("key"))]
            number = "".join(texts(each, each.field("tax_number"))[:1])
            if VAT in keys and number[:PREFIX_LENGTH] not in countries:
                yield spot, {"got": number}

    return vat_numbers_have_a_country


def all_categories(reading: Reading[Group]) -> Iterator[tuple[Spot, Category]]:
    """Every tax category, wherever it stands."""
    yield from groups_at(reading, "cac:TaxCategory", AllowanceChargeTaxCategory)
    yield from groups_at(reading, "cac:ClassifiedTaxCategory", ItemTaxCategory)
