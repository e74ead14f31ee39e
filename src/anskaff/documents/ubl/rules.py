"""Rules over the values of a document: a small function each, in sets with a date.

>>> from lxml import etree
>>> from anskaff.documents.ubl.reading import read
>>> from anskaff.documents.ubl.table import CAC, CBC, amount, group, said
>>> from anskaff.documents.ubl.values import Amount
>>> class Price(Group):
...     net: Amount | None = amount("cbc:PriceAmount", "BT-146", said("Pris", "Pris", "Price"))
>>> class Line(Group):
...     price: Price | None = group(Price, "cac:Price", "BG-29", said("Pris", "Pris", "Price"))
>>> @rule(
...     "BR-27", Price, at="net",
...     says=Words(nb="Prisen er {got}.", nn="Prisen er {got}.", en="The price is {got}."),
...     cure=Words(nb="Skriv 0 eller mer.", nn="Skriv 0 eller meir.", en="Write 0 or more."),
... )
... def price_is_not_negative(price: Price, reading: Reading[Line]) -> Facts | None:
...     return {"got": price.net.value} if price.net and price.net.value < 0 else None
>>> line = etree.fromstring(
...     f'<L xmlns:a="{CAC}" xmlns:b="{CBC}">'
...     "<a:Price><b:PriceAmount>-2</b:PriceAmount></a:Price></L>"
... )
>>> [found] = findings((price_is_not_negative,), read(line, Line))
>>> found.where, found.kind.rule, found.text("en")
('cac:Price/cbc:PriceAmount', 'BR-27', 'The price is -2.')
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.table import Group

Facts = Mapping[str, FactValue]
G = TypeVar("G", bound=Group)
R = TypeVar("R", bound=Group)
Find = Callable[[G, Reading[R]], Facts | None]
Idle = Callable[[Reading[Group]], bool]
Look = Callable[[Reading[Group]], Iterator[tuple[Spot, Facts]]]


def asked_always(_reading: Reading[Group]) -> bool:
    """No document as a whole says whether the rule holds."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it is asked of, the field it points at, its words, and the function.

    `find` gives nothing when the rule holds, else the facts that the words name. `idle` tells from
    the whole document that it holds everywhere, so that the groups need not be asked one by one.
    """

    kind: FindingKind
    on: tuple[type[Group], ...]
    at: str
    terms: tuple[str, ...]
    find: Callable[[Group, Reading[Group]], Facts | None]
    idle: Idle = asked_always

    @property
    def id(self) -> str:
        """The id in the official rule set."""
        return self.kind.rule

    def found_in(self, group: Group, facts: Facts) -> Finding:
        """The finding at the rule's place in a group."""
        row = group.field(self.at) if self.at else None
        return self.kind.at(group.where(row), **facts)


def rule(
    official: str,
    *on: type[Group],
    says: Words,
    cure: Words,
    at: str = "",
    warning: bool = False,
    terms: Sequence[str] = (),
    source: str = "",
    idle: Idle = asked_always,
) -> Callable[[Find[G, R]], Rule]:
    """Make a rule of a function that looks at one group of these types."""
    kind = FindingKind(
        code=official.lower(),
        rule=official,
        text=says,
        cure=cure,
        severity=Severity.WARNING if warning else Severity.ERROR,
        source=source,
    )

    def made(find: Find[G, R]) -> Rule:
        return Rule(
            kind=kind,
            on=on,
            at=at,
            terms=tuple(terms),
            find=cast(Callable[[Group, Reading[Group]], Facts | None], find),
            idle=idle,
        )

    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """A rule that is asked once of the whole document, because what it is about stands anywhere.

    `look` gives each place where the rule is broken, with the facts that the words name; `terms`
    are the business terms that it is about, where they are few.
    """

    kind: FindingKind
    look: Look
    terms: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id in the official rule set."""
        return self.kind.rule


AnyRule = Rule | Sweep


def sweep(
    official: str, *, says: Words, cure: Words, warning: bool = False, source: str = ""
) -> Callable[[Look], Sweep]:
    """Make a rule of a function that looks at the whole document."""
    kind = FindingKind(
        code=official.lower(),
        rule=official,
        text=says,
        cure=cure,
        severity=Severity.WARNING if warning else Severity.ERROR,
        source=source,
    )
    return lambda look: Sweep(kind=kind, look=look)


def findings(rules: Sequence[AnyRule], reading: Reading[R]) -> Iterator[Finding]:
    """What the rules find in a document, rule by rule."""
    asked = cast("Reading[Group]", reading)
    groups = asked.groups
    for each in rules:
        if isinstance(each, Sweep):
            yield from (each.kind.at(spot.where, **facts) for spot, facts in each.look(asked))
            continue
        there = [groups[kind.family] for kind in each.on if kind.family in groups]
        if not there or each.idle(asked):
            continue
        find = each.find
        for family in there:
            for group in family:
                facts = find(group, asked)
                if facts is not None:
                    yield each.found_in(group, facts)
