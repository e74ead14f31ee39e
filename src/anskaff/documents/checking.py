"""Check a document in layers, and say which of them ran.

- `wire`: the bytes are safe, readable XML of a document that we know;
- `xsd`: the official schema; `model`: the same from our own table, always there;
- `rules`: our own rules; `official`: the official Schematron.

>>> report = check(b"<a/>", on=date(2026, 11, 21))
>>> report.verdict, [finding.code for finding in report.findings]
(<Verdict.UNKNOWN: 'unknown'>, ['document-unknown'])
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.documents import codes, xml
from anskaff.documents.eforms import checking as notices
from anskaff.documents.eforms import recognising, refusing
from anskaff.documents.eforms.recognising import Recognised
from anskaff.documents.eforms.rulebook import UnknownSubtype
from anskaff.documents.eforms.sdk import RELEASES, Release
from anskaff.documents.peppol import known, shelf, unknown
from anskaff.documents.peppol.known import Known
from anskaff.documents.standards.bundle import NotUsable
from anskaff.documents.ubl.document import LIMITS, ONE_AT_A_TIME
from anskaff.documents.ubl.familiar import Familiar
from anskaff.documents.ubl.reading import Element, Reading, collector_paused
from anskaff.documents.ubl.table import Group
from anskaff.documents.validation import rule_sets, schema_words
from anskaff.documents.validation.answer import Found, LeftOut, Unasked
from anskaff.documents.validation.official import Layer as OfficialFile
from anskaff.documents.validation.official import Official, Result, Step
from anskaff.documents.validation.schemas import XSD

NO_LISTS = FindingKind(
    code="code-lists-not-installed",
    severity=Severity.INFORMATION,
    text=Words(
        nb="De lange kodelistene er ikke installert. Måleenheter og emballasje er bare kontrollert "
        "mot de vanligste kodene, og koder for referanser, merknader og merking ikke i det hele "
        "tatt.",
        nn="Dei lange kodelistene er ikkje installerte. Måleiningar og emballasje er berre "
        "kontrollerte mot dei vanlegaste kodane, og kodar for referansar, merknader og merking "
        "ikkje i det heile.",
        en="The long code lists are not installed. Units of measure and packaging are only checked "
        "against the codes in common use, and codes for references, notes and labels are not "
        "checked at all.",
    ),
    cure=Words(
        nb="Kjør `anskaff standards add MAPPE`.",
        nn="Køyr `anskaff standards add MAPPE`.",
        en="Run `anskaff standards add FOLDER`.",
    ),
)
NO_RULES = Words(
    nb="vi har ikke egne regler for dokumentet ennå",
    nn="vi har ikkje eigne reglar for dokumentet enno",
    en="we have no rules of our own for the document yet",
)
STOPPED = Words(
    nb="dokumentet kunne ikke leses", nn="dokumentet kunne ikkje lesast", en="it could not be read"
)


NOT_KNOWN = Words(
    nb="dokumenttypen er ukjent", nn="dokumenttypen er ukjend", en="the kind of document is unknown"
)


class Layer(StrEnum):
    """One way to check."""

    WIRE = "wire"
    XSD = "xsd"
    MODEL = "model"
    RULES = "rules"
    OFFICIAL = "official"


class Verdict(StrEnum):
    """What came of it. `UNKNOWN`: no layer that decides could run."""

    VALID = "valid"
    INVALID = "invalid"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found in one document: our key for it, rule set, layers, verdict, findings.

    `skipped` says why a layer did not run whole; the others did. `unasked` are the ids of official
    rules that could not be tried, in the order of the official files.
    """

    document: str
    rule_set: str
    ran: tuple[Layer, ...]
    verdict: Verdict
    findings: tuple[Finding, ...]
    skipped: Mapping[Layer, Words] = field(default_factory=dict)
    unasked: tuple[str, ...] = ()


def check(data: bytes, *, on: date, bundle: Path | None = None) -> Report:
    """Check one document against our own rules as they are on a day.

    Code lists come from the `bundle` of official files; without it we have the short ones only,
    and a remark says so.
    """
    report = _familiar(data, on=on, bundle=bundle)
    if report is not None:
        return report
    try:
        read = xml.document(data, limits=LIMITS, blanks=False)
    except Unreadable as error:
        return stopped(error.findings, Verdict.INVALID)
    return check_tree(read.root, on=on, bundle=bundle, plain=read.plain)


def _familiar(data: bytes, *, on: date, bundle: Path | None) -> Report | None:
    """The report on a document whose tags all stood before; nothing on others."""
    with ONE_AT_A_TIME, collector_paused():
        found = _FAMILIAR.read(data, LIMITS)
        if found is None:
            return None
        kind, reading = found
        return _judged(kind, reading, on=on, bundle=bundle)


_FAMILIAR: Familiar[Known] = Familiar()
TEST_SET = "{http://difi.no/xsd/vefa/validator/1.0}"


def check_file(
    data: bytes, *, on: date, bundle: Path | None = None, official: Official | None = None
) -> Iterator[tuple[str, Report]]:
    """Check a file; a test set (vefa) holds many documents, each with its id, others have none."""
    report = None if official is not None else _familiar(data, on=on, bundle=bundle)
    if report is not None:
        yield "", report
        return
    try:
        read = xml.document(data, limits=LIMITS, blanks=official is not None)
    except Unreadable as error:
        yield "", stopped(error.findings, Verdict.INVALID)
        return
    for number, document in documents_in(read.root):
        plain = read.plain if document is read.root else b""
        report = check_tree(document, on=on, bundle=bundle, plain=plain)
        if official is not None:
            report = with_official(report, document, official, on=on)
        yield number, report


def documents_in(root: Element) -> Iterator[tuple[str, Element]]:
    """The documents of a file with their ids: those of a test set (vefa), else the file itself."""
    if root.tag != f"{TEST_SET}testSet":
        yield "", root
        return
    for test in root.iter(f"{TEST_SET}test"):
        for child in test:
            if not str(child.tag).startswith(TEST_SET):
                yield test.get("id", ""), child


def check_tree(
    root: Element, *, on: date, bundle: Path | None = None, plain: bytes = b""
) -> Report:
    """As `check`, for a document that was read already, from `plain` bytes where they are there."""
    notice = recognising.recognised(root, _releases(bundle))
    if notice is not None:
        return _notice(root, notice, on=on, bundle=bundle)
    found = known.recognised(root)
    if found is None:
        return stopped((_unknown(root),), Verdict.UNKNOWN)
    document = shelf.document(found)
    if document is None:
        return _not_judged(found)
    with collector_paused():
        reading = document.reading(root, plain)
        _FAMILIAR.remember(plain, found, reading)
        return _judged(found, reading, on=on, bundle=bundle)


def _not_judged(kind: Known) -> Report:
    return Report(
        document=kind.key,
        rule_set="",
        ran=(Layer.WIRE,),
        verdict=Verdict.UNKNOWN,
        findings=(),
        skipped={Layer.MODEL: NO_RULES, Layer.RULES: NO_RULES},
    )


def _judged(kind: Known, reading: Reading[Group], *, on: date, bundle: Path | None) -> Report:
    """What our own rules say of a document that was read; nothing can be asked of it after."""
    rules = shelf.rule_set(kind, on)
    if rules is None:
        return _not_judged(kind)
    lists = codes.installed(bundle, rules.lists) if bundle else {}
    findings = rules.findings(reading, lists or codes.kept(rules.lists))
    reading.let_go()
    if rules.lists and not lists:
        findings += (NO_LISTS.at(""),)
    return Report(
        document=kind.key,
        rule_set=rules.id,
        ran=(Layer.WIRE, Layer.MODEL, Layer.RULES),
        verdict=Verdict.INVALID if any(each.stops for each in findings) else Verdict.VALID,
        findings=findings,
    )


def _releases(bundle: Path | None) -> tuple[Release, ...]:
    """The releases of the eForms SDK whose rules a bundle may have."""
    return notices.checker(bundle).releases if bundle else RELEASES


def check_as(data: bytes, release: str, *, on: date, bundle: Path) -> Report:
    """What the rules of another release of the eForms SDK say of a notice, never as its verdict.

    Raises:
        LookupError: when the bundle does not have the release (such as `1.14`).
    """
    asked = next((each for each in _releases(bundle) if each.minor == release), None)
    if asked is None:
        raise LookupError(release)
    report = check(data, on=on, bundle=bundle)
    if report.document != recognising.DOCUMENT:
        return report
    root = xml.document(data, limits=LIMITS, blanks=False).root
    notice = recognising.recognised(root, _releases(bundle))
    if notice is None or notice.release == asked:
        return report
    told = _notice(root, replace(notice, release=asked), on=on, bundle=bundle)
    lowered = (
        replace(each, kind=replace(each.kind, severity=Severity.INFORMATION))
        for each in told.findings
    )
    findings = (recognising.as_asked(notice, asked), *lowered)
    return replace(told, verdict=Verdict.UNKNOWN, findings=findings)


def _notice(root: Element, notice: Recognised, *, on: date, bundle: Path | None) -> Report:
    """The report on an eForms notice; its schema and rules are all in the bundle."""
    checked = notices.Checked(why=notices.NOT_INSTALLED)
    if bundle is not None:
        with collector_paused():
            checked = notices.checker(bundle).check(root, notice, on)
    findings = (*(_told(each) for each in checked.faults), *checked.findings)
    asked = {Layer.XSD: checked.schema, Layer.RULES: checked.rules and not checked.unasked}
    why = _all_but(checked.unasked) if checked.unasked else checked.why or NO_RULES
    verdict = Verdict.VALID if all(asked.values()) else Verdict.UNKNOWN
    return Report(
        document=recognising.DOCUMENT,
        rule_set=notice.rule_set,
        ran=(Layer.WIRE, *(layer for layer, ran in asked.items() if ran)),
        verdict=Verdict.INVALID if any(each.stops for each in findings) else verdict,
        findings=findings,
        skipped={layer: why for layer, ran in asked.items() if not ran},
    )


OFFICIAL_SAYS = FindingKind(
    code="official-rule",
    text=Words(nb="{text}", nn="{text}", en="{text}"),
    cure=Words(
        nb="Rett det regelen {rule} krever. Teksten er den offisielle.",
        nn="Rett det regelen {rule} krev. Teksten er den offisielle.",
        en="Correct what the rule {rule} asks for. The text is the official one.",
    ),
)
NOT_ASKED = FindingKind(
    code="official-rule-not-asked",
    severity=Severity.INFORMATION,
    text=Words(
        nb="Den offisielle regelen {rule} lot seg ikke prøve: {reason}",
        nn="Den offisielle regelen {rule} let seg ikkje prøve: {reason}",
        en="The official rule {rule} could not be tried: {reason}",
    ),
    cure=Words(
        nb="Rett andre feil først. Hjelper det ikke, ligger feilen i den offisielle regelen.",
        nn="Rett andre feil først. Hjelper ikkje det, ligg feilen i den offisielle regelen.",
        en="Correct other faults first. If that does not help, the official rule is at fault.",
    ),
)
SOME_NOT_ASKED = Words(
    nb="alle regler unntatt disse, som ikke lot seg prøve: {rules}",
    nn="alle reglar unnateke desse, som ikkje let seg prøve: {rules}",
    en="all rules but these, which could not be tried: {rules}",
)
NO_OFFICIAL = Words(
    nb="det finnes ingen offisielle regler for dokumentet den dagen",
    nn="det finst ingen offisielle reglar for dokumentet den dagen",
    en="there are no official rules for the document on that day",
)


def with_official(report: Report, root: Element, official: Official, *, on: date) -> Report:
    """The same report with what the official schema and rules say beside.

    A rule that our own already told is not told twice; one that could not be tried is told by name.
    The official layers decide where our own rules are not whole; a fault that either finds makes
    the document invalid.
    """
    notice = recognising.recognised(root, _releases(official.bundle.folder))
    rules = notice.official(on) if notice else rule_sets.find_for(root, on=on)
    if rules is None and notice is not None:
        here = notices.not_here(notice)
        return replace(report, skipped={**report.skipped, Layer.OFFICIAL: here})
    if rules is None:
        nothing = {Layer.XSD: NO_OFFICIAL, Layer.OFFICIAL: NO_OFFICIAL}
        return replace(report, skipped={**report.skipped, **nothing})
    tell = _teller(root, notice, official, on) if notice else _told
    if tell is None:
        return replace(report, skipped={**report.skipped, Layer.OFFICIAL: notices.NO_SUBTYPE})
    answer = official.check(root, rules)
    known_ids = {finding.kind.rule for finding in report.findings}
    found = tuple(tell(each) for each in answer.found if each.rule not in known_ids)
    ran, skipped = _layers(answer.layers)
    not_asked = _not_asked(answer.layers)
    if not_asked and Layer.OFFICIAL in ran:
        ran = tuple(layer for layer in ran if layer is not Layer.OFFICIAL)
        skipped[Layer.OFFICIAL] = _all_but(not_asked)
    verdict = report.verdict
    if answer.result is Result.INVALID:
        verdict = Verdict.INVALID
    elif verdict is Verdict.UNKNOWN and answer.result is Result.VALID:
        verdict = Verdict.VALID
    return replace(
        report,
        rule_set=report.rule_set or rules.id,
        ran=tuple(layer for layer in Layer if layer in {*report.ran, *ran}),
        verdict=verdict,
        findings=(*report.findings, *found, *not_asked.values()),
        skipped={**report.skipped, **skipped},
        unasked=tuple(not_asked),
    )


def _layers(
    layers: tuple[OfficialFile, ...],
) -> tuple[tuple[Layer, ...], dict[Layer, Words]]:
    """Which official layers ran, and why the others did not."""
    skipped: dict[Layer, Words] = {}
    for each in layers:
        layer = Layer.XSD if each.step is Step.XSD else Layer.OFFICIAL
        if each.skipped is not None:
            skipped[layer] = Words(
                **{tongue: each.skipped.text(tongue).rstrip(".") for tongue in LANGUAGES}
            )
    asked = {Layer.XSD if each.step is Step.XSD else Layer.OFFICIAL for each in layers}
    return tuple(layer for layer in Layer if layer in asked - skipped.keys()), skipped


def _not_asked(layers: tuple[OfficialFile, ...]) -> dict[str, Finding]:
    """Each official rule that could not be tried, with where and why it stopped first."""
    found: dict[str, Finding] = {}
    for layer in layers:
        for out in layer.left_out:
            for rule in out.rules or (out.what,):
                found.setdefault(rule, _untold(rule, out))
        for each in layer.unasked:
            found.setdefault(each.rule, _untold(each.rule, each))
    return found


def _all_but(rules: Iterable[str]) -> Words:
    names = ", ".join(rules)
    return Words(**{each: SOME_NOT_ASKED.in_(each).format(rules=names) for each in LANGUAGES})


def _untold(rule: str, why: LeftOut | Unasked) -> Finding:
    where = why.where if isinstance(why, Unasked) else ""
    return replace(NOT_ASKED, rule=rule).at(where, rule=rule, reason=f"{why.text.rstrip('.')}.")


def _told(found: Found) -> Finding:
    """What an official file found: a schema in our words, rules in their own."""
    ours = schema_words.finding(found) if found.rule == XSD else None
    if ours is not None:
        return ours
    severity = Severity.ERROR if found.severity == "fatal" else Severity.WARNING
    kind = replace(
        OFFICIAL_SAYS,
        code=found.rule.lower() or OFFICIAL_SAYS.code,
        rule=found.rule,
        severity=severity,
    )
    text = found.text.removeprefix(f"[{found.rule}]").lstrip("- ").rstrip()
    return kind.at(found.where, text=text if text.endswith(".") else f"{text}.", rule=found.rule)


def _teller(
    root: Element, notice: Recognised, official: Official, on: date
) -> Callable[[Found], Finding] | None:
    """What puts the official findings in a notice into words; none for an unknown subtype."""
    try:
        explainer = notices.checker(official.bundle.folder).explainer(notice, on)
    except UnknownSubtype:
        return None
    except NotUsable:
        return _told
    return lambda found: explainer.finding(found, root) or _told(found)


def stopped(findings: tuple[Finding, ...], verdict: Verdict) -> Report:
    """The report on what could not be read, or is no document that we know."""
    why = NOT_KNOWN if verdict is Verdict.UNKNOWN else STOPPED
    return Report(
        document="",
        rule_set="",
        ran=(Layer.WIRE,),
        verdict=verdict,
        findings=findings,
        skipped={Layer.MODEL: why, Layer.RULES: why},
    )


def _unknown(root: Element) -> Finding:
    misplaced = refusing.misplaced(root)
    return misplaced if misplaced is not None else unknown.finding(root)
