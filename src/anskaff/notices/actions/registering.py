"""Deeds: put published notices into the register."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Forbidden, Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.notice import NoticeReading
from anskaff.concepts.words import Words
from anskaff.documents.eforms import notice as eforms
from anskaff.notices import filing
from anskaff.notices.models import (
    Involvement,
    NamedOrganisation,
    Notice,
    SearchText,
)
from anskaff.parties import queries as parties
from anskaff.records import files
from anskaff.records.deeds import deed, record

Source = Notice.Source
MEDIA_TYPE = "application/xml"
IDENTIFIER = re.compile(r"[A-Za-z0-9._-]{1,80}")
VERSION = re.compile(r"[A-Za-z0-9._-]{0,20}")

NOT_A_REGISTRAR = FindingKind(
    code="notice-not-registrar",
    text=Words(
        nb="Bare administratorer hos oppdragsgivere kan hente inn kunngjøringer i registeret.",
        nn="Berre administratorar hos oppdragsgivarar kan hente inn kunngjeringar i registeret.",
        en="Only administrators of buyers can import notices into the register.",
    ),
    cure=Words(
        nb="Be en administrator hente dem inn.",
        nn="Be ein administrator hente dei inn.",
        en="Ask an administrator to import them.",
    ),
)
NO_IDENTIFIER = FindingKind(
    code="notice-without-identifier",
    text=Words(
        nb="Kunngjøringen har ingen brukbar identifikator og versjon (BT-701, BT-757): «{got}».",
        nn="Kunngjeringa har ingen brukande identifikator og versjon (BT-701, BT-757): «{got}».",
        en="The notice has no usable identifier and version (BT-701, BT-757): “{got}”.",
    ),
    cure=Words(
        nb="Hent den publiserte filen på nytt fra Doffin eller TED.",
        nn="Hent den publiserte fila på nytt frå Doffin eller TED.",
        en="Fetch the published file again from Doffin or TED.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A notice that came: its bytes, their SHA-256 (hex), and what it says.

    `publication` is the number it is published under, as the one who had it says.
    """

    data: bytes
    sha256: str
    reading: NoticeReading
    publication: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the one who registers knows beside what the notice itself says."""

    source: Source
    publication: str = ""
    published_at: datetime | None = None
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """Where a notice is in the register; `is_new` is False when it was there before."""

    notice: str
    version: str
    is_new: bool


def arrived(data: bytes) -> Arrived:
    """Read a notice, ready to be registered.

    Raises:
        Unreadable: the bytes are no safe eForms notice, or it does not say which one it is.
    """
    reading = eforms.require_procurement(eforms.read(data))
    if not IDENTIFIER.fullmatch(reading.notice) or not VERSION.fullmatch(reading.version):
        got = f"{reading.notice} {reading.version}".strip()[:120]
        raise Unreadable(NO_IDENTIFIER.at("notice", got=got))
    return Arrived(data=data, sha256=sha256(data).hexdigest(), reading=reading)


@deed(
    "notices.notice_registered",
    nb="Førte kunngjøring {notice}, versjon {version}, i registeret.",
    nn="Førte kunngjering {notice}, versjon {version}, i registeret.",
    en="Put notice {notice}, version {version}, into the register.",
)
def register(
    data: bytes,
    source: Source,
    *,
    publication: str = "",
    published_at: datetime | None = None,
    case: str = "",
    by: Actor,
    at: datetime,
) -> Registered:
    """Keep a published notice for anyone to find; the same one again makes no second row.

    Args:
        data: the published XML; kept as it is.
        source: our own, or imported from elsewhere.
        publication: the publication number, when the notice itself does not have it.
        published_at: when it was published, when the notice itself does not tell.
        case: the reference of our own case, when there is one.
        by: the system, or an administrator of a buyer.
        at: now.

    Raises:
        Forbidden: neither the system nor an administrator of a buyer.
        Unreadable: the bytes are no safe eForms notice; nothing is kept.
    """
    require_registrar(by)
    one = arrived(data)
    told = _Told(source=source, publication=publication, published_at=published_at, case=case)
    (kept,) = _register([one], told, at=at)
    record(f"notice/{kept.notice}", {"notice": kept.notice, "version": kept.version})
    return kept


@deed(
    "notices.notices_imported",
    nb="Hentet inn {registered} kunngjøringer i registeret.",
    nn="Henta inn {registered} kunngjeringar i registeret.",
    en="Imported {registered} notices into the register.",
)
def register_all(
    notices: Sequence[Arrived], source: Source, *, by: Actor, at: datetime
) -> tuple[Registered, ...]:
    """Keep many published notices, all or none of them; the answers are in their order.

    Raises:
        Forbidden: neither the system nor an administrator of a buyer.
    """
    require_registrar(by)
    rows = _register(notices, _Told(source=source), at=at)
    new = [one.sha256 for one, row in zip(notices, rows, strict=True) if row.is_new]
    record("notices", {"registered": len(new), "sha256": new})
    return rows


def require_registrar(by: Actor) -> None:
    """Stop everyone but the system and the administrators of buyers.

    Raises:
        Forbidden: `by` is someone else.
    """
    of_a_buyer = by.role is Role.ADMINISTRATOR and parties.buyer(by) is not None
    if by.role is not Role.SYSTEM and not of_a_buyer:
        raise Forbidden(NOT_A_REGISTRAR.at("notice"))


def _register(notices: Sequence[Arrived], told: _Told, *, at: datetime) -> tuple[Registered, ...]:
    """File those that are new; when someone else files one meanwhile, it is known the next time."""
    while True:
        known = _known(notices)
        try:
            with transaction.atomic():
                return _filed(notices, dict(known), told, at=at)
        except IntegrityError:
            if _known(notices) == known:
                raise


def _filed(
    notices: Sequence[Arrived],
    known: dict[object, tuple[str, str]],
    told: _Told,
    *,
    at: datetime,
) -> tuple[Registered, ...]:
    fresh: dict[tuple[str, str], tuple[Notice, Arrived]] = {}
    answers = []
    for one in notices:
        row = filing.columns(one.reading, at=told.published_at or at)
        key = (row.notice, row.version)
        there = known.get(one.sha256) or known.get(key)
        if there is None and key not in fresh:
            row.source, row.case = told.source, told.case
            row.publication = row.publication or told.publication or one.publication
            row.stored_id, row.registered_at = one.sha256, at
            fresh[key] = (row, one)
            known[one.sha256] = key
            answers.append(Registered(notice=key[0], version=key[1], is_new=True))
        else:
            key = there or key
            answers.append(Registered(notice=key[0], version=key[1], is_new=False))
    _file(list(fresh.values()), at=at)
    return tuple(answers)


def _known(notices: Sequence[Arrived]) -> dict[object, tuple[str, str]]:
    """Those already registered, by SHA-256 and by identifier and version."""
    ids = {one.reading.notice[:80] for one in notices}
    hashes = [one.sha256 for one in notices]
    rows = Notice.objects.filter(Q(stored__in=hashes) | Q(notice__in=ids))
    known: dict[object, tuple[str, str]] = {}
    for stored, notice, version in rows.values_list("stored_id", "notice", "version"):
        known[stored] = known[notice, version] = (notice, version)
    return known


def _file(fresh: Sequence[tuple[Notice, Arrived]], *, at: datetime) -> None:
    """Keep the bytes, then the rows and what they are found by."""
    files.store_all([one.data for _, one in fresh], media_type=MEDIA_TYPE, at=at)
    rows = insert_rows([(row, one.reading) for row, one in fresh])
    for row in _with_kin(rows):
        _supersede(row)


def insert_rows(fresh: Sequence[tuple[Notice, NoticeReading]]) -> list[Notice]:
    """The rows, and what they are found by."""
    rows = Notice.objects.bulk_create([row for row, _ in fresh])
    SearchText.objects.bulk_create(
        filing.search_text(row, reading) for row, (_, reading) in zip(rows, fresh, strict=True)
    )
    parts = [filing.named(reading) for _, reading in fresh]
    organisations = _organisations({(one.name, one.number) for each in parts for one in each})
    Involvement.objects.bulk_create(
        (
            Involvement(
                notice=row,
                organisation_id=organisations[one.name, one.number],
                part=one.part,
                position=position,
            )
            for row, each in zip(rows, parts, strict=True)
            for position, one in enumerate(each, 1)
        ),
    )
    return rows


def _organisations(wanted: set[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    """The key of each name and number; those that are new get a row."""
    NamedOrganisation.objects.bulk_create(
        (
            NamedOrganisation(name=name, number=number, folded=name.casefold()[:400])
            for name, number in sorted(wanted)
        ),
        ignore_conflicts=True,
    )
    names = {name for name, _ in wanted}
    found = NamedOrganisation.objects.filter(name__in=names)
    return {(name, number): pk for pk, name, number in found.values_list("pk", "name", "number")}


def _with_kin(rows: Sequence[Notice]) -> list[Notice]:
    """Those that have other versions, change another notice, or are changed; two questions."""
    ids = Counter(Notice.objects.filter(notice__in={r.notice for r in rows}).values_list("notice"))
    names = {name for row in rows for name in _names(row)}
    changes = Notice.objects.filter(corrects__in=names).values_list("corrects", flat=True)
    changed = set(changes)
    return [
        row
        for row in rows
        if ids[(row.notice,)] > 1 or row.corrects or changed.intersection(_names(row))
    ]


def _names(row: Notice) -> list[str]:
    """What a change may call a notice: its identifier, that with the version, its publication."""
    return [row.notice, f"{row.notice}-{row.version}", *filter(None, [row.publication])]


def _supersede(row: Notice) -> None:
    """Link the versions of a notice, and what it changes or is changed by, whichever came first."""
    same = Notice.objects.filter(notice=row.notice).exclude(pk=row.pk)
    later = same.filter(version__gt=row.version).order_by("version").first()
    row.superseded_by = later or _changes_of(row).order_by("published_at", "pk").first()
    if row.superseded_by is not None:
        row.save(update_fields=["superseded_by"])
    same.filter(version__lt=row.version, superseded_by=None).update(superseded_by=row)
    if row.corrects:
        _changed_by(row).filter(superseded_by=None).update(superseded_by=row)


def _changes_of(row: Notice) -> QuerySet[Notice]:
    """Notices that say that they change this one, and came with it or after it."""
    found = _same_procedure(row).filter(corrects__in=_names(row))
    return found.filter(published_at__gte=row.published_at)


def _changed_by(row: Notice) -> QuerySet[Notice]:
    """The notice that a change names: its identifier, with version or not, or its publication."""
    named = Q(notice=row.corrects) | Q(publication=row.corrects)
    notice, _, version = row.corrects.rpartition("-")
    if notice:
        named |= Q(notice=notice, version=version)
    found = _same_procedure(row).filter(named, published_at__lte=row.published_at)
    return found.exclude(pk=row.superseded_by_id) if row.superseded_by_id else found


def _same_procedure(row: Notice) -> QuerySet[Notice]:
    """Other notices of the same procedure, and those that do not say of which they are."""
    others = Notice.objects.exclude(notice=row.notice)
    return others.filter(procedure__in=[row.procedure, ""]) if row.procedure else others


FINDING_KINDS = (NOT_A_REGISTRAR, NO_IDENTIFIER)
DEEDS = (register, register_all)
