"""Published competitions, their documents, questions and awards: the same queries as the pages."""

import base64
import binascii
from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from ninja import Path, Query, Router, Schema
from pydantic import Field

from anskaff.api import names
from anskaff.api.problems import NOT_A_PLACE, only_known
from anskaff.api.schemas import (
    AwardOut,
    BuyerOut,
    CompetitionLine,
    CompetitionOut,
    CompetitionPage,
    CriterionOut,
    DocumentOut,
    Documents,
    LotAwardOut,
    LotOut,
    PriceLineOut,
    QuestionOut,
    Questions,
    RequirementOut,
)
from anskaff.competition.public_words import Phase
from anskaff.competition.queries import finding, public, published_results
from anskaff.competition.queries.finding import Hit, Wish
from anskaff.competition.queries.public import PublicCompetition
from anskaff.concepts.actor import PUBLIC
from anskaff.concepts.days import end_of_day, start_of_day
from anskaff.concepts.errors import Invalid, NotFound
from anskaff.project import clock

router = Router(tags=["Competitions"])

NO_CONTROLS = r"^[^\x00-\x1f]*$"
MOST_ID = 2**63 - 1
Ref = Annotated[
    str,
    Path(
        pattern=r"^[0-9]{4}-[0-9]{1,12}$",
        description="The case reference with a hyphen: 2026/1042 is written 2026-1042.",
        examples=["2026-1042"],
    ),
]


class Filters(Schema):
    """What to look for; an empty filter means anything. Days are days in Oslo."""

    words: str = Field("", max_length=200, pattern=NO_CONTROLS, description="Words in the text.")
    phase: Phase | None = Field(None, description="Where the competition is.")
    cpv: str = Field("", pattern="^[0-9]{0,8}$", description="CPV code, or how it begins.")
    buyer: str = Field(
        "", max_length=200, pattern=NO_CONTROLS, description="Name or organisation number."
    )
    place: str = Field("", pattern="^[A-Za-z0-9]{0,10}$", description="NUTS code, or its begin.")
    due_from: date | None = Field(None, description="Tenders due on this day or later.")
    due_to: date | None = Field(None, description="Tenders due on this day or earlier.")
    limit: int = Field(50, ge=1, le=200, description="At most so many.")
    cursor: str = Field(
        "", max_length=200, pattern="^[A-Za-z0-9_=-]*$", description="`next` of the page before."
    )


@router.get("/competitions", response=CompetitionPage, operation_id="competitions")
def competitions(request: HttpRequest, filters: Query[Filters]) -> CompetitionPage:
    """Published competitions that fit, newest first, a page at a time."""
    only_known(request, Filters.model_fields)
    wish = Wish(
        words=filters.words,
        phase=filters.phase,
        cpv=filters.cpv,
        buyer=filters.buyer,
        place=filters.place.upper(),
        due_from=start_of_day(filters.due_from) if filters.due_from else None,
        due_before=end_of_day(filters.due_to) if filters.due_to else None,
    )
    after = _read_cursor(filters.cursor) if filters.cursor else None
    hits = finding.listed(wish, PUBLIC, clock.now(), after=after, limit=filters.limit + 1)
    shown = hits[: filters.limit]
    more = len(hits) > len(shown)
    return CompetitionPage(
        items=[_line(hit) for hit in shown], next=_cursor(shown[-1]) if more else None
    )


@router.get("/competitions/{ref}", response=CompetitionOut, operation_id="competition")
def competition(request: HttpRequest, ref: Ref) -> CompetitionOut:
    """One published competition: lots, requirements, price sheet, award criteria, deadlines."""
    del request
    return _competition(public.competition(_reference(ref), PUBLIC, clock.now()))


@router.get("/competitions/{ref}/documents", response=Documents, operation_id="documents")
def documents(request: HttpRequest, ref: Ref) -> Documents:
    """The procurement documents, with hashes."""
    del request
    found = public.competition(_reference(ref), PUBLIC, clock.now())
    return Documents(
        items=[
            DocumentOut(
                id=one.id,
                name=one.name,
                media_type=one.media_type,
                size_bytes=one.size,
                sha256=one.sha256,
                added_at=one.added_at,
                replaced_at=one.replaced_at,
            )
            for one in found.documents
        ]
    )


@router.get(
    "/competitions/{ref}/documents/{document}",
    operation_id="document",
    openapi_extra={
        "responses": {
            200: {
                "description": "The bytes as they were uploaded",
                "content": {"application/octet-stream": {"schema": {"type": "string"}}},
            }
        }
    },
)
def document(
    request: HttpRequest, ref: Ref, document: Annotated[int, Path(ge=1, le=MOST_ID)]
) -> StreamingHttpResponse:
    """The bytes of a document; they never change."""
    del request
    found, chunks = public.document(_reference(ref), document, PUBLIC)
    name = content_disposition_header(as_attachment=True, filename=found.name) or ""
    return StreamingHttpResponse(
        chunks,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": name,
            "Content-Length": str(found.size),
            "ETag": f'"{found.sha256}"',
            "Cache-Control": "public, max-age=31536000, immutable",
        },
    )


@router.get("/competitions/{ref}/questions", response=Questions, operation_id="questions")
def questions(request: HttpRequest, ref: Ref) -> Questions:
    """Questions and answers, as everyone gets them."""
    del request
    found = public.competition(_reference(ref), PUBLIC, clock.now())
    return Questions(
        items=[
            QuestionOut(text=one.text, answer=one.answer, answered_at=one.answered_at)
            for one in found.questions
        ]
    )


@router.get("/competitions/{ref}/award", response=AwardOut, operation_id="award")
def award(request: HttpRequest, ref: Ref) -> AwardOut:
    """The award of each lot with its reason; 404 before the award letters are sent."""
    del request
    found = published_results.award_result(_reference(ref), PUBLIC)
    if found is None:
        raise NotFound(published_results.NO_RESULT.at("award", reference=_reference(ref)))
    return AwardOut(
        ref=ref,
        sent_at=found.sent_at,
        standstill_ends=found.standstill_ends,
        tenders=found.tenders,
        method_commitment=found.commitment,
        lots=[
            LotAwardOut(
                key=lot.key,
                title=lot.title,
                winner=BuyerOut(name=lot.winner, number=lot.winner_number or "")
                if lot.winner
                else None,
                value_nok=lot.value_nok,
                reason=lot.reason,
                tenders=lot.tenders,
                signed_at=lot.signed_at,
                evaluation=reverse("api:evaluation_file", args=[ref, lot.key]),
            )
            for lot in found.lots
        ],
    )


@router.get(
    "/competitions/{ref}/award/{lot}/evaluation",
    operation_id="evaluation",
    openapi_extra={
        "responses": {
            200: {
                "description": "The evaluation file (docs/evaluation-models.md)",
                "content": {"application/json": {"schema": {"type": "object"}}},
            }
        }
    },
)
def evaluation_file(
    request: HttpRequest, ref: Ref, lot: Annotated[str, Path(pattern="^[A-Z]{3}-[0-9]{4}$")]
) -> HttpResponse:
    """The exact evaluation of a lot, from which `anskaff award recompute` gives the ranking."""
    del request
    content = published_results.recomputation_file(_reference(ref), lot, PUBLIC)
    return HttpResponse(content, content_type="application/json")


def _reference(ref: str) -> str:
    return ref.replace("-", "/", 1)


def ref_of(reference: str) -> str:
    """How a case reference is written in an address."""
    return reference.replace("/", "-")


def _cursor(hit: Hit) -> str:
    place = f"{hit.published_at.isoformat()} {hit.reference}"
    return base64.urlsafe_b64encode(place.encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, str]:
    """The place that a cursor names.

    Raises:
        Invalid: it is none of ours.
    """
    try:
        instant, reference = base64.urlsafe_b64decode(cursor).decode("ascii").split(" ")
        published_at = datetime.fromisoformat(instant)
    except (binascii.Error, ValueError):
        published_at, reference = None, ""
    if published_at is None or published_at.tzinfo is None or not reference.isprintable():
        raise Invalid(NOT_A_PLACE.at("query.cursor"))
    return published_at, reference


def _line(hit: Hit) -> CompetitionLine:
    return CompetitionLine(
        ref=ref_of(hit.reference),
        reference=hit.reference,
        title=hit.title,
        buyer=BuyerOut(name=hit.buyer, number=hit.buyer_number),
        phase=hit.phase,
        kind=hit.contract_kind,
        cpv=hit.cpv,
        cpv_name=names.of_cpv(hit.cpv),
        place=hit.place,
        place_name=names.of_place(hit.place),
        published_at=hit.published_at,
        deadline=hit.deadline,
    )


def _competition(found: PublicCompetition) -> CompetitionOut:
    return CompetitionOut(
        ref=ref_of(found.reference),
        reference=found.reference,
        ocid=found.ocid,
        title=found.title,
        description=found.description,
        language=found.language,
        buyer=BuyerOut(name=found.buyer, number=found.buyer_number),
        phase=found.phase,
        kind=found.contract_kind,
        procedure=found.procedure,
        regulation_part=found.regulation_part,
        cpv=found.cpv,
        cpv_name=names.of_cpv(found.cpv),
        more_cpv=list(found.more_cpv),
        place=found.place,
        place_name=names.of_place(found.place),
        estimated_value_nok=found.estimated_value_nok,
        duration_months=found.duration_months,
        validity_days=found.validity_days,
        version=found.version,
        published_at=found.published_at,
        question_deadline=found.question_deadline,
        deadline=found.deadline,
        takes_questions=found.takes_questions,
        takes_tenders=found.takes_tenders,
        cancelled_at=found.cancelled_at,
        cancellation_reason=found.cancellation_reason,
        links=list(found.links),
        price_model=found.price_model,
        tie_rule=found.tie_rule,
        method_commitment=found.method_commitment,
        lots=[LotOut.from_orm(lot) for lot in found.lots],
        requirements=[RequirementOut.from_orm(one) for one in found.asked.requirements],
        prices=[PriceLineOut.from_orm(one) for one in found.asked.prices],
        criteria=[CriterionOut.from_orm(one) for one in found.criteria],
    )
