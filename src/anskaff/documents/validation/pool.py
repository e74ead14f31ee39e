"""A few processes that run official rules, each compiling what it is asked for once.

Processes, since the engine gives no speed in threads, can be stopped when a rule never ends, and
take no other work with them when they die.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import IO, Self, cast

from anskaff.concepts.words import Words
from anskaff.documents.validation.answer import Answer, Job
from anskaff.documents.validation.worker import receive, send

SERVING = """
import sys
from anskaff.documents.validation.worker import serve
serve(sys.stdin.buffer, sys.stdout.buffer)
"""
COMMAND = (sys.executable, "-c", SERVING)
TIMEOUT_SECONDS = 60
NO_DOCUMENT = b"<none/>"
KEPT_VARIABLES = ("PATH", "PYTHONPATH", "LANG", "SYSTEMROOT")


def _timed_out(seconds: int) -> Words:
    return Words(
        nb=f"den offisielle motoren brukte mer enn {seconds} sekunder",
        nn=f"den offisielle motoren brukte meir enn {seconds} sekund",
        en=f"the official engine took more than {seconds} seconds",
    )


def _died(code: int) -> Words:
    return Words(
        nb=f"den offisielle motoren stanset uventet, med kode {code}",
        nn=f"den offisielle motoren stansa uventa, med kode {code}",
        en=f"the official engine ended unexpectedly, with code {code}",
    )


CLOSED = Words(
    nb="den offisielle motoren er stengt",
    nn="den offisielle motoren er stengd",
    en="the official engine is closed",
)


@dataclass(slots=True, eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    known: set[Job] = field(default_factory=set)


class Pool:
    """At most `size` processes; they start when first needed and end with `close`."""

    def __init__(
        self,
        size: int = 2,
        *,
        timeout_seconds: int = TIMEOUT_SECONDS,
        command: tuple[str, ...] = COMMAND,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self.size = size
        self.timeout_seconds = timeout_seconds
        self.command = command
        self.environment = {
            name: environment[name] for name in KEPT_VARIABLES if name in environment
        }
        self.workers: list[_Worker] = []
        self.idle: list[_Worker] = []
        self.changed = threading.Condition()
        self.closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, job: Job, document: bytes) -> Answer:
        """What the rules of a job say of a document (UTF-8, written by our own reader's tree).

        An engine that takes too long or dies gives an answer that says so; the next job gets a new
        process. Threads may ask at the same time; they wait for a process when all are busy.
        """
        return self._asked(job, document, self.timeout_seconds)

    def prepare(self, job: Job, *, timeout_seconds: int) -> Answer:
        """Let a process compile the rules of a job, so that the next who asks does not wait."""
        return self._asked(job, NO_DOCUMENT, timeout_seconds)

    def _asked(self, job: Job, document: bytes, timeout_seconds: int) -> Answer:
        worker = self._taken(job)
        if worker is None:
            return Answer(stopped=CLOSED)
        late = threading.Event()

        def stop() -> None:
            late.set()
            worker.process.kill()

        timer = threading.Timer(timeout_seconds, stop)
        timer.start()
        try:
            answer = _exchange(worker.process, job, document)
        finally:
            timer.cancel()
        if answer is None:
            code = self._buried(worker)
            if late.is_set():
                return Answer(stopped=_timed_out(timeout_seconds))
            return Answer(stopped=CLOSED if self.closed else _died(code))
        worker.known.add(job)
        self._returned(worker)
        return answer

    def close(self) -> None:
        """End the processes; those that work are stopped, and their askers are told."""
        with self.changed:
            self.closed = True
            for worker in self.workers:
                worker.process.kill()
            resting, self.workers, self.idle = self.idle, [], []
            self.changed.notify_all()
        for worker in resting:
            _end(worker.process)

    def _taken(self, job: Job) -> _Worker | None:
        """A process that knows the job, else a new one, else any that is free."""
        with self.changed:
            while not self.closed:
                chosen = next((each for each in self.idle if job in each.known), None)
                if chosen is None and len(self.workers) < self.size:
                    return self._started()
                if chosen is None and self.idle:
                    chosen = min(self.idle, key=lambda each: len(each.known))
                if chosen is not None:
                    self.idle.remove(chosen)
                    return chosen
                self.changed.wait()
        return None

    def _started(self) -> _Worker:
        process = subprocess.Popen(  # noqa: S603 - our own module, no words from outside
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        worker = _Worker(process)
        self.workers.append(worker)
        return worker

    def _returned(self, worker: _Worker) -> None:
        with self.changed:
            if not self.closed:
                self.idle.append(worker)
                self.changed.notify()
                return
        _end(worker.process)

    def _buried(self, worker: _Worker) -> int:
        _end(worker.process)
        with self.changed:
            self.workers = [each for each in self.workers if each is not worker]
            self.changed.notify()
        return worker.process.returncode


def _exchange(process: subprocess.Popen[bytes], job: Job, document: bytes) -> Answer | None:
    try:
        send(cast(IO[bytes], process.stdin), job, document)  # type: ignore[arg-type]
    except OSError:
        return None
    return receive(cast(IO[bytes], process.stdout))  # type: ignore[arg-type]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what was not sent cannot be sent any more
            cast(IO[bytes], stream).close()
