"""A table that is another one with some fields left out, added or asked for in another way.

The groups that differ become subclasses: the same rules hold for them, and values of either kind
are read in the same way. All else is shared.

>>> from anskaff.documents.ubl.table import group, said, text
>>> class Party(Group):
...     name: str | None = text("cbc:Name", "", said("Navn", "Namn", "Name"), least=1)
...     room: str | None = text("cbc:Room", "", said("Rom", "Rom", "Room"))
>>> class Note(Group):
...     number: str | None = text("cbc:ID", "", said("Nummer", "Nummer", "Number"))
...     sender: Party | None = group(Party, "cac:SenderParty", "", said("Fra", "Frå", "From"))
>>> key = text("cbc:UUID", "", said("Nøkkel", "Nøkkel", "Key"))
>>> Other = varied(Note, {
...     "cbc:ID": then(unique=key),
...     "cac:SenderParty": asked(least=1),
...     "cac:SenderParty/cbc:Room": left_out,
... })
>>> [each.name for each in Other.fields], Other.field("sender").least
(['number', 'unique', 'sender'], 1)
>>> [each.name for each in Other.field("sender").type.fields], Other.family is Note
(['name'], True)
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from anskaff.documents.ubl.table import Attribute, Field, Group

G = TypeVar("G", bound=Group)
Alter = Callable[[Field], tuple[Field, ...]]


def left_out(_: Field) -> tuple[Field, ...]:
    """The field is not in the variant."""
    return ()


def barred(row: Field) -> tuple[Field, ...]:
    """The field is read, since rules ask what stands in it, but it may not stand."""
    return (replace(row, least=0, barred=True),)


def asked(*, least: int | None = None, only: str | None = None, codes: str | None = None) -> Alter:
    """The field has another cardinality, value or code list."""

    def alter(row: Field) -> tuple[Field, ...]:
        return (
            replace(
                row,
                least=row.least if least is None else least,
                only=row.only if only is None else only,
                codes=row.codes if codes is None else codes,
            ),
        )

    return alter


def attributes(*given: Attribute) -> Alter:
    """The field has these attributes in place of its own."""
    return lambda row: (replace(row, attributes=given),)


def then(**rows: object) -> Alter:
    """After the field come others, each by its name, made as in a table."""
    added = tuple(replace(cast(Field, row), name=name) for name, row in rows.items())
    return lambda row: (row, *added)


def preceded(**rows: object) -> Alter:
    """Before the field come others, each by its name, made as in a table."""
    added = tuple(replace(cast(Field, row), name=name) for name, row in rows.items())
    return lambda row: (*added, row)


def instead(**rows: object) -> Alter:
    """In place of the field come others, each by its name, made as in a table."""
    added = tuple(replace(cast(Field, row), name=name) for name, row in rows.items())
    return lambda _: added


def relisted(root: type[G], names: Mapping[str, str]) -> type[G]:
    """The table with its code lists under other names; one that is not named is none.

    >>> from anskaff.documents.ubl.table import code, said
    >>> class Note(Group):
    ...     kind: str | None = code("cbc:ID", "", said("Type", "Type", "Kind"), "OLD")
    >>> relisted(Note, {"OLD": "NEW"}).kind, relisted(Note, {"OLD": "NEW"}).fields[0].codes
    (None, 'NEW')
    """
    rows = tuple(
        replace(
            row,
            codes=names.get(row.codes, ""),
            attributes=tuple(
                replace(each, codes=names.get(each.codes, "")) for each in row.attributes
            ),
            type=relisted(row.type, names) if row.type is not None else None,
        )
        for row in root.fields
    )
    return _made(root, rows)


def varied(root: type[G], alterations: Mapping[str, Alter]) -> type[G]:
    """The table with the fields at these paths altered.

    Raises:
        LookupError: the table has no such path.
    """
    here = {path: alter for path, alter in alterations.items() if "/" not in path}
    below: dict[str, dict[str, Alter]] = {}
    for path, alter in alterations.items():
        step, _, rest = path.partition("/")
        if rest:
            below.setdefault(step, {})[rest] = alter
    unknown = (here.keys() | below.keys()) - {row.tag for row in root.fields}
    if unknown:
        raise LookupError(f"{root.__name__} has no {', '.join(sorted(unknown))}")
    rows: list[Field] = []
    for row in root.fields:
        kept = row
        if row.tag in below:
            if row.type is None:
                raise LookupError(f"{row.tag} has no {', '.join(below[row.tag])}")
            kept = replace(row, type=varied(row.type, below[row.tag]))
        rows.extend(here[row.tag](kept) if row.tag in here else (kept,))
    return _made(root, tuple(rows))


def _made(kind: type[G], rows: tuple[Field, ...]) -> type[G]:
    """A subclass with these fields; one that was left out stays empty."""
    known = {each.name for each in kind.fields}
    empty = {row.name: () if row.many else None for row in rows if row.name not in known}
    about = {"__doc__": kind.__doc__, "__module__": kind.__module__}
    made = cast(type[G], type(kind.__name__, (kind,), {**about, **empty}))
    made.fields = rows
    made.family = kind.family
    kind.family.has_variants = True
    return made
