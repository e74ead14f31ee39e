"""Deed: turn a published eForms notice into a draft case of one's own organisation."""

from dataclasses import dataclass
from datetime import datetime

from anskaff.competition import readiness
from anskaff.competition.case_numbers import new_case
from anskaff.competition.drafting import begin_case, buyer_of
from anskaff.competition.models import Competition, Criterion, Lot, Requirement
from anskaff.competition.notice_import import Draft, draft_of
from anskaff.competition.plan import plan_of
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents.eforms import notice
from anskaff.law import procedure_guide
from anskaff.law.procedure_guide import Procedure
from anskaff.records import files
from anskaff.records.deeds import deed, record

ALREADY_IMPORTED = FindingKind(
    code="notice-already-imported",
    text=Words(
        nb="Kunngjøringen er alt hentet inn i utkastet {reference}.",
        nn="Kunngjeringa er alt henta inn i utkastet {reference}.",
        en="The notice is already imported into the draft {reference}.",
    ),
    cure=Words(
        nb="Arbeid videre i utkastet.",
        nn="Arbeid vidare i utkastet.",
        en="Go on working in the draft.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCase:
    """The new case, what to look at, and what was not understood."""

    reference: str
    findings: tuple[Finding, ...]
    unread: tuple[str, ...]


@deed(
    "competition.notice_imported",
    nb="Opprettet saken «{title}» fra kunngjøringen {name}.",
    nn="Oppretta saka «{title}» frå kunngjeringa {name}.",
    en="Created the case “{title}” from the notice {name}.",
)
def import_notice(data: bytes, name: str, *, by: Actor, at: datetime) -> ImportedCase:
    """Make a draft from a notice; the bytes are kept, the buyer in it stays as imported data.

    Raises:
        Forbidden: the actor is no procurement officer.
        Unreadable: the bytes are no safe eForms notice; nothing is made.
        Conflict: a draft of the organisation holds the same notice already.
    """
    buyer = buyer_of(by)
    draft = draft_of(notice.require_procurement(notice.read(data)))
    stored = files.store([data], media_type="application/xml", at=at)
    known = Competition.objects.filter(
        imported_from=stored, buyer=by.organisation, state=State.DRAFT
    ).select_related("case")
    if earlier := known.first():
        raise Conflict(ALREADY_IMPORTED.at("notice", reference=earlier.case.reference))
    case = new_case(by.organisation, by=by, at=at)
    competition = Competition.objects.create(
        case=case,
        buyer_id=by.organisation,
        title=draft.title,
        description=draft.description,
        language=draft.language,
        kind=draft.kind.value,
        buyer_kind=buyer.kind.value,
        estimated_value_nok=draft.value_nok,
        cpv=draft.cpv,
        more_cpv=draft.more_cpv,
        place=draft.place,
        duration_months=draft.duration_months,
        contract_start=draft.contract_start,
        tender_deadline=draft.tender_deadline,
        question_deadline=draft.question_deadline,
        validity_days=draft.validity_days,
        openers_required=buyer.openers_required,
        links=draft.links,
        imported_from=stored,
        imported_unread=draft.unread,
        imported_notice=draft.facts,
    )
    _set_part(competition, at)
    _make_rows(competition, draft)
    begin_case(competition, by=by, at=at)
    record(
        case.reference,
        {
            "title": draft.title,
            "name": name[:200],
            "sha256": stored.sha256,
            "findings": [finding.code for finding in draft.findings],
            "unread": len(draft.unread),
        },
    )
    return ImportedCase(
        reference=case.reference, findings=tuple(draft.findings), unread=tuple(draft.unread)
    )


def _set_part(competition: Competition, at: datetime) -> None:
    """The part and procedure that follow from the value, when it is known."""
    plan = plan_of(competition)
    applicable = readiness.law_part(plan, at)
    if applicable is None:
        return
    proposed = procedure_guide.procedure_of(applicable.part)
    competition.regulation_part = applicable.part.value
    competition.procedure = (
        proposed if proposed in readiness.SUPPORTED else Procedure.OPEN_NATIONAL
    ).value
    competition.save(update_fields=["regulation_part", "procedure"])


def _make_rows(competition: Competition, draft: Draft) -> None:
    lots = {
        each.key: Lot.objects.create(
            competition=competition,
            key=each.key,
            title=each.title,
            description=each.description,
            estimated_value_nok=each.value_nok,
            cpv=each.cpv,
            position=position,
        )
        for position, each in enumerate(draft.lots, 1)
    }
    Criterion.objects.bulk_create(
        Criterion(
            competition=competition,
            lot=lots.get(each.lot),
            key=f"AC-{position:04d}",
            name=each.name,
            description=each.description,
            kind=each.kind.value,
            weight_percent=each.weight_percent,
            stated_weight=each.stated,
            position=position,
        )
        for position, each in enumerate(draft.criteria, 1)
    )
    Requirement.objects.bulk_create(
        Requirement(
            competition=competition,
            lot=lots.get(each.lot),
            key=f"REQ-{position:04d}",
            kind=Requirement.Kind.QUALIFICATION,
            text=each.text,
            answer=Requirement.Answer.TEXT,
            position=position,
        )
        for position, each in enumerate(draft.requirements, 1)
    )


FINDING_KINDS = (ALREADY_IMPORTED,)
DEEDS = (import_notice,)
