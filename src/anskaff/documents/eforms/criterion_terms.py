"""Mapping rows for award and selection criteria (part of `terms.NOTICE`)."""

from anskaff.concepts.notice import (
    CLIMATE_CRITERION,
    CRITERION_KINDS,
    WEIGHT_KINDS,
    StatedWeight,
)
from anskaff.documents.eforms.paths import EXTENSION
from anskaff.documents.eforms.shared_terms import withheld
from anskaff.documents.eforms.values import flag, known, number, text, words
from anskaff.documents.mapping import Group, Term

NUMBERS = {
    **dict.fromkeys(WEIGHT_KINDS, "number-weight"),
    **dict.fromkeys(("fix-tot", "fix-unit"), "number-fixed"),
    **dict.fromkeys(("max-pass", "min-score"), "number-threshold"),
}

WEIGHT = (
    Term("BT-541", "efbc:ParameterNumeric", "amount", number),
    Term("BT-5421..5423", "efbc:ParameterCode", "code", known(NUMBERS, NUMBERS.__getitem__)),
    withheld(),
)
CRITERION = (
    Term(
        "BT-539",
        "cbc:AwardingCriterionTypeCode",
        "code",
        known(CRITERION_KINDS, lambda _: "award-criterion-type"),
    ),
    Term("BT-734", "cbc:Name", "name", words),
    Term("BT-540", "cbc:Description", "description", words),
    Group("BT-541", f"{EXTENSION}/efac:AwardCriterionParameter", "weights", StatedWeight, WEIGHT),
    withheld(f"{EXTENSION}/"),
)
# The Norwegian codes that say why climate is no award criterion: in the specifications, or exempt.
NATIONAL = "starts-with(normalize-space(cbc:AwardingCriterionTypeCode), 'quality-nor-env-')"
A_STATEMENT = (
    f"{NATIONAL} and normalize-space(cbc:AwardingCriterionTypeCode)!='{CLIMATE_CRITERION}'"
)
STATEMENT = (
    Term("BT-539 list", "cbc:AwardingCriterionTypeCode/@listName", "subject", text()),
    Term("BT-539", "cbc:AwardingCriterionTypeCode", "code", text()),
    Term("BT-734", "cbc:Name", "name", words),
    Term("BT-540", "cbc:Description", "description", words),
)
SELECTION = (
    Term("BT-809", "cbc:TendererRequirementTypeCode", "code", text("selection-criterion")),
    Term("BT-747", "cbc:CriterionTypeCode", "code_before", text("selection-criterion")),
    Term("BT-749", "cbc:Name", "name", words),
    Term("BT-750", "cbc:Description", "description", words),
    Term("BT-748", "cbc:CalculationExpressionCode", "used", text("usage")),
    Term("BT-40", "efbc:SecondStageIndicator", "second_stage", flag),
    Group("BT-752", "efac:CriterionParameter", "weights", StatedWeight, WEIGHT),
)
