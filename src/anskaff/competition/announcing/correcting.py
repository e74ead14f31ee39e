"""The changes that a correction names: one for each field that differs, and those of the buyer.

A notice has one reason (BT-140, BT-762) and any number of changes, each with the sections it stands
in, words, and whether the procurement documents changed (BT-13716, BT-141, BT-718, BT-719; eForms
SDK 1.14.2, `fields.json`). What differs from the version before is proposed, field by field; a
change that no field tells, such as a new drawing, is written in a change of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import InvalidOperation

from anskaff.competition.announcing.changes import Difference, Way, differences, section_of
from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Field, Kind, Scope
from anskaff.competition.announcing.known import (
    ANSWERED,
    DIFFERENCE,
    PROPOSED,
    Source,
    place_name,
    proposed,
    source_of_proposal,
)
from anskaff.competition.announcing.lots import lot_key
from anskaff.competition.announcing.parties import BUYER, REVIEW, review_key
from anskaff.competition.announcing.table_changes import NAMED_CHANGES
from anskaff.competition.announcing.values import (
    NORWEGIAN,
    FieldValue,
    Values,
    amount_of,
    groups_of,
    key_of,
    values_of,
)
from anskaff.concepts import formatting
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words

OWN = "own-"
MOST_OWN = 20
SHORT = 80
SPOKEN = {NORWEGIAN: "nb", "en": "en"}
"""The languages that we word a change in, as notices and as our words name them."""
WHOLE = Words(nb="Hele anskaffelsen", nn="Heile innkjøpet", en="The procurement as a whole")
SAID = {
    Way.ADDED: Words(nb="lagt til: {after}", nn="lagt til: {after}", en="added: {after}"),
    Way.REMOVED: Words(
        nb="tatt bort, var {before}", nn="teke bort, var {before}", en="removed, was {before}"
    ),
    Way.CHANGED: Words(
        nb="endret fra {before} til {after}",
        nn="endra frå {before} til {after}",
        en="changed from {before} to {after}",
    ),
}
SAID_SHORTLY = {
    Way.ADDED: Words(nb="lagt til", nn="lagt til", en="added"),
    Way.REMOVED: Words(nb="tatt bort", nn="teke bort", en="removed"),
    Way.CHANGED: Words(nb="endret", nn="endra", en="changed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The values of a correction with the changes that it names, and what differs."""

    values: Values
    changed: tuple[Difference, ...]


def correction_of(
    facts: CaseFacts, subtype: str, answers: Mapping[str, str], before: Mapping[str, str]
) -> Correction:
    """A correction as it stands; `before` is what the version before said, by key."""
    return named(values_of(facts, subtype, answers, correction=True), facts, answers, before)


def named(
    values: Values, facts: CaseFacts, answers: Mapping[str, str], before: Mapping[str, str]
) -> Correction:
    """The values, and the changes that they make since the version before."""
    changed = differences(before, values)
    found = {each.key: each for each in _named(values, facts, answers, changed)}
    kept = {key: each for key, each in found.items() if _told(found, each)}
    return Correction(values=Values(values.subtype, {**values.by_key, **kept}), changed=changed)


def places(values: Values) -> tuple[str, ...]:
    """The changes that are named, in their order; those that say nothing are none."""
    every = dict.fromkeys(each.place for each in values if each.field.scope is Scope.CHANGE)
    return tuple(place for place in every if not is_blank(values, place))


def is_blank(values: Values, place: str) -> bool:
    """Whether nothing is said of a change that the buyer may name."""
    return not any(
        each.value for each in values if each.field.scope is Scope.CHANGE and each.place == place
    )


def _group(field: Field) -> str:
    return f"{field.scope.value}:{field.id}"


def _named(
    values: Values, facts: CaseFacts, answers: Mapping[str, str], changed: tuple[Difference, ...]
) -> Iterator[FieldValue]:
    groups: dict[str, list[Difference]] = {}
    for each in changed:
        groups.setdefault(_group(each.field), []).append(each)
    sections = sections_of(values, facts)
    for place, group in groups.items():
        stands_in = dict.fromkeys(section_of(each, values.subtype) for each in group)
        for field in NAMED_CHANGES:
            if field.id == "BT-13716-notice":
                told = {each: sections.get(each, WHOLE) for each in stands_in}
                yield FieldValue(
                    field=replace(field, codes=told),
                    place=place,
                    language="",
                    value=" ".join(stands_in),
                    source=DIFFERENCE,
                    editable=False,
                )
                continue
            for language in _languages(field, values):
                guess = _worded(group, facts, language) if field.translated else ""
                yield _asked(field, place, language, answers, guess=guess)
    for number in range(1, _own(answers) + 2):
        place = f"{OWN}{number}"
        known = number == 1 and (not groups or bool(facts.cancelled_because))
        for field in NAMED_CHANGES:
            own = replace(field, codes=sections) if field.id == "BT-13716-notice" else field
            for language in _languages(field, values):
                guess = _of_the_whole(field, values, facts, language) if known else ""
                source = source_of_proposal(field, facts)
                yield _asked(own, place, language, answers, guess=guess, source=source)


def _of_the_whole(field: Field, values: Values, facts: CaseFacts, language: str) -> str:
    """What is proposed of a change that no field tells: the whole, and why it was cancelled."""
    if field.id == "BT-13716-notice":
        return "PROCEDURE"
    tongue = "" if language == NORWEGIAN else language
    return proposed(field, facts, values.subtype, "", tongue)


def _own(answers: Mapping[str, str]) -> int:
    """The last change of the buyer's own that says something."""
    numbers = [
        int(place.removeprefix(OWN))
        for key, said in answers.items()
        if key.startswith(f"{Scope.CHANGE.value}:") and said
        for place in [key.partition("|")[2].partition("@")[0]]
        if place.startswith(OWN) and place.removeprefix(OWN).isdecimal()
    ]
    return min(max(numbers, default=0), MOST_OWN - 1)


def _languages(field: Field, values: Values) -> tuple[str, ...]:
    """Norwegian first, as the form asks."""
    if not field.translated:
        return ("",)
    return tuple(sorted(values.languages, key=lambda tag: tag != NORWEGIAN))


def _asked(
    field: Field,
    place: str,
    language: str,
    answers: Mapping[str, str],
    *,
    guess: str,
    source: Source = PROPOSED,
) -> FieldValue:
    written = answers.get(key_of(field, place, language))
    return FieldValue(
        field=field,
        place=place,
        language=language,
        value=guess if written is None else written,
        source=ANSWERED if written else source if written is None and guess else None,
        editable=True,
    )


def _told(found: Mapping[str, FieldValue], each: FieldValue) -> bool:
    """Whether a field of a change is asked: the day only when the documents changed."""
    if each.field.only_when is None:
        return True
    term, expected = each.field.only_when
    other = found.get(f"{Scope.CHANGE.value}:{term}|{each.place}")
    return other is not None and other.value == expected


def sections_of(values: Values, facts: CaseFacts) -> dict[str, Words]:
    """The parts of the notice that a change may stand in (BT-13716), with their names."""
    found = {"PROCEDURE": WHOLE, BUYER: _same(facts.buyer.name)}
    if review_key(values):
        found[REVIEW] = _same(values.text(Scope.REVIEW_BODY, "BT-500"))
    found |= {lot_key(values, lot): _same(lot.title) for lot in facts.lots}
    named = ((key, values.text(Scope.GROUP, "BT-21", key)) for key in groups_of(values))
    return found | {key: _same(name or key) for key, name in named}


def _same(name: str) -> Words:
    return Words(nb=name, nn=name, en=name)


def _worded(group: list[Difference], facts: CaseFacts, language: str) -> str:
    """What differs in a field, in words; lots that changed alike are told once."""
    if language not in SPOKEN:
        return ""
    spoken = SPOKEN[language]
    own = [each for each in group if each.language in {"", language}] or group
    told: dict[str, list[str]] = {}
    for each in own:
        told.setdefault(_sentence(each, spoken), []).append(place_name(each.place, facts.plan))
    label = own[0].field.label.in_(spoken)
    if len(told) == 1:
        return f"{label}: {next(iter(told))}."
    return "\n".join(
        f"{label} ({', '.join(filter(None, names))}): {sentence}."
        for sentence, names in told.items()
    )


def _sentence(each: Difference, language: str) -> str:
    before, after = (_shown(each.field, value, language) for value in (each.before, each.after))
    if max(len(before), len(after)) > SHORT:
        return SAID_SHORTLY[each.way].in_(language)
    return SAID[each.way].in_(language).format(before=before, after=after)


def _shown(field: Field, value: str, language: str) -> str:
    """A value as people read it; what cannot be read as written."""
    if field.kind is Kind.YES_NO:
        return YES_NO[value].in_(language) if value in YES_NO else value
    if field.codes:
        known = (field.codes.get(code) for code in value.split())
        return ", ".join(words.in_(language) if words else value for words in known)
    try:
        if field.kind is Kind.MONEY and value:
            return formatting.money(Money(amount_of(value)), language)
        if field.kind is Kind.INSTANT and value:
            return formatting.instant(datetime.fromisoformat(value), language)
        if field.kind is Kind.DAY and value:
            return formatting.day(datetime.fromisoformat(value).date(), language)
    except (ValueError, InvalidOperation):
        return value
    return value if field.kind in {Kind.WHOLE, Kind.NUMBER} or not value else f"«{value}»"


YES_NO = {
    "true": Words(nb="ja", nn="ja", en="yes"),
    "false": Words(nb="nei", nn="nei", en="no"),
}
