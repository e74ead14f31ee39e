"""Mapping rows for results, contracts and changes (part of `terms.NOTICE`)."""

from anskaff.concepts.notice import ReceivedCount
from anskaff.documents.eforms.paths import PARTY
from anskaff.documents.eforms.values import day, flag, money, text, texts, whole, words
from anskaff.documents.mapping import Group, Term

STATISTICS = (
    Term("BT-760", "efbc:StatisticsCode", "kind", text("received-submission-type")),
    Term("BT-759", "efbc:StatisticsNumeric", "count", whole),
)
FRAMEWORK_VALUES = "efac:FrameworkAgreementValues"
LOT_RESULT = (
    Term("OPT-322", "cbc:ID", "key", text("result")),
    Term("BT-13713", "efac:TenderLot/cbc:ID", "lot", text("Lot")),
    Term("BT-142", "cbc:TenderResultCode", "outcome", text("winner-selection-status")),
    Term(
        "BT-144",
        "efac:DecisionReason/efbc:DecisionReasonCode",
        "not_awarded_because",
        text("non-award-justification"),
    ),
    Term("OPT-320", "efac:LotTender/cbc:ID", "tenders", texts("tender")),
    Term("OPT-315", "efac:SettledContract/cbc:ID", "contracts", texts("contract")),
    Term("BT-710", "cbc:LowerTenderAmount", "lowest", money),
    Term("BT-711", "cbc:HigherTenderAmount", "highest", money),
    Term("BT-709", f"{FRAMEWORK_VALUES}/cbc:MaximumValueAmount", "framework_maximum", money),
    Term("BT-660", f"{FRAMEWORK_VALUES}/efbc:ReestimatedValueAmount", "framework_estimate", money),
    Group("BT-759", "efac:ReceivedSubmissionsStatistics", "received", ReceivedCount, STATISTICS),
    Term("OPT-301-Paying", f"cac:PayerParty/{PARTY}", "payers", texts("organization")),
    Term("OPT-301-Financing", f"cac:FinancingParty/{PARTY}", "financers", texts("organization")),
)
LOT_TENDER = (
    Term("OPT-321", "cbc:ID", "key", text("tender")),
    Term("BT-3201", "efac:TenderReference/cbc:ID", "reference", text()),
    Term("BT-13714", "efac:TenderLot/cbc:ID", "lot", text("Lot", "LotsGroup")),
    Term("OPT-310", "efac:TenderingParty/cbc:ID", "party", text("tendering-party")),
    Term("BT-720", "cac:LegalMonetaryTotal/cbc:PayableAmount", "value", money),
    Term("BT-171", "cbc:RankCode", "rank", whole),
    Term("BT-1711", "efbc:TenderRankedIndicator", "ranked", flag),
    Term("BT-193", "efbc:TenderVariantIndicator", "variant", flag),
    Term(
        "BT-773", "efac:SubcontractingTerm/efbc:TermCode", "subcontracting", text("applicability")
    ),
)
TENDERING_PARTY = (
    Term("OPT-210", "cbc:ID", "key", text("tendering-party")),
    Term("OPT-211", "cbc:Name", "name", text()),
    Term("OPT-300-Tenderer", "efac:Tenderer/cbc:ID", "tenderers", texts("organization")),
    Term("OPT-301-SubCont", "efac:SubContractor/cbc:ID", "subcontractors", texts("organization")),
    Term(
        "OPT-301-MainCont",
        "efac:SubContractor/efac:MainContractor/cbc:ID",
        "main_contractors",
        texts("organization"),
    ),
)
CONTRACT = (
    Term("OPT-316", "cbc:ID", "key", text("contract")),
    Term("BT-150", "efac:ContractReference/cbc:ID", "reference", text()),
    Term("BT-721", "cbc:Title", "title", words),
    Term("BT-1451", "cbc:AwardDate", "decided", day),
    Term("BT-145", "cbc:IssueDate", "concluded", day),
    Term("BT-151", "cbc:URI", "url", text()),
    Term("BT-768", "efbc:ContractFrameworkIndicator", "in_framework", flag),
    Term("BT-3202", "efac:LotTender/cbc:ID", "tenders", texts("tender")),
    Term("OPT-300-Signatory", f"cac:SignatoryParty/{PARTY}", "signatories", texts("organization")),
)
CHANGE = (
    Term("BT-758, BT-1501(n)", "efbc:ChangedNoticeIdentifier", "notice", text()),
    Term("BT-1501(c)", "efbc:ModifiedContractIdentifier", "contract", text("contract")),
    Term(
        "BT-140, BT-200",
        "efac:ChangeReason/cbc:ReasonCode",
        "reason",
        text("change-corrig-justification", "modification-justification"),
    ),
    Term("BT-762, BT-201", "efac:ChangeReason/efbc:ReasonDescription", "reason_words", words),
    Term(
        "BT-13716, BT-1501(p)",
        "efac:Change/efac:ChangedSection/efbc:ChangedSectionIdentifier",
        "sections",
        texts(),
    ),
    Term("BT-141(a), BT-202", "efac:Change/efbc:ChangeDescription", "description", words),
    Term(
        "BT-718", "efac:Change/efbc:ProcurementDocumentsChangeIndicator", "documents_changed", flag
    ),
    Term("BT-719", "efac:Change/efbc:ProcurementDocumentsChangeDate", "documents_changed_on", day),
)
