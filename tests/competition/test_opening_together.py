"""Two who act at the same instant: one after the other, and each counts once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from anskaff.competition.actions import evaluating, opening, rejecting, signing
from anskaff.competition.models import Competition, KeptDocument, LotResult, OpenedTender
from anskaff.competition.states import State
from anskaff.concepts.actor import Role
from anskaff.concepts.errors import Refused
from anskaff.records import log
from tests import given
from tests.competition.test_awarding import AFTER

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in threads of their own that start at once; what each gave or was refused."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait()
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_officers_who_open_at_once_open_the_tenders_once() -> None:
    case = given.a_case_with_tenders()
    results = together(
        *(
            lambda officer=officer: opening.open_tenders(
                case.reference, passphrase=given.PASSPHRASE, by=officer, at=given.OPENED_AT
            )
            for officer in case.openers
        )
    )
    assert sorted(result.is_open for result in results) == [False, True]
    assert OpenedTender.objects.count() == 3
    assert log.verified().holds


def test_one_officer_in_two_windows_counts_once() -> None:
    case = given.a_case_with_tenders()
    act = lambda: opening.open_tenders(  # noqa: E731 - the same act, twice
        case.reference, passphrase=given.PASSPHRASE, by=case.openers[0], at=given.OPENED_AT
    )
    results = together(act, act)
    assert sorted(isinstance(result, Refused) for result in results) == [False, True]
    assert Competition.objects.get().state == State.PUBLISHED


def test_confirming_and_rejecting_at_once_leaves_one_consistent_ranking() -> None:
    case = given.scored(given.an_opened_competition())
    together(
        lambda: evaluating.confirm_evaluation(
            case.reference, by=case.officer, at=given.EVALUATED_AT
        ),
        lambda: rejecting.reject_tender(
            case.reference,
            3,
            ground="X-T2",
            reason="For sen levering.",
            by=case.officer,
            at=given.EVALUATED_AT,
        ),
    )
    ranked = {line["tender"] for line in LotResult.objects.get().evaluation["file"]["ranking"]}
    valid = OpenedTender.objects.filter(rejected_at=None).values_list("number", flat=True)
    assert ranked == {str(number) for number in valid}


def test_both_parties_who_sign_at_once_conclude_one_contract() -> None:
    case = given.an_awarded_competition()
    winner = given.a_person(case.tenderers[1].organisation, Role.SIGNATORY, "Signe Signatur")
    results = together(
        *(
            lambda by=by: signing.sign_contract(
                case.reference, "LOT-0001", printer=given.a_plain_pdf, by=by, at=AFTER
            )
            for by in (case.officer, winner)
        )
    )
    assert results == [None, None]
    assert Competition.objects.get().state == State.SIGNED
    assert KeptDocument.objects.filter(kind="protocol").count() == 1
