"""The answer about a case told shortly, as plain values for programs, and one fact otherwise.

>>> from anskaff.law.case_check import check
>>> from anskaff.law.case_facts import read
>>> plain = {"kind": "goods", "buyer": "other", "value": "2600000", "on": "2026-11-18"}
>>> found = check(read(plain))
>>> [line.key for line in summary(found)][:3]
['part', 'procedures', 'deadline']
>>> sorted(one.value for one in otherwise(found) if one.fact == "value")
['1299999.99', '2499999.99', '499999.99']
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.law.case_check import Changes, Checked, Met
from anskaff.law.duties import Theme
from anskaff.law.procedure_guide import PROCEDURE_WORDS
from anskaff.law.rule import Reason
from anskaff.law.thresholds import EEA_LIGHT as LIGHT

ONE_ORE = Decimal("0.01")
PROTOCOL = "P-"
HEADINGS: dict[str, Words] = {
    "part": Words(nb="Del av forskriften", nn="Del av forskrifta", en="Part of the regulation"),
    "procedures": Words(
        nb="Prosedyrer uten vilkår, den foreslåtte først",
        nn="Prosedyrar utan vilkår, den foreslåtte først",
        en="Procedures without conditions, the proposed one first",
    ),
    "deadline": Words(nb="Tilbudsfrist", nn="Tilbodsfrist", en="Tender deadline"),
    "notices": Words(nb="Kunngjøringer", nn="Kunngjeringar", en="Notices"),
    "standstill": Words(nb="Karensperiode", nn="Karensperiode", en="Standstill"),
    "protocol": Words(nb="Protokoll", nn="Protokoll", en="Report"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the short answer: what it is about, and what is said with which paragraph."""

    key: str
    told: tuple[Reason | Words, ...]

    @property
    def heading(self) -> Words:
        """What the line is about."""
        return HEADINGS[self.key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """One fact as it could have been; `value` is as `case_facts.read` takes it."""

    fact: str
    value: str


def summary(checked: Checked) -> tuple[Line, ...]:
    """What most people want to know first, in the order in which a purchase meets it."""
    proposal = checked.proposal
    period = proposal.tender_period
    protocol = (one.reason for one in checked.met if one.rule.id.startswith(PROTOCOL))
    procedures = (proposal.procedure, *proposal.alternatives)
    told: dict[str, tuple[Reason | Words, ...]] = {
        "part": proposal.applicable.reasons[:1],
        "procedures": tuple(PROCEDURE_WORDS[one] for one in procedures),
        "deadline": (*period.reasons[-1:], period.counted) if period else (),
        "notices": tuple(rule.because() for rule in proposal.notices),
        "standstill": proposal.standstill.reasons[:1],
        "protocol": tuple(protocol),
    }
    if not checked.of(Theme.CONDUCT):
        told = {key: told[key] for key in ("part", "procedures")}
    return tuple(Line(key=key, told=lines) for key, lines in told.items() if lines)


def otherwise(checked: Checked) -> Iterator[Other]:
    """Single facts that would be worth another look: the value at each threshold, who, and what."""
    answers = checked.facts.answers
    special = answers.kind is ContractKind.SPECIAL_SERVICES
    for threshold in checked.proposal.thresholds:
        limit = threshold.on(checked.facts.on).amount
        if special and threshold is LIGHT:  # what is over it differs, not what reaches it
            limit += ONE_ORE
        below = answers.value.amount < limit
        yield Other(fact="value", value=str(limit if below else limit - ONE_ORE))
    yield from (Other(fact="buyer", value=one.value) for one in BuyerKind if one != answers.buyer)
    yield from (Other(fact="kind", value=one.value) for one in ContractKind if one != answers.kind)


def as_plain(checked: Checked, language: str) -> dict[str, object]:
    """The whole answer for programs, its texts in one language."""
    proposal = checked.proposal
    period, standstill = proposal.tender_period, proposal.standstill
    return {
        "law_on": checked.facts.on.isoformat(),
        "part": proposal.applicable.part.value,
        "procedure": proposal.procedure.value,
        "procedures": [one.value for one in (proposal.procedure, *proposal.alternatives)],
        "thresholds": [
            {
                "id": one.rule.id,
                "amount": str(one.on(checked.facts.on).amount),
                "source": one.rule.source,
            }
            for one in proposal.thresholds
        ],
        "tender_deadline": period
        and {
            "days": period.days,
            "earliest": period.earliest.isoformat(),
            "proposed": period.proposed.isoformat(),
            "is_law": not period.is_product_default,
        },
        "standstill": {
            "required": standstill.required,
            "minimum_days": standstill.minimum_days,
            "proposed_days": standstill.proposed_days,
        },
        "rules": [_met(one, language) for one in checked.met],
        "findings": [_finding(one, language) for one in checked.findings],
    }


def changes_as_plain(changes: Changes, language: str) -> dict[str, object]:
    """What differs between two answers, for programs."""
    return {
        "added": [_met(one, language) for one in changes.added],
        "gone": [_met(one, language) for one in changes.gone],
        "otherwise": [
            {"before": _met(old, language), "after": _met(new, language)}
            for old, new in changes.otherwise
        ],
    }


def _met(one: Met, language: str) -> dict[str, object]:
    valid_from, valid_to = one.rule.valid_from, one.rule.valid_to
    return {
        "id": one.rule.id,
        "theme": one.theme.value,
        "text": one.text(language),
        "needs": list(one.needs),
        "subtypes": list(one.subtypes),
        "source": one.rule.source,
        "checked": one.rule.checked.isoformat(),
        "valid_from": valid_from.isoformat() if valid_from else None,
        "valid_to": valid_to.isoformat() if valid_to else None,
    }


def _finding(one: Finding, language: str) -> dict[str, str]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "where": one.where,
        "source": one.source,
        "text": one.text(language),
        "cure": one.cure(language),
    }
