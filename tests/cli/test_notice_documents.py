"""Notices on the command line: shown to people, turned into JSON and back."""

import json
from datetime import UTC, date, datetime

import pytest

from anskaff.concepts.notice import NoticeBuyer, NoticeOrganisation, NoticeReading, Texts
from anskaff.documents import eforms
from tests.cli.conftest import Anskaff
from tests.conftest import STANDARDS
from tests.pdf_text import text_of_pdf

NOTICE = NoticeReading(
    subtype="16",
    dispatched=datetime(2026, 11, 21, 12, tzinfo=UTC),
    title=Texts({"nb": "Byggeledelse på Fjordvik skole"}),
    terminated=True,
    organisations=(NoticeOrganisation(key="ORG-0001", name=Texts({"nb": "Fjordvik kommune"})),),
    buyers=(NoticeBuyer(organisation="ORG-0001"),),
)
HERE = {"ANSKAFF_STANDARDS": str(STANDARDS)}


@pytest.fixture
def file(tmp_path):
    written = tmp_path / "kunngjøring.xml"
    written.write_bytes(eforms.write(NOTICE, date(2026, 11, 21)))
    return written


def test_a_notice_is_shown_with_its_parts_and_the_names_of_organisations(anskaff: Anskaff, file):
    shown = anskaff("show", file.name)
    assert shown.returncode == 0, shown.stderr
    assert "Byggeledelse på Fjordvik skole" in shown.stdout
    assert "Oppdragsgiver" in shown.stdout
    assert "Fjordvik kommune (ORG-0001)" in shown.stdout


@pytest.mark.standards
def test_a_notice_is_shown_in_the_official_words(anskaff: Anskaff, file):
    shown = anskaff("show", file.name, env=HERE)
    assert "Tittel: Byggeledelse på Fjordvik skole" in shown.stdout


def test_a_notice_becomes_a_page_and_a_pdf(anskaff: Anskaff, anskaff_bytes, file):
    page = anskaff("show", file.name, "--format", "html", "--language", "en")
    assert page.stdout.startswith('<!doctype html>\n<html lang="en"')
    assert "Fjordvik kommune (ORG-0001)" in page.stdout
    made = anskaff_bytes("show", file.name, "--format", "pdf")
    assert "Byggeledelse" in text_of_pdf(made.stdout)


def test_a_notice_becomes_json_and_the_json_the_same_notice(
    anskaff: Anskaff, anskaff_bytes, file, tmp_path
):
    form = anskaff("convert", file.name, "--to", "json")
    assert form.returncode == 0, form.stderr
    assert json.loads(form.stdout)["document"] == "notice"
    (tmp_path / "notice.json").write_text(form.stdout, encoding="utf-8")
    back = anskaff_bytes("convert", "notice.json", "--to", "xml")
    assert back.stdout == file.read_bytes()
    shown = anskaff("show", file.name, "--format", "json")
    assert json.loads(shown.stdout) == json.loads(form.stdout)["notice"]


def test_json_that_is_no_notice_is_told_with_its_place(anskaff: Anskaff, tmp_path):
    form = {"document": "notice", "notice": {"titel": {"nb": "Byggeledelse"}}}
    (tmp_path / "notice.json").write_text(json.dumps(form), encoding="utf-8")
    told = anskaff("convert", "notice.json", "--to", "xml")
    assert told.returncode == 1
    assert "titel" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


def test_a_broken_notice_is_told_and_not_shown(anskaff: Anskaff, file):
    file.write_bytes(file.read_bytes()[:-40])
    told = anskaff("show", file.name)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr


@pytest.mark.standards
def test_another_release_of_the_sdk_tells_what_it_says_of_a_notice(anskaff: Anskaff, file) -> None:
    data = file.read_bytes().replace(b"eforms-sdk-1.14", b"eforms-sdk-1.10")
    file.write_bytes(data)
    own = anskaff("validate", file.name, "--language", "en", env=HERE)
    assert own.returncode == 1
    assert "--part eforms-sdk-1.10" in own.stdout
    asked = ("validate", file.name, "--as-sdk", "1.14", "--json")
    [told] = json.loads(anskaff(*asked, env=HERE).stdout)
    assert told["verdict"] == "unknown"
    assert {each["severity"] for each in told["findings"]} == {"information"}
    refused = anskaff("validate", file.name, "--as-sdk", "1.3", env=HERE)
    assert refused.returncode == 2
    assert "Installert: 1.14" in refused.stderr
