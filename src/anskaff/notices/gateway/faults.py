"""What the service says is wrong with a notice, read from its details: JSON or SVRL.

The JSON's shape is our assumption, so any object that has words of a fault is taken as one, however
deep it lies. Nothing is invented: without words there is no fault, and the raw answer is kept.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from anskaff.concepts.errors import Unreadable
from anskaff.documents import xml
from anskaff.notices.gateway import contract

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
MOST_FAULTS = 200
LONGEST = 1000
TERM = re.compile(r"\b(BT|OPT|OPP)-0*([1-9][0-9]{0,4})\b")
DEEPEST = 20
LIMITS = xml.Limits(total_bytes=20_000_000, elements=300_000, attributes=500_000)

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault in the service's own words; `rule` and `place` are empty when it did not say."""

    text: str
    rule: str = ""
    place: str = ""
    stops: bool = True

    @property
    def term(self) -> str:
        """The business term that the rule's name tells of; empty when it tells none.

        >>> Fault(text="", rule="BR-BT-00131-0101").term, Fault(text="", rule="SR-1").term
        ('BT-131', '')
        """
        found = TERM.search(self.rule)
        return f"{found[1]}-{found[2]}" if found else ""


def read(body: bytes) -> tuple[Fault, ...]:
    """The faults in an answer; none when it is in no form that we know."""
    if body.lstrip()[:1] == b"<":
        return _from_svrl(body)
    parsed = parsed_json(body)
    found: list[Fault] = []
    for fault in _inside(parsed, 0):
        if fault not in found:
            found.append(fault)
        if len(found) == MOST_FAULTS:
            break
    return tuple(found)


def parsed_json(body: bytes) -> Json:
    """The JSON of an answer; None when it is none."""
    try:
        parsed: Json = json.loads(body, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return parsed


def _inside(value: Json, depth: int) -> Iterator[Fault]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        if text := _first(value, contract.FAULT_WORDS):
            weight = _first(value, contract.FAULT_WEIGHT).lower()
            yield Fault(
                text=text,
                rule=_first(value, contract.FAULT_RULE),
                place=_first(value, contract.FAULT_PLACE),
                stops=not weight.startswith(("warn", "info")),
            )
            return
        for each in value.values():
            yield from _inside(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _inside(each, depth + 1)


def _first(value: dict[str, Json], names: contract.Line) -> str:
    for name in names.value.split():
        said = value.get(name)
        if isinstance(said, str) and said.strip():
            return " ".join(said.split())[:LONGEST]
    return ""


def _from_svrl(body: bytes) -> tuple[Fault, ...]:
    """Failed assertions of a report in SVRL (ISO/IEC 19757-3), as TED documents it."""
    try:
        tree = xml.read(body, limits=LIMITS)
    except Unreadable:
        return ()
    found: list[Fault] = []
    for each in tree.iter(f"{SVRL}failed-assert"):
        words = " ".join("".join(each.itertext()).split())[:LONGEST]
        weight = (each.get("role") or each.get("flag") or "").lower()
        found.append(
            Fault(
                text=words,
                rule=each.get("id", ""),
                place=each.get("location", "")[:LONGEST],
                stops=not weight.startswith(("warn", "info")),
            )
        )
        if len(found) == MOST_FAULTS:
            break
    return tuple(found)
