"""Notices to check: the publishers' examples, with a day where they have a placeholder."""

from datetime import date
from pathlib import Path

from tests.conftest import STANDARDS

ON = date(2026, 11, 21)
SDK_EXAMPLES = STANDARDS / "eforms-sdk-1.14.2/examples/notices"
NORWEGIAN = STANDARDS / "eforms-nor/tests"
PLACES = {
    b"${ISSUEDATE}": b"2026-11-21+01:00",
    b"${ISSUETIME}": b"12:00:00+01:00",
    b"${EFORMS_MINOR}": b"1.14",
}


def content(path: Path) -> bytes:
    """A file with its placeholders filled in."""
    data = path.read_bytes()
    for place, value in PLACES.items():
        data = data.replace(place, value)
    return data
