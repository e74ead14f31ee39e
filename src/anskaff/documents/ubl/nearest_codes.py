"""Which codes of a list somebody may have meant by one that is not in it.

>>> nearest("NKO", frozenset({"NOK", "EUR", "SEK"}), "ISO4217")
['NOK']
>>> nearest("stk.", frozenset({"EA", "H87", "KGM", "STL"}), "UNECERec20")
['H87', 'EA']
>>> nearest("m2", frozenset({"MTK", "MTR", "M4"}), "UNECERec20")
['MTK']
>>> nearest("%", frozenset({"EA", "H87", "KGM", "10"}), "UNECERec20")
['H87', 'EA', 'KGM']
"""

from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache

from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.documents.ubl.code_lists import LISTS, named, without_file
from anskaff.documents.ubl.code_meanings import labels, meaning

MOST_NEAREST = 3
LIKENESS = 0.5
MOST_COMPARED = 400
MOST_LENGTH = 20
LEAST_WORD = 3
"""Letters of a word that is only begun, such as «time» for «timer»."""
POWERS = str.maketrans("²³", "23", ".")


def unlisted(label: Words, got: str, codes: frozenset[str], name: str) -> Mapping[str, FactValue]:
    """The facts about a code that is not in a list, with the nearest that are and what they mean.

    >>> unit = Words(nb="Enhet", nn="Eining", en="Unit")
    >>> unlisted(unit, "stk", frozenset({"H87", "KGM"}), "UNECERec20")["nearest"].nb
    'H87 (stk.)'
    """
    found = _explained(got, codes, without_file(name))
    return {"label": label, "got": got, "list": named(name), "nearest": found}


@lru_cache(maxsize=4096)
def _explained(got: str, codes: frozenset[str], name: str) -> Words:
    """The nearest codes with what they mean, where we have words for that."""
    near = nearest(got, codes, name)
    said = {each: ", ".join(_said(code, name, each) for code in near) for each in LANGUAGES}
    return Words(**said)


def _said(code: str, name: str, language: str) -> str:
    """A code with what it means, where we have words for that."""
    found = (meaning(each, code, language) for each in (name, *name.split()))
    words = next(filter(None, found), "")
    return f"{code} ({words})" if words else code


@lru_cache(maxsize=4096)
def nearest(got: str, codes: frozenset[str], name: str = "") -> list[str]:
    """The codes that are most like one that is wrong, else some in common use; at most three.

    What stands there may be the word for a code, or a slip of the finger. In a long list only those
    one slip away are looked for, so that a document full of wrong codes takes no longer. What
    stands between two spaces of a list is a code of it, but no suggestion.
    """
    codes -= {""}
    known = LISTS.get(without_file(name))
    common = known.common if known else ()
    plain = "".join(got.split()).upper()[:MOST_LENGTH]
    found = sorted(_meant(got, plain, codes, without_file(name)))
    found.sort(key=lambda each: common.index(each) if each in common else len(common))
    if not found and len(codes) <= MOST_COMPARED:
        found = get_close_matches(plain, _in_order(codes), MOST_NEAREST, LIKENESS)
    return (found or [each for each in common if each in codes] or _in_order(codes))[:MOST_NEAREST]


def _meant(got: str, plain: str, codes: frozenset[str], name: str) -> frozenset[str]:
    """The codes that are called so, else the one in capitals, else those one slip away."""
    called = _codes_called(name).get(_word(got), frozenset()) & codes
    return called or frozenset({plain}) & codes or _one_slip_away(plain) & codes


def _word(said: str) -> str:
    """A word as it is compared.

    >>> _word(" Stk. "), _word("m²")
    ('stk', 'm2')
    """
    return said.strip()[:MOST_LENGTH].lower().translate(POWERS)


@cache
def _codes_called(name: str) -> Mapping[str, frozenset[str]]:
    """The codes of a list by what they are called, and by how that begins."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, words in labels(name).items():
        for label in map(_word, (words.nb, words.nn, words.en)):
            found[label].add(code)
            for end in range(LEAST_WORD, len(label)):
                found[label[:end]].add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def _one_slip_away(got: str) -> frozenset[str]:
    """What somebody may have meant: other case, a letter too many, too few, wrong or swapped."""
    parts = [(got[:at], got[at:]) for at in range(len(got) + 1)]
    swapped = {left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1}
    dropped = {left + right[1:] for left, right in parts if right}
    changed = {left + each + right[1:] for left, right in parts if right for each in LETTERS}
    added = {left + each + right for left, right in parts for each in LETTERS}
    return frozenset({got} | swapped | dropped | changed | added)


@lru_cache(maxsize=256)
def _in_order(codes: frozenset[str]) -> list[str]:
    return sorted(codes)
