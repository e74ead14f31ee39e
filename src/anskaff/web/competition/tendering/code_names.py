"""The names that stand beside codes in the JSON twins of competitions (UX G3, P1)."""

from collections.abc import Callable, Mapping

from anskaff.calculations import scoring
from anskaff.competition.plan import AnswerKind, RequirementKind
from anskaff.competition.public_words import KIND_WORDS, PHASE_WORDS, Phase
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.law.procedure_guide import PROCEDURE_WORDS, Procedure
from anskaff.records.proof.canonical import Json
from anskaff.web.competition.preparing import labels
from anskaff.web.notices.labels import cpv_name, nuts_name
from anskaff.web.request import language


def procedure_name(code: str) -> str:
    """The procedure in words; the code itself when it is none of ours."""
    return PROCEDURE_WORDS[Procedure(code)].in_(language()) if code in set(Procedure) else code


def _model(code: str) -> str:
    model = scoring.model_with(code)
    return model.name.in_(language()) if model else code


NAMES: Mapping[str, Callable[[str], str]] = {
    "phase": lambda code: PHASE_WORDS[Phase(code)].in_(language()),
    "contract_kind": lambda code: KIND_WORDS[ContractKind(code)].in_(language()),
    "procedure": procedure_name,
    "price_model": _model,
    "cpv": cpv_name,
    "more_cpv": cpv_name,
    "place": nuts_name,
    "criteria.kind": lambda code: str(labels.CRITERION_KINDS[CriterionKind(code)]),
    "requirements.kind": lambda code: str(labels.REQUIREMENT_KINDS[RequirementKind(code)]),
    "requirements.answer": lambda code: str(labels.ANSWER_KINDS[AnswerKind(code)]),
}
"""By the member that holds the code, with the list that it stands in where that is needed."""


def named(value: Json, inside: str = "") -> Json:
    """The same value with a member `…_label` after each code, or `…_labels` after several."""
    if isinstance(value, list | tuple):
        return [named(each, inside) for each in value]
    if not isinstance(value, Mapping):
        return value
    found: dict[str, Json] = {}
    for key, each in value.items():
        found[key] = named(each, key)
        name = NAMES.get(f"{inside}.{key}") or NAMES.get(key)
        if name and isinstance(each, str) and each:
            found[f"{key}_label"] = name(each)
        elif name and isinstance(each, list | tuple):
            found[f"{key}_labels"] = [name(str(one)) for one in each]
    return found
