"""What all deeds on a draft share: who may begin one, what it begins with, how it is saved."""

from collections.abc import Mapping
from datetime import datetime

from anskaff.competition import readiness, unsaved
from anskaff.competition.access import ONLY_PROCUREMENT_OFFICERS
from anskaff.competition.models import Competition, Lot, TeamMember
from anskaff.competition.plan import plan_of
from anskaff.competition.searching import each_word_once
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import Actor, Role, TeamRole
from anskaff.concepts.errors import Conflict, Forbidden
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records.deeds import record
from anskaff.records.log import Fact

NOT_A_BUYER = FindingKind(
    code="organisation-not-a-buyer",
    text=Words(
        nb="Virksomheten du handler for, er ikke registrert som oppdragsgiver.",
        nn="Verksemda du handlar for, er ikkje registrert som oppdragsgivar.",
        en="The organisation you act for is not registered as a buyer.",
    ),
    cure=Words(
        nb="Bytt til en virksomhet som er oppdragsgiver.",
        nn="Byt til ei verksemd som er oppdragsgivar.",
        en="Switch to an organisation that is a buyer.",
    ),
)


def begin_case(competition: Competition, *, by: Actor, at: datetime) -> None:
    """What every new case has: its maker as procurement officer, one lot, and search words."""
    TeamMember.objects.create(
        case=competition.case,
        person_id=by.person,
        role=TeamRole.PROCUREMENT_OFFICER.value,
        since=at,
    )
    if not competition.lots.exists():
        Lot.objects.create(
            competition=competition, key="LOT-0001", title=competition.title, position=1
        )
    competition.search_text = search_text(competition)
    competition.save(update_fields=["search_text"])


def changed(
    competition: Competition,
    section: Page,
    facts: Mapping[str, str] | None = None,
    *,
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Save a changed section of a draft, record it, and tell what still stops publication.

    What the actor had typed in the section and not saved is emptied.
    """
    unsaved.empty(competition, section, by=by, at=at)
    competition.version += 1
    competition.search_text = search_text(competition)
    competition.save()
    fresh = Competition.objects.select_related("case__buyer").get(pk=competition.pk)
    plan = plan_of(fresh)
    said: dict[str, Fact] = {
        "section": section.value,
        "version": competition.version,
        **(facts or {}),
    }
    record(competition.case.reference, said)
    return readiness.before_publication(plan, at)


def search_text(competition: Competition) -> str:
    """The words a search looks in, folded, each of them once."""
    parts = (
        competition.case.reference,
        competition.title,
        competition.case.buyer.name,
        competition.description,
        competition.cpv,
        *competition.more_cpv,
    )
    return each_word_once(" ".join(parts))


def procurement_officer(by: Actor) -> None:
    """Refuse one who may not make a case.

    Raises:
        Forbidden: the actor is no procurement officer.
    """
    if by.role is not Role.PROCUREMENT_OFFICER:
        raise Forbidden(ONLY_PROCUREMENT_OFFICERS.at("role"))


def buyer_of(by: Actor) -> parties.Buyer:
    """The buyer that a procurement officer acts for.

    Raises:
        Forbidden: the actor is no procurement officer.
        Conflict: the organisation is no buyer.
    """
    procurement_officer(by)
    buyer = parties.buyer(by)
    if buyer is None:
        raise Conflict(NOT_A_BUYER.at("organisation"))
    return buyer


FINDING_KINDS = (NOT_A_BUYER,)
