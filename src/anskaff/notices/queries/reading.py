"""Reads for anyone: one notice, its versions, the others of its procedure, and its bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from anskaff.concepts.actor import Viewer
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.notice import NoticeReading
from anskaff.concepts.words import Words
from anskaff.documents.eforms import notice as eforms
from anskaff.notices import filing
from anskaff.notices.hits import Hit, hit_of
from anskaff.notices.models import Involvement, NamedOrganisation, Notice
from anskaff.records import files

MOST_RELATED = 50
IN_SITEMAP = 10_000

NO_SUCH_NOTICE = FindingKind(
    code="no-such-notice",
    text=Words(
        nb="Kunngjøringen {notice} finnes ikke i registeret.",
        nn="Kunngjeringa {notice} finst ikkje i registeret.",
        en="The notice {notice} is not in the register.",
    ),
    cure=Words(
        nb="Søk etter den med ord eller nummer.",
        nn="Søk etter henne med ord eller nummer.",
        en="Search for it by words or number.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a notice; `is_current` when no later one has come."""

    version: str
    published_at: datetime
    registered_at: datetime
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNotice:
    """A notice as anyone reads it: what lists say of it, and all that it says itself.

    `superseded_by` is the notice that took its place, when that is another one, and `supersedes`
    are the others whose place it took; `related` are the other notices of the same procedure,
    newest first. `sha256` names the stored bytes.
    """

    hit: Hit
    reading: NoticeReading
    versions: tuple[Version, ...]
    related: tuple[Hit, ...]
    superseded_by: Hit | None
    supersedes: tuple[Hit, ...]
    is_current: bool
    case: str
    sha256: str


def notice(identifier: str, version: str, viewer: Viewer, at: datetime) -> PublicNotice:
    """A notice; the newest version when `version` is empty.

    Raises:
        NotFound: there is no such notice, or no such version of it.
    """
    del viewer
    row = _row(identifier, version)
    later = row.superseded_by
    related = _with_involved(
        Notice.objects.filter(procedure=row.procedure, superseded_by=None).exclude(
            notice=row.notice
        )
        if row.procedure
        else Notice.objects.none()
    ).order_by("-published_at", "-pk")[:MOST_RELATED]
    versions = Notice.objects.filter(notice=row.notice).order_by("-version")
    return PublicNotice(
        hit=_hit(row, at),
        reading=eforms.read(b"".join(files.chunks(row.stored_id))),
        versions=tuple(
            Version(
                version=one.version,
                published_at=one.published_at,
                registered_at=one.registered_at,
                is_current=one.superseded_by_id is None,
            )
            for one in versions
        ),
        related=tuple(_hit(one, at) for one in related),
        superseded_by=_hit(later, at) if later and later.notice != row.notice else None,
        supersedes=tuple(
            _hit(one, at)
            for one in _with_involved(row.supersedes.exclude(notice=row.notice)).order_by("-pk")
        ),
        is_current=later is None,
        case=row.case,
        sha256=row.stored_id,
    )


def as_listed(reading: NoticeReading, viewer: Viewer, at: datetime) -> Hit:
    """What lists would say of a notice that is not in the register, if it were published now."""
    del viewer
    row = filing.columns(reading, at=at)
    row.source = Notice.Source.OWN
    involved = [
        Involvement(part=one.part, organisation=NamedOrganisation(name=one.name, number=one.number))
        for one in filing.named(reading)
    ]
    return hit_of(row, involved, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file of a version of a notice; `sha256` names its bytes."""

    version: str
    sha256: str
    registered_at: datetime

    def chunks(self) -> Iterator[bytes]:
        """The bytes as they were published."""
        return files.chunks(self.sha256)


def original(identifier: str, version: str, viewer: Viewer) -> Original:
    """A version of a notice as it was published.

    Raises:
        NotFound: there is no such notice, or no such version of it.
    """
    del viewer
    row = _row(identifier, version)
    return Original(version=row.version, sha256=row.stored_id, registered_at=row.registered_at)


def sitemap_pages(viewer: Viewer) -> int:
    """How many pages the list of all notices has."""
    del viewer
    return max(1, -(-Notice.objects.filter(superseded_by=None).count() // IN_SITEMAP))


def sitemap(page: int, viewer: Viewer) -> tuple[tuple[str, datetime], ...]:
    """One page of identifiers and when each was registered, oldest first; empty after the last."""
    del viewer
    rows = Notice.objects.filter(superseded_by=None).order_by("pk")
    part = rows[(page - 1) * IN_SITEMAP : page * IN_SITEMAP]
    return tuple(part.values_list("notice", "registered_at"))


def _row(identifier: str, version: str) -> Notice:
    identifier, version = identifier.replace("\x00", ""), version.replace("\x00", "")
    rows = _with_involved(Notice.objects.filter(notice=identifier))
    wanted = rows.filter(version=version) if version else rows.order_by("-version")
    row = wanted.select_related("superseded_by").first()
    if row is None:
        raise NotFound(NO_SUCH_NOTICE.at("notice", notice=identifier[:80]))
    return row


def _with_involved(rows: QuerySet[Notice]) -> QuerySet[Notice]:
    return rows.prefetch_related("involved__organisation")


def _hit(row: Notice, at: datetime) -> Hit:
    return hit_of(row, sorted(row.involved.all(), key=lambda one: one.position), at)


FINDING_KINDS = (NO_SUCH_NOTICE,)
