"""Reads: the opening, who is impartial, and the opened tenders as the team may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from anskaff.competition.access import team_roles
from anskaff.competition.case_team import require_impartial, seen
from anskaff.competition.cells import quality_cells
from anskaff.competition.models import (
    AgreedScore,
    Competition,
    ImpartialityDeclaration,
    OpenedFile,
    OpenedTender,
    OpeningConfirmation,
    Requirement,
    TeamMember,
    TenderVersion,
)
from anskaff.competition.opened_answers import answers_of, bids_for, price_of
from anskaff.competition.opened_content import FILE_CHANGED
from anskaff.competition.opened_envelopes import failures_of
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor, TeamRole, Viewer
from anskaff.concepts.errors import Conflict, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.part import Part
from anskaff.law.rejection import GROUNDS, Ground, grounds_in
from anskaff.parties import queries as parties

NOT_OPENED = FindingKind(
    code="tenders-not-opened",
    text=Words(
        nb="Tilbudene er ikke åpnet ennå.",
        nn="Tilboda er ikkje opna enno.",
        en="The tenders have not been opened yet.",
    ),
    cure=Words(
        nb="Åpnerne åpner dem etter tilbudsfristen.",
        nn="Opnarane opnar dei etter tilbodsfristen.",
        en="The opening officers open them after the tender deadline.",
    ),
    source="FOA § 22-3",
)
NO_SUCH_FILE = FindingKind(
    code="opened-file-not-found",
    text=Words(
        nb="Vi finner ikke filen i denne saken.",
        nn="Vi finn ikkje fila i denne saka.",
        en="We cannot find the file in this case.",
    ),
    cure=Words(
        nb="Åpne filen fra siden for kvalifikasjon.",
        nn="Opne fila frå sida for kvalifikasjon.",
        en="Open the file from the qualification page.",
    ),
)
SHORT_FAILURE = Words(
    nb="Konvolutten lot seg ikke åpne.",
    nn="Konvolutten let seg ikkje opne.",
    en="The envelope could not be opened.",
)
FILE_FAILURE = Words(
    nb="En fil er ikke den som ble levert.",
    nn="Ei fil er ikkje den som vart levert.",
    en="A file is not the one that was delivered.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """An opening officer: the name, and when they opened their part, if they have."""

    name: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An envelope that did not open as it should: receipt, supplier, and why."""

    receipt: str
    supplier: str
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningView:
    """The opening as the team sees it; nothing in it depends on tenders before they are opened."""

    reference: str
    title: str
    state: State
    deadline: datetime | None
    required: int
    officers: tuple[Officer, ...]
    is_officer: bool
    has_confirmed: bool
    has_key: bool
    older_keys: int
    opened_at: datetime | None
    tenders: int | None
    failures: tuple[Failure, ...]

    @property
    def confirmed(self) -> int:
        """How many have opened their part."""
        return sum(officer.at is not None for officer in self.officers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A team member and what they have declared; None is not yet."""

    name: str
    has_interest: bool | None
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpartialityView:
    """The declarations in a case; `suppliers` are named once the tenders are opened."""

    reference: str
    title: str
    state: State
    mine: Declared | None
    others: tuple[Declared, ...]
    suppliers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file of an opened tender."""

    id: int
    name: str
    requirement: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPrice:
    """The total price of a tender in one lot, computed by us."""

    lot: str
    title: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderView:
    """An opened tender; `prices` is empty for those who may not see prices yet (V-10)."""

    number: int
    supplier: str
    supplier_number: str
    delivered_at: datetime
    receipt: str
    lots: tuple[str, ...]
    answers: Mapping[str, str]
    files: tuple[FileView, ...]
    prices: tuple[LotPrice, ...]
    rejected_at: datetime | None
    ground: Ground | None
    rejection_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementView:
    """A requirement; `lot` is empty when it holds for all."""

    key: str
    kind: str
    text: str
    proof: str
    answer: str
    mandatory: bool
    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationView:
    """Requirements against tenders, with the grounds on which a tender may be rejected."""

    reference: str
    title: str
    state: State
    part: Part
    requirements: tuple[RequirementView, ...]
    tenders: tuple[TenderView, ...]
    grounds: tuple[Ground, ...]
    may_reject: bool
    sees_prices: bool


def opening(reference: str, viewer: Viewer) -> OpeningView:
    """The opening of a case, for its team.

    Raises:
        NotFound, Forbidden: see `case_team.seen`.
    """
    competition = seen(reference, viewer)
    officers = TeamMember.objects.filter(
        case=competition.case, role=TeamRole.OPENING_OFFICER
    ).order_by("id")
    confirmed = dict(
        OpeningConfirmation.objects.filter(competition=competition).values_list("officer_id", "at")
    )
    people = tuple(officers.values_list("person_id", flat=True))
    names = parties.names({*people, *confirmed})
    me = viewer.person if isinstance(viewer, Actor) else 0
    keys = parties.officer_keys_of(me) if me in people else ()
    is_open = competition.opened_at is not None
    return OpeningView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        deadline=competition.tender_deadline,
        required=competition.openers_required,
        officers=tuple(
            Officer(name=names[person], at=confirmed.get(person))
            for person in dict.fromkeys((*people, *confirmed))
        ),
        is_officer=me in people,
        has_confirmed=me in confirmed,
        has_key=any(key.in_use for key in keys),
        older_keys=sum(not key.in_use for key in keys),
        opened_at=competition.opened_at,
        tenders=_opened(competition).count() if is_open else None,
        failures=_failures(competition) if is_open else (),
    )


def impartiality(reference: str, viewer: Viewer) -> ImpartialityView:
    """What the team has declared.

    Raises:
        NotFound, Forbidden: see `case_team.seen`.
    """
    competition = seen(reference, viewer)
    declared = {
        one.person_id: one
        for one in ImpartialityDeclaration.objects.filter(competition=competition)
    }
    members = TeamMember.objects.filter(case=competition.case).order_by("id")
    people = dict.fromkeys(members.values_list("person_id", flat=True))
    names = parties.names(set(people))
    me = viewer.person if isinstance(viewer, Actor) else 0

    def of(person: int) -> Declared:
        found = declared.get(person)
        return Declared(
            name=names[person],
            has_interest=found.has_interest if found else None,
            at=found.at if found else None,
        )

    return ImpartialityView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        mine=of(me) if me in declared else None,
        others=tuple(of(person) for person in people if person != me),
        suppliers=tuple(tender.supplier.name for tender in _opened(competition)),
    )


def qualification(reference: str, viewer: Viewer) -> QualificationView:
    """The opened tenders against the requirements, for the impartial.

    Raises:
        Conflict: not opened yet. Forbidden: not on the team, or not impartial.
    """
    competition = opened_for(reference, viewer)
    part = Part(competition.regulation_part or Part.I)
    roles = team_roles(competition.case, viewer)
    prices = may_see_prices(competition, viewer)
    lots = list(competition.lots.prefetch_related("price_lines"))
    return QualificationView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        part=part,
        requirements=tuple(
            RequirementView(
                key=row.key,
                kind=row.kind,
                text=row.text,
                proof=row.proof,
                answer=row.answer,
                mandatory=row.mandatory,
                lot=row.lot.key if row.lot else "",
            )
            for row in Requirement.objects.filter(competition=competition).select_related("lot")
        ),
        tenders=tuple(
            _tender(
                tender,
                tuple(
                    LotPrice(lot=lot.key, title=lot.title, amount=price_of(tender, lot).amount)
                    for lot in lots
                    if prices and bids_for(tender, lot)
                ),
            )
            for tender in _opened(competition)
            .select_related("version")
            .prefetch_related("files__stored")
        ),
        grounds=grounds_in(part),
        may_reject=TeamRole.PROCUREMENT_OFFICER in roles and competition.state == State.OPENED,
        sees_prices=prices,
    )


def opened_file(reference: str, file: int, viewer: Viewer) -> tuple[FileView, str]:
    """A file of an opened tender and its media type, for the impartial.

    Raises:
        NotFound: not a file of this case. The rest as `qualification`.
    """
    competition = opened_for(reference, viewer)
    found = (
        OpenedFile.objects.filter(tender__competition=competition, pk=file)
        .select_related("stored")
        .first()
    )
    if found is None:
        raise NotFound(NO_SUCH_FILE.at("file"))
    return _file(found), found.stored.media_type


def opened_for(reference: str, viewer: Viewer) -> Competition:
    """The competition, once its tenders are opened, for an impartial member of its team.

    Raises:
        Conflict: not opened yet. Forbidden: not on the team, or not impartial (B13).
    """
    competition = seen(reference, viewer)
    if competition.opened_at is None:
        raise Conflict(NOT_OPENED.at("opening"))
    require_impartial(competition, viewer)
    return competition


def may_see_prices(competition: Competition, viewer: Viewer) -> bool:
    """Whether the viewer may see prices: evaluators only when all points are agreed (V-10)."""
    if TeamRole.EVALUATOR not in team_roles(competition.case, viewer):
        return True
    if competition.state != State.OPENED:
        return True
    cells = quality_cells(competition)
    agreed = AgreedScore.objects.filter(tender__competition=competition, tender__rejected_at=None)
    return bool(cells) and agreed.count() >= len(cells)


def _opened(competition: Competition) -> QuerySet[OpenedTender]:
    return OpenedTender.objects.filter(competition=competition).select_related("supplier")


def _tender(tender: OpenedTender, prices: tuple[LotPrice, ...]) -> TenderView:
    answers = answers_of(tender)
    return TenderView(
        number=tender.number,
        supplier=tender.supplier.name,
        supplier_number=tender.supplier.number,
        delivered_at=tender.version.delivered_at,
        receipt=tender.version.receipt_number,
        lots=answers.lots,
        answers=answers.answers,
        files=tuple(_file(file) for file in tender.files.all()),
        prices=prices,
        rejected_at=tender.rejected_at,
        ground=GROUNDS.get(tender.rejection_ground),
        rejection_reason=tender.rejection_reason,
    )


def _file(row: OpenedFile) -> FileView:
    return FileView(
        id=row.pk,
        name=row.name,
        requirement=row.requirement,
        size=row.stored.size,
        sha256=row.stored_id,
    )


def _failures(competition: Competition) -> tuple[Failure, ...]:
    versions = TenderVersion.objects.filter(tender__competition=competition, opened__isnull=False)
    failures = []
    for version in versions.select_related("tender__supplier").order_by("delivered_at"):
        codes = failures_of(version)
        if codes:
            only_file = set(codes) == {FILE_CHANGED.code}
            failures.append(
                Failure(
                    receipt=version.receipt_number,
                    supplier=version.tender.supplier.name,
                    why=FILE_FAILURE if only_file else SHORT_FAILURE,
                )
            )
    return tuple(failures)
