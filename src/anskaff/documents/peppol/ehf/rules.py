"""The rules that EHF has in common for its documents after award, release February 2023.

They are those that Peppol had then, with three of EHF's own; Peppol has made some of them stricter
since. An element is empty when nothing at all stands in it, not even space.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from anskaff.documents.peppol.common_rules import (
    FORMS,
    dates_are_plain,
    schema_is_not_pointed_to,
    well_formed,
)
from anskaff.documents.peppol.post_award import schemes
from anskaff.documents.peppol.post_award.anywhere import hidden, texts
from anskaff.documents.ubl.reading import Reading, Spot, short_name
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.structure_faults import EMPTY
from anskaff.documents.ubl.table import Group

SWEDISH_LENGTH = 10
_number = re.compile(r"[+-]?(?:INF|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)").fullmatch


def is_swedish(text: str) -> bool:
    """Whether it is ten characters that are a number; EHF asks for no check digit.

    >>> is_swedish("5560360794"), is_swedish("556036079"), is_swedish("55603607X4")
    (True, False, False)
    """
    return len(text) == SWEDISH_LENGTH and _number(text) is not None


def is_australian(text: str) -> bool:
    """Whether the first eleven characters fit modulus 89; EHF does not ask for digits.

    >>> is_australian("51824753556"), is_australian("51824753557"), is_australian("5182475355")
    (True, False, False)
    """
    if len(text) < len(schemes.ABN_WEIGHTS):
        return False
    weighted = (
        (ord(each) - ord("0")) * weight
        for each, weight in zip(text, schemes.ABN_WEIGHTS, strict=False)
    )
    return (sum(weighted) - schemes.ABN_WEIGHTS[0]) % 89 == 0


@sweep("EHF-COMMON-R001", says=EMPTY.text, cure=EMPTY.cure)
def no_term_is_empty(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """Something stands in each element that holds a value."""
    for spot in reading.empty:
        if spot.field is not None and "" in texts(spot.group, spot.field):
            yield spot, {"path": spot.where}
    yield from _hidden_empty(reading, "cbc:", lambda text: not text)


@sweep("EHF-COMMON-R002", says=EMPTY.text, cure=EMPTY.cure)
def no_group_is_empty(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """Each group has an element in it."""
    for spot in reading.empty:
        if spot.field is None and not spot.step and spot.group.parent is not None:
            yield spot, {"path": spot.where}
    yield from _hidden_empty(reading, "cac:", lambda _: True)


def _hidden_empty(
    reading: Reading[Group], prefix: str, is_empty: Callable[[str], bool]
) -> Iterator[tuple[Spot, Facts]]:
    for spot, element in reading.once(hidden):
        for each in element.iter("{*}*"):
            if short_name(each).startswith(prefix) and not len(each) and is_empty(each.text or ""):
                yield spot, {"path": spot.where}


BY_RULE = {each.rule: each for each in FORMS}
SAME = ("R040", "R043", "R044", "R045", "R046", "R047")
"""The identifiers that EHF asks of as Peppol does."""


def _norwegian() -> Sweep:
    """The rule on Norwegian organisation numbers has an id of EHF."""
    made = well_formed(BY_RULE["R041"])
    official = "EHF-COMMON-R003"
    return replace(made, kind=replace(made.kind, code=official.lower(), rule=official))


EHF_RULES: tuple[Sweep, ...] = (
    no_term_is_empty,
    no_group_is_empty,
    _norwegian(),
    schema_is_not_pointed_to,
    dates_are_plain,
    *(well_formed(BY_RULE[each]) for each in SAME),
    well_formed(BY_RULE["R047"]._replace(rule="R048", scheme="9906", endpoint_only=True)),
    well_formed(BY_RULE["R049"]._replace(right=is_swedish, warning=True)),
    well_formed(BY_RULE["R050"]._replace(right=is_australian, warning=True)),
)
