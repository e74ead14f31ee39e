import pytest

from tests.documents.peppol.examples import examples, misfits


@pytest.mark.standards
@pytest.mark.parametrize("file", list(examples("despatch_advice")), ids=lambda file: file.name)
def test_everything_in_an_official_example_has_its_place(file):
    assert misfits(file, "despatch_advice") == []
