"""Whatever goes wrong, the API answers with a problem in the caller's language, never a page."""

import inspect
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from tests import given

from anskaff.api import middleware, problems
from anskaff.concepts.errors import Conflict, Forbidden, Invalid
from anskaff.concepts.finding import FindingKind
from anskaff.project import clock
from anskaff.records import queries

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/", 404, "address-unknown"),
        ("/api/v2/competitions", 404, "address-unknown"),
        ("/api/v1/", 404, "address-unknown"),
        ("/api/v1/competitions/", 404, "address-unknown"),
        ("/api/v1/competitions/2026-99", 404, "competition-not-found"),
        ("/api/v1/competitions/abc", 422, "parameter-wrong-form"),
        ("/api/v1/competitions/2026-1/documents/x", 422, "parameter-not-a-whole-number"),
        ("/api/v1/competitions/2026-1/documents/99999999999999999999", 422, "parameter-too-large"),
        ("/api/v1/competitions?limit=0", 422, "parameter-too-small"),
        ("/api/v1/competitions?limit=201", 422, "parameter-too-large"),
        ("/api/v1/competitions?phase=soon", 422, "parameter-not-a-choice"),
        ("/api/v1/competitions?due_from=i+morgen", 422, "parameter-not-a-day"),
        ("/api/v1/competitions?words=%00", 422, "parameter-wrong-form"),
        ("/api/v1/competitions?cursor=abc", 422, "cursor-unknown"),
        ("/api/v1/competitions?cursor=YWJj", 422, "cursor-unknown"),
        ("/api/v1/competitions?cursor=%C3%86", 422, "parameter-wrong-form"),
        ("/api/v1/competitions?colour=red", 422, "parameter-unknown"),
        (f"/api/v1/competitions?words={'x' * 201}", 422, "parameter-too-long"),
        ("/api/v1/changes?after=-2", 422, "parameter-too-small"),
        ("/api/v1/changes?after=one", 422, "parameter-not-a-whole-number"),
        ("/api/v1/log/entries/-1/proof", 422, "parameter-too-small"),
        ("/api/v1/log/entries/0/proof", 404, "no-such-log-entry"),
        ("/api/v1/log/entries/0/proof?size=5", 404, "no-such-log-size"),
        ("/api/v1/log/consistency?old=1", 422, "parameter-wrong"),
        ("/api/v1/log/checkpoint?size=5", 404, "no-such-log-size"),
    ],
)
def test_every_refusal_is_a_problem_with_a_code(
    client: Client, path: str, status: int, code: str
) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    assert [finding["code"] for finding in told["findings"]] == [code]


@pytest.mark.parametrize(
    ("accepts", "language", "text"),
    [
        ("nn-NO,en;q=0.5", "nn", "Adressa finst ikkje i API-et."),
        ("en-GB", "en", "The API has no such address."),
        ("nb", "nb", "Adressen finnes ikke i API-et."),
        ("fr, *;q=0.1", "nb", "Adressen finnes ikke i API-et."),
        ("", "nb", "Adressen finnes ikke i API-et."),
        ("\x7f;;;q=x", "nb", "Adressen finnes ikke i API-et."),
    ],
)
def test_words_come_in_the_callers_language(
    client: Client, accepts: str, language: str, text: str
) -> None:
    response = client.get("/api/v1/nowhere", headers={"Accept-Language": accepts})
    assert response["Content-Language"] == language
    assert response.json()["detail"] == text
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_wrong_methods_are_told_which_are_right(client: Client, method: str) -> None:
    response = getattr(client, method)(f"{API}/changes")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert response.json()["findings"][0]["code"] == "method-not-allowed"


def test_head_answers_as_get_without_a_body(client: Client) -> None:
    response = client.head(f"{API}/changes")
    assert response.status_code == 200
    assert response["ETag"] == client.get(f"{API}/changes")["ETag"]
    assert response.content == b""


def test_a_format_that_does_not_exist_is_refused(client: Client) -> None:
    response = client.get(f"{API}/changes", headers={"Accept": "application/xml"})
    assert response.status_code == 406
    assert response.json()["findings"][0]["code"] == "format-not-available"
    assert client.get(f"{API}/changes", headers={"Accept": "application/*"}).status_code == 200
    assert client.get(f"{API}/log/key", headers={"Accept": "application/json"}).status_code == 406


def test_a_large_body_is_refused_before_it_is_read(client: Client) -> None:
    response = client.generic("GET", f"{API}/changes", b"", headers={"Content-Length": str(10**9)})
    assert response.status_code == 413
    assert response.json()["findings"][0]["code"] == "request-too-large"


def test_a_host_that_is_not_ours_is_a_problem_too(client: Client) -> None:
    response = client.get(f"{API}/changes", headers={"Host": "elsewhere.example"})
    assert response.status_code == 400
    assert response.json()["findings"][0]["code"] == "request-malformed"


def test_one_address_may_ask_so_often_and_then_waits(client: Client, settings) -> None:
    cache.clear()
    settings.ANSKAFF_API_REQUESTS_PER_MINUTE = 2
    answers = [client.get(f"{API}/log/key", REMOTE_ADDR="192.0.2.1") for _ in range(3)]
    statuses = [answer.status_code for answer in answers]
    if statuses == [200, 200, 200]:
        pytest.fail("nobody counted")
    assert statuses[:2] == [200, 200]
    assert answers[2].json()["findings"][0]["code"] == "too-many-requests"
    assert 0 < int(answers[2]["Retry-After"]) <= 60
    assert client.get(f"{API}/log/key", REMOTE_ADDR="192.0.2.2").status_code == 200
    spoofed = client.get(
        f"{API}/log/key", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": "192.0.2.9"}
    )
    assert spoofed.status_code == 429


def test_a_trusted_proxy_says_who_asks(settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    cache.clear()
    settings.ANSKAFF_API_REQUESTS_PER_MINUTE = 1
    ask = middleware.ApiMiddleware(lambda _request: HttpResponse("{}"))

    def status(forwarded: str) -> int:
        request = RequestFactory().get(f"{API}/log/key", headers={"X-Forwarded-For": forwarded})
        return ask(request).status_code

    assert status("203.0.113.7, 192.0.2.1") == 200
    assert status("198.51.100.8, 192.0.2.1") == 429
    assert status("198.51.100.8, 192.0.2.2") == 200


def test_a_fault_of_ours_is_a_problem_with_a_number(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(viewer: object) -> str:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(queries, "log_key", broken)
    client.raise_request_exception = False
    response = client.get(f"{API}/log/key")
    assert response.status_code == 500
    told = response.json()
    assert told["findings"][0]["code"] == "server-error"
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize(("kind", "status"), [(Forbidden, 403), (Conflict, 409), (Invalid, 422)])
def test_refused_deeds_have_the_status_of_their_kind(kind: type, status: int) -> None:
    request = RequestFactory().get("/")
    response = problems.refused(request, kind(problems.MALFORMED.at("x")))
    assert response.status_code == status


def test_every_kind_of_problem_is_listed() -> None:
    declared = [one for _, one in inspect.getmembers(problems) if isinstance(one, FindingKind)]
    assert {one.code for one in declared} == {one.code for one in problems.FINDING_KINDS}
    assert len({one.code for one in problems.FINDING_KINDS}) == len(problems.FINDING_KINDS)


def test_an_answer_that_has_not_changed_is_not_sent_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: given.PUBLISHED_AT + timedelta(days=1))
    given.a_published_competition()
    first = client.get(f"{API}/competitions")
    etag = first["ETag"]
    assert client.get(f"{API}/competitions", headers={"If-None-Match": etag}).status_code == 304
    given.a_published_competition(serial=2)
    assert client.get(f"{API}/competitions", headers={"If-None-Match": etag}).status_code == 200


def test_pages_outside_the_api_keep_their_own_errors(client: Client) -> None:
    request: HttpRequest = client.get("/nb/finnes-ikke/").wsgi_request
    assert request.path == "/nb/finnes-ikke/"
    assert client.get("/nb/finnes-ikke/")["Content-Type"].startswith("text/html")
