"""Every legal rule and every finding of this room, listed in one explicit tuple of modules.

>>> ids = [rule.id for rule in catalogue()]
>>> "T-ACT" in ids, "F-OPEN" in ids, len(ids) == len(set(ids))
(True, True, True)
"""

from typing import Protocol

from anskaff.concepts.finding import FindingKind
from anskaff.law import (
    award_criteria,
    award_letter,
    case_facts,
    change_check,
    change_facts,
    climate_weight,
    conduct,
    contract_changes,
    espd,
    lots,
    notices,
    part,
    procedure_guide,
    procedure_limits,
    procedures,
    protocol,
    qualification,
    rejection,
    remedies,
    sectors,
    social_clauses,
    splitting,
    standstill,
    tender_documents,
    thresholds,
    time_limits,
    working_days,
)
from anskaff.law.rule import Rule


class RuleModule(Protocol):
    """What every module of rules declares."""

    @property
    def RULES(self) -> tuple[Rule, ...]: ...  # noqa: N802 a module constant

    @property
    def FINDING_KINDS(self) -> tuple[FindingKind, ...]: ...  # noqa: N802 a module constant


RULE_MODULES: tuple[RuleModule, ...] = (
    thresholds,
    part,
    splitting,
    lots,
    procedure_guide,
    procedures,
    notices,
    sectors,
    working_days,
    time_limits,
    procedure_limits,
    tender_documents,
    espd,
    qualification,
    conduct,
    climate_weight,
    award_criteria,
    social_clauses,
    rejection,
    award_letter,
    standstill,
    protocol,
    contract_changes,
    change_check,
    change_facts,
    remedies,
    case_facts,
)


def catalogue() -> tuple[Rule, ...]:
    """Every rule with its id, words, source, days in force and the day it was last checked."""
    return tuple(rule for module in RULE_MODULES for rule in module.RULES)


def finding_kinds() -> tuple[FindingKind, ...]:
    """Every kind of finding that the rules of this room can give."""
    return tuple(kind for module in RULE_MODULES for kind in module.FINDING_KINDS)


def rows(language: str) -> list[dict[str, str | None]]:
    """Every rule as plain values, in `language`: id, text, source, days in force and checked."""
    return [
        {
            "id": rule.id,
            "text": rule.words.in_(language),
            "source": rule.source,
            "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
            "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
            "checked": rule.checked.isoformat(),
        }
        for rule in catalogue()
    ]
