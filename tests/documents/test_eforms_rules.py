"""Our own engine says what the official reports say of a notice, rule by rule."""

import json

import pytest

from anskaff.documents import checking, xml
from anskaff.documents.checking import Layer, Report, Verdict
from anskaff.documents.eforms import rulebook, sdk, tailoring
from anskaff.documents.eforms.asking.compiling import truth
from anskaff.documents.eforms.asking.engine import Engine
from anskaff.documents.eforms.tailoring import Tailoring
from anskaff.documents.standards.bundle import Bundle
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, ON, content

pytestmark = pytest.mark.standards
EXPECTED = STANDARDS / "EXPECTED.json"
VEFA = "{http://difi.no/xsd/vefa/validator/1.0}"
NOT_IN_RELEASE = {"BR-BT-00024-0210"}  # the test set is of an older SDK than 1.14.2


def expected() -> dict[str, dict[str, object]]:
    if not EXPECTED.exists():
        return {}
    listed = json.loads(EXPECTED.read_text())
    return {name: told for name, told in listed.items() if name.startswith("eforms-")}


REPORTS = {name: told for name, told in expected().items() if "errors" in told}
VERDICTS = {name: told for name, told in expected().items() if told.get("source") == "file name"}


def own(data: bytes) -> Report:
    [(_, report)] = checking.check_file(data, on=ON, bundle=STANDARDS)
    return report


def broken(report: Report, *, stops: bool) -> set[str]:
    return {each.kind.rule for each in report.findings if each.stops is stops}


@pytest.mark.parametrize("name", REPORTS)
def test_an_official_example_breaks_the_rules_of_its_official_report(name: str) -> None:
    told = REPORTS[name]
    report = own(content(STANDARDS / name))
    assert {Layer.XSD, Layer.RULES} <= set(report.ran)
    assert broken(report, stops=True) == set(told["errors"])  # type: ignore[call-overload]
    assert broken(report, stops=False) == set(told["warnings"])  # type: ignore[call-overload]
    assert (report.verdict is Verdict.VALID) is told["valid"]


@pytest.mark.parametrize("name", VERDICTS)
def test_a_national_example_is_valid_or_not_as_its_name_tells(name: str) -> None:
    report = own(content(STANDARDS / name))
    assert (report.verdict is Verdict.VALID) is VERDICTS[name]["valid"]
    assert all(
        each.kind.rule.startswith(("EFORMS-NOR", "BR-BT-00131-0151")) for each in report.findings
    )


def book(kind: Tailoring | None, subtype: str) -> rulebook.Rulebook:
    bundle, [release] = Bundle(STANDARDS), sdk.RELEASES
    return tailoring.tailored(rulebook.of(bundle, release, subtype), bundle, release, kind, ON)


@pytest.mark.parametrize(
    ("path", "kind", "subtype"),
    [
        ("eu/unit/EFORMS-NOR-R008.xml", Tailoring.EU, "16"),
        ("eu/unit/BR-BT-00024-0210.xml", Tailoring.EU, "16"),
        ("national/unit/EFORMS-NOR-R004.xml", Tailoring.NATIONAL, "N16"),
    ],
)
def test_the_norwegian_test_sets_break_what_they_say(
    path: str, kind: Tailoring, subtype: str
) -> None:
    engine = Engine(book(kind, subtype))
    for test in xml.read((NORWEGIAN / path).read_bytes()).iter(f"{VEFA}test"):
        [document] = [child for child in test if not str(child.tag).startswith(VEFA)]
        found = {each.rule for each in engine.ask(document, ON).found}
        assertions = test.find(f"{VEFA}assert")
        assert assertions is not None
        for each in assertions:
            rule = str(each.text)
            if each.tag != f"{VEFA}description" and rule not in NOT_IN_RELEASE:
                assert (rule in found) is (each.tag != f"{VEFA}success"), (rule, found)


@pytest.mark.parametrize(
    ("kind", "subtype"),
    [
        *((None, each) for each in ("1", "16", "29", "X01", "CEI")),
        (Tailoring.EU, "16"),
        (Tailoring.NATIONAL, "N16"),
        (Tailoring.NATIONAL_E, "E3"),
    ],
)
def test_every_rule_is_understood(kind: Tailoring | None, subtype: str) -> None:
    rules = book(kind, subtype)
    assert not Engine(rules).left_out
    for _, rule in rules.assertions:
        assert truth(rule.test), rule.id
