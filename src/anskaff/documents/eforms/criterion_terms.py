"""Mapping rows for award and selection criteria (part of `terms.NOTICE`)."""

from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.notice import CLIMATE_CRITERION, StatedWeight, WeightKind
from anskaff.documents.eforms.paths import EXTENSION
from anskaff.documents.eforms.values import choice, flag, number, text, words
from anskaff.documents.mapping import Group, Term

CRITERION_KINDS = {
    "price": CriterionKind.PRICE,
    "cost": CriterionKind.COST,
    "quality": CriterionKind.QUALITY,
    CLIMATE_CRITERION: CriterionKind.QUALITY,
}
WEIGHT_KINDS = {
    "per-exa": WeightKind.PERCENT,
    "per-mid": WeightKind.PERCENT_MIDDLE,
    "poi-exa": WeightKind.POINTS,
    "poi-mid": WeightKind.POINTS_MIDDLE,
    "dec-exa": WeightKind.DECIMAL,
    "dec-mid": WeightKind.DECIMAL_MIDDLE,
    "ord-imp": WeightKind.ORDER,
}

WEIGHT = (
    Term("BT-541", "efbc:ParameterNumeric", "amount", number),
    Term("BT-5421", "efbc:ParameterCode[@listName='number-weight']", "kind", choice(WEIGHT_KINDS)),
    Term(
        "BT-5421..5423",
        "efbc:ParameterCode",
        "code",
        text("number-weight", "number-fixed", "number-threshold"),
    ),
)
CRITERION = (
    Term(
        "BT-539",
        "cbc:AwardingCriterionTypeCode",
        "kind",
        choice(CRITERION_KINDS, "award-criterion-type"),
    ),
    Term("BT-539 code", "cbc:AwardingCriterionTypeCode", "code", text("award-criterion-type")),
    Term("BT-734", "cbc:Name", "name", words),
    Term("BT-540", "cbc:Description", "description", words),
    Group("BT-541", f"{EXTENSION}/efac:AwardCriterionParameter", "weights", StatedWeight, WEIGHT),
)
# The Norwegian codes that say why climate is no award criterion: in the specifications, or exempt.
NATIONAL = "starts-with(normalize-space(cbc:AwardingCriterionTypeCode), 'quality-nor-env-')"
A_STATEMENT = (
    f"{NATIONAL} and normalize-space(cbc:AwardingCriterionTypeCode)!='{CLIMATE_CRITERION}'"
)
STATEMENT = (
    Term("BT-539 list", "cbc:AwardingCriterionTypeCode/@listName", "subject", text()),
    Term("BT-539", "cbc:AwardingCriterionTypeCode", "code", text()),
    Term("BT-734, BT-540", "cbc:Name | cbc:Description", "description", words),
)
SELECTION = (
    Term(
        "BT-747, BT-809",
        "cbc:CriterionTypeCode | cbc:TendererRequirementTypeCode",
        "kind",
        text("selection-criterion"),
    ),
    Term("BT-749", "cbc:Name", "name", words),
    Term("BT-750", "cbc:Description", "description", words),
    Term("BT-748", "cbc:CalculationExpressionCode", "used", text("usage")),
    Term("BT-40", "efbc:SecondStageIndicator", "second_stage", flag),
    Group("BT-752", "efac:CriterionParameter", "weights", StatedWeight, WEIGHT),
)
