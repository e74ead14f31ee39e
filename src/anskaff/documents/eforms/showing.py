"""A notice arranged as people read it, with the official labels where the bundle has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from anskaff.concepts.formatting import as_text, number
from anskaff.concepts.money import Money
from anskaff.concepts.notice import Duration, DurationUnit, NoticeReading, Texts
from anskaff.concepts.words import Words
from anskaff.documents.eforms import terms
from anskaff.documents.eforms.headings import HEADINGS
from anskaff.documents.eforms.labels import Labels, said_in
from anskaff.documents.mapping import Group, Term
from anskaff.documents.ubl.sheet import Fact, Part, Sheet

_TERM = re.compile(r"(?:BT|OPT|OPP)-[0-9]+(?:\([a-z]\))?")
TECHNICAL = frozenset({"customization", "ubl_version"})
NOTICE = Words(nb="Kunngjøring", nn="Kunngjering", en="Notice")
YES = Words(nb="ja", nn="ja", en="yes")
NO = Words(nb="nei", nn="nei", en="no")
LANGUAGES = {
    "nb": Words(nb="bokmål", nn="bokmål", en="Bokmål"),
    "en": Words(nb="engelsk", nn="engelsk", en="English"),
}
OFFICIAL_NAMES = Words(
    nb="Offisielle feltnavn", nn="Offisielle feltnamn", en="Official names of fields"
)
ELSEWHERE = Words(
    nb="Noen finnes ikke på dette språket og står på {languages}.",
    nn="Nokre finst ikkje på dette språket og står på {languages}.",
    en="Some do not exist in this language and stand in {languages}.",
)
UNITS = {
    DurationUnit.DAY: Words(nb="dager", nn="dagar", en="days"),
    DurationUnit.WEEK: Words(nb="uker", nn="veker", en="weeks"),
    DurationUnit.MONTH: Words(nb="måneder", nn="månader", en="months"),
    DurationUnit.YEAR: Words(nb="år", nn="år", en="years"),
}


def sheet(notice: NoticeReading, language: str, labels: Labels) -> Sheet:
    """The notice in one language: everything it says, once, and what no row of the table knows."""
    showing = _Showing(notice, language, labels)
    whole = showing.part(terms.NOTICE, notice, "")
    kind = labels.notice_label(notice.subtype) or NOTICE
    technical = {row.path for row in terms.ROWS if row.target in TECHNICAL}
    title = ": ".join(filter(None, (kind.in_(language), notice.title.in_(language))))
    return Sheet(
        language=language,
        title=title,
        facts=tuple(fact for fact in whole.facts if fact.path not in technical),
        parts=whole.parts,
        tables=(),
        files=(),
        beside=tuple(Fact(_last(each.path), each.value, each.path) for each in notice.unread),
        technical=(
            *(fact for fact in whole.facts if fact.path in technical),
            *_told(showing.elsewhere, language),
        ),
    )


def _told(elsewhere: set[str], language: str) -> Iterator[Fact]:
    """In which other languages official names stand, since the publisher has no better."""
    if elsewhere:
        named = ", ".join(LANGUAGES[each].in_(language) for each in sorted(elsewhere))
        told = ELSEWHERE.in_(language).format(languages=named)
        yield Fact(OFFICIAL_NAMES.in_(language), told, "")


def _last(path: str) -> str:
    return path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class _Showing:
    notice: NoticeReading
    language: str
    labels: Labels
    elsewhere: set[str] = field(default_factory=set)

    def part(self, group: Group, concept: object, heading: str) -> Part:
        facts: list[Fact] = []
        parts: list[Part] = []
        for row in group.rows:
            held = getattr(concept, row.target)
            if isinstance(row, Group):
                parts.extend(self.parts(row, held))
            elif value := self.value(row, held):
                numeric = isinstance(held, Money | Decimal | int) and not isinstance(held, bool)
                facts.append(Fact(self.label(row), value, row.path, numeric))
        return Part(heading=heading, facts=tuple(facts), parts=tuple(parts))

    def parts(self, group: Group, concepts: tuple[object, ...]) -> Iterator[Part]:
        heading = HEADINGS[group.target].in_(self.language)
        for at, each in enumerate(concepts, 1):
            name = str(getattr(each, "key", "")) or (str(at) if len(concepts) > 1 else "")
            yield self.part(group, each, f"{heading} {name}".strip())

    def label(self, row: Term) -> str:
        """The official name of the term; the field's own name where the bundle is not here."""
        found = _TERM.search(row.id)
        official = self.labels.field_label(found[0].partition("(")[0]) if found else None
        if official is None:
            return row.target.replace("_", " ")
        if (spoken := said_in(official, self.language)) != self.language:
            self.elsewhere.add(spoken)
        return official.in_(self.language)

    def value(self, row: Term, held: object) -> str:
        match held:
            case None | "" | ():
                return ""
            case bool():
                return (YES if held else NO).in_(self.language)
            case Texts():
                return held.in_(self.language)
            case Duration():
                unit = UNITS[held.unit].in_(self.language)
                return f"{number(held.amount, self.language)} {unit}"
            case Money() | Decimal() | datetime() | date() | int():
                return as_text(held, self.language)
            case _:
                codes = row.convert.write(held)
                return "; ".join(self.code(leaf.text, dict(leaf.attributes)) for leaf in codes)

    def code(self, code: str, attributes: dict[str, str]) -> str:
        """A code with its name, a key with the organisation it points to, or the text itself."""
        named = self.labels.code_label(attributes.get("listName", ""), code)
        if named is not None:
            return f"{named.in_(self.language)} ({code})"
        pointed = self.notice.organisation(code)
        name = pointed.name.in_(self.language) if pointed else ""
        return f"{name} ({code})" if name else code
