"""The rules of Peppol on the despatch advice (T16), beside those of its structure."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.despatch_advice.lines import Line
from anskaff.documents.peppol.despatch_advice.parties import Buyer, Originator, Seller
from anskaff.documents.peppol.despatch_advice.table import DespatchAdvice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.identity import specification
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule

Named = Buyer | Seller | Originator
NAMELESS = Words(
    nb="Parten har verken navn eller identifikator.",
    nn="Parten har verken namn eller identifikator.",
    en="The party has neither name nor identifier.",
)
NAME_IT = Words(
    nb="Skriv navnet, eller en identifikator.",
    nn="Skriv namnet, eller ein identifikator.",
    en="Write the name, or an identifier.",
)


def _named(official: str, kind: type[Named]) -> Rule:
    """The rule that a party has a name or an identifier."""

    @rule(official, kind, at="party", says=NAMELESS, cure=NAME_IT)
    def party_is_named(party: Named, _: Reading[DespatchAdvice]) -> Facts | None:
        who = party.party
        name = who.party_name if who else None
        key = who.identification if who else None
        held = (name and name.name is not None) or (key and key.key is not None)
        return None if held else {}

    return party_is_named


@rule(
    "PEPPOL-T16-R003",
    Line,
    at="item",
    says=Words(
        nb="Varen har verken selgerens eller et standard varenummer.",
        nn="Vara har verken varenummer frå seljaren eller eit standard varenummer.",
        en="The item has neither the seller's number nor a standard one.",
    ),
    cure=Words(
        nb="Skriv minst ett av dem.", nn="Skriv minst eitt av dei.", en="Write at least one."
    ),
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
    _named("PEPPOL-T16-R008", Buyer),
    _named("PEPPOL-T16-R009", Seller),
    _named("PEPPOL-T16-R010", Originator),
    specification("PEPPOL-T16-R011", DespatchAdvice, BY_KEY["despatch_advice"].customization),
)
