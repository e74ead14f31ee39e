"""Papers as PDF/A-2b and PDF/UA-1: archived as they are, and read aloud in the right order.

The layout is a Typst template in `typst/`; content goes in as JSON, so nothing that a person wrote
is read as markup. Only the fonts that Typst carries are used: every machine makes the same file.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from anskaff.competition.paper import Paper, PaperJson, written

TEMPLATES = Path(__file__).parent / "typst"


def render(template: str, content: Mapping[str, PaperJson], language: str) -> bytes:
    """A tagged PDF of `typst/<template>.typ` filled with `content`, with `language` as its own.

    Raises:
        FileNotFoundError: there is no such template.
    """
    import typst

    source = (TEMPLATES / f"{template}.typ").read_bytes()
    return typst.compile(
        source,
        format="pdf",
        pdf_standards=["a-2b", "ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps({**content, "language": language}, ensure_ascii=False)},
    )


def printed(paper: Paper, language: str, on: date) -> bytes:
    """A paper of a case in one language, dated `on`."""
    return render("document", {**written(paper, language), "made_on": _numbers(on)}, language)


def printed_content(content: Mapping[str, PaperJson], language: str, on: date) -> bytes:
    """As `printed`, for a paper that was written before, such as an award letter."""
    return render("document", {**content, "made_on": _numbers(on)}, language)


def _numbers(on: date) -> list[PaperJson]:
    return [on.year, on.month, on.day]
