"""Reads: the codes that an organisation's earlier notices use, made elsewhere and imported."""

from anskaff.concepts.actor import Viewer
from anskaff.notices.models import Involvement, Notice
from anskaff.parties import queries as parties

MOST_NOTICES = 200


def cpv_published(viewer: Viewer) -> tuple[str, ...]:
    """The main CPV code of each earlier notice of the viewer's organisation, newest first."""
    return _published("cpv", viewer)


def places_published(viewer: Viewer) -> tuple[str, ...]:
    """The first place of each earlier notice of the viewer's organisation, newest first."""
    return _published("place", viewer)


def _published(column: str, viewer: Viewer) -> tuple[str, ...]:
    buyer = parties.buyer(viewer)
    if buyer is None:
        return ()
    parts = Involvement.objects.filter(
        organisation__number=buyer.number, part=Involvement.Part.BUYER
    )
    rows = Notice.objects.filter(
        pk__in=parts.values("notice_id"), source=Notice.Source.IMPORTED, superseded_by=None
    ).exclude(**{column: ""})
    newest = rows.order_by("-published_at", "-pk").values_list(column, flat=True)
    return tuple(newest[:MOST_NOTICES])
