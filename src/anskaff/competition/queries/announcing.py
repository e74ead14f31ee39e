"""Reads: the notices of a case, and one notice with all that it says and lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from anskaff.competition import readiness
from anskaff.competition.access import may_prepare, seen_competition, team_of
from anskaff.competition.actions.announcing import NO_SUCH_NOTICE, NO_SUCH_SUBTYPE
from anskaff.competition.announcing.afterwards import Untold, untold_cancellation
from anskaff.competition.announcing.building import Identity, changes_in
from anskaff.competition.announcing.changes import Difference, warnings
from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.correcting import OWN, places, sections_of
from anskaff.competition.announcing.drafting import (
    Snapshot,
    bytes_of,
    corrected,
    faults_of,
    snapshot_of,
)
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.gathering import facts_of, law_of, won_lots
from anskaff.competition.announcing.rules import rule_faults
from anskaff.competition.announcing.subtypes import SUBTYPES, Called, Subtype, called_for
from anskaff.competition.announcing.values import Values, values_of
from anskaff.competition.models import Competition, NoticeDraft
from anskaff.competition.plan import Plan, plan_of
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.errors import Invalid, NotFound
from anskaff.concepts.finding import Finding
from anskaff.concepts.notice import ChangedPart, NoticeReading
from anskaff.concepts.words import Words
from anskaff.notices.queries.submissions import SubmissionView, submissions_of
from anskaff.notices.submission_access import Team
from anskaff.records import files


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One version of a notice in the list of a case; not sent when `sent_at` is None.

    `way` says where a sent one is on its way to be published.
    """

    id: int
    subtype: Subtype
    notice: str
    version: str
    corrects: bool
    begun_at: datetime
    saved_at: datetime
    sent_at: datetime | None
    newest: bool
    way: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesOfCase:
    """The notices that a case calls for, and those that it has.

    `untold` is the call of a cancelled competition that nobody has cancelled. `contracts` are the
    signed ones with the title of their lot and their value in NOK without VAT.
    """

    called: tuple[Called, ...]
    rows: tuple[NoticeRow, ...]
    may_change: bool
    untold: Untold | None = None
    contracts: tuple[tuple[str, Decimal], ...] = ()

    @property
    def open_subtypes(self) -> Mapping[str, int]:
        """The draft of each subtype that has one."""
        return {each.subtype.code: each.id for each in self.rows if each.sent_at is None}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """One version of a notice: its row, values, what is wrong, and what it changes.

    `changed` compares with the version before; `warnings` are about those changes (D-3).
    """

    row: NoticeRow
    may_change: bool
    values: Values
    reading: NoticeReading
    findings: tuple[Finding, ...]
    changed: tuple[Difference, ...]
    warnings: tuple[Finding, ...]
    submission: SubmissionView | None


def notices_of_case(reference: str, viewer: Viewer, at: datetime) -> NoticesOfCase:
    """The notices of a case that the viewer may see.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    plan = plan_of(competition)
    rows = list(competition.notices.select_related("next"))
    sent = submissions_of(reference, viewer, team_of(viewer))
    ways = {(each.notice, each.version): each.state_words for each in sent}
    return NoticesOfCase(
        called=called_for(plan, law_of(plan, at), at),
        rows=tuple(_row(row, ways) for row in rows),
        may_change=may_prepare(competition.case, viewer),
        untold=untold_cancellation(competition, viewer, at),
        contracts=_contracts(competition, plan),
    )


def _contracts(competition: Competition, plan: Plan) -> tuple[tuple[str, Decimal], ...]:
    if plan.state is not State.SIGNED:
        return ()
    titles = {lot.key: lot.title for lot in plan.lots}
    return tuple(
        (titles.get(won.lot, ""), won.value)
        for won in won_lots(competition)
        if won.signed_on is not None and won.value is not None
    )


def notice_team(viewer: Viewer) -> Team:
    """The cases whose notices the viewer follows and sends as a member of their teams."""
    return team_of(viewer)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCorrection:
    """A correction that was sent: its version, when, why, and what it changed.

    `own` are the changes that the buyer names beside the fields that differ, or whose documents
    changed; `sections` names the keys of the parts that they stand in.
    """

    subtype: str
    version: str
    sent_at: datetime
    reason: str
    plan: Plan
    changed: tuple[Difference, ...]
    own: tuple[ChangedPart, ...]
    sections: Mapping[str, Words]


def public_corrections(reference: str, viewer: Viewer) -> tuple[PublicCorrection, ...]:
    """The corrections of the notices of a published competition, the last first (B6, S9)."""
    del viewer
    rows = (
        NoticeDraft.objects.filter(
            competition__case__reference=reference,
            competition__published_at__isnull=False,
            sent_at__isnull=False,
            previous__isnull=False,
        )
        .exclude(next__replaces=True)
        .select_related("competition__case__buyer", "previous")
        .order_by("-sent_at", "-id")
    )
    return tuple(_correction(row) for row in rows if corrected(row) is not None)


def _correction(row: NoticeDraft) -> PublicCorrection:
    assert row.sent_at is not None
    snapshot = snapshot_of(row, row.sent_at)
    parts = dict(zip(places(snapshot.values), changes_in(snapshot.values), strict=True))
    return PublicCorrection(
        subtype=row.subtype,
        version=f"{row.number:02d}",
        sent_at=row.sent_at,
        reason=snapshot.values.text(Scope.NOTICE, "BT-762-notice"),
        plan=snapshot.facts.plan,
        changed=snapshot.changed,
        own=tuple(x for at, x in parts.items() if at.startswith(OWN) or x.documents_changed),
        sections=sections_of(snapshot.values, snapshot.facts),
    )


def notice_of_case(reference: str, draft: int, viewer: Viewer, at: datetime) -> NoticeView:
    """One version of a notice, as it is now or as it was sent.

    Raises:
        NotFound: there is no such case or notice, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    row = _find(competition, draft)
    snapshot = snapshot_of(row, row.sent_at or at)
    return NoticeView(
        row=_row(row),
        may_change=may_prepare(competition.case, viewer) and row.sent_at is None,
        values=snapshot.values,
        reading=snapshot.reading,
        findings=faults_of(snapshot) if row.sent_at is None else (),
        changed=snapshot.changed,
        warnings=_warnings(snapshot, at) if row.sent_at is None else (),
        submission=_submission(row, viewer),
    )


def broken_rules(reference: str, draft: int, viewer: Viewer, at: datetime) -> tuple[Finding, ...]:
    """What stops a draft without other faults by the published rules; nothing for a sent one.

    Raises:
        NotFound: there is no such case or notice, or the viewer may not know of it.
    """
    row = _find(seen_competition(reference, viewer), draft)
    if row.sent_at is not None:
        return ()
    snapshot = snapshot_of(row, at)
    return () if faults_of(snapshot) else rule_faults(bytes_of(snapshot), at)


def notice_file(reference: str, draft: int, viewer: Viewer, at: datetime) -> bytes:
    """The XML of a notice: as it was sent, or as it would be sent now.

    Raises:
        Invalid: something is missing or wrong.
        NotFound: there is no such case or notice, or the viewer may not know of it.
    """
    row = _find(seen_competition(reference, viewer), draft)
    if row.stored_id is not None:
        return b"".join(files.chunks(row.stored_id))
    return _written(snapshot_of(row, at))


def case_as_notice(
    reference: str,
    subtype: str,
    viewer: Viewer,
    at: datetime,
    answers: Mapping[str, str] | None = None,
) -> bytes:
    """The XML of a notice of a case without keeping anything.

    What is answered in the case's newest draft of the subtype counts, and `answers` over it.

    Raises:
        Invalid: no such subtype, or something is missing or wrong.
        NotFound: there is no such case, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    if subtype not in SUBTYPES:
        raise Invalid(NO_SUCH_SUBTYPE.at("subtype", subtype=subtype[:8]))
    row = competition.notices.filter(subtype=subtype).order_by("-saved_at", "-id").first()
    facts = facts_of(competition, at)
    known = {**(row.answers if row else {}), **(answers or {})}
    identity = Identity(notice=str(row.notice) if row else facts.procedure, version=1, at=at)
    values = values_of(facts, subtype, known)
    return _written(Snapshot(facts=facts, values=values, identity=identity))


def _written(snapshot: Snapshot) -> bytes:
    """The XML of a snapshot without faults.

    Raises:
        Invalid: with all that is missing or wrong.
    """
    found = faults(snapshot.values)
    if found:
        raise Invalid(*found)
    return bytes_of(snapshot)


def _warnings(snapshot: Snapshot, at: datetime) -> tuple[Finding, ...]:
    plan = snapshot.facts.plan
    return warnings(
        snapshot.changed,
        deadline=plan.deadlines.tender_deadline,
        again=readiness.minimum_period(plan, at).earliest,
        at=at,
    )


def _submission(row: NoticeDraft, viewer: Viewer) -> SubmissionView | None:
    """Where a sent notice is on its way to be published."""
    if row.sent_at is None:
        return None
    number = (str(row.notice), f"{row.number:02d}")
    sent = submissions_of(row.competition.case.reference, viewer, team_of(viewer))
    return next((each for each in sent if (each.notice, each.version) == number), None)


def _find(competition: Competition, draft: int) -> NoticeDraft:
    found = competition.notices.select_related("previous", "stored", "next").filter(pk=draft)
    row = found.first()
    if row is None:
        raise NotFound(NO_SUCH_NOTICE.at("notice"))
    return row


def _row(row: NoticeDraft, ways: Mapping[tuple[str, str], Words] | None = None) -> NoticeRow:
    return NoticeRow(
        id=row.pk,
        subtype=SUBTYPES[row.subtype],
        notice=str(row.notice),
        version=f"{row.number:02d}",
        corrects=corrected(row) is not None,
        begun_at=row.created_at,
        saved_at=row.saved_at,
        sent_at=row.sent_at,
        newest=not hasattr(row, "next"),
        way=(ways or {}).get((str(row.notice), f"{row.number:02d}")),
    )
