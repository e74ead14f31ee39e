"""Official rules on SaxonC, in one process: compiled once, asked of many documents.

Before anything is parsed the engine is told to open no address at all (`allowedProtocols` empty):
neither a document nor a stylesheet can then reach a file or a host. Documents come from our own
hardened reader. Expressions that the engine rejects are left out one by one and told by name.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.documents import xml
from anskaff.documents.ubl.table import PREFIXES
from anskaff.documents.validation.answer import Answer, Found, Job, Kind, LeftOut, Unasked
from anskaff.documents.validation.schematron import Origin, Stylesheet, compile_schema
from anskaff.documents.validation.schematron_source import LIMITS, Schema, SchematronError, load

Element = etree._Element  # noqa: SLF001 - the only public name for the type

NO_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
SVRL = "http://purl.oclc.org/dsdl/svrl"
MOST_KEPT = 8
MOST_WORDS = 300
_AT_LINE = re.compile(r"\bon line (\d+)\b")
_STEP = re.compile(r"(@?)(?:Q\{([^}]*)\})?([^/\[\]]+)(?:\[(\d+)\])?")
_ANY_STEP = re.compile(r"\*:([^/\[\]]+)\[namespace-uri\(\)='([^']*)'\]")
_KNOWN = {uri: prefix for prefix, uri in PREFIXES.items()}


class _Executable(Protocol):
    def transform_to_string(self, *, xdm_node: object) -> str | None: ...


class _Compiler(Protocol):
    def compile_stylesheet(self, *, stylesheet_text: str) -> _Executable: ...

    def set_jit_compilation(self, jit: bool) -> None: ...


class _Processor(Protocol):
    def set_configuration_property(self, name: str, value: str) -> None: ...

    def new_xslt30_processor(self) -> _Compiler: ...

    def parse_xml(self, *, xml_text: str) -> object: ...


@dataclass(slots=True)
class _Compiled:
    """A job made ready; the guarded stylesheet is made when a document first needs it."""

    plain: _Executable
    schema: Schema | None = None
    sheet: Stylesheet | None = None
    phase: str = ""
    without: frozenset[Origin] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    guarded: _Executable | None = None


class Engine:
    """SaxonC with the rules that it has compiled, the eight that were used last."""

    def __init__(self) -> None:
        from saxonche import PySaxonApiError, PySaxonProcessor

        self.processor = cast(_Processor, PySaxonProcessor(license=False))
        self.processor.set_configuration_property(NO_PROTOCOLS, "")
        self.compiler = self.processor.new_xslt30_processor()
        self.compiler.set_jit_compilation(False)
        self.error: type[Exception] = PySaxonApiError
        self.compiled: OrderedDict[Job, _Compiled] = OrderedDict()

    def ask(self, job: Job, document: str) -> Answer:
        """What the rules of a job say of a document that our reader has read and written again.

        When the plain stylesheet stops on the document, the rules are asked again one by one.
        """
        try:
            compiled = self._ready(job)
            node = self.processor.parse_xml(xml_text=document)
            try:
                said = compiled.plain.transform_to_string(xdm_node=node)
            except self.error:
                said = self._guarded(compiled).transform_to_string(xdm_node=node)
            return _read(compiled, said or "", document)
        except (SchematronError, Unreadable, OSError, self.error) as error:
            return Answer(stopped=_brief(error))

    def _guarded(self, compiled: _Compiled) -> _Executable:
        """The stylesheet that asks rule by rule; a foreign one is only had as it is."""
        if compiled.guarded is None and compiled.schema is not None:
            sheet = compile_schema(
                compiled.schema, phase=compiled.phase, without=compiled.without, guarded=True
            )
            compiled.guarded = self.compiler.compile_stylesheet(stylesheet_text=sheet.text)
        return compiled.guarded or compiled.plain

    def _ready(self, job: Job) -> _Compiled:
        if job not in self.compiled:
            self.compiled[job] = self._compile(job)
        self.compiled.move_to_end(job)
        while len(self.compiled) > MOST_KEPT:
            self.compiled.popitem(last=False)
        return self.compiled[job]

    def _compile(self, job: Job) -> _Compiled:
        if job.kind is Kind.SVRL_XSLT:
            root = xml.read(job.file.read_bytes(), limits=LIMITS)
            text = etree.tostring(root, encoding="unicode")
            return _Compiled(self.compiler.compile_stylesheet(stylesheet_text=text))
        schema = load(job.file, within=job.within)
        without: frozenset[Origin] = frozenset()
        words: dict[Origin, str] = {}
        while True:
            sheet = compile_schema(schema, phase=job.phase, without=without)
            try:
                plain = self.compiler.compile_stylesheet(stylesheet_text=sheet.text)
            except self.error as error:
                culprits = _culprits(sheet, str(error))
                if culprits.keys() <= without:
                    raise
                words |= culprits
                without |= culprits.keys()
                continue
            return _Compiled(
                plain=plain,
                schema=schema,
                sheet=sheet,
                phase=job.phase,
                without=without,
                left_out=tuple(_left_out(sheet, each, words[each]) for each in sorted(without)),
            )


def _culprits(sheet: Stylesheet, words: str) -> dict[Origin, str]:
    """The parts of a schema that a compiler's complaint is about, each with its own words."""
    pieces = re.split(r"(?m)^\s*(?:Static e|E)rror\b", words)
    found: dict[Origin, str] = {}
    for piece in pieces:
        line = _AT_LINE.search(piece)
        origin = sheet.lines.get(int(line[1])) if line else None
        if origin is not None:
            found.setdefault(origin, " ".join(piece.split())[:MOST_WORDS])
    return found


def _left_out(sheet: Stylesheet, origin: Origin, words: str) -> LeftOut:
    if origin.kind == "assertion":
        name = sheet.assertions[origin.number].id
        return LeftOut(name, (name,), words)
    if origin.kind == "rule":
        context, numbers = sheet.rules[origin.number]
        return LeftOut(context, tuple(sheet.assertions[each].id for each in numbers), words)
    return LeftOut(sheet.declared[origin.number], (), words)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:MOST_WORDS] or type(error).__name__


def _read(compiled: _Compiled, said: str, document: str) -> Answer:
    """The stylesheet's answer as values."""
    root = etree.fromstring(said.encode(), _parser())
    if compiled.sheet is None:
        return Answer(found=tuple(_svrl(root)))
    sheet = compiled.sheet
    places = _Places(document, _prefixes(sheet.namespaces))
    found: list[Found] = []
    unasked: list[Unasked] = []
    for each in root:
        rule = sheet.assertions[int(each.get("n", ""))]
        where = places.at(each.get("at", ""))
        text = " ".join((each.text or "").split())
        if each.tag == "f":
            found.append(Found(rule.id, rule.severity, where, text))
        else:
            unasked.append(Unasked(rule.id, rule.severity, where, each.get("code", ""), text))
    return Answer(found=tuple(found), unasked=tuple(unasked), left_out=compiled.left_out)


class _Places:
    """Where elements stand, by their number in the document; worked out when first asked for.

    Each place, and the numbers of the children of each parent, are worked out once, so that many
    findings in a long document take no longer than the document is long.
    """

    def __init__(self, document: str, prefixes: Mapping[str, str]) -> None:
        self.document = document
        self.prefixes = prefixes
        self.elements: list[Element] = []
        self.numbers: dict[Element, int] = {}
        self.paths: dict[Element, str] = {}
        self.known: dict[str, str] = {}

    def at(self, told: str) -> str:
        """The place for what a stylesheet told: a number, or a path."""
        found = self.known.get(told)
        if found is None:
            if told.isdecimal() and not self.elements:
                root = etree.fromstring(self.document, _parser())
                self.elements = list(root.iter(etree.Element))
                self.paths[root] = ""
            at = self.elements[max(int(told) - 1, 0)] if told.isdecimal() else None
            found = place(told, self.prefixes) if at is None else self._path(at)
            self.known[told] = found
        return found

    def _path(self, element: Element) -> str:
        found = self.paths.get(element)
        if found is None:
            parent = element.getparent()
            assert parent is not None
            if element not in self.numbers:
                self._count(parent)
            name = etree.QName(element)
            number = self.numbers[element]
            step = _step(self.prefixes, name.namespace, name.localname, number)
            above = self._path(parent)
            found = self.paths[element] = f"{above}/{step}" if above else step
        return found

    def _count(self, parent: Element) -> None:
        """Number the children among their namesakes."""
        namesakes: Counter[object] = Counter()
        for each in parent.iterchildren(etree.Element):
            namesakes[each.tag] += 1
            self.numbers[each] = namesakes[each.tag]


def _svrl(root: Element) -> Iterator[Found]:
    for each in root.iter(f"{{{SVRL}}}failed-assert", f"{{{SVRL}}}successful-report"):
        mark = (each.get("flag") or each.get("role") or "").lower()
        yield Found(
            each.get("id", ""),
            "warning" if mark.startswith("warn") else "fatal",
            place(_ANY_STEP.sub(r"Q{\2}\1", each.get("location", "")), _KNOWN),
            " ".join((each.findtext(f"{{{SVRL}}}text") or "").split()),
        )


def _parser() -> etree.XMLParser:
    """For what our own stylesheets wrote; an answer may be long."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _prefixes(namespaces: Mapping[str, str]) -> dict[str, str]:
    """How to write names: with our own prefixes where we have them, else the schema's."""
    return {**{uri: prefix for prefix, uri in namespaces.items()}, **_KNOWN}


def place(path: str, prefixes: Mapping[str, str]) -> str:
    """An engine's path in our words: from the root, and with a number from the second on.

    >>> place("/Q{urn:i}Invoice[1]/Q{urn:c}Line[2]/Q{urn:c}Price[1]/@unit", {"urn:c": "cac"})
    'cac:Line[2]/cac:Price/@unit'
    >>> place("/Q{urn:i}Invoice[1]", {})
    ''
    """
    steps: list[str] = []
    for sign, uri, name, number in _STEP.findall(path):
        steps.append(sign + _step(prefixes, uri, name, int(number or 1)))
    return "/".join(steps[1:])


def _step(prefixes: Mapping[str, str], uri: object, name: str, number: int) -> str:
    prefix = prefixes.get(str(uri), "")
    return f"{prefix}{':' if prefix else ''}{name}{f'[{number}]' if number > 1 else ''}"
