"""Write anew the hashes of the official files, from a folder that was checked by hand.

    .venv/bin/python tools/standards.py FOLDER

Parts that are not in the folder keep the hash they had.
"""

import sys
from pathlib import Path

from anskaff.documents.standards.parts import PARTS, hashed, tree_hash

LIST = Path(__file__).parents[1] / "src/anskaff/documents/standards/hashes.tsv"
HEAD = "# part, files, bytes, SHA-256 over names and contents; made by tools/standards.py\n"


def main(folder: Path) -> int:
    """Write the list; the answer is 0 when every part was found."""
    kept = LIST.read_text().splitlines() if LIST.exists() else []
    rows = {line.split("\t")[0]: line for line in kept if not line.startswith("#")}
    missing = []
    for part in PARTS.values():
        hashes = hashed(part, folder)
        if not hashes:
            missing.append(part.name)
            continue
        tree = tree_hash(hashes)
        rows[part.name] = f"{part.name}\t{tree.files}\t{tree.size}\t{tree.sha256}"
    LIST.write_text(HEAD + "".join(f"{rows[name]}\n" for name in PARTS if name in rows))
    for name in missing:
        print(f"Not in {folder}: {name}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
