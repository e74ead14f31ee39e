"""Pages for the public and for suppliers, as they answer without JavaScript."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from anskaff.competition.models import Tender
from anskaff.competition.queries import tendering as queries
from anskaff.concepts.actor import Actor
from anskaff.parties.models import Person
from anskaff.project import clock
from tests import given

pytestmark = pytest.mark.django_db
AT = given.PUBLISHED_AT + timedelta(days=3)


@pytest.fixture(autouse=True)
def _at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


def logged_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


@pytest.fixture
def case() -> given.ACase:
    return given.a_published_competition()


@pytest.fixture
def supplier() -> Actor:
    return given.a_supplier_with_manager()


def slug(case: given.ACase) -> str:
    return case.reference.replace("/", "-")


PUBLIC_PAGES = (
    "",
    "sok/",
    "sok/?ord=stol&fase=alle",
    "hjelp/",
    "tilgjengelighet/",
    "personvern/",
    "status/",
)


@pytest.mark.parametrize("page", PUBLIC_PAGES)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_public_pages_answer_without_login(case: given.ACase, page: str, language: str) -> None:
    answer = Client().get(f"/{language}/{page}")
    assert answer.status_code == 200
    assert answer.content.count(b"<h1") == 1


def test_a_competition_can_be_read_without_login_also_as_json(case: given.ACase) -> None:
    answer = Client().get(f"/nb/konkurranser/{slug(case)}/")
    assert answer.status_code == 200
    assert "Kontormøbler" in answer.content.decode()
    twin = Client().get(f"/nb/konkurranser/{slug(case)}/?format=json").json()
    assert twin["reference"] == case.reference
    calendar = Client().get(f"/nb/konkurranser/{slug(case)}/frister.ics")
    assert b"BEGIN:VEVENT" in calendar.content


def test_a_supplier_goes_from_start_to_receipt(case: given.ACase, supplier: Actor) -> None:
    client = logged_in(supplier)
    assert client.post(f"/nb/konkurranser/{slug(case)}/tilbud/").status_code == 302
    base = f"/nb/leverandor/tilbud/{slug(case)}/"
    for page in ("", "krav/", "pris/", "filer/", "lever/", "trekk/"):
        assert client.get(base + page).status_code == 200, page
    missing = client.post(base + "lever/")
    assert missing.status_code == 422
    assert "har ingen pris" in missing.content.decode()
    assert client.post(base + "krav/", {"REQ-0001": "yes"}).status_code == 302
    wrong = client.post(base + "pris/", {"PL-0001": "mye", "PL-0002": "2 000,50"})
    assert wrong.status_code == 422
    assert "mye" in wrong.content.decode()
    assert queries.tender_of(case.reference, supplier, AT).prices == {"PL-0002": "2000.50"}
    assert client.post(base + "pris/", {"PL-0001": "1 000"}).status_code == 302
    sent = client.post(
        base + "filer/",
        {"files": [SimpleUploadedFile("a.txt", b"innhold")], "slutt": "1"},
    )
    assert sent.status_code == 302
    delivered = client.post(base + "lever/")
    assert delivered.status_code == 302
    receipt = client.get(delivered["Location"])
    assert "a.txt" in receipt.content.decode()
    again = client.post(base + "lever/")
    assert again.status_code == 302
    assert Tender.objects.get().versions.count() == 1
    assert client.get(base + "kvittering/?format=json").json()["format"] == "anskaff-receipt/1"
    assert client.get(base + "kvittering/?format=pdf").content.startswith(b"%PDF")
    assert client.get(base + "kvittering/?format=innhold").json()["prices"]["PL-0001"] == "1000"
    assert client.get("/nb/leverandor/").status_code == 200
    assert client.post(base + "trekk/").status_code == 302
    assert client.get(base).status_code == 200
    assert client.get(base + "resultat/").status_code == 200
