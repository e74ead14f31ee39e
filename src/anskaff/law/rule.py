"""A legal rule as a row of the catalogue, and the reason it gives in one case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from anskaff.concepts.formatting import FactValue, as_text
from anskaff.concepts.words import Words

CHECKED = date(2026, 11, 21)
"""The day on which the sources of this room were last read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its id, what it says, where it stands, and when it holds.

    `words` are in our own wording and name no facts of a case. `source` is the paragraph, or empty
    when the rule is a default of this product and not law. `valid_from` and `valid_to` (last day)
    are None when the rule holds as far as we know it.
    """

    id: str
    words: Words
    source: str
    checked: date = CHECKED
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if Words.placeholders(self.words.nb):
            raise ValueError(f"the words of {self.id} name facts of a case: {self.words.nb}")

    @property
    def is_law(self) -> bool:
        """Whether the rule is law, and not a default of this product."""
        return bool(self.source)

    def holds_on(self, on: date) -> bool:
        """Whether the rule is in force on that day."""
        begun = self.valid_from is None or self.valid_from <= on
        ended = self.valid_to is not None and self.valid_to < on
        return begun and not ended

    def because(self, words: Words | None = None, **facts: FactValue) -> "Reason":
        """The reason this rule gives in a case; its own words unless more exact ones are given."""
        return Reason(rule=self, words=words or self.words, facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is required or proposed, with paragraph and the day the source was checked.

    >>> rule = Rule(id="F-X", words=Words(nb="Frist", nn="Frist", en="Limit"), source="FOA § 20-2")
    >>> exact = Words(nb="{days} dager.", nn="{days} dagar.", en="{days} days.")
    >>> rule.because(exact, days=30).text("en"), rule.because().source
    ('30 days.', 'FOA § 20-2')
    """

    rule: Rule
    words: Words
    facts: Mapping[str, FactValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        missing = Words.placeholders(self.words.nb) - self.facts.keys()
        if missing:
            raise ValueError(f"{self.rule.id} lacks facts: {', '.join(sorted(missing))}")

    @property
    def source(self) -> str:
        return self.rule.source

    @property
    def checked(self) -> date:
        return self.rule.checked

    def text(self, language: str) -> str:
        """The reason in `language`, with the facts filled in."""
        facts = {name: as_text(value, language) for name, value in self.facts.items()}
        return self.words.in_(language).format(**facts)
