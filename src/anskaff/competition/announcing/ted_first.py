"""F-TED48: nothing is shown in Norway before TED has published, or 48 hours after its receipt.

A call that goes to TED is followed here from its own submission; when another system sent it, the
buyer states what TED has answered, and the statement is kept with the publication.
Source: FOA § 21-1(5), checked 2026-11-21.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from anskaff.competition.access import team_of
from anskaff.competition.announcing.subtypes import CALLS
from anskaff.competition.models import Competition, NoticeDraft
from anskaff.concepts.actor import Viewer
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law import notices
from anskaff.law.part import ApplicablePart
from anskaff.law.procedure_limits import TED_FIRST, shown_nationally_from
from anskaff.notices.queries.submissions import SubmissionView, submissions_of

ABROAD = frozenset({notices.EUROPEAN.id, notices.LIGHT.id, notices.DESIGN.id})
NOT_COMING = frozenset({"refused", "stopped"})
NUMBER = re.compile(r"[0-9]{1,8}-[0-9]{4}")

NOT_AT_TED = FindingKind(
    code="call-not-at-ted",
    text=Words(
        nb="Konkurransen kan ikke vises her ennå: kunngjøringen er ikke sendt til TED.",
        nn="Konkurransen kan ikkje visast her enno: kunngjeringa er ikkje send til TED.",
        en="The competition cannot be shown here yet: the notice has not been sent to TED.",
    ),
    cure=Words(
        nb="Skriv og publiser kunngjøringen først. Er den sendt på annen måte, oppgi hva TED har "
        "svart.",
        nn="Skriv og publiser kunngjeringa først. Er ho send på annan måte, oppgi kva TED har "
        "svart.",
        en="Write and publish the notice first. If it was sent another way, state what TED "
        "answered.",
    ),
    source=TED_FIRST.source,
)
TED_IS_SILENT = FindingKind(
    code="call-not-confirmed-by-ted",
    text=Words(
        nb="Konkurransen kan ikke vises her ennå: TED har ikke bekreftet at kunngjøringen er "
        "mottatt.",
        nn="Konkurransen kan ikkje visast her enno: TED har ikkje stadfesta at kunngjeringa er "
        "motteken.",
        en="The competition cannot be shown here yet: TED has not confirmed that it received the "
        "notice.",
    ),
    cure=Words(
        nb="Følg kunngjøringen, og vent til den er publisert.",
        nn="Følg kunngjeringa, og vent til ho er publisert.",
        en="Follow the notice, and wait until it is published.",
    ),
    source=TED_FIRST.source,
)
BEFORE_TED = FindingKind(
    code="call-before-ted",
    text=Words(
        nb="Konkurransen kan ikke vises her før TED har publisert kunngjøringen, eller fra "
        "{earliest}, 48 timer etter at TED bekreftet mottaket.",
        nn="Konkurransen kan ikkje visast her før TED har publisert kunngjeringa, eller frå "
        "{earliest}, 48 timar etter at TED stadfesta mottaket.",
        en="The competition cannot be shown here before TED has published the notice, or from "
        "{earliest}, 48 hours after TED confirmed receipt.",
    ),
    cure=Words(
        nb="Vent til TED har publisert, eller til da.",
        nn="Vent til TED har publisert, eller til då.",
        en="Wait until TED has published, or until then.",
    ),
    source=TED_FIRST.source,
)
NO_SUCH_ANSWER = FindingKind(
    code="answer-of-ted-not-understood",
    text=Words(
        nb="Oppgi publiseringsnummeret i TED, som 123456-2026, eller når TED bekreftet mottaket.",
        nn="Oppgi publiseringsnummeret i TED, som 123456-2026, eller når TED stadfesta mottaket.",
        en="State the publication number in TED, such as 123456-2026, or when TED confirmed "
        "receipt.",
    ),
    cure=Words(
        nb="Nummeret står i kunngjøringen i TED. Tidspunktet kan ikke være fram i tid.",
        nn="Nummeret står i kunngjeringa i TED. Tidspunktet kan ikkje vere fram i tid.",
        en="The number stands in the notice in TED. The time cannot lie ahead.",
    ),
    source=TED_FIRST.source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What TED answered to a call that another system sent, as the buyer states it."""

    publication: str = ""
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """How far the call of a case has come; `notice` is the draft that was sent last."""

    notice: int
    received_by_ted_at: datetime | None
    is_published: bool


def call_of(competition: Competition, viewer: Viewer) -> Call | None:
    """The call that was sent and was neither refused nor stopped; None when there is none."""
    rows = NoticeDraft.objects.filter(
        competition=competition, subtype__in=[*CALLS - {"7"}], sent_at__isnull=False
    ).order_by("sent_at", "pk")
    ways = {
        (each.notice, each.version): each
        for each in submissions_of(competition.case.reference, viewer, team_of(viewer))
    }
    sent = [(row, ways.get((str(row.notice), f"{row.number:02d}"))) for row in rows]
    coming = [(row, way) for row, way in sent if way is None or way.state not in NOT_COMING]
    if not coming:
        return None
    times = [at for _, way in coming if way and (at := _passed(way, "ted"))]
    return Call(
        notice=coming[-1][0].pk,
        received_by_ted_at=min(times, default=None),
        is_published=any(way is not None and way.state == "published" for _, way in coming),
    )


def _passed(way: SubmissionView, step: str) -> datetime | None:
    return next((each.at for each in way.steps if each.step == step), None)


def has_notice_duty(applicable: ApplicablePart | None) -> bool:
    """Whether the law demands a call of this case."""
    wanted = ABROAD | {notices.NATIONAL.id}
    return applicable is not None and any(r.id in wanted for r in notices.required(applicable))


def keeps_back(
    applicable: ApplicablePart | None, call: Call | None, elsewhere: Elsewhere | None, at: datetime
) -> tuple[Finding, ...]:
    """Why the competition may not be shown in Norway at this instant; nothing when it may."""
    if applicable is None or not any(r.id in ABROAD for r in notices.required(applicable)):
        return ()
    if elsewhere is not None:
        return _stated(elsewhere, at)
    if call is None:
        return (NOT_AT_TED.at("call"),)
    if call.is_published:
        return ()
    if call.received_by_ted_at is None:
        return (TED_IS_SILENT.at("call"),)
    return _too_early(call.received_by_ted_at, at)


def _stated(elsewhere: Elsewhere, at: datetime) -> tuple[Finding, ...]:
    if NUMBER.fullmatch(elsewhere.publication):
        return ()
    received = elsewhere.received_at
    if elsewhere.publication or received is None or received > at:
        return (NO_SUCH_ANSWER.at("elsewhere"),)
    return _too_early(received, at)


def _too_early(received_at: datetime, at: datetime) -> tuple[Finding, ...]:
    earliest = shown_nationally_from(received_at)
    return (BEFORE_TED.at("call", earliest=earliest),) if at < earliest else ()


FINDING_KINDS = (NOT_AT_TED, TED_IS_SILENT, BEFORE_TED, NO_SUCH_ANSWER)
