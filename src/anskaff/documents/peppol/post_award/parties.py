"""The rule that a party has a name or an identifier, which several documents have."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Rule, Sweep, rule, sweep
from anskaff.documents.ubl.table import Group

G = TypeVar("G", bound=Group)

NAMELESS = Words(
    nb="Parten har verken navn eller identifikator.",
    nn="Parten har verken namn eller identifikator.",
    en="The party has neither name nor identifier.",
)
NAME_IT = Words(
    nb="Skriv navnet, eller en identifikator.",
    nn="Skriv namnet, eller ein identifikator.",
    en="Write the name, or an identifier.",
)


def named(official: str, kind: type[G], has_one: Callable[[G], bool], at: str = "") -> Rule:
    """The rule that a party has a name or an identifier, as `has_one` tells.

    >>> named("PEPPOL-T16-R008", Group, lambda party: True).id
    'PEPPOL-T16-R008'
    """

    @rule(official, kind, at=at, says=NAMELESS, cure=NAME_IT)
    def party_is_named(party: G, _: Reading[Group]) -> Facts | None:
        return None if has_one(party) else {}

    return party_is_named


def named_anywhere(official: str, tag: str, kind: type[G], has_one: Callable[[G], bool]) -> Sweep:
    """The same rule of every element of a name, wherever it stands."""

    @sweep(official, says=NAMELESS, cure=NAME_IT)
    def parties_are_named(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, party in groups_at(reading, tag, kind):
            if not has_one(party):
                yield spot, {}

    return parties_are_named


def holds(group: Group, *names: str) -> bool:
    """Whether what these fields lead to, one inside another, stands; also where it is repeated.

    >>> from anskaff.documents.ubl.table import said, text
    >>> class Note(Group):
    ...     key: str | None = text("cbc:ID", "", said("Nummer", "Nummer", "Number"))
    >>> holds(Note(key="7"), "key"), holds(Note(), "key")
    (True, False)
    """
    name, *rest = names
    row = group.field(name)
    if not rest:
        return bool(group.all(row))
    return any(holds(each, *rest) for each in group.children(row))
