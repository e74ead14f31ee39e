"""What official test sets and examples expect of a document, read from the official folder.

`cases` gives one document at a time with the rules it must and must not break, whatever engine is
to be compared with it; `compare` says in words how a verdict differs. Three kinds of expectation:

- `tests`: a test set of the publisher; only the rules in its scope count, and an id may be followed
  by `*N` for exactly N times;
- `computed`: an official example, with every rule that it breaks;
- `errors`: an example made to break one rule, with that rule and (computed) all that it breaks.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.validation.rule_sets import RULE_SETS, RuleSet, find_for

ON = date(2026, 11, 21)
VEFA = "{http://difi.no/xsd/vefa/validator/1.0}"
FOLDERS = (
    "peppol-billing-3.0.21",
    "en16931-1.3.16",
    "peppol-post-award-3",
    "peppol-logistics-1.2",
    "ehf-post-award-g3",
    "peppol-network",
)
EXPLAINED = (
    (
        r"peppol-post-award-3/v3\.0\.15/.*: .*PEPPOL-COMMON-R048",
        "the test set is of 3.0.15; the rule is not in the release of May 2026",
    ),
    (
        r"ehf-post-award-g3/.*transport-execution-plan.*: the schema should not .*FunctionCode",
        "the list was computed with an older UBL; the document is UBL 2.4, which has the element",
    ),
)
_CONFIGURED = re.compile(r"peppolbis-t(\d+)-base", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document and what is expected of it.

    `fatal` and `warning` give how many times a rule is broken (None: at least once); `exact` tells
    that these are all the rules that are broken. `xsd` is true, the first fault, or None when the
    schema is not asked (test sets hold fragments).
    """

    file: str
    id: str
    document: bytes
    configuration: str = ""
    scope: frozenset[str] = frozenset()
    fatal: Mapping[str, int | None] = field(default_factory=dict)
    warning: Mapping[str, int | None] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    exact: bool = False
    xsd: bool | str | None = None

    @property
    def name(self) -> str:
        return f"{self.file}#{self.id}" if self.id else self.file

    @property
    def folder(self) -> str:
        return self.file.split("/", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Broken:
    """What an engine found: how often each rule is broken, and what the schema said."""

    fatal: Counter[str]
    warning: Counter[str]
    schema: str = ""


@cache
def expectations(standards: Path) -> dict[str, Any]:
    """The whole list of the official folder."""
    return json.loads((standards / "EXPECTED.json").read_text(encoding="utf-8"))


def cases(standards: Path, folder: str) -> Iterator[Case]:
    """Every case of one official folder, in the order of the list."""
    for file, expected in expectations(standards).items():
        if not file.startswith(f"{folder}/"):
            continue
        data = (standards / file).read_bytes()
        if "tests" in expected:
            yield from _test_set(file, data, expected)
        elif "computed" in expected:
            yield _example(file, data, expected)


def outside(standards: Path, folder: str) -> list[str]:
    """Files of the list that no rule set for documents speaks about."""
    listed = expectations(standards).items()
    return [
        file
        for file, expected in listed
        if file.startswith(f"{folder}/") and not {"tests", "computed"} & expected.keys()
    ]


def _test_set(file: str, data: bytes, expected: dict[str, Any]) -> Iterator[Case]:
    tests = xml.read(data).findall(f"{VEFA}test")
    assert len(tests) == len(expected["tests"]), file
    for element, test in zip(tests, expected["tests"], strict=True):
        [document] = [child for child in element if child.tag != f"{VEFA}assert"]
        yield Case(
            file=file,
            id=test["id"],
            document=etree.tostring(document, encoding="utf-8", with_tail=False),
            configuration=expected["configuration"],
            scope=frozenset(expected["scope"]),
            fatal=dict(map(_counted, test.get("error", []))),
            warning=dict(map(_counted, test.get("warning", []))),
            kept=frozenset(test.get("success", [])),
        )


def _counted(told: str) -> tuple[str, int | None]:
    rule, _, times = told.partition("*")
    return rule, int(times) if times else None


def _example(file: str, data: bytes, expected: dict[str, Any]) -> Case:
    computed = expected["computed"]
    return Case(
        file=file,
        id="",
        document=data,
        fatal=dict.fromkeys([*computed.get("errors", []), *expected.get("errors", [])]),
        warning=dict.fromkeys([*computed.get("warnings", []), *expected.get("warnings", [])]),
        exact="errors" in computed,
        xsd=computed["xsd"],
    )


def rule_set_for(case: Case) -> RuleSet | None:
    """The rule set that a test set names, or that the example itself asks for."""
    root = etree.QName(xml.read(case.document)).localname
    named = _CONFIGURED.match(case.configuration)
    if named:
        return _with_file(f"PEPPOLBIS-T{named[1]}.sch", root)
    if case.configuration == "tc434-ubl":
        return _with_file("EN16931-UBL-validation.sch", root)
    if case.configuration.startswith("peppolbis-en16931"):
        return _with_file("PEPPOL-EN16931-UBL.sch", root)
    if case.configuration.startswith("ehf-common"):
        return _with_file("EHF-P07-3.0-PAYMENT-REQUEST-3.0.sch", "Invoice")
    if case.folder == "peppol-network":
        return _with_file("peppol-mls-1.0.1.sch", root)
    if case.folder == "en16931-1.3.16":
        return _with_file("EN16931-UBL-validation.sch", root)
    return find_for(xml.read(case.document), on=ON)


def _with_file(path: str, root: str) -> RuleSet | None:
    with_it = [each for each in RULE_SETS if path in {file.path for file in each.files}]
    return next((each for each in with_it if each.root == root), with_it[0] if with_it else None)


def compare(case: Case, broken: Broken) -> list[str]:
    """How a verdict differs from what is expected; nothing when it does not."""
    told = [
        *_differences("fatal", case.fatal, broken.fatal),
        *_differences("warning", case.warning, broken.warning),
    ]
    everything = broken.fatal + broken.warning
    told += [f"{rule} is broken, and should not be" for rule in case.kept & everything.keys()]
    if case.exact:
        told += [f"fatal {rule} is not expected" for rule in broken.fatal.keys() - case.fatal]
        told += [f"warning {rule} is not expected" for rule in broken.warning.keys() - case.warning]
    if case.xsd is True and broken.schema:
        told.append(f"schema: {broken.schema}")
    if isinstance(case.xsd, str) and not broken.schema:
        told.append(f"the schema should not hold: {case.xsd}")
    return sorted(told)


def explanation(case: Case, difference: str) -> str:
    """Why a difference is as it should be, when we know."""
    told = f"{case.name}: {difference}"
    return next((reason for pattern, reason in EXPLAINED if re.search(pattern, told)), "")


def _differences(
    severity: str, expected: Mapping[str, int | None], found: Counter[str]
) -> Iterator[str]:
    for rule, times in expected.items():
        if not found[rule]:
            yield f"{severity} {rule} is expected"
        elif times is not None and found[rule] != times:
            yield f"{severity} {rule} is expected {times} times, found {found[rule]} times"


def table(results: Mapping[str, tuple[int, int, int]]) -> str:
    """One line per folder, from how many documents there are, are explained, and differ."""
    lines = [f"{'folder':24} {'documents':>9} {'agree':>7} {'explained':>9} {'differ':>7}"]
    for folder, (documents, explained, unexplained) in results.items():
        agree = documents - explained - unexplained
        lines.append(f"{folder:24} {documents:9} {agree:7} {explained:9} {unexplained:7}")
    return "\n".join(lines)
