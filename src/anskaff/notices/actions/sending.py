"""Deeds: hand a notice over to be sent to the national service, try again, stop it.

None of them talks to the service. They leave a row, and the worker sends it (`notices.sending`).
"""

import re
from datetime import datetime

from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Invalid
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.notice import NoticeReading
from anskaff.concepts.words import Words
from anskaff.documents.eforms import notice as eforms
from anskaff.notices.gateway.service import NOTICE_BYTES
from anskaff.notices.models import Submission
from anskaff.notices.submission_access import NO_TEAM, Team, locked_submission, only_officers
from anskaff.notices.submission_steps import put_step
from anskaff.records import files
from anskaff.records.deeds import deed, record

State = Submission.State

MEDIA_TYPE = "application/xml"
NATIONAL = ":eforms:national"
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
VERSION = re.compile(r"(?!00)[0-9]{2}")
CAN_STOP = frozenset(
    {State.WAITING, State.NOT_SENT, State.UNCERTAIN, State.VALIDATED, State.RECEIVED, State.TED}
    | {State.FAILED}
)
CAN_RETRY = CAN_STOP

NO_NUMBER = FindingKind(
    code="submission-without-number",
    text=Words(
        nb="Kunngjøringen må ha en identifikator (UUID versjon 4) og et versjonsnummer på to "
        "sifre. Fant «{notice}» og «{version}».",
        nn="Kunngjeringa må ha ein identifikator (UUID versjon 4) og eit versjonsnummer på to "
        "siffer. Fann «{notice}» og «{version}».",
        en="The notice must have an identifier (UUID version 4) and a version number of two "
        "digits. Found “{notice}” and “{version}”.",
    ),
    cure=Words(
        nb="Lag kunngjøringen på nytt, så settes begge inn.",
        nn="Lag kunngjeringa på nytt, så blir begge sette inn.",
        en="Make the notice again, so that both are put in.",
    ),
    source="BT-701, BT-757",
)
TOO_LARGE = FindingKind(
    code="submission-too-large",
    text=Words(
        nb="Kunngjøringen er på {size} byte. Høyst {limit} kan sendes.",
        nn="Kunngjeringa er på {size} byte. Høgst {limit} kan sendast.",
        en="The notice is {size} bytes. At most {limit} can be sent.",
    ),
    cure=Words(
        nb="Kort ned tekstene, og legg vedlegg i konkurransegrunnlaget.",
        nn="Kort ned tekstane, og legg vedlegg i konkurransegrunnlaget.",
        en="Shorten the texts, and put attachments into the procurement documents.",
    ),
)
ALREADY_SUBMITTED = FindingKind(
    code="submission-already-there",
    text=Words(
        nb="Versjon {version} av denne kunngjøringen ble sendt inn {submitted}. Den sendes ikke "
        "to ganger.",
        nn="Versjon {version} av denne kunngjeringa vart send inn {submitted}. Ho blir ikkje send "
        "to gonger.",
        en="Version {version} of this notice was submitted on {submitted}. It is not sent twice.",
    ),
    cure=Words(
        nb="Følg den som er sendt, eller lag en endringskunngjøring.",
        nn="Følg den som er send, eller lag ei endringskunngjering.",
        en="Follow the one that was sent, or make a change notice.",
    ),
)
NOT_WAITING = FindingKind(
    code="submission-not-waiting",
    text=Words(
        nb="Kunngjøringen er ferdig behandlet, så det er ingenting å prøve på nytt.",
        nn="Kunngjeringa er ferdig behandla, så det er ingenting å prøve på nytt.",
        en="The notice is finished, so there is nothing to try again.",
    ),
    cure=Words(
        nb="Er den avvist eller stoppet, rett den og send den inn som en ny versjon.",
        nn="Er ho avvist eller stoppa, rett ho og send ho inn som ein ny versjon.",
        en="If it was refused or stopped, correct it and submit it as a new version.",
    ),
)
TOO_LATE_TO_STOP = FindingKind(
    code="submission-too-late-to-stop",
    text=Words(
        nb="Kunngjøringen kan ikke stoppes lenger.",
        nn="Kunngjeringa kan ikkje stoppast lenger.",
        en="The notice can no longer be stopped.",
    ),
    cure=Words(
        nb="Er den publisert, lag en endringskunngjøring som retter eller avlyser.",
        nn="Er ho publisert, lag ei endringskunngjering som rettar eller avlyser.",
        en="If it is published, make a change notice that corrects or cancels.",
    ),
)


@deed(
    "notices.submitted",
    nb="Sendte inn kunngjøring {notice}, versjon {version}, til publisering.",
    nn="Sende inn kunngjering {notice}, versjon {version}, til publisering.",
    en="Submitted notice {notice}, version {version}, for publication.",
)
def submit(
    data: bytes,
    *,
    case: str = "",
    language: str = "nb",
    team: Team = NO_TEAM,
    by: Actor,
    at: datetime,
) -> int:
    """Hand over a notice for publication; the number of the submission, for its page.

    It is kept as it is, and the worker sends it. One version of a notice is submitted once.

    Args:
        data: the notice as it will be sent, already checked.
        case: the reference of the case, when there is one.
        language: of the operator's letters and of our own.
        team: the cases that `by` is a procurement officer of.
        by: a procurement officer of the organisation or of the case.
        at: now.

    Raises:
        Forbidden: `by` is no procurement officer.
        Unreadable: the bytes are no eForms notice.
        Invalid: it is too large, or does not say which notice and version it is.
        Conflict: this version was submitted before.
    """
    only_officers(by, by.organisation, case, team)
    if len(data) > NOTICE_BYTES:
        raise Invalid(TOO_LARGE.at("notice", size=len(data), limit=NOTICE_BYTES))
    reading = eforms.read(data)
    notice, version = _number(reading)
    stored = files.store([data], media_type=MEDIA_TYPE, at=at)
    submission, is_new = Submission.objects.get_or_create(
        notice=notice,
        version=version,
        defaults={
            "organisation_id": by.organisation,
            "case": case,
            "subtype": reading.subtype[:20],
            "title": " ".join(reading.title.in_(language).split())[:400],
            "language": language,
            "to_ted": NATIONAL not in reading.customization,
            "stored": stored,
            "submitted_by": by.person,
            "submitted_at": at,
            "changed_at": at,
            "next_at": at,
        },
    )
    if not is_new:
        submitted = submission.submitted_at
        raise Conflict(ALREADY_SUBMITTED.at("notice", version=version, submitted=submitted))
    record(
        case or f"notice/{notice}",
        {"notice": notice, "version": version, "sha256": stored.sha256},
        audience=by.organisation,
        then=lambda index: _keep_index(submission.pk, index),
    )
    return submission.pk


@deed(
    "notices.sending_retried",
    nb="Ba om å prøve igjen med kunngjøring {notice}.",
    nn="Bad om å prøve igjen med kunngjering {notice}.",
    en="Asked to try again with notice {notice}.",
)
def retry(number: int, *, team: Team = NO_TEAM, by: Actor, at: datetime) -> None:
    """Let the worker go on at once; a notice that may have arrived is looked for, not sent again.

    Raises:
        NotFound: no such submission that the actor may see.
        Forbidden: `by` is no procurement officer.
        Conflict: it is published, refused or stopped.
    """
    submission = locked_submission(number, by, team)
    if submission.state not in CAN_RETRY:
        raise Conflict(NOT_WAITING.at("state"))
    if submission.state in {State.NOT_SENT, State.FAILED}:
        submission.state = State.UNCERTAIN if submission.begun_at else State.WAITING
    submission.tries = 0
    submission.next_at = submission.changed_at = at
    submission.save(update_fields=["state", "tries", "next_at", "changed_at"])
    _record(submission, by)


@deed(
    "notices.stop_wanted",
    nb="Ba om å stoppe kunngjøring {notice}.",
    nn="Bad om å stoppe kunngjering {notice}.",
    en="Asked to stop notice {notice}.",
)
def stop(number: int, *, team: Team = NO_TEAM, by: Actor, at: datetime) -> None:
    """Stop a notice: at once when it cannot have left us, else by asking the service to.

    Raises:
        NotFound: no such submission that the actor may see.
        Forbidden: `by` is no procurement officer.
        Conflict: it is published, refused or stopped already.
    """
    submission = locked_submission(number, by, team)
    if submission.state not in CAN_STOP:
        raise Conflict(TOO_LATE_TO_STOP.at("state"))
    submission.stop_wanted_at = submission.changed_at = at
    submission.stop_refused_at = None
    submission.next_at = at
    left = submission.begun_at or submission.state in {State.VALIDATED, State.RECEIVED, State.TED}
    if not left:
        submission.state = State.STOPPED
        submission.next_at = None
        put_step(submission, State.STOPPED, at)
    elif submission.state == State.FAILED:
        submission.state = State.UNCERTAIN
    submission.save()
    _record(submission, by)


def _number(reading: NoticeReading) -> tuple[str, str]:
    """Identifier and version, as the service wants them.

    Raises:
        Invalid: one of them is missing or of another form.
    """
    notice, version = reading.notice.strip().lower(), reading.version.strip()
    if not UUID4.fullmatch(notice) or not VERSION.fullmatch(version):
        raise Invalid(NO_NUMBER.at("notice", notice=notice[:80], version=version[:20]))
    return notice, version


def _record(submission: Submission, by: Actor) -> None:
    record(
        submission.case or f"notice/{submission.notice}",
        {"notice": submission.notice, "version": submission.version},
        audience=by.organisation,
    )


def _keep_index(number: int, index: int) -> None:
    Submission.objects.filter(pk=number).update(log_index=index)


FINDING_KINDS = (NO_NUMBER, TOO_LARGE, ALREADY_SUBMITTED, NOT_WAITING, TOO_LATE_TO_STOP)
DEEDS = (submit, retry, stop)
