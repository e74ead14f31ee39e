"""The award notice of a signed contract: demanded, voluntary, and by which regulation (N-6)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from anskaff.competition.actions import announcing, signing
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.models import NoticeDraft
from anskaff.competition.queries import announcing as notices
from anskaff.competition.queries import preparing
from anskaff.competition.queries.tasks import my_tasks
from anskaff.competition.steps import Step
from anskaff.concepts.actor import Role
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.money import Money
from anskaff.law.procedure_guide import Sector
from tests import given
from tests.announcing import answered

pytestmark = pytest.mark.django_db
SIGNED = given.AWARDED_AT + timedelta(days=14)
LONG_AFTER = SIGNED + timedelta(days=60)


def a_signed_contract(kind: ContractKind, value: int, sector: Sector) -> given.AnOpenedCase:
    answers = replace(
        given.GUIDE_ANSWERS, kind=kind, value=Money(given.Decimal(value)), sector=sector
    )
    case = given.opened(given.a_case_with_tenders(answers=answers))
    case = given.awarded(given.evaluated(case))
    signatory = given.a_person(case.tenderers[1].organisation, Role.SIGNATORY, "Sign Nesten")
    for by in (case.officer, signatory):
        signing.sign_contract(
            case.reference, "LOT-0001", printer=given.a_plain_pdf, by=by, at=SIGNED
        )
    return case


def step_of(case: given.ACase, at=SIGNED) -> Step:
    return preparing.case(case.reference, case.officer, at).step


def send_result(case: given.ACase, subtype: str) -> None:
    draft = announcing.begin_notice(case.reference, subtype, by=case.officer, at=SIGNED)
    facts = snapshot_of(NoticeDraft.objects.get(pk=draft), SIGNED).facts
    answers = answered(facts, subtype)
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=SIGNED)
    announcing.send_notice(case.reference, draft, by=case.officer, at=SIGNED)


@pytest.mark.parametrize(
    ("kind", "value", "sector", "rule", "subtype"),
    [
        (ContractKind.SPECIAL_SERVICES, 9_000_000, Sector.CLASSIC, "N-6", "33"),
        (ContractKind.GOODS, 6_000_000, Sector.UTILITIES, "N-6-UTIL", "30"),
        (ContractKind.SERVICES, 63_000_000, Sector.CONCESSION, "N-6-CONC", None),
    ],
)
def test_the_award_notice_is_demanded_by_the_regulation_of_the_contract(
    kind: ContractKind, value: int, sector: Sector, rule: str, subtype: str | None
) -> None:
    case = a_signed_contract(kind, value, sector)
    [task] = my_tasks(case.officer, LONG_AFTER)
    assert task.step is step_of(case, LONG_AFTER) is Step.ANNOUNCE_RESULT
    assert task.due is not None
    here = notices.notices_of_case(case.reference, case.officer, SIGNED)
    [(lot, contract)] = here.contracts
    assert lot == "Kontormøbler"
    assert contract > 0
    result = preparing.case(case.reference, case.officer, SIGNED).result
    assert result is not None
    assert result.rule is not None
    assert result.rule.id == rule
    first = notices.notices_of_case(case.reference, case.officer, SIGNED).called[0]
    assert (first.rule.id, first.required) == (rule, True)
    assert (first.subtype.code if first.subtype else None) == subtype
    send_result(case, subtype or "E4")
    assert my_tasks(case.officer, SIGNED) == ()
    assert step_of(case) is Step.NONE


@pytest.mark.parametrize(
    ("kind", "value", "sector"),
    [
        (ContractKind.GOODS, 1_600_000, Sector.CLASSIC),
        (ContractKind.SPECIAL_SERVICES, 8_000_000, Sector.CLASSIC),
        (ContractKind.GOODS, 4_900_000, Sector.UTILITIES),
    ],
)
def test_a_voluntary_award_notice_is_offered_for_thirty_days(
    kind: ContractKind, value: int, sector: Sector
) -> None:
    case = a_signed_contract(kind, value, sector)
    [task] = my_tasks(case.officer, SIGNED)
    assert (task.step, task.due) == (Step.MAY_ANNOUNCE_RESULT, None)
    assert step_of(case) is Step.MAY_ANNOUNCE_RESULT
    assert my_tasks(case.officer, LONG_AFTER) == ()
    assert step_of(case, LONG_AFTER) is Step.NONE
