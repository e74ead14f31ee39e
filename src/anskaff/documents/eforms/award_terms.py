"""Mapping rows for results, contracts and changes (part of `terms.NOTICE`)."""

from anskaff.concepts.notice import (
    AppliedMeasure,
    ChangedPart,
    ContractAsset,
    CountedAssets,
    MeasuredAssets,
    PartyMember,
    ReceivedCount,
    StrategicContract,
    StrategicDetail,
    StrategicResult,
    TenderTerm,
)
from anskaff.documents.eforms.paths import PARTY
from anskaff.documents.eforms.shared_terms import funding, withheld
from anskaff.documents.eforms.values import (
    asset,
    day,
    earlier_notice,
    flag,
    key,
    keys,
    kilometres,
    money,
    number,
    pointer,
    pointers,
    text,
    texts,
    whole,
    words,
)
from anskaff.documents.mapping import Group, Term

STATISTICS = (
    Term("BT-760 list", "efbc:StatisticsCode/@listName", "of", text()),
    Term("BT-760, BT-636, BT-712(a)", "efbc:StatisticsCode", "kind", text()),
    Term("BT-759, BT-635, BT-712(b)", "efbc:StatisticsNumeric", "count", whole),
    withheld(),
)
COUNTED = (
    Term("OPT-155", "efbc:StatisticsCode", "kind", text("vehicles")),
    Term("OPT-156, BT-815", "efbc:StatisticsNumeric", "count", number),
)
METRIC = (
    Term("OPT-080, OPT-081", "efbc:AssetMetricCode", "kind", text("metric-type")),
    Term("BT-813, BT-814", "efbc:AssetMetricNumeric", "kilowatt_hours_a_year", number),
)
DETAIL = (
    Term("BT-811(a)", "efbc:LegalFrameworkCode", "framework", text("energy-efficiency-basis")),
    Term("BT-723, BT-811(b)", "efbc:AssetCategoryCode", "category", asset),
    Term("BT-812", "efac:AssetLabel/efbc:LabelCode", "label", text("energy-efficiency-label")),
    Group("OPT-156", "efac:StrategicProcurementStatistics", "counts", CountedAssets, COUNTED),
    Group("BT-813, BT-814", "efac:AssetMetric", "metrics", MeasuredAssets, METRIC),
)
MEASURE = (
    Term(
        "BT-685", "efbc:MeasureCode", "code", text("international-procurement-instrument-measure")
    ),
    Term("BT-686", "efac:MeasureStatistics/efbc:StatisticsNumeric", "tenders", whole),
    Term(
        "BT-687",
        "efac:MeasureException/efbc:ExceptionCode",
        "exception",
        text("international-procurement-instrument-application"),
    ),
    Term("BT-688", "efac:MeasureException/efbc:ExceptionDescription", "exception_words", words),
)
STRATEGIC_CONTRACT = (
    Term("BT-735", "efbc:ProcurementCategoryCode", "category", text("cvd-contract-type")),
    Group("BT-723", "efac:ProcurementDetails", "details", StrategicDetail, DETAIL),
    Group("BT-685", "efac:AppliedMeasure", "measures", AppliedMeasure, MEASURE),
)
STRATEGIC = (
    Term("BT-717 list", "efbc:ApplicableLegalBasis/@listName", "subject", text()),
    Term("BT-717", "efbc:ApplicableLegalBasis", "code", text()),
    Group(
        "BT-735",
        "efac:StrategicProcurementInformation",
        "contract_kinds",
        StrategicContract,
        STRATEGIC_CONTRACT,
    ),
)
GROUP_FRAMEWORK = (
    Term("BT-556", "efac:TenderLot/cbc:ID", "group", pointer()),
    Term("BT-156", "efbc:GroupFrameworkMaximumValueAmount", "maximum", money),
    Term("BT-1561", "efbc:GroupFrameworkReestimatedValueAmount", "estimate", money),
    withheld(),
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
    Group("BT-635", "efac:AppealRequestsStatistics", "complaints", ReceivedCount, STATISTICS),
    Term("BT-119", "efbc:DPSTerminationIndicator", "dynamic_purchasing_ends", flag),
    Group("BT-735", "efac:StrategicProcurement", "strategies", StrategicResult, STRATEGIC),
    withheld(),
    withheld("efac:DecisionReason/", "not_awarded_withheld"),
    withheld(f"{FRAMEWORK_VALUES}/", "framework_withheld"),
    Term("OPT-301-Paying", f"cac:PayerParty/{PARTY}", "payers", pointers(), each="cac:PayerParty"),
    Term(
        "OPT-301-Financing",
        f"cac:FinancingParty/{PARTY}",
        "financers",
        pointers(),
        each="cac:FinancingParty",
    ),
)
SUBCONTRACTING = "efac:SubcontractingTerm[efbc:TermCode/@listName='applicability']"
REVENUE = "efac:ConcessionRevenue"
TENDER_TERM = (
    Term("OPP-030 list", "efbc:TermCode/@listName", "subject", text()),
    Term("OPP-030, OPP-033, OPP-035", "efbc:TermCode", "code", text()),
    Term("OPP-031, OPP-034", "efbc:TermDescription", "description", words),
    Term("OPP-032", "efbc:TermPercent", "percent", number),
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
    Term("BT-773", f"{SUBCONTRACTING}/efbc:TermCode", "subcontracting", text("applicability")),
    Term("BT-553", f"{SUBCONTRACTING}/efbc:TermAmount", "subcontracted", money),
    Term("BT-555", f"{SUBCONTRACTING}/efbc:TermPercent", "subcontracted_percent", number),
    Term("BT-554", f"{SUBCONTRACTING}/efbc:TermDescription", "subcontracted_words", words),
    Term("BT-730", f"{SUBCONTRACTING}/efbc:ValueKnownIndicator", "subcontracted_known", flag),
    Term(
        "BT-731",
        f"{SUBCONTRACTING}/efbc:PercentageKnownIndicator",
        "subcontracted_percent_known",
        flag,
    ),
    Term("BT-160", f"{REVENUE}/efbc:RevenueBuyerAmount", "revenue_from_buyer", money),
    Term("BT-162", f"{REVENUE}/efbc:RevenueUserAmount", "revenue_from_users", money),
    Term("BT-163", f"{REVENUE}/efbc:ValueDescription", "revenue_words", words),
    Term("BT-191", "efac:Origin/efbc:AreaCode", "origins", texts("country"), each="efac:Origin"),
    Term(
        "BT-682",
        "efbc:ForeignSubsidiesMeasuresCode",
        "foreign_subsidies",
        text("foreign-subsidy-measure-conclusion"),
    ),
    Term("BT-779", "efac:AggregatedAmounts/cbc:PaidAmount", "paid", money),
    Term("BT-780", "efac:AggregatedAmounts/efbc:PaidAmountDescription", "paid_words", words),
    Term("BT-782", "efac:AggregatedAmounts/efbc:PenaltiesAmount", "penalties", money),
    Term("OPP-080", "efbc:PublicTransportationCumulatedDistance", "kilometres", kilometres),
    Group("OPP-030", "efac:ContractTerm", "contract_terms", TenderTerm, TENDER_TERM),
    withheld(),
    withheld(f"{SUBCONTRACTING}/", "subcontracting_withheld"),
    withheld(f"{REVENUE}/", "revenue_withheld"),
    withheld("efac:Origin/", "origins_withheld"),
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
ASSET = (
    Term("OPP-021", "efbc:AssetDescription", "description", words),
    Term("OPP-022", "efbc:AssetSignificance", "significance", text()),
    Term("OPP-023", "efbc:AssetPredominance", "predominance", text()),
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
    funding(),
    Term("OPT-100", "cac:NoticeDocumentReference/cbc:ID", "framework_notice", earlier_notice()),
    Term("OPP-020", "efac:DurationJustification/efbc:ExtendedDurationIndicator", "extended", flag),
    Group(
        "OPP-021",
        "efac:DurationJustification/efac:AssetsList/efac:Asset",
        "assets",
        ContractAsset,
        ASSET,
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


def change(justification: str) -> tuple[Term | Group, ...]:
    """A change of a notice or of a contract; the code lists of their reasons differ."""
    return (
        Term("BT-758, BT-1501(n)", "efbc:ChangedNoticeIdentifier", "notice", text()),
        Term("BT-1501(c)", "efbc:ModifiedContractIdentifier", "contract", key("contract")),
        Term("BT-140, BT-200", "efac:ChangeReason/cbc:ReasonCode", "reason", text(justification)),
        Term("BT-762, BT-201", "efac:ChangeReason/efbc:ReasonDescription", "reason_words", words),
        Group("BT-141(a), BT-202", "efac:Change", "parts", ChangedPart, CHANGED),
    )
