"""The shapes of national rules: asked only when the parties are of some countries."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.rules.countries import Countries, countries, mentioned
from anskaff.documents.peppol.billing.rules.reckoning import squeezed, text_of
from anskaff.documents.peppol.billing.rules.standing import along, is_blank, unreadable
from anskaff.documents.peppol.post_award.anywhere import hidden, qualified
from anskaff.documents.ubl.guards import Among
from anskaff.documents.ubl.reading import Reading, Spot, read
from anskaff.documents.ubl.rules import Facts, Find, Sweep, sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Value, written

G = TypeVar("G", bound=Group)
R = TypeVar("R", bound=Group)

REQUIRED = Words(
    nb="{label} mangler, og skal stå når {when}.",
    nn="{label} manglar, og skal stå når {when}.",
    en="{label} is missing and must stand when {when}.",
)
FILL_IN = Words(nb="Fyll ut {path}.", nn="Fyll ut {path}.", en="Fill in {path}.")
WRONG = Words(
    nb="{label} er «{got}», men skal være {what} når {when}.",
    nn="{label} er «{got}», men skal vere {what} når {when}.",
    en="{label} is “{got}” but must be {what} when {when}.",
)
CORRECT = Words(
    nb="Skriv {what} i {path}.", nn="Skriv {what} i {path}.", en="Write {what} in {path}."
)


class SeveralError(Exception):
    """There are several where the official rule can only look at one, and so it says nothing."""


def said(group: Group, path: str) -> str | None:
    """The text at the end of a path of field names, as it stands; nothing when there is none.

    Raises:
        SeveralError: there are several.
    """
    found = [*along(group, path.split("."))]
    if len(found) > 1:
        raise SeveralError(path)
    return written(cast(Value, found[0])) if found else None


def plain(group: Group, path: str) -> str:
    """The text at the end of a path without space around it; "" when there is none.

    Raises:
        SeveralError: there are several.
    """
    return squeezed(said(group, path))


def stands(group: Group, path: str) -> bool:
    """Whether there is something at the end of a path."""
    return any(True for _ in along(group, path.split(".")))


def tax_numbers(party: Group, scheme: str = "VAT", name: str = "tax_schemes") -> list[str]:
    """The numbers that a party has for a tax; "" for a registration without a number."""
    return [
        str(number)
        for each in along(party, [name])
        if isinstance(each, Group) and plain(each, "scheme.key") == scheme
        for number in [*along(each, ["number"])] or [""]
    ]


def place(group: Group, path: str) -> Facts:
    """The facts that tell which term a finding is about."""
    name, _, rest = path.partition(".")
    row = group.field(name)
    below = getattr(group, name)
    if rest and isinstance(below, Group):
        return place(below, rest)
    tags = [row.tag]
    for each in rest.split(".") if rest else ():
        row = cast(type[Group], row.type).field(each)
        tags.append(row.tag)
    return {"label": row.said.label, "path": "/".join(filter(None, (group.where(), *tags)))}


@dataclass(frozen=True, slots=True, kw_only=True)
class National:
    """When the rules of a country are asked, and how that is told after «when».

    `of` are the codes of the country, with space between; a document that has none is not asked.
    """

    of: str
    holds: Callable[[Countries], bool]
    when: Words

    def rule(
        self,
        official: str,
        *kinds: type[Group],
        at: str = "",
        says: Words,
        cure: Words,
        warning: bool = False,
        tag: str = "",
    ) -> Callable[[Find[G, R]], Sweep]:
        """Make a rule of a function that looks at one group of these types.

        With a `tag` (or several, with space between), elements of that name inside what is not used
        are asked as well.
        """

        def made(find: Find[G, R]) -> Sweep:
            ask = cast(Callable[[Group, Reading[Group]], Facts | None], find)

            guards = [Among(mentioned, code) for code in self.of.split()]

            @sweep(official, says=says, cure=cure, warning=warning, when=guards)
            def found(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
                if not self.holds(reading.once(countries)):
                    return
                for spot, group in _groups(reading, kinds, tag):
                    try:
                        facts = ask(group, reading)
                    except SeveralError:
                        continue
                    if facts is not None:
                        field = group.field(at) if at and not spot.step else None
                        where = spot if spot.step else Spot(group, field)
                        yield where, {"when": self.when, **facts}

            return found

        return made

    def needs(
        self,
        official: str,
        kind: type[Group] | Sequence[type[Group]],
        *paths: str,
        filled: bool = False,
        warning: bool = False,
        only: Callable[[Group], bool] = lambda _: True,
    ) -> Sweep:
        """A rule that something stands at each of these paths; `filled`, with more than space."""
        kinds = [kind] if isinstance(kind, type) else kind

        @self.rule(official, *kinds, says=REQUIRED, cure=FILL_IN, warning=warning)
        def found(group: Group, _reading: Reading[Group]) -> Facts | None:
            if not only(group):
                return None
            for path in paths:
                steps = path.split(".")
                values = (*along(group, steps), *unreadable(group, steps))
                if not any(not (filled and is_blank(each)) for each in values):
                    return place(group, path)
            return None

        return found

    def form(
        self,
        official: str,
        kind: type[Group],
        path: str,
        right: Callable[[str], bool],
        what: Words,
        *,
        warning: bool = False,
        missing_is_wrong: bool = False,
        only: Callable[[Group], bool] = lambda _: True,
    ) -> Sweep:
        """A rule that the text at the end of a path has a form, when there is one."""

        @self.rule(official, kind, says=WRONG, cure=CORRECT, warning=warning)
        def found(group: Group, _reading: Reading[Group]) -> Facts | None:
            if not only(group):
                return None
            got = said(group, path)
            if (got is None and not missing_is_wrong) or right(got or ""):
                return None
            return {"got": got or "", "what": what, **place(group, path)}

        return found


def _groups(
    reading: Reading[Group], kinds: Sequence[type[Group]], tags: str
) -> Iterator[tuple[Spot, Group]]:
    """The groups of the table, and with tags those inside what is not used, read as the first."""
    for kind in kinds:
        yield from ((Spot(each), each) for each in reading.all(kind))
    for spot, top in reading.once(hidden) if tags else ():
        for tag in tags.split():
            yield from ((spot, read(each, kinds[0]).root) for each in top.iter(qualified(tag)))


def spelled(group: Group, name: str) -> str:
    """A value as it stands in the document; "" when there is none."""
    return "" if getattr(group, name) is None else text_of(group, name)
