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

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar, cast

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words
from anskaff.documents.ubl.guards import Among, AnyOf, Guard, Shape
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.table import Group

Facts = Mapping[str, FactValue]
G = TypeVar("G", bound=Group)
R = TypeVar("R", bound=Group)
Find = Callable[[G, Reading[R]], Facts | None]
Look = Callable[[Reading[Group]], Iterator[tuple[Spot, Facts]]]
Guards = Guard | Sequence[Guard]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it is asked of, the field it points at, its words, and the function.

    `find` gives nothing when the rule holds, else the facts that the words name. Where there are
    guards in `when`, it is only asked in documents where one of them holds.
    """

    kind: FindingKind
    on: tuple[type[Group], ...]
    at: str
    terms: tuple[str, ...]
    find: Callable[[Group, Reading[Group]], Facts | None]
    when: tuple[Guard, ...] = ()

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
    when: Guards = (),
) -> Callable[[Find[G, R]], Rule]:
    """Make a rule of a function that looks at one group of these types.

    `when` is one guard or several; without any, the rule is asked wherever there are such groups.
    """
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
            when=_several(when),
        )

    return made


def _several(when: Guards) -> tuple[Guard, ...]:
    return tuple(when) if isinstance(when, Sequence) else (when,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """A rule that is asked once of the whole document, because what it is about stands anywhere.

    `look` gives each place where the rule is broken, with the facts that the words name; `terms`
    are the business terms that it is about, where they are few; `when` are its guards, as of a
    `Rule`.
    """

    kind: FindingKind
    look: Look
    terms: tuple[str, ...] = ()
    when: tuple[Guard, ...] = ()

    @property
    def id(self) -> str:
        """The id in the official rule set."""
        return self.kind.rule


AnyRule = Rule | Sweep


def sweep(
    official: str,
    *,
    says: Words,
    cure: Words,
    warning: bool = False,
    source: str = "",
    when: Guards = (),
) -> Callable[[Look], Sweep]:
    """Make a rule of a function that looks at the whole document; `when` as of `rule`."""
    kind = FindingKind(
        code=official.lower(),
        rule=official,
        text=says,
        cure=cure,
        severity=Severity.WARNING if warning else Severity.ERROR,
        source=source,
    )
    return lambda look: Sweep(kind=kind, look=look, when=_several(when))


def findings(rules: Sequence[AnyRule], reading: Reading[R]) -> Iterator[Finding]:
    """What the rules find in a document, rule by rule."""
    return Plan(rules).findings(cast("Reading[Group]", reading))


MOST_SHAPES = 1000
"""Kept for one set of rules; then they are worked out anew."""
Numbers = tuple[int, ...]
Finds = Callable[[Reading[Group]], Collection[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The numbers of rules that documents of a shape can break.

    Some are asked always, some where a guard holds, some by the words that a function finds.
    """

    always: Numbers
    guarded: tuple[tuple[Guard, Numbers], ...]
    chosen: tuple[tuple[Finds, Mapping[str, Numbers]], ...]


class Plan:
    """Rules in their order, and which of them a document can break.

    Rules with the same groups and guard are passed over together, and what follows from the shape
    of a document is kept for the next one of that shape.
    """

    def __init__(self, rules: Sequence[AnyRule]) -> None:
        self._rules = rules
        self._alike: dict[tuple[tuple[type[Group], ...], Guard | None], list[int]] = {}
        self._shapes: dict[object, Asked] = {}

    def findings(self, reading: Reading[Group]) -> Iterator[Finding]:
        """What the rules find in a document, rule by rule."""
        plan = self._plan(reading)
        numbers = plan.always
        woken = [several for guard, several in plan.guarded if guard(reading)]
        for words, by_word in plan.chosen:
            woken += [by_word[word] for word in reading.once(words) if word in by_word]
        for number in sorted({*numbers, *chain(*woken)}) if woken else numbers:
            each = self._rules[number]
            if isinstance(each, Sweep):
                for spot, facts in each.look(reading):
                    yield each.kind.at(spot.where, **facts)
                continue
            for kind in each.on:
                for group in reading.groups.get(kind.family, ()):
                    found = each.find(group, reading)
                    if found is not None:
                        yield each.found_in(group, found)

    def _plan(self, reading: Reading[Group]) -> Asked:
        shape = reading.shape
        if shape not in self._shapes:
            if len(self._shapes) >= MOST_SHAPES:
                self._shapes.clear()
            self._shapes[shape] = self._worked_out(reading)
        return self._shapes[shape]

    def _worked_out(self, reading: Reading[Group]) -> Asked:
        """What follows from the shape of a document."""
        always: set[int] = set()
        guarded: dict[Guard, set[int]] = {}
        chosen: dict[Finds, dict[str, set[int]]] = {}
        for (kinds, guard), numbers in self._by_guard().items():
            if kinds and not any(reading.groups.get(kind.family) for kind in kinds):
                continue
            if guard is None or (isinstance(guard, Shape) and guard(reading)):
                always.update(numbers)
            elif isinstance(guard, AnyOf) and guard.name not in reading.ever(guard.kind.family):
                continue
            elif isinstance(guard, Among):
                by_word = chosen.setdefault(guard.words, {})
                by_word.setdefault(guard.word, set()).update(numbers)
            elif not isinstance(guard, Shape):
                guarded.setdefault(guard, set()).update(numbers)
        return Asked(
            always=tuple(sorted(always)),
            guarded=tuple((each, tuple(numbers)) for each, numbers in guarded.items()),
            chosen=tuple(
                (words, {word: tuple(numbers) for word, numbers in by_word.items()})
                for words, by_word in chosen.items()
            ),
        )

    def _by_guard(self) -> dict[tuple[tuple[type[Group], ...], Guard | None], list[int]]:
        """The rules by their groups and each of their guards; worked out when first asked for."""
        if not self._alike:
            for number, each in enumerate(self._rules):
                on = each.on if isinstance(each, Rule) else ()
                for guard in each.when or (None,):
                    self._alike.setdefault((on, guard), []).append(number)
        return self._alike
