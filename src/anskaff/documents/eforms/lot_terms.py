"""Mapping rows for a lot, a group of lots or a part (part of `terms.NOTICE`)."""

from anskaff.concepts.notice import (
    EarlierNotice,
    LotKind,
    NoticeCondition,
    NoticeCriterion,
    NoticeDocument,
    NoticeGuidance,
    NoticePrize,
    NoticeSelection,
    StrategicResult,
    SubcontractingDuty,
)
from anskaff.documents.eforms.award_terms import STRATEGIC
from anskaff.documents.eforms.criterion_terms import A_STATEMENT, CRITERION, SELECTION, STATEMENT
from anskaff.documents.eforms.party_terms import organisation
from anskaff.documents.eforms.paths import EXTENSION, PARTY, PROCESS, PROJECT, TERMS
from anskaff.documents.eforms.project_terms import OTHER_TYPES, project
from anskaff.documents.eforms.shared_terms import funding, withheld
from anskaff.documents.eforms.values import (
    choice,
    day,
    duration,
    earlier_notice,
    flag,
    instant,
    languages,
    money,
    number,
    text,
    texts,
    whole,
    words,
)
from anskaff.documents.mapping import Group, Term

LOT_KINDS = {"Lot": LotKind.LOT, "LotsGroup": LotKind.GROUP, "Part": LotKind.PART}

QUALIFICATION = f"{TERMS}/cac:TendererQualificationRequest"
LEGAL_FORM = f"{QUALIFICATION}[not(cac:SpecificTendererRequirement)]"


def requirements(term: str, of: str, target: str) -> Group:
    """Requirements of one code list; those of a list stand together in a request of their own."""
    listed = f"cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode/@listName='{of}'"
    rows = (
        Term(term, "cbc:TendererRequirementTypeCode", "code", text(of)),
        Term(f"{term} text", "cbc:Description", "description", words),
    )
    path = f"{QUALIFICATION}[{listed}]/cac:SpecificTendererRequirement"
    return Group(term, path, target, NoticeCondition, rows)


CONDITION = (
    Term("BT-736 list", "cbc:ExecutionRequirementCode/@listName", "subject", text()),
    Term("BT-736, BT-743, BT-744, BT-764, BT-801", "cbc:ExecutionRequirementCode", "code", text()),
    Term("BT-70, BT-802, OPT-072", "cbc:Description", "description", words),
)
STRATEGY = (
    Term("BT-06 list", "cbc:ProcurementTypeCode/@listName", "subject", text()),
    Term("BT-06, BT-754, BT-774..776, BT-805", "cbc:ProcurementTypeCode", "code", text()),
    Term("BT-755, BT-777", "cbc:ProcurementType", "description", words),
)
DOCUMENT = (
    Term("OPT-140", "cbc:ID", "key", text()),
    Term("BT-14", "cbc:DocumentType", "kind", text()),
    Term(
        "BT-707", "cbc:DocumentTypeCode", "restricted_because", text("communication-justification")
    ),
    Term(
        "BT-708",
        f"{EXTENSION}/efac:OfficialLanguages/cac:Language/cbc:ID",
        "languages",
        languages,
        each="cac:Language",
    ),
    Term(
        "BT-737",
        f"{EXTENSION}/efac:NonOfficialLanguages/cac:Language/cbc:ID",
        "more_languages",
        languages,
        each="cac:Language",
    ),
    Term("BT-708 (before)", "cbc:LanguageID", "language", text()),
    Term("BT-15, BT-615", "cac:Attachment/cac:ExternalReference/cbc:URI", "url", text()),
)
GUIDE = (
    Term("OPT-111..113", "cbc:ID", "key", text()),
    Term(
        "OPT-110, OPT-120, OPT-130", "cac:Attachment/cac:ExternalReference/cbc:URI", "url", text()
    ),
    Term("OPT-301-Legis", f"cac:IssuerParty/{PARTY}", "organisation", organisation),
)
SUBCONTRACT = (
    Term("BT-65", "cbc:SubcontractingConditionsCode", "code", text("subcontracting-obligation")),
    Term("BT-64", "cbc:MinimumPercent", "fewest_percent", number),
    Term("BT-729", "cbc:MaximumPercent", "most_percent", number),
)
EARLIER = (
    Term("BT-125", "cbc:ID", "notice", earlier_notice()),
    Term("BT-1251", "cbc:ReferencedDocumentInternalAddress", "part", text()),
)
PRIZE = (
    Term("BT-44", "cbc:RankCode", "rank", whole),
    Term("BT-644", "cbc:ValueAmount", "value", money),
    Term("BT-45", "cbc:Description", "description", words),
)

NOT_SUBMITTED = "no-esubmission-justification"
NO_ELECTRONIC = (
    f"{PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='{NOT_SUBMITTED}']"
)
SUBCONTRACTS = f"{TERMS}/cac:AllowedSubcontractTerms"
EXTRA = f"{PROJECT}/cac:ContractExtension"
PERIOD = f"{PROJECT}/cac:PlannedPeriod"
AWARDING = f"{TERMS}/cac:AwardingTerms"
CRITERIA = f"{AWARDING}/cac:AwardingCriterion"
APPEAL = f"{TERMS}/cac:AppealTerms"
SHORT_LIST = f"{PROCESS}/cac:EconomicOperatorShortList"
FRAMEWORK = f"{PROCESS}/cac:FrameworkAgreement"
SYSTEM = f"{PROCESS}/cac:ContractingSystem"
SYSTEM_CODE = "cbc:ContractingSystemTypeCode"
OPENING = f"{PROCESS}/cac:OpenTenderEvent"
AUCTION = f"{PROCESS}/cac:AuctionTerms"
LATER = "cac:SubsequentProcessTenderRequirement[cbc:Name='buyer-categories']"

LOT = (
    Term("BT-137", "cbc:ID", "key", text()),
    Term("BT-137 scheme", "cbc:ID/@schemeName", "kind", choice(LOT_KINDS)),
    *project(PROJECT),
    Group("BT-06", f"{PROJECT}/{OTHER_TYPES}", "strategies", NoticeCondition, STRATEGY),
    Term("BT-25", f"{PROJECT}/cbc:EstimatedOverallContractQuantity", "quantity", number),
    Term(
        "BT-625",
        f"{PROJECT}/cbc:EstimatedOverallContractQuantity/@unitCode",
        "quantity_unit",
        text(),
    ),
    Term("BT-726", f"{PROJECT}/cbc:SMESuitableIndicator", "suits_small", flag),
    Term("BT-36", f"{PERIOD}/cbc:DurationMeasure", "duration", duration),
    Term("BT-536", f"{PERIOD}/cbc:StartDate", "starts", day),
    Term("BT-537", f"{PERIOD}/cbc:EndDate", "ends", day),
    Term(
        "BT-538",
        f"{PERIOD}/cbc:DescriptionCode",
        "duration_other",
        text("timeperiod", "duration", "Duration"),
    ),
    Term("BT-781", f"{PERIOD}/cbc:Description", "duration_words", words),
    Term("BT-54", f"{EXTRA}/cbc:OptionsDescription", "options", words),
    Term("BT-58", f"{EXTRA}/cbc:MaximumNumberNumeric", "renewals_most", whole),
    Term("BT-57", f"{EXTRA}/cac:Renewal/cac:Period/cbc:Description", "renewals", words),
    Group(
        "BT-539",
        f"{CRITERIA}/cac:SubordinateAwardingCriterion[not({A_STATEMENT})]",
        "award_criteria",
        NoticeCriterion,
        CRITERION,
    ),
    Group(
        "BT-539 (Norway)",
        f"{CRITERIA}/cac:SubordinateAwardingCriterion[{A_STATEMENT}]",
        "climate_statements",
        NoticeCondition,
        STATEMENT,
    ),
    Term("BT-543", f"{CRITERIA}/cbc:CalculationExpression", "weighing", words),
    Term("BT-733", f"{CRITERIA}/cbc:Description", "order_reason", words),
    withheld(f"{CRITERIA}/{EXTENSION}/", "weighing_withheld"),
    Group("BT-644", f"{AWARDING}/cac:Prize", "prizes", NoticePrize, PRIZE),
    Term("BT-42", f"{AWARDING}/cbc:BindingOnBuyerIndicator", "jury_binds", flag),
    Term("BT-41", f"{AWARDING}/cbc:FollowupContractIndicator", "contract_follows", flag),
    Term("BT-120", f"{AWARDING}/cbc:NoFurtherNegotiationIndicator", "no_negotiation", flag),
    Group(
        "BT-747",
        f"{TERMS}/{EXTENSION}/efac:SelectionCriteria",
        "selection_criteria",
        NoticeSelection,
        SELECTION,
    ),
    requirements("BT-71", "reserved-procurement", "reserved"),
    Term("BT-761", f"{LEGAL_FORM}/cbc:CompanyLegalFormCode", "legal_form", text("required")),
    Term("BT-76", f"{LEGAL_FORM}/cbc:CompanyLegalForm", "legal_form_words", words),
    requirements("BT-771", "missing-info-submission", "missing_information"),
    requirements("BT-821", "selection-criteria-source", "selection_sources"),
    Group(
        "BT-736",
        f"{TERMS}/cac:ContractExecutionRequirement",
        "conditions",
        NoticeCondition,
        CONDITION,
    ),
    Group(
        "BT-15",
        f"{TERMS}/cac:CallForTendersDocumentReference",
        "documents",
        NoticeDocument,
        DOCUMENT,
    ),
    Term("BT-18", f"{TERMS}/cac:TenderRecipientParty/cbc:EndpointID", "submission_url", text()),
    Term("BT-17", f"{PROCESS}/cbc:SubmissionMethodCode", "submission", text("esubmission")),
    Term("BT-97", f"{TERMS}/cac:Language/cbc:ID", "languages", languages, each="cac:Language"),
    Term("BT-63", f"{TERMS}/cbc:VariantConstraintCode", "variants", text("permission")),
    Term("BT-769", f"{TERMS}/cbc:MultipleTendersCode", "multiple_tenders", text("permission")),
    Term("BT-60", f"{TERMS}/cbc:FundingProgramCode", "eu_funding", texts("eu-funded")),
    Term("BT-94", f"{TERMS}/cbc:RecurringProcurementIndicator", "recurring", flag),
    Term("BT-95", f"{TERMS}/cbc:RecurringProcurementDescription", "recurring_words", words),
    Term(
        "BT-578",
        f"{TERMS}/cac:SecurityClearanceTerm/cbc:Code",
        "security_clearance",
        text("required"),
    ),
    Term(
        "BT-732",
        f"{TERMS}/cac:SecurityClearanceTerm/cbc:Description",
        "security_clearance_words",
        words,
    ),
    Term(
        "BT-79", f"{TERMS}/cbc:RequiredCurriculaCode", "names_of_staff", text("requirement-stage")
    ),
    Term(
        "BT-751",
        f"{TERMS}/cac:RequiredFinancialGuarantee/cbc:GuaranteeTypeCode",
        "guarantee",
        text("tender-guarantee-required"),
    ),
    Term(
        "BT-75", f"{TERMS}/cac:RequiredFinancialGuarantee/cbc:Description", "guarantee_words", words
    ),
    Term("BT-77", f"{TERMS}/cac:PaymentTerms/cbc:Note", "payment", words),
    Term(
        "BT-92",
        f"{TERMS}/cac:PostAwardProcess/cbc:ElectronicOrderUsageIndicator",
        "electronic_order",
        flag,
    ),
    Term(
        "BT-93",
        f"{TERMS}/cac:PostAwardProcess/cbc:ElectronicPaymentUsageIndicator",
        "electronic_payment",
        flag,
    ),
    Term("BT-98", f"{TERMS}/cac:TenderValidityPeriod/cbc:DurationMeasure", "validity", duration),
    Term("BT-98 (day)", f"{TERMS}/cac:TenderValidityPeriod/cbc:EndDate", "valid_until", day),
    Term("BT-99", f"{APPEAL}/cac:PresentationPeriod/cbc:Description", "appeal_deadline", words),
    Term(
        "OPT-301-ReviewOrg",
        f"{APPEAL}/cac:AppealReceiverParty/{PARTY}",
        "appeal_body",
        organisation,
    ),
    Term(
        "OPT-301-ReviewInfo",
        f"{APPEAL}/cac:AppealInformationParty/{PARTY}",
        "appeal_information",
        organisation,
    ),
    Term("OPT-301-Mediator", f"{APPEAL}/cac:MediationParty/{PARTY}", "mediator", organisation),
    Term(
        "OPT-301-AddInfo",
        f"{TERMS}/cac:AdditionalInformationParty/{PARTY}",
        "information_from",
        organisation,
    ),
    Term(
        "OPT-301-DocProvider",
        f"{TERMS}/cac:DocumentProviderParty/{PARTY}",
        "documents_from",
        organisation,
    ),
    Term(
        "OPT-301-TenderReceipt",
        f"{TERMS}/cac:TenderRecipientParty/{PARTY}",
        "tenders_to",
        organisation,
    ),
    Term(
        "OPT-301-TenderEval",
        f"{TERMS}/cac:TenderEvaluationParty/{PARTY}",
        "evaluated_by",
        organisation,
    ),
    Term(
        "BT-131",
        f"{PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate",
        "tender_deadline",
        instant,
    ),
    Term(
        "BT-1311",
        f"{PROCESS}/cac:ParticipationRequestReceptionPeriod/cbc:EndDate",
        "request_deadline",
        instant,
    ),
    Term(
        "BT-630",
        f"{PROCESS}/{EXTENSION}/efac:InterestExpressionReceptionPeriod/cbc:EndDate",
        "interest_deadline",
        instant,
    ),
    Term(
        "BT-13",
        f"{PROCESS}/cac:AdditionalInformationRequestPeriod/cbc:EndDate",
        "question_deadline",
        instant,
    ),
    Term(
        "BT-800",
        f"{PROCESS}/{EXTENSION}/efac:AnswerReceptionPeriod/cbc:EndDate",
        "answer_deadline",
        instant,
    ),
    Term(
        "BT-130", f"{PROCESS}/cac:InvitationSubmissionPeriod/cbc:StartDate", "invitation_day", day
    ),
    Term("BT-132", f"{OPENING}/cbc:OccurrenceDate", "opening", instant),
    Term("BT-133", f"{OPENING}/cac:OccurenceLocation/cbc:Description", "opening_place", words),
    Term("BT-134", f"{OPENING}/cbc:Description", "opening_words", words),
    Term(
        "BT-765",
        f"{SYSTEM}[{SYSTEM_CODE}/@listName='framework-agreement']/{SYSTEM_CODE}",
        "framework",
        text("framework-agreement"),
    ),
    Term(
        "BT-766",
        f"{SYSTEM}[{SYSTEM_CODE}/@listName='dps-usage']/{SYSTEM_CODE}",
        "dynamic_purchasing",
        text("dps-usage"),
    ),
    Term("BT-113", f"{FRAMEWORK}/cbc:MaximumOperatorQuantity", "framework_participants", whole),
    Term("BT-109", f"{FRAMEWORK}/cbc:Justification", "framework_reason", words),
    Term("OPT-090", f"{FRAMEWORK}/{LATER}/cbc:Name", "framework_buyers_stated", text()),
    Term("BT-111", f"{FRAMEWORK}/{LATER}/cbc:Description", "framework_buyers", words),
    Term("BT-767", f"{AUCTION}/cbc:AuctionConstraintIndicator", "auction", flag),
    Term("BT-122", f"{AUCTION}/cbc:Description", "auction_words", words),
    Term("BT-123", f"{AUCTION}/cbc:AuctionURI", "auction_url", text()),
    Term("BT-115", f"{PROCESS}/cbc:GovernmentAgreementConstraintIndicator", "gpa", flag),
    Term("BT-50", f"{SHORT_LIST}/cbc:MinimumQuantity", "fewest_candidates", whole),
    Term("BT-51", f"{SHORT_LIST}/cbc:MaximumQuantity", "most_candidates", whole),
    Term("BT-661", f"{SHORT_LIST}/cbc:LimitationDescription", "candidates_limited", text()),
    Term(
        "BT-52", f"{PROCESS}/cbc:CandidateReductionConstraintIndicator", "candidates_reduced", flag
    ),
    *(
        Group(
            name, f"{TERMS}/cac:{kind}LegislationDocumentReference", target, NoticeGuidance, GUIDE
        )
        for name, kind, target in (
            ("OPT-111", "Fiscal", "tax_guidance"),
            ("OPT-112", "Environmental", "environment_guidance"),
            ("OPT-113", "Employment", "employment_guidance"),
        )
    ),
    Group(
        "BT-717",
        f"{TERMS}/{EXTENSION}/efac:StrategicProcurement",
        "strategic",
        StrategicResult,
        STRATEGIC,
    ),
    Term("BT-19", f"{NO_ELECTRONIC}/cbc:ProcessReasonCode", "no_electronic", text(NOT_SUBMITTED)),
    Term(
        "BT-745",
        f"{PROCESS}/cac:ProcessJustification/cbc:Description",
        "no_electronic_words",
        words,
    ),
    funding(f"{TERMS}/{EXTENSION}/"),
    Term(
        "BT-46",
        f"{AWARDING}/cac:TechnicalCommitteePerson/cbc:FamilyName",
        "jury",
        texts(),
        each="cac:TechnicalCommitteePerson",
    ),
    Term(
        "BT-47",
        f"{TERMS}/cac:EconomicOperatorShortList/cac:PreSelectedParty/cac:PartyName/cbc:Name",
        "preselected",
        texts(),
        each="cac:PreSelectedParty",
    ),
    Term(
        "BT-157",
        f"{FRAMEWORK}/cbc:EstimatedMaximumValueAmount",
        "framework_group_maximum",
        money,
    ),
    Term("BT-634", f"{PROCESS}/{EXTENSION}/efbc:ProcedureRelaunchIndicator", "relaunched", flag),
    Term(
        "BT-631",
        f"{PROCESS}/cac:ParticipationInvitationPeriod/cbc:StartDate",
        "confirm_interest_from",
        day,
    ),
    Term("BT-78", f"{TERMS}/cbc:LatestSecurityClearanceDate", "security_clearance_by", day),
    Group("BT-65", SUBCONTRACTS, "subcontracting_duties", SubcontractingDuty, SUBCONTRACT),
    Term(
        "BT-651",
        f"{TERMS}/{EXTENSION}/efac:TenderSubcontractingRequirements"
        "/efbc:TenderSubcontractingRequirementsCode",
        "subcontracting_stated",
        texts("subcontracting-indication"),
        each="efac:TenderSubcontractingRequirements",
    ),
    Term("BT-632", f"{PROCESS}/{EXTENSION}/efbc:AccessToolName", "tool", text()),
    Term("BT-124", f"{PROCESS}/cbc:AccessToolsURI", "tool_url", text()),
    Group(
        "BT-125",
        f"{PROCESS}/cac:NoticeDocumentReference",
        "previous_notices",
        EarlierNotice,
        EARLIER,
    ),
)
