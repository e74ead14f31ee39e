"""The API tells what anyone may know of competitions, exactly, and nothing else."""

import json
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests import given
from tests.conftest import STANDARDS

from anskaff.calculations import recomputation
from anskaff.competition.actions import preparing, questions
from anskaff.project import clock

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture(autouse=True)
def _in_august(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doors live on the day after publishing."""
    monkeypatch.setattr(clock, "now", lambda: given.PUBLISHED_AT + timedelta(days=1))


def got(client: Client, path: str, **query: Any) -> Any:
    response = client.get(f"{API}{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


def ref_of(reference: str) -> str:
    return reference.replace("/", "-")


def pages(client: Client, **query: Any) -> Iterator[dict[str, Any]]:
    page = got(client, "/competitions", **query)
    yield from page["items"]
    while page["next"]:
        page = got(client, "/competitions", cursor=page["next"], **query)
        yield from page["items"]


def test_amounts_are_exact_texts_and_times_are_utc(client: Client) -> None:
    case = given.a_published_competition()
    found = got(client, f"/competitions/{ref_of(case.reference)}")
    assert found["estimated_value_nok"] == "4200000.00"
    assert found["deadline"] == "2026-09-15T10:00:00Z"
    assert found["phase"] == "open"
    assert [one["weight_percent"] for one in found["criteria"]] == ["40.0000", "30.0000", "30.0000"]
    assert {one["quantity"] for one in found["prices"]} == {"100.0000", "20.0000"}
    assert found["requirements"][0]["text"] == "Stolene skal tåle 120 kg."


def test_drafts_are_not_there(client: Client) -> None:
    draft = given.a_draft_case()
    assert got(client, "/competitions")["items"] == []
    response = client.get(f"{API}/competitions/{ref_of(draft.reference)}")
    assert response.status_code == 404
    assert response.json()["findings"][0]["code"] == "competition-not-found"


def test_pages_of_one_hold_everything_once_though_more_is_published_meanwhile(
    client: Client,
) -> None:
    first = [given.a_published_competition(serial=serial).reference for serial in (1, 2, 3)]
    read = pages(client, limit=1)
    seen = [next(read)["reference"]]
    given.a_published_competition(serial=4)
    seen += [one["reference"] for one in read]
    assert sorted(seen) == sorted(first)


def test_filters_are_those_of_the_search_page(client: Client) -> None:
    skis = given.a_published_competition(title="Langrennsski", serial=1)
    given.a_published_competition(title="Skøyter", serial=2)

    def found(**query: Any) -> list[str]:
        return [one["reference"] for one in pages(client, **query)]

    assert found(words="LANGRENN") == [skis.reference]
    assert found(words="finnes ikke") == []
    assert found(buyer=given.organisation_number(1)) == [skis.reference]
    assert len(found(cpv="391", place="no06", phase="open")) == 2
    assert len(found(due_from="2026-09-15", due_to="2026-09-15")) == 2
    assert found(due_from="2026-09-16") == []
    assert found(phase="awarded") == []


@pytest.mark.standards
def test_codes_come_with_names_when_they_are_installed(
    client: Client, settings: LazySettings
) -> None:
    skis = given.a_published_competition(title="Langrennsski", serial=1)
    address = f"/api/v1/competitions/{skis.reference.replace('/', '-')}"
    assert client.get(address).json()["cpv_name"] is None
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    told = client.get(address).json()
    assert told["cpv_name"]["en"] == "Office furniture"
    assert told["place_name"]["nb"].startswith("Trøndelag")
    assert next(iter(pages(client)))["cpv_name"] == told["cpv_name"]
    assert [one["reference"] for one in pages(client, cpv="39000000")] == [skis.reference]


def test_a_document_comes_with_its_hash_and_is_asked_for_once(client: Client) -> None:
    case = given.a_draft_case()
    preparing.add_document(
        case.reference,
        "grunnlag æøå.txt",
        [b"Konkurransegrunnlag"],
        media_type="text/plain",
        by=case.officer,
        at=given.START,
    )
    given.publish(case)
    path = f"/competitions/{ref_of(case.reference)}/documents"
    (line,) = got(client, path)["items"]
    response = client.get(f"{API}{path}/{line['id']}")
    content = b"".join(response.streaming_content)  # type: ignore[arg-type]
    assert content == b"Konkurransegrunnlag"
    assert sha256(content).hexdigest() == line["sha256"]
    assert len(content) == line["size_bytes"] == int(response["Content-Length"])
    etag = response["ETag"]
    again = client.get(f"{API}{path}/{line['id']}", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert client.get(f"{API}{path}/{line['id'] + 1}").status_code == 404


def test_questions_are_told_when_answered_and_never_who_asked(client: Client) -> None:
    case = given.a_published_competition()
    supplier = given.a_supplier_with_manager()
    path = f"/competitions/{ref_of(case.reference)}/questions"
    at = given.PUBLISHED_AT + timedelta(hours=1)
    number = questions.ask_question(
        case.reference, text="Gjelder det Fjellvatn?", by=supplier, at=at
    )
    assert got(client, path)["items"] == []
    questions.answer_question(
        number, public_text="Kan stolene være grå?", answer="Ja.", by=case.officer, at=at
    )
    assert got(client, path)["items"] == [
        {"text": "Kan stolene være grå?", "answer": "Ja.", "answered_at": "2026-08-04T09:00:00Z"}
    ]


def test_the_award_is_there_after_the_letters_and_recomputes(client: Client) -> None:
    case = given.an_evaluated_competition()
    path = f"/competitions/{ref_of(case.reference)}/award"
    before = client.get(f"{API}{path}")
    assert before.status_code == 404
    assert before.json()["findings"][0]["code"] == "no-award-result"
    assert client.get(f"{API}{path}/LOT-0001/evaluation").status_code == 404
    given.awarded(case)
    (lot,) = got(client, path)["lots"]
    assert lot["winner"]["name"] == given.SUPPLIERS[1]
    assert lot["value_nok"] == "12000000.00"
    file = client.get(lot["evaluation"])
    result = recomputation.recompute_file(file.content)
    assert result.ranking_agrees
    assert result.commitment_agrees
    assert result.ranking[0].tender == "2"
    assert client.get(f"{API}{path}/LOT-0009/evaluation").status_code == 404


def test_before_opening_no_answer_differs_when_someone_has_tendered(client: Client) -> None:
    case = given.a_published_competition()
    ref = ref_of(case.reference)
    paths = [
        "/competitions",
        *(f"/competitions/{ref}{rest}" for rest in ("", "/documents", "/questions", "/award")),
        f"/competitions/{ref}/award/LOT-0001/evaluation",
        "/changes",
    ]
    before = [client.get(f"{API}{path}").content for path in paths]
    supplier = given.a_supplier_with_manager(name="Havdal Kontor AS")
    given.a_delivered_tender(case.reference, supplier)
    after = [client.get(f"{API}{path}").content for path in paths]
    assert before == after
    everything = json.dumps([each.decode() for each in after])
    assert "Havdal" not in everything
    assert given.organisation_number(101) not in everything
