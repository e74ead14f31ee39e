import pytest

from tests.documents.peppol.examples import examples, misfits


@pytest.mark.standards
@pytest.mark.parametrize("file", list(examples("invoice_response")), ids=lambda file: file.name)
def test_everything_in_an_official_example_has_its_place(file):
    assert misfits(file, "invoice_response") == []
