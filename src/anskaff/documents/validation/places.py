"""Where an official stylesheet found something: its numbers and paths, in our words.

An answer tells the number of an element in the document, which costs the engine nothing. Who asked
has the tree, and so the place, without reading the document once more.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import cast

from lxml import etree

from anskaff.documents.ubl.table import PREFIXES
from anskaff.documents.validation.answer import Answer, Found

Element = etree._Element  # noqa: SLF001 - the only public name for the type

_STEP = re.compile(r"(@?)(?:Q\{([^}]*)\})?([^/\[\]]+)(?:\[(\d+)\])?")
_KNOWN = {uri: prefix for prefix, uri in PREFIXES.items()}


def placed(answer: Answer, root: Element) -> Answer:
    """An answer with places as findings tell them; `root` is the document that was asked about."""
    told = {each.where for each in answer.found} | {each.where for each in answer.unasked}
    if not told:
        return answer
    prefixes = {**{uri: prefix for prefix, uri in answer.namespaces.items()}, **_KNOWN}
    numbers = {each: int(each) for each in told if each.isdecimal()}
    numbered = _numbered(root, max(numbers.values(), default=0), prefixes)
    at = {each: place(each, prefixes) for each in told - numbers.keys()}
    at |= {each: numbered[number] for each, number in numbers.items()}
    found = [Found(rule, how, at[where], text) for rule, how, where, text in answer.found]
    unasked = [each._replace(where=at[each.where]) for each in answer.unasked]
    return replace(answer, found=tuple(found), unasked=tuple(unasked))


def _numbered(root: Element, last: int, prefixes: Mapping[str, str]) -> list[str]:
    """The places of the document (0), its root (1) and all elements in order up to the last.

    Each is named once, so many findings in a long document take no longer than it is long.
    """
    numbered = ["", ""]
    paths: dict[Element | None, str] = {root: ""}
    names: dict[str, str] = {}
    namesakes: dict[tuple[Element | None, str], int] = {}
    for each in islice(root.iter("*"), 1, last):
        parent, tag = each.getparent(), cast(str, each.tag)
        name = names.get(tag)
        if name is None:
            uri, _, local = tag.rpartition("}")
            name = names[tag] = _step(prefixes, uri[1:], local, 1)
        key = (parent, tag)
        number = namesakes[key] = namesakes.get(key, 0) + 1
        above = paths[parent]
        path = f"{above}/{name}" if above else name
        if number > 1:
            path = f"{path}[{number}]"
        paths[each] = path
        numbered.append(path)
    return numbered


def place(path: str, prefixes: Mapping[str, str]) -> str:
    """An engine's path in our words: from the root, and with a number from the second on.

    >>> place("/Q{urn:i}Invoice[1]/Q{urn:c}Line[2]/Q{urn:c}Price[1]/@unit", {"urn:c": "cac"})
    'cac:Line[2]/cac:Price/@unit'
    >>> place("/Q{urn:i}Invoice[1]", {})
    ''
    """
    steps: list[str] = []
    for sign, uri, name, number in _STEP.findall(path):
        steps.append(sign + _step(prefixes, uri, name, int(number or 1)))
    return "/".join(steps[1:])


def _step(prefixes: Mapping[str, str], uri: object, name: str, number: int) -> str:
    prefix = prefixes.get(str(uri), "")
    return f"{prefix}{':' if prefix else ''}{name}{f'[{number}]' if number > 1 else ''}"
