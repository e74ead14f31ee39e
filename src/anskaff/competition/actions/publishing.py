"""Deeds: publish a competition, give it more time, or cancel it."""

import secrets
from datetime import datetime

from anskaff.competition import bounds, readiness, unsaved
from anskaff.competition.access import locked_competition
from anskaff.competition.announcing import ted_first
from anskaff.competition.followers import tell_followers
from anskaff.competition.method import commitment_of
from anskaff.competition.models import Competition
from anskaff.competition.plan import plan_of
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Invalid
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law import award_letter
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact
from anskaff.records.notices import MessageKind

SALT_BYTES = 32

DEADLINE_ONLY_LATER = FindingKind(
    code="deadline-only-later",
    text=Words(
        nb="Ny frist {new} er ikke senere enn fristen som gjelder: {old}.",
        nn="Ny frist {new} er ikkje seinare enn fristen som gjeld: {old}.",
        en="The new deadline {new} is not later than the one that holds: {old}.",
    ),
    cure=Words(
        nb="Velg et senere tidspunkt. En kunngjort frist kan ikke forkortes.",
        nn="Vel eit seinare tidspunkt. Ein kunngjord frist kan ikkje kortast ned.",
        en="Choose a later time. A published deadline cannot be shortened.",
    ),
)
DEADLINE_OVER = FindingKind(
    code="tender-deadline-over",
    text=Words(
        nb="Tilbudsfristen gikk ut {deadline} og kan ikke lenger forlenges.",
        nn="Tilbodsfristen gjekk ut {deadline} og kan ikkje lenger forlengjast.",
        en="The tender deadline passed on {deadline} and can no longer be extended.",
    ),
    cure=Words(
        nb="Åpne tilbudene, eller avlys konkurransen.",
        nn="Opne tilboda, eller avlys konkurransen.",
        en="Open the tenders, or cancel the competition.",
    ),
)
EXTENDED = MessageKind(
    code="deadline-extended",
    title=Words(
        nb="Ny tilbudsfrist: {title}", nn="Ny tilbodsfrist: {title}", en="New deadline: {title}"
    ),
    text=Words(
        nb="Tilbudsfristen i sak {reference} er forlenget. Den nye fristen står i konkurransen. "
        "Begrunnelse: {reason}",
        nn="Tilbodsfristen i sak {reference} er forlengd. Den nye fristen står i konkurransen. "
        "Grunngiving: {reason}",
        en="The tender deadline in case {reference} is extended. The new deadline stands in the "
        "competition. Reason: {reason}",
    ),
)
CANCELLED = MessageKind(
    code="competition-cancelled",
    title=Words(
        nb="Konkurransen er avlyst: {title}",
        nn="Konkurransen er avlyst: {title}",
        en="The competition is cancelled: {title}",
    ),
    text=Words(
        nb="Oppdragsgiveren har avlyst konkurransen i sak {reference}. Begrunnelse: {reason}",
        nn="Oppdragsgivaren har avlyst konkurransen i sak {reference}. Grunngiving: {reason}",
        en="The buyer has cancelled the competition in case {reference}. Reason: {reason}",
    ),
)


@deed(
    "competition.published",
    nb="Kunngjorde konkurransen «{title}». Metoden er låst: {method}",
    nn="Kunngjorde konkurransen «{title}». Metoden er låst: {method}",
    en="Published the competition “{title}”. The method is locked: {method}",
)
def publish(
    reference: str, *, elsewhere: ted_first.Elsewhere | None = None, by: Actor, at: datetime
) -> tuple[Finding, ...]:
    """Publish a draft: from now anyone can read it, and criteria, weights and model are locked.

    Returns the warnings that did not stop it.

    Args:
        reference: the case.
        elsewhere: what TED answered, when the call was sent from another system.
        by: a procurement officer.
        at: now.

    Raises:
        Invalid: something is wrong or missing; all of it is in the findings.
        Conflict: it is published already, or would be shown in Norway too early (F-TED48).
    """
    competition = locked_competition(reference, by, "publish")
    plan = plan_of(competition)
    findings = readiness.before_publication(plan, at)
    bounds.require(findings)
    applicable = readiness.law_part(plan, at)
    call = ted_first.call_of(competition, by)
    if early := ted_first.keeps_back(applicable, call, elsewhere, at):
        raise Conflict(*early)
    if applicable is not None:
        competition.regulation_part = applicable.part.value
    competition.state = State.PUBLISHED
    competition.published_at = at
    competition.version += 1
    competition.method_salt = secrets.token_bytes(SALT_BYTES)
    competition.method_commitment = commitment_of(competition)
    competition.save()
    unsaved.forget(competition)
    record(
        reference,
        {
            "title": competition.title,
            "method": competition.method_commitment,
            "part": competition.regulation_part,
            "climate_ground": competition.climate_ground,
            **_said_of_ted(elsewhere),
            "warnings": [finding.code for finding in findings],
        },
        public={**_public(competition), "method": competition.method_commitment},
    )
    return findings


def _said_of_ted(elsewhere: ted_first.Elsewhere | None) -> dict[str, Fact]:
    if elsewhere is None:
        return {}
    received = elsewhere.received_at
    return {
        "ted_publication": elsewhere.publication,
        "ted_received": received.isoformat() if received else "",
    }


@deed(
    "competition.deadline_extended",
    nb="Forlenget tilbudsfristen fra {old} til {new}: {reason}",
    nn="Forlengde tilbodsfristen frå {old} til {new}: {reason}",
    en="Extended the tender deadline from {old} to {new}: {reason}",
)
def extend_deadline(
    reference: str,
    tender_deadline: datetime,
    *,
    question_deadline: datetime | None = None,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    """Give suppliers more time and tell all who follow the competition.

    Raises:
        Conflict: the deadline has passed.
        Invalid: not later than before, questions after tenders, or no reason.
    """
    competition = locked_competition(reference, by, "extend_deadline")
    old = _deadline(competition)
    if old <= at:
        raise Conflict(DEADLINE_OVER.at("tender_deadline", deadline=old))
    findings = bounds.text("reason", reason, bounds.TEXT, required=True)
    if tender_deadline <= old:
        findings.append(DEADLINE_ONLY_LATER.at("tender_deadline", new=tender_deadline, old=old))
    if question_deadline is not None and question_deadline >= tender_deadline:
        findings.append(
            readiness.QUESTIONS_AFTER_TENDERS.at(
                "question_deadline", questions=question_deadline, tenders=tender_deadline
            )
        )
    bounds.require(findings)
    competition.tender_deadline = tender_deadline
    if question_deadline is not None:
        competition.question_deadline = question_deadline
    competition.version += 1
    competition.save(update_fields=["tender_deadline", "question_deadline", "version"])
    tell_followers(competition, EXTENDED, {"reason": reason}, at)
    change: dict[str, Fact] = {
        "old": old.isoformat(),
        "new": tender_deadline.isoformat(),
        "reason": reason,
    }
    record(reference, change, public={**_public(competition), **change})


@deed(
    "competition.cancelled",
    nb="Avlyste konkurransen: {reason}",
    nn="Avlyste konkurransen: {reason}",
    en="Cancelled the competition: {reason}",
)
def cancel_competition(
    reference: str, *, reason: str, new_competition_follows: bool, by: Actor, at: datetime
) -> None:
    """Cancel for an objective reason, in writing, and say whether a new competition follows (W-5).

    Raises:
        Invalid: no reason.
        Conflict: the state does not allow it.
    """
    competition = locked_competition(reference, by, "cancel")
    bounds.require((*award_letter.check_cancellation(reason), *bounds.text("reason", reason)))
    competition.state = State.CANCELLED
    competition.cancelled_at = at
    competition.cancellation_reason = reason.strip()
    competition.new_competition_follows = new_competition_follows
    competition.version += 1
    competition.save()
    unsaved.forget(competition)
    tell_followers(competition, CANCELLED, {"reason": reason}, at)
    facts: dict[str, Fact] = {
        "reason": reason,
        "new_competition_follows": new_competition_follows,
    }
    record(reference, facts, public={**_public(competition), **facts})


def _deadline(competition: Competition) -> datetime:
    """A published competition always has a tender deadline."""
    if competition.tender_deadline is None:
        raise Invalid(readiness.DEADLINE_MISSING.at("tender_deadline"))
    return competition.tender_deadline


def _public(competition: Competition) -> dict[str, Fact]:
    """What the change feed says of every public change."""
    deadline = competition.tender_deadline
    return {
        "ocid": competition.case.ocid,
        "reference": competition.case.reference,
        "title": competition.title,
        "buyer": competition.case.buyer.name,
        "buyer_number": competition.case.buyer.number,
        "state": str(competition.state),
        "tender_deadline": deadline.isoformat() if deadline else None,
        "version": competition.version,
    }


FINDING_KINDS = (DEADLINE_ONLY_LATER, DEADLINE_OVER)
MESSAGE_KINDS = (EXTENDED, CANCELLED)
DEEDS = (publish, extend_deadline, cancel_competition)
