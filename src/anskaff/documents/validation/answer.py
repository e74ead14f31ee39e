"""What an official stylesheet says of a document, in a form that crosses between processes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from anskaff.concepts.words import Words


class Kind(StrEnum):
    """How official rules are written: as Schematron, or as XSLT that writes an SVRL report."""

    SCHEMATRON = "schematron"
    SVRL_XSLT = "svrl-xslt"


class Found(NamedTuple):
    """A rule that a document breaks: its official id, `fatal` or `warning`, place and text."""

    rule: str
    severity: str
    where: str
    text: str


class Unasked(NamedTuple):
    """A rule that could not be asked of this document, with the engine's code and words."""

    rule: str
    severity: str
    where: str
    code: str
    text: str


class LeftOut(NamedTuple):
    """Rules that the engine rejects in every document, because of `what`, and its words."""

    what: str
    rules: tuple[str, ...]
    text: str


class Job(NamedTuple):
    """Which official rules to ask: a file, the folder that it may include from, and a phase."""

    kind: Kind
    file: Path
    within: Path
    phase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that one file of rules says of one document; `stopped` tells why it could not say it.

    As it comes from an engine, `where` is the number of an element or a path (see `places`), and
    `namespaces` are the prefixes of the rules. What an engine says is in its own words, what we
    say of an engine is in ours.
    """

    found: tuple[Found, ...] = ()
    unasked: tuple[Unasked, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stopped: str | Words = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)


def packed_job(job: Job) -> bytes:
    """A job for the other side."""
    return json.dumps([job.kind, str(job.file), str(job.within), job.phase]).encode()


def unpacked_job(data: bytes) -> Job:
    """The job that the other side sent.

    >>> job = Job(Kind.SCHEMATRON, Path("a.sch"), Path("."))
    >>> unpacked_job(packed_job(job)) == job
    True
    """
    kind, file, within, phase = json.loads(data)
    return Job(Kind(kind), Path(file), Path(within), phase)


def packed(answer: Answer) -> bytes:
    """An answer for the other side."""
    return json.dumps(
        [answer.found, answer.unasked, answer.left_out, str(answer.stopped), answer.namespaces],
        ensure_ascii=False,
    ).encode()


def unpacked(data: bytes) -> Answer:
    """The answer that the other side sent.

    >>> answer = Answer(
    ...     found=(Found("BR-01", "fatal", "", "No id"),), left_out=(LeftOut("a", ("R1",), "x"),)
    ... )
    >>> unpacked(packed(answer)) == answer
    True
    """
    found, unasked, left_out, stopped, namespaces = json.loads(data)
    return Answer(
        found=tuple(Found(*each) for each in found),
        unasked=tuple(Unasked(*each) for each in unasked),
        left_out=tuple(LeftOut(what, tuple(rules), text) for what, rules, text in left_out),
        stopped=stopped,
        namespaces=namespaces,
    )
