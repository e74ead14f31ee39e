"""The periods of lines are within that of the document (R110 and R111)."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, cast

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.lines import LinePeriod
from anskaff.documents.peppol.billing.rules.reckoning import squeezed, text_of
from anskaff.documents.ubl.guards import has
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Value


class End(NamedTuple):
    """One end of a period: the rule on it, its field, and which order is right."""

    rule: str
    name: str
    sign: int


BEFORE = Words(
    nb="Linjens periode {got} ligger utenfor dokumentets periode {expected}.",
    nn="Perioden til linja {got} ligg utanfor perioden til dokumentet {expected}.",
    en="The period of the line {got} is outside that of the document {expected}.",
)
FIT = Words(nb="Rett datoene.", nn="Rett datoane.", en="Correct the dates.")


def _within(end: End) -> Sweep:
    """A rule that the periods of lines begin, or end, within that of the document."""

    @sweep(end.rule, says=BEFORE, cure=FIT, when=has(LinePeriod, end.name))
    def found(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        whole = getattr(reading.root, "period", None)
        periods = reading.groups.get(LinePeriod)
        if whole is None or not periods or getattr(whole, end.name) is None:
            return
        outer: date = getattr(whole, end.name)
        if reading.plain and _all_within(reading.distinct(LinePeriod, end.name), outer, end.sign):
            return
        for each in periods:
            day: date | None = getattr(each, end.name)
            if day is None:
                continue
            over = day - outer
            if each.extras is not None or whole.extras is not None:
                over = _moment(each, end.name) - _moment(whole, end.name)
            if over * end.sign < timedelta():
                yield Spot(each, each.field(end.name)), {"got": day, "expected": outer}

    return found


def _all_within(days: Collection[Value], outer: date, sign: int) -> bool:
    """Whether no day is before the first one, or after the last."""
    return all((cast(date, day) - outer).days * sign >= 0 for day in days)


def _moment(group: Group, name: str) -> datetime:
    """When a day begins, with the zone that it is written with; without one, in that of UTC."""
    day: date = getattr(group, name)
    text = squeezed(text_of(group, name))
    zone = text[10:]
    return datetime.fromisoformat(f"{day.isoformat()}T{time().isoformat()}{zone or 'Z'}")


FIRST_DAYS = _within(End("PEPPOL-EN16931-R110", "start", 1))
LAST_DAYS = _within(End("PEPPOL-EN16931-R111", "end", -1))
