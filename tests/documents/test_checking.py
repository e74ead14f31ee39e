from datetime import date

import pytest
from lxml import etree

from anskaff.documents import checking
from anskaff.documents.checking import Layer, Verdict
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.answer import Answer, Found, LeftOut, Unasked
from anskaff.documents.validation.official import Official
from tests.conftest import STANDARDS

DAY = date(2026, 11, 21)
ORDER = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
ORDER_3 = "urn:fdc:peppol.eu:poacc:trns:order:3"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"


@pytest.mark.parametrize(
    ("data", "code", "verdict"),
    [
        (b"hei", "xml-not-xml", Verdict.INVALID),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "xml-document-type", Verdict.INVALID),
        (b"<a>" * 300 + b"</a>" * 300, "xml-too-much", Verdict.INVALID),
        (b"<a/><b/>", "xml-more-than-one", Verdict.INVALID),
        (b"<a/>", "document-unknown", Verdict.UNKNOWN),
        (
            f"<Order xmlns='{ORDER}' xmlns:b='{CBC}'><b:CustomizationID>x"
            "</b:CustomizationID></Order>".encode(),
            "document-unknown",
            Verdict.UNKNOWN,
        ),
        (
            f"<Order xmlns='urn:x' xmlns:b='{CBC}'><b:CustomizationID>{ORDER_3}"
            "</b:CustomizationID></Order>".encode(),
            "document-other-namespace",
            Verdict.UNKNOWN,
        ),
    ],
)  # fmt: skip
def test_what_we_cannot_read_or_do_not_know_is_told_with_a_cure(data, code, verdict):
    report = checking.check(data, on=DAY)
    [finding] = report.findings
    assert (finding.code, report.verdict) == (code, verdict)
    assert report.skipped.keys() == {Layer.MODEL, Layer.RULES}
    for language in ("nb", "nn", "en"):
        assert finding.text(language)
        assert finding.cure(language)


def test_a_test_set_gives_one_report_a_document():
    tests = "".join(f"<test id='{n}'><assert/><Order xmlns='{ORDER}'/></test>" for n in (1, 2))
    data = f"<testSet xmlns='http://difi.no/xsd/vefa/validator/1.0'>{tests}</testSet>"
    reports = list(checking.check_file(data.encode(), on=DAY))
    assert [number for number, _ in reports] == ["1", "2"]
    assert {report.verdict for _, report in reports} == {Verdict.UNKNOWN}


def test_a_file_that_is_not_xml_gives_one_report_without_id():
    [(number, report)] = checking.check_file(b"hei", on=DAY)
    assert (number, report.verdict) == ("", Verdict.INVALID)
    [(number, report)] = checking.check_file(b"<a/>", on=DAY)
    assert (number, report.verdict) == ("", Verdict.UNKNOWN)


class Engine:
    """An engine that answers what it was told to, in place of processes."""

    def __init__(self, answer):
        self.answer = answer

    def ask(self, job, document):
        return self.answer


def asked(root, answer, bundle=STANDARDS):
    """What the official layers make of a document that we have no rules of our own for."""
    none = dict.fromkeys((Layer.MODEL, Layer.RULES), checking.NO_RULES)
    report = checking.Report(
        document="order",
        rule_set="",
        ran=(Layer.WIRE,),
        verdict=Verdict.UNKNOWN,
        findings=(),
        skipped=none,
    )
    official = Official(Bundle(bundle), Engine(answer), packages=False)
    return checking.with_official(report, root, official, on=DAY)


@pytest.fixture(scope="module")
def order():
    folder = STANDARDS / "peppol-post-award-3/examples/Order-use-cases"
    return etree.parse(folder / "UC4_Order.xml").getroot()


@pytest.mark.standards
def test_the_official_layers_decide_where_our_rules_are_not_whole(order):
    report = asked(order, Answer())
    assert report.verdict is Verdict.VALID
    assert {Layer.XSD, Layer.OFFICIAL} <= set(report.ran)


@pytest.mark.standards
def test_an_official_fault_is_told_in_its_own_words(order):
    fatal = Found("R-1", "fatal", "/*", "Text with {braces}")
    warning = Found("R-2", "warning", "/*", "Mind this")
    report = asked(order, Answer(found=(fatal, warning)))
    assert report.verdict is Verdict.INVALID
    told = [(each.kind.rule, each.stops, each.text("nb")) for each in report.findings]
    assert told == [("R-1", True, "Text with {braces}."), ("R-2", False, "Mind this.")]


@pytest.mark.standards
def test_official_rules_that_could_not_be_asked_leave_the_verdict_open(order):
    left_out = LeftOut("a fault", ("R-1", "R-2"), "")
    report = asked(order, Answer(left_out=(left_out,)))
    assert report.verdict is Verdict.UNKNOWN
    assert report.skipped[Layer.OFFICIAL].en.endswith("could not be tried: R-1, R-2")
    assert report.unasked == ("R-1", "R-2")


@pytest.mark.standards
def test_official_rules_that_stop_on_a_document_are_told_by_name_once_with_place_and_cause(order):
    stops = Unasked("R-7", "warning", "cbc:ID", "FORG0001", "Not {a} number.")
    again = Unasked("R-7", "warning", "cbc:Note", "FORG0001", "Not a number")
    report = asked(order, Answer(unasked=(stops, again)))
    assert report.verdict is Verdict.VALID
    assert report.unasked == ("R-7",)
    assert report.skipped[Layer.OFFICIAL].en.endswith("could not be tried: R-7")
    [told] = report.findings
    assert (told.kind.rule, told.stops) == ("R-7", False)
    assert told.text("en") == "The official rule R-7 could not be tried: Not {a} number."


@pytest.mark.standards
def test_a_stopping_rule_leaves_the_verdict_open_where_it_would_have_decided(order):
    report = asked(order, Answer(unasked=(Unasked("R-7", "fatal", "", "FORG0001", "Odd"),)))
    assert report.verdict is Verdict.UNKNOWN


@pytest.mark.standards
def test_files_that_are_not_installed_are_named(order, tmp_path):
    report = asked(order, Answer(), bundle=tmp_path)
    assert report.verdict is Verdict.UNKNOWN
    assert "not been added" in report.skipped[Layer.XSD].en


def test_a_document_without_official_rules_says_so():
    report = asked(etree.fromstring("<a/>"), Answer())
    assert report.skipped.keys() == set(Layer) - {Layer.WIRE}
