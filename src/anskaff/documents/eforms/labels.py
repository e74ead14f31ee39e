"""Official labels, hints and names of codes for eForms, in the words of their publishers.

The words lie in the installed bundle: the Norwegian translation (DFØ) first, then the English of
the EU's own lists. Without the bundle every answer is `None` or empty, and the caller shows short
words of its own. Where the publisher has no Nynorsk the Bokmål stands, and where there is no
Norwegian the English; `said_in` tells.

>>> from pathlib import Path
>>> Labels(Bundle(Path("nowhere"))).field_label("BT-21-Lot") is None
True
>>> business_term("BT-21-Lot"), business_term("BT-541-Lot-WeightNumber"), business_term("OPT-300")
('BT-21', 'BT-541', 'OPT-300')
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path

from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.standards.bundle import LISTS, Bundle, NotUsable

TRANSLATIONS = "eforms-nor-translations"
NATIONAL_CODES = "eforms-nor-codelists"
EU_CODES = "eforms-sdk-1.14"
# Codes that the list's YAML took for truth values: «NO» is Norway in one list, «false» in the rest.
TRUTHS = {"True": "true", "False": "false"}
NORWAY_LIST = "nuts"
_TERM = re.compile(r"(?:BT|OPT|OPP|OPA|BG)-\d+")

Names = Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Official(Words):
    """Words of a publisher, and the languages that they were really given in.

    >>> words = Official(nb="Tittel", nn="Tittel", en="Title", given=frozenset({"nb", "en"}))
    >>> words.said_in("nn"), words.said_in("en")
    ('nb', 'en')
    """

    given: frozenset[str] = frozenset()

    def said_in(self, language: str) -> str:
        """The language that the text for a language is in."""
        order = {"en": ("en", "nb"), "nn": ("nn", "nb", "en")}.get(language[:2], ("nb", "en"))
        return next((each for each in order if each in self.given), language[:2])


def said_in(words: Words, language: str) -> str:
    """The language that words are in when they are asked for in another."""
    return words.said_in(language) if isinstance(words, Official) else language[:2]


def business_term(field: str) -> str:
    """The business term that a field belongs to, such as `BT-21` of `BT-21-Lot`."""
    found = _TERM.match(field)
    return found[0] if found else field


class Labels:
    """The words of one bundle; each file is read the first time it is asked for."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._lists: dict[str, Names] = {}

    def field_label(self, field: str) -> Words | None:
        """The name of a field (`BT-21-Lot`) or of a business term (`BT-21`)."""
        return self._of_field(field, "name")

    def field_hint(self, field: str) -> Words | None:
        """How to fill in a field: the hint where there is one, else what the field means."""
        return self._of_field(field, "hint") or self._of_field(field, "description")

    def group_label(self, group: str) -> Words | None:
        """The name of a group of fields, such as `GR-Lot`."""
        return self._groups.get(f"group|name|{group}")

    def notice_label(self, subtype: str) -> Words | None:
        """The name of a notice subtype, such as `16` or `E3`."""
        short, long = (
            self.code_label("notice-subtype", subtype),
            self._notices.get(f"notice|name|{subtype}"),
        )
        if short is None or long is None or short.en != subtype:
            return short or long
        return replace(short, en=long.en)

    def code_label(self, code_list: str, code: str) -> Words | None:
        """The name of a code in a list, such as `open` in `procurement-procedure-type`."""
        return self.codes(code_list).get(code)

    def codes(self, code_list: str) -> Names:
        """Every code of a list with its name, in the order of the list; empty without the list.

        The EU's list says which codes there are; the Norwegian one adds its own after them.
        """
        if code_list not in self._lists:
            ours, theirs = self._national(code_list), self._european(code_list)
            self._lists[code_list] = {**theirs, **ours} if ours else theirs
        return self._lists[code_list]

    def lists(self) -> tuple[str, ...]:
        """The names of the EU's lists, in order."""
        return tuple(self._index)

    def _of_field(self, field: str, what: str) -> Words | None:
        """The words of the field; where they are English only, the Norwegian of its term.

        That is done where the two say the same in English, as the term of an attribute does not.
        """
        own = self._fields.get(f"field|{what}|{field}")
        term = self._terms.get(f"business-term|{what}|{business_term(field)}")
        if own is None or term is None:
            return own or term
        english_only = said_in(own, "nb") == "en" and said_in(term, "nb") == "nb"
        return term if english_only and own.en == term.en else own

    @cached_property
    def _fields(self) -> Names:
        return self._translated("field.json")

    @cached_property
    def _terms(self) -> Names:
        return self._translated("business-term.json")

    @cached_property
    def _groups(self) -> Names:
        return self._translated("group.json")

    @cached_property
    def _notices(self) -> Names:
        return self._translated("notice.json")

    @cached_property
    def _index(self) -> Mapping[str, str]:
        """The file of each of the EU's lists."""
        listed = json.loads(self._read(EU_CODES, "codelists/codelists.json") or '{"codelists": []}')
        return {each["id"]: each["filename"] for each in listed["codelists"]}

    def _translated(self, file: str) -> Names:
        return _names(self._read(TRANSLATIONS, file))

    def _national(self, code_list: str) -> Names:
        if not re.fullmatch(r"[a-z0-9-]+", code_list):
            return {}
        truths = TRUTHS | ({"False": "NO"} if code_list == NORWAY_LIST else {})
        found = _names(self._read(NATIONAL_CODES, f"{code_list}.json"))
        return {truths.get(code, code): name for code, name in found.items()}

    def _european(self, code_list: str) -> Names:
        data = self._read(EU_CODES, f"codelists/{self._index.get(code_list)}")
        if not data:
            return {}
        rows = xml.read(data.encode()).iter("Row")
        cells = (
            {each.get("ColumnRef"): each.findtext("SimpleValue") for each in row} for row in rows
        )
        return {
            code: _words({"en": cell.get("eng_label") or cell.get("Name") or code}, code)
            for cell in cells
            if (code := cell.get("code"))
        }

    def _read(self, part: str, file: str) -> str:
        try:
            place = self._bundle.file(part, file)
        except NotUsable:
            return ""
        return place.read_text(encoding="utf-8") if place.is_file() else ""


def _names(data: str) -> Names:
    given: Mapping[str, Mapping[str, object]] = json.loads(data or "{}")
    return {key: _words(texts, key) for key, texts in given.items()}


def _words(texts: Mapping[str, object], otherwise: str) -> Words:
    """Words from the languages there are; what is no text (a truth value, say) is left out."""
    given = {
        language: _plain(text)
        for language, text in texts.items()
        if isinstance(text, str) and text.strip()
    }
    en = given.get("en") or given.get("nb") or otherwise
    nb = given.get("nb") or en
    return Official(nb=nb, nn=given.get("nn") or nb, en=en, given=frozenset(given))


def _plain(text: str) -> str:
    return unescape(text.strip())


@lru_cache(maxsize=4)
def _kept(folder: Path, changed: int) -> Labels:  # noqa: ARG001 - files added since give a new key
    return Labels(Bundle(folder))


def official(folder: Path) -> Labels:
    """The words of the bundle in a folder, kept between calls until parts are added to it."""
    listed = folder / LISTS
    return _kept(folder, listed.stat().st_mtime_ns if listed.is_dir() else 0)
