"""What a competition asks of a tender, and what a draft gives, read from the rows."""

from collections.abc import Sequence

from anskaff.competition import drafts
from anskaff.competition.completeness import (
    Asked,
    AskedPrice,
    AskedRequirement,
    Given,
)
from anskaff.competition.drafts import Draft, UploadDetails
from anskaff.competition.models import Competition, Tender, Upload
from anskaff.competition.plan import AnswerKind


def asked_of(competition: Competition) -> Asked:
    """The lots, requirements and price lines of a competition."""
    return Asked(
        lots={lot.key: lot.title for lot in competition.lots.all()},
        requirements=tuple(
            AskedRequirement(
                key=row.key,
                text=row.text,
                proof=row.proof,
                kind=row.kind,
                answer=AnswerKind(row.answer),
                mandatory=row.mandatory,
                lot=row.lot.key if row.lot else "",
            )
            for row in competition.requirements.select_related("lot")
        ),
        prices=tuple(
            AskedPrice(
                key=row.key,
                description=row.description,
                unit=row.unit,
                quantity=row.quantity,
                lot=row.lot.key,
            )
            for row in competition.price_lines.select_related("lot").order_by(
                "lot__position", "position"
            )
        ),
    )


def uploads_of(tender: Tender) -> list[tuple[Upload, UploadDetails]]:
    """The uploads in a draft, oldest first, with what only the supplier knows."""
    rows = list(tender.uploads.filter(removed_at=None).order_by("started_at", "id"))
    for row in rows:
        row.tender = tender
    return [(row, drafts.read_details(row)) for row in rows if row.details]


def given_in(draft: Draft, uploads: Sequence[tuple[Upload, UploadDetails]]) -> Given:
    """What the draft has, as the checklist sees it."""
    return Given(
        lots=draft.lots,
        answers=draft.answers,
        prices=draft.prices,
        file_requirements=frozenset(
            details.requirement for row, details in uploads if row.complete_at is not None
        ),
        unfinished=[details.name for row, details in uploads if row.complete_at is None],
    )
