"""What an installed release of the eForms SDK says about fields: the facts of its `fields.json`.

A notice names its release in CustomizationID, such as `eforms-sdk-1.14#extended#…`. Releases stand
side by side; each is read from the bundle the first time it is asked for, and nothing of it is
kept in the project.

>>> minor("eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2023:eforms:eu"), minor("urn:other")
('1.14', '')
>>> eu_subtype("N16"), eu_subtype("16"), eu_subtype("E3")
('16', '16', 'E3')
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from anskaff.documents.standards.bundle import Bundle

FIELDS = "fields/fields.json"
_CUSTOMIZATION = re.compile(r"eforms-sdk-(\d+\.\d+)")
_MENTIONED = re.compile(r"\b(?:BT|OPT|OPP|OPA)-\d+(?:\((?:\w|\w+-\d+)\))?(?:-[A-Za-z]\w*)*")
# The Norwegian subtypes of 2023 follow the rules of these; source: eforms-nor 1.14.2-patch6,
# `aliases` in national.yaml.
NATIONAL_ALIASES = {"N4": "4", "N16": "16", "N29": "29"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release that we know: its number, the part of the bundle, and the day it was published."""

    minor: str
    version: str
    part: str
    published: date


RELEASES = (
    Release(minor="1.14", version="1.14.2", part="eforms-sdk-1.14", published=date(2026, 3, 2)),
)
"""Those that the table of terms and the Norwegian tailoring were made for, oldest first."""
SAME_SCHEMA = {"1.13": "1.14"}
"""Which release has the schema of another. Source: CHANGELOG.md of eForms SDK 1.14.2, on 1.14.0:
«The schema has not changed in this release compared to SDK 1.13»; checked 2026-11-21."""
BEGINNING = 4_000
_MADE = re.compile(rb'"createdOn"\s*:\s*"(\d{4}-\d{2}-\d{2})')


class Need(StrEnum):
    """Whether a notice subtype must, may or must not have a field."""

    REQUIRED = "required"
    REQUIRED_IF = "required-if"
    OPTIONAL = "optional"
    FORBIDDEN_IF = "forbidden-if"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a field is required or forbidden, in EFX, and the other fields that it looks at."""

    need: Need
    expression: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A group of fields, such as `ND-Lot`, with its place; `parent` is empty for the root."""

    id: str
    parent: str
    absolute: str
    relative: str
    repeatable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its business term, place, type, and what a value must be.

    `codes` names a code list, `prefixes` what an identifier begins with, `preset` the only value
    that it may have. `attributes` are the fields that stand as attributes on it, and
    `attribute_of` the field that it stands on. `needs` gives, for each subtype that has any, what
    is always so, and `conditions` what is so at times.
    """

    id: str
    term: str
    name: str
    node: str
    absolute: str
    relative: str
    type: str
    repeatable: bool
    max_length: int | None
    pattern: str
    codes: str
    preset: str
    prefixes: tuple[str, ...]
    attributes: tuple[str, ...]
    attribute_of: str
    needs: Mapping[str, Need]
    conditions: Mapping[str, tuple[Condition, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sdk:
    """One release: its nodes and fields by id, and the notice subtypes that it has.

    `places` gives the field that stands at an absolute path, and `rules` the fields that a rule
    (`BR-…`) between fields looks at.
    """

    version: str
    nodes: Mapping[str, Node]
    fields: Mapping[str, Field]
    subtypes: frozenset[str]
    places: Mapping[str, str]
    rules: Mapping[str, tuple[str, ...]]

    def need(self, field: str, subtype: str) -> Need:
        """Whether a notice of a subtype needs a field; the Norwegian N-subtypes as their EU ones.

        Raises:
            KeyError: when there is no such field in this release.
        """
        facts, subtype = self.fields[field], eu_subtype(subtype)
        conditions = facts.conditions.get(subtype, ())
        return facts.needs.get(subtype) or (conditions[0].need if conditions else Need.OPTIONAL)

    def allowed(self, field: str, subtype: str) -> bool:
        """Whether a notice of a subtype may have a field, at least at times."""
        return self.need(field, subtype) is not Need.FORBIDDEN

    def mandatory(self, field: str, subtype: str) -> bool:
        """Whether a notice of a subtype must always have a field, where its node stands."""
        return self.need(field, subtype) is Need.REQUIRED


def minor(customization: str) -> str:
    """The release that a CustomizationID names, without its patch; empty when it names none."""
    found = _CUSTOMIZATION.match(customization)
    return found[1] if found else ""


def eu_subtype(subtype: str) -> str:
    """The EU subtype whose rules a subtype follows."""
    return NATIONAL_ALIASES.get(subtype, subtype)


def releases(bundle: Bundle) -> tuple[Release, ...]:
    """The releases whose rules we have, oldest first: ours, and those added to the bundle by name.

    One that was added is taken to be published on the day that its own files were made.
    """
    ours = {each.part for each in RELEASES}
    found = [
        Release(
            minor=part.version.rpartition(".")[0],
            version=part.version,
            part=part.name,
            published=_made_on(bundle.folder / part.folders[0] / FIELDS),
        )
        for part in bundle.parts.values()
        if part.name.startswith("eforms-sdk-") and part.name not in ours
    ]
    return tuple(sorted((*RELEASES, *found), key=lambda each: _order(each.version)))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _made_on(fields: Path) -> date:
    """The day that stands at the beginning of a release's fields; the first of all without it."""
    if not fields.is_file():
        return date.min
    with fields.open("rb") as opened:
        found = _MADE.search(opened.read(BEGINNING))
    return date.fromisoformat(found[1].decode()) if found else date.min


def release(customization: str, among: Sequence[Release] = RELEASES) -> Release | None:
    """The release that a notice is written in; `None` when it is not among those that we have."""
    wanted = minor(customization)
    return next((each for each in among if each.minor == wanted), None)


def release_on(day: date, among: Sequence[Release] = RELEASES) -> Release:
    """The release that a notice is to be written in on a day: the newest published by then.

    None newer than ours is written in: neither our table nor the tailoring has been tried with it.
    """
    tried = [each for each in among if _order(each.version) <= _order(RELEASES[-1].version)]
    published = [each for each in tried if each.published <= day]
    return max(published or tried, key=lambda each: each.published)


def installed(bundle: Bundle, which: Release) -> Sdk:
    """What the bundle has of a release.

    Raises:
        NotUsable: when the bundle does not have it, or has something else.
    """
    return _read(bundle.file(which.part, FIELDS))


@cache
def _read(path: Path) -> Sdk:
    """A bundle does not change while a program runs, so each file is read once."""
    told = json.loads(path.read_bytes())
    fields = {each["id"]: _field(each) for each in told["fields"]}
    return Sdk(
        version=told["sdkVersion"].removeprefix("eforms-sdk-"),
        nodes={each["id"]: _node(each) for each in told["xmlStructure"]},
        fields=fields,
        subtypes=frozenset(subtype for each in fields.values() for subtype in each.needs),
        places={each.absolute: each.id for each in fields.values()},
        rules=dict(_rules(told["fields"])),
    )


def _rules(told: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in told:
        for each in field.get("assert", {}).get("constraints", ()):
            expressions = f"{each.get('condition', '')} {each['value']}"
            yield each["message"].rpartition("|")[2], mentioned(expressions)


def _node(told: Mapping[str, Any]) -> Node:
    return Node(
        id=told["id"],
        parent=told.get("parentId", ""),
        absolute=told["xpathAbsolute"],
        relative=told["xpathRelative"],
        repeatable=told["repeatable"],
    )


def _field(told: Mapping[str, Any]) -> Field:
    needs: dict[str, Need] = {}
    conditions: dict[str, tuple[Condition, ...]] = {}
    for need, sometimes in ((Need.FORBIDDEN, Need.FORBIDDEN_IF), (Need.REQUIRED, Need.REQUIRED_IF)):
        named = "forbidden" if need is Need.FORBIDDEN else "mandatory"
        for each in told.get(named, {}).get("constraints", ()):
            if not each["value"]:
                continue
            expression = each.get("condition", "")
            for subtype in each["noticeTypes"]:
                if not expression:
                    needs[subtype] = need
                    continue
                condition = Condition(
                    need=sometimes, expression=expression, mentions=mentioned(expression)
                )
                conditions[subtype] = (*conditions.get(subtype, ()), condition)
    prefix = told.get("idScheme")
    return Field(
        id=told["id"],
        term=told.get("btId", ""),
        name=told["name"],
        node=told["parentNodeId"],
        absolute=told["xpathAbsolute"],
        relative=told["xpathRelative"],
        type=told["type"],
        repeatable=told["repeatable"]["value"],
        max_length=told.get("maxLength"),
        pattern=told.get("pattern", {}).get("value", ""),
        codes=told.get("codeList", {}).get("value", {}).get("id", ""),
        preset=told.get("presetValue", ""),
        prefixes=(prefix,) if prefix else tuple(told.get("idSchemes", ())),
        attributes=tuple(told.get("attributes", ())),
        attribute_of=told.get("attributeOf", ""),
        needs=needs,
        conditions=conditions,
    )


def mentioned(expression: str) -> tuple[str, ...]:
    """The fields that an expression in EFX looks at, each once.

    >>> mentioned("{ND-Lot} ${BT-105-Procedure == 'open' and BT-195(BT-142)-LotResult is present}")
    ('BT-105-Procedure', 'BT-195(BT-142)-LotResult')
    """
    return tuple(_once(_MENTIONED.findall(expression)))


def _once(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)
