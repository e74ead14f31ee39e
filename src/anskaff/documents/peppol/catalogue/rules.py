"""The rules of Peppol on a catalogue (T19), beside those of its structure and its periods."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.catalogue.items import Item, TaxCategory
from anskaff.documents.peppol.catalogue.lines import Line, TermsOfDelivery
from anskaff.documents.peppol.catalogue.parties import Customer, Supplier
from anskaff.documents.peppol.catalogue.periods import PERIOD_RULES
from anskaff.documents.peppol.catalogue.table import Catalogue
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.identity import process, specification
from anskaff.documents.peppol.post_award.item_rules import (
    categories_have_a_rate,
    items_have_a_number,
    of_items,
    standard_rates_are_above_nothing,
    stands,
)
from anskaff.documents.peppol.post_award.parties import holds, named_anywhere
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, rule

KNOWN = BY_KEY["catalogue"]
NEGATIVE = Words(
    nb="{what} er {got}, men skal være 0 eller mer.",
    nn="{what} er {got}, men skal vere 0 eller meir.",
    en="{what} is {got} but must be 0 or more.",
)
NOT_NEGATIVE = Words(nb="Skriv 0 eller mer.", nn="Skriv 0 eller meir.", en="Write 0 or more.")


def _is_known(trader: Supplier | Customer) -> bool:
    by_name = holds(trader, "party", "party_name", "name")
    return by_name or holds(trader, "party", "identification", "key")


def _not_negative(official: str, name: str) -> Rule:
    """The rule that a quantity to order is nothing or more, when it is stated."""

    @rule(official, Line, at=name, says=NEGATIVE, cure=NOT_NEGATIVE)
    def quantity_is_not_negative(line: Line, _: Reading[Catalogue]) -> Facts | None:
        quantity = line.least_order if name == "least_order" else line.most_order
        if not stands(line, name) or (quantity is not None and quantity.value >= 0):
            return None
        got = quantity.value if quantity is not None else "–"
        return {"what": Line.field(name).said.label, "got": got}

    return quantity_is_not_negative


@rule(
    "PEPPOL-T19-R010",
    Line,
    at="most_order",
    says=Words(
        nb="Største bestilling ({most}) er mindre enn minste bestilling ({least}).",
        nn="Største bestilling ({most}) er mindre enn minste bestilling ({least}).",
        en="The maximum order quantity ({most}) is less than the minimum ({least}).",
    ),
    cure=Words(nb="Rett en av dem.", nn="Rett ei av dei.", en="Correct one of them."),
)
def most_is_not_under_least(line: Line, _: Reading[Catalogue]) -> Facts | None:
    """No less may be ordered at the most than at the least."""
    if not stands(line, "most_order") or not stands(line, "least_order"):
        return None
    least, most = line.least_order, line.most_order
    if least is not None and most is not None and most.value >= least.value:
        return None
    return {"least": least.value if least else "–", "most": most.value if most else "–"}


@rule(
    "PEPPOL-T19-R006",
    TermsOfDelivery,
    at="price",
    says=Words(
        nb="Prisen mangler eller er ikke et tall fra 0 og opp.",
        nn="Prisen manglar eller er ikkje eit tal frå 0 og opp.",
        en="The price is missing or not a number from 0 up.",
    ),
    cure=Words(
        nb="Skriv en pris på 0 eller mer.",
        nn="Skriv ein pris på 0 eller meir.",
        en="Write a price of 0 or more.",
    ),
)
def price_is_not_negative(terms: TermsOfDelivery, _: Reading[Catalogue]) -> Facts | None:
    """There is a price, and it is nothing or more."""
    net = terms.price.net if terms.price else None
    return None if net is not None and net.value >= 0 else {}


RULES: tuple[AnyRule, ...] = (
    named_anywhere("PEPPOL-T19-R004", "cac:SellerSupplierParty", Supplier, _is_known),
    named_anywhere("PEPPOL-T19-R005", "cac:ContractorCustomerParty", Customer, _is_known),
    price_is_not_negative,
    _not_negative("PEPPOL-T19-R008", "most_order"),
    _not_negative("PEPPOL-T19-R009", "least_order"),
    most_is_not_under_least,
    *PERIOD_RULES,
    items_have_a_number("PEPPOL-T19-R012", Item),
    categories_have_a_rate("PEPPOL-T19-R014", of_items(TaxCategory)),
    standard_rates_are_above_nothing("PEPPOL-T19-R015", of_items(TaxCategory)),
    process("PEPPOL-T19-R017", Catalogue, *KNOWN.profiles),
    specification("PEPPOL-T19-R018", Catalogue, KNOWN.customization),
)
