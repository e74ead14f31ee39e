"""The API answers as its OpenAPI document says, whatever is asked."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from hypothesis import given as given_of
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests import given

from anskaff.api.main import api
from anskaff.competition.actions import preparing
from anskaff.competition.models import CompetitionDocument
from anskaff.project import clock

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture
def lived(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation with a competition in each public stage."""
    monkeypatch.setattr(clock, "now", lambda: given.AWARDED_AT + timedelta(days=1))
    given.an_awarded_competition(serial=1)
    given.a_case_with_tenders(serial=2)
    case = given.a_draft_case(serial=3, deadline=given.AWARDED_AT + timedelta(days=40))
    preparing.add_document(
        case.reference,
        "vilkår.txt",
        [b"Vilk\xc3\xa5r"],
        media_type="text/plain",
        by=case.officer,
        at=given.START,
    )
    given.publish(case)


def operations() -> list[str]:
    """The paths of the document, relative to the API."""
    return sorted(api.get_openapi_schema(path_prefix="/api/v1/")["paths"])


@pytest.fixture
def _connection_stays() -> Iterator[None]:
    """Requests end without closing the test's own connection, as Django's client does it."""
    for ended in (request_started, request_finished):
        ended.disconnect(close_old_connections)
    yield
    for ended in (request_started, request_finished):
        ended.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("lived", "_connection_stays")
@pytest.mark.parametrize("path", operations())
def test_no_answer_breaks_the_schema(path: str) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    operation = schema[path]["GET"]
    right = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    wrong = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @settings(
        max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given_of(case=right if not list(operation.iter_parameters()) else right | wrong)
    def every(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    every()


@pytest.mark.django_db
@pytest.mark.usefixtures("lived", "_connection_stays")
def test_what_is_there_fits_the_schema() -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    number = CompetitionDocument.objects.values_list("pk", flat=True).get()
    for path in operations():
        case = schema[path]["GET"].Case(
            path_parameters={
                "ref": "2026-3" if "/documents/{document}" in path else "2026-1",
                "document": number,
                "lot": "LOT-0001",
                "index": 3,
            },
            query={"old": 2, "new": 5} if path.endswith("consistency") else {},
        )
        assert case.call_and_validate(checks=CHECKS).status_code == 200


@pytest.mark.django_db
def test_the_document_is_openapi_3_1_and_names_every_address() -> None:
    document = api.get_openapi_schema(path_prefix="/api/v1/")
    assert document["openapi"].startswith("3.1")
    assert {path.removeprefix("/api/v1") for path in document["paths"]} == {
        "/competitions",
        "/competitions/{ref}",
        "/competitions/{ref}/documents",
        "/competitions/{ref}/documents/{document}",
        "/competitions/{ref}/questions",
        "/competitions/{ref}/award",
        "/competitions/{ref}/award/{lot}/evaluation",
        "/changes",
        "/log/checkpoint",
        "/log/key",
        "/log/entries/{index}/proof",
        "/log/consistency",
    }
    for path in document["paths"].values():
        assert set(path) == {"get"}
        assert path["get"]["description"]
