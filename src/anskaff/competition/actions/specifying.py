"""Deeds: what the competition consists of: lots, requirements, award criteria, price sheet.

Each deed replaces a whole list. A row keeps its key; a row without a key gets the next one. Rows
that are left out disappear.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from anskaff.calculations.scoring import MODELS
from anskaff.competition import bounds
from anskaff.competition.access import locked_competition
from anskaff.competition.drafting import changed
from anskaff.competition.models import Competition, Lot
from anskaff.competition.plan import (
    LotPlan,
    RequirementPlan,
    criteria_of,
    lots_of,
    price_lines_of,
    requirements_of,
)
from anskaff.competition.states import ALLOWED, State
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import Actor
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.price_line import PriceLine
from anskaff.concepts.words import Words
from anskaff.law.climate_weight import GroundKind
from anskaff.records.deeds import deed

LOT_IN_USE = FindingKind(
    code="lot-in-use",
    text=Words(
        nb="Delkontrakten «{lot}» har krav, kriterier eller prislinjer og kan ikke fjernes.",
        nn="Delkontrakten «{lot}» har krav, kriterium eller prislinjer og kan ikkje fjernast.",
        en="The lot “{lot}” has requirements, criteria or price lines and cannot be removed.",
    ),
    cure=Words(
        nb="Flytt eller fjern dem først.",
        nn="Flytt eller fjern dei først.",
        en="Move or remove them first.",
    ),
)
LOT_MISSING = FindingKind(
    code="lot-missing",
    text=Words(
        nb="Konkurransen har ingen delkontrakt.",
        nn="Konkurransen har ingen delkontrakt.",
        en="The competition has no lot.",
    ),
    cure=Words(
        nb="La minst én stå. Én delkontrakt betyr at kontrakten ikke er delt opp.",
        nn="La minst éin stå. Éin delkontrakt tyder at kontrakten ikkje er delt opp.",
        en="Keep at least one. One lot means that the contract is not divided.",
    ),
)
LINE_NEEDS_LOT = FindingKind(
    code="price-line-needs-lot",
    text=Words(
        nb="Linjen «{line}» sier ikke hvilken delkontrakt den gjelder.",
        nn="Linja «{line}» seier ikkje kva delkontrakt ho gjeld.",
        en="The line “{line}” does not say which lot it is for.",
    ),
    cure=Words(
        nb="Velg delkontrakt for linjen.",
        nn="Vel delkontrakt for linja.",
        en="Choose the lot of the line.",
    ),
)
UNKNOWN_MODEL = FindingKind(
    code="unknown-price-model",
    text=Words(
        nb="Modellen «{model}» finnes ikke.",
        nn="Modellen «{model}» finst ikkje.",
        en="There is no model “{model}”.",
    ),
    cure=Words(
        nb="Velg en av modellene i listen.",
        nn="Vel ein av modellane i lista.",
        en="Choose one of the models in the list.",
    ),
)
UNKNOWN_GROUND = FindingKind(
    code="unknown-climate-ground",
    text=Words(
        nb="Grunnlaget «{ground}» finnes ikke i loven.",
        nn="Grunnlaget «{ground}» finst ikkje i lova.",
        en="The law has no ground “{ground}”.",
    ),
    cure=Words(
        nb="Velg et av grunnlagene i listen.",
        nn="Vel eit av grunnlaga i lista.",
        en="Choose one of the grounds in the list.",
    ),
)
CRITERIA_LOCKED = FindingKind(
    code="award-criteria-locked",
    text=Words(
        nb="Kriterier, vekter og modell er låst fra kunngjøringen og kan ikke endres.",
        nn="Kriterium, vekter og modell er låste frå kunngjeringa og kan ikkje endrast.",
        en="Criteria, weights and model are locked from publication and cannot be changed.",
    ),
    cure=Words(
        nb="Er de feil, må konkurransen avlyses og kunngjøres på nytt.",
        nn="Er dei feil, må konkurransen avlysast og kunngjerast på nytt.",
        en="If they are wrong, the competition must be cancelled and published again.",
    ),
    source="FOA §§ 8-4(4), 14-2(1); LOA § 4",
)


@deed(
    "competition.lots_set",
    nb="Endret delkontrakter.",
    nn="Endra delkontraktar.",
    en="Changed lots.",
)
def set_lots(
    reference: str,
    lots: Sequence[LotPlan],
    *,
    no_lots_reason: str = "",
    seen: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Replace the lots; one lot means that the contract is not divided.

    Raises:
        Invalid: no lot, a text or number that does not fit, or a lot in use is left out.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, lots_of(competition))
    bounds.require((*bounds.text("no_lots_reason", no_lots_reason), *_lot_findings(lots)))
    keys = _keys("LOT", lots, competition.lots.values_list("key", flat=True))
    left_out = competition.lots.exclude(key__in=keys)
    bounds.require(LOT_IN_USE.at("lots", lot=lot.title) for lot in left_out if _in_use(lot))
    left_out.delete()
    for position, (key, lot) in enumerate(zip(keys, lots, strict=True), 1):
        competition.lots.update_or_create(
            key=key,
            defaults={
                "title": lot.title.strip(),
                "description": lot.description,
                "estimated_value_nok": lot.estimated_value_nok,
                "cpv": lot.cpv,
                "position": position,
            },
        )
    competition.no_lots_reason = no_lots_reason
    return changed(competition, Page.LOTS, by=by, at=at)


@deed(
    "competition.requirements_set",
    nb="Endret krav.",
    nn="Endra krav.",
    en="Changed requirements.",
)
def set_requirements(
    reference: str,
    requirements: Sequence[RequirementPlan],
    *,
    seen: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Replace the requirements.

    Raises:
        Invalid: a text that does not fit, a key twice, or an unknown lot.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, requirements_of(competition))
    lots = _lots_by_key(competition)
    findings = _row_findings("requirements", requirements, lots)
    for number, row in enumerate(requirements):
        findings += bounds.text(f"requirements.{number}.text", row.text, required=True)
        findings += bounds.text(f"requirements.{number}.proof", row.proof)
    bounds.require(findings)
    keys = _keys("REQ", requirements, competition.requirements.values_list("key", flat=True))
    competition.requirements.exclude(key__in=keys).delete()
    for position, (key, row) in enumerate(zip(keys, requirements, strict=True), 1):
        competition.requirements.update_or_create(
            key=key,
            defaults={
                "kind": row.kind.value,
                "text": row.text.strip(),
                "proof": row.proof,
                "answer": row.answer.value,
                "mandatory": row.mandatory,
                "lot": lots.get(row.lot),
                "position": position,
            },
        )
    return changed(competition, Page.REQUIREMENTS, by=by, at=at)


@deed(
    "competition.award_criteria_set",
    nb="Endret tildelingskriterier, vekter og modell.",
    nn="Endra tildelingskriterium, vekter og modell.",
    en="Changed award criteria, weights and model.",
)
def set_award_criteria(
    reference: str,
    criteria: Sequence[AwardCriterion],
    *,
    price_model: str = "M-LIN",
    tie_rule: str = "",
    climate_ground: str = "",
    climate_reason: str = "",
    seen: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Replace the award criteria and how they are weighed; returns the findings to show (B7, B8).

    Raises:
        Conflict: the competition is published, and the method is locked.
        Invalid: a text or number that does not fit, an unknown lot, model or ground.
    """
    competition = locked_competition(reference, by)
    if State(competition.state) not in ALLOWED["prepare"]:
        raise Conflict(CRITERIA_LOCKED.at("award_criteria"))
    bounds.require_unchanged(seen, criteria_of(competition))
    lots = _lots_by_key(competition)
    bounds.require(
        (
            *_criterion_findings(criteria, lots),
            *bounds.text("tie_rule", tie_rule),
            *bounds.text("climate_reason", climate_reason),
            *_choice_findings(price_model, climate_ground),
        )
    )
    keys = _keys("AC", criteria, competition.criteria.values_list("key", flat=True))
    competition.criteria.exclude(key__in=keys).delete()
    for position, (key, row) in enumerate(zip(keys, criteria, strict=True), 1):
        competition.criteria.update_or_create(
            key=key,
            defaults={
                "name": row.name.strip(),
                "description": row.description,
                "scale": row.scale,
                "kind": row.kind.value,
                "weight_percent": row.weight_percent,
                "stated_weight": "",
                "climate": row.climate,
                "value_per_point_nok": row.value_per_point_nok,
                "lot": lots.get(row.lot),
                "position": position,
            },
        )
    competition.price_model = price_model
    competition.tie_rule = tie_rule.strip()
    competition.climate_ground = climate_ground
    competition.climate_reason = climate_reason.strip()
    return changed(competition, Page.AWARD_CRITERIA, by=by, at=at)


@deed(
    "competition.price_sheet_set",
    nb="Endret prisskjemaet.",
    nn="Endra prisskjemaet.",
    en="Changed the price sheet.",
)
def set_price_sheet(
    reference: str, lines: Sequence[PriceLine], *, seen: str = "", by: Actor, at: datetime
) -> tuple[Finding, ...]:
    """Replace the lines that every tender must price.

    Raises:
        Invalid: a text or quantity that does not fit, an unknown lot, or a line without a lot
            when there are several.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, price_lines_of(competition))
    lots = _lots_by_key(competition)
    if len(lots) == 1:
        lots[""] = next(iter(lots.values()))
    findings = _row_findings("price_sheet", lines, lots)
    for number, line in enumerate(lines):
        where = f"price_sheet.{number}"
        findings += bounds.text(
            f"{where}.description", line.description, bounds.LINE, required=True
        )
        findings += bounds.text(f"{where}.unit", line.unit, bounds.UNIT, required=True)
        findings += bounds.amount(f"{where}.quantity", line.quantity, above_zero=True)
        if line.lot not in lots and not line.lot:
            findings.append(LINE_NEEDS_LOT.at(f"{where}.lot", line=line.description))
    bounds.require(findings)
    keys = _keys("PL", lines, competition.price_lines.values_list("key", flat=True))
    competition.price_lines.exclude(key__in=keys).delete()
    for position, (key, line) in enumerate(zip(keys, lines, strict=True), 1):
        competition.price_lines.update_or_create(
            key=key,
            defaults={
                "lot": lots[line.lot],
                "description": line.description.strip(),
                "unit": line.unit.strip(),
                "quantity": line.quantity,
                "position": position,
            },
        )
    return changed(competition, Page.PRICE_SHEET, by=by, at=at)


Row = LotPlan | RequirementPlan | AwardCriterion | PriceLine


def _keys(prefix: str, rows: Sequence[Row], used: Iterable[str]) -> list[str]:
    """A key for every row: its own, or the next number that is free."""
    taken = {*used, *(row.key for row in rows if row.key)}
    numbers = [int(key.rsplit("-", 1)[-1]) for key in taken if key.rsplit("-", 1)[-1].isdecimal()]
    following = max(numbers, default=0)
    keys = []
    for row in rows:
        if row.key:
            keys.append(row.key)
        else:
            following += 1
            keys.append(f"{prefix}-{following:04d}")
    return keys


def _lots_by_key(competition: Competition) -> dict[str, Lot]:
    return {lot.key: lot for lot in competition.lots.all()}


def _in_use(lot: Lot) -> bool:
    return (
        lot.price_lines.exists()
        or lot.competition.requirements.filter(lot=lot).exists()
        or lot.competition.criteria.filter(lot=lot).exists()
    )


def _row_findings(
    where: str,
    rows: Sequence[RequirementPlan] | Sequence[AwardCriterion] | Sequence[PriceLine],
    lots: dict[str, Lot],
) -> list[Finding]:
    return bounds.rows(where, [row.key for row in rows], [row.lot for row in rows], set(lots))


def _lot_findings(lots: Sequence[LotPlan]) -> list[Finding]:
    findings = bounds.rows("lots", [lot.key for lot in lots], (), set())
    if not lots:
        findings.append(LOT_MISSING.at("lots"))
    for number, lot in enumerate(lots):
        findings += bounds.text(f"lots.{number}.title", lot.title, bounds.TITLE, required=True)
        findings += bounds.text(f"lots.{number}.description", lot.description)
        findings += bounds.text(f"lots.{number}.cpv", lot.cpv, 10)
        findings += bounds.amount(f"lots.{number}.value", lot.estimated_value_nok)
    return findings


def _criterion_findings(criteria: Sequence[AwardCriterion], lots: dict[str, Lot]) -> list[Finding]:
    findings = _row_findings("award_criteria", criteria, lots)
    for number, row in enumerate(criteria):
        where = f"award_criteria.{number}"
        findings += bounds.text(f"{where}.name", row.name, bounds.TITLE, required=True)
        findings += bounds.text(f"{where}.description", row.description)
        findings += bounds.text(f"{where}.scale", row.scale)
        findings += bounds.amount(f"{where}.weight_percent", row.weight_percent)
        findings += bounds.amount(f"{where}.value_per_point_nok", row.value_per_point_nok)
    return findings


def _choice_findings(price_model: str, climate_ground: str) -> list[Finding]:
    findings = []
    if price_model not in {model.id for model in MODELS}:
        findings.append(UNKNOWN_MODEL.at("price_model", model=price_model))
    if climate_ground and climate_ground not in {kind.value for kind in GroundKind}:
        findings.append(UNKNOWN_GROUND.at("climate_ground", ground=climate_ground))
    return findings


FINDING_KINDS = (
    LOT_IN_USE,
    LOT_MISSING,
    LINE_NEEDS_LOT,
    UNKNOWN_MODEL,
    UNKNOWN_GROUND,
    CRITERIA_LOCKED,
)
DEEDS = (set_lots, set_requirements, set_award_criteria, set_price_sheet)
