"""The reference page of a document as Markdown: identifiers, terms, rules and an example."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from lxml import etree

from anskaff.concepts.finding import Severity
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.documents import xml
from anskaff.documents.ubl.code_lists import named
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.example import example
from anskaff.documents.ubl.reading import Element, Reading, read
from anskaff.documents.ubl.reference import TYPES, Row, rows
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.ubl.rules import Rule
from anskaff.documents.ubl.structure import Id, Official
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.writing import tree

MADE_BY = "Made from the tables by `tools/reference.py`; do not edit."
TERMS = ("Field", "Label (nb · nn · en)", "Meaning", "Term", "Path", "Type", "Number", "Codes")
RULES = ("Rule", "Severity", "Says", "Cure", "Terms", "Source")


class Said(NamedTuple):
    """One rule as the page tells it."""

    id: str
    severity: Severity
    says: str
    cure: str = ""
    terms: str = ""
    source: str = ""


def reference_page(
    document: DocumentType[Group], sets: Sequence[RuleSet[Group]], module: str
) -> str:
    """The whole page of a document that stands in a module, with the newest of its rule sets."""
    return "\n".join(_lines(document, sets, module)) + "\n"


def _lines(
    document: DocumentType[Group], sets: Sequence[RuleSet[Group]], module: str
) -> Iterator[str]:
    yield from (f"# {document.name.en}", "", MADE_BY, "")
    yield f"- Names: {_three(document.name)}"
    yield f"- Key: `{document.key}`; in Python `{module}`"
    yield f"- Root element: `{document.element}` in `{document.namespace}`"
    yield f"- CustomizationID: `{document.customization}`"
    for profile in document.profiles:
        yield f"- ProfileID: `{profile}`"
    yield from ("", "## Terms", "")
    yield from _table(TERMS, (_term(row) for row in rows(document.root)))
    for each in sets[-1:]:
        yield from _rules(each)
    yield from ("", "## Example", "")
    yield "Invented from the table: the terms that must stand, each with what belongs there."
    yield "The rules may ask for more."
    yield from ("", "```xml", example_xml(document).strip(), "```")


def _term(row: Row) -> tuple[str, ...]:
    return (
        f"{'· ' * row.depth}`{row.name.rpartition('.')[2]}`",
        _three(row.label),
        row.meaning.en,
        row.term,
        f"`{row.path}`",
        TYPES[row.kind].en,
        row.cardinality,
        _codes(row),
    )


def _codes(row: Row) -> str:
    """The name of the list, or the one value allowed."""
    return f"`{row.codes}`" if row.codes else ""


def _three(words: Words) -> str:
    return " · ".join(dict.fromkeys(words.in_(each) for each in LANGUAGES))


def _rules(rules: RuleSet[Group]) -> Iterator[str]:
    root = rules.document.root
    every = {*own_rules(rules), *structure_rules(root, rules.official)}
    if rules.family is not None:
        every |= {*structure_rules(root.family, rules.family)}
    known = {each.id for each in every}
    every |= {_barred(*each) for each in rules.barred.items() if each[0] not in known}
    told = sorted(each for each in every if each.id not in rules.without)
    yield from ("", "## Rules", "")
    yield f"- Rule set: `{rules.id}`, from {rules.valid_from.isoformat()}"
    yield f"- Source: {rules.source}"
    if rules.lists:
        yield f"- Code lists are read from {', '.join(f'`{each}`' for each in rules.lists)}"
    if rules.without:
        off = ", ".join(f"`{each}`" for each in sorted(rules.without))
        yield f"- Switched off by the publisher: {off}"
    for why in dict.fromkeys(rules.silent.values()):
        those = (f"`{each}`" for each, reason in rules.silent.items() if reason == why)
        yield f"- Never told, because {why}: {', '.join(those)}"
    yield f"- Our own rules, in our own words: {len(told)} (all of the official rules are here)"
    yield from ("", *_table(RULES, ((f"`{one.id}`", one.severity, *one[2:]) for one in told)))


def own_rules(rules: RuleSet[Group]) -> Iterator[Said]:
    """The rules over values; facts that are filled in stand in braces."""
    for each in rules.rules:
        kind = each.kind
        terms = ", ".join(_terms(each) if isinstance(each, Rule) else each.terms)
        yield Said(each.id, kind.severity, kind.text.en, kind.cure.en, terms, kind.source)


def _terms(rule: Rule) -> Sequence[str]:
    """The business terms of a rule: those it names, else those of the field it points at."""
    if rule.terms or not rule.at:
        return rule.terms
    return sorted({term for kind in rule.on if (term := kind.field(rule.at).term)})


def _barred(rule: str, path: str) -> Said:
    return Said(rule, Severity.WARNING, f"`{path}` is not used.", "Remove it.")


ANYTHING = "cbc:WhatNoTableHas"
SCHEMA_LOCATION = "schemaLocation"


def structure_rules(root: type[Group], official: Official) -> Iterator[Said]:
    """The rules that follow from a table; those without an id are UBL's own and left out."""
    for group in _everything(root):
        place = group.where()
        inside = f"`{place}`" if place else "the document"
        says = f"Only the terms above may stand in {inside}."
        yield from _told(official.unknown(group, ANYTHING), says)
        if not place:
            yield from _told(official.empty(group, None), "Nothing may stand empty.")
            found = official.stray(group, None, SCHEMA_LOCATION)
            yield from _told(found, f"The document may not have `@{SCHEMA_LOCATION}`.")
        for row in group.fields:
            label = row.said.label.en
            if row.least:
                yield from _told(official.missing(group, row, ""), f"{label} must stand.")
            for each in row.attributes:
                if each.least and each.name in row.parts:
                    found = official.missing(group, row, each.name)
                    yield from _told(found, f"{label} must have `@{each.name}`.")
                if each.codes:
                    found = official.code(group, row, each.name)
                    listed = named(each.codes).en
                    yield from _told(found, f"`@{each.name}` of {label} must be in {listed}.")
                if each.only:
                    found = official.code(group, row, each.name)
                    yield from _told(found, f"`@{each.name}` of {label} must be `{each.only}`.")
            if row.codes:
                found = official.code(group, row, "")
                yield from _told(found, f"{label} must be in {named(row.codes).en}.")
            if row.only:
                yield from _told(official.only(group, row), f"{label} must be `{row.only}`.")


def _told(found: Id | None, says: str) -> Iterator[Said]:
    if found is not None and found.rule:
        yield Said(found.rule, found.severity, says)


def _everything(root: type[Group]) -> Iterator[Group]:
    """One group of each kind at each place where it may stand."""
    element = etree.Element("all")
    _filled(element, root)
    plain = cast("Reading[Group]", read(xml.read(etree.tostring(element)), root))
    for groups in plain.groups.values():
        yield from groups


def _filled(element: Element, kind: type[Group]) -> None:
    for row in kind.fields:
        child = etree.SubElement(element, row.qualified)
        if row.type is not None:
            _filled(child, row.type)


def example_xml(document: DocumentType[Group]) -> str:
    """The invented example, indented."""
    root = tree(example(document), document.namespace, document.element)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode")


def _table(header: Sequence[str], lines: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield _line(header)
    yield _line(["---"] * len(header))
    yield from map(_line, lines)


def _line(cells: Sequence[str]) -> str:
    plain = (" ".join(cell.split()).replace("|", "\\|").replace("<", "&lt;") for cell in cells)
    return f"| {' | '.join(plain)} |"
