"""Deeds: begin a notice, answer what the case does not know, send it, correct it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from anskaff.competition import bounds
from anskaff.competition.access import locked_competition, team_of
from anskaff.competition.announcing.checking import LONGEST, faults
from anskaff.competition.announcing.drafting import (
    Snapshot,
    bytes_of,
    remembered,
    said_in,
    snapshot_of,
)
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.rules import faults_said, rule_faults
from anskaff.competition.announcing.subtypes import SUBTYPES, may_begin
from anskaff.competition.followers import tell_followers
from anskaff.competition.models import Competition, NoticeDraft
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Invalid, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.notice import NoticeForm
from anskaff.concepts.words import Words
from anskaff.notices.actions import sending
from anskaff.records import files
from anskaff.records.deeds import deed, record
from anskaff.records.notices import MessageKind

MOST_ANSWERS = 3_000

NO_SUCH_SUBTYPE = FindingKind(
    code="no-such-notice-subtype",
    text=Words(
        nb="Kunngjøringstypen «{subtype}» finnes ikke her.",
        nn="Kunngjeringstypen «{subtype}» finst ikkje her.",
        en="There is no notice subtype “{subtype}” here.",
    ),
    cure=Words(
        nb="Velg en av kunngjøringstypene på siden.",
        nn="Vel ein av kunngjeringstypane på sida.",
        en="Choose one of the types of notice on the page.",
    ),
)
NO_SUCH_NOTICE = FindingKind(
    code="no-such-notice-draft",
    text=Words(
        nb="Saken har ingen slik kunngjøring.",
        nn="Saka har inga slik kunngjering.",
        en="The case has no such notice.",
    ),
    cure=Words(
        nb="Gå til kunngjøringene i saken.",
        nn="Gå til kunngjeringane i saka.",
        en="Go to the notices of the case.",
    ),
)
BEGUN_ALREADY = FindingKind(
    code="notice-begun-already",
    text=Words(
        nb="Saken har alt et utkast til denne kunngjøringen.",
        nn="Saka har alt eit utkast til denne kunngjeringa.",
        en="The case already has a draft of this notice.",
    ),
    cure=Words(
        nb="Gå videre med utkastet.", nn="Gå vidare med utkastet.", en="Go on with the draft."
    ),
)
NOT_AWARDED = FindingKind(
    code="notice-before-award",
    text=Words(
        nb="Resultatet kan ikke kunngjøres før tildelingen er sendt.",
        nn="Resultatet kan ikkje kunngjerast før tildelinga er send.",
        en="The result cannot be announced before the award is sent.",
    ),
    cure=Words(
        nb="Send tildelingsbrevene først.",
        nn="Send tildelingsbreva først.",
        en="Send the award letters first.",
    ),
    source="FOA §§ 21-6, 25-1",
)
SENT_ALREADY = FindingKind(
    code="notice-sent-already",
    text=Words(
        nb="Kunngjøringen er sendt og kan ikke endres.",
        nn="Kunngjeringa er send og kan ikkje endrast.",
        en="The notice has been sent and cannot be changed.",
    ),
    cure=Words(nb="Lag en rettelse.", nn="Lag ei retting.", en="Make a correction."),
)
NOT_SENT = FindingKind(
    code="notice-not-sent",
    text=Words(
        nb="Bare en sendt kunngjøring kan rettes.",
        nn="Berre ei send kunngjering kan rettast.",
        en="Only a notice that was sent can be corrected.",
    ),
    cure=Words(
        nb="Endre utkastet og send det.",
        nn="Endre utkastet og send det.",
        en="Change the draft and send it.",
    ),
)
NEWER_VERSION = FindingKind(
    code="notice-has-newer-version",
    text=Words(
        nb="Kunngjøringen har alt en nyere versjon.",
        nn="Kunngjeringa har alt ein nyare versjon.",
        en="The notice already has a newer version.",
    ),
    cure=Words(
        nb="Gå videre med den nyeste.", nn="Gå vidare med den nyaste.", en="Go on with the newest."
    ),
)

CORRECTED = MessageKind(
    code="notice-corrected",
    title=Words(
        nb="Rettet kunngjøring: {title}",
        nn="Retta kunngjering: {title}",
        en="Corrected notice: {title}",
    ),
    text=Words(
        nb="Kunngjøringen i sak {reference} er rettet. Se i konkurransen hva som er endret. "
        "Begrunnelse: {reason}",
        nn="Kunngjeringa i sak {reference} er retta. Sjå i konkurransen kva som er endra. "
        "Grunngiving: {reason}",
        en="The notice in case {reference} is corrected. See in the competition what has changed. "
        "Reason: {reason}",
    ),
)


@deed(
    "competition.notice_begun",
    nb="Begynte på kunngjøringen {subtype}.",
    nn="Byrja på kunngjeringa {subtype}.",
    en="Began notice {subtype}.",
)
def begin_notice(reference: str, subtype: str, *, by: Actor, at: datetime) -> int:
    """Begin a draft of a notice; its id. What earlier notices said of the buyer is filled in.

    Raises:
        Invalid: no such subtype.
        Conflict: there is a draft already, or it is too early for a result.
    """
    competition = locked_competition(reference, by)
    if subtype not in SUBTYPES:
        raise Invalid(NO_SUCH_SUBTYPE.at("subtype", subtype=subtype[:8]))
    if not may_begin(subtype, State(competition.state)):
        raise Conflict(NOT_AWARDED.at("subtype"))
    _require_no_draft(competition, subtype)
    draft = NoticeDraft.objects.create(
        competition=competition,
        subtype=subtype,
        notice=uuid4(),
        answers=remembered(competition, subtype),
        created_by_id=by.person,
        created_at=at,
        saved_at=at,
    )
    record(reference, {"subtype": subtype, "notice": str(draft.notice)})
    return draft.pk


@deed(
    "competition.notice_answered",
    nb="Fylte ut kunngjøringen {subtype}.",
    nn="Fylte ut kunngjeringa {subtype}.",
    en="Filled in notice {subtype}.",
)
def answer_notice(
    reference: str, draft: int, answers: Mapping[str, str], *, by: Actor, at: datetime
) -> None:
    """Keep answers by their keys; the others stay. A faulty one is kept and told when checked.

    Raises:
        Invalid: more than a notice can hold.
        Conflict: it has been sent.
        NotFound: the case has no such draft.
    """
    competition = locked_competition(reference, by)
    row = _open(competition, draft)
    kept = {**row.answers, **answers}
    bounds.require(
        [
            *bounds.whole("answers", len(kept), 0, MOST_ANSWERS),
            *(each for key, said in answers.items() for each in bounds.text(key, said, LONGEST)),
        ]
    )
    row.answers = kept
    row.saved_at = at
    row.save(update_fields=["answers", "saved_at"])
    record(reference, {"subtype": row.subtype, "notice": str(row.notice)})


def _ask_rules(reference: str, draft: int, *, by: Actor, at: datetime) -> None:
    """Ask the published rules of what would be sent now, before any row is held for it."""
    with transaction.atomic():
        row = _open(locked_competition(reference, by), draft)
        _, data = _written(row, at)
    bounds.require(rule_faults(data, at))


@deed(
    "competition.notice_sent",
    nb="Sendte kunngjøringen {subtype}, versjon {version}.",
    nn="Sende kunngjeringa {subtype}, versjon {version}.",
    en="Sent notice {subtype}, version {version}.",
    first=_ask_rules,
)
def send_notice(reference: str, draft: int, *, by: Actor, at: datetime) -> bytes:
    """Write the notice and keep it as it goes out; from now it can only be corrected.

    Raises:
        Invalid: something is missing or wrong; all of it is in the findings.
        Conflict: it has been sent, or was changed while the rules were asked.
        NotFound: the case has no such draft.
    """
    competition = locked_competition(reference, by)
    row = _open(competition, draft)
    snapshot, data = _written(row, at)
    bounds.require(faults_said(data, at))
    row.stored = files.store([data], media_type="application/xml", at=at)
    row.said = said_in(snapshot)
    row.sent_at = at
    row.save(update_fields=["stored", "said", "sent_at"])
    sending.submit(
        data,
        case=reference,
        language=competition.language,
        team=team_of(by),
        by=by,
        at=at,
    )
    if snapshot.identity.corrects and State(competition.state) is not State.CANCELLED:
        _tell(competition, snapshot, at)
    record(
        reference,
        {
            "subtype": row.subtype,
            "notice": str(row.notice),
            "version": f"{row.number:02d}",
            "sha256": row.stored.sha256,
        },
    )
    return data


@deed(
    "competition.notice_version_begun",
    nb="Begynte på versjon {version} av kunngjøringen {subtype}.",
    nn="Byrja på versjon {version} av kunngjeringa {subtype}.",
    en="Began version {version} of notice {subtype}.",
)
def begin_version(
    reference: str, draft: int, *, replaces: bool = False, by: Actor, at: datetime
) -> int:
    """Begin the next version of a sent notice, with the same answers; its id (N-8).

    Args:
        reference: the case.
        draft: the notice that was sent.
        replaces: the sent one was refused, and the new one takes its place; otherwise the new one
            corrects it.
        by: a procurement officer.
        at: now.

    Raises:
        Conflict: it was not sent, or has a newer version.
        NotFound: the case has no such notice.
    """
    competition = locked_competition(reference, by)
    before = _find(competition, draft)
    if before.sent_at is None:
        raise Conflict(NOT_SENT.at("notice"))
    if NoticeDraft.objects.filter(previous=before).exists():
        raise Conflict(NEWER_VERSION.at("notice"))
    _require_no_draft(competition, before.subtype)
    row = NoticeDraft.objects.create(
        competition=competition,
        subtype=before.subtype,
        notice=before.notice,
        number=before.number + 1,
        previous=before,
        replaces=replaces,
        answers={
            key: said for key, said in before.answers.items() if replaces or not _of_change(key)
        },
        created_by_id=by.person,
        created_at=at,
        saved_at=at,
    )
    record(
        reference,
        {
            "subtype": row.subtype,
            "notice": str(row.notice),
            "version": f"{row.number:02d}",
            "replaces": replaces,
        },
    )
    return row.pk


def _written(row: NoticeDraft, at: datetime) -> tuple[Snapshot, bytes]:
    """The draft as it stands, and its bytes.

    Raises:
        Invalid: something is missing or wrong.
    """
    snapshot = snapshot_of(row, at)
    bounds.require(faults(snapshot.values))
    return snapshot, bytes_of(snapshot)


def _tell(competition: Competition, snapshot: Snapshot, at: datetime) -> None:
    """Tell all who follow the competition, and show those who tender that something has changed."""
    if snapshot.reading.form is NoticeForm.COMPETITION:
        competition.version += 1
        competition.save(update_fields=["version"])
    reason = snapshot.values.text(Scope.NOTICE, "BT-762-notice")
    tell_followers(competition, CORRECTED, {"reason": reason}, at)


def _of_change(key: str) -> bool:
    """Whether an answer was about the correction itself, which the next one words anew."""
    return key.startswith((f"{Scope.CHANGE.value}:", "notice:BT-140-", "notice:BT-762-"))


def _require_no_draft(competition: Competition, subtype: str) -> None:
    if NoticeDraft.objects.filter(competition=competition, subtype=subtype, sent_at=None).exists():
        raise Conflict(BEGUN_ALREADY.at("notice"))


def _find(competition: Competition, draft: int) -> NoticeDraft:
    found = NoticeDraft.objects.filter(competition=competition, pk=draft).first()
    if found is None:
        raise NotFound(NO_SUCH_NOTICE.at("notice"))
    return found


def _open(competition: Competition, draft: int) -> NoticeDraft:
    found = _find(competition, draft)
    if found.sent_at is not None:
        raise Conflict(SENT_ALREADY.at("notice"))
    return found


FINDING_KINDS = (
    NO_SUCH_SUBTYPE,
    NO_SUCH_NOTICE,
    BEGUN_ALREADY,
    NOT_AWARDED,
    SENT_ALREADY,
    NOT_SENT,
    NEWER_VERSION,
)
MESSAGE_KINDS = (CORRECTED,)
DEEDS = (begin_notice, answer_notice, send_notice, begin_version)
