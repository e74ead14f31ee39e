"""The rules on when a catalogue, its lines and its prices hold.

A line holds within the catalogue, a price within its line; what does not say when it begins or ends
does so with what it stands in. Days are compared as the official rules do, by their digits: one
with a time zone is none, and where the catalogue or a price has several periods the rules stop.
"""

from collections.abc import Sequence
from typing import NamedTuple

from anskaff.concepts.words import Words
from anskaff.documents.peppol.catalogue.lines import Line, TermsOfDelivery
from anskaff.documents.peppol.catalogue.table import Catalogue, Validity
from anskaff.documents.peppol.post_award.anywhere import texts
from anskaff.documents.peppol.post_award.catalogue_rules import day_number
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, rule
from anskaff.documents.ubl.table import Group

FIRST, LAST = "0", "99999999"
"""When something that says nothing begins and ends."""
NOT_SAID = Words(nb="(ikke sagt)", nn="(ikkje sagt)", en="(not said)")


class Period(NamedTuple):
    """When something begins and ends, as it is written; none where the rules cannot tell."""

    start: str | None
    end: str | None

    def facts(self) -> Facts:
        """The two days for words."""
        return {"start": _shown(self.start), "end": _shown(self.end)}


def _shown(day: str | None) -> str | Words:
    return NOT_SAID if day is None or day in {FIRST, LAST} else day


ALWAYS = Period(FIRST, LAST)


def _in_order(*days: tuple[str | None, str | None]) -> bool:
    """Whether each day is not before the other; asked in turn, until the rules cannot tell."""
    for later, earlier in days:
        if later is None or earlier is None:
            return True
        one, other = day_number(later), day_number(earlier)
        if one is None or other is None or one < other:
            return False
    return True


def _within(inner: Period, outer: Period) -> bool:
    return _in_order(
        (inner.start, outer.start),
        (outer.end, inner.start),
        (outer.end, inner.end),
        (inner.end, outer.start),
    )


def _period(groups: Sequence[Group], outer: Period) -> Period:
    """What these say together, else what they stand in says."""

    def one(name: str, other: str | None) -> str | None:
        found = [text for each in groups for text in texts(each, each.field(name))]
        return other if not found else found[0] if len(found) == 1 else None

    return Period(one("start", outer.start), one("end", outer.end))


def _of_catalogue(reading: Reading[Group]) -> Period:
    root = reading.root
    return _period(root.children(root.field("validity")), ALWAYS)


def _of_line(line: Group | None, catalogue: Period) -> Period:
    if not isinstance(line, Line):
        return catalogue
    return _period(line.children(Line.field("validity")), catalogue)


def _of_price(terms: TermsOfDelivery, line: Period) -> Period:
    prices = terms.children(TermsOfDelivery.field("price"))
    found = [one for price in prices for one in price.children(price.field("validity"))]
    return _period(found, line)


BACKWARDS = Words(
    nb="Perioden slutter «{end}», før den begynner «{start}».",
    nn="Perioden sluttar «{end}», før han tek til «{start}».",
    en="The period ends “{end}”, before it begins “{start}”.",
)
TURN_AROUND = Words(
    nb="Skriv en siste dag som ikke er før den første, begge uten tidssone.",
    nn="Skriv ein siste dag som ikkje er før den første, båe utan tidssone.",
    en="Write a last day that is not before the first, both without time zone.",
)
OUTSIDE_CATALOGUE = Words(
    nb="Linjen gjelder {start} til {end}, men katalogen {outer_start} til {outer_end}.",
    nn="Linja gjeld {start} til {end}, men katalogen {outer_start} til {outer_end}.",
    en="The line holds {start} to {end} but the catalogue {outer_start} to {outer_end}.",
)
OUTSIDE_LINE = Words(
    nb="Prisen gjelder {start} til {end}, men linjen {outer_start} til {outer_end}.",
    nn="Prisen gjeld {start} til {end}, men linja {outer_start} til {outer_end}.",
    en="The price holds {start} to {end} but the line {outer_start} to {outer_end}.",
)
MOVE_INSIDE = Words(
    nb="Rett en av periodene, slik at den ene ligger i den andre.",
    nn="Rett ein av periodane, slik at den eine ligg i den andre.",
    en="Correct one of the periods, so that one is inside the other.",
)


def _backwards(period: Period) -> Facts | None:
    return None if _in_order((period.end, period.start)) else period.facts()


def _outside(inner: Period, outer: Period) -> Facts | None:
    if _within(inner, outer):
        return None
    around = outer.facts()
    return {**inner.facts(), "outer_start": around["start"], "outer_end": around["end"]}


@rule("PEPPOL-T19-R001", Validity, at="end", says=BACKWARDS, cure=TURN_AROUND)
def catalogue_ends_after_it_begins(_: Validity, reading: Reading[Catalogue]) -> Facts | None:
    """A catalogue does not end before it begins."""
    return _backwards(reading.once(_of_catalogue))


@rule("PEPPOL-T19-R007", Line, at="validity", says=OUTSIDE_CATALOGUE, cure=MOVE_INSIDE)
def line_holds_within_the_catalogue(line: Line, reading: Reading[Catalogue]) -> Facts | None:
    """A line holds while the catalogue does."""
    catalogue = reading.once(_of_catalogue)
    return _outside(_of_line(line, catalogue), catalogue)


@rule("PEPPOL-T19-R013", Line, at="validity", says=BACKWARDS, cure=TURN_AROUND)
def line_ends_after_it_begins(line: Line, reading: Reading[Catalogue]) -> Facts | None:
    """A line does not end before it begins."""
    return _backwards(_of_line(line, reading.once(_of_catalogue)))


@rule("PEPPOL-T19-R011", TermsOfDelivery, at="price", says=OUTSIDE_LINE, cure=MOVE_INSIDE)
def price_holds_within_the_line(
    terms: TermsOfDelivery, reading: Reading[Catalogue]
) -> Facts | None:
    """A price holds while its line does."""
    line = _of_line(terms.parent, reading.once(_of_catalogue))
    return _outside(_of_price(terms, line), line)


@rule("PEPPOL-T19-R016", TermsOfDelivery, at="price", says=BACKWARDS, cure=TURN_AROUND)
def price_ends_after_it_begins(terms: TermsOfDelivery, reading: Reading[Catalogue]) -> Facts | None:
    """A price does not end before it begins."""
    return _backwards(_of_price(terms, _of_line(terms.parent, reading.once(_of_catalogue))))


PERIOD_RULES = (
    catalogue_ends_after_it_begins,
    line_holds_within_the_catalogue,
    price_holds_within_the_line,
    line_ends_after_it_begins,
    price_ends_after_it_begins,
)
