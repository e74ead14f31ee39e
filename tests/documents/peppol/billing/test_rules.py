"""Our EN 16931 rules give the verdicts that the publisher expects, and those of its own engine."""

import re
from collections.abc import Iterator

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.expected import Case, cases
from tests.documents.mutations import mutants
from tests.documents.official_engine import PROCESSES, all_broken
from tests.documents.peppol.billing.given import (
    FAMILY,
    broken,
    example_files,
    findings,
    schema_faults,
)

pytestmark = pytest.mark.standards

FOLDERS = ("en16931-1.3.16", "peppol-billing-3.0.21")
BILL = re.compile(rb":xsd:(Invoice|CreditNote)-2")
INVOICE_LINE_IN_CREDIT_NOTE = "en16931-1.3.16/test/CreditNote-unit-UBL/BR-CL-18.xml#2"
MUTANTS = 120
SEED = 20261121


def listed(folder: str) -> Iterator[Case]:
    """Every official case that is an invoice or a credit note."""
    for case in cases(STANDARDS, folder):
        if BILL.search(case.document) and case.name != INVOICE_LINE_IN_CREDIT_NOTE:
            yield case


@pytest.mark.parametrize("folder", FOLDERS)
def test_our_rules_say_what_the_publisher_expects(folder):
    differing = []
    for case in listed(folder):
        found = broken(case.document).keys()
        expected = {each for each in (*case.fatal, *case.warning) if each.startswith(FAMILY)}
        differing += [(case.name, "missing", each) for each in expected - found]
        differing += [(case.name, "not to be broken", each) for each in case.kept & found]
        if case.exact:
            differing += [(case.name, "not expected", each) for each in found - expected]
    assert differing == []


def test_our_rules_agree_with_the_official_engine_on_documents_made_wrong_by_chance():
    examples = [file.read_bytes() for file in example_files()]
    bills = [each for each in examples if BILL.search(each)]
    made = [
        Case(file="en16931-1.3.16/", id=str(at), document=data, configuration="tc434-ubl", xsd=True)
        for at, data in enumerate(mutants(bills, MUTANTS, SEED))
    ]
    differing = []
    with Pool(PROCESSES) as pool:
        for case, theirs in all_broken(Official(Bundle(STANDARDS), pool), made):
            if theirs.schema:
                continue
            official = {
                each for each in (*theirs.fatal, *theirs.warning) if each.startswith(FAMILY)
            }
            ours = set(broken(case.document))
            if ours != official or schema_faults(case.document):
                differing.append((case.id, ours ^ official, schema_faults(case.document)))
    assert differing == []


def test_every_finding_can_be_told_in_three_languages():
    for case in listed(FOLDERS[0]):
        for found in findings(case.document):
            for language in ("nb", "nn", "en"):
                assert found.text(language)
                assert found.cure(language)


def test_without_code_lists_the_other_rules_still_work():
    [example] = [each for each in example_files() if each.name == "Allowance-example.xml"][-1:]
    assert findings(example.read_bytes(), with_lists=False) == []
