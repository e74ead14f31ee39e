"""Deeds of the worker: what came of a submission at the national service."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.words import Words
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.models import Submission
from anskaff.notices.submission_steps import SENT, put_step
from anskaff.parties import queries as parties
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact
from anskaff.records.notices import MessageKind, notify

State = Submission.State

PUBLISHED = MessageKind(
    code="submission-published",
    title=Words(
        nb="Kunngjøringen er publisert: {title}",
        nn="Kunngjeringa er publisert: {title}",
        en="The notice is published: {title}",
    ),
    text=Words(
        nb="Kvittering {number}. Publiseringsnummer {publication}. Innholdet har SHA-256 {sha256}.",
        nn="Kvittering {number}. Publiseringsnummer {publication}. Innhaldet har SHA-256 {sha256}.",
        en="Receipt {number}. Publication number {publication}. The content has SHA-256 {sha256}.",
    ),
)
REFUSED = MessageKind(
    code="submission-refused",
    title=Words(
        nb="Kunngjøringen er avvist: {title}",
        nn="Kunngjeringa er avvist: {title}",
        en="The notice is refused: {title}",
    ),
    text=Words(
        nb="Tjenesten for kunngjøringer avviste den. Se hva som er galt, rett og send en ny "
        "versjon.",
        nn="Tenesta for kunngjeringar avviste ho. Sjå kva som er gale, rett og send ein ny "
        "versjon.",
        en="The notice service refused it. See what is wrong, correct it and send a new version.",
    ),
)
DELAYED = MessageKind(
    code="submission-delayed",
    title=Words(
        nb="Kunngjøringen kommer ikke fram: {title}",
        nn="Kunngjeringa kjem ikkje fram: {title}",
        en="The notice does not get through: {title}",
    ),
    text=Words(
        nb="Vi har prøvd {tries} ganger. Åpne siden for å se hvorfor, og når vi prøver neste gang.",
        nn="Vi har prøvd {tries} gonger. Opne sida for å sjå kvifor, og når vi prøver neste gong.",
        en="We have tried {tries} times. Open the page to see why, and when we try next.",
    ),
)


@deed(
    "notices.accepted",
    nb="Tjenesten for kunngjøringer tok imot kunngjøring {notice}.",
    nn="Tenesta for kunngjeringar tok imot kunngjering {notice}.",
    en="The notice service accepted notice {notice}.",
)
def accepted(submission: Submission, *, by: Actor, at: datetime) -> None:
    """The service has the notice and found it valid."""
    submission.state = State.VALIDATED
    submission.begun_at = None
    submission.tries = submission.looks = 0
    put_step(submission, SENT, at)
    put_step(submission, State.VALIDATED, at)
    _changed(submission, at)
    _record(submission)
    del by


@deed(
    "notices.published",
    nb="Kunngjøring {notice} ble publisert som {publication}.",
    nn="Kunngjering {notice} vart publisert som {publication}.",
    en="Notice {notice} was published as {publication}.",
)
def published(
    submission: Submission, publication: str, on: date | None, *, by: Actor, at: datetime
) -> None:
    """The notice is public; the officers get the receipt."""
    submission.state = State.PUBLISHED
    submission.publication, submission.published_on = publication, on
    submission.next_at = submission.begun_at = None
    put_step(submission, State.PUBLISHED, at)
    _changed(submission, at)
    facts = {"publication": publication, "sha256": submission.stored_id}
    _record(submission, facts, public={**facts, "notice": submission.notice})
    _tell(submission, PUBLISHED, {**facts, "number": str(submission.pk)}, at)
    del by


@deed(
    "notices.refused",
    nb="Tjenesten for kunngjøringer avviste kunngjøring {notice}.",
    nn="Tenesta for kunngjeringar avviste kunngjering {notice}.",
    en="The notice service refused notice {notice}.",
)
def refused(submission: Submission, faults: Sequence[Fault], *, by: Actor, at: datetime) -> None:
    """The service will not publish it; its faults are shown to the officers."""
    submission.state = State.REFUSED
    submission.faults = [asdict(fault) for fault in faults]
    submission.next_at = submission.begun_at = None
    put_step(submission, State.REFUSED, at)
    _changed(submission, at)
    _record(submission, {"faults": len(faults)})
    _tell(submission, REFUSED, {}, at)
    del by


@deed(
    "notices.stopped",
    nb="Tjenesten for kunngjøringer stoppet kunngjøring {notice}.",
    nn="Tenesta for kunngjeringar stoppa kunngjering {notice}.",
    en="The notice service stopped notice {notice}.",
)
def stopped(submission: Submission, *, by: Actor, at: datetime) -> None:
    """The service will not publish it, as we asked."""
    submission.state = State.STOPPED
    submission.next_at = submission.begun_at = None
    put_step(submission, State.STOPPED, at)
    _changed(submission, at)
    _record(submission)
    del by


@deed(
    "notices.delayed",
    nb="Kunngjøring {notice} er ikke kommet fram etter {tries} forsøk.",
    nn="Kunngjering {notice} er ikkje komen fram etter {tries} forsøk.",
    en="Notice {notice} has not got through after {tries} tries.",
)
def delayed(submission: Submission, *, by: Actor, at: datetime) -> None:
    """Tell the officers that it takes long, or that we have given up until they ask again."""
    _changed(submission, at)
    tries = str(submission.tries)
    _record(submission, {"tries": submission.tries})
    _tell(submission, DELAYED, {"tries": tries}, at)
    del by


def _changed(submission: Submission, at: datetime) -> None:
    submission.changed_at = at
    submission.save()


def _record(
    submission: Submission,
    facts: Mapping[str, Fact] | None = None,
    *,
    public: Mapping[str, Fact] | None = None,
) -> None:
    record(
        submission.case or f"notice/{submission.notice}",
        {"notice": submission.notice, "version": submission.version, **(facts or {})},
        public=public,
        audience=submission.organisation_id,
    )


def _tell(
    submission: Submission, kind: MessageKind, facts: Mapping[str, str], at: datetime
) -> None:
    """Tell who submitted it, and the organisation's procurement officers."""
    officers = parties.people_in([submission.organisation_id], {Role.PROCUREMENT_OFFICER})
    notify(
        parties.recipients(sorted(officers | {submission.submitted_by})),
        kind,
        subject=submission.case or f"notice/{submission.notice}",
        path=path_of(submission.pk),
        facts={"title": submission.title or submission.notice, **facts},
        at=at,
    )


def path_of(number: int) -> str:
    """The address of a submission's page, without language."""
    return f"/innkjop/kunngjoringer/{number}/"


DEEDS = (accepted, published, refused, stopped, delayed)
