"""Whether notices get the same combined verdict after they were read and written again.

    .venv/bin/python benchmarks/notice_rewriting.py

Every notice of the standards in a release whose rules we have, by schema, our own rules and the
official ones; one line each, and how many differ. It measures agreement, not speed.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.conftest import STANDARDS
from tests.documents.rewritten import judged, pairs

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool

SECONDS_A_NOTICE = 600


def main() -> int:
    began = time.monotonic()
    notices = [each for each in pairs() if each.rule_set]
    differ = 0
    with Pool(1, timeout_seconds=SECONDS_A_NOTICE) as pool:
        official = Official(Bundle(STANDARDS), pool)
        for each in notices:
            before, after = judged(each.original, official), judged(each.rewritten, official)
            differ += before != after
            word = "same" if before == after else "DIFFERS"
            rules = sum(before.broken.values())
            name = each.path.relative_to(STANDARDS)
            print(f"{word:8} {before.verdict:8} {len(before.ran)} layers {rules:3}  {name}")
    print(f"{len(notices)} notices, {differ} differ, {time.monotonic() - began:.0f} s")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
