"""Mapping rows for results, contracts and changes (part of `terms.NOTICE`)."""

from anskaff.concepts.notice import ChangedPart, PartyMember, ReceivedCount
from anskaff.documents.eforms.paths import PARTY
from anskaff.documents.eforms.values import (
    day,
    flag,
    key,
    keys,
    money,
    pointer,
    pointers,
    text,
    texts,
    whole,
    words,
)
from anskaff.documents.mapping import Group, Term

STATISTICS = (
    Term("BT-760", "efbc:StatisticsCode", "kind", text("received-submission-type")),
    Term("BT-759", "efbc:StatisticsNumeric", "count", whole),
)
FRAMEWORK_VALUES = "efac:FrameworkAgreementValues"
LOT_RESULT = (
    Term("OPT-322", "cbc:ID", "key", key("result")),
    Term("BT-13713", "efac:TenderLot/cbc:ID", "lot", pointer()),
    Term("BT-142", "cbc:TenderResultCode", "outcome", text("winner-selection-status")),
    Term(
        "BT-144",
        "efac:DecisionReason/efbc:DecisionReasonCode",
        "not_awarded_because",
        text("non-award-justification"),
    ),
    Term("OPT-320", "efac:LotTender/cbc:ID", "tenders", keys("tender"), each="efac:LotTender"),
    Term(
        "OPT-315",
        "efac:SettledContract/cbc:ID",
        "contracts",
        keys("contract"),
        each="efac:SettledContract",
    ),
    Term("BT-710", "cbc:LowerTenderAmount", "lowest", money),
    Term("BT-711", "cbc:HigherTenderAmount", "highest", money),
    Term("BT-709", f"{FRAMEWORK_VALUES}/cbc:MaximumValueAmount", "framework_maximum", money),
    Term("BT-660", f"{FRAMEWORK_VALUES}/efbc:ReestimatedValueAmount", "framework_estimate", money),
    Group("BT-759", "efac:ReceivedSubmissionsStatistics", "received", ReceivedCount, STATISTICS),
    Term("OPT-301-Paying", f"cac:PayerParty/{PARTY}", "payers", pointers(), each="cac:PayerParty"),
    Term(
        "OPT-301-Financing",
        f"cac:FinancingParty/{PARTY}",
        "financers",
        pointers(),
        each="cac:FinancingParty",
    ),
)
LOT_TENDER = (
    Term("OPT-321", "cbc:ID", "key", key("tender")),
    Term("BT-3201", "efac:TenderReference/cbc:ID", "reference", text()),
    Term("BT-13714", "efac:TenderLot/cbc:ID", "lot", pointer()),
    Term("OPT-310", "efac:TenderingParty/cbc:ID", "party", key("tendering-party")),
    Term("BT-720", "cac:LegalMonetaryTotal/cbc:PayableAmount", "value", money),
    Term("BT-171", "cbc:RankCode", "rank", whole),
    Term("BT-1711", "efbc:TenderRankedIndicator", "ranked", flag),
    Term("BT-193", "efbc:TenderVariantIndicator", "variant", flag),
    Term(
        "BT-773", "efac:SubcontractingTerm/efbc:TermCode", "subcontracting", text("applicability")
    ),
)
MEMBER = (
    Term("OPT-300-Tenderer, OPT-301-SubCont", "cbc:ID", "organisation", pointer()),
    Term("OPT-170", "efbc:GroupLeadIndicator", "leads_group", flag),
    Term(
        "OPT-301-MainCont",
        "efac:MainContractor/cbc:ID",
        "main_contractors",
        pointers(),
        each="efac:MainContractor",
    ),
)
TENDERING_PARTY = (
    Term("OPT-210", "cbc:ID", "key", key("tendering-party")),
    Term("OPT-211", "cbc:Name", "name", text()),
    Group("OPT-300-Tenderer", "efac:Tenderer", "tenderers", PartyMember, MEMBER),
    Group("OPT-301-SubCont", "efac:SubContractor", "subcontractors", PartyMember, MEMBER),
)
CONTRACT = (
    Term("OPT-316", "cbc:ID", "key", key("contract")),
    Term("BT-150", "efac:ContractReference/cbc:ID", "reference", text()),
    Term("BT-721", "cbc:Title", "title", words),
    Term("BT-1451", "cbc:AwardDate", "decided", day),
    Term("BT-145", "cbc:IssueDate", "concluded", day),
    Term("BT-151", "cbc:URI", "url", text()),
    Term("BT-768", "efbc:ContractFrameworkIndicator", "in_framework", flag),
    Term("BT-3202", "efac:LotTender/cbc:ID", "tenders", keys("tender"), each="efac:LotTender"),
    Term(
        "OPT-300-Signatory",
        f"cac:SignatoryParty/{PARTY}",
        "signatories",
        pointers(),
        each="cac:SignatoryParty",
    ),
)
CHANGED = (
    Term(
        "BT-13716, BT-1501(p)",
        "efac:ChangedSection/efbc:ChangedSectionIdentifier",
        "sections",
        texts(),
        each="efac:ChangedSection",
    ),
    Term("BT-141(a), BT-202", "efbc:ChangeDescription", "description", words),
    Term("BT-718", "efbc:ProcurementDocumentsChangeIndicator", "documents_changed", flag),
    Term("BT-719", "efbc:ProcurementDocumentsChangeDate", "documents_changed_on", day),
)
CHANGE = (
    Term("BT-758, BT-1501(n)", "efbc:ChangedNoticeIdentifier", "notice", text()),
    Term("BT-1501(c)", "efbc:ModifiedContractIdentifier", "contract", key("contract")),
    Term(
        "BT-140, BT-200",
        "efac:ChangeReason/cbc:ReasonCode",
        "reason",
        text("change-corrig-justification", "modification-justification"),
    ),
    Term("BT-762, BT-201", "efac:ChangeReason/efbc:ReasonDescription", "reason_words", words),
    Group("BT-141(a), BT-202", "efac:Change", "parts", ChangedPart, CHANGED),
)
