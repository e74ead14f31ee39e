"""The rules on the lines of a despatch advice, which its advanced kind has too."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.despatch_advice.lines import Line
from anskaff.documents.peppol.post_award.item_rules import WITHOUT_NUMBER, WRITE_ONE
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group


def item_has_a_number(line: Line, _: Reading[Group]) -> Facts | None:
    """The goods are known by a number of the seller or of a common register."""
    item = line.item
    standard = item.standard_number if item else None
    seller = item.seller_number if item else None
    held = (standard and standard.number is not None) or (seller and seller.number is not None)
    return None if held else {}


def item_has_a_name(line: Line, _: Reading[Group]) -> Facts | None:
    """The goods have a name."""
    return None if line.item and line.item.name is not None else {}


def _unreadable(line: Line, name: str) -> bool:
    return line.extras is not None and (name, 0) in line.extras.spelled


def quantity_is_stated(line: Line, _: Reading[Group]) -> Facts | None:
    """The line says how much is sent."""
    return None if line.delivered is not None or _unreadable(line, "delivered") else {}


def quantity_is_not_negative(line: Line, _: Reading[Group]) -> Facts | None:
    """What is sent is nothing or more; a quantity that is missing is not."""
    return None if line.delivered is not None and line.delivered.value >= 0 else {}


def what_is_outstanding_is_explained(line: Line, _: Reading[Group]) -> Facts | None:
    """A quantity that is left has a reason."""
    left = line.outstanding is not None or _unreadable(line, "outstanding")
    return {} if left and not line.outstanding_reasons else None


def line_rules(transaction: str) -> tuple[Rule, ...]:
    """The rules under the numbers of a transaction, such as `T16`."""
    return (
        rule(
            f"PEPPOL-{transaction}-R003",
            Line,
            at="item",
            says=WITHOUT_NUMBER,
            cure=WRITE_ONE,
        )(item_has_a_number),
        rule(
            f"PEPPOL-{transaction}-R004",
            Line,
            at="item",
            says=Words(
                nb="Varen har ikke navn.", nn="Vara har ikkje namn.", en="The item has no name."
            ),
            cure=Words(nb="Skriv navnet.", nn="Skriv namnet.", en="Write the name."),
        )(item_has_a_name),
        rule(
            f"PEPPOL-{transaction}-R005",
            Line,
            at="delivered",
            says=Words(
                nb="Sendt mengde mangler.",
                nn="Sendt mengd manglar.",
                en="The quantity sent is missing.",
            ),
            cure=Words(nb="Skriv mengden.", nn="Skriv mengda.", en="Write the quantity."),
            warning=True,
        )(quantity_is_stated),
        rule(
            f"PEPPOL-{transaction}-R006",
            Line,
            at="delivered",
            says=Words(
                nb="Sendt mengde er ikke et tall fra 0 og opp.",
                nn="Sendt mengd er ikkje eit tal frå 0 og opp.",
                en="The quantity sent is not a number from 0 up.",
            ),
            cure=Words(nb="Skriv 0 eller mer.", nn="Skriv 0 eller meir.", en="Write 0 or more."),
        )(quantity_is_not_negative),
        rule(
            f"PEPPOL-{transaction}-R007",
            Line,
            at="outstanding_reasons",
            says=Words(
                nb="Det står ikke hvorfor noe mangler.",
                nn="Det står ikkje kvifor noko manglar.",
                en="It is not said why something is outstanding.",
            ),
            cure=Words(nb="Skriv hvorfor.", nn="Skriv kvifor.", en="Write why."),
            warning=True,
        )(what_is_outstanding_is_explained),
    )
