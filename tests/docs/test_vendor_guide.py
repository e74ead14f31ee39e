"""The guide for system vendors names deeds and addresses that exist."""

import re

import pytest

from anskaff.api.main import api
from anskaff.web.records import words
from tests.conftest import PROJECT_ROOT

GUIDE = (PROJECT_ROOT / "docs/guides/vendor.md").read_text()


def test_every_deed_in_the_guide_is_a_deed() -> None:
    told = set(re.findall(r"^\| `(competition\.\w+)`", GUIDE, re.MULTILINE))
    deeds = {one.name for room in words.ROOMS_OF_DEEDS for one in room.DEEDS}
    assert len(told) > 5
    assert told <= deeds


@pytest.mark.django_db
def test_every_address_in_the_guide_is_in_the_document() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    known = [re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "$") for path in paths]
    told = set(re.findall(r"/api/v1/[\w/-]+(?![\w/.-])", GUIDE)) - {"/api/v1/docs"}
    assert len(told) > 4
    for address in told - {"/api/v1/openapi"}:
        assert any(path.match(address) for path in known), address
