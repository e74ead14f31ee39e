"""Documents made wrong on purpose, by chance but the same each time.

A mutant is one to three changes of an example: an element left out, doubled, moved into a sibling
of its kind, given another value, an odd number, another example's value, or an attribute changed.
"""

import random
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

ODD_NUMBERS = (
    "0", "-1", "0.001", "100.005", "-0.005", "99999999999.99", "1.10", "0.5", "33.333", "12345678",
)  # fmt: skip
ODD_TEXTS = (
    "X", "NO", "nok", "S", "AE", "VAT", "0192", "987654321", "NO987654321MVA", "30", "380", "381",
    " NOK ", "SE556000000001", "DK12345678", "a b", "O", "Z", "E", "K", "G", "L", "M", "EA", "C62",
)  # fmt: skip
ODD_DAYS = ("2020-01-01", "2099-12-31", "2026-02-28")


def mutants(examples: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """So many mutants of the examples, the same for the same seed."""
    chance = random.Random(seed)
    roots = [etree.fromstring(example) for example in examples]
    values = _values(roots)
    for _ in range(count):
        root = deepcopy(chance.choice(roots))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            _change(root, values, chance)
        yield etree.tostring(root)


def _values(roots: Sequence[etree._Element]) -> dict[str, list[str]]:
    """The values that each element has in any example."""
    found: dict[str, list[str]] = {}
    for root in roots:
        for element in root.iter(etree.Element):
            if not len(element) and element.text:
                found.setdefault(element.tag, []).append(element.text)
    return found


def _change(root: etree._Element, values: dict[str, list[str]], chance: random.Random) -> None:
    elements = [each for each in root.iter(etree.Element) if each is not root]
    if not elements:
        return
    element = chance.choice(elements)
    leaf = not len(element)
    way = chance.random()
    if way < 0.25:
        element.getparent().remove(element)
    elif way < 0.45:
        element.addnext(deepcopy(element))
    elif way < 0.55 and element.attrib:
        name = chance.choice(element.keys())
        if chance.random() < 0.4:
            del element.attrib[name]
        else:
            element.set(name, chance.choice(ODD_TEXTS))
    elif leaf:
        element.text = _other(element, values, chance)
    else:
        twins = [each for each in root.iter(element.tag) if each is not element]
        if twins:
            element.getparent().replace(element, deepcopy(chance.choice(twins)))


def _other(element: etree._Element, values: dict[str, list[str]], chance: random.Random) -> str:
    text = element.text or ""
    if chance.random() < 0.35:
        return chance.choice(values.get(element.tag, [""]))
    if _is_number(text) and chance.random() < 0.8:
        return chance.choice(ODD_NUMBERS)
    if len(text) == 10 and text[4] == text[7] == "-":
        return chance.choice(ODD_DAYS)
    return chance.choice((*ODD_TEXTS, ""))


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdigit()
