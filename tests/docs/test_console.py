"""Every `anskaff` command that the documents show is run, with files that real deeds made.

A block whose first line is ```` ```console exit=1 ```` shows commands that end with that code.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from pathlib import Path

import pytest

from anskaff.competition.queries import published_results
from anskaff.concepts.actor import PUBLIC
from anskaff.documents.peppol import invoice
from anskaff.records import queries
from anskaff.records.models import LogEntry
from tests import given
from tests.conftest import PROJECT_ROOT, STANDARDS

DOCUMENTS = [PROJECT_ROOT / "README.md", *sorted((PROJECT_ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console(?: exit=(\d))?\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEVER_ENDING = {"up", "serve", "work"}
ANSKAFF = Path(sys.executable).with_name("anskaff")
PASSWORD = "riktig hest batteri stift\n"


@dataclass(frozen=True)
class Shown:
    """A command that a document shows; `code` is the exit code that it must end with."""

    document: str
    line: str
    code: int

    def __str__(self) -> str:
        return f"{self.document}: {self.line}"


def shown_in(document: Path) -> Iterator[Shown]:
    for block in BLOCK.finditer(document.read_text()):
        for line in block[2].splitlines():
            if line.startswith("$ "):
                name = str(document.relative_to(PROJECT_ROOT))
                yield Shown(document=name, line=line[2:], code=int(block[1] or 0))


SHOWN = [one for document in DOCUMENTS for one in shown_in(document)]


@pytest.fixture
def folder(db: None, tmp_path: Path) -> Path:
    """A folder with the files that the documents talk about, and an installation in `data`."""
    case = given.an_awarded_competition()
    told = published_results.recomputation_file(case.reference, "LOT-0001", PUBLIC)
    (tmp_path / "evaluation.json").write_bytes(told)
    supplier = case.tenderers[0]
    delivered = LogEntry.objects.get(
        deed="competition.tender_delivered", organisation=supplier.organisation
    )
    at = given.AWARDED_AT + timedelta(days=1)
    receipt = queries.receipt(delivered.index, supplier, at=at)
    (tmp_path / "receipt.json").write_bytes(receipt)
    (tmp_path / "damaged.json").write_bytes(receipt.replace(b"tender_delivered", b"tender_dropped"))
    (tmp_path / "checkpoint.txt").write_text(queries.checkpoint(PUBLIC, at))
    bill = invoice.Invoice(customization=invoice.KNOWN.customization, number="2026-17")
    (tmp_path / "invoice.xml").write_bytes(invoice.write(bill))
    facts = '{"kind": "services", "buyer": "other", "value": "2600000", "on": "2026-11-18"}'
    (tmp_path / "case.json").write_text(facts)
    changes = ', "changes": [{"ground": "small", "amount": "25000"}]}'
    (tmp_path / "contract.json").write_text(facts.removesuffix("}") + changes)
    for notice in sorted((STANDARDS / "real-notices").glob("*/*.xml"))[:1]:
        shutil.copy(notice, tmp_path / "notice.xml")
    return tmp_path


def anskaff(
    folder: Path, *words: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANSKAFF_")}
    return subprocess.run(
        [ANSKAFF, *words],
        cwd=folder,
        env={**kept, "ANSKAFF_DATA_DIR": str(folder / "data"), **(env or {})},
        input=PASSWORD,
        capture_output=True,
        text=True,
        errors="replace",  # a PDF is no text
        timeout=120,
        check=False,
    )


def installed(folder: Path) -> None:
    """A new installation with one buyer, and an officer who can own drafts."""
    number = given.organisation_number(77)
    person = ("person", "add", "kari@example.org", "Kari", number, "procurement-officer")
    for words in (
        ("setup",),
        ("organisation", "add", number, "Nordvik kommune", "--buyer", "other"),
        person,
    ):
        assert anskaff(folder, *words).returncode == 0


def test_the_documents_show_commands() -> None:
    assert any(one.line.startswith("anskaff verify ") for one in SHOWN)
    assert any(one.line == "./run" for one in SHOWN)


@pytest.mark.parametrize("shown", [one for one in SHOWN if "anskaff" not in one.line], ids=str)
def test_other_commands_exist(shown: Shown) -> None:
    words = [word for word in shlex.split(shown.line) if not re.fullmatch(r"[A-Z_]+=.*", word)]
    if words and words[0] != "export":
        assert shutil.which(words[0]) or os.access(PROJECT_ROOT / words[0], os.X_OK), shown


@pytest.mark.parametrize("document", sorted({one.document for one in SHOWN}))
def test_every_anskaff_command_ends_as_shown(document: str, folder: Path) -> None:
    installed(folder)
    for shown in SHOWN:
        words = shlex.split(shown.line)
        set_first = list(takewhile(re.compile(r"[A-Z_]+=").match, words))
        env = dict(word.split("=", 1) for word in set_first)
        called = words[len(set_first) :]
        if shown.document != document or called[0].rpartition("/")[2] != "anskaff":
            continue
        if called[1] in NEVER_ENDING:
            called = [*called[:2], "--help"]
        if "notice.xml" in called and not (folder / "notice.xml").exists():
            continue
        done = anskaff(folder, *called[1:], env=env)
        assert done.returncode == shown.code, f"{shown}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
