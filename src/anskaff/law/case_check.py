"""Which rules apply to a case on its day, each with its reason; and what one other fact changes.

>>> from anskaff.law.case_facts import read
>>> plain = {"kind": "works", "buyer": "other", "value": "2000000", "on": "2026-11-18"}
>>> before = check(read(plain))
>>> before.proposal.applicable.part.value, [one.rule.id for one in before.of(Theme.VALUE)]
('II', ['R-PART-2', 'R-SPLIT'])
>>> after = check(read(plain | {"value": "70000000"}))
>>> changed = changes(before, after)
>>> "E-1" in {one.rule.id for one in changed.added}
True
"""

from collections.abc import Mapping
from dataclasses import dataclass

from anskaff.concepts.finding import Finding
from anskaff.law import change_check, procedure_limits, qualification
from anskaff.law.case_facts import CaseFacts
from anskaff.law.duties import DUTIES, Needs, Theme
from anskaff.law.notices import SUBTYPES
from anskaff.law.part import Part
from anskaff.law.procedure_guide import Proposal, propose
from anskaff.law.rule import Reason, Rule

_BY_PREFIX: Mapping[str, Theme] = {
    "R-CALC": Theme.TIME_LIMITS,
    "R-": Theme.VALUE,
    "B2-": Theme.PROCEDURE,
    "F-STAND": Theme.DECISION,
    "F-": Theme.TIME_LIMITS,
    "N-": Theme.NOTICES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A rule that a case meets: its theme, its reason, and the facts it still needs."""

    theme: Theme
    reason: Reason
    needs: tuple[str, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return self.reason.rule

    @property
    def subtypes(self) -> tuple[str, ...]:
        """The eForms subtypes of a notice that the rule speaks of."""
        return SUBTYPES.get(self.rule.id, ())

    def text(self, language: str) -> str:
        """What the rule says in this case."""
        return self.reason.text(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All rules that a case meets, by theme, and what the guide proposes."""

    facts: CaseFacts
    proposal: Proposal
    met: tuple[Met, ...]

    def of(self, theme: Theme) -> tuple[Met, ...]:
        """The rules of one theme."""
        return tuple(one for one in self.met if one.theme is theme)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong or unsure in the facts themselves."""
        facts = self.facts
        if self.proposal.applicable.part is not Part.III:
            return self.proposal.findings
        asked = qualification.check(
            facts.answers.kind,
            facts.answers.value,
            turnover=facts.minimum_turnover,
            years=facts.reference_years,
            reason=facts.requirement_reason,
        )
        return (*self.proposal.findings, *asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs between two answers: rules that came, that went, and that say otherwise."""

    added: tuple[Met, ...]
    gone: tuple[Met, ...]
    otherwise: tuple[tuple[Met, Met], ...]


def check(facts: CaseFacts) -> Checked:
    """Every rule that the case meets, in the order of `Theme`.

    Raises:
        LookupError: the thresholds of that day are not recorded; `case_facts.read` refuses it.
    """
    proposal = propose(facts.answers, on=facts.on)
    reasons = proposal.reasons
    if proposal.applicable.part is Part.OUTSIDE:
        reasons = (*proposal.applicable.reasons, proposal.procedure_reason)
    if proposal.tender_period is not None:
        reasons = (*reasons, proposal.tender_period.counted)
    met = [Met(theme=_theme(reason), reason=reason) for reason in reasons]
    known = {one.rule.id for one in met}
    counted = _counted(facts)
    for duty in DUTIES:
        answer = duty.holds(facts, proposal.applicable)
        if duty.rule.id in known or answer is False:
            continue
        needs = answer.facts if isinstance(answer, Needs) else ()
        reason = counted.get(duty.rule.id) or duty.rule.because()
        met.append(Met(theme=duty.theme, reason=reason, needs=needs))
    order = list(Theme)
    met.sort(key=lambda one: order.index(one.theme))
    return Checked(facts=facts, proposal=proposal, met=tuple(met))


def _counted(facts: CaseFacts) -> Mapping[str, Reason]:
    """Rules whose sums and days can be counted from the facts, told with the numbers."""
    answers = facts.answers
    most = qualification.most_turnover(answers.value)
    years = qualification.most_years(answers.kind)
    return {
        **procedure_limits.dated(facts.on, urgent=bool(answers.urgency)),
        "Q-2": qualification.TURNOVER.because(qualification.MOST_TURNOVER, most=most),
        "Q-3": qualification.REFERENCES.because(qualification.MOST_YEARS, years=years),
        **change_check.rooms_of(facts),
    }


def _theme(reason: Reason) -> Theme:
    """The theme of a rule that the guide gives as a reason."""
    return next(theme for start, theme in _BY_PREFIX.items() if reason.rule.id.startswith(start))


def changes(before: Checked, after: Checked) -> Changes:
    """What changes when the facts do."""
    old = {one.rule.id: one for one in before.met}
    new = {one.rule.id: one for one in after.met}
    return Changes(
        added=tuple(one for key, one in new.items() if key not in old),
        gone=tuple(one for key, one in old.items() if key not in new),
        otherwise=tuple(
            (old[key], one)
            for key, one in new.items()
            if key in old and (one.text("nb"), one.needs) != (old[key].text("nb"), old[key].needs)
        ),
    )
