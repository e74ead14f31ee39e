"""Notices made wrong by chance, judged by our own engine and by the official one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.eforms import recognising
from anskaff.documents.eforms.asking.engine import Engine
from anskaff.documents.eforms.rulebook import Rulebook
from anskaff.documents.validation.official import Official, Step
from tests.documents.mutations import Mutator
from tests.documents.notices import ON, content


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A mutant by its number: how many rules it breaks officially, and what only one of us says.

    A rule is told with its place; those that one of the two could not ask are not compared.
    """

    number: int
    broken: int
    only_official: tuple[tuple[str, str], ...]
    only_ours: tuple[tuple[str, str], ...]

    @property
    def differs(self) -> bool:
        return bool(self.only_official or self.only_ours)


def compared(example: Path, official: Official, seed: str, numbers: range) -> Iterator[Compared]:
    """The mutants of an example that are still notices of its subtype, as both judge them."""
    mutator = Mutator([content(example)], seed)
    [original] = mutator.roots
    meant = recognising.recognised(original)
    assert meant is not None
    for number in numbers:
        root = xml.read(mutator.mutant(number))
        notice = recognising.recognised(root)
        if notice is None or notice.subtype != meant.subtype or notice.release is None:
            continue
        rules = notice.official(ON)
        assert rules is not None
        [layer] = official.check(root, rules, steps={Step.SCHEMATRON}).layers
        assert layer.skipped is None, etree.tostring(root)
        ours = _engine(notice.book(official.bundle, ON)).ask(root, ON)
        theirs = {(each.rule, each.where) for each in layer.found}
        own = {(each.rule, each.where) for each in ours.found}
        untried = {each.rule for each in (*layer.unasked, *ours.unasked)}
        only = {each for each in theirs ^ own if each[0] not in untried}
        yield Compared(
            number=number,
            broken=len(theirs),
            only_official=tuple(sorted(only & theirs)),
            only_ours=tuple(sorted(only & own)),
        )


@lru_cache
def _engine(book: Rulebook) -> Engine:
    return Engine(book)
