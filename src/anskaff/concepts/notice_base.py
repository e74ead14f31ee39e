"""What the parts of a notice are made of: texts in languages, durations, what rides along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class NoticeForm(StrEnum):
    """What a notice is for (BT-03)."""

    PLANNING = "planning"
    CONSULTATION = "consultation"
    COMPETITION = "competition"
    DIRECT_AWARD = "direct-award"
    RESULT = "result"
    MODIFICATION = "modification"
    COMPLETION = "completion"
    REGISTRATION = "registration"


class LotKind(StrEnum):
    """A lot, a group of lots with one award, or a part of a plan that may become a lot."""

    LOT = "lot"
    GROUP = "group"
    PART = "part"


class WeightKind(StrEnum):
    """How a weight is stated (BT-5421); only `PERCENT` is an exact share of 100."""

    PERCENT = "percent"
    PERCENT_MIDDLE = "percent-middle"
    POINTS = "points"
    POINTS_MIDDLE = "points-middle"
    DECIMAL = "decimal"
    DECIMAL_MIDDLE = "decimal-middle"
    ORDER = "order"


WEIGHT_KINDS = {
    "per-exa": WeightKind.PERCENT,
    "per-mid": WeightKind.PERCENT_MIDDLE,
    "poi-exa": WeightKind.POINTS,
    "poi-mid": WeightKind.POINTS_MIDDLE,
    "dec-exa": WeightKind.DECIMAL,
    "dec-mid": WeightKind.DECIMAL_MIDDLE,
    "ord-imp": WeightKind.ORDER,
}


class DurationUnit(StrEnum):
    """The unit of a duration (BT-36)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in the languages it was published in, by language tag (nb, nn, no, en, se, de ...).

    >>> title = Texts({"no": "Byggeledelse", "en": "Construction management"})
    >>> title.in_("nb"), title.in_("en"), bool(Texts())
    ('Byggeledelse', 'Construction management', False)
    """

    by_language: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.by_language.values())

    def in_(self, language: str) -> str:
        """The text in `language`, else in the nearest one that there is; empty when there is none.

        `no` is Norwegian without saying which of the two.
        """
        norwegian = ("no", "nb", "nn")
        order = (language, *(norwegian if language in norwegian else ()), "nb", "no", "nn", "en")
        for tag in (*order, *self.by_language):
            if text := self.by_language.get(tag):
                return text
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A part of the original that no field holds, with its place from the concept's own node.

    Either a whole element as `xml`, standing in `place`; or `text` at `place`, that of an element
    or an attribute, instead of what the fields alone would give (None: there is none).
    """

    place: str = ""
    xml: str = ""
    text: str | None = None
    instead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a notice says beyond our fields rides along, so that nothing is lost in writing."""

    rest: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time in the unit it was stated in."""

    amount: Decimal
    unit: DurationUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Content that was not understood: path of the element or attribute, its value, its line."""

    path: str
    value: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(Kept):
    """A field that is not published yet: its code, why, and until when (BT-195 to BT-198)."""

    code: str = ""
    reason: str = ""
    words: Texts = field(default_factory=Texts)
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierNotice(Kept):
    """An earlier notice about the same (BT-125), and which part of it (BT-1251)."""

    notice: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFunding(Kept):
    """A programme of the EU that pays: its code, the project and words about it."""

    programme: str = ""
    project: str = ""
    description: Texts = field(default_factory=Texts)
