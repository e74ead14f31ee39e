"""How far our own rules agree with the official test sets and examples, folder by folder.

    .venv/bin/python benchmarks/native_agreement.py [FOLDER OF THE LIST ...]

Prints one line per folder, then every difference by name with the reason when we know it, then
the documents that we have no own rules for yet.
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents import expected, native_engine

COLUMNS = ("cases", "agree", "explained", "differ", "none yet")


def outcome(case: expected.Case, told: list[str]) -> str:
    """Which column a case belongs to; `told` gets the differences in words."""
    broken = native_engine.broken_by(case)
    if broken is None:
        return COLUMNS[-1]
    found = list(native_engine.differences(case, broken))
    told += [f"{case.name}: {one}\n    {why or 'NO REASON IS KNOWN'}" for one, why in found]
    if not found:
        return "agree"
    return "explained" if all(why for _, why in found) else "differ"


def main(folders: list[str]) -> int:
    began = time.monotonic()
    told: list[str] = []
    missing: Counter[str] = Counter()
    wrong = 0
    print(f"{'folder':24}" + "".join(f"{each:>10}" for each in COLUMNS))
    for folder in folders:
        counted: Counter[str] = Counter()
        for case in expected.cases(STANDARDS, folder):
            column = outcome(case, told)
            counted.update(("cases", column))
            if column == COLUMNS[-1]:
                rules = expected.rule_set_for(case)
                missing[rules.id if rules else case.file] += 1
        wrong += counted["differ"]
        print(f"{folder:24}" + "".join(f"{counted[each]:10}" for each in COLUMNS), flush=True)
    print("\n".join(told) or "No differences.")
    for name, count in sorted(missing.items()):
        print(f"no own rules yet: {name}, {count} cases")
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(expected.FOLDERS)))
