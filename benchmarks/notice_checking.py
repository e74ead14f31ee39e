"""How fast a notice is checked, as ratios in one run, and the table of the publishers' examples.

    .venv/bin/python benchmarks/notice_checking.py [--table]

- own against official: our engine, and the EU's Schematron as it is published (all subtypes in one
  file, as its README says) and cut down to the one subtype, all warm, all on SaxonC;
- overhead: our official layer, from the tree to findings in words, against bare SaxonC on the same
  stylesheet.

CPU time of this process, garbage collection off, in many short rounds in which the contestants take
turns, so that other work on the machine falls on all of them. In each round each has the processor
for as long as the others, so that all are as warm. Milliseconds are those of the best round, ratios
the median of those in each round.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from lxml import etree
from tests.conftest import STANDARDS
from tests.documents.notices import ON, SDK_EXAMPLES, content

from anskaff.documents import checking, xml
from anskaff.documents.eforms import recognising, rulebook
from anskaff.documents.eforms.asking.engine import Engine as Own
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.answer import Answer, Job, Kind
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.saxon import Engine

NAMES = ("cn_24_cumbria", "can_24_LSBU", "pin-only_24", "E3_minimal", "INVALID_cn_24_stage-2")
ROUNDS, TURN_SECONDS = 30, 0.03
WARM = 20


class InProcess:
    """The official engine without a process of its own, so that CPU time is comparable."""

    def __init__(self) -> None:
        self.engine = Engine()

    def ask(self, job: Job, document: bytes) -> Answer:
        return self.engine.ask(job, document.decode())


def rounds(*contestants: Callable[[], object]) -> list[list[float]]:
    """Milliseconds of CPU for one call of each, round by round."""
    turns = [(work, max(2, round(TURN_SECONDS / _once(work)))) for work in contestants]
    found: list[list[float]] = [[] for _ in contestants]
    gc.collect()
    gc.disable()
    for _ in range(ROUNDS):
        for (work, times), taken in zip(turns, found, strict=True):
            began = time.process_time()
            for _ in range(times):
                work()
            taken.append(1000 * (time.process_time() - began) / times)
    gc.enable()
    return found


def ratio(one: list[float], other: list[float]) -> float:
    """How many times as long one takes as the other."""
    return median(a / b for a, b in zip(one, other, strict=True))


def _once(work: Callable[[], object]) -> float:
    """Seconds for one call, after some."""
    for _ in range(WARM):
        work()
    began = time.process_time()
    work()
    return time.process_time() - began


def ready(saxon: Engine, file: Path) -> object:
    """The compiled stylesheet of a file."""
    return saxon._ready(Job(Kind.SCHEMATRON, file, file.parent)).plain  # noqa: SLF001 - the bare engine


def bare(saxon: Engine, sheet: Any, plain: str) -> Callable[[], object]:
    """SaxonC and nothing else."""
    return lambda: sheet.transform_to_string(xdm_node=saxon.processor.parse_xml(xml_text=plain))


def ratios() -> None:
    bundle, asks = Bundle(STANDARDS), InProcess()
    official = Official(bundle, asks)
    saxon = asks.engine
    entry = bundle.file("eforms-sdk-1.14", f"{rulebook.STATIC}/{rulebook.ENTRY}")
    whole = ready(saxon, entry)
    print(
        f"{'notice':24} {'own':>7} {'subtype':>8} {'whole':>7} {'own/sub':>8} {'own/all':>8} {'over':>6}"
    )
    by_subtype, by_whole, over = [], [], []
    for name in NAMES:
        root = xml.read(content(SDK_EXAMPLES / f"{name}.xml"))
        notice = recognising.recognised(root)
        assert notice is not None
        rules = notice.official(ON)
        assert rules is not None
        own = Own(notice.book(bundle, ON))
        made = rules.files[0].made(bundle)
        one = ready(saxon, made)
        plain = etree.tostring(root, encoding="unicode")

        whole_file, ours, single, layer = rounds(
            bare(saxon, whole, plain),
            partial(own.ask, root, ON),
            bare(saxon, one, plain),
            partial(official.check, root, rules, steps={Step.SCHEMATRON}),
        )
        by_subtype.append(ratio(single, ours))
        by_whole.append(ratio(whole_file, ours))
        over.append(ratio(layer, single))
        print(
            f"{name:24} {min(ours):7.2f} {min(single):8.2f} {min(whole_file):7.2f} "
            f"{by_subtype[-1]:7.1f}x {by_whole[-1]:7.1f}x {over[-1]:5.2f}x"
        )
    print(
        f"median: own {median(by_whole):.1f} times as fast as the whole official file, "
        f"{median(by_subtype):.1f} as the one subtype; our overhead {median(over):.2f}"
    )


def table() -> int:
    """Every example with an expected verdict: its rules, and ours."""
    listed = json.loads((STANDARDS / "EXPECTED.json").read_text())
    differ = 0
    for name, told in listed.items():
        if not name.startswith("eforms-") or "valid" not in told:
            continue
        [(_, report)] = checking.check_file(content(STANDARDS / name), on=ON, bundle=STANDARDS)
        fatal = {each.kind.rule for each in report.findings if each.stops}
        same = (report.verdict.value == "valid") is told["valid"]
        same = same and set(told.get("errors", fatal)) == fatal
        differ += not same
        print(f"{'same' if same else 'DIFFERS':8} {report.verdict.value:8} {len(fatal):3}  {name}")
    print(f"{differ} differ")
    return differ


if __name__ == "__main__":
    sys.exit(table()) if "--table" in sys.argv else ratios()
