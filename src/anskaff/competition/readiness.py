"""What stands between a draft and its publication, as findings; nothing is thrown.

The law of the publication day decides: a procurement is set in motion when its notice is published
(FOA § 32-2).
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from anskaff.calculations.scoring import VALUE_PER_POINT_MISSING
from anskaff.competition.plan import Plan
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law import (
    award_criteria,
    climate_weight,
    procedure_guide,
    standstill,
    thresholds,
    time_limits,
)
from anskaff.law.award_criteria import AwardBasis
from anskaff.law.climate_weight import ClimateGround, GroundKind
from anskaff.law.part import ApplicablePart, Part, applicable_part
from anskaff.law.procedure_guide import PROCEDURE_WORDS, Procedure
from anskaff.law.time_limits import MinimumPeriod

SUPPORTED = (Procedure.OPEN_NATIONAL, Procedure.OPEN)

VALUE_MISSING = FindingKind(
    code="estimated-value-missing",
    text=Words(
        nb="Anslått verdi mangler.",
        nn="Anslått verdi manglar.",
        en="The estimated value is missing.",
    ),
    cure=Words(
        nb="Skriv hele verdien uten mva., med opsjoner.",
        nn="Skriv heile verdien utan mva., med opsjonar.",
        en="Write the total value without VAT, options included.",
    ),
    source="FOA § 5-4",
)
CPV_MISSING = FindingKind(
    code="cpv-missing",
    text=Words(nb="CPV-koden mangler.", nn="CPV-koden manglar.", en="The CPV code is missing."),
    cure=Words(
        nb="Velg koden for det viktigste dere kjøper.",
        nn="Vel koden for det viktigaste de kjøper.",
        en="Choose the code of the main thing you buy.",
    ),
)
DESCRIPTION_MISSING = FindingKind(
    code="description-missing",
    text=Words(
        nb="Beskrivelsen av det som skal kjøpes, mangler.",
        nn="Skildringa av det som skal kjøpast, manglar.",
        en="The description of what is to be bought is missing.",
    ),
    cure=Words(
        nb="Beskriv kort hva leverandøren skal levere.",
        nn="Skildre kort kva leverandøren skal levere.",
        en="Describe briefly what the supplier is to deliver.",
    ),
)
DEADLINE_MISSING = FindingKind(
    code="tender-deadline-missing",
    text=Words(
        nb="Tilbudsfristen er ikke satt.",
        nn="Tilbodsfristen er ikkje sett.",
        en="The tender deadline is not set.",
    ),
    cure=Words(
        nb="Sett dato og klokkeslett.",
        nn="Set dato og klokkeslett.",
        en="Set date and time.",
    ),
)
QUESTIONS_AFTER_TENDERS = FindingKind(
    code="question-deadline-after-tender-deadline",
    text=Words(
        nb="Spørsmålsfristen {questions} er ikke før tilbudsfristen {tenders}.",
        nn="Spørsmålsfristen {questions} er ikkje før tilbodsfristen {tenders}.",
        en="The question deadline {questions} is not before the tender deadline {tenders}.",
    ),
    cure=Words(
        nb="Sett spørsmålsfristen tidligere, så svarene kommer i tide.",
        nn="Set spørsmålsfristen tidlegare, så svara kjem i tide.",
        en="Set the question deadline earlier, so that answers come in time.",
    ),
)
DEADLINE_PASSED = FindingKind(
    code="deadline-already-passed",
    text=Words(
        nb="Fristen {deadline} er alt passert.",
        nn="Fristen {deadline} er alt passert.",
        en="The deadline {deadline} has already passed.",
    ),
    cure=Words(
        nb="Velg et senere tidspunkt.",
        nn="Vel eit seinare tidspunkt.",
        en="Choose a later time.",
    ),
)
NO_PRICE_LINES = FindingKind(
    code="price-sheet-empty",
    text=Words(
        nb="Prisskjemaet for {lot} har ingen linjer, men pris er et tildelingskriterium.",
        nn="Prisskjemaet for {lot} har ingen linjer, men pris er eit tildelingskriterium.",
        en="The price sheet of {lot} has no lines, but price is an award criterion.",
    ),
    cure=Words(
        nb="Legg til minst én linje som tilbyderne skal prise.",
        nn="Legg til minst éi linje som tilbydarane skal prise.",
        en="Add at least one line for the tenderers to price.",
    ),
)
TOO_FEW_OPENERS = FindingKind(
    code="too-few-opening-officers",
    text=Words(
        nb="Laget har {count} åpnere med åpningsnøkkel; {needed} trengs for å åpne tilbudene.",
        nn="Laget har {count} opnarar med opningsnøkkel; {needed} trengst for å opne tilboda.",
        en="The team has {count} opening officers with an opening key; {needed} are needed to open "
        "the tenders.",
    ),
    cure=Words(
        nb="Legg til åpnere i laget, og be dem lage en åpningsnøkkel på Min side.",
        nn="Legg til opnarar i laget, og be dei lage ein opningsnøkkel på Mi side.",
        en="Add opening officers to the team, and ask them to make an opening key on My page.",
    ),
)
PROCEDURE_NOT_SUPPORTED = FindingKind(
    code="procedure-not-supported",
    text=Words(
        nb="Prosedyren «{procedure}» kan ikke gjennomføres i Anskaff ennå.",
        nn="Prosedyren «{procedure}» kan ikkje gjennomførast i Anskaff enno.",
        en="The procedure “{procedure}” cannot be run in Anskaff yet.",
    ),
    cure=Words(
        nb="Velg åpen konkurranse, med en begrunnelse hvis den avviker fra forslaget.",
        nn="Vel open konkurranse, med ei grunngiving om han avvik frå framlegget.",
        en="Choose an open procedure, with a reason if it differs from the proposal.",
    ),
)
LOTS_REASON_MISSING = FindingKind(
    code="no-lots-reason-missing",
    severity=Severity.WARNING,
    text=Words(
        nb="Kontrakten er ikke delt opp, og det står ikke hvorfor.",
        nn="Kontrakten er ikkje delt opp, og det står ikkje kvifor.",
        en="The contract is not divided into lots, and no reason is given.",
    ),
    cure=Words(
        nb="Del opp i delkontrakter, eller skriv en kort begrunnelse.",
        nn="Del opp i delkontraktar, eller skriv ei kort grunngiving.",
        en="Divide it into lots, or write a short reason.",
    ),
    source="FOA § 19-4(2)",
)
LOT_VALUES_DIFFER = FindingKind(
    code="lot-values-differ-from-total",
    severity=Severity.WARNING,
    text=Words(
        nb="Delkontraktene er til sammen verdt {sum}, men hele kjøpet er anslått til {total}.",
        nn="Delkontraktane er til saman verde {sum}, men heile kjøpet er anslått til {total}.",
        en="The lots are worth {sum} together, but the whole is estimated at {total}.",
    ),
    cure=Words(nb="Kontroller anslagene.", nn="Kontroller anslaga.", en="Check the estimates."),
    source="FOA § 5-4",
)
TIE_RULE_MISSING = FindingKind(
    code="tie-rule-missing",
    severity=Severity.WARNING,
    text=Words(
        nb="Det står ikke hva som skjer når tilbud får like mange poeng.",
        nn="Det står ikkje kva som skjer når tilbod får like mange poeng.",
        en="It is not stated what happens when tenders get equal scores.",
    ),
    cure=Words(
        nb="Skriv en regel, for eksempel at laveste pris avgjør, og deretter loddtrekning.",
        nn="Skriv ein regel, til dømes at lågaste pris avgjer, og deretter loddtrekking.",
        en="Write a rule, for example that the lowest price decides, and then drawing of lots.",
    ),
)
WEIGHT_NOT_IN_PERCENT = FindingKind(
    code="weight-not-in-percent",
    text=Words(
        nb="Vekten på «{name}» er oppgitt som «{stated}» og ikke i prosent.",
        nn="Vekta på «{name}» er oppgitt som «{stated}» og ikkje i prosent.",
        en="The weight of “{name}” is stated as “{stated}” and not in per cent.",
    ),
    cure=Words(
        nb="Sett vekten i prosent.", nn="Set vekta i prosent.", en="Set the weight in per cent."
    ),
)


def law_part(plan: Plan, at: datetime) -> ApplicablePart | None:
    """The part of the regulation that applies if the notice goes out at this instant.

    None when there is no estimated value, or when the thresholds of that day are not recorded.
    """
    return law_of(plan.need.kind, plan.need.estimated_value_nok, plan.buyer_kind, at)


def law_of(
    kind: ContractKind, value: Decimal | None, buyer: BuyerKind, at: datetime
) -> ApplicablePart | None:
    """As `law_part`, for what a competition says without its plan; `value` is in NOK."""
    on = legal_day(at)
    if value is None or thresholds.check_day(on):
        return None
    return applicable_part(kind, Money(value), buyer, on)


def minimum_period(plan: Plan, at: datetime) -> MinimumPeriod:
    """The shortest tender period if the notice goes out at this instant."""
    if plan.procedure is Procedure.OPEN_NATIONAL:
        return time_limits.part_two(at)
    return time_limits.open_procedure(at)


def before_publication(plan: Plan, at: datetime) -> tuple[Finding, ...]:
    """Everything that is wrong or missing if the competition is published at this instant."""
    return (
        *_need(plan, at),
        *_procedure(plan, at),
        *_lots(plan),
        *criteria_findings(plan, at),
        *_price_sheet(plan),
        *deadline_findings(plan, at),
        *_team(plan),
    )


def criteria_findings(plan: Plan, at: datetime) -> tuple[Finding, ...]:
    """What is wrong with criteria, weights, climate and method."""
    section, on = plan.criteria, legal_day(at)
    stated = dict(section.stated_weights)
    applicable = law_part(plan, at)
    part = Part.II if plan.procedure is Procedure.OPEN_NATIONAL else Part.III
    lowest = section.price_model == "M-LOW"
    findings = [
        WEIGHT_NOT_IN_PERCENT.at(
            f"award_criteria.{each.key}", name=each.name, stated=stated[each.key]
        )
        for each in section.criteria
        if each.key in stated
    ]
    findings += award_criteria.check(
        section.criteria,
        part=part,
        on=on,
        basis=AwardBasis.LOWEST_PRICE if lowest else AwardBasis.BEST_RATIO,
    )
    findings += climate_weight.check(
        section.criteria,
        on=on,
        grounds=_grounds(plan),
        notice_duty=applicable is None or applicable.has_notice_duty,
    )
    if section.price_model.startswith("M-PRQ"):
        findings += [
            VALUE_PER_POINT_MISSING.at(f"award_criteria.{each.key}", criterion=each.name)
            for each in section.criteria
            if each.kind is CriterionKind.QUALITY and each.value_per_point_nok is None
        ]
    if section.criteria and not section.tie_rule.strip():
        findings.append(TIE_RULE_MISSING.at("tie_rule"))
    return tuple(findings)


def deadline_findings(plan: Plan, at: datetime) -> tuple[Finding, ...]:
    """What is wrong with the deadlines and the standstill."""
    dates = plan.deadlines
    if dates.tender_deadline is None:
        return (DEADLINE_MISSING.at("tender_deadline"),)
    findings: list[Finding] = []
    if dates.tender_deadline <= at:
        findings.append(DEADLINE_PASSED.at("tender_deadline", deadline=dates.tender_deadline))
    else:
        findings += time_limits.check_deadline(
            dates.tender_deadline, minimum_period(plan, at), reason=dates.short_deadline_reason
        )
    if dates.question_deadline is not None:
        if dates.question_deadline >= dates.tender_deadline:
            findings.append(
                QUESTIONS_AFTER_TENDERS.at(
                    "question_deadline",
                    questions=dates.question_deadline,
                    tenders=dates.tender_deadline,
                )
            )
        elif dates.question_deadline <= at:
            findings.append(
                DEADLINE_PASSED.at("question_deadline", deadline=dates.question_deadline)
            )
    applicable = law_part(plan, at)
    if applicable is not None:
        findings += standstill.check(standstill.duty(applicable), dates.standstill_days)
    return tuple(findings)


def _grounds(plan: Plan) -> Sequence[ClimateGround]:
    if not plan.criteria.climate_ground:
        return ()
    kind = GroundKind(plan.criteria.climate_ground)
    return (ClimateGround(kind=kind, reason=plan.criteria.climate_reason),)


def _need(plan: Plan, at: datetime) -> list[Finding]:
    findings = list(thresholds.check_day(legal_day(at)))
    if plan.need.estimated_value_nok is None:
        findings.append(VALUE_MISSING.at("need.estimated_value_nok"))
    if not plan.need.description.strip():
        findings.append(DESCRIPTION_MISSING.at("need.description"))
    if not plan.need.cpv:
        findings.append(CPV_MISSING.at("need.cpv"))
    return findings


def _procedure(plan: Plan, at: datetime) -> list[Finding]:
    words = PROCEDURE_WORDS[plan.procedure]
    if plan.procedure not in SUPPORTED:
        return [PROCEDURE_NOT_SUPPORTED.at("procedure", procedure=words)]
    applicable = law_part(plan, at)
    if applicable is None:
        return []
    reason = plan.deviation_reason
    return list(procedure_guide.check_choice(applicable.part, plan.procedure, reason=reason))


def _lots(plan: Plan) -> list[Finding]:
    findings: list[Finding] = []
    part_three = plan.procedure is Procedure.OPEN
    if len(plan.lots) < 2 and part_three and not plan.no_lots_reason.strip():  # noqa: PLR2004
        findings.append(LOTS_REASON_MISSING.at("lots"))
    values = [lot.estimated_value_nok for lot in plan.lots if lot.estimated_value_nok is not None]
    total = plan.need.estimated_value_nok
    complete = len(values) == len(plan.lots) > 1
    if complete and total is not None and sum(values, Decimal(0)) != total:
        summed = Money(sum(values, Decimal(0)))
        findings.append(LOT_VALUES_DIFFER.at("lots", sum=summed, total=Money(total)))
    return findings


def _price_sheet(plan: Plan) -> list[Finding]:
    """Every lot that is awarded on price has something to price."""
    priced = {line.lot for line in plan.price_lines}
    findings = []
    for lot in plan.lots:
        own = [each for each in plan.criteria.criteria if each.lot in {"", lot.key}]
        on_price = any(each.kind is not CriterionKind.QUALITY for each in own)
        if on_price and lot.key not in priced:
            findings.append(NO_PRICE_LINES.at("price_sheet", lot=lot.title))
    return findings


def _team(plan: Plan) -> list[Finding]:
    openers = [m for m in plan.team if m.role is TeamRole.OPENING_OFFICER and m.has_key]
    if len(openers) >= plan.openers_required:
        return []
    return [TOO_FEW_OPENERS.at("team", count=len(openers), needed=plan.openers_required)]


FINDING_KINDS = (
    VALUE_MISSING,
    CPV_MISSING,
    DESCRIPTION_MISSING,
    DEADLINE_MISSING,
    QUESTIONS_AFTER_TENDERS,
    DEADLINE_PASSED,
    NO_PRICE_LINES,
    TOO_FEW_OPENERS,
    PROCEDURE_NOT_SUPPORTED,
    LOTS_REASON_MISSING,
    LOT_VALUES_DIFFER,
    TIE_RULE_MISSING,
    WEIGHT_NOT_IN_PERCENT,
)
