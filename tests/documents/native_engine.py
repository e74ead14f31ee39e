"""Our own rules as something to compare with: the same cases, and which rules they break."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from anskaff.concepts.finding import Finding, Severity
from anskaff.documents import codes, xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.validation.rule_sets import RuleSet as OfficialRules
from tests.conftest import STANDARDS
from tests.documents.expected import (
    ON,
    Broken,
    Case,
    compare,
    explanation,
    rule_set_for,
)

EUROPEAN = "eu.cen.en16931:"
EUROPEAN_RULES = ("BR-", "UBL-")
"""Invoice and credit note hold the rules of EN 16931 and of Peppol; these are the former."""
LOGISTICS = "eu.peppol.logistics:"
STANDARD = {"Invoice": "invoice", "CreditNote": "credit_note"}


@dataclass(frozen=True, slots=True)
class Native:
    """Our rules for a kind of document, and which of them an official rule set is compared with."""

    key: str
    rules: RuleSet[Any]
    beginnings: tuple[str, ...] = ("",)

    def findings(self, root: etree._Element) -> Sequence[Finding]:
        """What our rules find in a tree, whatever ids it claims."""
        lists = codes.installed(STANDARDS, self.rules.lists)
        return self.rules.findings(self.rules.document.reading(root), lists)

    def broken(self, root: etree._Element) -> Broken:
        """The rules that a tree breaks; a fault without a rule is one of the schema."""
        found = self.findings(root)
        schema = [
            f"{each.code} {each.where}" for each in found if each.stops and not each.kind.rule
        ]
        return Broken(
            self._counted(found, lambda severity: severity is not Severity.WARNING),
            self._counted(found, lambda severity: severity is Severity.WARNING),
            "; ".join(schema[:3]),
        )

    def _counted(self, found: Sequence[Finding], of: Callable[[Severity], bool]) -> Counter[str]:
        named = [each.kind for each in found if each.kind.rule.startswith(self.beginnings)]
        return Counter(kind.rule for kind in named if kind.rule and of(kind.severity))


@cache
def native_to(official: OfficialRules) -> Native | None:
    """Our rules for what an official rule set judges; nothing when we have none yet."""
    if official.id.startswith(EUROPEAN):
        rules = shelf.rule_set(known.BY_KEY[STANDARD[official.root]], ON)
        return rules and Native(STANDARD[official.root], rules, EUROPEAN_RULES)
    for each in known.DOCUMENTS:
        same_ids = each.element == official.root and each.customization in official.customizations
        if same_ids and (not official.profiles or {*official.profiles} & {*each.profiles}):
            rules = shelf.rule_set(each, ON)
            beginnings = _told_by(official)
            return rules and Native(each.key, rules, beginnings)
    return None


def _told_by(official: OfficialRules) -> tuple[str, ...]:
    """The beginnings of the ids in its files; those of logistics leave out what is generated."""
    if not official.id.startswith(LOGISTICS):
        return ("",)
    transaction = official.files[0].path.removeprefix("PEPPOLBIS-").removesuffix(".sch")
    return (f"PEPPOL-{transaction}-R", "PEPPOL-COMMON-")


def native_for(case: Case) -> Native | None:
    """Our rules for a case, when we have all that the official rule set asks."""
    official = rule_set_for(case)
    return official and native_to(official)


def broken_by(case: Case) -> Broken | None:
    """What our rules say of a case; nothing when we have not all of them."""
    native = native_for(case)
    return native and native.broken(xml.read(case.document, limits=LIMITS))


def differences(case: Case, broken: Broken) -> Iterator[tuple[str, str]]:
    """How our verdict differs from what is expected, each with the reason when we know it."""
    for told in compare(case, broken):
        yield told, explanation(case, told)
