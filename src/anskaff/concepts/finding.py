"""Findings: what a rule, a reader or a deed has to say, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from anskaff.concepts.formatting import FactValue, as_text
from anskaff.concepts.words import Words


class Severity(StrEnum):
    """How serious a finding is; `ERROR` stops the deed, the others are shown."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """What can be found, declared once beside the rule that finds it.

    `text` says what was expected and what came; `cure` says what to do next. Both may name facts
    in braces. `source` is the paragraph or standard; empty when it is our own house rule. `rule` is
    the id that an official rule set gives the same fault, when there is one. `place` is how people
    read where it is, when that is not a path.
    """

    code: str
    text: Words
    cure: Words
    severity: Severity = Severity.ERROR
    source: str = ""
    rule: str = ""
    place: Words | None = None

    def __post_init__(self) -> None:
        if not self.code or self.code != self.code.lower() or " " in self.code:
            raise ValueError(f"finding codes are lower-case words joined by hyphens: {self.code!r}")

    def at(self, where: str, **facts: FactValue) -> "Finding":
        """The finding at a place, with the facts that its words name."""
        return Finding(kind=self, where=where, facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: its kind, the place (a field path such as `lots.2.title`) and the facts.

    >>> too_long = FindingKind(
    ...     code="text-too-long",
    ...     text=Words(nb="Teksten har {length} tegn; høyst {limit} er tillatt.",
    ...                nn="Teksten har {length} teikn; høgst {limit} er tillate.",
    ...                en="The text has {length} characters; at most {limit} are allowed."),
    ...     cure=Words(nb="Kort ned teksten.", nn="Kort ned teksten.", en="Shorten the text."),
    ... )
    >>> too_long.at("title", length=1200, limit=200).text("en")
    'The text has 1200 characters; at most 200 are allowed.'
    """

    kind: FindingKind
    where: str
    facts: Mapping[str, FactValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        said = (self.kind.text, self.kind.cure, self.kind.place)
        needed = set[str]().union(*(Words.placeholders(each.nb) for each in said if each))
        missing = needed - self.facts.keys()
        if missing:
            raise ValueError(f"{self.kind.code} lacks facts: {', '.join(sorted(missing))}")

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def source(self) -> str:
        return self.kind.source

    @property
    def stops(self) -> bool:
        """Whether a deed must be refused because of this."""
        return self.kind.severity is Severity.ERROR

    def text(self, language: str) -> str:
        """What was found, in `language`, with the facts filled in."""
        return self._filled(self.kind.text, language)

    def cure(self, language: str) -> str:
        """What to do next, in `language`."""
        return self._filled(self.kind.cure, language)

    def place(self, language: str) -> str:
        """Where it is, for people; `where` is for programs.

        >>> cut = FindingKind(
        ...     code="cut-short",
        ...     place=Words(nb="linje {line}", nn="linje {line}", en="line {line}"),
        ...     text=Words(nb="Filen er kuttet.", nn="Fila er kutta.", en="The file is cut short."),
        ...     cure=Words(nb="Hent den igjen.", nn="Hent ho igjen.", en="Get it again."),
        ... )
        >>> found = cut.at("line 7", line=7)
        >>> found.place("nb"), found.where
        ('linje 7', 'line 7')
        """
        if self.kind.place is None or not self.where:
            return self.where
        return self._filled(self.kind.place, language)

    def _filled(self, words: Words, language: str) -> str:
        facts = {name: as_text(value, language) for name, value in self.facts.items()}
        return words.in_(language).format(**facts)
