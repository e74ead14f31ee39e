"""Where each value of a field stood among its occurrences, those of another type between them."""

from collections.abc import Callable, Iterator, Mapping

from anskaff.documents.ubl import values
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Value

_READ: Mapping[Kind, Callable[[str], Value | None]] = {
    Kind.NUMBER: values.decimal,
    Kind.AMOUNT: values.decimal,
    Kind.QUANTITY: values.decimal,
    Kind.DATE: values.day,
    Kind.TIME: values.clock_time,
    Kind.INDICATOR: values.indicator,
}


def unreadable(group: Group, row: Field) -> dict[int, str]:
    """The texts of a field that are not of its type, by occurrence."""
    if group.extras is None:
        return {}
    spelled = {at: text for (name, at), text in group.extras.spelled.items() if name == row.name}
    if not spelled:
        return {}
    read = _READ.get(row.kind)
    odd = {at: text for at, text in spelled.items() if read is not None and read(text) is None}
    most = len(group.all(row)) + len(odd)
    return odd | {at: text for at, text in spelled.items() if at >= most}


def occurrences(group: Group, row: Field) -> Iterator[tuple[int, Value | Group | None]]:
    """Every occurrence of a field by its number; one that is not of its type is nothing."""
    odd = unreadable(group, row)
    found = iter(group.all(row))
    at = 0
    for value in found:
        while at in odd:
            yield at, None
            at += 1
        yield at, value
        at += 1
    yield from ((other, None) for other in sorted(odd) if other >= at)
