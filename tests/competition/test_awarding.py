"""The award is reasoned, told to all at once, waits its standstill, and is signed by both."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from anskaff.competition.actions import (
    awarding,
    deciding,
    evaluating,
    rejecting,
    signing,
    suspending,
)
from anskaff.competition.models import AwardLetter, Competition, KeptDocument, LotResult
from anskaff.competition.queries.standstill import standstill
from anskaff.competition.states import State
from anskaff.concepts.actor import Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.records.models import LogEntry, Notification
from tests import given

pytestmark = pytest.mark.django_db
AT = given.AWARDED_AT
AFTER = datetime(2026, 10, 1, 22, 0, tzinfo=UTC)
LAST_MOMENT = AFTER - timedelta(seconds=1)


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def decide(case, *decisions, at=AT, by=None) -> None:
    deciding.decide_award(
        case.reference, decisions or [given.a_decision()], by=by or case.officer, at=at
    )


def send(case, *, at=AT, by=None) -> None:
    awarding.send_award_letters(
        case.reference, printer=given.a_plain_pdf, by=by or case.officer, at=at
    )


def sign(case, by, *, at=AFTER, lot="LOT-0001") -> None:
    signing.sign_contract(case.reference, lot, printer=given.a_plain_pdf, by=by, at=at)


def the_signatory(case, number: int = 1):
    return given.a_person(case.tenderers[number].organisation, Role.SIGNATORY, f"Sign {number}")


def test_the_draft_names_the_winner_and_writes_a_letter_to_everyone() -> None:
    case = given.an_evaluated_competition()
    decide(case)
    result = LotResult.objects.get()
    assert result.winner.supplier.name == given.SUPPLIERS[1]
    assert result.value_nok == 12_000_000
    assert AwardLetter.objects.count() == 3
    assert not AwardLetter.objects.exclude(sent_at=None).exists()
    assert Competition.objects.get().state == State.EVALUATED


def test_a_letter_holds_winner_advantages_own_points_and_standstill_but_no_other_prices() -> None:
    case = given.an_awarded_competition()
    letter = AwardLetter.objects.get(supplier=case.tenderers[0].organisation)
    text = json.dumps(letter.content, ensure_ascii=False).replace("\\u00a0", " ")
    text = text.replace("\u00a0", " ")
    assert given.SUPPLIERS[1] in text
    assert "Dokumentert slitestyrke på 15 år." in text
    assert "12 000 000,00 kr" in text
    assert "01.10.2026" in text
    assert "02.10.2026" in text
    assert "nummer 2 av 3" in text
    assert "KOFA" in text
    assert given.SUPPLIERS[2] not in text
    assert "17 000 000" not in text
    assert "Tilbud 3 dokumenterer" not in text
    table = letter.content["sections"][0]["tables"][0]
    assert table["rows"][-1] == ["Sum", "", "7,600", "8"]
    assert [row[0] for row in table["rows"]] == ["Pris", "Kvalitet", "Klima og miljø", "Sum"]


def test_a_rejected_tenderer_gets_a_letter_with_the_ground_and_no_points() -> None:
    case = given.an_opened_competition()
    rejecting.reject_tender(
        case.reference,
        3,
        ground="X-T2",
        reason="Leveringstiden er for lang.",
        by=case.officer,
        at=given.EVALUATED_AT,
    )
    case = replace(case, offers=case.offers[:2])
    given.awarded(given.evaluated(case))
    letter = AwardLetter.objects.get(supplier=case.tenderers[2].organisation)
    rejection, lot = letter.content["sections"][:2]
    assert "Leveringstiden er for lang." in rejection["paragraphs"][0]
    assert lot["tables"][0]["header"] == ["Kriterium", "Vekt", "Valgt tilbud"]


def test_a_decision_lacks_nothing_that_the_law_asks_for() -> None:
    case = given.an_evaluated_competition()
    with pytest.raises(Invalid) as refused:
        decide(case, replace(given.a_decision(), reason=" ", advantages={"AC-0001": "Billigst."}))
    assert codes(refused) == [
        "award-reason-missing",
        "award-letter-lacks-advantages",
        "award-letter-lacks-advantages",
    ]
    with pytest.raises(Invalid) as refused:
        decide(case, given.a_decision("LOT-0009"))
    assert codes(refused) == ["lot-decision-missing"]
    with pytest.raises(Invalid) as refused:
        decide(case, replace(given.a_decision(), tender=3))
    assert codes(refused) == ["winner-not-first"]
    assert LotResult.objects.get().decided_at is None


def test_a_tie_is_broken_by_the_stated_rule_and_documented() -> None:
    case = given.an_evaluated_competition(tenders=(given.ATender(price_mnok=10),) * 2)
    with pytest.raises(Invalid) as refused:
        decide(case)
    assert codes(refused) == ["tie-not-broken"]
    assert "loddtrekning" in refused.value.findings[0].cure("nb")
    drawn = "Lik pris; loddtrekning 21.9. med to vitner ga tilbud 2."
    decide(case, replace(given.a_decision(), tender=2, tie_broken_by=drawn))
    result = LotResult.objects.get()
    assert (result.winner.number, result.tie_broken_by) == (2, drawn)


def test_letters_are_sent_to_all_at_once_and_start_the_standstill() -> None:
    """UX B12."""
    case = given.an_evaluated_competition()
    with pytest.raises(Conflict) as refused:
        send(case)
    assert codes(refused) == ["award-not-decided"]
    decide(case)
    Notification.objects.all().delete()
    send(case)
    assert {letter.sent_at for letter in AwardLetter.objects.all()} == {AT}
    told = set(Notification.objects.values_list("person", flat=True))
    assert told == {tenderer.person for tenderer in case.tenderers}
    result = LotResult.objects.get()
    assert result.standstill_ends == AFTER
    assert Competition.objects.get().state == State.AWARDED
    assert KeptDocument.objects.filter(kind="letter").count() == 3
    with pytest.raises(Conflict):
        send(case)


def test_the_result_becomes_public_when_the_letters_are_sent_and_not_before() -> None:
    case = given.an_evaluated_competition()
    decide(case)
    assert not LogEntry.objects.filter(public=True, body__contains=given.SUPPLIERS[1]).exists()
    send(case)
    public = json.loads(LogEntry.objects.get(deed="competition.award_letters_sent").body)["public"]
    assert public["tenders"] == 3
    assert public["lots"][0]["winner"] == given.SUPPLIERS[1]
    assert public["lots"][0]["value_nok"] == "12000000.00"


def test_too_short_a_standstill_stops_the_letters() -> None:
    case = given.an_evaluated_competition()
    Competition.objects.update(standstill_days=9)
    decide(case)
    with pytest.raises(Invalid) as refused:
        send(case)
    assert codes(refused) == ["standstill-too-short"]
    assert Competition.objects.get().state == State.EVALUATED


def test_a_competition_without_tenders_is_cancelled_not_awarded() -> None:
    case = given.an_opened_competition(tenders=())
    evaluating.confirm_evaluation(case.reference, by=case.officer, at=AT)
    decide(case, replace(given.a_decision(), reason="Ingen tilbud."))
    with pytest.raises(Conflict) as refused:
        send(case)
    assert codes(refused) == ["no-tender-to-award"]


def test_signing_before_the_standstill_ends_is_refused_with_paragraph_and_day() -> None:
    """UX B12."""
    case = given.an_awarded_competition()
    for by in (case.officer, the_signatory(case)):
        with pytest.raises(Conflict) as refused:
            sign(case, by, at=LAST_MOMENT)
        finding = refused.value.findings[0]
        assert finding.code == "signing-before-standstill-end"
        assert "25-2" in finding.source
        assert "02.10.2026" in finding.cure("nb")


def test_both_signatures_conclude_the_contract_and_keep_the_protocol() -> None:
    case = given.an_awarded_competition()
    sign(case, case.officer)
    assert Competition.objects.get().state == State.AWARDED
    with pytest.raises(Conflict) as refused:
        sign(case, case.officer)
    assert codes(refused) == ["contract-already-signed"]
    sign(case, the_signatory(case))
    competition = Competition.objects.get()
    assert (competition.state, competition.signed_at) == (State.SIGNED, AFTER)
    kept = KeptDocument.objects.get(kind="protocol")
    assert (kept.language, kept.made_at) == ("nb", AFTER)
    with pytest.raises(Conflict):
        awarding.reverse_award(case.reference, reason="For sent.", by=case.officer, at=AFTER)


def test_only_the_procurement_officer_and_the_winners_signatory_sign() -> None:
    case = given.an_awarded_competition()
    with pytest.raises(Forbidden):
        sign(case, case.tenderers[1])
    with pytest.raises(Forbidden):
        sign(case, the_signatory(case, 0))
    with pytest.raises(Forbidden):
        sign(case, case.evaluators[0])
    with pytest.raises(NotFound):
        sign(case, case.officer, lot="LOT-0009")


def test_a_suspension_stops_signing_until_it_is_lifted() -> None:
    case = given.an_awarded_competition()

    def register(reason="Begjæring forkynt 28.9.") -> None:
        suspending.register_suspension(case.reference, reason=reason, by=case.officer, at=AT)

    def lift(reason="Tingretten forkastet begjæringen.") -> None:
        suspending.lift_suspension(case.reference, reason=reason, by=case.officer, at=AFTER)

    with pytest.raises(Conflict):
        lift()
    with pytest.raises(Invalid):
        register(" ")
    register()
    with pytest.raises(Conflict):
        register()
    with pytest.raises(Conflict) as refused:
        sign(case, case.officer)
    assert codes(refused) == ["signing-suspended"]
    lift()
    sign(case, case.officer)


def test_an_award_can_be_reversed_until_both_have_signed() -> None:
    case = given.an_awarded_competition()
    sign(case, case.officer)
    Notification.objects.all().delete()
    with pytest.raises(Invalid):
        awarding.reverse_award(case.reference, reason="", by=case.officer, at=AFTER)
    awarding.reverse_award(
        case.reference, reason="Feil i skatteattesten.", by=case.officer, at=AFTER
    )
    assert Competition.objects.get().state == State.EVALUATED
    assert LotResult.objects.get().buyer_signed_at is None
    assert Notification.objects.count() == 3
    assert KeptDocument.objects.filter(kind="letter").count() == 3
    decide(case, at=AFTER)
    send(case, at=AFTER)
    assert KeptDocument.objects.filter(kind="letter").count() == 6


def test_wrong_role_and_wrong_state_are_refused() -> None:
    case = given.an_opened_competition()
    with pytest.raises(Conflict):
        decide(case)
    with pytest.raises(Conflict):
        send(case)
    with pytest.raises(Forbidden):
        decide(case, by=case.evaluators[0])
    with pytest.raises(NotFound):
        send(case, by=case.tenderers[0])
    with pytest.raises(Conflict):
        sign(case, case.officer)


def test_each_lot_is_signed_by_itself_and_the_last_one_ends_the_case() -> None:
    lots = (
        given.LotPlan(key="LOT-0001", title="Stoler"),
        given.LotPlan(key="LOT-0002", title="Pulter"),
    )
    case = given.an_opened_competition(lots=lots)
    given.awarded(given.evaluated(case, lots), lots)
    signatory = the_signatory(case)
    sign(case, case.officer)
    sign(case, signatory)
    assert Competition.objects.get().state == State.AWARDED
    sign(case, case.officer, lot="LOT-0002")
    sign(case, signatory, lot="LOT-0002")
    assert Competition.objects.get().state == State.SIGNED


def test_without_a_standstill_duty_the_contract_can_be_signed_the_same_day() -> None:
    case = given.an_evaluated_competition()
    Competition.objects.update(estimated_value_nok=600_000)
    decide(case)
    send(case)
    assert LotResult.objects.get().standstill_ends == AT
    view = standstill(case.reference, case.officer, at=AT)
    assert view.earliest == AT.date()
    sign(case, case.officer, at=AT)
