"""Every document with a table comes back as it was: official examples, and any values at all."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.json_form import from_json, to_json
from anskaff.documents.ubl.showing import shown
from tests.conftest import STANDARDS
from tests.documents.ubl.canonical import canonical
from tests.documents.ubl.strategies import documents

FAMILIES = (
    "peppol-billing-3.0.21",
    "en16931-1.3.16",
    "peppol-post-award-3",
    "peppol-logistics-1.2",
    "ehf-post-award-g3",
    "peppol-network/mls-1.0.1",
)


def examples():
    """Official examples of documents that have a table."""
    for family in FAMILIES:
        for file in sorted((STANDARDS / family).rglob("*.xml")):
            named = "example" in str(file).lower() or "testfiles" in str(file)
            if not named or "bad" in file.parts:
                continue
            root = xml.read(file.read_bytes(), limits=LIMITS)
            found = known.recognised(root)
            if found and shelf.document(found):
                yield pytest.param(found, file, id=f"{found.key}:{file.name}")


@pytest.mark.standards
@pytest.mark.parametrize(("found", "file"), list(examples()))
def test_an_official_example_comes_back_as_it_was(found, file):
    data = file.read_bytes()
    document = shelf.document(found)
    value = document.read(data)
    assert canonical(document.write(value)) == canonical(data)
    form = json.loads(json.dumps(to_json(value)))
    again = from_json(form, document.root)
    assert again == value
    assert canonical(document.write(again)) == canonical(data)
    for language in ("nb", "nn", "en"):
        assert all(line.label for line in shown(value, language))


@pytest.mark.parametrize("document", shelf.documents(), ids=lambda document: document.key)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_values_come_back_as_they_were(document, data):
    value = data.draw(documents(document.root))
    assert document.read(document.write(value)) == value
    assert from_json(to_json(value), document.root) == value
