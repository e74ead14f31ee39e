"""`anskaff standards`: adding, fetching and knowing the official files."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Anskaff
from tests.conftest import STANDARDS


def test_an_empty_installation_says_what_is_missing(anskaff: Anskaff, tmp_path: Path) -> None:
    empty = {"ANSKAFF_STANDARDS": str(tmp_path / "none")}
    shown = anskaff("standards", "status", env=empty)
    assert shown.returncode == 1
    assert "missing  ubl-2.1: UBL, runtime XSD 2.1, OASIS" in shown.stdout
    assert "without it: CPV codes and regions are typed as codes" in shown.stdout
    listed = json.loads(anskaff("standards", "status", "--json", env=empty).stdout)
    assert {one["state"] for one in listed["parts"]} == {"missing"}


def test_without_a_setting_the_files_lie_in_the_data_folder(
    anskaff: Anskaff, tmp_path: Path
) -> None:
    place = {"ANSKAFF_STANDARDS": "", "ANSKAFF_DATA_DIR": str(tmp_path)}
    assert str(tmp_path / "standards") in anskaff("standards", "status", env=place).stdout


@pytest.mark.standards
def test_official_files_are_added_from_a_folder(anskaff: Anskaff, tmp_path: Path) -> None:
    place = {"ANSKAFF_STANDARDS": str(tmp_path / "standards")}
    added = anskaff("standards", "add", str(STANDARDS), "--part", "ubl-2.1", env=place)
    assert (added.returncode, added.stdout.split()[:2]) == (0, ["added", "ubl-2.1:"])
    assert "left out, not known to Anskaff" in added.stdout
    shown = anskaff("standards", "status", "--part", "ubl-2.1", env=place)
    assert (shown.returncode, shown.stdout.splitlines()[1].split()[0]) == (0, "present")
    broken = tmp_path / "standards/ubl-xsd/2.1/maindoc/UBL-Invoice-2.1.xsd"
    broken.write_text("changed")
    shown = anskaff("standards", "status", "--part", "ubl-2.1", env=place)
    assert shown.returncode == 1
    assert "changed: ubl-xsd/2.1/maindoc/UBL-Invoice-2.1.xsd" in shown.stdout
    words = ("standards", "add", str(tmp_path / "standards"), "--json")
    again = json.loads(anskaff(*words, env={"ANSKAFF_STANDARDS": str(tmp_path / "b")}).stdout)
    assert {one["part"]: one["result"] for one in again["parts"]}["ubl-2.1"] == "changed"


def test_wrong_use_and_what_cannot_be_done_have_their_own_codes(
    anskaff: Anskaff, tmp_path: Path
) -> None:
    place = {"ANSKAFF_STANDARDS": str(tmp_path / "standards")}
    for words in (("status",), ("add", str(tmp_path)), ("fetch",)):
        refused = anskaff("standards", *words, "--part", "nothing", env=place)
        assert refused.returncode == 2
        assert "There is no part nothing. Parts: peppol-billing-rules" in refused.stderr
    missing = anskaff("standards", "add", str(tmp_path / "none"), env=place)
    assert (missing.returncode, "Cannot add" in missing.stderr) == (3, True)
    (tmp_path / "file").write_text("")
    blocked = {"ANSKAFF_STANDARDS": str(tmp_path / "file")}
    if STANDARDS.is_dir():
        words = ("standards", "add", str(STANDARDS), "--part", "ubl-2.1")
        assert anskaff(*words, env=blocked).returncode == 3


def test_sources_are_named_also_where_there_is_no_network(anskaff: Anskaff, tmp_path: Path) -> None:
    dark = {"ANSKAFF_STANDARDS": str(tmp_path), "https_proxy": "http://127.0.0.1:9"}
    named = anskaff("standards", "fetch", "--sources", env=dark)
    assert named.returncode == 0
    assert "OpenPeppol AISBL: Peppol BIS post-award, Schematron 3.0.17 (May 2026)" in named.stdout
    listed = anskaff("standards", "fetch", "--sources", "--json", env=dark)
    assert len(json.loads(listed.stdout)) == len(named.stdout.splitlines())
    failed = anskaff("standards", "fetch", env=dark)
    assert failed.returncode == 3
    assert "not fetched en16931-rules: CEN/TC 434" in failed.stdout
    assert "no answer" in failed.stdout
    told = json.loads(anskaff("standards", "fetch", "--json", env=dark).stdout)
    assert "put together from several sources" in told["failed"]["ubl-2.1"]
