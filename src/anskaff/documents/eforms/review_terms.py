"""Mapping rows for complaints and what came of them (part of `terms.NOTICE`)."""

from anskaff.documents.eforms.paths import PARTY
from anskaff.documents.eforms.values import (
    day,
    flag,
    key,
    money,
    pointer,
    pointers,
    text,
    texts,
    words,
)
from anskaff.documents.mapping import Term

BODY = "efac:AppealProcessingParty"
REVIEW = (
    Term("BT-804", "cbc:ID", "key", key("review")),
    Term("BT-783", "efbc:AppealStageCode", "stage", text("review-information-type")),
    Term("BT-784", "efbc:AppealID", "identifier", text()),
    Term("BT-785", "efbc:PreviousAppealID", "follows", text()),
    Term("BT-786", "efac:AppealedItem/cbc:ID", "about", texts(), each="efac:AppealedItem"),
    Term("BT-787", "cbc:Date", "on", day),
    Term("BT-788", "cbc:Title", "title", words),
    Term("BT-789", "cbc:Description", "description", words),
    Term("BT-807", f"{BODY}/cac:Party/{PARTY}", "body", pointer()),
    Term(
        "BT-799",
        f"{BODY}/efbc:AppealProcessingPartyTypeCode",
        "body_kind",
        text("review-body-type"),
    ),
    Term(
        "BT-808",
        f"efac:AppealingParty/cac:Party/{PARTY}",
        "applicants",
        pointers(),
        each="efac:AppealingParty",
    ),
    Term(
        "BT-791",
        "efac:AppealIrregularity/efbc:IrregularityTypeCode",
        "irregularities",
        texts("irregularity-type"),
        each="efac:AppealIrregularity",
    ),
    Term(
        "BT-790",
        "efac:AppealDecision/efbc:DecisionTypeCode",
        "decisions",
        texts("review-decision-type"),
        each="efac:AppealDecision",
    ),
    Term(
        "BT-792",
        "efac:AppealRemedy/efbc:RemedyTypeCode",
        "remedies",
        texts("remedy-type"),
        each="efac:AppealRemedy",
    ),
    Term("BT-793", "efbc:AppealRemedyValue", "remedy_value", money),
    Term("BT-795", "cbc:FeeAmount", "fee", money),
    Term("BT-794", "cbc:URI", "url", text()),
    Term("BT-796", "efbc:WithdrawnAppealIndicator", "withdrawn", flag),
    Term("BT-797", "efbc:WithdrawnAppealDate", "withdrawn_on", day),
    Term("BT-798", "efbc:WithdrawnAppealReasons", "withdrawn_because", words),
)
