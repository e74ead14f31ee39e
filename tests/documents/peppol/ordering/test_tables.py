import pytest

from tests.documents.peppol.examples import examples, misfits

DOCUMENTS = ("order_cancellation",)
EXAMPLES = [(key, file) for key in DOCUMENTS for file in examples(key)]


@pytest.mark.standards
@pytest.mark.parametrize(("key", "file"), EXAMPLES, ids=lambda each: getattr(each, "name", each))
def test_everything_in_an_official_example_has_its_place(key, file):
    assert misfits(file, key) == []
