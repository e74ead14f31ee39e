"""Our own engine against the official one on notices made wrong by chance, for long.

    nice .venv/bin/python benchmarks/notice_mutants.py [NAME ...] [--count 200] [--seed 1]

Changes each valid example of the publishers (or those whose file begins with a name) in one to
three places, as `tests/documents/mutations.py` tells, and compares the rules that each mutant
breaks, with their places. One line for each example, and one for each mutant that differs; `missed`
are those where the official engine tells what ours does not. Ends with an error when any differs.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents.notice_mutants import compared

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool

COMPILING_SECONDS = 600


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    expected = json.loads((STANDARDS / "EXPECTED.json").read_text())
    examples = [
        STANDARDS / name
        for name, told in expected.items()
        if name.startswith("eforms-") and told.get("valid")
        if not options.names or Path(name).name.startswith(tuple(options.names))
    ]
    began = time.monotonic()
    all_mutants = differing = missed = rules = 0
    with Pool(1, timeout_seconds=COMPILING_SECONDS) as pool:
        official = Official(Bundle(STANDARDS), pool)
        for example in examples:
            mutants = list(compared(example, official, options.seed, range(options.count)))
            wrong = [each for each in mutants if each.differs]
            broken = sum(each.broken for each in mutants)
            print(f"{len(mutants):5} {broken:6} {len(wrong):4}  {example.relative_to(STANDARDS)}")
            for each in wrong:
                print(f"      {each}", flush=True)
            all_mutants += len(mutants)
            rules += broken
            differing += len(wrong)
            missed += sum(bool(each.only_official) for each in wrong)
    print(
        f"{len(examples)} examples, {all_mutants} mutants that break {rules} rules: "
        f"{differing} differ, {missed} missed, {time.monotonic() - began:.0f} s"
    )
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
