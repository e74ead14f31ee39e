"""What a person has typed on a page and not saved yet, kept so that another device can go on.

One row per person and page of a case. Nobody else ever sees it, and saving the page empties it.
"""

from datetime import datetime
from enum import StrEnum

from anskaff.competition.models import Competition, UnsavedPage
from anskaff.concepts.actor import Actor


class Page(StrEnum):
    """A page whose typing is kept; the sections of a draft are called as in the log."""

    NEED = "need"
    PROCEDURE = "procedure"
    LOTS = "lots"
    REQUIREMENTS = "requirements"
    AWARD_CRITERIA = "award_criteria"
    PRICE_SHEET = "price_sheet"
    DEADLINES = "deadlines"
    TEAM = "team"
    SCORES = "scores"
    AGREED_SCORES = "agreed_scores"


SCORING = frozenset({Page.SCORES, Page.AGREED_SCORES})
PREPARING = frozenset(Page) - SCORING


def empty(competition: Competition, page: Page, *, by: Actor, at: datetime) -> None:
    """Empty what a person typed on a page, because it was saved or discarded at `at`.

    The row stays, so that typing sent before `at` and received after it is not kept again.
    """
    UnsavedPage.objects.update_or_create(
        competition=competition,
        person_id=by.person,
        page=page.value,
        defaults={"fields": {}, "kept_at": at, "emptied_at": at},
    )


def forget(competition: Competition, pages: frozenset[Page] = frozenset(Page)) -> None:
    """Remove what everyone typed on pages that can no longer be saved."""
    UnsavedPage.objects.filter(competition=competition, page__in=pages).delete()
