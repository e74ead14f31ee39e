"""The rows of a mapping table: terms, groups, converters, and the paths they stand at.

A path is XPath of a plain kind: steps of names, each with predicates, at the end perhaps an
attribute. A step that does not repeat means the first such element, in reading and in writing.
A predicate that says what something equals is made true by what is written.

Rows and schemas are themselves, not their fields: they are made once and looked up by identity.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar, cast

from lxml import etree

from anskaff.concepts.words import Words

if TYPE_CHECKING:
    from anskaff.documents.mapping.reading import Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """An element's text, or one attribute's value when `attribute` is named; never blank."""

    element: etree._Element
    attribute: str
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a value is written as: text and attributes; `clock` in the time element beside it."""

    text: str
    attributes: tuple[tuple[str, str], ...] = ()
    clock: str = ""


class Odd(Exception):
    """A converter could not read a value; the words say what it expected."""

    def __init__(self, expected: Words, found: Found) -> None:
        super().__init__(expected.en)
        self.expected = expected
        self.found = found


@dataclass(frozen=True, slots=True)
class Converter:
    """How nodes become a value and a value becomes nodes; `many` when each leaf has its own."""

    read: Callable[[Sequence[Found], "Reader"], object]
    write: Callable[[object], Iterable[Leaf]]
    many: bool = False


def converter(
    read: Callable[[Sequence[Found], "Reader"], T | None],
    write: Callable[[T], Iterable[Leaf]],
    *,
    many: bool = False,
) -> Converter:
    """A converter of two functions that are each other's opposite."""
    return Converter(read, cast("Callable[[object], Iterable[Leaf]]", write), many)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One business term: its id in the standard, path from its group, field, converter.

    `each` names the step that repeats when it is not the last one.
    """

    id: str
    path: str
    target: str
    convert: Converter
    each: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A node that repeats, the field that collects it, the concept it becomes, and its rows."""

    id: str
    path: str
    target: str
    build: Callable[..., object]
    rows: tuple["Term | Group", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """Namespaces by prefix, and the place of a child among its siblings (parent, child)."""

    namespaces: Mapping[str, str]
    place: Callable[[str, str], int]

    def name(self, tag: str) -> str:
        """`cbc:ID` for a tag in Clark notation; without prefix when the namespace has none."""
        return _name(tag, self)

    def tag(self, name: str) -> str:
        """The tag in Clark notation of a name with a known prefix."""
        prefix, _, local = name.rpartition(":")
        return f"{{{self.namespaces[prefix]}}}{local}" if prefix else local


@lru_cache(maxsize=4096)
def _name(tag: str, schema: Schema) -> str:
    qname = etree.QName(tag)
    for prefix, uri in schema.namespaces.items():
        if uri == qname.namespace:
            return f"{prefix}:{qname.localname}"
    return qname.localname


@dataclass(frozen=True, slots=True)
class Fact:
    """What a predicate says is equal: an attribute of the step, or a child or its attribute."""

    child: str
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the element's tag, where it is found, and what its predicate says."""

    tag: str
    find: etree.XPath
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A path ready for use. `attribute` is its last step when that is one."""

    find: etree.XPath
    steps: tuple[Step, ...]
    attribute: str


_STEP = re.compile(r"(?:[^/\[]|\[[^\]]*\])+")
_PREDICATE = re.compile(r"\[([^\]]*)\]")
_FACT = re.compile(r"(?:(\w+:\w+)(?:/@(\w+))?|@(\w+))='([^']*)'")


@dataclass(frozen=True, slots=True)
class Branch:
    """Which rows end at an element, by number, and the branches of the children they pass."""

    rows: list[int] = field(default_factory=list)
    children: dict[str, "Branch"] = field(default_factory=dict)


@cache
def branches(group: Group, schema: Schema) -> Branch:
    """The paths of a group's rows as one tree of tags, whatever their predicates say."""
    root = Branch()
    for number, row in enumerate(group.rows):
        branch = root
        for step in path(row, schema).steps:
            branch = branch.children.setdefault(step.tag, Branch())
        branch.rows.append(number)
    return root


@cache
def path(row: Term | Group, schema: Schema) -> Path:
    """The path of a row, parsed once."""
    each = row.each if isinstance(row, Term) else ""
    return _path(row.path, each, tuple(schema.namespaces.items()))


@cache
def _path(written: str, each: str, namespaces: tuple[tuple[str, str], ...]) -> Path:
    known = dict(namespaces)
    names = _STEP.findall(written)
    attribute = names.pop()[1:] if names[-1].startswith("@") else ""
    repeats = len(names) - 1
    if each:
        repeats = next(at for at, name in enumerate(names) if name.split("[")[0] == each)
    alone = [
        name if at == repeats and not attribute else f"{name}[1]" for at, name in enumerate(names)
    ]
    find = "/".join([*alone, *([f"@{attribute}"] if attribute else [])])
    steps = tuple(_step(name, known) for name in names)
    return Path(etree.XPath(find, namespaces=known, smart_strings=True), steps, attribute)


def _step(name: str, namespaces: dict[str, str]) -> Step:
    prefix, _, local = name.split("[", maxsplit=1)[0].rpartition(":")
    facts = (_FACT.fullmatch(each) for each in _PREDICATE.findall(name))
    return Step(
        f"{{{namespaces[prefix]}}}{local}" if prefix else local,
        etree.XPath(name, namespaces=namespaces),
        tuple(
            Fact(_clark(fact[1], namespaces), fact[2] or fact[3] or "", fact[4])
            for fact in facts
            if fact
        ),
    )


def _clark(name: str | None, namespaces: dict[str, str]) -> str:
    if not name:
        return ""
    prefix, _, local = name.partition(":")
    return f"{{{namespaces[prefix]}}}{local}"
