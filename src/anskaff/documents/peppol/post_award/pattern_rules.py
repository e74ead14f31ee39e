"""Rules that are asked of a place by its pattern, wherever in the document that is."""

from collections.abc import Callable, Iterator

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.parties import NAME_IT, NAMELESS
from anskaff.documents.peppol.post_award.patterns import matching, stands
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Rule, Sweep, sweep
from anskaff.documents.ubl.table import Group

Broken = Callable[[Group], bool]


def where(
    official: str,
    pattern: str,
    kind: type[Group],
    broken: Broken,
    *,
    says: Words,
    cure: Words,
    warning: bool = False,
) -> Sweep:
    """The rule that no group met by a pattern is broken.

    `kind` is the type that the table has for the group.
    """

    @sweep(official, says=says, cure=cure, warning=warning)
    def none_is_broken(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, group in matching(reading, pattern, kind):
            if broken(group):
                yield spot, {}

    return none_is_broken


def named_where(official: str, pattern: str, kind: type[Group], party: str = "cac:Party/") -> Sweep:
    """The rule that a party has a name or an identifier; `party` is the step down to it."""
    paths = (f"{party}cac:PartyName/cbc:Name", f"{party}cac:PartyIdentification/cbc:ID")
    return where(
        official,
        pattern,
        kind,
        lambda group: not stands(group, *paths),
        says=NAMELESS,
        cure=NAME_IT,
    )


def everywhere(asked: Rule, pattern: str) -> Sweep:
    """The same rule of every element that a pattern is met by, also where the table has none."""

    def look(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, group in matching(reading, pattern, *asked.on):
            facts = asked.find(group, reading)
            if facts is not None:
                known = spot.group is group and asked.at
                yield Spot(group, group.field(asked.at)) if known else spot, facts

    about = {kind.field(asked.at).term for kind in asked.on} if asked.at else set()
    return Sweep(kind=asked.kind, look=look, terms=asked.terms or tuple(sorted(about - {""})))
