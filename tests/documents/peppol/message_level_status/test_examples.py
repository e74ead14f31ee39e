import pytest

from tests.documents.peppol.examples import examples, misfits


@pytest.mark.standards
@pytest.mark.parametrize("file", list(examples("message_level_status")), ids=lambda file: file.name)
def test_everything_in_an_official_example_has_its_place(file):
    assert misfits(file, "message_level_status") == []
