"""Papers of a case as tagged PDF/A; the layout is a Typst template in `typst/`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from anskaff.competition.paper import Paper, PaperJson, written
from anskaff.documents import typesetting

TEMPLATES = Path(__file__).parent / "typst"


def render(template: str, content: Mapping[str, PaperJson], language: str) -> bytes:
    """A tagged PDF of `typst/<template>.typ` filled with `content`, with `language` as its own.

    Raises:
        FileNotFoundError: there is no such template.
    """
    return typesetting.pdf(TEMPLATES / f"{template}.typ", content, language)


def printed(paper: Paper, language: str, on: date) -> bytes:
    """A paper of a case in one language, dated `on`."""
    return render("document", {**written(paper, language), "made_on": _numbers(on)}, language)


def printed_content(content: Mapping[str, PaperJson], language: str, on: date) -> bytes:
    """As `printed`, for a paper that was written before, such as an award letter."""
    return render("document", {**content, "made_on": _numbers(on)}, language)


def _numbers(on: date) -> list[PaperJson]:
    return [on.year, on.month, on.day]
