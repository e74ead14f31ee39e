"""Documents of transport are judged by the official rules alone, and we say that we have none."""

import json

import pytest
from lxml import etree

from anskaff.documents import checking, xml
from anskaff.documents.checking import NO_RULES, Layer, Verdict
from anskaff.documents.peppol import known, shelf
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.table import CBC
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from anskaff.documents.validation.rule_sets import RULE_SETS
from tests.cli.conftest import anskaff
from tests.conftest import STANDARDS
from tests.documents.expected import ON, cases

__all__ = ["anskaff"]
pytestmark = pytest.mark.standards
KEYS = [each.key for each in known.TRANSPORT]
WITHOUT_EXAMPLE = {"application_response"}
OTHERS = {"advanced_despatch_advice", "receipt_advice"}
EXAMPLES = [case for case in cases(STANDARDS, "peppol-logistics-1.2") if case.exact]
WAYBILL = "Waybill_Example_usecase1.xml"


def key_of(case):
    return known.recognised(xml.read(case.document)).key


TRANSPORT = [(key, case) for case in EXAMPLES if (key := key_of(case)) not in OTHERS]


@pytest.fixture(scope="module")
def official():
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


def checked(root, official):
    return checking.with_official(checking.check_tree(root, on=ON), root, official, on=ON)


def test_each_has_official_rules_and_all_but_one_an_example():
    judged = {ids for each in RULE_SETS for ids in each.customizations}
    assert all(each.customization in judged for each in known.TRANSPORT)
    assert all(shelf.document(each) is None for each in known.TRANSPORT)
    assert {key for key, _ in TRANSPORT} == set(KEYS) - WITHOUT_EXAMPLE


@pytest.mark.parametrize(("key", "case"), TRANSPORT, ids=[case.file for _, case in TRANSPORT])
def test_an_example_gets_the_official_verdict_which_is_all_there_is(key, case, official):
    report = checked(xml.read(case.document, limits=LIMITS), official)
    right = case.xsd is True and not case.fatal
    assert (report.document, report.verdict is Verdict.VALID) == (key, right)
    found = {each.kind.rule for each in report.findings if each.stops}
    assert found == (set(case.fatal) if case.xsd is True else {"xsd"})
    assert report.ran == (Layer.WIRE, Layer.XSD, *([Layer.OFFICIAL] if case.xsd is True else []))
    assert report.skipped[Layer.MODEL] == report.skipped[Layer.RULES] == NO_RULES
    assert report.rule_set.startswith("eu.peppol.logistics:")


def waybill():
    [case] = [case for _, case in TRANSPORT if case.file.endswith(WAYBILL)]
    return xml.read(case.document, limits=LIMITS)


def test_a_waybill_of_another_process_is_invalid_by_the_official_rule(official):
    root = waybill()
    root.find(f"{{{CBC}}}ProfileID").text = "urn:example"
    report = checked(root, official)
    assert report.verdict is Verdict.INVALID
    assert [each.kind.rule for each in report.findings] == ["PEPPOL-T125-R002"]


def test_validate_leaves_with_the_official_verdict(anskaff, tmp_path):
    env = {"ANSKAFF_STANDARDS": str(STANDARDS)}
    root = waybill()
    (tmp_path / "right.xml").write_bytes(etree.tostring(root))
    root.find(f"{{{CBC}}}ProfileID").text = "urn:example"
    (tmp_path / "wrong.xml").write_bytes(etree.tostring(root))
    right = anskaff("validate", "right.xml", "--json", "--language", "nb", env=env)
    [told] = json.loads(right.stdout)
    assert (right.returncode, told["verdict"], told["document"]) == (0, "valid", "waybill")
    assert (told["layers"]["official"]["ran"], told["layers"]["rules"]["ran"]) == (True, False)
    assert "egne regler" in told["layers"]["rules"]["why"]
    wrong = anskaff("validate", "wrong.xml", env=env)
    assert wrong.returncode == 1
    assert "PEPPOL-T125-R002" in wrong.stdout
    alone = anskaff("validate", "right.xml", "--layers", "wire,model,rules", env=env)
    assert alone.returncode == 1
