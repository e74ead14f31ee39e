"""What a case still has to tell when it has ended: its result, or that it was cancelled (N-6, N-8).

Until the deadline a call is cancelled by a new version of itself with the ground `cancel` (BT-140).
The published rules refuse that ground afterwards (SDK 1.14.2, BR-BT-00005-0151); then a result
notice tells that no winner was chosen (BT-142 `clos-nw`) and why (BT-144).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet

from anskaff.competition import readiness
from anskaff.competition.announcing import ted_first
from anskaff.competition.announcing.subtypes import CALLS, RESULTS, award_rule
from anskaff.competition.models import Competition, NoticeDraft
from anskaff.competition.plan import sector_of
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.notice import CANCEL
from anskaff.law import notices
from anskaff.law.part import Part
from anskaff.law.procedure_guide import Sector
from anskaff.law.rule import Rule

LOOKED_AT = 200
GROUND = "said__notice:BT-140-notice"
ANNOUNCING = CALLS - {"7"}
RESULT_OF = {"E3": "E4", "10": "29", "16": "29", "17": "30", "12": "33", "20": "33", "23": "36"}
"""The result notice of each call: same law and kind (SDK 1.14.2, `notice-types.json`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """A call of a cancelled competition that nobody has cancelled.

    `notice` is the version to go on with: the newest, which is `begun` when it is a draft, and
    `sent_anew` when a version that was to tell it did not come through. `result` is the subtype
    that tells it instead when the deadline is over.
    """

    notice: int
    begun: bool = False
    sent_anew: bool = False
    result: str = ""


def untold_cancellation(competition: Competition, viewer: Viewer, at: datetime) -> Untold | None:
    """The call that stands as if the competition went on; None when there is none."""
    if State(competition.state) is not State.CANCELLED:
        return None
    call = ted_first.call_of(competition, viewer)
    if call is None:
        return None
    standing = NoticeDraft.objects.get(pk=call.notice)
    told = standing.said.get("notice:BT-140-notice") == CANCEL
    if told or competition.notices.filter(subtype__in=RESULTS, sent_at__isnull=False).exists():
        return None
    if competition.tender_deadline is not None and competition.tender_deadline <= at:
        result = RESULT_OF.get(standing.subtype, "")
        return Untold(notice=standing.pk, result=result) if result else None
    versions = NoticeDraft.objects.filter(competition=competition, notice=standing.notice)
    newest = versions.order_by("number").last() or standing
    begun = newest.sent_at is None
    return Untold(notice=newest.pk, begun=begun, sent_anew=not begun and newest.pk != standing.pk)


def with_untold_cancellation(cases: QuerySet[Competition]) -> QuerySet[Competition]:
    """Those that sent a call, and no notice that cancels it or tells how it ended."""
    sent = NoticeDraft.objects.filter(competition=OuterRef("pk"), sent_at__isnull=False)
    told = sent.filter(Q(subtype__in=RESULTS) | Q(**{GROUND: CANCEL}))
    return cases.filter(Exists(sent.filter(subtype__in=ANNOUNCING)), ~Exists(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultToTell:
    """An award notice that nobody has sent: what demands it, or None when it is voluntary.

    `last_day` is the last day to send it; a voluntary one is offered for as long.
    """

    rule: Rule | None
    last_day: date


def result_to_tell(competition: Competition, at: datetime) -> ResultToTell | None:
    """The award notice of a signed contract that the law demands, or lets, and nobody has sent."""
    if competition.notices.filter(subtype__in=RESULTS, sent_at__isnull=False).exists():
        return None
    return _result(competition, at)


def untold_results(
    cases: QuerySet[Competition], at: datetime, most: int
) -> tuple[tuple[Competition, ResultToTell], ...]:
    """Cases with the award notice that is still to be sent, newest contract first."""
    told = ((each, _result(each, at)) for each in _candidates(cases, at)[:LOOKED_AT])
    return tuple(islice(((each, result) for each, result in told if result), most))


def _result(competition: Competition, at: datetime) -> ResultToTell | None:
    if competition.signed_at is None:
        return None
    kind, value = ContractKind(competition.kind), competition.estimated_value_nok
    begun = competition.published_at or at
    applicable = readiness.law_of(kind, value, BuyerKind(competition.buyer_kind), begun)
    rule = award_rule(sector_of(competition), kind, value, applicable, legal_day(begun))
    last = notices.award_notice_due(legal_day(competition.signed_at))
    return ResultToTell(rule=rule, last_day=last) if rule or legal_day(at) <= last else None


def _candidates(cases: QuerySet[Competition], at: datetime) -> QuerySet[Competition]:
    """Signed contracts without a result where the law may demand one, and the newest of others."""
    sent = NoticeDraft.objects.filter(
        competition=OuterRef("pk"), subtype__in=RESULTS, sent_at__isnull=False
    )
    demanded = (
        Q(regulation_part__in=[Part.III.value, Part.IV.value, Part.V.value])
        | Q(kind=ContractKind.SPECIAL_SERVICES.value)
        | Q(guide_answers__sector__in=[Sector.UTILITIES.value, Sector.CONCESSION.value])
    )
    lately = Q(signed_at__gt=at - timedelta(days=notices.AWARD_NOTICE_DAYS + 1))
    signed = cases.filter(~Exists(sent), signed_at__isnull=False)
    return signed.filter(demanded | lately).select_related("case").order_by("-signed_at", "-pk")
