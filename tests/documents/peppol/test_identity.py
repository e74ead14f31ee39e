import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import catalogue_response, message_level_response
from anskaff.documents.peppol.catalogue_response.rules import RULES as CATALOGUE_RULES
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.message_level_response.rules import RULES as MESSAGE_RULES
from tests.documents.peppol.examples import broken_rules

CASES = [
    (catalogue_response.DOCUMENT, CATALOGUE_RULES, "PEPPOL-T58-R001"),
    (message_level_response.DOCUMENT, MESSAGE_RULES, "PEPPOL-T71-R001"),
]


@pytest.mark.parametrize(("document", "rules", "rule"), CASES)
def test_the_specification_begins_as_the_standard_says(document, rules, rule):
    def broken(customization):
        data = document.write(document.root(customization=customization))
        return broken_rules(xml.read(data), document, rules)

    right = BY_KEY[document.key].customization
    assert broken(right) == broken(f" {right}:extended") == set()
    assert broken("urn:other") == {rule}
