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
from collections.abc import Iterable, Iterator, Mapping
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


def release(customization: str) -> Release | None:
    """The release that a notice is written in; `None` when we do not know it."""
    wanted = minor(customization)
    return next((each for each in RELEASES if each.minor == wanted), None)


def release_on(day: date) -> Release:
    """The release that a notice is to be written in on a day: the newest published."""
    published = [each for each in RELEASES if each.published <= day]
    return max(published or RELEASES, key=lambda each: each.published)


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
        term=told["btId"],
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
