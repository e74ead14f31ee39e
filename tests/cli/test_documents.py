"""Documents on the command line, as a newcomer meets them."""

import contextlib
import io
import json
import os
import pty
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from anskaff.documents.peppol import invoice
from anskaff.documents.peppol.billing.lines import InvoiceLine
from anskaff.documents.peppol.invoice import KNOWN, Invoice
from tests.cli.conftest import Anskaff
from tests.conftest import STANDARDS
from tests.pdf_text import text_of_pdf

BILL = Invoice(
    customization=KNOWN.customization,
    number="2026-17",
    issued=date(2026, 11, 21),
    currency="NOK",
)


@pytest.fixture
def file(tmp_path):
    written = tmp_path / "faktura.xml"
    written.write_bytes(invoice.write(BILL))
    return written


@pytest.mark.parametrize(
    ("language", "line"),
    [("nb", "Fakturanummer: 2026-17"), ("nn", "Fakturanummer: 2026-17")],
)
def test_a_document_is_shown_with_labels(anskaff: Anskaff, file, language, line):
    shown = anskaff("show", file.name, "--language", language)
    assert shown.returncode == 0, shown.stderr
    assert line in shown.stdout


def test_a_document_becomes_a_page_of_its_own(anskaff: Anskaff, file):
    shown = anskaff("show", file.name, "--format", "html", "--language", "en")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith('<!doctype html>\n<html lang="en"')
    assert "<dt>Invoice number</dt><dd>2026-17</dd>" in shown.stdout
    assert shown.stdout.rstrip().endswith("</html>")
    assert anskaff("show", file.name, "--as", "html", "--language", "en").stdout == shown.stdout


def test_a_document_becomes_a_tagged_pdf(anskaff_bytes, file):
    made = anskaff_bytes("show", file.name, "--format", "pdf")
    assert made.returncode == 0, made.stderr
    assert "2026-17" in text_of_pdf(made.stdout)
    with pikepdf.open(io.BytesIO(made.stdout)) as read, read.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfuaid:part"]) == ("2", "1")


def test_a_pdf_of_a_long_document_says_what_it_leaves_out(anskaff_bytes, tmp_path):
    lines = tuple(InvoiceLine(key=str(number)) for number in range(2_050))
    (tmp_path / "lang.xml").write_bytes(invoice.write(BILL.with_(lines=lines)))
    made = anskaff_bytes("show", "lang.xml", "--format", "pdf")
    assert (made.returncode, "første 2000 radene" in made.stderr.decode()) == (0, True)
    assert "Viser de første 2000 av 2050 rader." in text_of_pdf(made.stdout)


def test_a_document_goes_to_json_and_back(anskaff: Anskaff, file, tmp_path):
    form = anskaff("convert", file.name, "--to", "json")
    assert json.loads(form.stdout)["number"] == "2026-17"
    (tmp_path / "faktura.json").write_text(form.stdout)
    back = anskaff("convert", "faktura.json", "--to", "xml")
    assert invoice.read(back.stdout.encode()) == BILL
    piped = anskaff("convert", "-", "--to", "xml", typed=form.stdout)
    assert piped.stdout == back.stdout


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{", "Ikke JSON"),
        ("[]", "«document» sier hva slags dokument"),
        ('{"document": "invoice", "nummer": "1"}', "number"),
        ('{"document": "invoice", "number": "a\\u0000"}', "Kan ikke skrives"),
    ],
)
def test_json_that_does_not_fit_is_told_with_a_cure(anskaff: Anskaff, typed, told):
    answer = anskaff("convert", "-", "--to", "xml", typed=typed)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert told in answer.stderr


def test_folders_archives_and_standard_input_are_checked(anskaff: Anskaff, file, tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("inne.xml", file.read_bytes())
        package.writestr("les.txt", "hei")
    folder = tmp_path / "mappe"
    folder.mkdir()
    (folder / "alt.zip").write_bytes(packed.getvalue())
    (folder / "feil.XML").write_text("<a/>")
    answer = anskaff("validate", "mappe", "--json")
    names = [each["file"] for each in json.loads(answer.stdout)]
    assert names == ["mappe/alt.zip!inne.xml", "mappe/feil.XML"]
    typed = anskaff("validate", "-", "--json", typed="<a/>")
    [told] = json.loads(typed.stdout)
    assert (told["file"], told["verdict"], typed.returncode) == ("standard input", "unknown", 1)
    assert told["findings"][0]["severity"] == "fatal"


def test_what_cannot_be_read_or_is_empty_has_its_exit_code(anskaff: Anskaff, tmp_path):
    (tmp_path / "tom").mkdir()
    (tmp_path / "feil.zip").write_bytes(b"PK\x03\x04 hei")
    assert anskaff("validate", "tom").returncode == 2
    assert anskaff("validate", "mangler.xml").returncode == 3
    assert anskaff("show", "mangler.xml").returncode == 3
    unknown = anskaff("show", "-", typed="<a/>")
    assert (unknown.returncode, "dokumenttypen er ukjent" in unknown.stderr) == (1, True)
    assert anskaff("show", "-", typed="hei").returncode == 1


def test_an_empty_name_is_refused_and_not_taken_for_the_folder(anskaff: Anskaff, file):
    for verb in ("validate", "show"):
        answer = anskaff(verb, "")
        assert (answer.returncode, "empty" in answer.stderr, answer.stdout) == (2, True, "")


def test_a_damaged_archive_is_told_and_the_others_are_checked(anskaff: Anskaff, file, tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 hei")
    answer = anskaff("validate", "a.zip", file.name, "--json", "--layers", "wire,model,rules")
    damaged, other = json.loads(answer.stdout)
    assert (damaged["file"], damaged["verdict"]) == ("a.zip", "invalid")
    assert damaged["findings"][0]["text"] == (
        "Arkivet kan ikke pakkes ut: det er skadet eller avkortet."
    )
    assert (other["file"], other["document"]) == (file.name, "invoice")
    assert answer.returncode == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Kan ikke lese"), ("nn", "Kan ikkje lese"), ("en", "Cannot read")],
)
def test_what_is_wrong_is_told_in_the_language_asked_for(anskaff: Anskaff, language, words):
    missing = anskaff("validate", "mangler.xml", "--language", language)
    assert (missing.returncode, words in missing.stderr) == (3, True)
    other = {"nb": "Filen er ikke XML", "nn": "Fila er ikkje XML", "en": "The file is not XML"}
    shown = anskaff("show", "-", "--language", language, typed="hei")
    assert (shown.returncode, other[language] in shown.stderr) == (1, True)


def test_a_layer_that_does_not_exist_is_told_with_those_that_do(anskaff: Anskaff, file):
    answer = anskaff("validate", file.name, "--layers", "wire,skjema")
    assert (answer.returncode, "wire,xsd,model,rules,official" in answer.stderr) == (2, True)


@pytest.mark.standards
def test_the_official_rules_are_asked_when_they_are_installed(anskaff: Anskaff, tmp_path):
    billing = STANDARDS / "peppol-billing-3.0.21/examples/billing"
    right = (billing / "Vat-category-S.xml").read_bytes()
    (tmp_path / "rett.xml").write_bytes(right)
    wrong = right.replace(b"</cbc:PayableAmount>", b"1</cbc:PayableAmount>")
    (tmp_path / "feil.xml").write_bytes(wrong)
    env = {"ANSKAFF_STANDARDS": str(STANDARDS)}
    answer = anskaff("validate", "rett.xml", "feil.xml", "--json", env=env)
    good, bad = json.loads(answer.stdout)
    assert (good["verdict"], good["ruleset"]) == ("valid", "eu.peppol.bis3:invoice:2026.5")
    assert good["layers"]["xsd"] == good["layers"]["official"] == {"ran": True}
    assert bad["verdict"] == "invalid"
    assert "BR-CO-16" in {each["rule"] for each in bad["findings"]}
    assert answer.returncode == 1


def test_many_files_are_checked_on_all_cores_in_order(anskaff: Anskaff, file, tmp_path):
    folder = tmp_path / "mange"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.xml").write_bytes(file.read_bytes())
    answer = anskaff("validate", "mange", "--json", "--layers", "wire,model,rules")
    names = [each["file"] for each in json.loads(answer.stdout)]
    assert names == [f"mange/{number:02}.xml" for number in range(30)]
    assert {each["document"] for each in json.loads(answer.stdout)} == {"invoice"}


def on_a_terminal(folder, *words):
    """What a terminal of its own is told by a verb."""
    ours, theirs = pty.openpty()
    command = [Path(sys.executable).with_name("anskaff"), *words]
    env = {"PATH": os.environ["PATH"], "ANSKAFF_DATA_DIR": str(folder / "data"), "TERM": "xterm"}
    ends = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(command, cwd=folder, env=env, **ends) as running:
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):  # the other end is closed when the verb has ended
            while part := os.read(ours, 65536):
                seen += part
        running.wait(120)
    os.close(ours)
    return seen.decode()


def test_a_bar_on_a_terminal_gives_way_to_each_answer(file, tmp_path):
    for number in range(25):
        (tmp_path / f"{number:02}.xml").write_bytes(file.read_bytes())
    seen = on_a_terminal(tmp_path, "validate", ".", "--layers", "wire,model,rules")
    assert "Kontrollerer" in seen
    told = [line for line in seen.splitlines() if "24.xml" in line]
    assert told
    assert all(line.rpartition("\x1b[2K")[2].startswith("24.xml:") for line in told)
