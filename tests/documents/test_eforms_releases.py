"""Several releases of the SDK side by side: each notice is judged by the one that it names.

The second release is made here, from the files of the first under another number, with a rule and a
schema of its own.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from anskaff.documents import checking, eforms
from anskaff.documents.checking import Layer, Report, Verdict
from anskaff.documents.eforms import editions, rulebook, sdk
from anskaff.documents.standards import bundle as parts
from anskaff.documents.standards.bundle import Bundle, State, Taken
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, ON, SDK_EXAMPLES, content

pytestmark = pytest.mark.standards
OURS, OTHER = "eforms-sdk-1.14.2", "eforms-sdk-1.12.7"
NAME = "eforms-sdk-1.12"
RULE = (
    '<assert id="BR-OF-1.12" role="ERROR" diagnostics="ND-Root" test="count(cbc:UBLVersionID) = 0"'
    ">rule|text|BR-OF-1.12</assert>"
)
E2_ROOT = "<rule context=\"/*[$noticeSubType = 'E2']\">"


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(name="source", scope="module")
def _source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release that we do not know."""
    source = tmp_path_factory.mktemp("publisher")
    made = source / OTHER
    shutil.copytree(STANDARDS / OURS, made, ignore=shutil.ignore_patterns("examples", "*.md"))
    changed(made / sdk.FIELDS, f'"sdkVersion" : "{OURS}"', f'"sdkVersion" : "{OTHER}"')
    changed(made / sdk.FIELDS, '"createdOn" : "2025-12-01', '"createdOn" : "2024-06-01')
    stage = made / rulebook.STATIC / "validation-stage-1b-E2.sch"
    changed(stage, E2_ROOT, f"{E2_ROOT}{RULE}")
    schema = made / "schemas/maindoc/UBL-PriorInformationNotice-2.3.xsd"
    changed(schema, '<xsd:element ref="cbc:PlannedDate" minOccurs="0" maxOccurs="1"/>', "")
    return source


@pytest.fixture(name="both", scope="module")
def _both(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with our release, the other one, and the Norwegian files."""
    place = tmp_path_factory.mktemp("bundle")
    ours = ("eforms-sdk-1.14", "eforms-nor-rules", "eforms-nor-translations")
    parts.add(STANDARDS, place, names=ours)
    [taken] = parts.add(source, place, names=(NAME,)).parts
    assert (taken.taken, taken.part.version) == (Taken.ADDED, "1.12.7")
    return place


@pytest.fixture(name="official", scope="module")
def _official(both: Path) -> Iterator[Official]:
    with Pool(1, timeout_seconds=180) as pool:
        yield Official(Bundle(both), pool)


def e2(release: str, more: bytes = b"") -> bytes:
    data = content(SDK_EXAMPLES / "E2_minimal.xml").replace(b"sdk-1.14", f"sdk-{release}".encode())
    place = b"<cbc:RegulatoryDomain>"
    assert place in data
    return data.replace(place, more + place)


def checked(data: bytes, bundle: Path, official: Official | None = None) -> Report:
    [(_, report)] = checking.check_file(data, on=ON, bundle=bundle, official=official)
    return report


def rules(report: Report) -> set[str]:
    return {each.kind.rule for each in report.findings if each.stops}


def test_each_notice_is_judged_by_the_rules_of_the_release_that_it_names(
    both: Path, official: Official
) -> None:
    for asked in (None, official):
        ours, other = checked(e2("1.14"), both, asked), checked(e2("1.12"), both, asked)
        assert (ours.verdict, ours.findings) == (Verdict.VALID, ())
        assert ours.rule_set == "eu.ted.eforms:E2:1.14.2"
        assert (other.verdict, rules(other)) == (Verdict.INVALID, {"BR-OF-1.12"})
        assert other.rule_set == "eu.ted.eforms:E2:1.12.7"
        assert not other.skipped


def test_each_notice_is_judged_by_the_schema_of_the_release_that_it_names(both: Path) -> None:
    planned = b"<cbc:PlannedDate>2026-12-01+01:00</cbc:PlannedDate>"
    ours, other = checked(e2("1.14", planned), both), checked(e2("1.12", planned), both)
    assert not [each for each in ours.findings if "PlannedDate" in each.text("en")]
    assert [each for each in other.findings if "PlannedDate" in each.text("en")]
    assert Layer.XSD in other.ran


def test_the_facts_of_fields_are_those_of_the_release(both: Path) -> None:
    found = sdk.releases(Bundle(both))
    assert [(each.minor, each.version, each.part) for each in found] == [
        ("1.12", "1.12.7", NAME),
        ("1.14", "1.14.2", "eforms-sdk-1.14"),
    ]
    assert found[0].published == date(2024, 6, 1)
    assert [sdk.installed(Bundle(both), each).version for each in found] == ["1.12.7", "1.14.2"]


def test_a_notice_is_written_in_the_release_of_its_day(both: Path) -> None:
    found = sdk.releases(Bundle(both))
    assert editions.customization("16", date(2025, 1, 1), found).startswith("eforms-sdk-1.12#")
    assert editions.customization("16", ON, found).startswith("eforms-sdk-1.14#")
    newer = (*found, sdk.Release(minor="1.15", version="1.15.0", part="x", published=ON))
    assert editions.customization("16", ON, newer).startswith("eforms-sdk-1.14#")
    read = eforms.read(e2("1.12"))
    assert eforms.completed(read, ON, found).customization == "eforms-sdk-1.12"


def test_a_norwegian_notice_of_another_release_says_whose_norwegian_rules_were_used(
    both: Path,
) -> None:
    data = content(NORWEGIAN / "national-e/VALID-national-e2-minimum.xml")
    report = checked(data.replace(b"eforms-sdk-1.14", b"eforms-sdk-1.12"), both)
    assert report.rule_set == "no.dfo.eforms-national-e:E2:1.12.7"
    assert "notice-tailoring-of-another-release" in {each.code for each in report.findings}
    assert "BR-OF-1.12" in rules(report)


def test_a_release_without_phases_is_read_through_all_its_files(
    source: Path, tmp_path: Path
) -> None:
    place = tmp_path / "source" / OTHER
    shutil.copytree(source / OTHER, place)
    entry = place / rulebook.STATIC / rulebook.ENTRY
    text = entry.read_text(encoding="utf-8")
    text = re.sub(r"<phase .*?</phase>", "", text, flags=re.DOTALL)
    text = re.sub(r' see="[^"]*"', "", text)
    text = re.sub(r'diagnostic id="(BT-\d+)\((\w)\)', r'diagnostic id="\1_\2_', text)
    entry.write_text(text, encoding="utf-8")
    parts.add(tmp_path / "source", tmp_path / "bundle", names=(NAME,))
    report = checked(e2("1.12"), tmp_path / "bundle")
    assert rules(report) == {"BR-OF-1.12"}
    wrong = checked(e2("1.12").replace(b">E2<", b">Q7<"), tmp_path / "bundle")
    assert [each.code for each in wrong.findings] == ["notice-subtype-unknown"]


def test_only_a_release_that_is_named_is_taken_as_it_is(source: Path, tmp_path: Path) -> None:
    place = tmp_path / "bundle"
    assert parts.add(source, place).unknown == (OTHER,)
    assert sdk.releases(Bundle(place)) == sdk.RELEASES
    for name in ("eforms-sdk-1.11", "eforms-sdk-1.12.7", "eforms-sdk-9"):
        with pytest.raises(parts.UnknownPart):
            parts.add(source, place, names=(name,))
    changed_version = tmp_path / "odd" / OTHER
    shutil.copytree(source / OTHER / "fields", changed_version / "fields")
    changed(changed_version / sdk.FIELDS, OTHER, "eforms-sdk-1.11.0")
    with pytest.raises(parts.UnknownPart):
        parts.add(tmp_path / "odd", place, names=(NAME,))


def test_a_release_that_someone_changed_later_is_told_and_not_used(
    source: Path, tmp_path: Path
) -> None:
    place = tmp_path / "bundle"
    parts.add(source, place, names=(NAME,))
    assert {each.part.name: each.state for each in parts.status(place)}[NAME] is State.PRESENT
    changed(place / OTHER / rulebook.STATIC / "validation-stage-1b-E2.sch", RULE, "")
    [status] = parts.status(place, names=(NAME,))
    assert status.state is State.DAMAGED
    assert status.differs[0].endswith("validation-stage-1b-E2.sch")
    report = checked(e2("1.12"), place)
    assert report.verdict is Verdict.UNKNOWN
    assert [each.code for each in report.findings] == ["official-files-damaged"]


def test_a_release_that_is_missing_is_named_with_how_to_add_it() -> None:
    report = checked(e2("1.10"), STANDARDS)
    [told] = report.findings
    assert (told.code, report.verdict) == ("notice-release-unknown", Verdict.UNKNOWN)
    assert set(report.ran) == {Layer.WIRE}
    for language in ("nb", "nn", "en"):
        assert "1.10" in told.text(language)
        assert "--part eforms-sdk-1.10" in told.cure(language)
        assert "1.10" in report.skipped[Layer.RULES].in_(language)


def test_a_notice_of_1_13_is_held_against_the_schema_that_it_has_in_common_with_1_14() -> None:
    report = checked(e2("1.13"), STANDARDS)
    assert (report.verdict, report.ran) == (Verdict.UNKNOWN, (Layer.WIRE, Layer.XSD))
    broken = checked(e2("1.13", b"<cbc:Unknown/>"), STANDARDS)
    assert broken.verdict is Verdict.INVALID
    assert Layer.RULES in broken.skipped


def test_another_release_tells_what_it_says_but_never_the_verdict() -> None:
    report = checking.check_as(e2("1.10", b"<cbc:Unknown/>"), "1.14", on=ON, bundle=STANDARDS)
    assert report.verdict is Verdict.UNKNOWN
    assert report.findings[0].code == "notice-as-another-release"
    assert len(report.findings) > 1
    assert not any(each.stops for each in report.findings)
    with pytest.raises(LookupError):
        checking.check_as(e2("1.10"), "1.3", on=ON, bundle=STANDARDS)
    own = checking.check_as(e2("1.14"), "1.14", on=ON, bundle=STANDARDS)
    assert own.verdict is Verdict.VALID


@pytest.mark.parametrize("path", sorted((STANDARDS / "real-notices").glob("*/*.xml"))[::6])
def test_every_published_notice_says_which_release_it_needs(path: Path) -> None:
    data = path.read_bytes()
    report = checked(data, STANDARDS)
    release = sdk.minor(eforms.read(data).customization)
    told = [each for each in report.findings if each.code == "notice-release-unknown"]
    assert f"eforms-sdk-{release}»" in told[0].cure("nb")
    said = checking.check_as(data, "1.14", on=ON, bundle=STANDARDS)
    assert said.verdict is Verdict.UNKNOWN
    assert Layer.RULES in said.ran or Layer.RULES in said.skipped
