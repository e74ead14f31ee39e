"""What the API answers with: typed, amounts as exact texts, instants in UTC (RFC 3339)."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field, PlainSerializer, WithJsonSchema

from anskaff.competition.public_words import Phase
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind


def instant_text(at: datetime) -> str:
    """An instant as RFC 3339 in UTC.

    >>> instant_text(datetime(2026, 9, 15, 10, 0, tzinfo=UTC))
    '2026-09-15T10:00:00Z'
    """
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def exact_text(number: Decimal) -> str:
    """A decimal number with all its digits and no exponent.

    >>> exact_text(Decimal("4.20E+6"))
    '4200000'
    """
    return f"{number:f}"


Exact = Annotated[
    Decimal,
    PlainSerializer(exact_text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["4200000.00"]}),
]
Instant = Annotated[
    datetime,
    PlainSerializer(instant_text, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": ["2026-09-15T10:00:00Z"]}),
]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class FindingOut(Schema):
    """One thing that is wrong; `code` is stable, the texts are in the caller's language."""

    code: str
    severity: str
    where: str
    text: str
    cure: str
    source: str


class Problem(Schema):
    """An error (RFC 9457) with findings."""

    type: str
    title: str
    status: int
    detail: str
    findings: list[FindingOut]


class BuyerOut(Schema):
    """Who buys; `number` is the Norwegian organisation number."""

    name: str
    number: str


class NameOut(Schema):
    """What a code is called in Bokmål, Nynorsk and English."""

    nb: str
    nn: str
    en: str


class CompetitionLine(Schema):
    """A competition in a list; `ref` addresses it, `reference` is how people write it."""

    ref: str
    reference: str
    title: str
    buyer: BuyerOut
    phase: Phase
    kind: ContractKind
    cpv: str
    cpv_name: NameOut | None
    place: str
    place_name: NameOut | None
    published_at: Instant
    deadline: Instant | None


class CompetitionPage(Schema):
    """Competitions, newest first; `next` continues after them and is null at the end."""

    items: list[CompetitionLine]
    next: str | None


class LotOut(Schema):
    """A lot; the value is estimated, in NOK without VAT."""

    key: str
    title: str
    description: str
    estimated_value_nok: Exact | None
    cpv: str


class RequirementOut(Schema):
    """What a tender must answer; `lot` is empty when it holds for all lots."""

    key: str
    kind: str
    text: str
    proof: str
    answer: str
    mandatory: bool
    lot: str


class PriceLineOut(Schema):
    """A line of the price sheet."""

    key: str
    lot: str
    description: str
    unit: str
    quantity: Exact


class CriterionOut(Schema):
    """An award criterion with its weight in per cent; `lot` is empty when it holds for all lots."""

    key: str
    name: str
    kind: CriterionKind
    description: str
    weight_percent: Exact | None
    climate: bool
    lot: str


class CompetitionOut(Schema):
    """A published competition.

    `method_commitment` locks the evaluation method before tenders are opened; the evaluation file
    of each lot opens it. Values are in NOK without VAT.
    """

    ref: str
    reference: str
    ocid: str
    title: str
    description: str
    language: str
    buyer: BuyerOut
    phase: Phase
    kind: ContractKind
    procedure: str
    regulation_part: str
    cpv: str
    cpv_name: NameOut | None
    more_cpv: list[str]
    place: str
    place_name: NameOut | None
    estimated_value_nok: Exact | None
    duration_months: int | None
    validity_days: int
    version: int
    published_at: Instant
    question_deadline: Instant | None
    deadline: Instant | None
    takes_questions: bool
    takes_tenders: bool
    cancelled_at: Instant | None
    cancellation_reason: str
    links: list[str]
    price_model: str
    tie_rule: str
    method_commitment: str
    lots: list[LotOut]
    requirements: list[RequirementOut]
    prices: list[PriceLineOut]
    criteria: list[CriterionOut]


class DocumentOut(Schema):
    """A procurement document; `replaced_at` says when a newer one took its place."""

    id: int
    name: str
    media_type: str
    size_bytes: int
    sha256: Sha256
    added_at: Instant
    replaced_at: Instant | None


class Documents(Schema):
    """All documents of a competition, also those that were replaced."""

    items: list[DocumentOut]


class QuestionOut(Schema):
    """A question in the buyer's words, and the answer; nobody can see who asked."""

    text: str
    answer: str
    answered_at: Instant


class Questions(Schema):
    """The answered questions, in the order of the answers."""

    items: list[QuestionOut]


class LotAwardOut(Schema):
    """The award of a lot; `evaluation` is the path of its exact evaluation file.

    `winner` is null when the lot was not awarded. `tenders` counts those that were evaluated.
    """

    key: str
    title: str
    winner: BuyerOut | None
    value_nok: Exact | None
    reason: str
    tenders: int
    signed_at: Instant | None
    evaluation: str


class AwardOut(Schema):
    """The award of a competition, from the moment the award letters were sent."""

    ref: str
    sent_at: Instant
    standstill_ends: Instant
    tenders: int
    method_commitment: str
    lots: list[LotAwardOut]


class ChangeOut(Schema):
    """One public deed. `competition` is the `ref` of the case, null when it is about no case."""

    index: int
    deed: str
    at: Instant
    subject: str
    competition: str | None
    facts: dict[str, Any]


class Changes(Schema):
    """Public changes in commit order. Ask again with `after` set to `last`."""

    items: list[ChangeOut]
    last: int
    more: bool


class InclusionOut(Schema):
    """That entry `index` is in the log of `size` entries (RFC 9162 § 2.1.3); hashes in base64."""

    index: int
    size: int
    leaf: str
    hashes: list[str]


class ConsistencyOut(Schema):
    """That the log of `new` entries begins with that of `old` (RFC 9162 § 2.1.4)."""

    old: int
    new: int
    hashes: list[str]
