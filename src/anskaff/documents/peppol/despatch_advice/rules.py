"""The rules of Peppol on the despatch advice (T16), beside those of its structure."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.despatch_advice.lines import Line
from anskaff.documents.peppol.despatch_advice.parties import Buyer, Originator, Seller
from anskaff.documents.peppol.despatch_advice.table import DespatchAdvice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.catalogue_rules import WITHOUT_NUMBER, WRITE_ONE
from anskaff.documents.peppol.post_award.identity import specification
from anskaff.documents.peppol.post_award.parties import holds, named
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, rule

Named = Buyer | Seller | Originator


def _is_known(trader: Named) -> bool:
    by_name = holds(trader, "party", "party_name", "name")
    return by_name or holds(trader, "party", "identification", "key")


@rule(
    "PEPPOL-T16-R003",
    Line,
    at="item",
    says=WITHOUT_NUMBER,
    cure=WRITE_ONE,
)
def item_has_a_number(line: Line, _: Reading[DespatchAdvice]) -> Facts | None:
    """The goods are known by a number of the seller or of a common register."""
    item = line.item
    standard = item.standard_number if item else None
    seller = item.seller_number if item else None
    held = (standard and standard.number is not None) or (seller and seller.number is not None)
    return None if held else {}


@rule(
    "PEPPOL-T16-R004",
    Line,
    at="item",
    says=Words(nb="Varen har ikke navn.", nn="Vara har ikkje namn.", en="The item has no name."),
    cure=Words(nb="Skriv navnet.", nn="Skriv namnet.", en="Write the name."),
)
def item_has_a_name(line: Line, _: Reading[DespatchAdvice]) -> Facts | None:
    """The goods have a name."""
    return None if line.item and line.item.name is not None else {}


def _unreadable(line: Line, name: str) -> bool:
    return line.extras is not None and (name, 0) in line.extras.spelled


@rule(
    "PEPPOL-T16-R005",
    Line,
    at="delivered",
    says=Words(
        nb="Sendt mengde mangler.", nn="Sendt mengd manglar.", en="The quantity sent is missing."
    ),
    cure=Words(nb="Skriv mengden.", nn="Skriv mengda.", en="Write the quantity."),
    warning=True,
)
def quantity_is_stated(line: Line, _: Reading[DespatchAdvice]) -> Facts | None:
    """The line says how much is sent."""
    return None if line.delivered is not None or _unreadable(line, "delivered") else {}


@rule(
    "PEPPOL-T16-R006",
    Line,
    at="delivered",
    says=Words(
        nb="Sendt mengde er ikke et tall fra 0 og opp.",
        nn="Sendt mengd er ikkje eit tal frå 0 og opp.",
        en="The quantity sent is not a number from 0 up.",
    ),
    cure=Words(nb="Skriv 0 eller mer.", nn="Skriv 0 eller meir.", en="Write 0 or more."),
)
def quantity_is_not_negative(line: Line, _: Reading[DespatchAdvice]) -> Facts | None:
    """What is sent is nothing or more; a quantity that is missing is not."""
    return None if line.delivered is not None and line.delivered.value >= 0 else {}


@rule(
    "PEPPOL-T16-R007",
    Line,
    at="outstanding_reasons",
    says=Words(
        nb="Det står ikke hvorfor noe mangler.",
        nn="Det står ikkje kvifor noko manglar.",
        en="It is not said why something is outstanding.",
    ),
    cure=Words(nb="Skriv hvorfor.", nn="Skriv kvifor.", en="Write why."),
    warning=True,
)
def what_is_outstanding_is_explained(line: Line, _: Reading[DespatchAdvice]) -> Facts | None:
    """A quantity that is left has a reason."""
    left = line.outstanding is not None or _unreadable(line, "outstanding")
    return {} if left and not line.outstanding_reasons else None


RULES = (
    item_has_a_number,
    item_has_a_name,
    quantity_is_stated,
    quantity_is_not_negative,
    what_is_outstanding_is_explained,
    named("PEPPOL-T16-R008", Buyer, _is_known, at="party"),
    named("PEPPOL-T16-R009", Seller, _is_known, at="party"),
    named("PEPPOL-T16-R010", Originator, _is_known, at="party"),
    specification("PEPPOL-T16-R011", DespatchAdvice, BY_KEY["despatch_advice"].customization),
)
