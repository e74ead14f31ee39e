"""From a broken rule to a finding in our own words: which field, what was expected, what came."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.documents.eforms import norwegian, wording
from anskaff.documents.eforms.paths import NAMESPACES
from anskaff.documents.eforms.rulebook import Assertion, Block, Rulebook
from anskaff.documents.eforms.sdk import Need, Sdk
from anskaff.documents.validation.answer import Found

Element = etree._Element  # noqa: SLF001 - the only public name for the type
Label = Callable[[str], Words | None]

MOST_CODES = 12
MOST_SHOWN = 120
MOST_OTHERS = 4
_SUFFIXES = {
    "_A": wording.LANGUAGE_TWICE,
    "_B": wording.LANGUAGE_MISSING,
    "_C": wording.LANGUAGE_OTHER,
    "_D": wording.LANGUAGE_UNTOLD,
    "_WS": wording.SPACES,
    "_length": wording.TOO_LONG,
    "_min": wording.RANGE,
    "_max": wording.RANGE,
}
_COUNTED = {
    "> 0": wording.MISSING,
    "= 0": wording.NOT_ALLOWED,
    "< 2": wording.REPEATED,
    "> 0 or": wording.MISSING_HERE,
    "= 0 or": wording.NOT_ALLOWED_HERE,
}
_NUMBER = re.compile(r"\d+")
_CODES = re.compile(r"'([^']*)'")
_STEP = re.compile(r"(@?)(?:(\w+):)?([^\[]+)(?:\[(\d+)\])?$")
EXAMPLES: Mapping[str, str] = {
    "date": "2026-11-21+01:00",
    "time": "12:00:00+01:00",
    "url": "https://…",
    "email": "navn@eksempel.no",
    "phone": "+47 22 00 00 00",
    "integer": "1, 2, 3 …",
}


@dataclass(frozen=True, kw_only=True)
class Explainer:
    """What puts a rulebook's rules into words for one subtype; `label` names fields."""

    book: Rulebook
    sdk: Sdk
    subtype: str
    label: Label

    @cached_property
    def rules(self) -> Mapping[str, tuple[Block, Assertion]]:
        """Every rule by its id, with the block that it stands in."""
        return {rule.id: (block, rule) for block, rule in self.book.assertions}

    def finding(self, found: Found, root: Element) -> Finding | None:
        """The finding for a rule that was broken somewhere; `None` for a rule not in the book."""
        known = self.rules.get(found.rule)
        if known is None:
            return None
        block, rule = known
        severity = Severity.WARNING if rule.severity == "warning" else Severity.ERROR
        national = norwegian.kind_of(rule.id, severity)
        if national is not None:
            return national.at(found.where)
        kind = replace(kind_of(rule), rule=rule.id, severity=severity)
        field = self.field(block, rule)
        return kind.at(found.where, **self._facts(kind, field, rule, value_at(root, found.where)))

    def field(self, block: Block, rule: Assertion) -> str:
        """The id of the field or node that a rule is about; a path where there is none."""
        at = block.context
        return rule.about or self.sdk.places.get(at) or self._owner(at) or at.rpartition("/")[2]

    def _owner(self, attribute: str) -> str:
        place, _, name = attribute.rpartition("/")
        return self.sdk.places.get(place, "") if name.startswith("@") else ""

    def _facts(
        self, kind: FindingKind, field: str, rule: Assertion, got: str
    ) -> dict[str, FactValue]:
        facts: dict[str, FactValue] = {
            "label": self.label(field) or field,
            "field": field,
            "subtype": self.subtype,
            "others": self._others(rule, field),
            "got": got if kind.code != wording.TOO_LONG.code else len(" ".join(got.split())),
            "expected": self._expected(rule, field),
        }
        needed = Words.placeholders(kind.text.nb) | Words.placeholders(kind.cure.nb)
        shown = facts["got"]
        if isinstance(shown, str) and len(shown) > MOST_SHOWN:
            facts["got"] = f"{shown[:MOST_SHOWN]}…"
        return {name: value for name, value in facts.items() if name in needed}

    def _expected(self, rule: Assertion, field: str) -> FactValue:
        if rule.id.endswith(("_min", "_max", "_length")):
            limit = str(_NUMBER.findall(rule.test)[-1])
            if rule.id.endswith("_length"):
                return int(limit)
            words = wording.AT_LEAST if rule.id.endswith("_min") else wording.AT_MOST
            return Words(**{each: words.in_(each).format(limit=limit) for each in LANGUAGES})
        if rule.test.startswith("matches("):
            facts = self.sdk.fields.get(field)
            prefixes = facts.prefixes if facts else ()
            example = ", ".join(f"{each}-0001" for each in prefixes)
            return example or EXAMPLES.get(facts.type if facts else "") or _quoted(rule.test)
        codes = _CODES.findall(rule.test)
        more = "" if len(codes) <= MOST_CODES else f" … ({len(codes)})"
        return ", ".join(codes[:MOST_CODES]) + more

    def _others(self, rule: Assertion, field: str) -> Words:
        """The fields that a condition looks at, by name."""
        mentions = self.sdk.rules.get(rule.id) or self._of_condition(rule, field)
        named = [each for each in dict.fromkeys(mentions) if each != field][:MOST_OTHERS]
        if not named:
            return wording.OTHER_FACTS
        labels = {each: self.label(each) for each in named}
        return Words(
            **{
                tongue: "; ".join(_named(each, labels[each], tongue) for each in named)
                for tongue in LANGUAGES
            }
        )

    def _of_condition(self, rule: Assertion, field: str) -> tuple[str, ...]:
        """The fields that decide whether a field is needed here, those of the same need first."""
        facts = self.sdk.fields.get(field)
        need = Need.REQUIRED_IF if "> 0 or" in rule.test else Need.FORBIDDEN_IF
        conditions = facts.conditions.get(self.book.subtype, ()) if facts else ()
        ordered = sorted(conditions, key=lambda each: each.need is not need)
        return tuple(one for each in ordered for one in each.mentions)


def _named(field: str, label: Words | None, tongue: str) -> str:
    if label is None:
        return field
    name = label.in_(tongue)
    return f"“{name}” ({field})" if tongue == "en" else f"«{name}» ({field})"


def kind_of(rule: Assertion) -> FindingKind:
    """What kind of fault it is to break a rule, by the form of its id and test."""
    if rule.id == "element-not-empty":
        return wording.EMPTY
    for suffix, kind in _SUFFIXES.items():
        if rule.id.endswith(suffix):
            return kind
    counted = _counted(rule.test)
    if counted in _COUNTED:
        return _COUNTED[counted]
    if rule.test.startswith("normalize-space(.) = ("):
        return wording.CODE
    if rule.test.startswith("matches("):
        return wording.PATTERN
    if "duplicates" in rule.test or rule.test.startswith("count(for $x in ., $y in"):
        return wording.NOT_UNIQUE
    return wording.DISAGREES


def _counted(test: str) -> str:
    """What follows the first count: `> 0`, or `> 0 or` with a condition after it.

    >>> _counted("count(cbc:A[not(cbc:B)]) = 0 or (cbc:C)"), _counted("count(cbc:A) < 2")
    ('= 0 or', '< 2')
    """
    if not test.startswith("count("):
        return ""
    depth = 0
    for at, sign in enumerate(test):
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and depth == 0:
            words = test[at + 1 :].split()
            return " ".join(words[:3])
    return ""


def _quoted(test: str) -> str:
    found = _CODES.search(test)
    return found[1] if found else ""


def value_at(root: Element, where: str) -> str:
    """The text at a place as findings tell it; empty when there is nothing there.

    >>> document = etree.fromstring("<a><b/><b c='1'>two</b></a>")
    >>> value_at(document, "b[2]"), value_at(document, "b[2]/@c"), value_at(document, "d")
    ('two', '1', '')
    """
    here = root
    for step in filter(None, where.split("/")):
        found = _STEP.match(step)
        if found is None:
            return ""
        sign, prefix, name, number = found.groups()
        if sign:
            return here.get(f"{{{NAMESPACES[prefix]}}}{name}" if prefix else name, "")
        tag = f"{{{NAMESPACES.get(prefix, '')}}}{name}" if prefix else name
        namesakes = here.findall(tag)
        if len(namesakes) < int(number or 1):
            return ""
        here = namesakes[int(number or 1) - 1]
    return here.text or ""
