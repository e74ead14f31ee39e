"""Pages for the public and for suppliers, as they answer without JavaScript."""

import io
import re
from datetime import timedelta
from hashlib import sha256

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.client import encode_multipart
from django.test.utils import CaptureQueriesContext

from anskaff.competition.models import Question, Tender
from anskaff.competition.queries import tendering as queries
from anskaff.concepts.actor import Actor
from anskaff.parties.models import Person
from anskaff.project import clock
from anskaff.records.models import LogEntry
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
    """UX P1, S1."""
    answer = Client().get(f"/nb/konkurranser/{slug(case)}/")
    assert answer.status_code == 200
    assert "Kontormøbler" in answer.content.decode()
    twin = Client().get(f"/nb/konkurranser/{slug(case)}/?format=json").json()
    assert twin["reference"] == case.reference
    assert twin["procedure_label"] == "Åpen anbudskonkurranse"
    assert twin["contract_kind_label"]
    assert twin["criteria"][0]["kind_label"].startswith("Pris")
    assert {one["answer_label"] for one in twin["asked"]["requirements"]} >= {"Ja eller nei"}
    assert "39130000" in twin["cpv_label"]
    hit = Client().get("/nb/sok/?format=json&fase=alle").json()["lines"][0]
    assert hit["phase_label"]
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


@pytest.fixture
def base(case: given.ACase, supplier: Actor) -> str:
    logged_in(supplier).post(f"/nb/konkurranser/{slug(case)}/tilbud/")
    return f"/nb/leverandor/tilbud/{slug(case)}/"


def test_the_price_sheet_goes_down_and_up_and_each_bad_cell_is_named(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    client = logged_in(supplier)
    written = client.get(base + "pris/prisskjema.xlsx").content
    book = openpyxl.load_workbook(io.BytesIO(written))
    sheet = book.worksheets[0]
    sheet["F5"] = 1234.5
    sheet["F6"] = "ti kroner"
    content = io.BytesIO()
    book.save(content)
    file = SimpleUploadedFile("pris.xlsx", content.getvalue())
    answer = client.post(base + "pris/regneark/", {"sheet": file})
    assert answer.status_code == 422
    assert "rad 6, kolonne F" in answer.content.decode()
    assert queries.tender_of(case.reference, supplier, AT).prices == {"PL-0001": "1234.5"}


@pytest.mark.parametrize("content", [b"", b"hei", b"PK\x03\x04" + bytes(50)])
def test_a_file_that_is_no_price_sheet_changes_nothing(
    case: given.ACase, supplier: Actor, base: str, content: bytes
) -> None:
    file = SimpleUploadedFile("pris.xlsx", content)
    answer = logged_in(supplier).post(base + "pris/regneark/", {"sheet": file})
    assert answer.status_code == 422
    assert logged_in(supplier).post(base + "pris/regneark/").status_code == 422
    assert queries.tender_of(case.reference, supplier, AT).prices == {}


def test_autosave_answers_with_the_time_and_keeps_what_is_right(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    client = logged_in(supplier)
    saved = client.post(base + "pris/", {"PL-0001": "5"}, headers={"HX-Request": "true"})
    assert saved.status_code == 200
    assert "Utkast lagret kl." in saved.content.decode().replace("\xa0", " ")
    wrong = client.post(
        base + "pris/", {"PL-0001": "x", "PL-0002": "6"}, headers={"HX-Request": "true"}
    )
    assert wrong.status_code == 422
    assert queries.tender_of(case.reference, supplier, AT).prices == {
        "PL-0001": "5",
        "PL-0002": "6",
    }


def test_files_from_a_form_are_encrypted_and_bad_ones_named(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    client = logged_in(supplier)
    large = b"stort innhold " * 200_000
    answer = client.post(
        base + "filer/",
        {
            "requirement": "REQ-0002",
            "files": [
                SimpleUploadedFile("stor.txt", large),
                SimpleUploadedFile("tom.txt", b""),
                SimpleUploadedFile("virus.exe", b"MZ"),
                SimpleUploadedFile("feil.pdf", b"ikke pdf"),
            ],
            "slutt": "1",
        },
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert ">Filen «tom.txt» er tom." in page
    assert "virus.exe: Filer som slutter på" in page
    assert "feil.pdf: Innholdet er ikke" in page
    (kept,) = queries.tender_of(case.reference, supplier, AT).files
    assert (kept.name, kept.size, kept.requirement) == ("stor.txt", len(large), "REQ-0002")
    assert kept.sha256 == sha256(large).hexdigest()


def test_a_cut_form_leaves_no_file(case: given.ACase, supplier: Actor, base: str) -> None:
    client = logged_in(supplier)
    answer = client.post(base + "filer/", {"files": [SimpleUploadedFile("a.txt", b"abc")]})
    assert answer.status_code == 422
    assert client.post(base + "filer/", {"slutt": "1"}).status_code == 422
    assert queries.tender_of(case.reference, supplier, AT).files == ()


def test_no_file_is_begun_before_the_forms_token_is_known_to_be_right(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        Person.objects.get(pk=supplier.person),
        "allauth.account.auth_backends.AuthenticationBackend",
    )
    page = client.get(base + "filer/").content.decode()
    (token, *_) = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    logged = LogEntry.objects.count()

    def send(page: str, *fields: tuple[str, object]) -> int:
        return client.post(base + page, dict(fields)).status_code

    key = ("csrfmiddlewaretoken", token)
    whole = ("slutt", "1")
    for page, name in (("filer/", "files"), ("pris/regneark/", "sheet")):
        for rest in ((), (("csrfmiddlewaretoken", "a" * 64),)):
            sent = SimpleUploadedFile("a.txt", b"abc" * 100_000)
            assert send(page, *rest, (name, sent), whole) == 403
    assert send("filer/", ("files", SimpleUploadedFile("a.txt", b"abc")), whole, key) == 403
    assert LogEntry.objects.count() == logged
    assert queries.tender_of(case.reference, supplier, AT).files == ()

    large = SimpleUploadedFile("a.txt", b"abc" * 800_000)
    assert send("filer/", key, ("files", large), whole) == 302
    (kept,) = queries.tender_of(case.reference, supplier, AT).files
    assert kept.sha256 == sha256(b"abc" * 800_000).hexdigest()


def test_files_on_a_line_that_breaks_are_asked_for_again(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    class Breaking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 100_000:
                raise OSError("the line broke")
            return super().read(size)

    content = encode_multipart(
        "grense", {"files": SimpleUploadedFile("a.txt", b"abc" * 800_000), "slutt": "1"}
    )
    answer = logged_in(supplier).generic(
        "POST",
        base + "filer/",
        content_type="multipart/form-data; boundary=grense",
        **{"wsgi.input": Breaking(content), "CONTENT_LENGTH": str(len(content))},  # type: ignore[arg-type]
    )
    assert answer.status_code == 422
    assert "Forbindelsen ble brutt. Send filene på nytt." in answer.content.decode()
    assert queries.tender_of(case.reference, supplier, AT).files == ()


def test_a_script_sends_pieces_and_goes_on_where_it_stopped(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    client = logged_in(supplier)
    begun = client.post(base + "filer/ny/", {"name": "a.txt", "size": "1048579"})
    assert begun.status_code == 201
    place = f"{base}filer/{begun.json()['key']}/"

    def piece(offset: int, content: bytes) -> HttpResponse:
        return client.post(
            f"{place}bit/?offset={offset}", content, content_type="application/octet-stream"
        )

    assert piece(0, b"a" * 1048576).json() == {"received": 1048576}
    assert piece(0, b"a" * 1048576).status_code == 409
    assert piece(1048576, b"").status_code == 422
    assert client.get(place).json() == {"received": 1048576, "complete": False}
    assert client.post(place + "ferdig/").status_code == 409
    assert piece(1048576, b"abc").json() == {"received": 1048579}
    assert client.post(place + "ferdig/").json()["check"] == "not-run"
    assert client.post(place + "fjern/").status_code == 302
    assert client.post(place + "fjern/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 422),
        ({"name": "a.txt", "size": "-1"}, 422),
        ({"name": "a.txt", "size": "mye"}, 422),
        ({"name": "a.exe", "size": "1"}, 422),
        ({"name": "a.txt", "size": "1", "requirement": "REQ-99"}, 422),
        ({"name": "a.txt", "size": "1", "requirement": "REQ\x00"}, 422),
    ],
)
def test_a_bad_beginning_of_an_upload_is_refused_in_json(
    supplier: Actor, base: str, sent: dict[str, str], status: int
) -> None:
    answer = logged_in(supplier).post(base + "filer/ny/", sent)
    assert answer.status_code == status
    assert answer.json()["findings"][0]["text"]


def test_a_piece_that_is_too_large_is_refused_unread(supplier: Actor, base: str) -> None:
    client = logged_in(supplier)
    begun = client.post(base + "filer/ny/", {"name": "a.txt", "size": str(40 * 1024 * 1024)})
    answer = client.post(
        f"{base}filer/{begun.json()['key']}/bit/?offset=0",
        b"a" * (17 * 1024 * 1024),
        content_type="application/octet-stream",
    )
    assert answer.status_code == 413


PAGES = ("", "krav/", "pris/", "filer/", "lever/", "kvittering/", "trekk/", "resultat/")


@pytest.mark.parametrize("page", PAGES)
def test_a_tender_is_hidden_from_everyone_else(
    case: given.ACase, supplier: Actor, base: str, page: str
) -> None:
    other = given.a_supplier_with_manager(102, name="Annen AS")
    for stranger in (other, case.officer, case.openers[0]):
        assert logged_in(stranger).get(base + page).status_code == 404
    assert Client().get(base + page).status_code == 403


def test_late_delivery_is_refused_with_the_time(
    case: given.ACase, supplier: Actor, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = logged_in(supplier)
    client.post(base + "krav/", {"REQ-0001": "yes"})
    client.post(base + "pris/", {"PL-0001": "1", "PL-0002": "1"})
    monkeypatch.setattr(clock, "now", lambda: given.DEADLINE + timedelta(seconds=1))
    answer = client.post(base + "lever/")
    assert answer.status_code == 409
    assert "12:00:01" in answer.content.decode()
    assert 'value="1"' in client.get(base + "pris/").content.decode()
    assert client.post(base + "pris/", {"PL-0001": "2"}).status_code == 409
    assert client.post(base + "filer/", {"slutt": "1"}).status_code == 409


def test_the_same_delivery_form_sent_twice_gives_one_version(
    case: given.ACase, supplier: Actor, base: str
) -> None:
    client = logged_in(supplier)
    client.post(base + "krav/", {"REQ-0001": "yes"})
    client.post(base + "pris/", {"PL-0001": "1", "PL-0002": "1"})
    for _ in range(2):
        assert client.post(base + "lever/", {"once": "abc"}).status_code == 302
    assert Tender.objects.get().versions.count() == 1


def test_a_question_is_asked_and_answered_in_the_browser(
    case: given.ACase, supplier: Actor
) -> None:
    client = logged_in(supplier)
    page = f"/nb/konkurranser/{slug(case)}/"
    assert client.post(page + "sporsmal/", {"text": ""}).status_code == 422
    assert client.post(page + "sporsmal/", {"text": "Kan den være grønn?"}).status_code == 302
    assert "Kan den være grønn?" in client.get(page).content.decode()
    assert "Kan den være grønn?" not in Client().get(page).content.decode()
    officer = logged_in(case.officer)
    own = f"/nb/innkjop/{slug(case)}/sporsmal/"
    shown = officer.get(own).content.decode()
    assert "Kan den være grønn?" in shown
    assert "Fjellvatn" not in shown
    question = Question.objects.get().pk
    assert officer.post(own, {"question": question, "answer": ""}).status_code == 422
    sent = {"question": question, "public_text": "Kan den være grønn?", "answer": "Ja."}
    assert officer.post(own, sent).status_code == 302
    assert "Ja." in Client().get(page).content.decode()
    assert client.get(own).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "konkurranser/2026-99999/",
        "konkurranser/tull/",
        "konkurranser/2026-99999/dokumenter/",
        "konkurranser/2026-99999/dokumenter/1/",
        "konkurranser/2026-99999/frister.ics",
    ],
)
def test_what_is_not_there_is_not_found(address: str) -> None:
    assert Client().get(f"/nb/{address}").status_code == 404


def test_a_draft_case_is_not_public() -> None:
    draft = given.a_draft_case(serial=5)
    assert Client().get(f"/nb/konkurranser/{slug(draft)}/").status_code == 404
    assert draft.reference not in Client().get("/nb/sok/?fase=alle").content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", True),
        ("ord=kontormøbler+nordvik", True),
        ("ord=bru", False),
        ("cpv=39", True),
        ("cpv=45", False),
        ("kjoper=Nordvik", True),
        ("kjoper=Sørvik", False),
        ("sted=no06", True),
        ("sted=NO08", False),
        ("frist_fra=15.09.2026&frist_til=2026-09-15", True),
        ("frist_fra=160926", False),
        ("fase=awarded", False),
        ("fase=alle", True),
        ("side=999", True),
        ("side=tull&antall=7&sorter=tull&fase=tull", True),
        ("frist_fra=i+morgen", True),
        ("ord=%00", True),
        ("ord=%27%22%3Cscript%3E", False),
        ("cpv=%2A%2A", True),
    ],
)
def test_search_filters_and_bears_nonsense(case: given.ACase, asked: str, found: bool) -> None:
    answer = Client().get(f"/nb/sok/?{asked}")
    assert answer.status_code == 200
    assert (case.reference in answer.content.decode()) is found


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_hits_can_be_taken_away(case: given.ACase, kind: str) -> None:
    """UX G11."""
    answer = Client().get(f"/nb/sok/?format={kind}")
    assert answer.status_code == 200
    if kind != "xlsx":
        assert case.reference in answer.content.decode()


def test_search_asks_the_database_as_often_for_many_as_for_one(
    case: given.ACase,
) -> None:
    with CaptureQueriesContext(connection) as one:
        Client().get("/nb/sok/")
    for serial in range(2, 5):
        given.a_published_competition(serial=serial)
    with CaptureQueriesContext(connection) as many:
        Client().get("/nb/sok/")
    assert len(many) == len(one)
