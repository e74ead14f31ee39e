"""Mutants of official examples, judged by our own rules and by the official engine."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.peppol import known
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.table import CBC
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.rule_sets import RULE_SETS
from anskaff.documents.validation.rule_sets import RuleSet as OfficialRules
from tests.conftest import STANDARDS
from tests.documents import expected
from tests.documents.growth import pairs_of
from tests.documents.mutations import Mutator
from tests.documents.native_engine import EUROPEAN, Native, native_to
from tests.documents.peppol.message_level_response import A_REJECTION
from tests.documents.peppol.order_agreement import AN_AGREEMENT
from tests.documents.peppol.punch_out import A_CART
from tests.documents.ubl.schema import schema

FAMILIES = {
    "billing": "peppol-billing-rules",
    "en16931": "en16931-rules",
    "post-award": "peppol-post-award-rules",
    "logistics": "peppol-logistics-rules",
    "ehf": "no.ehf",
    "network": "peppol-mls-rules",
}
"""The part of the official files that the rules of a family are from, or how their ids begin."""
BILLS = ("peppol-billing-3.0.21", "en16931-1.3.16")
UNUSED = "u"
OWN = {
    "message_level_response": A_REJECTION,
    "order_agreement": AN_AGREEMENT,
    "punch_out": A_CART,
}
"""Documents of our own where the publisher has no example."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: the official set, and our own."""

    official: OfficialRules
    native: Native

    @property
    def name(self) -> str:
        return self.official.id

    @property
    def family(self) -> str:
        if self.name.startswith(FAMILIES["ehf"]):
            return "ehf"
        return next(key for key, part in FAMILIES.items() if part == self.official.files[-1].part)

    def mutator(self, seed: str) -> Mutator:
        """The same mutants for the same seed; one that ends in u adds all that UBL has.

        Others add what our tables have, which is what the document is for.
        """
        file = self.official.xsd
        has = schema(STANDARDS / "ubl-xsd" / self.official.ubl / file.path)
        document = self.native.rules.document
        name = f"{{{document.namespace}}}{document.element}"
        pairs = () if seed.endswith(UNUSED) else pairs_of(document.root, name)
        return Mutator(_examples(self.official, self.native), f"{self.name}/{seed}", has, pairs)


LET_THROUGH = "document-file-not-base64 "
"""libxml2 lets letters such as «é» stand in base64, which XML Schema does not; we are held against
its grammar in `tests/documents/test_attachments.py`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One mutant: whether the schema holds, and each rule that only one of the two says is broken.

    `broken` are the rules that it breaks officially; `seen` tells that we find it wrong; `stopped`
    is why the official rules could not be run on it: then there is nothing to compare. `unasked`
    are rules that we tell and on which the official engine stopped, as XPath has it. A difference
    is as `fatal BR-01: only official`; a fault of the schema that only we see is
    `schema: only ours`.
    """

    name: str
    valid: bool
    seen: bool
    broken: frozenset[str] = frozenset()
    differences: tuple[str, ...] = ()
    stopped: str = ""
    unasked: frozenset[str] = frozenset()


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of document in force whose rules we have all of."""
    found: dict[tuple[str, bool], OfficialRules] = {}
    for rules in RULE_SETS:
        native = native_to(rules) if rules.valid_from <= expected.ON else None
        if native is not None:
            found[native.key, rules.id.startswith(EUROPEAN)] = rules
    made = ((rules, native_to(rules)) for rules in found.values())
    return tuple(Kind(rules, native) for rules, native in made if native)


@cache
def _given() -> dict[str, list[bytes]]:
    """The official valid examples by the rules that they ask for; bills by EN 16931 as well."""
    given: dict[str, list[bytes]] = {}
    for folder in expected.FOLDERS:
        for case in expected.cases(STANDARDS, folder):
            if case.configuration or case.xsd is not True:
                continue
            asked = {rules.id for rules in (expected.rule_set_for(case),) if rules is not None}
            if folder in BILLS:
                asked |= {_european(case)}
            for each in asked:
                given.setdefault(each, []).append(case.document)
    return given


def _european(case: expected.Case) -> str:
    root = etree.QName(xml.read(case.document, limits=LIMITS)).localname
    ids = f"{EUROPEAN}{root.lower()}:"
    return next(each.id for each in RULE_SETS if each.id.startswith(ids))


def _examples(rules: OfficialRules, native: Native) -> Sequence[bytes]:
    """Official examples; a document that has none takes those of the one it stands beside."""
    if native.key in OWN:
        return [OWN[native.key]]
    given = _given()
    if rules.id in given:
        return given[rules.id]
    beside = known.BY_KEY[native.key].place.partition(".")[0] or rules.root.lower()
    beside = {"creditnote": "credit_note"}.get(beside, beside)
    of_peppol = [each for each in RULE_SETS if not each.id.startswith(EUROPEAN)]
    standing = [each for each in of_peppol if (own := native_to(each)) and own.key == beside]
    examples = [one for each in standing for one in given.get(each.id, ())]
    return [_readdressed(each, known.BY_KEY[native.key]) for each in examples]


def _readdressed(document: bytes, variant: known.Known) -> bytes:
    """The same document, said to be the variant, from and to Norwegian addresses."""
    root = xml.read(document, limits=LIMITS)
    root.find(f"{{{CBC}}}CustomizationID").text = variant.customization
    root.find(f"{{{CBC}}}ProfileID").text = variant.profiles[0]
    for address in root.iter(f"{{{CBC}}}EndpointID"):
        address.set("schemeID", "0192")
        address.text = "987654325"
    return etree.tostring(root)


def compared(
    kind: Kind, official: Official, seed: str, numbers: Sequence[int], processes: int
) -> Iterator[Compared]:
    """Each mutant of these numbers, as many at a time as the engine has processes."""
    mutator = kind.mutator(seed)

    def one(number: int) -> Compared:
        return compare(kind, official, mutator.mutant(number), f"{kind.name}/{seed}/{number}")

    with ThreadPoolExecutor(processes) as threads:
        yield from threads.map(one, numbers)


def compare(kind: Kind, official: Official, document: bytes, name: str) -> Compared:
    """One document; rules are only compared when the schema holds."""
    root = xml.read(document, limits=LIMITS)
    ours = kind.native.broken(root)
    seen = bool(ours.schema or ours.fatal)
    [layer] = official.check(root, kind.official, steps={Step.XSD}).layers
    if layer.found:
        return Compared(name, False, seen)
    verdict = official.check(root, kind.official, steps={Step.SCHEMATRON})
    stopped = [layer.skipped.text("en") for layer in verdict.layers if layer.skipped]
    if stopped:
        return Compared(name, True, seen, stopped=stopped[0])
    unasked = {each.rule for layer in verdict.layers for each in layer.unasked}
    differences = []
    faults = [each for each in ours.schema.split("; ") if each and not each.startswith(LET_THROUGH)]
    if faults:
        first = re.sub(r"\[\d+\]", "", faults[0])
        differences.append(f"schema: only ours ({first})")
    for severity, mine in (("fatal", ours.fatal), ("warning", ours.warning)):
        theirs = {each.rule for each in verdict.found if each.severity == severity}
        ours_alone = sorted(mine.keys() - theirs - unasked)
        differences += [f"{severity} {rule}: only ours" for rule in ours_alone]
        alone = sorted(theirs - mine.keys())
        differences += [f"{severity} {rule}: only official" for rule in alone]
    broken = frozenset(each.rule for each in verdict.found)
    told = frozenset(unasked & (ours.fatal.keys() | ours.warning.keys()))
    return Compared(name, True, seen, broken, tuple(differences), unasked=told)
