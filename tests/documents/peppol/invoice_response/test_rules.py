import pytest

from anskaff.documents import xml
from anskaff.documents.peppol.invoice_response import DOCUMENT
from anskaff.documents.peppol.invoice_response.rules import RULES
from anskaff.documents.peppol.invoice_response.table import (
    Answer,
    Decision,
    InvoiceResponse,
    Reason,
)
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.rules import findings
from anskaff.documents.ubl.values import Code
from tests.documents.peppol.examples import broken_rules, unit_cases

UNIT = "peppol-post-award-3/v3.0.15/unit/unit-invoice-response"
KNOWN = BY_KEY["invoice_response"]


def broken(lists=None, **decision):
    document = InvoiceResponse(
        customization=KNOWN.customization,
        profile=KNOWN.profiles[0],
        answer=Answer(decision=Decision(**decision)),
    )
    reading = DOCUMENT.reading(xml.read(DOCUMENT.write(document)))
    reading.lists = lists or {}
    return {found.kind.rule for found in findings(RULES, reading)}


@pytest.mark.standards
@pytest.mark.parametrize(("rule", "element", "expected"), list(unit_cases(UNIT)))
def test_the_publishers_cases_come_out_as_they_say(rule, element, expected):
    assert (rule in broken_rules(element, DOCUMENT, RULES)) is expected


@pytest.mark.parametrize("status", ["CA", "UQ", " RE "])
def test_some_statuses_need_a_clarification(status):
    assert broken(code=status) == {"PEPPOL-T111-R001"}
    assert broken(code=status, reasons=(Reason(code=Code("LEG", "OPStatusReason")),)) == set()


def test_an_acceptance_needs_no_clarification():
    assert broken(code="AP") == set()
    assert broken(reasons=(Reason(text="Takk"),)) == set()


@pytest.mark.parametrize(
    ("code", "rule"), [("OTH", "PEPPOL-T111-R002"), ("PPD", "PEPPOL-T111-R004")]
)
def test_other_and_partial_payment_are_explained_in_words(code, rule):
    reason = Code(code, "OPStatusReason")
    assert broken(code="PD", reasons=(Reason(code=reason),)) == {rule}
    assert broken(code="PD", reasons=(Reason(code=reason, text="Rest i mai"),)) == set()


@pytest.mark.parametrize(
    ("reason", "rule"),
    [
        (Code("LEG", "OPStatusAction"), "PEPPOL-T111-R006"),
        (Code("PIN", "OPStatusReason"), "PEPPOL-T111-R007"),
    ],
)
def test_a_code_is_from_the_list_it_says(reason, rule):
    assert broken(code="UQ", reasons=(Reason(code=reason),)) == {rule}


def test_a_code_from_no_list_at_all_is_told():
    lists = {"OPStatusReason": frozenset({"LEG"}), "OPStatusAction": frozenset({"PIN"})}
    reasons = [(Reason(code=Code(code, "?")),) for code in ("LEG", "PIN", "ABC")]
    found = [broken(lists, code="UQ", reasons=each) for each in reasons]
    assert found == [set(), set(), {"PEPPOL-T111-B03301"}]


def test_another_specification_or_process_is_told():
    document = InvoiceResponse(customization="urn:x", profile="urn:y")
    assert broken_rules(xml.read(DOCUMENT.write(document)), DOCUMENT, RULES) == {
        "PEPPOL-T111-R003",
        "PEPPOL-T111-R008",
    }
    empty = DOCUMENT.write(InvoiceResponse())
    assert broken_rules(xml.read(empty), DOCUMENT, RULES) == set()


def test_an_answer_to_a_line_which_has_no_place_here_is_asked_for_its_reason_too():
    data = DOCUMENT.write(InvoiceResponse(answer=Answer(decision=Decision(code="AP")))).replace(
        b"</cac:DocumentResponse>",
        b"<cac:LineResponse><cac:Response><cbc:ResponseCode>RE</cbc:ResponseCode>"
        b"</cac:Response></cac:LineResponse></cac:DocumentResponse>",
    )
    found = broken_rules(xml.read(data), DOCUMENT, RULES)
    assert {each for each in found if "T111-R001" in each} == {"PEPPOL-T111-R001"}
