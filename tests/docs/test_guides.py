"""The guides show what is there: every picture, link and quoted button exists."""

import re
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src/anskaff/web"
GUIDES = sorted((ROOT / "docs/guides").glob("*.md"))
WITH_QUOTES = [guide for guide in GUIDES if guide.name in {"buyer.md", "supplier.md"}]
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
QUOTED = re.compile(r"«([^»]+)»")
NOT_NAMES = {"hermetegn"}


def named(path: Path) -> str:
    return path.name


@pytest.fixture(scope="module")
def screen_texts() -> str:
    """All texts of templates and pages, each within its quotation marks."""
    sources = chain(WEB.rglob("*.html"), WEB.rglob("*.py"))
    return "\n".join(source.read_text() for source in sources)


def test_there_is_a_guide_for_buyers_and_one_for_suppliers() -> None:
    assert len(WITH_QUOTES) == 2


@pytest.mark.parametrize("guide", GUIDES, ids=named)
def test_every_picture_and_link_of_a_guide_resolves(guide: Path) -> None:
    targets = [target for target in LINK.findall(guide.read_text()) if "://" not in target]
    assert targets
    assert [target for target in targets if not (guide.parent / target).exists()] == []


@pytest.mark.parametrize("guide", WITH_QUOTES, ids=named)
def test_every_quoted_name_is_on_the_screen(guide: Path, screen_texts: str) -> None:
    names = {" ".join(one.split()) for one in QUOTED.findall(guide.read_text())} - NOT_NAMES
    assert names
    found = {
        one
        for one in names
        if any(f"{mark}{one}{mark}" in screen_texts for mark in ('"', "'"))
        or f">{one}<" in screen_texts
    }
    assert names - found == set()


def test_every_picture_is_shown_somewhere() -> None:
    shown = (ROOT / "README.md").read_text() + "".join(guide.read_text() for guide in GUIDES)
    pictures = [picture.name for picture in (ROOT / "docs/images").glob("*.png")]
    assert pictures
    assert [name for name in pictures if f"images/{name})" not in shown] == []
