"""PDF/A-2b and PDF/UA-1 by Typst: archived as it is, and read aloud in the right order.

A template gets its content as JSON, so nothing that a person wrote is read as markup. Only the
fonts that Typst carries are used: every machine makes the same file.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Content: TypeAlias = "str | int | Sequence[Content] | Mapping[str, Content]"


def pdf(template: Path, content: Mapping[str, Content], language: str) -> bytes:
    """A tagged PDF of a template filled with `content`, with `language` as its own.

    Raises:
        FileNotFoundError: there is no such template.
    """
    import typst

    return typst.compile(
        template.read_bytes(),
        format="pdf",
        pdf_standards=["a-2b", "ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps({**content, "language": language}, ensure_ascii=False)},
    )
