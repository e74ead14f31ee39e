"""A tree of codes with names: ask for a name, what is above and below, and search by words.

>>> names = {
...     "39000000": Words(nb="Møbler", nn="Møbler", en="Furniture"),
...     "39130000": Words(nb="Kontormøbler", nn="Kontormøbler", en="Office furniture"),
... }
>>> tree = Tree(names, parents={"39130000": "39000000"})
>>> tree.above("39130000"), tree.below("39000000"), tree.roots
(('39000000',), ('39130000',), ('39000000',))
>>> tree.search("kontorm"), tree.search("furniture office"), tree.search("3913")
(('39130000',), ('39130000',), ('39130000',))
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from anskaff.concepts.words import Words

MOST_FOUND = 50
_WORD = re.compile(r"\w+")
# How well one word asked for fits a name: whole, as the start of a word, inside a word; and more
# when the name begins with it.
WHOLE, START, INSIDE, FIRST = 4, 3, 1, 2


class Tree:
    """Codes with names, each under at most one other code; order is the vocabulary's own."""

    def __init__(self, names: Mapping[str, Words], parents: Mapping[str, str]) -> None:
        self.names = names
        self._parents = parents

    def __contains__(self, code: str) -> bool:
        return code in self.names

    def __bool__(self) -> bool:
        return bool(self.names)

    def label(self, code: str) -> Words | None:
        """The name of a code; `None` for a code that is not in the vocabulary."""
        return self.names.get(code)

    def above(self, code: str) -> tuple[str, ...]:
        """The codes that a code is under, the widest first."""
        found: list[str] = []
        while (code := self._parents.get(code, "")) and code not in found:
            found.append(code)
        return tuple(reversed(found))

    def below(self, code: str) -> tuple[str, ...]:
        """The codes directly under a code."""
        return self._children.get(code, ())

    @property
    def roots(self) -> tuple[str, ...]:
        """The codes that are under no other."""
        return self._children.get("", ())

    def search(self, asked: str, most: int = MOST_FOUND) -> tuple[str, ...]:
        """The codes whose name in some language has every word, or that start with the digits.

        The best come first: names that begin with the words, whole words before starts of words
        before parts of words; then the name with fewest other words, then the wider code.
        """
        wanted = _WORD.findall(asked.casefold())
        ranked = sorted(self._fits(wanted)) if wanted else ()
        return tuple(code for *_, code in ranked[:most])

    def _fits(self, wanted: list[str]) -> Iterator[tuple[int, int, int, int, str]]:
        for at, (code, names) in enumerate(self._words.items()):
            fits = [(_fit(wanted, words), -len(words)) for words in names]
            best, others = max(fits)
            if best:
                yield -best, -others, len(self.above(code)), at, code

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for code in self.names:
            found.setdefault(self._parents.get(code, ""), []).append(code)
        return {code: tuple(codes) for code, codes in found.items()}

    @cached_property
    def _words(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """What each code is found by: itself, and the words of its name in each language."""
        return {
            code: tuple(
                tuple(_WORD.findall(text.casefold()))
                for text in dict.fromkeys((code, name.nb, name.nn, name.en))
            )
            for code, name in self.names.items()
        }


def _fit(wanted: list[str], name: tuple[str, ...]) -> int:
    """How well a name fits all words asked for; 0 when one is not there."""
    total = 0
    for word in wanted:
        if not (best := max((_fits(word, each) for each in name), default=0)):
            return 0
        total += best + (FIRST if name[0].startswith(word) else 0)
    return total


def _fits(word: str, named: str) -> int:
    if named == word:
        return WHOLE
    if named.startswith(word):
        return START
    return INSIDE if len(word) > 2 and not word.isdigit() and word in named else 0  # noqa: PLR2004
