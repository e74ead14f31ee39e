"""The official layer for the open page: one process, small documents, and no waiting for ever."""

import atexit
import threading
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic

from anskaff.concepts.words import Words
from anskaff.documents.eforms.recognising import Recognised
from anskaff.documents.eforms.rulebook import UnknownSubtype
from anskaff.documents.standards.bundle import LISTS, Bundle, NotUsable
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool

PROCESSES = 1
SECONDS_A_DOCUMENT = 15
SECONDS_A_REQUEST = 20
MOST_ELEMENTS = 30_000

TOO_LARGE = Words(
    nb=f"dokumentet har mer enn {MOST_ELEMENTS} elementer",
    nn=f"dokumentet har meir enn {MOST_ELEMENTS} element",
    en=f"the document has more than {MOST_ELEMENTS} elements",
)
TOO_LATE = Words(
    nb="de andre dokumentene tok tiden som var satt av",
    nn="dei andre dokumenta tok tida som var sett av",
    en="the other documents took the time that was set aside",
)

GETTING_READY = Words(
    nb="de gjøres klare for denne kunngjøringstypen; last siden på nytt om noen sekunder",
    nn="dei blir gjorde klare for denne kunngjeringstypen; last sida på nytt om nokre sekund",
    en="they are being made ready for this type of notice; reload the page in a few seconds",
)
SECONDS_TO_GET_READY = 120
SECONDS_TO_WAIT = 2

_lock = threading.Lock()
_begun: dict[tuple[Path, str, date], threading.Thread] = {}
_kept: tuple[tuple[Path, int], Official, Pool] | None = None


class Patience:
    """How long one request may keep the official engine."""

    def __init__(self) -> None:
        self.until = monotonic() + SECONDS_A_REQUEST

    def why_not(self, elements: int) -> Words | None:
        """Why a document of so many elements is not asked about; nothing when it is."""
        if elements > MOST_ELEMENTS:
            return TOO_LARGE
        return TOO_LATE if monotonic() > self.until else None


def official(bundle: Path) -> Official:
    """The engine for a bundle; a new one when files were added since.

    Only the files of the bundle are asked, so an installation without them starts no process.
    """
    global _kept  # noqa: PLW0603 - one engine a server, made when it is first needed
    listed = bundle / LISTS
    key = (bundle, listed.stat().st_mtime_ns if listed.is_dir() else 0)
    with _lock:
        if _kept is None or _kept[0] != key:
            close()
            pool = Pool(PROCESSES, timeout_seconds=SECONDS_A_DOCUMENT)
            _kept = (key, Official(Bundle(bundle), pool, packages=False), pool)
        return _kept[1]


def get_ready(bundle: Path, notice: Recognised, on: date) -> None:
    """Begin to compile the rules of a notice, in the background and once, while it is written."""
    key = (bundle, notice.rule_set, on)
    if key in _begun:
        return
    for old in [each for each in _begun if each[2] != on]:
        _begun.pop(old, None)
    thread = threading.Thread(target=_compile, args=(bundle, notice, on), daemon=True)
    if _begun.setdefault(key, thread) is thread:
        thread.start()


def is_getting_ready(bundle: Path, notice: Recognised, on: date) -> bool:
    """Whether the rules of a notice are still being compiled, after a short wait for them."""
    thread = _begun.get((bundle, notice.rule_set, on))
    if thread is not None and thread.ident is not None:
        thread.join(SECONDS_TO_WAIT)
    return thread is not None and thread.is_alive()


def _compile(bundle: Path, notice: Recognised, on: date) -> None:
    rules = notice.official(on)
    engine = official(bundle)
    if rules is None or not isinstance(engine.engine, Pool):
        return
    with suppress(NotUsable, UnknownSubtype):
        for job in engine.jobs(rules):
            engine.engine.prepare(job, timeout_seconds=SECONDS_TO_GET_READY)


def close() -> None:
    """End the process when the server ends."""
    if _kept is not None:
        _kept[2].close()


atexit.register(close)
