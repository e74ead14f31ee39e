"""Write the reference pages of the documents, from their tables and rules.

.venv/bin/python tools/reference.py           write docs/reference/<document>.md and README.md
.venv/bin/python tools/reference.py --check   only tell which pages differ; 1 if any
"""

import sys
from pathlib import Path

from anskaff.documents.eforms import reference_page as notices
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.reference import rows
from anskaff.documents.ubl.reference_page import MADE_BY, reference_page

FOLDER = Path(__file__).parents[1] / "docs/reference"


def pages() -> dict[str, str]:
    """The text of each page by the name of its file."""
    written = {}
    index = [
        "# The documents",
        "",
        f"{MADE_BY} How documents are read, written and checked: [Documents](../documents.md).",
        "",
        "| Document | Bokmål | Nynorsk | Terms | Our rule set |",
        "| --- | --- | --- | --- | --- |",
    ]
    for each in known.DOCUMENTS:
        document = shelf.document(each)
        if document is None:
            continue
        sets = shelf.rule_sets(each)
        written[f"{each.key}.md"] = reference_page(document, sets, module_of(each))
        terms = sum(1 for _ in rows(document.root))
        rules = f"`{sets[-1].id}`" if sets else "none"
        name = f"[{each.name.en}]({each.key}.md)"
        index.append(f"| {name} | {each.name.nb} | {each.name.nn} | {terms} | {rules} |")
    written["notice.md"] = notices.reference_page(MADE_BY)
    terms_of_notices = f"{notices.count()} | the fields of the SDK"
    index.append(
        f"| [Notice (eForms)](notice.md) | Kunngjøring | Kunngjering | {terms_of_notices} |"
    )
    others = [each.name.en for each in known.DOCUMENTS if f"{each.key}.md" not in written]
    if others:
        index += ["", f"Only recognised, and checked by the official rules: {', '.join(others)}."]
    return {**written, "README.md": "\n".join(index) + "\n"}


def module_of(each: known.Known) -> str:
    """Where a document stands in Python."""
    return f"anskaff.documents.peppol.{each.place or each.key}"


def main(wish: str) -> int:
    """Write, or compare; the answer is 1 when a page was not up to date."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    kept = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    differs = sorted(name for name in {*made, *kept} if made.get(name) != kept.get(name))
    for name in differs:
        print(f"Differs: {name}")
    if wish == "--check":
        return 1 if differs else 0
    for name in differs:
        if name in made:
            (FOLDER / name).write_text(made[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[-1]))
