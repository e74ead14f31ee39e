"""Whatever is sent for a document gives findings with a cure, in little memory."""

import json
import os
import resource
import subprocess
import sys
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from anskaff.documents.peppol import invoice, message_level_status
from anskaff.documents.peppol.billing.totals import Totals
from anskaff.documents.peppol.invoice import KNOWN, Invoice
from anskaff.documents.peppol.message_level_status import MessageLevelStatus
from anskaff.documents.ubl.values import Amount
from tests.cli.conftest import KEPT, Anskaff

MOST_MEMORY = 1_500_000_000
GIGABYTE = 1_000_000_000
BILL = invoice.write(
    Invoice(
        customization=KNOWN.customization,
        number="2026-17",
        issued=date(2026, 11, 21),
        currency="NOK",
        totals=Totals(payable=Amount(Decimal(125), "NOK")),
    )
).decode()
STATUS = message_level_status.write(
    MessageLevelStatus(
        customization=message_level_status.KNOWN.customization,
        number="1",
        issued=date(2026, 11, 21),
        issued_at=time(12, 0),
    )
).decode()
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
PAYABLE = "cac:LegalMonetaryTotal/cbc:PayableAmount"


def changed(old: str, new: str, document: str = BILL) -> bytes:
    assert old in document
    return document.replace(old, new).encode()


def attached(size: int) -> bytes:
    file = (
        "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
        '<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">'
        + "QUJD" * (size // 4)
        + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
    )
    return changed("<cac:LegalMonetaryTotal>", f"{file}<cac:LegalMonetaryTotal>")


BAD = {
    "not XML": (lambda: b"hei", "xml-not-xml", "line 1"),
    "nothing": (lambda: b"", "xml-not-xml", "line 1"),
    "Latin-1 that is called UTF-8": (
        lambda: changed("2026-17", "blåbær").decode().encode("latin-1"),
        "xml-encoding",
        "line",
    ),
    "document type and entities": (
        lambda: changed("<Invoice", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><Invoice'),
        "xml-document-type",
        "line",
    ),
    "a gigabyte": (None, "xml-too-big", ""),
    "depth 10 000": (lambda: b"<a>" * 10_000 + b"</a>" * 10_000, "xml-too-much", "line"),
    "a million attributes": (
        lambda: b"<a " + b" ".join(b'a%d=""' % n for n in range(1_000_000)) + b"/>",
        "xml-too-much",
        "line 1",
    ),
    "another root": (
        lambda: changed("Invoice", "Order").replace(b"Order-2", b"Invoice-2"),
        "document-other-root",
        "Order",
    ),
    "another namespace": (
        lambda: changed("CommonBasicComponents-2", "CommonBasicComponents-1"),
        "document-other-namespace",
        "CustomizationID",
    ),
    "two documents": (lambda: BILL.encode() + BILL.encode()[38:], "xml-more-than-one", "line"),
    "an ampersand": (lambda: changed("2026-17", "Olsen & co"), "xml-ampersand", "line"),
    "a PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "xml-not-xml", "line 1"),
    "unknown customization": (
        lambda: changed(KNOWN.customization, "urn:x"),
        "document-unknown",
        "cbc:CustomizationID",
    ),
    "no customization": (
        lambda: changed(KNOWN.customization, ""),
        "document-unknown",
        "cbc:CustomizationID",
    ),
    "mixed namespaces": (
        lambda: changed(CAC, "urn:x"),
        "document-element-unknown",
        "LegalMonetaryTotal",
    ),
    "an attachment of 100 MB": (lambda: attached(100_000_000), "xml-too-much", "line"),
    "NaN": (lambda: changed(">125<", ">NaN<"), "document-value-unreadable", PAYABLE),
    "an exponent": (lambda: changed(">125<", ">1.25E2<"), "document-value-unreadable", PAYABLE),
    "infinity": (lambda: changed(">125<", ">INF<"), "document-value-unreadable", PAYABLE),
    "a comma": (lambda: changed(">125<", ">125,00<"), "document-value-unreadable", PAYABLE),
    "no date": (
        lambda: changed("2026-11-21", "21.11.2026"),
        "document-value-unreadable",
        "cbc:IssueDate",
    ),
    "a date with a zone": (
        lambda: changed("2026-11-21", "2026-11-21+01:00", STATUS),
        "sch-mls-04",
        "cbc:IssueDate",
    ),
    "a duplicate element": (
        lambda: changed("<cbc:ID>2026-17</cbc:ID>", "<cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>"),
        "document-term-repeated",
        "cbc:ID",
    ),
    "an empty element": (lambda: changed("2026-17", ""), "peppol-en16931-r008", "cbc:ID"),
    "a null character": (lambda: changed("2026-17", "\0"), "xml-malformed", "line"),
}  # fmt: skip
"""What is sent, the finding that must be among those, and what its place begins with."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What one process, with little memory, says of all of them."""
    folder = tmp_path_factory.mktemp("bad")
    names = {}
    for at, (name, (made, _, _)) in enumerate(BAD.items()):
        file = folder / f"{at:02}.xml"
        names[str(file)] = name
        if made is not None:
            file.write_bytes(made())
            continue
        with file.open("wb") as stream:  # a file full of nothing takes no room on the disk
            stream.write(b"<a>")
            stream.truncate(GIGABYTE)
    told = {}
    listed = sorted(names)
    for several in (listed[:12], listed[12:]):
        answer = run("validate", "--json", "--layers", "wire,model,rules", *several)
        assert "Traceback" not in answer.stderr
        assert answer.returncode == 1, answer.stderr
        told |= {names[each["file"]]: each for each in json.loads(answer.stdout)}
    return told


def run(*words: str, typed: Path | None = None) -> subprocess.CompletedProcess[str]:
    limit = (MOST_MEMORY, MOST_MEMORY)
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    with (typed or Path(os.devnull)).open("rb") as stream:
        return subprocess.run(
            [Path(sys.executable).with_name("anskaff"), *words],
            stdin=stream,
            env=kept,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, limit),
        )


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_told_with_place_and_cure(name, answers):
    _, code, place = BAD[name]
    answer = answers[name]
    found = [each for each in answer["findings"] if each["code"] == code]
    assert found, [each["code"] for each in answer["findings"]]
    assert found[0]["where"].startswith(place)
    assert found[0]["text"]
    assert found[0]["cure"]
    assert answer["verdict"] in {"invalid", "unknown"}


def test_a_gigabyte_on_standard_input_is_refused_too(tmp_path):
    file = tmp_path / "big"
    with file.open("wb") as stream:
        stream.write(b"<a>")
        stream.truncate(GIGABYTE)
    answer = run("validate", "--json", "--layers", "wire", "-", typed=file)
    assert (answer.returncode, answer.stderr) == (1, "")
    [told] = json.loads(answer.stdout)
    assert [each["code"] for each in told["findings"]] == ["xml-too-big"]


def test_comments_and_processing_instructions_change_nothing(anskaff: Anskaff, tmp_path):
    (tmp_path / "a.xml").write_text(BILL)
    inside = "<?a b?><!-- c --><cbc:ID>2026<!-- d -->-<?e f?>17</cbc:ID><?g h?>"
    (tmp_path / "b.xml").write_bytes(changed("<cbc:ID>2026-17</cbc:ID>", inside))
    plain, adorned = (
        json.loads(anskaff("validate", name, "--json", "--layers", "wire,model,rules").stdout)[0]
        for name in ("a.xml", "b.xml")
    )
    assert plain.pop("file") != adorned.pop("file")
    assert plain == adorned


def test_json_that_is_deep_as_a_well_is_refused(anskaff: Anskaff):
    answer = anskaff("convert", "-", "--to", "xml", typed="[" * 100_000)
    assert (answer.returncode, "Traceback" in answer.stderr) == (1, False)
    assert "Ikke JSON" in answer.stderr


@pytest.mark.parametrize(
    ("language", "place"), [("nb", "linje 2"), ("nn", "linje 2"), ("en", "line 2")]
)
def test_people_read_the_place_in_their_language_and_programs_always_the_same(
    anskaff: Anskaff, tmp_path, language, place
):
    (tmp_path / "a.xml").write_text("<a>\n</b>")
    asked = ("validate", "--layers", "wire", "--language", language, str(tmp_path / "a.xml"))
    told = anskaff(*asked)
    assert f" {place}: " in told.stdout
    [answer] = json.loads(anskaff(*asked, "--json").stdout)
    assert [each["where"] for each in answer["findings"]] == ["line 2"]
