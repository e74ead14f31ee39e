"""«Dokumentsjekk» is open to all and keeps nothing."""

import io
import json
import re
import threading
import zipfile
from base64 import b64decode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anskaff.documents.peppol import invoice
from anskaff.documents.peppol.billing.lines import InvoiceLine
from anskaff.web.documents import check, engine
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, content

pytestmark = pytest.mark.django_db
PAGE = "/nb/dokumentsjekk/"


def sent(client, *files, page=PAGE):
    uploads = [SimpleUploadedFile(name, data, "application/xml") for name, data in files]
    return client.post(page, {"documents": uploads})


def report_in(response):
    [link] = re.findall(r'href="data:application/json;base64,([^"]+)"', response.content.decode())
    return json.loads(b64decode(link))


def test_anyone_gets_a_report_without_login(client):
    assert client.get(PAGE).status_code == 200
    response = sent(client, ("a.xml", b"<a/>"), ("b.xml", b"hei"))
    assert response.status_code == 200
    first, second = report_in(response)
    assert (first["file"], first["verdict"]) == ("a.xml", "unknown")
    assert (second["findings"][0]["code"], second["verdict"]) == ("xml-not-xml", "invalid")
    assert "0 av 2 dokumenter er gyldige" in response.content.decode()


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_report_is_in_the_language_of_the_page(client, language):
    response = sent(client, ("a.xml", b"<a/>"), page=f"/{language}/dokumentsjekk/")
    [answer] = report_in(response)
    word = {"nn": "Dokumenttypen er ukjend", "en": "The kind of document is unknown"}[language]
    assert word in answer["findings"][0]["text"]


@pytest.mark.parametrize(("language", "place"), [("nb", "linje 1"), ("en", "line 1")])
def test_the_page_names_the_line_in_its_language_and_the_report_does_not(client, language, place):
    response = sent(client, ("a.xml", b"hei"), page=f"/{language}/dokumentsjekk/")
    assert f'<code class="path">{place}</code>' in response.content.decode()
    [answer] = report_in(response)
    assert [each["where"] for each in answer["findings"]] == ["line 1"]


@pytest.mark.standards
def test_a_notice_is_recognised_and_judged(client, settings):
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    notice = content(NORWEGIAN / "national-e/INVALID-national-e2-with-wrong-procedure-currency.xml")
    response = sent(client, ("kunngjoring.xml", notice))
    [answer] = report_in(response)
    assert "Kunngjøring (eForms)" in response.content.decode()
    assert (answer["document"], answer["verdict"]) == ("eforms-notice", "invalid")
    codes = {each["code"]: each["text"] for each in answer["findings"]}
    assert codes["notice-currency"] == "Beløpet er ikke i norske kroner."


def test_an_archive_is_unpacked_in_memory(client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("inne.xml", "<a/>")
    [answer] = report_in(sent(client, ("alt.zip", packed.getvalue())))
    assert answer["file"] == "alt.zip: inne.xml"


def test_nothing_chosen_is_told_at_once(client):
    response = client.post(PAGE)
    assert response.status_code == 422
    assert "Ingen fil er valgt" in response.content.decode()


def test_too_much_is_refused_and_damaged_archives_too(client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for number in range(101):
            package.writestr(f"{number}.xml", "<a/>")
    response = sent(client, ("alt.zip", packed.getvalue()))
    assert (response.status_code, "check-too-much" in response.content.decode()) == (422, True)
    assert sent(client, ("alt.zip", packed.getvalue()[:-30])).status_code == 422
    assert sent(client, ("a.xml", b"<a>" + b" " * 21_500_000)).status_code == 413


def test_words_in_a_document_cannot_become_markup(client):
    evil = b"<a xmlns='urn:x'><b>1</b></a>"
    response = sent(client, ("<script>alert(1)</script>.xml", evil))
    assert "<script>alert" not in response.content.decode()


BILL = invoice.Invoice(customization=invoice.KNOWN.customization, number="2026-17<b>")


def bill(**values):
    return invoice.write(BILL.with_(**values))


@pytest.mark.parametrize(
    ("language", "label"), [("nb", "Les dokumentet"), ("nn", "Les dokumentet"), ("en", "Read")]
)
def test_the_document_itself_can_be_read_and_is_not_markup(client, language, label):
    html = sent(client, ("a.xml", bill()), page=f"/{language}/dokumentsjekk/").content.decode()
    shown = html.partition("data-read")[2]
    assert label in shown
    assert "<dd>2026-17&lt;b&gt;</dd>" in shown
    assert "2026-17<b>" not in html


def test_a_document_that_is_too_long_to_read_here_says_so(client):
    lines = tuple(InvoiceLine(key=str(number), note="n" * 3_000) for number in range(150))
    html = sent(client, ("a.xml", bill(lines=lines))).content.decode()
    assert "data-read" not in html
    assert "for langt til å vises her" in html


def test_more_rows_than_the_page_shows_are_counted(client):
    lines = tuple(InvoiceLine(key=str(number)) for number in range(201))
    html = sent(client, ("a.xml", bill(lines=lines))).content.decode()
    assert "Viser de første 200 av 201 rader." in html


def test_without_official_files_the_report_says_that_they_are_missing(client, settings, tmp_path):
    settings.ANSKAFF_STANDARDS = str(tmp_path)
    response = sent(client, ("a.xml", bill()))
    [answer] = report_in(response)
    assert answer["layers"]["model"] == {"ran": True}
    assert "er ikke lagt til her" in answer["layers"]["official"]["why"]
    assert "Ikke kontrollert: offisielle regler" in response.content.decode()
    assert engine.official(tmp_path).engine.workers == []


@pytest.mark.standards
def test_the_official_rules_are_asked_when_they_are_installed(client, settings):
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    right = (STANDARDS / "peppol-billing-3.0.21/examples/billing/Vat-category-S.xml").read_bytes()
    [answer] = report_in(sent(client, ("rett.xml", right)))
    assert answer["layers"]["official"] == answer["layers"]["xsd"] == {"ran": True}
    assert answer["verdict"] == "valid"


@pytest.mark.standards
def test_a_large_document_is_not_put_to_the_official_engine(client, settings, monkeypatch):
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    monkeypatch.setattr(engine, "MOST_ELEMENTS", 2)
    [answer] = report_in(sent(client, ("a.xml", bill())))
    assert "elementer" in answer["layers"]["official"]["why"]
    assert answer["layers"]["model"] == {"ran": True}


@pytest.mark.standards
def test_documents_after_the_time_set_aside_are_not_put_to_the_official_engine(
    client, settings, monkeypatch
):
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    monkeypatch.setattr(engine, "SECONDS_A_REQUEST", -1)
    [answer] = report_in(sent(client, ("a.xml", bill())))
    assert "tiden" in answer["layers"]["official"]["why"]


def test_an_address_that_asks_too_often_must_wait(client, settings):
    settings.ANSKAFF_DOCUMENT_CHECKS_PER_FIVE_MINUTES = 2
    there = {"REMOTE_ADDR": "192.0.2.7"}
    for status in (422, 422, 429):
        assert client.post(PAGE, **there).status_code == status
    assert client.get(PAGE, **there).status_code == 200
    assert client.post(PAGE, REMOTE_ADDR="192.0.2.8").status_code == 422


def test_no_more_than_a_few_checks_run_at_once(client, monkeypatch):
    monkeypatch.setattr(check, "_places", threading.BoundedSemaphore(1))
    monkeypatch.setattr(check, "WAIT_SECONDS", 0.01)
    with check._places:
        response = client.post(PAGE, {"documents": SimpleUploadedFile("a.xml", b"<a/>")})
    assert (response.status_code, response["Retry-After"]) == (503, "0.01")
    assert "check-busy" in response.content.decode()
    assert sent(client, ("a.xml", b"<a/>")).status_code == 200


def test_a_document_of_too_many_elements_is_refused_by_itself(client, monkeypatch):
    many = b"<a>" + b"<b/>" * 100_001 + b"</a>"
    first, second = report_in(sent(client, ("a.xml", many), ("b.xml", bill())))
    assert (first["verdict"], len(first["findings"])) == ("invalid", 1)
    assert second["document"] == "invoice"


def test_the_report_holds_a_bounded_number_of_findings(client):
    odd = b"<cbc:Foo/>" * 5_000 + b"</Invoice>"
    [answer] = report_in(sent(client, ("a.xml", bill().replace(b"</Invoice>", odd))))
    assert len(answer["findings"]) == 2_000
    assert answer["findings_in_all"] >= 5_000


def test_no_upload_touches_the_disk(client, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "is not there")
    assert sent(client, ("a.xml", b"<a>" + b" " * 4_000_000)).status_code == 200


@pytest.mark.standards
@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/nb/dokumentsjekk/", ("gamle TED-formatet", "eForms SDK 1.7, som ikke er installert")),
        ("/nn/dokumentsjekk/", ("gamle TED-formatet", "eForms SDK 1.7, som ikkje er installert")),
        ("/en/dokumentsjekk/", ("old TED format", "eForms SDK 1.7, which is not installed")),
    ],
)
def test_foreign_and_old_notices_are_told_apart_with_what_to_do(client, settings, page, words):
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    schema = "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"
    foreign = f"<TED_EXPORT xmlns='{schema}'/>".encode()
    old = content(NORWEGIAN / "national-e/VALID-national-e2-minimum.xml")
    old = old.replace(b"eforms-sdk-1.14", b"eforms-sdk-1.7")
    answers = report_in(sent(client, ("f.xml", foreign), ("o.xml", old), page=page))
    assert [each["verdict"] for each in answers] == ["unknown", "unknown"]
    for answer, expected in zip(answers, words, strict=True):
        assert expected in answer["findings"][0]["text"]
        assert answer["findings"][0]["cure"]


@pytest.mark.standards
def test_a_notice_can_be_read_below_its_report(client, settings):
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    notice = content(NORWEGIAN / "national-e/VALID-national-e2-minimum.xml")
    shown = sent(client, ("k.xml", notice), page="/nn/dokumentsjekk/").content.decode()
    assert "Les dokumentet" in shown
    assert "for langt" not in shown
    assert "Oppdragsgivar" in shown
