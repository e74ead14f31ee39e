"""The mapping table of eForms: business term, path, field, converter (D6).

Paths are XPath from the row's group. Source: eForms SDK 1.14.2, `fields.json`; where older SDKs
(1.7 and up) wrote a term elsewhere or under another list name, both are given.
"""

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.notice import (
    CLIMATE_CRITERION,
    AwardedTender,
    LotKind,
    LotResult,
    NoticeBuyer,
    NoticeChange,
    NoticeCondition,
    NoticeCriterion,
    NoticeDocument,
    NoticeForm,
    NoticeGuidance,
    NoticeLot,
    NoticeOrganisation,
    NoticePlace,
    NoticePrize,
    NoticeReading,
    NoticeSelection,
    SettledContract,
    StatedWeight,
    TenderingParty,
    WeightKind,
)
from anskaff.documents.eforms.award_terms import (
    CHANGE,
    CONTRACT,
    LOT_RESULT,
    LOT_TENDER,
    TENDERING_PARTY,
)
from anskaff.documents.eforms.party_terms import BUYER, ORGANISATION, TOUCH_POINT, organisation
from anskaff.documents.eforms.paths import EXTENSION, PARTY, PROCESS, PROJECT, RESULT, TERMS
from anskaff.documents.eforms.values import (
    award_day,
    choice,
    choices,
    day,
    duration,
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

FORMS = {
    "planning": NoticeForm.PLANNING,
    "consultation": NoticeForm.CONSULTATION,
    "competition": NoticeForm.COMPETITION,
    "dir-awa-pre": NoticeForm.DIRECT_AWARD,
    "result": NoticeForm.RESULT,
    "cont-modif": NoticeForm.MODIFICATION,
    "completion": NoticeForm.COMPLETION,
}
NATURES = {
    "supplies": ContractKind.GOODS,
    "services": ContractKind.SERVICES,
    "works": ContractKind.WORKS,
}
LOT_KINDS = {"lot": LotKind.LOT, "lotsgroup": LotKind.GROUP, "part": LotKind.PART}
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

nature = choice(NATURES, "contract-nature")
cpv = text("cpv")

PLACE = (
    Term("BT-5071", "cac:Address/cbc:CountrySubentityCode", "nuts", text("nuts", "nuts-lvl3")),
    Term("BT-5141", "cac:Address/cac:Country/cbc:IdentificationCode", "country", text("country")),
    Term("BT-5131", "cac:Address/cbc:CityName", "city", text()),
    Term("BT-5121", "cac:Address/cbc:PostalZone", "postcode", text()),
    Term("BT-5101(a)", "cac:Address/cbc:StreetName", "street", text()),
    Term("BT-5101(b)", "cac:Address/cbc:AdditionalStreetName", "street_more", text()),
    Term("BT-5101(c)", "cac:Address/cac:AddressLine/cbc:Line", "street_line", text()),
    Term("BT-727", "cac:Address/cbc:Region", "anywhere", text()),
    Term("BT-728", "cbc:Description", "description", words),
)


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
REQUIREMENT_LISTS = (
    "reserved-procurement",
    "missing-info-submission",
    "selection-criteria-source",
    "exclusion-ground",
    "exclusion-grounds-source",
)
REQUIREMENT = (
    Term("BT-71 list", "cbc:TendererRequirementTypeCode/@listName", "subject", text()),
    Term("BT-71, BT-771, BT-67(a)", "cbc:TendererRequirementTypeCode", "code", text()),
    Term("BT-772, BT-67(b)", "cbc:Description", "description", words),
)
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
        "BT-708, BT-737",
        f"cbc:LanguageID | {EXTENSION}/efac:OfficialLanguages/cac:Language/cbc:ID"
        f" | {EXTENSION}/efac:NonOfficialLanguages/cac:Language/cbc:ID",
        "languages",
        languages,
    ),
    Term("BT-15, BT-615", "cac:Attachment/cac:ExternalReference/cbc:URI", "url", text()),
)
GUIDE = (
    Term("OPT-111..113", "cbc:ID", "key", text()),
    Term(
        "OPT-110, OPT-120, OPT-130", "cac:Attachment/cac:ExternalReference/cbc:URI", "url", text()
    ),
    Term("OPT-301-Legis", f"cac:IssuerParty/{PARTY}", "organisation", organisation),
)
CLEAN_VEHICLES = (
    Term("BT-717 list", "efbc:ApplicableLegalBasis/@listName", "subject", text()),
    Term("BT-717", "efbc:ApplicableLegalBasis", "code", text()),
)
PRIZE = (
    Term("BT-44", "cbc:RankCode", "rank", whole),
    Term("BT-644", "cbc:ValueAmount", "value", money),
    Term("BT-45", "cbc:Description", "description", words),
)

ADDITIONAL_NATURE = (
    "cac:ProcurementAdditionalType/cbc:ProcurementTypeCode[@listName='contract-nature']"
)
OTHER_TYPES = (
    "cac:ProcurementAdditionalType[not(cbc:ProcurementTypeCode/@listName='contract-nature')]"
)
VALUES = f"{PROJECT}/cac:RequestedTenderTotal"


def _project(path: str) -> tuple[Term | Group, ...]:
    """What is bought, said alike of the procedure and of a lot."""
    return (
        Term("BT-22", f"{path}/cbc:ID", "reference", text("InternalID")),
        Term("BT-21", f"{path}/cbc:Name", "title", words),
        Term("BT-24", f"{path}/cbc:Description", "description", words),
        Term("BT-300", f"{path}/cbc:Note", "more", words),
        Term("BT-23", f"{path}/cbc:ProcurementTypeCode", "nature", nature),
        Term(
            "BT-531",
            f"{path}/{ADDITIONAL_NATURE}",
            "additional_natures",
            choices(NATURES, "contract-nature"),
        ),
        Term(
            "BT-262",
            f"{path}/cac:MainCommodityClassification/cbc:ItemClassificationCode",
            "cpv",
            cpv,
        ),
        Term(
            "BT-263",
            f"{path}/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode",
            "additional_cpv",
            texts("cpv"),
        ),
        Group("BT-5071", f"{path}/cac:RealizedLocation", "places", NoticePlace, PLACE),
        Term(
            "BT-27",
            f"{path}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount",
            "value",
            money,
        ),
        Term(
            "BT-271",
            f"{path}/cac:RequestedTenderTotal/{EXTENSION}/efbc:FrameworkMaximumAmount",
            "framework_maximum",
            money,
        ),
    )


EXTRA = f"{PROJECT}/cac:ContractExtension"
PERIOD = f"{PROJECT}/cac:PlannedPeriod"
AWARDING = f"{TERMS}/cac:AwardingTerms"
CRITERIA = f"{AWARDING}/cac:AwardingCriterion"
QUALIFICATION = f"{TERMS}/cac:TendererQualificationRequest"
APPEAL = f"{TERMS}/cac:AppealTerms"
SHORT_LIST = f"{PROCESS}/cac:EconomicOperatorShortList"
FRAMEWORK = f"{PROCESS}/cac:FrameworkAgreement"
SYSTEM = f"{PROCESS}/cac:ContractingSystem/cbc:ContractingSystemTypeCode"
OPENING = f"{PROCESS}/cac:OpenTenderEvent"
AUCTION = f"{PROCESS}/cac:AuctionTerms"
LATER = "cac:SubsequentProcessTenderRequirement[cbc:Name='buyer-categories']"

LOT = (
    Term("BT-137", "cbc:ID", "key", text()),
    Term("BT-137 scheme", "cbc:ID/@schemeName", "kind", choice(LOT_KINDS)),
    *_project(PROJECT),
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
        text("duration", "Duration", "timeperiod"),
    ),
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
    Group(
        "BT-71",
        f"{QUALIFICATION}/cac:SpecificTendererRequirement",
        "qualifications",
        NoticeCondition,
        REQUIREMENT,
    ),
    Term("BT-761", f"{QUALIFICATION}/cbc:CompanyLegalFormCode", "legal_form", text("required")),
    Term("BT-76", f"{QUALIFICATION}/cbc:CompanyLegalForm", "legal_form_words", words),
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
    Term("BT-97", f"{TERMS}/cac:Language/cbc:ID", "languages", languages),
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
        "BT-130", f"{PROCESS}/cac:InvitationSubmissionPeriod/cbc:StartDate", "invitation_day", day
    ),
    Term("BT-132", f"{OPENING}/cbc:OccurrenceDate", "opening", instant),
    Term("BT-133", f"{OPENING}/cac:OccurenceLocation/cbc:Description", "opening_place", words),
    Term("BT-134", f"{OPENING}/cbc:Description", "opening_words", words),
    Term(
        "BT-765",
        f"{SYSTEM}[@listName='framework-agreement']",
        "framework",
        text("framework-agreement"),
    ),
    Term("BT-766", f"{SYSTEM}[@listName='dps-usage']", "dynamic_purchasing", text("dps-usage")),
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
        "clean_vehicles",
        NoticeCondition,
        CLEAN_VEHICLES,
    ),
    Term("BT-632", f"{PROCESS}/{EXTENSION}/efbc:AccessToolName", "tool", text()),
    Term("BT-124", f"{PROCESS}/cbc:AccessToolsURI", "tool_url", text()),
    Term(
        "BT-125",
        f"{PROCESS}/cac:NoticeDocumentReference/cbc:ID",
        "previous_notices",
        texts("notice-id-ref", "ojs-notice-id"),
    ),
)

PUBLICATION = f"{EXTENSION}/efac:Publication"
LEGISLATION = f"{TERMS}/cac:ProcurementLegislationDocumentReference"
JUSTIFICATION = f"{PROCESS}/cac:ProcessJustification"
ACCELERATED = f"{JUSTIFICATION}[cbc:ProcessReasonCode/@listName='accelerated-procedure']"
DIRECT = f"{JUSTIFICATION}[cbc:ProcessReasonCode/@listName='direct-award-justification']"

NOTICE = Group(
    "notice",
    ".",
    "notice",
    NoticeReading,
    (
        Term("BT-701", "cbc:ID", "notice", text("notice-id")),
        Term("BT-757", "cbc:VersionID", "version", text()),
        Term("BT-04", "cbc:ContractFolderID", "procedure", text("procurement-procedure")),
        Term("BT-03", "cbc:NoticeTypeCode/@listName", "form", choice(FORMS)),
        Term("BT-02", "cbc:NoticeTypeCode", "kind", text()),
        Term(
            "OPP-070",
            f"{EXTENSION}/efac:NoticeSubType/cbc:SubTypeCode",
            "subtype",
            text("notice-subtype"),
        ),
        Term("OPT-002", "cbc:CustomizationID", "customization", text()),
        Term("OPT-001", "cbc:UBLVersionID", "ubl_version", text()),
        Term("BT-702(a)", "cbc:NoticeLanguageCode", "languages", languages),
        Term("BT-702(b)", "cac:AdditionalNoticeLanguage/cbc:ID", "more_languages", languages),
        Term("BT-05", "cbc:IssueDate", "dispatched", instant),
        Term("BT-803", f"{EXTENSION}/efbc:TransmissionDate", "sent_on", instant),
        Term("BT-738", "cbc:RequestedPublicationDate", "publish_on", day),
        Term("OPP-012", f"{PUBLICATION}/efbc:PublicationDate", "published_on", day),
        Term(
            "OPP-010",
            f"{PUBLICATION}/efbc:NoticePublicationID",
            "publication",
            text("ojs-notice-id"),
        ),
        Term("OPP-011", f"{PUBLICATION}/efbc:GazetteID", "gazette", text("ojs-id")),
        Term("BT-127", "cbc:PlannedDate", "planned_on", day),
        Term("BT-01", "cbc:RegulatoryDomain", "legal_basis", text()),
        Term(
            "BT-01(c), BT-01(e), BT-09(a)",
            f"{LEGISLATION}/cbc:ID",
            "legal_references",
            texts("ELI"),
        ),
        Term(
            "BT-01(d), BT-01(f), BT-09(b)",
            f"{LEGISLATION}/cbc:DocumentDescription",
            "legal_words",
            words,
        ),
        Group(
            "OPT-200",
            f"{EXTENSION}/efac:Organizations/efac:Organization",
            "organisations",
            NoticeOrganisation,
            ORGANISATION,
        ),
        Group(
            "OPT-201",
            f"{EXTENSION}/efac:Organizations/efac:Organization/efac:TouchPoint",
            "touch_points",
            NoticeOrganisation,
            TOUCH_POINT,
        ),
        Group("OPT-300", "cac:ContractingParty", "buyers", NoticeBuyer, BUYER),
        *_project(PROJECT),
        Term(
            "BT-105",
            f"{PROCESS}/cbc:ProcedureCode",
            "procedure_type",
            text("procurement-procedure-type"),
        ),
        Term("BT-88", f"{PROCESS}/cbc:Description", "procedure_words", words),
        Term("BT-106", f"{ACCELERATED}/cbc:ProcessReasonCode", "accelerated", flag),
        Term("BT-1351", f"{ACCELERATED}/cbc:ProcessReason", "accelerated_reason", words),
        Term(
            "BT-136",
            f"{DIRECT}/cbc:ProcessReasonCode",
            "direct_award_code",
            text("direct-award-justification"),
        ),
        Term("BT-135", f"{DIRECT}/cbc:ProcessReason", "direct_award_reason", words),
        Term("BT-756", f"{PROCESS}/cbc:TerminatedIndicator", "terminated", flag),
        Term(
            "OPP-090",
            f"{PROCESS}/cac:NoticeDocumentReference/cbc:ID",
            "previous_notices",
            texts("notice-id-ref", "ojs-notice-id"),
        ),
        Group(
            "BT-67",
            f"{QUALIFICATION}/cac:SpecificTendererRequirement",
            "exclusion_grounds",
            NoticeCondition,
            REQUIREMENT,
        ),
        Term(
            "BT-31",
            f"{TERMS}/cac:LotDistribution/cbc:MaximumLotsSubmittedNumeric",
            "most_lots_tendered",
            whole,
        ),
        Term(
            "BT-33",
            f"{TERMS}/cac:LotDistribution/cbc:MaximumLotsAwardedNumeric",
            "most_lots_awarded",
            whole,
        ),
        Group("BT-137", "cac:ProcurementProjectLot", "lots", NoticeLot, LOT),
        Term("OPT-999", "cac:TenderResult/cbc:AwardDate", "award_day", award_day),
        Term("BT-161", f"{RESULT}/cbc:TotalAmount", "total", money),
        Term(
            "BT-118",
            f"{RESULT}/efbc:OverallMaximumFrameworkContractsAmount",
            "total_framework",
            money,
        ),
        Group("OPT-322", f"{RESULT}/efac:LotResult", "results", LotResult, LOT_RESULT),
        Group("OPT-321", f"{RESULT}/efac:LotTender", "tenders", AwardedTender, LOT_TENDER),
        Group(
            "OPT-210", f"{RESULT}/efac:TenderingParty", "parties", TenderingParty, TENDERING_PARTY
        ),
        Group("OPT-316", f"{RESULT}/efac:SettledContract", "contracts", SettledContract, CONTRACT),
        Group("BT-758", f"{EXTENSION}/efac:Changes", "changes", NoticeChange, CHANGE),
        Group(
            "BT-1501",
            f"{EXTENSION}/efac:ContractModification",
            "modifications",
            NoticeChange,
            CHANGE,
        ),
    ),
)
