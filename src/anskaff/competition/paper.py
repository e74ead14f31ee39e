"""A formal paper as data: what it says, in order, before anyone has chosen a language or a layout.

Pages and PDFs are drawn from the same paper, so they cannot differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from anskaff.concepts.finding import Finding
from anskaff.concepts.formatting import FactValue, as_text
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words

PaperJson: TypeAlias = "str | int | Sequence[PaperJson] | Mapping[str, PaperJson]"


@dataclass(frozen=True, slots=True)
class Said:
    """Words with named facts, filled in when the language is known.

    >>> Said(Words(nb="{n} tilbud", nn="{n} tilbod", en="{n} tenders"), {"n": 3}).in_("nn")
    '3 tilbod'
    """

    words: Words
    facts: Mapping[str, FactValue] = field(default_factory=dict)

    def in_(self, language: str) -> str:
        """The text in `language`."""
        filled = {name: as_text(value, language) for name, value in self.facts.items()}
        return self.words.in_(language).format(**filled)


Text = str | Words | Said | Finding | Money | Decimal | Fraction | date | datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a header; `numeric` holds the columns (from 0) that are set to the right."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with paragraphs, then a list, then tables; `key` is stable for programs."""

    key: str
    heading: Text
    paragraphs: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One formal document; `running` is the line at the foot of each page."""

    title: Text
    author: str
    running: Text
    subtitle: Text = ""
    recipient: tuple[Text, ...] = ()
    facts: tuple[tuple[Text, Text], ...] = ()
    sections: tuple[Section, ...] = ()
    signature: tuple[Text, ...] = ()


def written(paper: Paper, language: str) -> dict[str, PaperJson]:
    """The paper in one language, as JSON that the templates read."""

    def say(text: Text) -> str:
        return text_in(text, language)

    return {
        "title": say(paper.title),
        "author": paper.author,
        "running": say(paper.running),
        "subtitle": say(paper.subtitle),
        "recipient": [say(line) for line in paper.recipient],
        "facts": [[say(name), say(value)] for name, value in paper.facts],
        "sections": [
            {
                "key": section.key,
                "heading": say(section.heading),
                "paragraphs": [say(each) for each in section.paragraphs],
                "items": [say(each) for each in section.items],
                "tables": [
                    {
                        "header": [say(cell) for cell in table.header],
                        "rows": [[say(cell) for cell in row] for row in table.rows],
                        "numeric": list(table.numeric),
                    }
                    for table in section.tables
                ],
            }
            for section in paper.sections
        ],
        "signature": [say(line) for line in paper.signature],
    }


def text_in(text: Text, language: str) -> str:
    """One text of a paper in `language`."""
    match text:
        case str():
            return text
        case Said() | Words():
            return text.in_(language)
        case Finding():
            return text.text(language)
        case _:
            return as_text(text, language)
