import re

import pytest

from tests.documents.peppol.examples import examples, misfits

DOCUMENTS = ("order", "order_change", "order_cancellation")
STRAY = re.compile("stray: .*/@(listID|schemeID|unitCodeListID)$")
"""Attributes of UBL that Peppol does not speak of; two examples have them."""
EXAMPLES = [(key, file) for key in DOCUMENTS for file in examples(key)]


@pytest.mark.standards
@pytest.mark.parametrize(("key", "file"), EXAMPLES, ids=lambda each: getattr(each, "name", each))
def test_everything_in_an_official_example_has_its_place(key, file):
    assert [each for each in misfits(file, key) if not STRAY.match(each)] == []
