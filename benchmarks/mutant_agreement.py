"""Documents made wrong on purpose, by the thousand: our rules and the official ones compared.

    .venv/bin/python benchmarks/mutant_agreement.py [COUNT] [SEED] [DOCUMENT ...]

Prints one line per document: how many mutants the schema let through, how many differ, and how many
rules were broken; then each difference once, with the first mutant that shows it kept as a file.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents.mutants import compared, keys

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool


def main(count: int, seed: int, documents: list[str]) -> int:
    wrong = 0
    folder = Path(tempfile.mkdtemp(prefix="mutants-"))
    print(f"{'document':26}{'compared':>9}{'differ':>8}{'rules':>7}{'seconds':>9}")
    with Pool(1) as pool:
        official = Official(Bundle(STANDARDS), pool)
        for key in documents:
            began = time.monotonic()
            asked = differ = 0
            rules: set[str] = set()
            kinds: Counter[tuple[str, ...]] = Counter()
            for told in compared(key, official, count=count, seed=seed):
                asked += 1
                rules |= told.broken
                if told.differences:
                    differ += 1
                    if not kinds[told.differences]:
                        name = f"{key}-{len(kinds)}.xml"
                        (folder / name).write_bytes(told.document)
                    kinds[told.differences] += 1
            seconds = time.monotonic() - began
            print(f"{key:26}{asked:9}{differ:8}{len(rules):7}{seconds:9.0f}", flush=True)
            for at, (told_differences, times) in enumerate(kinds.items()):
                print(f"  {times} times, {folder}/{key}-{at}.xml: {'; '.join(told_differences)}")
            wrong += differ
    return 1 if wrong else 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(
        main(
            int(arguments[0]) if arguments else 1000,
            int(arguments[1]) if arguments[1:] else 1,
            arguments[2:] or keys(),
        )
    )
