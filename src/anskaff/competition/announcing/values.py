"""The values of one notice: from the case, answers and proposals, each with its source."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Field, Scope
from anskaff.competition.announcing.known import (
    ANNOUNCED,
    ANSWERED,
    SUM,
    Source,
    known,
    proposed,
    source_of_proposal,
)
from anskaff.competition.announcing.table import fields_of
from anskaff.concepts.money import Money
from anskaff.concepts.notice import Texts
from anskaff.concepts.words import Words

T = TypeVar("T")
NORWEGIAN = "no"
LANGUAGE_TAGS = {"ENG": "en", "DAN": "dan", "SWE": "swe", "DEU": "deu", "FRA": "fra"}
AS_SEPARATORS = str.maketrans("", "", " \u00a0\u202f")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """A field at a place in a language: its value and where it came from; no source when unset.

    `language` is empty for a field that is not translated. `editable` says that it is answered
    here, not on a page of the case.
    """

    field: Field
    place: str
    language: str
    value: str
    source: Source | None
    editable: bool

    @property
    def key(self) -> str:
        """The key of its answer: `BT-21-Lot|LOT-0001@en`."""
        return key_of(self.field, self.place, self.language)


LONGEST_FRAMEWORK = 48
"""Months; only a longer one has a reason in the notice (BT-109, eForms SDK 1.14.2)."""


OF_A_GROUP = {"BT-709": "BT-156-NoticeResult", "BT-660": "BT-1561-NoticeResult"}
"""What a group has in the place of its lots."""
SCOPES = frozenset(each.value for each in Scope)
ALL_OR_NONE = frozenset({"25"})
"""Subtypes with the value of all frameworks only where every lot is one (eForms SDK 1.14.2)."""


def key_of(field: Field, place: str, language: str = "") -> str:
    """The key of an answer: scope and id of the field, place, and language where it has one."""
    at = f"|{place}" if place else ""
    tongue = f"@{language}" if language and language != NORWEGIAN else ""
    return f"{field.scope.value}:{field.id}{at}{tongue}"


GROUP = "GLO-"
MOST_GROUPS = 99


def places_of(field: Field, facts: CaseFacts, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The places that have their own value: each lot, each criterion of each lot, or just one.

    Groups of lots are those that the answers speak of, and room for one more.
    """
    if field.several_lots and len(facts.lots) == 1:
        return ()
    if field.scope is Scope.GROUP:
        return tuple(f"{GROUP}{number:04d}" for number in range(1, _groups(answers) + 2))
    if field.scope is Scope.CHANGE:
        return ()  # what differs decides them (`correcting`)
    if field.scope is Scope.CRITERION:
        return tuple(
            f"{lot.key}/{each.key}"
            for lot in facts.lots
            for each in facts.plan.criteria.criteria
            if each.lot in {"", lot.key}
        )
    return tuple(lot.key for lot in facts.lots) if field.per_lot else ("",)


def _groups(answers: Mapping[str, str]) -> int:
    """The last group of lots of which something is said."""
    prefix = f"{Scope.GROUP.value}:"
    spoken = (
        key.partition("|")[2].partition("@")[0]
        for key in answers
        if key.startswith(prefix) and answers[key]
    )
    numbers = [int(x.removeprefix(GROUP)) for x in spoken if x.removeprefix(GROUP).isdecimal()]
    return min(max(numbers, default=0), MOST_GROUPS)


@dataclass(frozen=True, slots=True)
class Values:
    """All values of one notice, to look up by field and place."""

    subtype: str
    by_key: Mapping[str, FieldValue]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the notice: above the threshold the EU language first (FOA § 21-1)."""
        second = self.text(Scope.NOTICE, "BT-702(b)-notice")
        return (LANGUAGE_TAGS[second], NORWEGIAN) if second in LANGUAGE_TAGS else (NORWEGIAN,)

    def text(self, scope: Scope, term: str, place: str = "") -> str:
        """The value as written; empty when it has none or the subtype does not have the field."""
        found = self.by_key.get(f"{scope.value}:{term}" + (f"|{place}" if place else ""))
        return found.value if found else ""

    def texts(self, scope: Scope, term: str, place: str = "") -> Texts:
        """A translated value in its languages."""
        key = f"{scope.value}:{term}" + (f"|{place}" if place else "")
        found = {NORWEGIAN: self.by_key[key].value} if key in self.by_key else {}
        for tag in LANGUAGE_TAGS.values():
            if (other := self.by_key.get(f"{key}@{tag}")) and other.value:
                found[tag] = other.value
        return Texts({tag: text for tag, text in found.items() if text})

    def codes(self, scope: Scope, term: str, place: str = "") -> tuple[str, ...]:
        """Several codes or words, written with spaces between."""
        return tuple(self.text(scope, term, place).split())

    def flag(self, scope: Scope, term: str, place: str = "") -> bool | None:
        """Yes, no or not said."""
        return {"true": True, "false": False}.get(self.text(scope, term, place))

    def whole(self, scope: Scope, term: str, place: str = "") -> int | None:
        """A whole number."""
        written = self.text(scope, term, place)
        return int(written) if written.isdecimal() else None

    def day(self, scope: Scope, term: str, place: str = "") -> date | None:
        """A day."""
        return _read(date.fromisoformat, self.text(scope, term, place)[:10])

    def instant(self, scope: Scope, term: str, place: str = "") -> datetime | None:
        """An instant in UTC."""
        return _read(datetime.fromisoformat, self.text(scope, term, place))

    def money(self, scope: Scope, term: str, place: str = "") -> Money | None:
        """An amount in kroner."""
        amount = _read(amount_of, self.text(scope, term, place))
        return None if amount is None else Money(amount)

    def __iter__(self) -> Iterator[FieldValue]:
        return iter(self.by_key.values())


def _read(reader: Callable[[str], T], written: str) -> T | None:
    """What a text says; nothing when it is empty or says something else."""
    try:
        return reader(written) if written else None
    except (ValueError, InvalidOperation):
        return None


def amount_of(written: str) -> Decimal:
    """An amount as people write it: spaces between thousands, decimal comma.

    >>> amount_of("1 234 567,50")
    Decimal('1234567.50')
    """
    return Decimal(written.translate(AS_SEPARATORS).replace(",", "."))


def values_of(
    facts: CaseFacts, subtype: str, answers: Mapping[str, str], *, correction: bool = False
) -> Values:
    """Every field of the subtype at every place, in the languages of the notice."""
    rows = fields_of(subtype, correction=correction)
    reader = _Reader(facts, subtype, answers, _second_language(rows, answers))
    found = {
        each.key: each
        for field in rows
        for place in places_of(field, facts, answers)
        for each in reader.at(_of_lots(field, facts), place)
    }
    every = Values(subtype, found)
    asked = Values(subtype, {key: each for key, each in found.items() if applies(every, each)})
    return Values(subtype, dict(_summed(asked, facts)))


def _summed(values: Values, facts: CaseFacts) -> Iterator[tuple[str, FieldValue]]:
    """The values, with sums over the lots where the lots have something to sum."""
    kinds = [values.text(Scope.LOT, "BT-765", lot.key) for lot in facts.lots]
    told = values.subtype not in ALL_OR_NONE or all(each.startswith("fa-") for each in kinds)
    for key, each in values.by_key.items():
        if not (term := each.field.sum_of):
            yield key, each
            continue
        amounts = tuple(_amounts(values, facts, term))
        if amounts and told:
            yield key, replace(each, value=str(sum(amounts)), source=SUM, editable=False)


def _amounts(values: Values, facts: CaseFacts, term: str) -> Iterator[Decimal]:
    """What the lots come to; the lots of a group that has a value of its own, by that."""
    counted: set[str] = set()
    for group in groups_of(values):
        shared = values.money(Scope.GROUP, OF_A_GROUP[term], group)
        lots = set(values.codes(Scope.GROUP, "BT-1375-Procedure", group))
        if shared is not None and not lots & counted:
            counted |= lots
            yield shared.amount
    for lot in facts.lots:
        own = values.money(Scope.RESULT, term, lot.key)
        if own is not None and lot.key not in counted:
            yield own.amount


def groups_of(values: Values) -> tuple[str, ...]:
    """The groups of lots of which something is said."""
    said = (each.place for each in values if each.field.scope is Scope.GROUP and each.value)
    return tuple(dict.fromkeys(said))


def _of_lots(field: Field, facts: CaseFacts) -> Field:
    """The field that chooses among the lots has them as its codes."""
    if field.id != "BT-1375-Procedure":
        return field
    return replace(
        field, codes={x.key: Words(nb=x.title, nn=x.title, en=x.title) for x in facts.lots}
    )


def _copied(field: Field, place: str, answers: Mapping[str, str]) -> str:
    """What is answered in the field that this one starts as."""
    return answers.get(f"{field.starts_as}|{place}", "") if field.starts_as else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Where values are read from; `second` is the tag of the EU language, empty without one."""

    facts: CaseFacts
    subtype: str
    answers: Mapping[str, str]
    second: str

    def at(self, field: Field, place: str) -> Iterator[FieldValue]:
        """The value at a place, and again in the EU language when it is translated."""
        own = known(field, self.facts, place, self.subtype)
        if own is None:
            yield self._answered(field, place, "")
        else:
            yield FieldValue(
                field=field,
                place=place,
                language=NORWEGIAN if field.translated else "",
                value=own.value,
                source=own.source,
                editable=False,
            )
        if field.translated and self.second:
            yield self._answered(field, place, self.second)

    def _answered(self, field: Field, place: str, language: str) -> FieldValue:
        guess = proposed(field, self.facts, self.subtype, place, language)
        source = source_of_proposal(field, self.facts)
        if not guess and (guess := _copied(field, place, self.answers)):
            source = ANNOUNCED
        written = self.answers.get(key_of(field, place, language))
        return FieldValue(
            field=field,
            place=place,
            language=language or (NORWEGIAN if field.translated else ""),
            value=guess if written is None else written,
            source=ANSWERED if written else source if written is None and guess else None,
            editable=True,
        )


def _second_language(rows: Sequence[Field], answers: Mapping[str, str]) -> str:
    """The tag of the EU language that texts are written in too; empty below the threshold."""
    row = next((each for each in rows if each.id == "BT-702(b)-notice"), None)
    if row is None:
        return ""
    return LANGUAGE_TAGS.get(answers.get(key_of(row, ""), "") or "ENG", "en")


def wanted(values: Values) -> tuple[FieldValue, ...]:
    """Fields that the notice needs and that have no value yet.

    A text that stands in Norwegian must stand in the EU language too, and the other way round.
    """
    return tuple(each for each in values if not each.value and is_needed(values, each))


def is_needed(values: Values, each: FieldValue) -> bool:
    """Whether the notice must have a value there, given what else it says."""
    field = each.field
    if not _is_spoken_of(values, each):
        return False
    if values.subtype in field.needed:
        return not any(holds(values, each, condition) for condition in field.spared_when)
    if field.with_field and values.text(field.scope, field.with_field, each.place):
        return True
    return field.translated and bool(values.texts(field.scope, field.id, each.place))


def _is_spoken_of(values: Values, each: FieldValue) -> bool:
    """Whether anything is said of a change or a group; a correction names one change at least.

    A value of anything else is always spoken of.
    """
    scope = each.field.scope
    if scope not in {Scope.CHANGE, Scope.GROUP}:
        return True
    said = {x.place for x in values if x.field.scope is scope and x.value}
    return each.place in said or (scope is Scope.CHANGE and not said)


def applies(values: Values, each: FieldValue) -> bool:
    """Whether the field is asked, given the value it depends on; results only ask for winners."""
    field = each.field
    if field.only_when is not None and not holds(values, each, field.only_when):
        return False
    if field.scope is Scope.RESULT and field.id.startswith("BT-759"):
        return _counts_tenders(values, each.place)
    if field.winners or field.scope in {Scope.WINNER, Scope.TENDER, Scope.CONTRACT}:
        return values.text(Scope.RESULT, "BT-142", each.place) in {"", "selec-w"}
    return True


def _counts_tenders(values: Values, lot: str) -> bool:
    """Whether tenders are counted: not before the outcome, nor when none came (BR-BT-00760)."""
    outcome = values.text(Scope.RESULT, "BT-142", lot)
    return outcome != "open-nw" and values.text(Scope.RESULT, "BT-144", lot) != "no-rece"


def holds(values: Values, each: FieldValue, condition: tuple[str, str]) -> bool:
    """Whether the field that a condition names says what it must, at the place of a value."""
    term, expected = condition
    there = _told(values, each, term)
    if expected == "said":
        return bool(there)
    if expected.startswith("frameworks"):
        return _frameworks(values, there.split(), expected)
    if expected == ">0":
        return there not in {"", "0"}
    if expected in {"authority", "undertaking"}:
        return there.startswith("pub-undert") is (expected == "undertaking")
    if expected.startswith("framework"):
        months = values.whole(Scope.LOT, "BT-36", each.place) or 0
        long_enough = expected == "framework" or months > LONGEST_FRAMEWORK
        return there.startswith("fa-") and long_enough
    return there == expected


def _frameworks(values: Values, lots: Sequence[str], expected: str) -> bool:
    """Whether a group of lots has a framework, or several and every lot of it is won."""
    kinds = [values.text(Scope.LOT, "BT-765", lot) for lot in lots]
    framed = sum(kind.startswith("fa-") for kind in kinds)
    if expected == "frameworks":
        return framed > 0
    won = all(values.text(Scope.RESULT, "BT-142", lot) == "selec-w" for lot in lots)
    return framed > 1 and won


def _told(values: Values, each: FieldValue, term: str) -> str:
    """The value of a term of the same scope, or of another one, as in `Lot:BT-765`."""
    scope, _, rest = term.partition(":")
    if scope in SCOPES:
        return values.text(Scope(scope), rest, each.place)
    return values.text(each.field.scope, term, each.place)
