"""What is known of a case when someone asks which rules apply to it, read from plain values.

>>> facts = read({"kind": "goods", "buyer": "other", "value": "2600000", "on": "2026-11-18"})
>>> facts.answers.kind.value, facts.on.isoformat(), facts.known("cleaning")
('goods', '2026-11-18', None)
>>> read({"kind": "gods", "buyer": "other", "value": "1", "on": "2026-11-18"})
Traceback (most recent call last):
anskaff.concepts.errors.Invalid: fact-not-among-choices
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.errors import Invalid
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law import thresholds
from anskaff.law.part import PartTwoException
from anskaff.law.procedure_guide import Answers, Sector
from anskaff.law.rule import Rule

MOST_MONTHS = 1200
MOST_YEARS = 100
MOST_KRONER = Decimal(10) ** 15

YES_OR_NO: Mapping[str, Words] = {
    "divided_into_lots": Words(
        nb="Er kontrakten delt i delkontrakter?",
        nn="Er kontrakten delt i delkontraktar?",
        en="Is the contract divided into lots?",
    ),
    "call_off": Words(
        nb="Er det et avrop på en rammeavtale?",
        nn="Er det eit avrop på ein rammeavtale?",
        en="Is it a call-off under a framework?",
    ),
    "dps": Words(
        nb="Brukes en dynamisk innkjøpsordning?",
        nn="Blir ei dynamisk innkjøpsordning brukt?",
        en="Is a dynamic purchasing system used?",
    ),
    "auction": Words(
        nb="Holdes en elektronisk auksjon?",
        nn="Blir det halde ein elektronisk auksjon?",
        en="Is there an electronic auction?",
    ),
    "site_visit": Words(
        nb="Trengs en befaring for å gi tilbud?",
        nn="Trengst ei synfaring for å gi tilbod?",
        en="Is a site visit needed to tender?",
    ),
    "cleaning": Words(
        nb="Er det en renholdstjeneste?",
        nn="Er det ei reinhaldsteneste?",
        en="Is it a cleaning service?",
    ),
    "craft_work": Words(
        nb="Er arbeidet hovedsakelig håndverk der det mangler læreplasser?",
        nn="Er arbeidet hovudsakleg handverk der det manglar læreplassar?",
        en="Is it mainly craft work where apprentice places are short?",
    ),
    "used_by_people": Words(
        nb="Skal det som kjøpes, brukes av mennesker?",
        nn="Skal det som blir kjøpt, brukast av menneske?",
        en="Will people use what is bought?",
    ),
    "human_rights_risk": Words(
        nb="Er det risiko for brudd på menneskerettigheter?",
        nn="Er det risiko for brot på menneskerettar?",
        en="Is there a risk of human-rights breaches?",
    ),
    "subsidised": Words(
        nb="Er mer enn 50 prosent betalt med direkte tilskudd?",
        nn="Er meir enn 50 prosent betalt med direkte tilskot?",
        en="Is more than 50 per cent paid by direct subsidy?",
    ),
    "outside_openness": Words(
        nb="Er oppdragsgiveren utenfor offentleglova?",
        nn="Er oppdragsgivaren utanfor offentleglova?",
        en="Is the buyer outside the freedom of information act?",
    ),
    "norwegian_winner": Words(
        nb="Er vinneren norsk?", nn="Er vinnaren norsk?", en="Is the winner Norwegian?"
    ),
}
"""Facts that are yes or no; one that is not told leaves the rules that need it open."""


NOT_A_FACT = FindingKind(
    code="fact-not-known",
    text=Words(
        nb="«{got}» er ikke et faktum som reglene bruker.",
        nn="«{got}» er ikkje eit faktum som reglane bruker.",
        en="«{got}» is not a fact that the rules use.",
    ),
    cure=Words(
        nb="Bruk et av disse: {expected}.",
        nn="Bruk eit av desse: {expected}.",
        en="Use one of these: {expected}.",
    ),
)
MISSING_FACT = FindingKind(
    code="fact-missing",
    text=Words(
        nb="{name} mangler; uten den kan ingen regel velges.",
        nn="{name} manglar; utan den kan ingen regel veljast.",
        en="{name} is missing; no rule can be chosen without it.",
    ),
    cure=Words(
        nb="Legg til {name}: {expected}.",
        nn="Legg til {name}: {expected}.",
        en="Add {name}: {expected}.",
    ),
)
NOT_A_CHOICE = FindingKind(
    code="fact-not-among-choices",
    text=Words(
        nb="{name} er «{got}».",
        nn="{name} er «{got}».",
        en="{name} is «{got}».",
    ),
    cure=Words(
        nb="Oppgi {name} slik: {expected}.",
        nn="Oppgi {name} slik: {expected}.",
        en="Give {name} as: {expected}.",
    ),
)

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The six answers of the guide, the day whose law is used, and what else is told.

    `requirement_reason` is why suppliers are asked for more turnover or older references than the
    regulation has without a reason.
    """

    answers: Answers
    on: date
    told: Mapping[str, bool]
    minimum_turnover: Money | None = None
    reference_years: int | None = None
    requirement_reason: str = ""

    def known(self, name: str) -> bool | None:
        """A yes-or-no fact; None when it is not told."""
        return self.told.get(name)


def kroner(value: object) -> Money:
    """An amount of kroner as people and programs write it, to the øre and not negative.

    Raises:
        ValueError: it is negative, too large, finer than an øre, or no number.
        InvalidOperation: it is no number.
    """
    amount = Decimal(str(value).replace("\u00a0", "").replace(" ", "").replace(",", "."))
    if not amount.is_finite() or not 0 <= amount <= MOST_KRONER or amount != round(amount, 2):
        raise ValueError(value)
    return Money(amount)


def _day(value: object) -> date:
    return date.fromisoformat(str(value))


def _months(value: object) -> int | None:
    if value is None:
        return None
    months = int(str(value))
    if not 1 <= months <= MOST_MONTHS:
        raise ValueError(value)
    return months


def _years(value: object) -> int:
    years = int(str(value))
    if not 0 < years <= MOST_YEARS:
        raise ValueError(value)
    return years


def _yes(value: object) -> bool:
    found = {"true": True, "false": False, "ja": True, "nei": False}.get(str(value).lower())
    if found is None:
        raise ValueError(value)
    return found


def _written(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _one_of(choices: type[StrEnum]) -> tuple[Callable[[object], object], str]:
    return lambda value: choices(str(value)), ", ".join(choices)


READERS: Mapping[str, tuple[Callable[[object], object], str]] = {
    "kind": _one_of(ContractKind),
    "buyer": _one_of(BuyerKind),
    "value": (kroner, "2600000"),
    "on": (_day, "2026-11-18"),
    "duration_months": (_months, "24"),
    "sector": _one_of(Sector),
    "framework": (_yes, "true, false"),
    "complex_purchase": (_yes, "true, false"),
    "design_contest": (_yes, "true, false"),
    "electronic": (_yes, "true, false"),
    "documents_online": (_yes, "true, false"),
    "urgency": (_written, "«…»"),
    "exception": _one_of(PartTwoException),
    "minimum_turnover": (kroner, "5000000"),
    "reference_years": (_years, "3"),
    "requirement_reason": (_written, "«…»"),
    **dict.fromkeys(YES_OR_NO, (_yes, "true, false")),
}
"""Each fact by name: how it is read, and what is expected."""
NEEDED = ("kind", "buyer", "value", "on")
NOT_TOLD = (None, "")
ASKED = ("minimum_turnover", "reference_years", "requirement_reason")


def read(plain: Plain) -> CaseFacts:
    """The facts of a case from plain values, as in a JSON file or a form.

    Raises:
        Invalid: with a finding for each fact that is missing, not known or not as expected.
    """
    found: list[Finding] = []
    values: dict[str, object] = {}
    for name, given in plain.items():
        if name not in READERS:
            near = get_close_matches(name, READERS, 3) or READERS
            found.append(NOT_A_FACT.at(name, got=name[:80], expected=", ".join(near)))
        elif given not in NOT_TOLD:
            reader, expected = READERS[name]
            try:
                values[name] = reader(given)
            except (ValueError, TypeError, InvalidOperation):
                got = str(given)[:80]
                found.append(NOT_A_CHOICE.at(name, name=name, got=got, expected=expected))
    told = {one.where for one in found}
    found += [
        MISSING_FACT.at(name, name=name, expected=READERS[name][1])
        for name in NEEDED
        if name not in values and name not in told
    ]
    on = values.pop("on", None)
    if isinstance(on, date):
        found += thresholds.check_day(on)
    if found:
        raise Invalid(*found)
    assert isinstance(on, date)
    yes_or_no = {name: bool(values.pop(name)) for name in YES_OR_NO if name in values}
    asked = {name: values.pop(name) for name in ASKED if name in values}
    answers = Answers(start_on=on, **values)  # type: ignore[arg-type]
    return CaseFacts(answers=answers, on=on, told=yes_or_no, **asked)  # type: ignore[arg-type]


RULES: tuple[Rule, ...] = ()
FINDING_KINDS = (NOT_A_FACT, MISSING_FACT, NOT_A_CHOICE)
