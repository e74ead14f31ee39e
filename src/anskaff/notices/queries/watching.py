"""Reads: the viewer's saved searches, and what a saved search finds for its Atom address."""

from dataclasses import dataclass, replace
from datetime import datetime

from anskaff.concepts.actor import Actor, Viewer
from anskaff.notices import wishes
from anskaff.notices.hits import Hit
from anskaff.notices.models import SavedSearch
from anskaff.notices.queries import finding

IN_FEED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A saved search; `query` is the address of its hits, `token` opens its Atom address."""

    id: int
    name: str
    query: str
    token: str
    paused: bool
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a saved search finds now."""

    name: str
    query: str
    hits: tuple[Hit, ...]


def searches(viewer: Viewer) -> tuple[Followed, ...]:
    """The viewer's own, the newest first; none for the public."""
    if not isinstance(viewer, Actor):
        return ()
    rows = SavedSearch.objects.filter(person=viewer.person).order_by("-pk")
    return tuple(
        Followed(
            id=row.pk,
            name=row.name,
            query=row.query,
            token=row.token,
            paused=row.paused,
            saved_at=row.saved_at,
        )
        for row in rows
    )


def feed(token: str, viewer: Viewer, at: datetime) -> Feed | None:
    """What the saved search with this token finds, the newest first; None without such a one."""
    row = SavedSearch.objects.filter(token=token.replace("\x00", "")).first()
    if row is None:
        return None
    wish = replace(wishes.from_json(row.wish), order="published")
    hits = finding.search(wish, viewer, at, size=IN_FEED).lines
    return Feed(name=row.name, query=row.query, hits=hits)


def followed_name(search: int) -> str:
    """The name of a search, for whoever holds the link of its letters; empty when it is gone."""
    return SavedSearch.objects.filter(pk=search).values_list("name", flat=True).first() or ""
