"""What a buyer plans: the competition as frozen values, apart from its tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from anskaff.competition.models import Competition, Criterion
from anskaff.competition.states import State
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.price_line import PriceLine
from anskaff.law.procedure_guide import Procedure, Sector


class RequirementKind(StrEnum):
    """What a requirement concerns: the supplier, the thing bought, or the contract."""

    QUALIFICATION = "qualification"
    SPECIFICATION = "specification"
    CONTRACT = "contract"


class AnswerKind(StrEnum):
    """How a supplier answers a requirement."""

    YES_NO = "yes-no"
    TEXT = "text"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is bought and why. `estimated_value_nok` is without VAT, options included."""

    title: str
    kind: ContractKind
    estimated_value_nok: Decimal | None = None
    need: str = ""
    description: str = ""
    cpv: str = ""
    more_cpv: tuple[str, ...] = ()
    place: str = ""
    duration_months: int | None = None
    contract_start: date | None = None
    language: str = "nb"


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPlan:
    """A lot; an empty key is given by the deed."""

    title: str
    key: str = ""
    description: str = ""
    estimated_value_nok: Decimal | None = None
    cpv: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementPlan:
    """A requirement of one lot, or of all lots when `lot` is empty."""

    kind: RequirementKind
    text: str
    answer: AnswerKind
    key: str = ""
    lot: str = ""
    proof: str = ""
    mandatory: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Instants (UTC) and day counts. The reason is for a period shorter than our default."""

    tender_deadline: datetime | None
    question_deadline: datetime | None = None
    short_deadline_reason: str = ""
    validity_days: int = 30
    standstill_days: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """Award criteria with how they are weighed, and why climate weighs less if it does.

    `stated_weights` holds weights of an imported notice that are not per cent, by key.
    """

    criteria: tuple[AwardCriterion, ...]
    price_model: str = "M-LIN"
    tie_rule: str = ""
    climate_ground: str = ""
    climate_reason: str = ""
    stated_weights: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPlan:
    """A procurement document; `sha256` names its bytes in the file store."""

    id: int
    name: str
    sha256: str
    size: int
    media_type: str
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMemberPlan:
    """A person's task in the case, and whether they have an opening key in use."""

    person: int
    name: str
    role: TeamRole
    has_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything the buyer has planned for one competition."""

    reference: str
    ocid: str
    state: State
    version: int
    buyer: int
    buyer_name: str
    buyer_number: str
    buyer_kind: BuyerKind
    created_at: datetime
    need: Need
    lots: tuple[LotPlan, ...]
    no_lots_reason: str
    requirements: tuple[RequirementPlan, ...]
    criteria: Criteria
    price_lines: tuple[PriceLine, ...]
    documents: tuple[DocumentPlan, ...]
    deadlines: Deadlines
    team: tuple[TeamMemberPlan, ...]
    openers_required: int
    procedure: Procedure
    regulation_part: str
    deviation_reason: str
    published_at: datetime | None
    method_commitment: str
    sector: Sector = Sector.CLASSIC


def mark(section: object) -> str:
    """A short stamp of a section's content, so that a form can tell that another changed it.

    >>> mark(("a", 1)) == mark(("a", 1)), mark(("a", 1)) == mark(("a", 2))
    (True, False)
    """
    return sha256(repr(section).encode()).hexdigest()[:16]


def plan_of(competition: Competition) -> Plan:
    """Read all rows of a competition as one plan; a constant number of queries."""
    case = competition.case
    return Plan(
        reference=case.reference,
        ocid=case.ocid,
        state=State(competition.state),
        version=competition.version,
        buyer=case.buyer_id,
        buyer_name=case.buyer.name,
        buyer_number=case.buyer.number,
        buyer_kind=BuyerKind(competition.buyer_kind),
        created_at=case.created_at,
        need=need_of(competition),
        lots=lots_of(competition),
        no_lots_reason=competition.no_lots_reason,
        requirements=requirements_of(competition),
        criteria=criteria_of(competition),
        price_lines=price_lines_of(competition),
        documents=documents_of(competition),
        deadlines=deadlines_of(competition),
        team=team_of(competition),
        openers_required=competition.openers_required,
        procedure=Procedure(competition.procedure),
        regulation_part=competition.regulation_part,
        deviation_reason=competition.deviation_reason,
        published_at=competition.published_at,
        method_commitment=competition.method_commitment,
        sector=sector_of(competition),
    )


def sector_of(competition: Competition) -> Sector:
    """The sector told in the guide; the classic one when nothing was told."""
    return Sector(competition.guide_answers.get("sector", Sector.CLASSIC))


def need_of(competition: Competition) -> Need:
    """What is bought."""
    return Need(
        title=competition.title,
        kind=ContractKind(competition.kind),
        estimated_value_nok=competition.estimated_value_nok,
        need=competition.need,
        description=competition.description,
        cpv=competition.cpv,
        more_cpv=tuple(competition.more_cpv),
        place=competition.place,
        duration_months=competition.duration_months,
        contract_start=competition.contract_start,
        language=competition.language,
    )


def lots_of(competition: Competition) -> tuple[LotPlan, ...]:
    """The lots in order."""
    return tuple(
        LotPlan(
            key=lot.key,
            title=lot.title,
            description=lot.description,
            estimated_value_nok=lot.estimated_value_nok,
            cpv=lot.cpv,
        )
        for lot in competition.lots.all()
    )


def requirements_of(competition: Competition) -> tuple[RequirementPlan, ...]:
    """The requirements in order."""
    return tuple(
        RequirementPlan(
            key=row.key,
            kind=RequirementKind(row.kind),
            text=row.text,
            answer=AnswerKind(row.answer),
            lot=row.lot.key if row.lot else "",
            proof=row.proof,
            mandatory=row.mandatory,
        )
        for row in competition.requirements.select_related("lot")
    )


def criterion_of(row: Criterion) -> AwardCriterion:
    """A criterion row as a concept; a weight that was never stated in per cent counts as 0."""
    return AwardCriterion(
        key=row.key,
        name=row.name,
        kind=CriterionKind(row.kind),
        weight_percent=Decimal(0) if row.weight_percent is None else row.weight_percent,
        description=row.description,
        scale=row.scale,
        climate=row.climate,
        value_per_point_nok=row.value_per_point_nok,
        lot=row.lot.key if row.lot else "",
    )


def criteria_of(competition: Competition) -> Criteria:
    """The award criteria in order with their method."""
    rows: Sequence[Criterion] = list(competition.criteria.select_related("lot"))
    return Criteria(
        criteria=tuple(criterion_of(row) for row in rows),
        price_model=competition.price_model,
        tie_rule=competition.tie_rule,
        climate_ground=competition.climate_ground,
        climate_reason=competition.climate_reason,
        stated_weights=tuple((row.key, row.stated_weight) for row in rows if row.stated_weight),
    )


def price_lines_of(competition: Competition) -> tuple[PriceLine, ...]:
    """The price sheet in order."""
    return tuple(
        PriceLine(
            key=row.key,
            lot=row.lot.key,
            description=row.description,
            unit=row.unit,
            quantity=row.quantity,
        )
        for row in competition.price_lines.select_related("lot")
    )


def documents_of(competition: Competition) -> tuple[DocumentPlan, ...]:
    """The documents in use, oldest first."""
    return tuple(
        DocumentPlan(
            id=row.pk,
            name=row.name,
            sha256=row.stored.sha256,
            size=row.stored.size,
            media_type=row.stored.media_type,
            added_at=row.added_at,
        )
        for row in competition.documents.filter(replaced_at=None).select_related("stored")
    )


def deadlines_of(competition: Competition) -> Deadlines:
    """The deadlines as set."""
    return Deadlines(
        tender_deadline=competition.tender_deadline,
        question_deadline=competition.question_deadline,
        short_deadline_reason=competition.short_deadline_reason,
        validity_days=competition.validity_days,
        standstill_days=competition.standstill_days,
    )


def team_of(competition: Competition) -> tuple[TeamMemberPlan, ...]:
    """The team, each task of each person once."""
    members = competition.case.team.select_related("person").order_by("role", "person__name", "id")
    keys = set(
        competition.case.team.filter(person__officer_keys__retired_at=None)
        .exclude(person__officer_keys=None)
        .values_list("person", flat=True)
    )
    return tuple(
        TeamMemberPlan(
            person=member.person_id,
            name=member.person.name,
            role=TeamRole(member.role),
            has_key=member.person_id in keys,
        )
        for member in members
    )
