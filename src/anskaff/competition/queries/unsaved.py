"""Reads: what the viewer typed on the pages of a case and has not saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from anskaff.competition.access import may_prepare, seen_competition
from anskaff.competition.models import Competition, UnsavedPage
from anskaff.competition.queries.opening import opened_for
from anskaff.competition.unsaved import PREPARING, Page
from anskaff.concepts.actor import Actor, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """The values of each field by its name, and when they were kept."""

    fields: Mapping[str, list[str]]
    kept_at: datetime


def unsaved(reference: str, page: Page, viewer: Viewer) -> Unsaved | None:
    """What the viewer typed on a page and has not saved; None when there is nothing.

    Raises:
        NotFound, Forbidden, Conflict: as for looking at the page.
    """
    if page not in PREPARING:
        found = _own(opened_for(reference, viewer), viewer).filter(page=page.value).first()
    else:
        competition = seen_competition(reference, viewer)
        if not may_prepare(competition.case, viewer):
            return None
        found = _own(competition, viewer).filter(page=page.value).first()
    return Unsaved(fields=found.fields, kept_at=found.kept_at) if found else None


def unsaved_sections(reference: str, viewer: Viewer) -> frozenset[Page]:
    """The sections of a draft where the viewer has typed something that is not saved.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    own = _own(seen_competition(reference, viewer), viewer)
    return frozenset(Page(page) for page in own.values_list("page", flat=True)) & PREPARING


def _own(competition: Competition, viewer: Viewer) -> QuerySet[UnsavedPage]:
    """The viewer's own rows that hold something."""
    person = viewer.person if isinstance(viewer, Actor) else 0
    return UnsavedPage.objects.filter(competition=competition, person=person).exclude(fields={})
