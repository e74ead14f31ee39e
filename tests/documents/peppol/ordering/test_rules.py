import pytest

from anskaff.documents import xml
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_cancellation import DOCUMENT, OrderCancellation
from anskaff.documents.peppol.order_cancellation.rules import RULES
from tests.documents.peppol.examples import broken_rules

KNOWN = BY_KEY["order_cancellation"]


@pytest.mark.parametrize(
    ("customization", "profile", "broken"),
    [
        (KNOWN.customization, KNOWN.profiles[0], set()),
        (f" {KNOWN.customization}:more", f" {KNOWN.profiles[0]} ", set()),
        (None, None, set()),
        ("urn:example", KNOWN.profiles[0], {"PEPPOL-T115-R034"}),
        (KNOWN.customization, "urn:example", {"PEPPOL-T115-R031"}),
    ],
)
def test_a_cancellation_says_which_rules_and_process_it_follows(customization, profile, broken):
    made = OrderCancellation(customization=customization, profile=profile)
    assert broken_rules(xml.read(DOCUMENT.write(made)), DOCUMENT, RULES) == broken
