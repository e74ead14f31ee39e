"""Reads for a supplier: its own tenders, what is missing, what was delivered, and receipts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from anskaff.calculations import price_sheet
from anskaff.competition import completeness, drafts, reconfirming, statement
from anskaff.competition.asked import asked_of, given_in, uploads_of
from anskaff.competition.completeness import Asked
from anskaff.competition.models import Case, Tender, TenderVersion
from anskaff.competition.statement import Statement
from anskaff.competition.states import STATE_WORDS, State
from anskaff.competition.supplier_access import (
    NO_SUCH_TENDER,
    is_supplier,
    own_tender,
    takes_tenders,
)
from anskaff.concepts.actor import Actor, Viewer
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.records import queries as records


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file in a draft; `check` is not-run, clean or infected, `sha256` empty until complete."""

    key: str
    name: str
    requirement: str
    size: int
    received: int
    complete: bool
    check: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One delivery; `counts` says whether it is the one that will be opened."""

    number: int
    receipt: str
    delivered_at: datetime
    withdrawn_at: datetime | None
    content_sha256: str
    log_index: int | None
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderView:
    """A supplier's own tender as its work space shows it."""

    id: int
    reference: str
    title: str
    buyer: str
    state: Words
    deadline: datetime | None
    question_deadline: datetime | None
    is_open: bool
    changed_since_start: bool
    asked: Asked
    lots: tuple[str, ...]
    answers: Mapping[str, str]
    prices: Mapping[str, str]
    files: tuple[FileLine, ...]
    missing: tuple[Finding, ...]
    versions: tuple[VersionLine, ...]
    changed_since_delivery: bool
    saved_at: datetime
    draft_is_gone: bool

    @property
    def to_confirm(self) -> tuple[Finding, ...]:
        """The answers and prices that a correction has touched since they were given (S9)."""
        return tuple(each for each in self.missing if each.code in reconfirming.CODES)

    @property
    def counting(self) -> VersionLine | None:
        """The version that counts, if any."""
        return next((version for version in self.versions if version.counts), None)

    def line_sum(self, key: str) -> Decimal | None:
        """Quantity times price for one line, unrounded; None without a price."""
        line = next((line for line in self.asked.prices if line.key == key), None)
        text = self.prices.get(key)
        return price_sheet.line_sum(line.quantity, Decimal(text)) if line and text else None

    def lot_sum(self, lot: str) -> Decimal:
        """The sum of the priced lines of a lot, unrounded."""
        return price_sheet.total(
            {
                line.key: (line.quantity, Decimal(self.prices[line.key]))
                for line in self.asked.prices_for((lot,))
                if self.prices.get(line.key)
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderLine:
    """A tender in the supplier's own list."""

    reference: str
    title: str
    buyer: str
    state: Words
    deadline: datetime | None
    is_open: bool
    delivered_at: datetime | None
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptView:
    """What a receipt says (UX S7, G9); `statement` is None when the content is sealed for good."""

    reference: str
    title: str
    buyer: str
    supplier: str
    supplier_number: str
    version: VersionLine
    delivered_by: str
    sealed_until: datetime | None
    opening_officers: int
    officers_required: int
    statement: Statement | None


def my_tenders(viewer: Viewer, at: datetime) -> tuple[TenderLine, ...]:
    """The tenders of the viewer's organisation: those with the nearest deadline to come first."""
    if not isinstance(viewer, Actor) or not is_supplier(viewer):
        return ()
    rows = list(
        Tender.objects.filter(supplier=viewer.organisation)
        .select_related("competition__case__buyer")
        .prefetch_related("versions")
    )
    lines = [_line(row, at) for row in rows]
    far = datetime.max.replace(tzinfo=at.tzinfo)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                not line.is_open,
                abs((line.deadline or far) - at),
            ),
        )
    )


def tender_of(reference: str, viewer: Viewer, at: datetime) -> TenderView:
    """The viewer's organisation's tender in a case.

    Raises:
        NotFound: it has none, or the viewer does not act for a supplier.
    """
    tender = _own(reference, viewer)
    competition = tender.competition
    asked = asked_of(competition)
    draft, uploads = drafts.read(tender), uploads_of(tender)
    given = given_in(draft, uploads)
    versions = _versions(tender)
    counting = next((version for version in versions if version.counts), None)
    return TenderView(
        id=tender.pk,
        reference=reference,
        title=competition.title,
        buyer=competition.case.buyer.name,
        state=STATE_WORDS[State(competition.state)],
        deadline=competition.tender_deadline,
        question_deadline=competition.question_deadline,
        is_open=takes_tenders(competition, at),
        changed_since_start=competition.version > tender.started_on_version,
        asked=asked,
        lots=draft.lots,
        answers=draft.answers,
        prices=draft.prices,
        files=tuple(
            FileLine(
                key=row.key,
                name=details.name,
                requirement=details.requirement,
                size=row.declared_bytes,
                received=row.received_bytes,
                complete=row.complete_at is not None,
                check=row.check_state,
                sha256=details.sha256,
            )
            for row, details in uploads
        ),
        missing=(
            *completeness.check(asked, given),
            *reconfirming.to_confirm(tender, draft, uploads, asked),
        )
        if tender.draft
        else (),
        versions=versions,
        changed_since_delivery=counting is not None
        and bool(tender.draft)
        and tender.saved_at > counting.delivered_at,
        saved_at=tender.saved_at,
        draft_is_gone=not tender.draft,
    )


def tender_id_of(reference: str, viewer: Viewer) -> int:
    """The id that deeds ask for; errors as `tender_of`."""
    return _own(reference, viewer).pk


def may_tender(reference: str, viewer: Viewer) -> bool:
    """Whether the viewer acts for a supplier that is not the buyer itself."""
    if not isinstance(viewer, Actor) or not is_supplier(viewer):
        return False
    return not Case.objects.filter(reference=reference, buyer=viewer.organisation).exists()


def has_tender(reference: str, viewer: Viewer) -> bool:
    """Whether the viewer's own organisation has begun a tender."""
    return (
        isinstance(viewer, Actor)
        and is_supplier(viewer)
        and Tender.objects.filter(
            competition__case__reference=reference, supplier=viewer.organisation
        ).exists()
    )


def receipt_of(reference: str, number: int | None, viewer: Viewer) -> ReceiptView:
    """The receipt of a version, or of the newest when `number` is None.

    Raises:
        NotFound: not a version of the viewer's organisation.
    """
    tender = _own(reference, viewer)
    versions = _versions(tender)
    wanted = [version for version in versions if number in {None, version.number}]
    if not wanted:
        raise NotFound(NO_SUCH_TENDER.at("version"))
    row = tender.versions.select_related("delivered_by").get(number=wanted[0].number)
    competition = tender.competition
    return ReceiptView(
        reference=reference,
        title=competition.title,
        buyer=competition.case.buyer.name,
        supplier=tender.supplier.name,
        supplier_number=tender.supplier.number,
        version=wanted[0],
        delivered_by=row.delivered_by.name,
        sealed_until=competition.tender_deadline,
        opening_officers=row.shares.count(),
        officers_required=competition.openers_required,
        statement=_said(tender, row),
    )


def receipt_file(reference: str, number: int, viewer: Viewer, *, at: datetime) -> bytes:
    """The receipt as a file that a stranger can verify (JSON).

    Raises:
        NotFound: not a version of the viewer's organisation.
    """
    found = receipt_of(reference, number, viewer)
    if found.version.log_index is None:
        raise NotFound(NO_SUCH_TENDER.at("version"))
    return records.receipt(found.version.log_index, viewer, at=at)


def _own(reference: str, viewer: Viewer) -> Tender:
    organisation = viewer.organisation if isinstance(viewer, Actor) else None
    found = Tender.objects.filter(competition__case__reference=reference, supplier=organisation)
    pk = found.values_list("pk", flat=True).first() if organisation else None
    if pk is None:
        raise NotFound(NO_SUCH_TENDER.at("tender"))
    return own_tender(pk, viewer)


def _said(tender: Tender, row: TenderVersion) -> Statement | None:
    """What a version says: from the working copy before the opening, from the envelope after."""
    text = drafts.read(tender).delivered.get(row.number)
    if text is not None:
        return statement.read(text.encode())
    opened = (row.opened or {}).get("statement")
    return statement.read(opened.encode()) if opened else None


def _versions(tender: Tender) -> tuple[VersionLine, ...]:
    """Newest first."""
    rows = list(tender.versions.order_by("-number"))
    counting = next((row.number for row in rows if row.withdrawn_at is None), None)
    return tuple(
        VersionLine(
            number=row.number,
            receipt=row.receipt_number,
            delivered_at=row.delivered_at,
            withdrawn_at=row.withdrawn_at,
            content_sha256=row.content_sha256,
            log_index=row.log_index,
            counts=row.number == counting,
        )
        for row in rows
    )


def _line(row: Tender, at: datetime) -> TenderLine:
    standing = [version for version in row.versions.all() if version.withdrawn_at is None]
    newest = max(standing, key=lambda version: version.number, default=None)
    competition = row.competition
    return TenderLine(
        reference=competition.case.reference,
        title=competition.title,
        buyer=competition.case.buyer.name,
        state=STATE_WORDS[State(competition.state)],
        deadline=competition.tender_deadline,
        is_open=takes_tenders(competition, at),
        delivered_at=newest.delivered_at if newest else None,
        receipt=newest.receipt_number if newest else "",
    )
