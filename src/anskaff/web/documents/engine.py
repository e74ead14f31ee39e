"""The official layer for the open page: one process, small documents, and no waiting for ever."""

import atexit
import threading
from pathlib import Path
from time import monotonic

from anskaff.concepts.words import Words
from anskaff.documents.standards.bundle import LISTS, Bundle
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

_lock = threading.Lock()
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


def close() -> None:
    """End the process when the server ends."""
    if _kept is not None:
        _kept[2].close()


atexit.register(close)
