"""Import of published notices on the command line: files, folders and archives, good and bad."""

import dataclasses
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from anskaff.concepts.notice import NoticeReading, RegisteredBusiness
from anskaff.documents import eforms
from tests.cli.conftest import Anskaff
from tests.conftest import STANDARDS
from tests.published import Published

FIRST = Published()
SECOND = dataclasses.replace(FIRST, notice="0b5a4ad6-0000-4000-8000-000000000002")
TOO_BIG = 50_000_000


def test_each_file_is_told_and_what_cannot_be_read_stops_no_other(
    anskaff: Anskaff, tmp_path: Path
) -> None:
    anskaff("setup")
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "a.xml").write_bytes(FIRST.xml())
    (folder / "b.xml").write_bytes(FIRST.xml()[:-30])
    odd_namespace = dataclasses.replace(FIRST, notice="c").xml()
    (folder / "c.xml").write_bytes(odd_namespace.replace(b"eforms-ubl-extensions/1", b"other/1"))
    (folder / "d.xml").write_text("<TED_EXPORT xmlns='http://publications.europa.eu/old'/>")
    (folder / "e.zip").write_bytes(b"PK\x03\x04 damaged")
    with zipfile.ZipFile(folder / "f.zip", "w") as archive:
        archive.writestr("deep/again.xml", FIRST.xml())
        archive.writestr("deep/other.xml", SECOND.xml())
    big = FIRST.xml().replace(b"Pulter", b"P" * TOO_BIG)
    (folder / "g.xml").write_bytes(big)
    done = anskaff("notices", "import", "notices", "--json")
    assert done.returncode == 1, done.stderr
    answer = json.loads(done.stdout)
    states = {Path(one["file"]).name: one["state"] for one in answer["files"]}
    assert states == {
        "a.xml": "registered",
        "b.xml": "refused",
        "c.xml": "registered",
        "d.xml": "refused",
        "e.zip": "refused",
        "again.xml": "known",
        "other.xml": "registered",
        "g.xml": "refused",
    }
    (odd,) = [one for one in answer["files"] if one["file"].endswith("c.xml")]
    assert {"notice-unknown-organisation"} <= {each["code"] for each in odd["findings"]}
    for one in answer["files"]:
        assert one["state"] != "refused" or one["findings"][0]["cure"], one
    again = anskaff("notices", "import", "notices/a.xml")
    assert again.returncode == 0
    assert "fantes fra før" in again.stdout
    assert anskaff("log", "verify").returncode == 0


def test_the_registration_of_a_company_is_checked_but_is_no_procurement(
    anskaff: Anskaff, tmp_path: Path
) -> None:
    anskaff("setup")
    company = RegisteredBusiness(name="ACME", number="1", european_number="EU 1")
    said = NoticeReading(
        subtype="X02", notice="n-1", version="01", purpose="reg", businesses=(company,)
    )
    written = eforms.write(eforms.completed(said, date(2026, 11, 21)))
    (tmp_path / "x.xml").write_bytes(written)
    done = anskaff("notices", "import", "x.xml", "--json")
    assert done.returncode == 1
    [file] = json.loads(done.stdout)["files"]
    assert [each["code"] for each in file["findings"]] == ["notice-no-procurement"]
    shown = anskaff("show", "x.xml")
    assert "ACME" in shown.stdout
    made = anskaff("convert", "x.xml", "--to", "json")
    assert json.loads(made.stdout)["notice"]["businesses"][0]["european_number"] == "EU 1"


@pytest.mark.standards
def test_all_real_notices_are_imported(anskaff: Anskaff) -> None:
    anskaff("setup")
    done = anskaff("notices", "import", str(STANDARDS / "real-notices"), "--json")
    assert done.returncode == 0, done.stdout[-2000:]
    counts = json.loads(done.stdout)["counts"]
    assert counts == {"registered": len(list((STANDARDS / "real-notices").rglob("*.xml")))}
