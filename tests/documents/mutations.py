"""Documents made wrong on purpose, by chance but the same each time.

A mutant is one to three changes of an example: an element left out, doubled, moved among its
siblings or into a twin's place, given another value, an odd number, another example's value, an
attribute changed; with a schema also an element or attribute added where UBL has it.
"""

import random
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.document import LIMITS
from tests.documents.growth import Growth, Pairs
from tests.documents.ubl.schema import Schema

ODD_NUMBERS = (
    "0", "-1", "0.001", "100.005", "-0.005", "99999999999.99", "1.10", "0.5", "33.333", "12345678",
    "+5", "05.0", ".5", "5.", "-0", " 7 ", "1000000000000000000.01", "0.0000001",
)  # fmt: skip
ODD_TEXTS = (
    "X", "NO", "nok", "S", "AE", "VAT", "0192", "987654321", "NO987654321MVA", "30", "380", "381",
    " NOK ", "SE556000000001", "DK12345678", "a b", "O", "Z", "E", "K", "G", "L", "M", "EA", "C62",
    "\u00a0", "  ", "1", "#AAA#", "urn:x", "é", "EL", "IT", "B", "0088", "0007", "7300010000001",
)  # fmt: skip
ODD_DAYS = ("2020-01-01", "2099-12-31", "2026-02-28", "2026-01-01Z", "2026-01-01+02:00")
ODD_INDICATORS = ("true", "false", "1", "0", " true ")


class Mutator:
    """Makes mutants of examples, each by its own number: the same number gives the same mutant."""

    def __init__(
        self,
        examples: Sequence[bytes],
        seed: int | str,
        schema: Schema | None = None,
        pairs: Pairs = (),
    ) -> None:
        self.examples = tuple(examples)
        self.roots = [xml.read(example, limits=LIMITS) for example in examples]
        self.seed = seed
        self.twins: dict[str, list[etree._Element]] = {}
        self.values: dict[str, list[str]] = {}
        for root in self.roots:
            for element in root.iter(etree.Element):
                if element is not root:
                    self.twins.setdefault(element.tag, []).append(element)
                if not len(element) and element.text:
                    self.values.setdefault(element.tag, []).append(element.text)
        self.growth = Growth(schema, self.twins, pairs) if schema is not None else None

    def mutant(self, number: int) -> bytes:
        """The mutant of this number."""
        chance = random.Random(f"{self.seed}/{number}")
        root = deepcopy(chance.choice(self.roots))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            self._change(root, chance)
        return etree.tostring(root)

    def _change(self, root: etree._Element, chance: random.Random) -> None:
        elements = [each for each in root.iter(etree.Element) if each is not root]
        if not elements:
            return
        element = chance.choice(elements)
        way = chance.random()
        if self.growth is not None and way < 0.3:
            self.growth.grow(root, chance)
        elif self.growth is not None and way < 0.35:
            self.growth.adorn(element, chance)
        elif way < 0.5:
            element.getparent().remove(element)
        elif way < 0.6:
            element.addnext(deepcopy(element))
        elif way < 0.68 and element.attrib:
            _attribute(element, chance)
        elif way < 0.71:
            _move(element, chance)
        elif not len(element):
            element.text = self._other(element, chance)
        else:
            twins = [each for each in root.iter(element.tag) if each is not element]
            others = self.twins.get(element.tag, twins)
            pool = twins if twins and chance.random() < 0.5 else others
            if pool:
                element.getparent().replace(element, deepcopy(chance.choice(pool)))

    def _other(self, element: etree._Element, chance: random.Random) -> str:
        text = element.text or ""
        if chance.random() < 0.35:
            return chance.choice(self.values.get(element.tag, [""]))
        if text.strip() in {"true", "false"}:
            return chance.choice(ODD_INDICATORS)
        if _is_number(text) and chance.random() < 0.8:
            return chance.choice(ODD_NUMBERS)
        if len(text) == 10 and text[4] == text[7] == "-":
            return chance.choice(ODD_DAYS)
        return chance.choice((*ODD_TEXTS, ""))


def mutants(examples: Sequence[bytes], count: int, seed: int | str) -> Iterator[bytes]:
    """So many mutants of the examples, the same for the same seed."""
    mutator = Mutator(examples, seed)
    return (mutator.mutant(number) for number in range(count))


def _attribute(element: etree._Element, chance: random.Random) -> None:
    name = chance.choice(element.keys())
    if chance.random() < 0.4:
        del element.attrib[name]
    else:
        element.set(name, chance.choice((*ODD_TEXTS, "")))


def _move(element: etree._Element, chance: random.Random) -> None:
    """To another place among its siblings; among its own kind the schema still holds."""
    twins = list(element.itersiblings(element.tag))
    twins += list(element.itersiblings(element.tag, preceding=True))
    siblings = twins or list(element.itersiblings()) or list(element.itersiblings(preceding=True))
    if siblings:
        chance.choice(siblings).addnext(element)


def _is_number(text: str) -> bool:
    return text.strip().replace(".", "", 1).lstrip("-+").isdigit()
