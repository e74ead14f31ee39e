"""Notices that are read and written again: what is said of them, before and after."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from anskaff.concepts.errors import Unreadable
from anskaff.documents import checking, eforms, xml
from anskaff.documents.checking import Layer, Report, Verdict
from anskaff.documents.eforms import recognising
from anskaff.documents.validation.official import Official
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, ON, SDK_EXAMPLES, content

FOLDERS = (SDK_EXAMPLES, NORWEGIAN, STANDARDS / "real-notices")
NEWEST = recognising.RELEASES[-1].minor


@dataclass(frozen=True, slots=True)
class Pair:
    """A notice of the standards and the same after reading and writing, with its rule set.

    `rule_set` is empty for a notice in an older release, whose rules we do not have.
    """

    path: Path
    rule_set: str
    original: bytes
    rewritten: bytes


def pairs() -> Sequence[Pair]:
    """Every file that is a notice, those with the same rules together."""
    return sorted(_pairs(), key=lambda each: (each.rule_set, str(each.path)))


def _pairs() -> Iterator[Pair]:
    for path in (each for folder in FOLDERS for each in sorted(folder.rglob("*.xml"))):
        original = content(path)
        try:
            rewritten = eforms.write(eforms.read(original))
            notice = recognising.recognised(xml.read(original))
        except Unreadable:
            continue
        if notice is not None:
            yield Pair(path, notice.rule_set, original, rewritten)


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict, the layers that ran, and how often each rule was broken."""

    verdict: Verdict
    ran: tuple[Layer, ...]
    broken: Counter[tuple[str, bool]]


def judged(data: bytes, official: Official | None = None) -> Said:
    """All that our own layers say of a notice, and the official ones where they are given."""
    [(_, report)] = checking.check_file(data, on=ON, bundle=STANDARDS, official=official)
    return _said(report)


def judged_as_newest(data: bytes) -> Said:
    """What the rules of our newest release say of a notice in an older one."""
    return _said(checking.check_as(data, NEWEST, on=ON, bundle=STANDARDS))


def _said(report: Report) -> Said:
    broken = Counter((each.kind.rule or each.code, each.stops) for each in report.findings)
    return Said(report.verdict, report.ran, broken)
