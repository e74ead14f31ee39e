"""Official rules on SaxonC, in one process: compiled once, asked of many documents.

Before anything is parsed the engine is told to open no address at all (`allowedProtocols` empty):
neither a document nor a stylesheet can then reach a file or a host. Documents come from our own
hardened reader. Expressions that the engine rejects are left out one by one and told by name.
"""

import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.documents import xml
from anskaff.documents.validation.answer import Answer, Found, Job, Kind, LeftOut, Unasked
from anskaff.documents.validation.schematron import Origin, Stylesheet, compile_schema
from anskaff.documents.validation.schematron_source import LIMITS, Schema, SchematronError, load

Element = etree._Element  # noqa: SLF001 - the only public name for the type

NO_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
SVRL = "http://purl.oclc.org/dsdl/svrl"
MOST_KEPT = 8
MOST_WORDS = 300
_AT_LINE = re.compile(r"\bon line (\d+)\b")
_ANY_STEP = re.compile(r"\*:([^/\[\]]+)\[namespace-uri\(\)='([^']*)'\]")


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
            return _read(compiled, said or "")
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


def _read(compiled: _Compiled, said: str) -> Answer:
    """The stylesheet's answer as values."""
    if compiled.sheet is None:
        return Answer(found=tuple(_svrl(etree.fromstring(said.encode(), _parser()))))
    sheet = compiled.sheet
    found: list[Found] = []
    unasked: list[Unasked] = []
    for line in said.split("\n")[:-1]:
        number, at, *more = line.split("\t")
        rule = sheet.assertions[int(number)]
        text = " ".join(more[0].split()) if more else sheet.texts[int(number)]
        if len(more) > 1:
            unasked.append(Unasked(rule.id, rule.severity, at, more[1], text))
        else:
            found.append(Found(rule.id, rule.severity, at, text))
    return Answer(
        found=tuple(found),
        unasked=tuple(unasked),
        left_out=compiled.left_out,
        namespaces=sheet.namespaces if said else {},
    )


def _svrl(root: Element) -> Iterator[Found]:
    for each in root.iter(f"{{{SVRL}}}failed-assert", f"{{{SVRL}}}successful-report"):
        mark = (each.get("flag") or each.get("role") or "").lower()
        yield Found(
            each.get("id", ""),
            "warning" if mark.startswith("warn") else "fatal",
            _ANY_STEP.sub(r"Q{\2}\1", each.get("location", "")),
            " ".join((each.findtext(f"{{{SVRL}}}text") or "").split()),
        )


def _parser() -> etree.XMLParser:
    """For what our own stylesheets wrote; an answer may be long."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
