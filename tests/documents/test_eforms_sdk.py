"""What the installed eForms SDK says about fields."""

from datetime import date
from pathlib import Path

import pytest

from anskaff.documents.eforms import sdk
from anskaff.documents.eforms.sdk import Need
from anskaff.documents.standards.bundle import Bundle, NotUsable
from tests.conftest import STANDARDS

pytestmark = pytest.mark.standards


@pytest.fixture(name="installed")
def _installed() -> sdk.Sdk:
    return sdk.installed(Bundle(STANDARDS), sdk.RELEASES[0])


def test_a_notice_names_its_release(installed: sdk.Sdk) -> None:
    found = sdk.release("eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2023:eforms:national")
    assert found is not None
    assert found.version == installed.version
    assert sdk.release("eforms-sdk-0.1") is None
    assert sdk.release_on(date(2026, 11, 21)).minor == "1.14"


def test_a_field_is_needed_forbidden_or_optional_by_subtype(installed: sdk.Sdk) -> None:
    assert installed.mandatory("BT-105-Procedure", "16")
    assert not installed.allowed("BT-127-notice", "16")
    assert installed.allowed("BT-127-notice", "4")
    assert installed.need("BT-500-Organization-Company", "E3") is Need.REQUIRED
    assert installed.need("BT-541-Lot-WeightNumber", "16") is Need.FORBIDDEN_IF
    assert not installed.mandatory("BT-541-Lot-WeightNumber", "16")


def test_national_subtypes_follow_their_eu_subtypes(installed: sdk.Sdk) -> None:
    for field in installed.fields:
        assert installed.need(field, "N16") is installed.need(field, "16")


def test_a_condition_tells_which_fields_it_looks_at(installed: sdk.Sdk) -> None:
    for field in installed.fields.values():
        for conditions in field.conditions.values():
            for condition in conditions:
                assert condition.mentions, condition.expression
                assert set(condition.mentions) <= installed.fields.keys(), condition.expression


def test_every_field_stands_in_a_node_with_its_path(installed: sdk.Sdk) -> None:
    for field in installed.fields.values():
        assert field.absolute.startswith("/*/")
        assert field.node in installed.nodes
    assert len(installed.subtypes) == 51


def test_a_bundle_without_the_release_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotUsable, match=r"eforms-sdk-1\.14 1\.14\.2"):
        sdk.installed(Bundle(tmp_path), sdk.RELEASES[0])
