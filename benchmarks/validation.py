"""How fast our own check is against SaxonC with the official rules, and how it grows.

    .venv/bin/python benchmarks/validation.py [PART ...]

Parts: ratios, senders, growth, reading, memory, cores, importing; all of them in one run when none is named. Times are
CPU time of this process, the contestants take turns, and a ratio is one of medians. SaxonC runs the
official EN 16931 and Peppol rules warm: parse, and both stylesheets on the same tree. `mock-einvoice`
is asked when it is installed; it is no part of Anskaff.
"""

import gc
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from statistics import median
from subprocess import run

sys.path.insert(0, str(Path(__file__).parent))

from bills import EXAMPLES, STANDARDS, USUAL, bill, mixed, of_senders
from lxml import etree

from anskaff.documents import checking
from anskaff.documents.peppol import invoice
from anskaff.documents.peppol.billing import LISTS
from anskaff.documents.ubl import automaton
from anskaff.documents.validation.answer import Job, Kind
from anskaff.documents.validation.saxon import Engine

ON = date(2026, 11, 21)
OTHER = "Vat-category-S.xml"
SIZES = {10: 300, 100: 40, 5_000: 3}
"""Lines of the invoice, and how many of it are checked for one measurement."""
VARIED = {10: 20, 100: 10, 5_000: 2}
"""How many bills that differ in their amounts take turns."""
WARM = {10: 200, 100: 100, 5_000: 20}
"""How many are checked before; the stylesheets are compiled before, too."""
ROUNDS = 7
SENDERS = ((40, 10, 40), (40, 100, 20), (150, 10, 40))
"""How many senders, lines of each bill, and how often each sender was met before."""
GROWTH = (10, 100, 1_000, 20_000, 50_000)
SMALL_FILES = 10_000
Work = Callable[[], object]


def native(*several: bytes) -> Work:
    """Our check of one after the other."""
    turns = cycle(several)
    return lambda: checking.check(next(turns), on=ON, bundle=STANDARDS)


def at_first_sight(data: bytes) -> Work:
    """Our check where no document of any kind came before."""

    def work() -> None:
        automaton.MEMORY.forget()
        checking._FAMILIAR._known.clear()  # noqa: SLF001
        checking.check(data, on=ON, bundle=STANDARDS)

    return work


def saxon(engine: Engine, *several: bytes) -> Work:
    """Both official stylesheets on one tree; they were compiled, and find nothing here."""
    texts = [data.decode() for data in several]
    jobs = [Job(Kind.SCHEMATRON, STANDARDS / each, STANDARDS) for each in LISTS]
    for job in jobs:
        for text in texts:
            answer = engine.ask(job, text)
            assert not answer.found, answer
            assert not answer.stopped, answer
    ready = [engine.compiled[job].plain for job in jobs]
    turns = cycle(texts)

    def work() -> None:
        node = engine.processor.parse_xml(xml_text=next(turns))
        for each in ready:
            each.transform_to_string(xdm_node=node)

    return work


def peer(data: bytes) -> Work | None:
    """`mock-einvoice` with all its rules, when it is there."""
    if find_spec("mockeinvoice") is None:
        return None
    mockeinvoice = import_module("mockeinvoice")

    _, report = mockeinvoice.validate(data)
    assert report.verdict == "valid", report.failures
    return lambda: mockeinvoice.validate(data)


def seconds(work: Work, times: int) -> float:
    gc.collect()
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times


def medians(works: list[Work], times: int, rounds: int = ROUNDS) -> list[float]:
    """The median of each in seconds; they take turns, so that all meet the same machine."""
    for each in works:
        each()
    taken = [[seconds(each, times) for each in works] for _ in range(rounds)]
    return [median(each) for each in zip(*taken, strict=True)]


def ratios() -> None:
    """Bills of one sender in turn, each with amounts of its own; then one as the first of all."""
    engine = Engine()
    print(
        "| Example | Lines | Ours, ms | SaxonC, ms | Ratio | At first sight"
        " | mock-einvoice, ms | Ratio |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for example in (USUAL, OTHER):
        for lines, times in SIZES.items():
            data, *others = (bill(lines, example, number) for number in range(VARIED[lines]))
            works = [native(data, *others), saxon(engine, data, *others)]
            for _ in range(WARM[lines]):
                works[0]()
            ours, theirs = medians(works, max(1, times // 10))
            beside = "not installed | –"
            other = peer(data)
            if other is not None:
                mine, its = medians([works[0], other], max(1, times // 40), 3)
                beside = f"{its * 1000:.0f} | {its / mine:.1f}"
            [strange] = medians([at_first_sight(data)], max(1, times // 10))
            print(
                f"| {example} | {lines:,} | {ours * 1000:.2f} | {theirs * 1000:.1f}"
                f" | {theirs / ours:.1f} | {theirs / strange:.1f} | {beside} |",
                flush=True,
            )


def senders() -> None:
    """Bills of many senders in turn, whose tags differ; each sender was met before."""
    print("| Senders | Lines | Ours, ms | SaxonC, ms | Ratio |")
    print("|---:|---:|---:|---:|---:|")
    engine = Engine()
    for count, lines, met in SENDERS:
        several = [
            data
            for data in of_senders(count, lines)
            if checking.check(data, on=ON, bundle=STANDARDS).verdict is checking.Verdict.VALID
        ]
        ours = native(*several)
        for _ in range(met * len(several)):
            ours()
        mine, its = medians([ours, saxon(engine, *several)], len(several), 5)
        print(
            f"| {len(several)} | {lines} | {mine * 1000:.2f} | {its * 1000:.1f}"
            f" | {its / mine:.1f} |",
            flush=True,
        )


def growth() -> None:
    """Each size in time per line, of a sender known before; the first has the document itself."""
    print("| Lines | ms | µs a line | Against 1 000 lines |")
    print("|---:|---:|---:|---:|")
    works = [native(bill(lines)) for lines in GROWTH]
    for _ in range(WARM[10]):
        works[0]()
    times = [max(1, 20_000 // lines) for lines in GROWTH]
    for each in works:
        each()
    rounds = [[seconds(*each) for each in zip(works, times, strict=True)] for _ in range(5)]
    taken = [median(each) for each in zip(*rounds, strict=True)]
    usual = taken[GROWTH.index(1_000)] / 1_000
    for lines, each in zip(GROWTH, taken, strict=True):
        print(
            f"| {lines:,} | {each * 1000:.2f} | {each / lines * 1e6:.1f} | {each / lines / usual:.2f} |"
        )


def reading() -> None:
    print("| Lines | Parse, ms | Read to values | Bare write, ms | Write |")
    print("|---:|---:|---:|---:|---:|")
    for lines, times in ((100, 20), (5_000, 1)):
        data = bill(lines)
        root, document = etree.fromstring(data), invoice.read(data)
        works = [
            lambda data=data: etree.fromstring(data),
            lambda data=data: invoice.read(data),
            lambda root=root: etree.tostring(root, encoding="UTF-8"),
            lambda document=document: invoice.write(document),
        ]
        parse, read, plain, write = medians(works, times)
        print(
            f"| {lines:,} | {parse * 1000:.2f} | {read / parse:.1f} × | {plain * 1000:.2f} | {write / plain:.1f} × |"
        )


REACHES = """
import re, sys
from datetime import date
from pathlib import Path
from anskaff.documents import checking
data = Path(sys.argv[1]).read_bytes()
checking.check(data, on=date(2026, 11, 21), bundle=Path(sys.argv[2]))
most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(len(data) >> 20, int(most[1]) >> 10)
"""


def memory() -> None:
    """The whole check in a process of its own, with all that Python itself takes."""
    import tempfile

    print("| Lines | File, MB | Process at most, MB |")
    print("|---:|---:|---:|")
    for lines in (1_000, 20_000):
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(bill(lines))
            file.flush()
            command = [sys.executable, "-c", REACHES]
            said = run([*command, file.name, STANDARDS], capture_output=True, text=True, check=True)
        size, most = said.stdout.split()
        print(f"| {lines:,} | {size} | {most} |")


def one_small(number: int) -> str:
    files = mixed()
    return checking.check(files[number % len(files)], on=ON, bundle=STANDARDS).verdict.value


def cores() -> None:
    """Many small files of many kinds, as `anskaff validate` shares them; wall time."""
    print("| Files | Kinds of document | 1 core, s | 2 cores, s | Ratio |")
    print("|---:|---:|---:|---:|---:|")
    kinds = {checking.check(each, on=ON, bundle=STANDARDS).document for each in mixed()}
    taken: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(3):
        for processes, all_taken in taken.items():
            with ProcessPoolExecutor(processes) as pool:
                began = time.perf_counter()
                list(pool.map(one_small, range(SMALL_FILES), chunksize=50))
                all_taken.append(time.perf_counter() - began)
    one, two = median(taken[1]), median(taken[2])
    print(f"| {SMALL_FILES:,} | {len(kinds)} | {one:.1f} | {two:.1f} | {one / two:.2f} |")


IMPORTS = """
import sys, time
from importlib import import_module
import_module("lxml.etree")
began = time.process_time()
import_module(sys.argv[1])
print(time.process_time() - began)
"""
BROUGHT_IN = ("anskaff.documents.peppol.invoice", "anskaff.documents.peppol.invoice.rule_sets")


def importing() -> None:
    """What one import takes beside `lxml.etree`, each time in a process of its own."""
    print("| Imported | ms |")
    print("|---|---:|")
    taken: dict[str, list[float]] = {each: [] for each in BROUGHT_IN}
    for _ in range(21):
        for each, times in taken.items():
            command = [sys.executable, "-c", IMPORTS, each]
            times.append(float(run(command, capture_output=True, text=True, check=True).stdout))
    for each, times in taken.items():
        print(f"| {each} | {median(times) * 1000:.1f} |")


PARTS = {
    each.__name__: each for each in (ratios, senders, growth, reading, memory, cores, importing)
}


def main(asked: list[str]) -> int:
    if not EXAMPLES.is_dir():
        print(f"The official examples are not in {EXAMPLES}.")
        return 3
    for name in asked or PARTS:
        print(f"\n{name}\n")
        PARTS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
