"""Deeds: keep what a person types before it is saved, and throw it away (UX G4)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from anskaff.competition import bounds, states
from anskaff.competition.access import locked_competition
from anskaff.competition.actions.scoring import scoring_of
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.models import Competition, UnsavedPage
from anskaff.competition.unsaved import PREPARING, Page, empty
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record

MOST_FIELDS = 5_000
MOST_SIGNS = 3_000_000

SAVED_SINCE = FindingKind(
    code="page-saved-since-it-was-opened",
    text=Words(
        nb="Du har lagret eller forkastet denne siden etter at den ble åpnet her.",
        nn="Du har lagra eller forkasta denne sida etter at ho vart opna her.",
        en="You have saved or discarded this page since it was opened here.",
    ),
    cure=Words(
        nb="Last siden på nytt før du skriver mer.",
        nn="Last sida på nytt før du skriv meir.",
        en="Reload the page before you write more.",
    ),
)


@deed(
    "competition.typing_kept",
    nb="Lagret et eget utkast som ikke er tatt inn i saken.",
    nn="Lagra eit eige utkast som ikkje er teke inn i saka.",
    en="Saved an own draft that is not part of the case.",
)
def keep_typing(
    reference: str,
    page: Page,
    fields: Mapping[str, Sequence[str]],
    *,
    opened: datetime | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Keep the fields of a page as they are typed, right or wrong, for this person only.

    Args:
        reference: the case.
        page: where it was typed.
        fields: the values of each field, by its name.
        opened: when the page was opened; what was saved after that is not typed over.
        by: who types.
        at: when.

    Raises:
        Conflict: the page cannot be saved in this state, or was saved after `opened`.
        Forbidden, NotFound: as for saving the page.
        Invalid: more than a page can hold.
    """
    competition = _locked(reference, page, by)
    bounds.require(_findings(fields))
    own = UnsavedPage.objects.filter(competition=competition, person=by.person, page=page.value)
    before = own.first()
    if before and before.emptied_at and opened and opened < before.emptied_at:
        raise Conflict(SAVED_SINCE.at("page"))
    UnsavedPage.objects.update_or_create(
        competition=competition,
        person_id=by.person,
        page=page.value,
        defaults={
            "fields": {name: list(values) for name, values in fields.items()},
            "kept_at": at,
        },
    )
    record(reference, {"page": page.value}, audience=by.organisation)


@deed(
    "competition.typing_discarded",
    nb="Forkastet et eget utkast som ikke var tatt inn i saken.",
    nn="Forkasta eit eige utkast som ikkje var teke inn i saka.",
    en="Discarded an own draft that was not part of the case.",
)
def discard_typing(reference: str, page: Page, *, by: Actor, at: datetime) -> None:
    """Throw away what a person typed on a page; what was saved stays.

    Raises:
        Conflict, Forbidden, NotFound: as for saving the page.
    """
    empty(_locked(reference, page, by), page, by=by, at=at)
    record(reference, {"page": page.value}, audience=by.organisation)


def _locked(reference: str, page: Page, by: Actor) -> Competition:
    """The competition, locked for someone who may save the page now."""
    if page in PREPARING:
        return locked_competition(reference, by, "prepare")
    if page is Page.SCORES:
        return scoring_of(reference, by)
    competition = locked(reference, by, TeamRole.EVALUATOR, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "score")
    return competition


def _findings(fields: Mapping[str, Sequence[str]]) -> list[Finding]:
    texts = [*fields, *(value for values in fields.values() for value in values)]
    findings = bounds.whole("fields", len(fields), 0, MOST_FIELDS)
    findings += bounds.text("fields", "".join(texts), MOST_SIGNS)
    return findings


FINDING_KINDS = (SAVED_SINCE,)
DEEDS = (keep_typing, discard_typing)
