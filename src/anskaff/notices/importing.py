"""Import many published notices: read one by one, registered a batch at a time.

>>> from anskaff.concepts.actor import SYSTEM
>>> batch = Import(by=SYSTEM, clock=lambda: None)
>>> [(one.name, one.state.value) for one in batch.take("a.xml", b"no notice")], batch.finish()
([('a.xml', 'refused')], ())
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Arrived, Registered, Source

BATCH = 200
BATCH_BYTES = 20_000_000


class State(StrEnum):
    """What became of a file."""

    REGISTERED = "registered"
    KNOWN = "known"
    REFUSED = "refused"


STATE_WORDS = {
    State.REGISTERED: Words(nb="ført i registeret", nn="ført i registeret", en="registered"),
    State.KNOWN: Words(nb="fantes fra før", nn="fanst frå før", en="already known"),
    State.REFUSED: Words(nb="avvist", nn="avvist", en="refused"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file, and why; `notice` and `version` when it was understood."""

    name: str
    state: State
    notice: str = ""
    version: str = ""
    findings: tuple[Finding, ...] = ()


class Import:
    """Takes files one at a time and tells what became of those of a batch when it is full.

    A batch is registered whole or not at all; what came before it stays.
    """

    def __init__(self, *, by: Actor, clock: Callable[[], datetime]) -> None:
        self._by = by
        self._clock = clock
        self._waiting: list[tuple[str, Arrived]] = []
        self._bytes = 0

    def take(self, name: str, data: bytes, *, publication: str = "") -> tuple[Outcome, ...]:
        """Take one file, published under a number or not known to be; what became known by it.

        Raises:
            Forbidden: the actor may not register notices.
        """
        try:
            arrived = replace(registering.arrived(data), publication=publication)
        except Unreadable as error:
            return (refused(name, error),)
        self._waiting.append((name, arrived))
        self._bytes += len(data)
        full = len(self._waiting) >= BATCH or self._bytes >= BATCH_BYTES
        return self.finish() if full else ()

    def finish(self) -> tuple[Outcome, ...]:
        """Register those that wait and tell what became of them."""
        if not self._waiting:
            return ()
        names = [name for name, _ in self._waiting]
        arrived = [one for _, one in self._waiting]
        self._waiting, self._bytes = [], 0
        rows = registering.register_all(arrived, Source.IMPORTED, by=self._by, at=self._clock())
        return tuple(map(_outcome, names, arrived, rows))


def import_whole(
    files: Iterable[tuple[str, bytes]], *, by: Actor, at: datetime
) -> tuple[Outcome, ...]:
    """Read all files, then register those that are notices in one deed: all of them, or none.

    Raises:
        Forbidden: the actor may not register notices.
        Unreadable: what the files come from cannot be read to its end; nothing is registered.
    """
    registering.require_registrar(by)
    read: list[tuple[str, Arrived | Unreadable]] = []
    for name, data in files:
        try:
            read.append((name, registering.arrived(data)))
        except Unreadable as error:
            read.append((name, error))
    notices = [one for _, one in read if isinstance(one, Arrived)]
    rows = iter(registering.register_all(notices, Source.IMPORTED, by=by, at=at))
    return tuple(
        _outcome(name, one, next(rows)) if isinstance(one, Arrived) else refused(name, one)
        for name, one in read
    )


def _outcome(name: str, one: Arrived, row: Registered) -> Outcome:
    return Outcome(
        name=name,
        state=State.REGISTERED if row.is_new else State.KNOWN,
        notice=row.notice,
        version=row.version,
        findings=one.reading.findings,
    )


def refused(name: str, error: Unreadable) -> Outcome:
    """What a file that cannot be read comes to."""
    return Outcome(name=name, state=State.REFUSED, findings=error.findings)
