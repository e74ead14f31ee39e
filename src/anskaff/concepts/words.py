"""Text in the three languages that must always be complete: Bokmål, Nynorsk, English."""

from dataclasses import dataclass
from string import Formatter

LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One text in Bokmål, Nynorsk and English with the same named placeholders.

    >>> Words(nb="Fyll ut {field}.", nn="Fyll ut {field}.", en="Fill in {field}.").in_("en")
    'Fill in {field}.'
    >>> Words(nb="{a}", nn="{a}", en="{b}")
    Traceback (most recent call last):
    ValueError: placeholders differ between languages: {a}
    """

    nb: str
    nn: str
    en: str

    def __post_init__(self) -> None:
        if not (self.nb and self.nn and self.en):
            raise ValueError(f"words are missing in a language: {self.nb or self.nn or self.en}")
        if (
            not self.placeholders(self.nb)
            == self.placeholders(self.nn)
            == self.placeholders(self.en)
        ):
            raise ValueError(f"placeholders differ between languages: {self.nb}")

    def in_(self, language: str) -> str:
        """The text in `language`; Bokmål for a language we do not have."""
        return {"nn": self.nn, "en": self.en}.get(language[:2], self.nb)

    @staticmethod
    def placeholders(text: str) -> frozenset[str]:
        """Names between braces in `text`."""
        if "{" not in text and "}" not in text:
            return frozenset()
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
