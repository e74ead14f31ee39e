"""How far official test sets and examples agree with the official layer, folder by folder.

    .venv/bin/python benchmarks/official_agreement.py [FOLDER WITH THE OFFICIAL FILES]

Prints one line per folder, then every difference by name, with the reason when we know it.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents import expected
from tests.documents.official_engine import PROCESSES, all_broken

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool


def main(standards: Path) -> int:
    began = time.monotonic()
    results: dict[str, tuple[int, int, int]] = {}
    differences: list[str] = []
    with Pool(PROCESSES) as pool:
        official = Official(Bundle(standards), pool)
        for folder in expected.FOLDERS:
            documents = explained = unexplained = 0
            for case, broken in all_broken(official, expected.cases(standards, folder)):
                documents += 1
                told = expected.compare(case, broken)
                reasons = [expected.explanation(case, one) for one in told]
                explained += bool(told) and all(reasons)
                unexplained += not all(reasons)
                differences += [
                    f"{case.name}: {one}\n    {reason or 'NO REASON IS KNOWN'}"
                    for one, reason in zip(told, reasons, strict=True)
                ]
            results[folder] = (documents, explained, unexplained)
    print(expected.table(results))
    for folder in expected.FOLDERS:
        if left := expected.outside(standards, folder):
            print(f"{folder}: {len(left)} envelopes (SBDH) are not documents and are left out")
    print("\n".join(differences) or "No differences.")
    print(f"{time.monotonic() - began:.0f} s on {PROCESSES} processes")
    return 1 if any(unexplained for _, _, unexplained in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else STANDARDS))
