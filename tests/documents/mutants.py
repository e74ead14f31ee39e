"""Mutants of official examples, judged by our rules and by the official ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.table import CBC
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.rule_sets import RULE_SETS, RuleSet
from tests.conftest import STANDARDS
from tests.documents.expected import ON, cases, rule_set_for
from tests.documents.mutations import mutants
from tests.documents.native_engine import Native, native_to
from tests.documents.peppol.message_level_response import A_REJECTION

FOLDERS = (
    "peppol-post-award-3",
    "peppol-logistics-1.2",
    "ehf-post-award-g3",
    "peppol-network",
)
BILLING = ("invoice", "credit_note", "billing", "reminder", "payment_request")
"""Documents on EN 16931 have a proof of their own."""


@dataclass(frozen=True, slots=True)
class Told:
    """One mutant: the rules that it breaks officially, and those that only one side names."""

    document: bytes
    broken: frozenset[str]
    differences: tuple[str, ...]


def keys() -> list[str]:
    """Every document that we have all rules for, billing apart."""
    sets = {each.key: shelf.rule_set(each, ON) for each in known.DOCUMENTS}
    return [
        key
        for key, rules in sets.items()
        if rules is not None and rules.complete and not key.endswith(BILLING)
    ]


def compared(key: str, official: Official, *, count: int, seed: int) -> Iterator[Told]:
    """So many mutants of the examples of a document, without those that the schema stops."""
    theirs, ours = _rules(key)
    for mutant in mutants(_examples(key, theirs), count, seed):
        if not any(official.check(mutant, theirs, steps={Step.XSD}).found):
            yield _told(mutant, theirs, ours, official)


def _rules(key: str) -> tuple[RuleSet, Native]:
    for each in RULE_SETS:
        ours = native_to(each) if each.valid_from <= ON else None
        if ours is not None and ours.key == key:
            return each, ours
    raise LookupError(key)


def _examples(key: str, theirs: RuleSet) -> list[bytes]:
    if key == "message_level_response":
        return [A_REJECTION]
    found = [
        case.document
        for folder in FOLDERS
        for case in cases(STANDARDS, folder)
        if not case.configuration and rule_set_for(case) is theirs
    ]
    return found or [_readdressed(each, known.BY_KEY[key]) for each in _of_peppol(key)]


def _of_peppol(key: str) -> list[bytes]:
    """Examples of the document that a variant stands beside; EHF has none of its own."""
    beside = known.BY_KEY[key].place.partition(".")[0]
    return _examples(beside, _rules(beside)[0])


def _readdressed(document: bytes, variant: known.Known) -> bytes:
    """The same document, said to be the variant, from and to Norwegian addresses."""
    root = xml.read(document, limits=LIMITS)
    root.find(f"{{{CBC}}}CustomizationID").text = variant.customization
    root.find(f"{{{CBC}}}ProfileID").text = variant.profiles[0]
    for address in root.iter(f"{{{CBC}}}EndpointID"):
        address.set("schemeID", "0192")
        address.text = "987654325"
    return etree.tostring(root)


def _told(mutant: bytes, theirs: RuleSet, ours: Native, official: Official) -> Told:
    verdict = official.check(mutant, theirs, steps={Step.SCHEMATRON})
    assert all(layer.ran for layer in verdict.layers), verdict
    unasked = {each.rule for layer in verdict.layers for each in layer.unasked}
    broken = ours.broken(xml.read(mutant, limits=LIMITS))
    official_says = {f"{each.severity} {each.rule}" for each in verdict.found}
    we_say = {f"fatal {each}" for each in broken.fatal}
    we_say |= {f"warning {each}" for each in broken.warning}
    different = {
        *(f"we miss {each}" for each in official_says - we_say),
        *(f"only we say {each}" for each in we_say - official_says),
    }
    return Told(
        mutant,
        frozenset(official_says),
        tuple(sorted(each for each in different if each.split()[-1] not in unasked)),
    )
