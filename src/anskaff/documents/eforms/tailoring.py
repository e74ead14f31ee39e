"""How Norway changes the EU's rules: three kinds of notice, told by the end of CustomizationID.

DFØ's files (part `eforms-nor-rules`) hold the Norwegian rules and the EU rules that are removed;
they are read when they are needed. What only DFØ's build does is told here, from its notes: rules
on CustomizationID, on additional languages and BR-BT-00702-0102 give way, the lists of official
languages also take Norwegian and Sámi ones, and the list of award criteria the codes for climate
and environment that hold on the day. Source: eforms-nor 1.14.2-patch6.

>>> of_customization("eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2023:eforms:national")
<Tailoring.NATIONAL: 'national'>
>>> of_customization("eforms-sdk-1.7#urn:fdc:anskaffelser.no:2023:eforms:eu")
<Tailoring.EU: 'eu'>
>>> of_customization("eforms-sdk-1.14") is None
True
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from anskaff.documents.eforms.rulebook import MOST_BOOKS, Assertion, Block, Rulebook, Stage
from anskaff.documents.eforms.sdk import Release, Sdk, installed
from anskaff.documents.standards.bundle import Bundle

PART = "eforms-nor-rules"
PREFIX = "#urn:fdc:anskaffelser.no:"
MADE_FOR = "1.14"
OFFICIAL = (
    *("BUL", "CES", "DAN", "DEU", "ELL", "ENG", "EST", "FIN", "FRA", "GLE", "HRV", "HUN"),
    *("ITA", "LAV", "LIT", "MLT", "NLD", "POL", "POR", "RON", "SLK", "SLV", "SPA", "SWE"),
)
NORWEGIAN = ("NOR", "NOB", "NNO")
SAMI = ("SME", "SMI")
GIVEN_WAY = frozenset({"BR-BT-00702-0102"})
GIVEN_WAY_PLACES = frozenset({"/*/cbc:CustomizationID", "/*/cac:AdditionalNoticeLanguage/cbc:ID"})
AWARD_CRITERIA = "('cost', 'price', 'quality')"
SUBTYPE_CODE = "cbc:SubTypeCode/normalize-space(text())"


class Tailoring(StrEnum):
    """The three kinds of Norwegian notice."""

    EU = "eu"
    NATIONAL = "national"
    NATIONAL_E = "national-e"


_ENDS = {
    "2023:eforms:eu": Tailoring.EU,
    "2023:eforms:national": Tailoring.NATIONAL,
    "2026:eforms:national-e": Tailoring.NATIONAL_E,
}


def of_customization(customization: str) -> Tailoring | None:
    """Which tailoring a CustomizationID asks for; `None` for the EU's own rules.

    Notices of 2023 left `#extended` out.
    """
    _, _, end = customization.strip().partition(PREFIX)
    return _ENDS.get(end)


def tailored(
    book: Rulebook, bundle: Bundle, release: Release, kind: Tailoring | None, on: date
) -> Rulebook:
    """The rulebook as a kind of Norwegian notice is judged by it on a day.

    Raises:
        NotUsable: when the bundle does not have the Norwegian files.
    """
    if kind is None:
        return book
    fields = bundle.file(PART, f"fields/{kind.value}.yaml")
    codes = bundle.file(PART, "codelists-no/award-criterion-type.no.yaml")
    return _tailored(book, installed(bundle, release), fields, award_codes(codes, on))


@lru_cache(maxsize=MOST_BOOKS)
def _tailored(book: Rulebook, sdk: Sdk, fields: Path, codes: tuple[str, ...]) -> Rulebook:
    told = _yaml(fields)
    removed = frozenset(str(each) for each in told.get("removed") or ())
    aliased = book.subtype not in {str(each) for each in told["noticeTypes"]}
    widened = {
        _listed(OFFICIAL): _listed((*OFFICIAL, *NORWEGIAN, *SAMI)),
        AWARD_CRITERIA: _listed(("cost", "price", "quality", *codes)),
    }
    if aliased:
        widened[SUBTYPE_CODE] = "cbc:SubTypeCode/replace(normalize-space(text()), '^N', '')"
    stages = [
        replace(stage, blocks=tuple(_changed(stage.blocks, removed, widened)))
        for stage in book.stages
    ]
    stages += _norwegian(told, sdk)
    return replace(book, lets=(*book.lets, OFFICIAL_LANGUAGES), stages=tuple(stages))


def _changed(
    blocks: Sequence[Block], removed: frozenset[str], widened: Mapping[str, str]
) -> Iterator[Block]:
    """Blocks without what gives way; a block stays when empty, since it is the first to match."""
    for block in blocks:
        if block.context in GIVEN_WAY_PLACES:
            continue
        kept = (each for each in block.assertions if not _gives_way(each, removed))
        yield replace(block, assertions=tuple(_widened(each, widened) for each in kept))


def _gives_way(rule: Assertion, removed: frozenset[str]) -> bool:
    return not removed.isdisjoint((rule.id, rule.about)) or rule.id in GIVEN_WAY


def _widened(rule: Assertion, widened: Mapping[str, str]) -> Assertion:
    test = rule.test
    for old, new in widened.items():
        test = test.replace(old, new)
    return rule if test == rule.test else replace(rule, test=test)


def _norwegian(told: Mapping[str, Any], sdk: Sdk) -> Iterator[Stage]:
    """The Norwegian rules, each field a stage of its own."""
    places = {
        field: str(each.get("xpathAbsolute") or each.get("xpath") or "")
        for field, each in (told.get("fields") or {}).items()
    }
    for about, rules in told["rules"].items():
        place = _place(about, sdk) or places[about]
        assertions = tuple(
            Assertion(
                id=each["id"],
                test=" ".join(each["test"].split()),
                severity="warning" if each.get("role") == "WARN" else "fatal",
                about=about,
                words=each["message"],
            )
            for each in rules
        )
        block = Block(context=place, assertions=assertions)
        yield Stage(id=f"NOR-{about}", lets=(), blocks=(block,))


def _place(about: str, sdk: Sdk) -> str:
    known = sdk.fields.get(about) or sdk.nodes.get(about)
    return known.absolute if known else ""


def award_codes(file: Path, on: date) -> tuple[str, ...]:
    """The Norwegian award-criterion codes that hold on a day."""
    return tuple(
        each["code"]
        for each in _yaml(file)["codes"]
        if any(_holds(period, on) for period in (each, *(each.get("future") or ())))
    )


def _holds(period: Mapping[str, Any], on: date) -> bool:
    first, last = (period.get(f"valid_{end}_date") for end in ("from", "to"))
    return str(first) <= on.isoformat() and (last is None or on.isoformat() <= str(last))


def _listed(codes: Sequence[str]) -> str:
    return f"({', '.join(repr(each) for each in codes)})"


OFFICIAL_LANGUAGES = ("official_languages", _listed(OFFICIAL))


@lru_cache(maxsize=8)
def _yaml(path: Path) -> Mapping[str, Any]:
    """Loaded when it is first needed, since few documents are Norwegian notices."""
    import yaml

    loaded: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
