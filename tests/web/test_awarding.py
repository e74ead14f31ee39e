"""The pages from opening to signed contract, as each role meets them."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from anskaff.calculations import recomputation
from anskaff.competition.actions import deciding, declaring, evaluating, rejecting
from anskaff.competition.models import (
    Competition,
    OpenedFile,
    OpenedTender,
    Score,
    TenderVersion,
)
from anskaff.competition.states import State
from anskaff.concepts.actor import Role
from anskaff.concepts.errors import Conflict
from anskaff.parties.models import Membership, OfficerKey, Person
from anskaff.records import files
from anskaff.records.models import LogEntry
from tests import given

pytestmark = pytest.mark.django_db
SIGNING = given.AWARDED_AT + timedelta(days=11)


@pytest.fixture
def at():
    """Moves the clock that the doors read."""
    travellers = []

    def move(instant) -> None:
        traveller = time_machine.travel(instant, tick=False)
        traveller.start()
        travellers.append(traveller)

    yield move
    for traveller in reversed(travellers):
        traveller.stop()


def as_(actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    session = client.session
    session["membership"] = Membership.objects.get(
        person=actor.person, organisation=actor.organisation, role=actor.role
    ).pk
    session.save()
    return client


def page(case, rest: str) -> str:
    return f"/nb/innkjop/{case.reference.replace('/', '-')}/{rest}"


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode().replace("\u00a0", " "))


def points(case) -> dict[str, str]:
    told = {}
    for one in given.points_for(case):
        place = f"{one.lot}.{one.tender}.{one.criterion}"
        told[f"points-{place}"] = str(one.points).replace(".", ",")
        told[f"reason-{place}"] = one.reason
    return told


def test_two_officers_open_in_the_browser_and_the_first_alone_shows_nothing(at) -> None:
    case = given.a_case_with_tenders()
    at(given.DEADLINE - timedelta(minutes=5))
    first = as_(case.openers[0])
    early = first.get(page(case, "apning/"))
    assert 'name="passphrase"' not in text(early)
    told = first.post(page(case, "apning/"), {"passphrase": given.PASSPHRASE})
    assert told.status_code == 409
    assert "forseglet til 15.09.2026 12:00:00" in text(told)
    at(given.OPENED_AT)
    wrong = first.post(page(case, "apning/"), {"passphrase": "helt feil passordfrase her"})
    assert wrong.status_code == 422
    assert "åpner ikke nøkkelen" in text(wrong)
    assert "helt feil passordfrase" not in text(wrong)
    assert first.post(page(case, "apning/"), {}).status_code == 422
    done = first.post(page(case, "apning/"), {"passphrase": given.PASSPHRASE}, follow=True)
    assert "1 av 2 som trengs" in text(done)
    assert not any(name in text(done) for name in given.SUPPLIERS)
    second = as_(case.openers[1])
    done = second.post(page(case, "apning/"), {"passphrase": given.PASSPHRASE}, follow=True)
    assert "Antall tilbud</dt><dd>3" in text(done)
    assert Competition.objects.get().state == State.OPENED


def test_an_officer_makes_a_key_and_the_server_keeps_no_passphrase() -> None:
    buyer = given.a_buyer()
    officer = given.a_person(buyer, Role.EMPLOYEE, "Ola Åpner")
    client = as_(officer)
    address = "/nb/min-side/apningsnokkel/"
    for told, wrong in (
        ({"passphrase": "kort", "again": "kort"}, "minst 16 trengs"),
        ({"passphrase": given.PASSPHRASE, "again": "noe annet"}, "ikke like"),
        ({"passphrase": "ola åpner er her nå", "again": "ola åpner er her nå"}, "kjent om deg"),
        ({}, "Skriv en passordfrase."),
    ):
        answer = client.post(address, told)
        assert answer.status_code == 422
        assert wrong in text(answer)
    told = {"passphrase": given.PASSPHRASE, "again": given.PASSPHRASE}
    assert "I bruk" in text(client.post(address, told, follow=True))
    key = OfficerKey.objects.get()
    assert given.PASSPHRASE not in key.protected_private_key
    assert not LogEntry.objects.filter(body__contains=given.PASSPHRASE).exists()
    assert Client().get(address).status_code == 403


def test_the_tenders_are_shut_to_those_who_have_not_declared_and_it_is_noted(at) -> None:
    """UX B13."""
    case = given.opened(given.a_case_with_tenders(), declared=False)
    at(given.EVALUATED_AT)
    client = as_(case.evaluators[0])
    for rest in ("kvalifikasjon/", "evaluering/", "tildeling/", "protokoll/"):
        refused = client.get(page(case, rest))
        assert refused.status_code == 403
        assert "habil" in text(refused)
    noted = LogEntry.objects.filter(deed="competition.access_refused")
    assert noted.count() == 4
    answer = client.post(page(case, "habilitet/"), {"interest": "yes"})
    assert answer.status_code == 422
    assert client.post(page(case, "habilitet/"), {}).status_code == 422
    client.post(page(case, "habilitet/"), {"interest": "no"})
    assert client.get(page(case, "kvalifikasjon/")).status_code == 200


def test_evaluators_see_no_price_before_the_points_are_agreed(at) -> None:
    case = given.an_opened_competition()
    at(given.EVALUATED_AT)
    evaluator, officer = as_(case.evaluators[0]), as_(case.officer)
    for rest in ("kvalifikasjon/", "evaluering/", "evaluering/enighet/"):
        shown = text(evaluator.get(page(case, rest), follow=True))
        assert "12 000 000" not in shown
        assert "100000" not in shown
    for rest in ("tildeling/", "evaluering/resultat/", "protokoll/", "protokoll.pdf"):
        assert evaluator.get(page(case, rest)).status_code == 403
    assert "12 000 000,00 kr" in text(officer.get(page(case, "kvalifikasjon/")))


def test_the_matrix_saves_and_names_each_faulty_cell(at) -> None:
    """UX B10."""
    case = given.an_opened_competition()
    at(given.EVALUATED_AT)
    client = as_(case.evaluators[0])
    told = points(case)
    first = "points-LOT-0001.1.AC-0002"
    wrong = client.post(page(case, "evaluering/"), {**told, first: "elleve"})
    assert wrong.status_code == 422
    assert "Poeng skrives som et tall" in text(wrong)
    wrong = client.post(page(case, "evaluering/"), {**told, first: "11"})
    assert wrong.status_code == 422
    assert "skalaen går fra 0 til 10" in text(wrong)
    assert f'href="#id_{first}"' in text(wrong)
    saved = client.post(page(case, "evaluering/"), {**told, first: "7,5"}, follow=True)
    assert "Bare du ser dem" in text(saved)
    assert Score.objects.get(tender__number=1, criterion__key="AC-0002").points == 7.5
    other = as_(case.evaluators[1])
    assert "dokumenterer AC-0002 med testrapport" not in text(other.get(page(case, "evaluering/")))
    confirm = client.post(page(case, "evaluering/"), {**told, "submit": "1"}, follow=True)
    assert "Du kan ikke endre dem etterpå" in text(confirm)
    client.post(page(case, "evaluering/lever/"))
    assert "dokumenterer AC-0002" not in text(other.get(page(case, "evaluering/")))
    assert client.get(page(case, "evaluering/")).status_code == 302


def test_an_unfinished_matrix_is_told_at_its_fields_before_the_confirm_page(at) -> None:
    case = given.an_opened_competition()
    at(given.EVALUATED_AT)
    client = as_(case.evaluators[0])
    empty = client.post(page(case, "evaluering/"), {"submit": "1"})
    assert empty.status_code == 422
    assert "Tilbud 1 mangler poeng" in text(empty)
    assert 'href="#id_points-LOT-0001.1.AC-0002"' in text(empty)
    told = points(case) | {"reason-LOT-0001.1.AC-0002": ""}
    halfway = client.post(page(case, "evaluering/"), {**told, "submit": "1"})
    assert halfway.status_code == 422
    assert 'href="#id_reason-LOT-0001.1.AC-0002"' in text(halfway)
    assert "Bare du ser dem" in text(halfway)
    assert Score.objects.count() == len(given.points_for(case))
    assert not Score.objects.exclude(submitted_at=None).exists()


def test_the_way_from_points_to_signed_contract_in_the_browser(at) -> None:
    case = given.an_opened_competition(files={"Brosjyre.pdf": b"%PDF-1.7 x"})
    at(given.EVALUATED_AT)
    for evaluator in case.evaluators:
        client = as_(evaluator)
        client.post(page(case, "evaluering/"), points(case))
        client.post(page(case, "evaluering/lever/"))
    officer = as_(case.officer)
    compared = text(officer.get(page(case, "evaluering/enighet/")))
    assert "Evaluator 0 1" in compared
    officer.post(page(case, "evaluering/enighet/"), points(case))
    changed = {**points(case), "points-LOT-0001.1.AC-0002": "9"}
    assert officer.post(page(case, "evaluering/enighet/"), changed).status_code == 422
    ranked = text(officer.post(page(case, "evaluering/bekreft/"), follow=True))
    assert "10 − 10 · (12 000 000 − 10 000 000) / 10 000 000 = 8" in ranked
    at(given.AWARDED_AT)
    officer = as_(case.officer)
    draft = officer.get(page(case, "tildeling/"))
    assert "Er resultatet robust?" not in text(draft)
    assert officer.post(page(case, "tildeling/"), {"LOT-0001.reason": ""}).status_code == 422
    decision = given.a_decision()
    told = {"LOT-0001.reason": decision.reason} | {
        f"LOT-0001.advantages-{key}": said for key, said in decision.advantages.items()
    }
    drafted = text(officer.post(page(case, "tildeling/"), told, follow=True))
    assert "med andre modeller" in drafted
    assert drafted.count('<details class="ds-details"><summary>Havdal') == 1
    sent = text(officer.get(page(case, "tildeling/send/")))
    assert "til og med 01.10.2026" in sent
    result_address = f"/nb/konkurranser/{case.reference.replace('/', '-')}/resultat/"
    assert Client().get(result_address).status_code == 404
    officer.post(page(case, "tildeling/send/"))
    public = text(Client().get(result_address))
    assert given.SUPPLIERS[1] in public
    assert given.SUPPLIERS[2] not in public
    too_early = officer.post(page(case, "karens/LOT-0001/signer/"))
    assert too_early.status_code == 409
    assert "Signer tidligst 02.10.2026" in text(too_early)
    at(SIGNING)
    officer = as_(case.officer)
    assert officer.post(page(case, "karens/LOT-0001/signer/")).status_code == 302
    winner = given.a_person(case.tenderers[1].organisation, Role.SIGNATORY, "Signe Signatur")
    supplier = as_(winner)
    assert supplier.get(page(case, "karens/")).status_code == 200
    assert supplier.post(page(case, "karens/LOT-0001/signer/")).status_code == 302
    assert Competition.objects.get().state == State.SIGNED
    assert "Signe Signatur" in text(officer.get(page(case, "protokoll/")))
    kept = officer.get(page(case, "protokoll.pdf"))
    assert b"".join(kept.streaming_content).startswith(b"%PDF")


def test_anyone_computes_the_ranking_again_from_the_public_file() -> None:
    """UX B11."""
    case = given.an_awarded_competition()
    ref = case.reference.replace("/", "-")
    file = Client().get(f"/nb/konkurranser/{ref}/resultat/LOT-0001.json")
    content = b"".join(file.streaming_content)
    result = recomputation.recompute_file(content)
    assert (result.ranking_agrees, result.commitment_agrees) == (True, True)
    assert [line.tender for line in result.ranking] == ["2", "1", "3"]
    assert json.loads(content)["suppliers"]["2"] == given.SUPPLIERS[1]


def test_before_the_letters_are_sent_there_is_no_public_file() -> None:
    case = given.an_evaluated_competition()
    ref = case.reference.replace("/", "-")
    assert Client().get(f"/nb/konkurranser/{ref}/resultat/LOT-0001.json").status_code == 404


def test_a_rejected_tenderer_reads_why_at_once_and_a_winner_finds_the_contract(at) -> None:
    case = given.an_opened_competition()
    at(given.EVALUATED_AT)
    address = f"/nb/leverandor/tilbud/{case.reference.replace('/', '-')}/resultat/"
    rejecting.reject_tender(
        case.reference,
        3,
        ground="X-T2",
        reason="Leveringstiden er for lang.",
        by=case.officer,
        at=given.EVALUATED_AT,
    )
    told = text(as_(case.tenderers[2]).get(address))
    assert "Leveringstiden er for lang." in told
    assert "§ 24-8(1) b" in told
    assert "avvist" not in text(as_(case.tenderers[0]).get(address))
    given.awarded(given.evaluated(replace(case, offers=case.offers[:2])))
    at(given.AWARDED_AT)
    assert "Karens og signering" in text(as_(case.tenderers[1]).get(address))
    assert "Karens og signering" not in text(as_(case.tenderers[0]).get(address))


def test_a_tender_is_rejected_on_its_own_page_and_its_files_are_downloads(at) -> None:
    case = given.an_opened_competition(files={"Brosjyre.pdf": b"%PDF-1.7 x"})
    at(given.EVALUATED_AT)
    officer = as_(case.officer)
    file = OpenedFile.objects.get()
    got = officer.get(page(case, f"kvalifikasjon/fil/{file.pk}/"))
    assert got["Content-Disposition"].startswith("attachment")
    assert b"".join(got.streaming_content) == b"%PDF-1.7 x"
    assert officer.get(page(case, "kvalifikasjon/fil/9999/")).status_code == 404
    assert officer.get(page(case, "kvalifikasjon/9/avvis/")).status_code == 404
    address = page(case, "kvalifikasjon/1/avvis/")
    assert officer.post(address, {}).status_code == 422
    told = {"ground": "X-T2", "reason": "Stolene tåler ikke 120 kg."}
    assert "Avvist" in text(officer.post(address, told, follow=True))
    again = officer.post(address, told)
    assert again.status_code == 409
    assert as_(case.evaluators[0]).post(address, told).status_code == 403


def test_suspension_and_reversal_have_their_own_pages(at) -> None:
    case = given.an_awarded_competition()
    at(SIGNING)
    officer = as_(case.officer)
    assert officer.post(page(case, "karens/stans/"), {}).status_code == 422
    officer.post(page(case, "karens/stans/"), {"reason": "Forkynt."})
    stopped = officer.post(page(case, "karens/LOT-0001/signer/"))
    assert stopped.status_code == 409
    officer.post(page(case, "karens/opphev/"), {"reason": "Forkastet."})
    officer.post(page(case, "tildeling/omgjor/"), {"reason": "Feil i priskontrollen."})
    assert Competition.objects.get().state == State.EVALUATED


def test_no_page_of_a_case_opens_to_suppliers_the_public_or_other_buyers(at) -> None:
    case = given.an_awarded_competition()
    at(given.AWARDED_AT)
    other = given.a_person(
        given.a_buyer(9, name="Fjern kommune"), Role.PROCUREMENT_OFFICER, "Fjern"
    )
    for rest in (
        "apning/",
        "habilitet/",
        "kvalifikasjon/",
        "evaluering/",
        "evaluering/enighet/",
        "evaluering/resultat/",
        "tildeling/",
        "karens/",
        "protokoll/",
        "protokoll.pdf",
    ):
        for client in (Client(), as_(other), as_(case.tenderers[0])):
            assert client.get(page(case, rest)).status_code in {403, 404}, rest


@pytest.mark.parametrize("state", ["published", "opened", "evaluated", "awarded"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_page_answers_in_every_state_and_language(state, language, at) -> None:
    case = {
        "published": given.a_case_with_tenders,
        "opened": given.an_opened_competition,
        "evaluated": given.an_evaluated_competition,
        "awarded": given.an_awarded_competition,
    }[state]()
    at(given.AWARDED_AT)
    for actor in (case.officer, case.openers[0], case.evaluators[0]):
        client = as_(actor)
        for rest in (
            "apning/",
            "habilitet/",
            "kvalifikasjon/",
            "evaluering/",
            "evaluering/lever/",
            "evaluering/enighet/",
            "evaluering/bekreft/",
            "evaluering/resultat/",
            "evaluering/gjenapne/",
            "tildeling/",
            "tildeling/send/",
            "tildeling/omgjor/",
            "karens/",
            "karens/stans/",
            "karens/LOT-0001/signer/",
            "protokoll/",
            "protokoll.pdf",
        ):
            address = page(case, rest).replace("/nb/", f"/{language}/")
            answer = client.get(address)
            assert answer.status_code in {200, 302, 403, 409}, (rest, answer.status_code)
            if answer.status_code == 200 and rest.endswith("/"):
                assert text(answer).count("<h1") == 1


def test_confirming_twice_or_from_two_windows_changes_nothing(at) -> None:
    case = given.scored(given.an_opened_competition())
    at(given.EVALUATED_AT)
    officer = as_(case.officer)
    officer.post(page(case, "evaluering/bekreft/"))
    assert officer.post(page(case, "evaluering/bekreft/")).status_code == 409
    deciding.decide_award(
        case.reference, [given.a_decision()], by=case.officer, at=given.AWARDED_AT
    )
    at(given.AWARDED_AT)
    officer = as_(case.officer)
    assert officer.post(page(case, "tildeling/send/")).status_code == 302
    assert officer.post(page(case, "tildeling/send/")).status_code == 409
    assert LogEntry.objects.filter(deed="competition.award_letters_sent").count() == 1
    with pytest.raises(Conflict):
        evaluating.confirm_evaluation(case.reference, by=case.officer, at=given.AWARDED_AT)


def test_an_opening_officer_tries_again_to_open_what_failed(at) -> None:
    case = given.a_case_with_tenders()
    broken = TenderVersion.objects.order_by("delivered_at")[1]
    path = files.path_of(broken.sealed_id)
    sealed = path.read_bytes()
    path.unlink()
    at(given.OPENED_AT)
    for opener in case.openers:
        as_(opener).post(page(case, "apning/"), {"passphrase": given.PASSPHRASE})
    client = as_(case.openers[0])
    again = page(case, "apning/igjen/")
    assert again in text(client.get(page(case, "apning/")))
    assert again not in text(as_(case.officer).get(page(case, "apning/")))
    wrong = client.post(again, {"passphrase": "noe helt annet enn dette"})
    assert "Passordfrasen" in text(wrong)
    path.write_bytes(sealed)
    client.post(again, {"passphrase": given.PASSPHRASE})
    assert OpenedTender.objects.count() == 3
    assert again not in text(client.get(page(case, "apning/")))
    declaring.declare_impartiality(
        case.reference, has_interest=False, by=case.officer, at=given.OPENED_AT
    )
    assert "prøvde" in text(as_(case.officer).get(page(case, "protokoll/")))
