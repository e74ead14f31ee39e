"""Shared by all tests: which database, where the official standards are, what was skipped."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests.web.browser import chromium, site

__all__ = ["chromium", "site"]

if url := os.environ.get("ANSKAFF_TEST_DATABASE_URL"):
    os.environ["ANSKAFF_DATABASE_URL"] = url

# How long one example takes tells of the machine, not of the code; benchmarks look at speed.
settings.register_profile("anskaff", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("anskaff")

PROJECT_ROOT = Path(__file__).resolve().parents[1]
STANDARDS = Path(os.environ.get("ANSKAFF_STANDARDS", PROJECT_ROOT.parent / "shared/standards"))


@pytest.fixture(autouse=True)
def _nobodys_language_lasts() -> Iterator[None]:
    """A page in another language, asked for in one test, is forgotten before the next."""
    yield
    translation.deactivate()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without the official standards folder, the tests that read it are skipped, and say so."""
    if STANDARDS.is_dir():
        return
    skip = pytest.mark.skip(reason="official standards: no folder at ANSKAFF_STANDARDS")
    for item in items:
        if "standards" in item.keywords:
            item.add_marker(skip)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Hand the reasons for skipped tests to `tools/check.py`."""
    kept = os.environ.get("ANSKAFF_SKIPS")
    if not kept:
        return
    with Path(kept).open("a") as file:
        for report in terminalreporter.stats.get("skipped", []):
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else "no reason"
            file.write(f"{report.nodeid.split('::')[0]}: {reason}\n")
