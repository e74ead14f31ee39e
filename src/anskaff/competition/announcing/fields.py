"""What we write in a notice: each field once, with its theme, kind, subtypes and choices.

`Field.id` is the business term of the standard without its context; `official` gives the id that
the SDK uses for it in a subtype (BT-21-Lot, BT-21-Part). Which subtypes allow a field is from
eForms SDK 1.14.2, `fields.json`; a test compares the table with the installed bundle.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from anskaff.competition.announcing.subtypes import (
    CALLS,
    CHANGES,
    PLANNING,
    RESULTS,
    SUBTYPES,
)
from anskaff.concepts.words import Words

ALL = frozenset(SUBTYPES)
EUROPEAN = frozenset(code for code, each in SUBTYPES.items() if not each.national)
NATIONAL = ALL - EUROPEAN
NOT_CHANGES = ALL - CHANGES
AWARDING = CALLS | RESULTS | {"25"}
VALUED = NOT_CHANGES - {"23", "25", "36"}
TIMED = ALL - {"23", "36"}
WINNING = RESULTS | CHANGES | {"25"}
CONTRACTED = WINNING - {"36"}


class Theme(StrEnum):
    """One page of the form; its value stands in addresses."""

    ABOUT = "om"
    BUYER = "oppdragsgiver"
    OBJECT = "anskaffelsen"
    LOTS = "delkontrakter"
    PROCEDURE = "prosedyre"
    CRITERIA = "kriterier"
    DEADLINES = "frister"
    DOCUMENTS = "dokumenter"
    TERMS = "vilkar"
    REVIEW = "klage"
    RESULT = "resultat"
    MODIFICATION = "endring"
    CHANGE = "rettelse"


class Scope(StrEnum):
    """What a value belongs to; decides the id of the field in the standard."""

    NOTICE = "notice"
    PROCEDURE = "Procedure"
    BUYER = "Procedure-Buyer"
    COMPANY = "Organization-Company"
    REVIEW_BODY = "review-body"
    WINNER = "winner"
    LOT = "Lot"
    CRITERION = "criterion"
    RESULT = "LotResult"
    TENDER = "Tender"
    CONTRACT = "Contract"
    TOTAL = "NoticeResult"
    CHANGE = "change"
    GROUP = "LotsGroup"


class Kind(StrEnum):
    """How a value is written and read."""

    TEXT = "text"
    LONG = "long"
    CODE = "code"
    CODES = "codes"
    DAY = "day"
    INSTANT = "instant"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    YES_NO = "yes-no"
    EMAIL = "email"
    URL = "url"


PER_LOT = frozenset({Scope.LOT, Scope.RESULT, Scope.TENDER, Scope.CONTRACT, Scope.WINNER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a notice says.

    `subtypes` are those that may have it, `needed` those that must when the buyer is asked.
    `code_list` and `codes` are the official list and our choices from it with our own words.
    `translated`: written in each language of the notice. `only_when` names another field of the
    same place (of the same scope, or as `Lot:BT-765`), and the value that it must have (`>0`: more
    than nothing; `authority`: no public undertaking, `undertaking`: one; `framework`: some kind of
    it; `framework longer than 48 months`; `frameworks`: a group with one, `frameworks that somebody
    won`: with two or more, all lots won; `said`: anything). `spared_when`: a needed field is not
    needed where one of these holds. `with_field` names one that makes this field needed when it is
    there. `starts_as` names one whose value is proposed for this; `sum_of` one of the results whose
    sum over the lots this is. `winners`: only of lots that somebody won;
    `several_lots`: only where there are several.
    """

    id: str
    theme: Theme
    scope: Scope
    kind: Kind
    label: Words
    subtypes: frozenset[str]
    needed: frozenset[str] = frozenset()
    hint: Words | None = None
    code_list: str = ""
    codes: Mapping[str, Words] = field(default_factory=dict)
    translated: bool = False
    only_when: tuple[str, str] | None = None
    spared_when: tuple[tuple[str, str], ...] = ()
    with_field: str = ""
    starts_as: str = ""
    sum_of: str = ""
    winners: bool = False
    several_lots: bool = False

    def official(self, subtype: str) -> str:
        """The id of the field in the standard, for this subtype."""
        if self.scope is Scope.LOT:
            return f"{self.id}-{'Part' if subtype in PLANNING else 'Lot'}"
        if self.id.endswith(("-notice", "-Contract", "-Procedure", "-NoticeResult")):
            return self.id
        return f"{self.id.partition(':')[0]}-{_CONTEXT.get(self.scope, self.scope.value)}"

    @property
    def per_lot(self) -> bool:
        """Whether each lot has its own value."""
        return self.scope in PER_LOT


_CONTEXT = {
    Scope.CRITERION: "Lot",
    Scope.REVIEW_BODY: "Organization-Company",
    Scope.WINNER: "Organization-Company",
}


def among(codes: str) -> frozenset[str]:
    """Subtypes written with spaces between; an unknown one is a mistake in the table.

    >>> sorted(among("16 E3"))
    ['16', 'E3']
    """
    named = frozenset(codes.split())
    if named - SUBTYPES.keys():
        raise ValueError(f"unknown subtypes: {sorted(named - SUBTYPES.keys())}")
    return named
