"""The glossary names what is in the code."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_code_name_in_the_glossary_exists() -> None:
    source = "\n".join(path.read_text() for path in (ROOT / "src/anskaff").rglob("*.py"))
    rows = [line for line in (ROOT / "docs/glossary.md").read_text().splitlines() if "| `" in line]
    names = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[4])}
    assert len(names) > 20
    missing = {name for name in names if not re.search(rf"\b{name}\b", source)}
    assert missing == set()


def test_every_row_has_all_three_languages() -> None:
    for line in (ROOT / "docs/glossary.md").read_text().splitlines():
        if line.startswith("| ") and not line.startswith("| nb"):
            assert all(cell.strip() for cell in line.split("|")[1:5]), line
