"""Reads for the buyer: the cases of the organisation, and one case as it is prepared.

Nothing here tells whether anyone tenders: not by name, number, time or order (FOA § 22-3).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from django.db.models import Count, QuerySet

from anskaff.competition import readiness
from anskaff.competition.access import may_prepare, seen_competition, team_roles, visible_to
from anskaff.competition.announcing import afterwards, ted_first
from anskaff.competition.announcing.afterwards import ResultToTell, Untold
from anskaff.competition.announcing.ted_first import Call
from anskaff.competition.models import (
    Competition,
    CompetitionDocument,
)
from anskaff.competition.notice_import import draft_of
from anskaff.competition.plan import Plan, plan_of
from anskaff.competition.searching import COUNTED_AT_MOST, having_words
from anskaff.competition.states import State
from anskaff.competition.steps import Step
from anskaff.concepts.actor import TeamRole, Viewer
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents.eforms import notice
from anskaff.law.part import ApplicablePart
from anskaff.law.time_limits import MinimumPeriod
from anskaff.records import files

PAGE_SIZES = (20, 50, 100)
EXPORTED_AT_MOST = 10_000

NO_SUCH_DOCUMENT = FindingKind(
    code="no-such-case-document",
    text=Words(
        nb="Dokumentet finnes ikke i saken.",
        nn="Dokumentet finst ikkje i saka.",
        en="The document is not in the case.",
    ),
    cure=Words(
        nb="Gå til dokumentene i saken.",
        nn="Gå til dokumenta i saka.",
        en="Go to the documents of the case.",
    ),
)


class Sort(StrEnum):
    """How the list of cases may be ordered."""

    NEWEST = "newest"
    DEADLINE = "deadline"
    TITLE = "title"


ORDER: Mapping[Sort, tuple[str, ...]] = {
    Sort.NEWEST: ("-case_id",),
    Sort.DEADLINE: ("tender_deadline", "-case_id"),
    Sort.TITLE: ("title", "-case_id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case in a list."""

    reference: str
    title: str
    state: State
    tender_deadline: datetime | None
    estimated_value_nok: Decimal | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One page of a list. `hits` is exact up to `COUNTED_AT_MOST`; then `more` is True."""

    rows: tuple[CaseRow, ...]
    hits: int
    more: bool
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an imported notice said that is not in the plan itself; `sha256` names its bytes."""

    facts: Mapping[str, str]
    unread: tuple[str, ...]
    links: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case as its team sees it. `findings` are those before publication; drafts only.

    `waits_for_ted` is why a draft may not be shown yet, and `call` the notice that it waits for;
    `result` is an award notice that nobody has sent, and `untold` the call that nobody has
    cancelled although the competition is.
    """

    plan: Plan
    may_change: bool
    roles: frozenset[TeamRole]
    step: Step
    findings: tuple[Finding, ...]
    waits_for_ted: tuple[Finding, ...]
    call: Call | None
    result: ResultToTell | None
    untold: Untold | None
    applicable: ApplicablePart | None
    minimum: MinimumPeriod
    unanswered: int
    imported: Imported | None
    cancellation_reason: str
    new_competition_follows: bool | None

    @property
    def is_ready(self) -> bool:
        """Whether nothing in the draft itself stops it."""
        return self.plan.state is State.DRAFT and not any(each.stops for each in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument:
    """A document of the case for download; its bytes are in the file store under `sha256`."""

    name: str
    sha256: str
    media_type: str
    size: int


def case_page(
    viewer: Viewer,
    *,
    text: str = "",
    state: State | None = None,
    sort: Sort = Sort.NEWEST,
    page: int = 1,
    size: int = PAGE_SIZES[0],
) -> CasePage:
    """The cases that the viewer may see, filtered; three queries however many there are."""
    found = _filtered(viewer, text, state)
    counted = found.order_by()[: COUNTED_AT_MOST + 1].count()
    hits = min(counted, COUNTED_AT_MOST)
    pages = max(1, -(-hits // size))
    page = min(max(1, page), pages)
    ordered = found.order_by(*ORDER[sort]).values_list("pk", flat=True)
    wanted = list(ordered[(page - 1) * size : page * size])
    rows = Competition.objects.select_related("case").in_bulk(wanted)
    return CasePage(
        rows=tuple(_row(rows[key]) for key in wanted),
        hits=hits,
        more=counted > COUNTED_AT_MOST,
        page=page,
        pages=pages,
    )


def case_rows(
    viewer: Viewer, *, text: str = "", state: State | None = None, sort: Sort = Sort.NEWEST
) -> tuple[CaseRow, ...]:
    """The same rows without pages, for export; at most `EXPORTED_AT_MOST`."""
    found = _filtered(viewer, text, state).select_related("case").order_by(*ORDER[sort])
    return tuple(_row(each) for each in found[:EXPORTED_AT_MOST])


def state_counts(viewer: Viewer) -> dict[State, int]:
    """How many cases the viewer sees in each state, in one query."""
    counted = dict(visible_to(viewer).order_by().values_list("state").annotate(cases=Count("*")))
    return {state: counted.get(state.value, 0) for state in State}


def case(reference: str, viewer: Viewer, at: datetime) -> CaseView:
    """One case with everything its page needs.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    plan = plan_of(competition)
    draft = plan.state is State.DRAFT
    findings = readiness.before_publication(plan, at) if draft else ()
    unanswered = competition.questions.filter(answered_at=None).count()
    applicable = readiness.law_part(plan, plan.published_at or at)
    call = ted_first.call_of(competition, viewer) if draft else None
    waits = ted_first.keeps_back(applicable, call, None, at) if draft else ()
    result = afterwards.result_to_tell(competition, at)
    untold = afterwards.untold_cancellation(competition, viewer, at)
    return CaseView(
        plan=plan,
        may_change=may_prepare(competition.case, viewer),
        roles=team_roles(competition.case, viewer),
        step=_telling(result, untold)
        or _announcing(_step(plan, findings, unanswered, at), applicable, call, waits),
        findings=findings,
        waits_for_ted=waits,
        call=call,
        result=result,
        untold=untold,
        applicable=applicable,
        minimum=readiness.minimum_period(plan, plan.published_at or at),
        unanswered=unanswered,
        imported=_imported(competition),
        cancellation_reason=competition.cancellation_reason,
        new_competition_follows=competition.new_competition_follows,
    )


def import_findings(reference: str, viewer: Viewer) -> tuple[Finding, ...]:
    """What a person should check in the notice that a case came from, read again from its bytes.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    kept = seen_competition(reference, viewer).imported_from_id
    if kept is None:
        return ()
    return tuple(draft_of(notice.read(b"".join(files.chunks(kept)))).findings)


def case_document(reference: str, document: int, viewer: Viewer) -> CaseDocument:
    """A document of a case that the viewer may see, also one that was taken out.

    Raises:
        NotFound: there is no such case or document, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    row = (
        CompetitionDocument.objects.filter(competition=competition, pk=document)
        .select_related("stored")
        .first()
    )
    if row is None:
        raise NotFound(NO_SUCH_DOCUMENT.at("document"))
    return CaseDocument(
        name=row.name,
        sha256=row.stored.sha256,
        media_type=row.stored.media_type,
        size=row.stored.size,
    )


def _filtered(viewer: Viewer, text: str, state: State | None) -> QuerySet[Competition]:
    found = visible_to(viewer)
    if state is not None:
        found = found.filter(state=state.value)
    return having_words(found, text)


def _row(each: Competition) -> CaseRow:
    return CaseRow(
        reference=each.case.reference,
        title=each.title,
        state=State(each.state),
        tender_deadline=each.tender_deadline,
        estimated_value_nok=each.estimated_value_nok,
        created_at=each.case.created_at,
    )


def _step(plan: Plan, findings: tuple[Finding, ...], unanswered: int, at: datetime) -> Step:
    match plan.state:
        case State.DRAFT:
            return Step.COMPLETE if any(each.stops for each in findings) else Step.PUBLISH
        case State.PUBLISHED:
            deadline = plan.deadlines.tender_deadline
            if deadline is not None and deadline <= at:
                return Step.OPEN
            return Step.ANSWER if unanswered else Step.WAIT
        case State.OPENED:
            return Step.EVALUATE
        case State.EVALUATED:
            return Step.AWARD
        case State.AWARDED:
            return Step.SIGN
        case State.SIGNED | State.CANCELLED:
            return Step.NONE


def _telling(result: ResultToTell | None, untold: Untold | None) -> Step | None:
    """What a case that has ended must, or may, still announce."""
    if untold:
        return Step.ANNOUNCE_CANCELLATION
    if result is None:
        return None
    return Step.ANNOUNCE_RESULT if result.rule else Step.MAY_ANNOUNCE_RESULT


def _announcing(
    step: Step, applicable: ApplicablePart | None, call: Call | None, waits: tuple[Finding, ...]
) -> Step:
    """What a draft that is ready needs before it is shown: its call sent, and TED's answer."""
    if step is not Step.PUBLISH or not ted_first.has_notice_duty(applicable):
        return step
    if call is None:
        return Step.ANNOUNCE
    return Step.FOLLOW if waits else step


def _imported(competition: Competition) -> Imported | None:
    if competition.imported_from_id is None:
        return None
    return Imported(
        facts={str(name): str(value) for name, value in competition.imported_notice.items()},
        unread=tuple(competition.imported_unread),
        links=tuple(competition.links),
        sha256=competition.imported_from_id,
    )


FINDING_KINDS = (NO_SUCH_DOCUMENT,)
