"""«Dokumentsjekk» is open to all and keeps nothing."""

import io
import json
import re
import zipfile
from base64 import b64decode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

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
    assert sent(client, ("a.xml", b"<a>" + b" " * 21_000_000)).status_code == 422


def test_words_in_a_document_cannot_become_markup(client):
    evil = b"<a xmlns='urn:x'><b>1</b></a>"
    response = sent(client, ("<script>alert(1)</script>.xml", evil))
    assert "<script>alert" not in response.content.decode()
