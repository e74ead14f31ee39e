"""The official rules of one notice subtype, with the Norwegian tailoring, as values.

The EU's rules are read from the Schematron of the release that a notice names, and only the stages
of its subtype. A Norwegian notice is judged by them as `tailoring` changes them. The same rulebook
is asked twice: by our own engine, and, written as Schematron again, by SaxonC.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.eforms.paths import NAMESPACES
from anskaff.documents.eforms.sdk import Release, eu_subtype
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.schematron_source import LIMITS, SCHEMATRON

Element = etree._Element  # noqa: SLF001 - the only public name for the type

STATIC = "schematrons/static"
ENTRY = "complete-validation.sch"
MOST_BOOKS = 80
SUBTYPE = "$noticeSubType"
TODAY = "current-date()"
_FOR_ONE = re.compile(r"\[\$noticeSubType = '[^']*'\]")
_STAGE = re.compile(r"[a-z0-9-]+(?:-[A-Za-z0-9]+)*\.sch")
_IN_BRACKETS = re.compile(r"_([A-Za-z]|BT-[0-9]+)_")
WARNINGS = frozenset({"WARN", "WARNING", "INFO"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One rule: its official id, XPath, `fatal` or `warning`, the field or node it is about.

    `words` is what a publisher says of it in English; the EU's files hold only keys.
    """

    id: str
    test: str
    severity: str
    about: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The rules that are asked of each place that an XPath pattern matches."""

    context: str
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A pattern: of its blocks only the first that matches a place is asked there."""

    id: str
    lets: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rulebook:
    """All rules of a subtype, and the variables that they share."""

    subtype: str
    lets: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]

    @property
    def assertions(self) -> Iterator[tuple[Block, Assertion]]:
        """Every rule with the block that it stands in."""
        for stage in self.stages:
            for block in stage.blocks:
                for each in block.assertions:
                    yield block, each


class UnknownSubtype(LookupError):
    """A notice subtype that the release has no rules for."""


def of(bundle: Bundle, release: Release, subtype: str) -> Rulebook:
    """The EU's rules for a subtype.

    Raises:
        NotUsable: when the bundle does not have the release.
        UnknownSubtype: when the release has no such subtype.
    """
    return _of(bundle.file(release.part, STATIC), eu_subtype(subtype))


@lru_cache(maxsize=MOST_BOOKS)
def _of(folder: Path, subtype: str) -> Rulebook:
    entry = _read(folder / ENTRY)
    if not subtype.isalnum():
        raise UnknownSubtype(subtype)
    about = {str(each.get("id")): _about(each) for each in entry.iter(_sch("diagnostic"))}
    patterns = [_read(folder / name) for name in _files(entry, subtype)]
    stages = tuple(_stage(each, subtype, about) for each in patterns)
    if not patterns or not any(_is_for(each, subtype) for each in patterns):
        raise UnknownSubtype(subtype)
    return Rulebook(subtype=subtype, lets=_lets(entry), stages=stages)


def _files(entry: Element, subtype: str) -> list[str]:
    """The files that a subtype is judged by: those of its phase, or all where there are none."""
    if entry.find(_sch("phase")) is None:
        named = (str(each.get("href", "")) for each in entry.iter(_sch("include")))
        return [name for name in named if _STAGE.fullmatch(name)]
    phase = entry.find(_sch("phase") + f"[@id='eforms-{subtype}']")
    active = () if phase is None else phase.iter(_sch("active"))
    return [f"{str(each.get('pattern')).removeprefix('EFORMS-')}.sch" for each in active]


def _is_for(pattern: Element, subtype: str) -> bool:
    """Whether a pattern has rules for this very subtype."""
    ours = _ours(subtype)
    return any(ours in str(rule.get("context")) for rule in pattern.iter(_sch("rule")))


def _ours(subtype: str) -> str:
    return f"[{SUBTYPE} = '{subtype}']"


def _about(diagnostic: Element) -> str:
    """The field or node that a diagnostic names; older releases name it in its id only."""
    see = str(diagnostic.get("see", "")).removeprefix("field:").removeprefix("node:")
    return see or _IN_BRACKETS.sub(r"(\1)", str(diagnostic.get("id")))


def _read(path: Path) -> Element:
    return xml.read(path.read_bytes(), limits=LIMITS)


def _sch(name: str) -> str:
    return f"{{{SCHEMATRON}}}{name}"


def _lets(element: Element) -> tuple[tuple[str, str], ...]:
    found = element.iterchildren(_sch("let"))
    return tuple((str(each.get("name")), str(each.get("value"))) for each in found)


def _stage(pattern: Element, subtype: str, about: dict[str, str]) -> Stage:
    """A pattern without the blocks that are only for other subtypes."""
    ours = _ours(subtype)
    blocks = []
    for rule in pattern.iter(_sch("rule")):
        context = str(rule.get("context"))
        if ours not in context and _FOR_ONE.search(context):
            continue
        assertions = tuple(_assertion(each, about) for each in rule.iter(_sch("assert")))
        blocks.append(Block(context=context.replace(ours, ""), assertions=assertions))
    return Stage(id=str(pattern.get("id")), lets=_lets(pattern), blocks=tuple(blocks))


def _assertion(element: Element, about: dict[str, str]) -> Assertion:
    warns = str(element.get("role", "")).upper() in WARNINGS
    return Assertion(
        id=str(element.get("id")),
        test=" ".join(str(element.get("test")).split()),
        severity="warning" if warns else "fatal",
        about=about.get(str(element.get("diagnostics", "")), ""),
    )


def as_schematron(book: Rulebook, on: date) -> bytes:
    """The rulebook as one Schematron file, with nothing to include and a day for today."""
    day = f"xs:date('{on.isoformat()}')"
    root = etree.Element(_sch("schema"), nsmap={None: SCHEMATRON}, queryBinding="xslt2")
    for prefix, uri in (*NAMESPACES.items(), ("xs", "http://www.w3.org/2001/XMLSchema")):
        etree.SubElement(root, _sch("ns"), prefix=prefix, uri=uri)
    _let_in(root, book.lets)
    for stage in book.stages:
        pattern = etree.SubElement(root, _sch("pattern"), id=stage.id)
        _let_in(pattern, stage.lets)
        for block in stage.blocks:
            rule = etree.SubElement(pattern, _sch("rule"), context=block.context)
            for each in block.assertions:
                test = each.test.replace(TODAY, day)
                made = etree.SubElement(
                    rule, _sch("assert"), id=each.id, role=each.severity, test=test
                )
                made.text = each.words or each.id
    return etree.tostring(root)


def _let_in(element: Element, lets: tuple[tuple[str, str], ...]) -> None:
    for name, value in lets:
        etree.SubElement(element, _sch("let"), name=name, value=value)
