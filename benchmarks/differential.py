"""Our own rules against the official engine on documents made wrong by chance, for long.

    nice .venv/bin/python benchmarks/differential.py [FAMILY ...] [--count 20000] [--seed 1]
        [--kind order] [--from 0]

Changes each official example of a family (billing, en16931, post-award, logistics, ehf, network):
deletes, doubles, swaps, changes, moves, adds what our tables have, or with a seed that ends in u,
such as 1u, all that UBL has. Keeps what the schema allows until there are `count`, shared equally
by the kinds of document whose rules are complete, and compares the rules that are broken, fatal
and warning. Prints each difference by rule with the names of mutants that show it, and by name each
rule that we tell and on which the official engine stopped, which is no difference; `stopped` are
mutants that the official rules could not be run on, `unseen` those that break the schema and that
our own rules find nothing wrong with.

    .venv/bin/python benchmarks/differential.py --show NAME

writes the mutant of that name and what both say of it.
"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents import differential
from tests.documents.official_engine import PROCESSES

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool

BATCH = 200
SHOWN = 3


def run(
    kind: differential.Kind, official: Official, options: argparse.Namespace, share: int
) -> int:
    """Compare until so many valid mutants are seen; prints and gives how many differ."""
    began = time.monotonic()
    valid = invalid = unseen = differing = stopped = 0
    by_rule: dict[str, list[str]] = defaultdict(list)
    start = options.start
    while valid < share:
        for each in differential.compared(
            kind, official, options.seed, range(start, start + BATCH), PROCESSES
        ):
            valid += each.valid and not each.stopped
            stopped += bool(each.stopped)
            invalid += not each.valid
            unseen += not each.valid and not each.seen
            differing += bool(each.differences)
            for difference in each.differences:
                by_rule[difference].append(each.name)
            for rule in each.unasked:
                by_rule[f"{rule}: the official engine stopped on it, ours tells it"].append(
                    each.name
                )
        start += BATCH
    seconds = time.monotonic() - began
    print(
        f"{kind.name:52} {valid:6} {differing:6} {stopped:7} {invalid:6} {unseen:6} "
        f"{seconds:6.0f} s",
        flush=True,
    )
    for difference, names in sorted(by_rule.items(), key=lambda each: -len(each[1])):
        print(f"    {len(names):5}  {difference}  {' '.join(names[:SHOWN])}", flush=True)
    return differing


def show(name: str, official: Official) -> None:
    rules, seed, number = name.rsplit("/", 2)
    [kind] = [each for each in differential.kinds() if each.name == rules]
    document = kind.mutator(seed).mutant(int(number))
    print(document.decode())
    print("\n".join(differential.compare(kind, official, document, name).differences))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("families", nargs="*", default=list(differential.FAMILIES))
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--kind", default="")
    parser.add_argument("--show", default="")
    options = parser.parse_args()
    differing = 0
    with Pool(PROCESSES) as pool:
        official = Official(Bundle(STANDARDS), pool)
        if options.show:
            show(options.show, official)
            return 0
        print(f"{'rules':52} {'valid':>6} {'differ':>6} {'stopped':>7} {'broken':>6} {'unseen':>6}")
        for family in options.families:
            every = [each for each in differential.kinds() if each.family == family]
            kinds = [each for each in every if options.kind in each.name]
            for kind in kinds:
                differing += run(kind, official, options, -(-options.count // len(kinds)))
            if not kinds:
                print(f"{family}: no complete rules of our own yet")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
