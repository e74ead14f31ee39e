"""Mutants of official examples, judged by our own rules and by the official engine."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.rule_sets import RULE_SETS
from anskaff.documents.validation.rule_sets import RuleSet as OfficialRules
from tests.conftest import STANDARDS
from tests.documents import expected
from tests.documents.growth import pairs_of, schema
from tests.documents.mutations import Mutator
from tests.documents.native_engine import EUROPEAN, Native, native_to

BILLS = ("peppol-billing-3.0.21", "en16931-1.3.16")
FAMILIES = expected.FOLDERS
UNUSED = "u"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document with complete rules: the official set, our own, and official examples."""

    official: OfficialRules
    native: Native
    examples: tuple[bytes, ...]

    @property
    def name(self) -> str:
        return self.official.id

    def mutator(self, seed: str) -> Mutator:
        """The same mutants for the same seed; one that ends in u adds all that UBL has.

        Others add what our tables have, which is what the document is for.
        """
        file = self.official.xsd
        known = schema(STANDARDS / "ubl-xsd" / self.official.ubl / file.path)
        document = self.native.rules.document
        name = f"{{{document.namespace}}}{document.element}"
        pairs = () if seed.endswith(UNUSED) else pairs_of(document.root, name)
        return Mutator(self.examples, f"{self.name}/{seed}", known, pairs)


@dataclass(frozen=True, slots=True)
class Compared:
    """One mutant: whether the schema holds, and each rule that only one of the two says is broken.

    A difference is as `fatal BR-01: only official`; a fault of the schema that only we see is
    `schema: only ours`.
    """

    name: str
    valid: bool
    seen: bool
    differences: tuple[str, ...] = ()


def kinds(family: str) -> list[Kind]:
    """The kinds of a family whose rules we have, those of EN 16931 from all bills."""
    european = family == BILLS[1]
    given: dict[str, list[bytes]] = {}
    for folder in BILLS if european else (family,):
        for case in expected.cases(STANDARDS, folder):
            if case.configuration or case.xsd is not True:
                continue
            rules = _european(case) if european else expected.rule_set_for(case)
            if rules is not None:
                given.setdefault(rules.id, []).append(case.document)
    found = []
    for rules in RULE_SETS:
        native = native_to(rules) if rules.id in given else None
        if native is not None and native.complete:
            found.append(Kind(rules, native, tuple(given[rules.id])))
    return found


def _european(case: expected.Case) -> OfficialRules | None:
    root = etree.QName(xml.read(case.document, limits=LIMITS)).localname
    ids = f"{EUROPEAN}{root.lower()}:"
    return next((each for each in RULE_SETS if each.id.startswith(ids)), None)


def compared(
    kind: Kind, official: Official, seed: str, numbers: Sequence[int]
) -> Iterator[Compared]:
    """Each mutant of these numbers, two at a time."""
    mutator = kind.mutator(seed)

    def one(number: int) -> Compared:
        return compare(kind, official, mutator.mutant(number), f"{kind.name}/{seed}/{number}")

    with ThreadPoolExecutor(official_processes(official)) as threads:
        yield from threads.map(one, numbers)


def official_processes(official: Official) -> int:
    """How many documents the engine judges at a time."""
    return int(getattr(official.engine, "size", 1))


def compare(kind: Kind, official: Official, document: bytes, name: str) -> Compared:
    """One document; rules are only compared when the schema holds."""
    root = xml.read(document, limits=LIMITS)
    ours = kind.native.broken(root)
    [layer] = official.check(root, kind.official, steps={Step.XSD}).layers
    if layer.found:
        return Compared(name, False, bool(ours.schema or ours.fatal))
    verdict = official.check(root, kind.official, steps={Step.SCHEMATRON})
    differences = [
        f"stopped: {layer.skipped.text('en')}" for layer in verdict.layers if layer.skipped
    ]
    if ours.schema:
        first = re.sub(r"\[\d+\]", "", ours.schema.partition(";")[0])
        differences.append(f"schema: only ours ({first})")
    for severity, mine in (("fatal", ours.fatal), ("warning", ours.warning)):
        theirs = {each.rule for each in verdict.found if each.severity == severity}
        differences += [f"{severity} {rule}: only ours" for rule in sorted(mine.keys() - theirs)]
        differences += [
            f"{severity} {rule}: only official" for rule in sorted(theirs - mine.keys())
        ]
    return Compared(name, True, bool(ours.schema or ours.fatal), tuple(differences))
