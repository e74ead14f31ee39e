"""A draft row with all that it says: from rows to values, concept and bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from anskaff.competition.announcing.building import Identity, build
from anskaff.competition.announcing.changes import Difference
from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.correcting import named
from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.gathering import facts_of
from anskaff.competition.announcing.values import Values, values_of
from anskaff.competition.models import Competition, NoticeDraft
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Invalid, Unreadable
from anskaff.concepts.finding import Finding
from anskaff.concepts.notice import NoticeReading
from anskaff.documents import eforms

OF_THE_BUYER = tuple(f"{scope.value}:" for scope in (Scope.COMPANY, Scope.BUYER, Scope.REVIEW_BODY))
OF_ONE_NOTICE = tuple(
    f"{scope.value}:" for scope in (Scope.NOTICE, Scope.RESULT, Scope.CONTRACT, Scope.CHANGE)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A draft at one instant: facts, values, what it is, and what it changes."""

    facts: CaseFacts
    values: Values
    identity: Identity
    changed: tuple[Difference, ...] = ()

    @property
    def reading(self) -> NoticeReading:
        """The notice as a concept."""
        return build(self.values, self.facts, self.identity)


def corrected(row: NoticeDraft) -> NoticeDraft | None:
    """The version that this one corrects: the last before it that was not refused."""
    before = row.previous
    return corrected(before) if before is not None and row.replaces else before


def snapshot_of(row: NoticeDraft, at: datetime) -> Snapshot:
    """The draft as it stands: what the case says now, and what is answered.

    A notice that was sent says what it said then.
    """
    facts = facts_of(row.competition, at)
    before = corrected(row)
    values = values_of(facts, row.subtype, row.answers, correction=before is not None)
    if row.sent_at is not None:
        values = _as_sent(values, row.said)
    changed: tuple[Difference, ...] = ()
    if before is not None:
        answers = row.answers if row.sent_at is None else row.said
        told = named(values, facts, answers, before.said)
        values, changed = told.values, told.changed
        if row.sent_at is not None:
            values = _as_sent(values, row.said)
    identity = Identity(
        notice=str(row.notice),
        version=row.number,
        at=at,
        corrects=f"{before.notice}-{before.number:02d}" if before else "",
    )
    return Snapshot(facts=facts, values=values, identity=identity, changed=changed)


def _as_sent(values: Values, said: Mapping[str, str]) -> Values:
    """The values that stood in a notice when it was sent."""
    then = {
        key: replace(each, value=said.get(key, ""), editable=False)
        for key, each in values.by_key.items()
    }
    return Values(values.subtype, then)


def faults_of(snapshot: Snapshot) -> tuple[Finding, ...]:
    """What is missing or wrong in the values, or else what keeps them from being written."""
    found = faults(snapshot.values)
    if found:
        return found
    try:
        bytes_of(snapshot)
    except Invalid as refused:
        return refused.findings
    return ()


def bytes_of(snapshot: Snapshot) -> bytes:
    """The notice as XML.

    Raises:
        Invalid: something contradicts something else or cannot be written; field and cure.
    """
    try:
        return eforms.write(snapshot.reading, on=legal_day(snapshot.identity.at))
    except Unreadable as refused:
        raise Invalid(*refused.findings) from refused


def said_in(snapshot: Snapshot) -> Mapping[str, str]:
    """What stands in each field, by key: kept with the sent notice to compare the next with."""
    return {each.key: each.value for each in snapshot.values if each.value}


def remembered(competition: Competition, subtype: str) -> dict[str, str]:
    """Answers to begin with: about the buyer from its last notice, the rest from this case's."""
    last = (
        NoticeDraft.objects.filter(competition__buyer=competition.buyer_id)
        .exclude(competition=competition)
        .order_by("-saved_at")
        .first()
    )
    known: dict[str, str] = {}
    if last is not None:
        known = {key: said for key, said in last.answers.items() if key.startswith(OF_THE_BUYER)}
    own = NoticeDraft.objects.filter(competition=competition).order_by("saved_at", "id")
    for row in own:
        known |= {
            key: said
            for key, said in row.answers.items()
            if row.subtype == subtype or not key.startswith(OF_ONE_NOTICE)
        }
    return known
