"""A deed: one function, one transaction, one entry in the log that cannot be skipped.

A deed takes `by` (who) and `at` (when) and calls `record` exactly once with the case it concerns
and the facts worth keeping. Bytes, prices and names of bidders before opening are never facts.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, ParamSpec, Protocol, TypeVar

from django.db import transaction

from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import NotFound, Refused
from anskaff.concepts.words import Words
from anskaff.records import log
from anskaff.records.log import Fact

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class _Running:
    """What the deed that is running has recorded so far."""

    records: list[log.Recorded] = field(default_factory=list)
    then: Callable[[int], None] | None = None


_running: ContextVar[_Running | None] = ContextVar("running deed", default=None)


class Deed(Generic[P, R]):
    """A callable deed with its name and the words that history shows for it."""

    def __init__(
        self,
        name: str,
        words: Words,
        function: Callable[P, R],
        trace: "Trace | None" = None,
        first: Callable[..., None] | None = None,
    ) -> None:
        self.name = name
        self.words = words
        self.function = function
        self.trace = trace
        self.first = first
        functools.update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        by, at = kwargs.get("by"), kwargs.get("at")
        if not isinstance(by, Actor) or not isinstance(at, datetime) or at.tzinfo is None:
            raise TypeError(f"{self.name} needs by=Actor and at=an aware datetime")
        running = _Running()
        token = _running.set(running)
        try:
            if self.first is not None:
                self.first(*args, **kwargs)
            with transaction.atomic():
                result = self.function(*args, **kwargs)
                if len(running.records) != 1:
                    raise RuntimeError(
                        f"{self.name} must record exactly once, not {len(running.records)} times"
                    )
                index = log.append(self.name, running.records[0], by=by, at=at)
                if running.then is not None:
                    running.then(index)
        except Refused as refused:
            if self.trace is not None and not isinstance(refused, NotFound):
                codes = [finding.code for finding in refused.findings]
                self.trace(str(args[0]), codes, by=by, at=at)
            raise
        finally:
            _running.reset(token)
        return result


class Trace(Protocol):
    """A deed that notes a refused attempt: the case it concerned and the codes of the findings."""

    def __call__(
        self, subject: str, codes: Sequence[str], /, *, by: Actor, at: datetime
    ) -> object: ...


def deed(
    name: str,
    *,
    nb: str,
    nn: str,
    en: str,
    trace: Trace | None = None,
    first: Callable[..., None] | None = None,
) -> Callable[[Callable[P, R]], Deed[P, R]]:
    """Make a function a deed called `room.what_happened`.

    The words say what happened, as history shows it; placeholders name recorded facts. When the
    deed is refused, nothing of it stays, but the deed `trace` notes that it was attempted.
    """
    words = Words(nb=nb, nn=nn, en=en)

    def wrap(function: Callable[P, R]) -> Deed[P, R]:
        return Deed(name, words, function, trace, first)

    return wrap


def record(
    subject: str,
    facts: Mapping[str, Fact] | None = None,
    *,
    public: Mapping[str, Fact] | None = None,
    audience: int | None = None,
    sealed: bool = False,
    then: Callable[[int], None] | None = None,
) -> None:
    """Say what the running deed leaves in the log.

    Args:
        subject: the case reference, or another stable name such as `org/987654321`.
        facts: what history, protocol and statistics may need; strings, whole numbers, booleans.
        public: what anyone may read in the change feed; None keeps the entry out of the feed.
        audience: the organisation whose people may see the entry in history.
        sealed: hidden from the buyer until the tenders are opened (FOA § 22-3).
        then: told the entry's index in the log, in the same transaction.
    """
    running = _running.get()
    if running is None:
        raise RuntimeError("record is only for deeds")
    running.then = then
    running.records.append(
        log.Recorded(
            subject=subject, facts=facts or {}, public=public, audience=audience, sealed=sealed
        )
    )
