"""Our own rules give the verdicts that the publishers expect, for every document they are for."""

import pytest

from anskaff.documents.peppol import known, shelf
from tests.conftest import STANDARDS
from tests.documents import expected, native_engine

pytestmark = pytest.mark.standards
WITHOUT_CASES = {
    "message_level_response",
    "ehf_advanced_order",
    "ehf_catalogue_response",
    "ehf_order",
    "ehf_order_cancellation",
    "ehf_order_change",
    "ehf_forward_invoice",
    "ehf_forward_credit_note",
    "ehf_reminder",
}
"""The publishers have neither tests nor examples of them; mutants of our own compare them."""


@pytest.mark.parametrize("folder", expected.FOLDERS)
def test_our_rules_say_what_their_publishers_expect(folder):
    differing = []
    for case in expected.cases(STANDARDS, folder):
        broken = native_engine.broken_by(case)
        found = native_engine.differences(case, broken) if broken else ()
        differing += [f"{case.name}: {told}" for told, reason in found if not reason]
    assert differing == []


def test_every_complete_set_of_rules_is_compared():
    compared = {
        native.key
        for folder in expected.FOLDERS
        for case in expected.cases(STANDARDS, folder)
        if (native := native_engine.native_for(case))
    }
    sets = {each.key: shelf.rule_set(each, expected.ON) for each in known.DOCUMENTS}
    whole = {key for key, rules in sets.items() if rules}
    assert whole - WITHOUT_CASES <= compared
    assert {"invoice", "credit_note", "message_level_status"} <= compared
