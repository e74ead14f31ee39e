"""The functions and axes of XPath that the rules of notices use."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from anskaff.documents.eforms.asking.tree import Attribute, Node
from anskaff.documents.eforms.asking.values import (
    Atom,
    CannotAsk,
    Item,
    Items,
    atom,
    day_duration,
    month_duration,
    number,
    plain,
    written,
    xs_date,
    xs_double,
    xs_time,
)

NOTHING: tuple[Item, ...] = ()
NO_NUMBER = (math.nan,)


def one(found: Items) -> Atom | None:
    """The only value of a sequence; `None` when it is empty.

    Raises:
        CannotAsk: when there are several.
    """
    if len(found) > 1:
        raise CannotAsk("several values where one is expected")
    return atom(found[0]) if found else None


def one_text(found: Items) -> str:
    """The only value of a sequence as text; the empty text when it is empty."""
    value = one(found)
    if value is None:
        return ""
    return value if isinstance(value, str) else written(value)


def _each(made: Callable[[str], Atom]) -> Callable[[Items], Items]:
    def function(found: Items) -> Items:
        value = one(found)
        if value is None:
            return NOTHING
        return (made(value) if isinstance(value, str) else value,)

    return function


def _durations(made: Callable[[Atom], Atom]) -> Callable[[Items], Items]:
    def function(found: Items) -> Items:
        value = one(found)
        return NOTHING if value is None else (made(value),)

    return function


def _number(found: Items) -> Items:
    value = one(found)
    return NO_NUMBER if value is None else (number(value),)


def _sum(found: Items) -> Items:
    """One after the other, as the official engine adds doubles."""
    total = 0.0
    for each in found:
        value = atom(each)
        total += xs_double(value) if isinstance(value, str) else number(value)
    return (total,)


@lru_cache(maxsize=500)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _replace(text: Items, pattern: Items, by: Items) -> Items:
    return (_pattern(one_text(pattern)).sub(one_text(by).replace("$", "\\"), one_text(text)),)


def span(first: Items, last: Items) -> Items:
    """The whole numbers from one to another."""
    start, end = one(first), one(last)
    if start is None or end is None:
        return NOTHING
    return [float(each) for each in range(int(number(start)), int(number(end)) + 1)]


def _abs(found: Items) -> Items:
    value = one(found)
    return NOTHING if value is None else (abs(number(value)),)


FUNCTIONS: Mapping[str, Callable[..., Items]] = {
    "count": lambda found: (float(len(found)),),
    "exists": lambda found: (bool(found),),
    "empty": lambda found: (not found,),
    "normalize-space": lambda found: (plain(one_text(found)),),
    "string": lambda found: (one_text(found),),
    "string-length": lambda found: (float(len(one_text(found))),),
    "starts-with": lambda text, start: (one_text(text).startswith(one_text(start)),),
    "contains": lambda text, part: (one_text(part) in one_text(text),),
    "concat": lambda *parts: ("".join(one_text(each) for each in parts),),
    "replace": _replace,
    "number": _number,
    "sum": _sum,
    "abs": _abs,
    "distinct-values": lambda found: tuple(dict.fromkeys(atom(each) for each in found)),
    "xs:date": _each(xs_date),
    "xs:time": _each(xs_time),
    "xs:decimal": _each(xs_double),
    "xs:double": _each(xs_double),
    "xs:dayTimeDuration": _durations(day_duration),
    "xs:yearMonthDuration": _durations(month_duration),
}


def all_children(place: Item) -> Items:
    """Every child element."""
    if not isinstance(place, Node):
        return NOTHING
    return [child for each in place.children.values() for child in each]


def attribute(place: Item, name: str) -> Items:
    """An attribute, when there is one."""
    if not isinstance(place, Node):
        return NOTHING
    text = place.attributes.get(name)
    return NOTHING if text is None else (text,)


def _parent(place: Item, name: str) -> Items:
    above = place.parent if isinstance(place, (Node, Attribute)) else None
    return (above,) if above is not None and (not name or above.name == name) else NOTHING


def _upwards(place: Item, name: str) -> Items:
    found: list[Item] = []
    here = place if isinstance(place, Node) else None
    while here is not None:
        if name in {"*", here.name}:
            found.append(here)
        here = here.parent
    return found[::-1]


def _before(place: Item, name: str) -> Items:
    if not isinstance(place, Node) or place.parent is None:
        return NOTHING
    namesakes = place.parent.children.get(name, [])
    if name != place.name:
        raise CannotAsk("the order of elements of different names is not kept")
    return namesakes[: place.number - 1]


def _within(place: Item, _name: str) -> Items:
    return list(_all(place)) if isinstance(place, Node) else NOTHING


def _all(node: Node) -> Iterator[Node]:
    yield node
    for each in node.children.values():
        for child in each:
            yield from _all(child)


def _texts(place: Item, _name: str) -> Items:
    return place.texts if isinstance(place, Node) else NOTHING


AXES: Mapping[str, Callable[[Item, str], Items]] = {
    "self": lambda place, _name: (place,),
    "parent": lambda place, _name: _parent(place, ""),
    "parent-named": _parent,
    "ancestor-or-self": _upwards,
    "preceding-sibling": _before,
    "descendant-or-self": _within,
    "text": _texts,
}
