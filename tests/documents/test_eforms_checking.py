"""A notice is checked by the rules that it names, and each fault is told with field and cure."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from anskaff.concepts.words import LANGUAGES
from anskaff.documents import checking
from anskaff.documents.checking import Layer, Report, Verdict
from anskaff.documents.eforms import norwegian, tailoring
from anskaff.documents.eforms.tailoring import Tailoring
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, ON, SDK_EXAMPLES, content

NATIONAL_E = NORWEGIAN / "national-e"
BROKEN_NATIONAL = {
    "INVALID-national-e2-nor-not-a-selected-language.xml": "EFORMS-NOR-NATIONAL-LG-R001B",
    "INVALID-national-e2-with-wrong-procedure-currency.xml": "EFORMS-NOR-NATIONAL-CR-R001B",
    "INVALID-national-e2-wrong-legal-basis-id-description.xml": "EFORMS-NOR-NATIONAL-LB-R012B",
    "INVALID-national-e2-wrong-legal-basis-noid-description.xml": "EFORMS-NOR-NATIONAL-LB-R005B",
}


@pytest.fixture(name="official", scope="module")
def _official() -> Iterator[Official]:
    with Pool(1, timeout_seconds=180) as pool:
        yield Official(Bundle(STANDARDS), pool)


def checked(data: bytes, official: Official | None = None, on: date = ON) -> Report:
    [(_, report)] = checking.check_file(data, on=on, bundle=STANDARDS, official=official)
    return report


def rules(report: Report) -> set[str]:
    return {each.kind.rule for each in report.findings if each.stops}


@pytest.mark.standards
def test_a_national_notice_is_judged_by_the_norwegian_rules(official: Official) -> None:
    valid = checked(content(NATIONAL_E / "VALID-national-e2-minimum.xml"), official)
    assert (valid.verdict, valid.findings) == (Verdict.VALID, ())
    assert valid.rule_set == "no.dfo.eforms-national-e:E2:1.14.2"
    for name, rule in BROKEN_NATIONAL.items():
        report = checked(content(NATIONAL_E / name), official)
        assert (report.verdict, rules(report)) == (Verdict.INVALID, {rule}), name


@pytest.mark.standards
def test_a_notice_must_be_dated_near_the_day_it_is_checked(official: Official) -> None:
    valid = content(NATIONAL_E / "VALID-national-e2-minimum.xml")
    late = checked(valid, official, date(2026, 11, 24))
    assert rules(late) == {"EFORMS-NOR-NATIONAL-DV-R001B"}
    assert late.findings[0].code == "notice-dispatch-date"


@pytest.mark.standards
def test_a_fault_is_told_with_the_field_what_was_expected_and_a_cure(official: Official) -> None:
    data = content(NATIONAL_E / "VALID-national-e2-minimum.xml")
    without = data.replace(b'schemeName="notice-id">', b'schemeName="notice-id">x')
    report = checked(without, official)
    [fault] = [each for each in report.findings if each.kind.rule == "BR-BT-00701-0052"]
    assert fault.where == "cbc:ID"
    for language in LANGUAGES:
        assert "BT-701-notice" in fault.text(language)
        assert fault.cure(language)


@pytest.mark.standards
def test_the_schema_is_asked_first_and_stops_the_official_rules(official: Official) -> None:
    broken = content(NATIONAL_E / "VALID-national-e2-minimum.xml").replace(
        b"<cbc:VersionID>", b"<cbc:Unknown/><cbc:VersionID>"
    )
    report = checked(broken, official)
    assert report.verdict is Verdict.INVALID
    assert Layer.XSD in report.ran
    assert Layer.OFFICIAL in report.skipped


@pytest.mark.standards
@pytest.mark.parametrize(
    ("old", "new", "code", "verdict"),
    [
        (b"eforms-sdk-1.14", b"eforms-sdk-1.3", "notice-release-unknown", Verdict.UNKNOWN),
        (b">E2<", b">Z9<", "notice-subtype-unknown", Verdict.INVALID),
        (b">E2<", b"><", "notice-subtype-unknown", Verdict.INVALID),
        (
            b"xsd:PriorInformationNotice-2",
            b"xsd:PriorInformationNotice-3",
            "notice-namespace",
            Verdict.UNKNOWN,
        ),
    ],
)
def test_what_we_cannot_judge_is_told_with_what_was_expected(
    official: Official, old: bytes, new: bytes, code: str, verdict: Verdict
) -> None:
    data = content(NATIONAL_E / "VALID-national-e2-minimum.xml")
    assert old in data
    report = checked(data.replace(old, new), official)
    assert [each.code for each in report.findings] == [code]
    assert report.verdict is verdict
    for language in LANGUAGES:
        assert report.findings[0].cure(language)


def test_without_the_official_files_the_report_says_what_is_missing(tmp_path: Path) -> None:
    data = content(SDK_EXAMPLES / "cn_24_cumbria.xml") if SDK_EXAMPLES.exists() else None
    if data is None:
        pytest.skip("needs an example notice")
    [(_, report)] = checking.check_file(data, on=ON, bundle=tmp_path)
    assert report.verdict is Verdict.UNKNOWN
    assert [each.code for each in report.findings] == ["official-files-missing"]
    assert set(report.skipped) == {Layer.XSD, Layer.RULES}


@pytest.mark.standards
def test_every_norwegian_rule_has_words_of_our_own() -> None:
    from anskaff.documents.eforms import rulebook, sdk

    bundle = Bundle(STANDARDS)
    [release] = sdk.RELEASES
    for kind, subtype in (
        (Tailoring.EU, "16"),
        (Tailoring.NATIONAL, "N16"),
        (Tailoring.NATIONAL_E, "E3"),
    ):
        plain = rulebook.of(bundle, release, subtype)
        book = tailoring.tailored(plain, bundle, release, kind, ON)
        ours = {each.id for _, each in book.assertions} - {each.id for _, each in plain.assertions}
        assert ours
        for rule in ours:
            assert any(rule.startswith(begin) for begin, _ in norwegian.RULES), rule


@pytest.mark.standards
def test_norwegian_award_criteria_follow_the_day() -> None:
    file = STANDARDS / "eforms-nor/src/codelists-no/award-criterion-type.no.yaml"
    before = tailoring.award_codes(file, date(2026, 6, 30))
    after = tailoring.award_codes(file, date(2026, 7, 1))
    assert "quality-nor-env-none" in before
    assert "quality-nor-env-none" not in after
    assert "quality-nor-env-exempt-insignificant" in after
    assert "quality-nor-env-criteria" in {*before} & {*after}


@pytest.mark.standards
def test_a_notice_of_50_megabytes_is_checked() -> None:
    root = etree.fromstring(content(NATIONAL_E / "VALID-national-e2-minimum.xml"))
    organisation = root.find(".//{*}Organizations/{*}Organization")
    organisations = root.find(".//{*}Organizations")
    assert organisation is not None
    assert organisations is not None
    each = len(etree.tostring(organisation))
    organisations.extend(deepcopy(organisation) for _ in range(50_000_000 // each))
    report = checked(etree.tostring(root))
    assert report.document == "eforms-notice"
    assert Layer.XSD in report.ran
    assert "50000" in report.skipped[Layer.RULES].en
    assert report.verdict is Verdict.UNKNOWN
