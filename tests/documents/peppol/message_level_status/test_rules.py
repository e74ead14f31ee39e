from copy import deepcopy

import pytest
from lxml import etree

from anskaff.concepts.finding import Severity
from anskaff.documents import xml
from anskaff.documents.peppol.message_level_status import DOCUMENT
from anskaff.documents.peppol.message_level_status.rule_sets import RULE_SETS
from anskaff.documents.peppol.message_level_status.rules import RULES
from anskaff.documents.peppol.message_level_status.table import (
    Answer,
    AnsweredMessage,
    Decision,
    Found,
    Issue,
    IssuePlace,
    IssueStatus,
    MessageLevelStatus,
)
from tests.conftest import STANDARDS
from tests.documents.peppol.examples import broken_rules, examples

BAD = sorted((STANDARDS / "peppol-network/mls-1.0.1/examples/bad").glob("*.xml"))


@pytest.mark.standards
@pytest.mark.parametrize("file", BAD, ids=lambda file: file.name)
def test_a_wrong_example_breaks_the_rule_it_is_named_after(file):
    number = file.stem.removeprefix("mls-")[:2]
    element = xml.read(file.read_bytes())
    assert f"SCH-MLS-{number}" in broken_rules(element, DOCUMENT, RULES)


@pytest.mark.standards
@pytest.mark.parametrize("file", list(examples("message_level_status")), ids=lambda file: file.name)
def test_a_right_example_breaks_no_rule(file):
    assert broken_rules(xml.read(file.read_bytes()), DOCUMENT, RULES) == set()


def broken(**answer):
    document = MessageLevelStatus(answer=Answer(**answer))
    return broken_rules(xml.read(DOCUMENT.write(document)), DOCUMENT, RULES)


def test_a_rejection_is_explained_and_has_a_serious_issue():
    message = AnsweredMessage(number="1")
    rejection = {f"SCH-MLS-{at}" for at in (20, 21, 23, 24)}
    assert rejection <= broken(decision=Decision(code="RE"), document=message)
    assert not rejection & broken(decision=Decision(code="AP"), document=message)


def test_one_message_is_answered_once():
    assert "SCH-MLS-22" in broken(decision=Decision(code="AP"))
    assert {"SCH-MLS-18", "SCH-MLS-19"} <= broken()
    data = DOCUMENT.write(MessageLevelStatus(answer=Answer(decision=Decision(code="AP"))))
    root = xml.read(data)
    root.append(xml.read(data)[-1])
    assert "SCH-MLS-17" in broken_rules(root, DOCUMENT, RULES)
    del root[:]
    assert "SCH-MLS-17" in broken_rules(root, DOCUMENT, RULES)


def test_a_blank_scheme_is_there_but_not_right():
    data = DOCUMENT.write(
        DOCUMENT.read(
            b"<ApplicationResponse "
            b'xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2" '
            b'xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
            b'xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">'
            b'<a:SenderParty><b:EndpointID schemeID="">000123</b:EndpointID></a:SenderParty>'
            b"</ApplicationResponse>"
        )
    )
    found = broken_rules(xml.read(data), DOCUMENT, RULES)
    assert "SCH-MLS-11" in found
    assert "SCH-MLS-10" not in found


def errors(data):
    [rules] = RULE_SETS
    found = rules.findings(DOCUMENT.reading(xml.read(data)), {})
    return {each.kind.rule for each in found if each.kind.severity is Severity.ERROR}


@pytest.mark.standards
@pytest.mark.parametrize("file", BAD, ids=lambda file: file.name)
def test_only_the_rules_of_the_network_find_fault(file):
    wrong = broken_rules(xml.read(file.read_bytes()), DOCUMENT, RULES)
    assert errors(file.read_bytes()) == wrong


def test_an_issue_without_a_finding_is_against_the_schema():
    issue = Issue(place=IssuePlace(path="NA"))
    data = DOCUMENT.write(MessageLevelStatus(answer=Answer(issues=(issue,))))
    assert "" in errors(data)


def test_what_is_repeated_is_told_once():
    found = Found(description="Feil", status=IssueStatus(code="BV"))
    issue = Issue(place=IssuePlace(path="NA"), found=(found,))
    root = xml.read(DOCUMENT.write(MessageLevelStatus(answer=Answer(issues=(issue,)))))
    root.append(deepcopy(root[-1]))
    finding = root[-1][-1][-1]
    finding.append(deepcopy(finding[-1]))
    assert "" not in errors(etree.tostring(root))
    finding.insert(0, deepcopy(finding[0]))
    assert "" not in errors(etree.tostring(root))


def test_where_the_official_rules_stop_we_tell_nothing_either():
    found = Found(description=" ", status=IssueStatus(code="BW"))
    issue = Issue(place=IssuePlace(path="NA"), found=(found,))
    answer = Answer(decision=Decision(code="RE", description=" "), issues=(issue,))
    root = xml.read(DOCUMENT.write(MessageLevelStatus(answer=answer)))
    told = {"SCH-MLS-21", "SCH-MLS-22", "SCH-MLS-24", "SCH-MLS-29"}
    assert told <= errors(etree.tostring(root))
    [decision, _], finding = root[-1], root[-1][-1][-1]
    for explained in (decision, finding):
        explained.append(deepcopy(explained.find("{*}Description")))
    assert told & errors(etree.tostring(root)) == {"SCH-MLS-22", "SCH-MLS-24"}
    finding.append(deepcopy(finding.find("{*}Status")))
    assert told & errors(etree.tostring(root)) == set()


def test_a_failure_that_is_found_first_is_enough():
    """The official rules look no further, so two kinds of a later finding do not stop them."""
    told = [Found(description="Feil", status=IssueStatus(code="BV")) for _ in range(2)]
    issue = Issue(place=IssuePlace(path="NA"), found=tuple(told))
    answer = Answer(decision=Decision(code="AP"), issues=(issue,))
    root = xml.read(DOCUMENT.write(MessageLevelStatus(answer=answer)))
    first, last = root[-1][-1][-2:]
    last.append(deepcopy(last.find("{*}Status")))
    assert "SCH-MLS-25" in errors(etree.tostring(root))
    first.append(deepcopy(first.find("{*}Status")))
    assert "SCH-MLS-25" not in errors(etree.tostring(root))


def test_a_failure_that_stands_after_an_empty_status_counts():
    """Found by chance: the official rules look at every status of a finding."""
    found = Found(description="Feil", status=IssueStatus(code="BV"))
    issue = Issue(place=IssuePlace(path="NA"), found=(found,))
    answer = Answer(decision=Decision(code="RE", description="Feil"), issues=(issue,))
    root = xml.read(DOCUMENT.write(MessageLevelStatus(answer=answer)))
    status = root[-1][-1][-1].find("{*}Status")
    status.addprevious(etree.Element(status.tag))
    assert "SCH-MLS-24" not in errors(etree.tostring(root))
