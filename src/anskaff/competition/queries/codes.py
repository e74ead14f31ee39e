"""Reads: the codes that a buyer's earlier cases and notices use, as suggestions for the next."""

from collections.abc import Iterable

from anskaff.competition.access import visible_to
from anskaff.concepts.actor import Viewer
from anskaff.documents.vocabularies import cpv
from anskaff.notices.queries import codes as notices

MOST_CASES = 200
MOST_CODES = 8


def cpv_used(viewer: Viewer) -> tuple[str, ...]:
    """What the viewer's organisation has bought, most often first, then the newest."""
    return _most_used("cpv", viewer, notices.cpv_published(viewer))


def places_used(viewer: Viewer) -> tuple[str, ...]:
    """Where the viewer's organisation has had things delivered, most often first."""
    return _most_used("place", viewer, notices.places_published(viewer))


def _most_used(column: str, viewer: Viewer, published: Iterable[str]) -> tuple[str, ...]:
    rows = visible_to(viewer).exclude(**{column: ""}).order_by("-pk")
    return _by_count([*rows.values_list(column, flat=True)[:MOST_CASES], *published])


def _by_count(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes, without check digits, most frequent first; the first seen wins a tie.

    >>> _by_count(["39130000", "45000000-7", "45000000", "NO060"])
    ('45000000', '39130000', 'NO060')
    """
    counts: dict[str, int] = {}
    for code in codes:
        plain = cpv.number(code) or code
        counts[plain] = counts.get(plain, 0) + 1
    return tuple(sorted(counts, key=lambda one: -counts[one]))[:MOST_CODES]
