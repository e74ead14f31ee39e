"""What differs between two versions of a notice, field by field, in words (B6, N-8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from anskaff.competition.announcing.fields import PER_LOT, Field, Scope, Theme
from anskaff.competition.announcing.known import lot_of
from anskaff.competition.announcing.subtypes import PLANNING
from anskaff.competition.announcing.table import FIELDS
from anskaff.competition.announcing.values import Values, key_of
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words

BUYER_SECTION = "ORG-0001"
REVIEW_SECTION = "ORG-0002"
PROCEDURE_SECTION = "PROCEDURE"
LATEST_INFORMATION = timedelta(days=6)
DEADLINE_KEY = "tender_deadline"
MATERIAL_TERMS = frozenset({"BT-262", "BT-27", "BT-539", "BT-541", "BT-23", "BT-71", "BT-765"})


class Way(StrEnum):
    """How a field changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field at one place: what stood there and what stands there now."""

    key: str
    field: Field
    place: str
    language: str
    before: str
    after: str

    @property
    def way(self) -> Way:
        """Whether it is new, gone or changed."""
        if not self.before:
            return Way.ADDED
        return Way.CHANGED if self.after else Way.REMOVED


MAY_BE_MATERIAL = FindingKind(
    code="notice-change-may-be-material",
    severity=Severity.WARNING,
    text=Words(
        nb="«{field}» er endret. Endringen kan være vesentlig.",
        nn="«{field}» er endra. Endringa kan vere vesentleg.",
        en="“{field}” has changed. The change may be material.",
    ),
    cure=Words(
        nb="Vurder om andre ville ha deltatt eller gitt et annet tilbud. Da må konkurransen "
        "avlyses og kunngjøres på nytt.",
        nn="Vurder om andre ville ha delteke eller gjeve eit anna tilbod. Då må konkurransen "
        "avlysast og kunngjerast på nytt.",
        en="Consider whether others would have taken part or tendered otherwise. Then the "
        "competition must be cancelled and published anew.",
    ),
    source="FOA §§ 8-4(4), 14-2",
)
MORE_TIME = FindingKind(
    code="notice-change-needs-time",
    severity=Severity.WARNING,
    text=Words(
        nb="Endringene kan kreve mer tid. Tilbudsfristen er fortsatt {deadline}.",
        nn="Endringane kan krevje meir tid. Tilbodsfristen er framleis {deadline}.",
        en="The changes may need more time. The deadline for tenders is still {deadline}.",
    ),
    cure=Words(
        nb="Forleng fristen, så tilbyderne rekker å ta hensyn til endringene. Forslag: {proposed}.",
        nn="Forleng fristen, så tilbydarane rekk å ta omsyn til endringane. Framlegg: {proposed}.",
        en="Extend the deadline, so that tenderers can take the changes into account. Proposal: "
        "{proposed}.",
    ),
    source="FOA §§ 8-4(4), 14-2",
)
_BY_KEY = {key_of(field, ""): field for field in FIELDS}


def differences(before: Mapping[str, str], now: Values) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the form, but those about the correction itself."""
    return tuple(_differences(before, now))


def _differences(before: Mapping[str, str], now: Values) -> Iterator[Difference]:
    for each in now:
        if each.field.theme is Theme.CHANGE:
            continue
        was = before.get(each.key, "")
        if was != each.value:
            yield Difference(
                key=each.key,
                field=each.field,
                place=each.place,
                language=each.language,
                before=was,
                after=each.value,
            )
    here = {each.key for each in now}
    for key, was in before.items():
        if key not in here and (found := field_of(key)) and found.theme is not Theme.CHANGE:
            place = key.partition("|")[2].partition("@")[0]
            yield Difference(
                key=key,
                field=found,
                place=place,
                language=key.partition("@")[2],
                before=was,
                after="",
            )


def field_of(key: str) -> Field | None:
    """The field of a key, without its place and language."""
    return _BY_KEY.get(key.partition("|")[0].partition("@")[0])


def section_of(each: Difference, subtype: str) -> str:
    """The part of the notice that a change stands in (BT-13716)."""
    if each.field.scope in PER_LOT | {Scope.CRITERION}:
        lot = lot_of(each.place)
        return lot.replace("LOT", "PAR") if subtype in PLANNING else lot
    if each.field.scope is Scope.GROUP:
        return each.place
    if each.field.scope in {Scope.COMPANY, Scope.BUYER}:
        return BUYER_SECTION
    return REVIEW_SECTION if each.field.scope is Scope.REVIEW_BODY else PROCEDURE_SECTION


def warnings(
    changed: tuple[Difference, ...], *, deadline: datetime | None, again: datetime, at: datetime
) -> tuple[Finding, ...]:
    """What to think of before the change goes out (D-3).

    Args:
        changed: the fields that differ.
        deadline: the deadline for tenders; None when the notice has none.
        again: the earliest deadline if the competition were published now.
        at: when the change goes out.

    A change that may be material needs the whole period again; another one must reach tenderers
    six days before the deadline, as answers must (FOA §§ 14-2, 20-1).
    """
    terms = {each.field.id: each for each in changed if each.field.id in MATERIAL_TERMS}
    found = [MAY_BE_MATERIAL.at(each.key, field=each.field.label) for each in terms.values()]
    needed = again if terms else at + LATEST_INFORMATION
    if changed and deadline is not None and at < deadline < needed:
        found.append(MORE_TIME.at(DEADLINE_KEY, deadline=deadline, proposed=needed))
    return tuple(found)


FINDING_KINDS = (MAY_BE_MATERIAL, MORE_TIME)
