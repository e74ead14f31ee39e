"""The mapping table of eForms: business term, path, field, converter (D6).

Paths are XPath from the row's group. Source: eForms SDK 1.14.2, `fields.json`; where older SDKs
(1.7 and up) wrote a term elsewhere or under another list name, both are given.
"""

from anskaff.concepts.notice import (
    AwardedTender,
    DirectAward,
    GroupFramework,
    LotResult,
    LotsTogether,
    NoticeBuyer,
    NoticeChange,
    NoticeForm,
    NoticeLaw,
    NoticeLot,
    NoticeOrganisation,
    NoticeOwner,
    NoticeReading,
    NoticeReview,
    RegisteredBusiness,
    RegistrationAnnouncement,
    SettledContract,
    TenderingParty,
)
from anskaff.documents.eforms.award_terms import (
    CONTRACT,
    GROUP_FRAMEWORK,
    LOT_RESULT,
    LOT_TENDER,
    TENDERING_PARTY,
    change,
)
from anskaff.documents.eforms.lot_terms import LOT, requirements
from anskaff.documents.eforms.party_terms import BUYER, ORGANISATION, OWNER
from anskaff.documents.eforms.paths import EXTENSION, PROCESS, PROJECT, RESULT, TERMS
from anskaff.documents.eforms.project_terms import project
from anskaff.documents.eforms.registration_terms import ANNOUNCEMENT, BUSINESS
from anskaff.documents.eforms.review_terms import REVIEW
from anskaff.documents.eforms.shared_terms import withheld
from anskaff.documents.eforms.values import (
    award_day,
    choice,
    day,
    earlier_notices,
    flag,
    instant,
    key,
    languages,
    law,
    money,
    pointer,
    pointers,
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
    "bri": NoticeForm.REGISTRATION,
}

PUBLICATION = f"{EXTENSION}/efac:Publication"
LEGISLATION = f"{TERMS}/cac:ProcurementLegislationDocumentReference"
JUSTIFICATION = f"{PROCESS}/cac:ProcessJustification"
ACCELERATED = f"{JUSTIFICATION}[cbc:ProcessReasonCode/@listName='accelerated-procedure']"
DIRECT = f"{JUSTIFICATION}[cbc:ProcessReasonCode/@listName='direct-award-justification']"

AWARD_DAY = Term("OPT-999", "cac:TenderResult/cbc:AwardDate", "award_day", award_day)
TOGETHER = (
    Term("BT-330", "cbc:LotsGroupID", "group", pointer()),
    Term(
        "BT-1375",
        "cac:ProcurementProjectLotReference/cbc:ID",
        "lots",
        pointers(),
        each="cac:ProcurementProjectLotReference",
    ),
)
LAW = (
    Term("BT-01(c), BT-01(e), BT-09(a)", "cbc:ID", "reference", law),
    Term("BT-01(d), BT-01(f), BT-09(b)", "cbc:DocumentDescription", "description", words),
    withheld(f"{EXTENSION}/"),
)

MORE_DIRECT = (
    Term("BT-136", "cbc:ProcessReasonCode", "code", text("direct-award-justification")),
    Term("BT-1252", "cbc:Description", "after", text()),
    Term("BT-135", "cbc:ProcessReason", "reason", words),
    withheld(f"{EXTENSION}/"),
)

ROWS: tuple[Term | Group, ...] = (
    Term("BT-701", "cbc:ID", "notice", key("notice-id")),
    Term("BT-757", "cbc:VersionID", "version", text()),
    Term("BT-04", "cbc:ContractFolderID", "procedure", key("procurement-procedure")),
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
    Term(
        "BT-702(b)",
        "cac:AdditionalNoticeLanguage/cbc:ID",
        "more_languages",
        languages,
        each="cac:AdditionalNoticeLanguage",
    ),
    Term("BT-05", "cbc:IssueDate", "dispatched", instant),
    Term("BT-803", f"{EXTENSION}/efbc:TransmissionDate", "sent_on", instant),
    Term("BT-738", "cbc:RequestedPublicationDate", "publish_on", day),
    Term("OPP-012", f"{PUBLICATION}/efbc:PublicationDate", "published_on", day),
    Term(
        "OPP-010",
        f"{PUBLICATION}/efbc:NoticePublicationID",
        "publication",
        key("ojs-notice-id"),
    ),
    Term("OPP-011", f"{PUBLICATION}/efbc:GazetteID", "gazette", key("ojs-id")),
    Term("BT-127", "cbc:PlannedDate", "planned_on", day),
    Term("BT-01", "cbc:RegulatoryDomain", "legal_basis", text()),
    Group("BT-01(c), BT-01(e), BT-09", LEGISLATION, "legislation", NoticeLaw, LAW),
    Group(
        "OPT-200",
        f"{EXTENSION}/efac:Organizations/efac:Organization",
        "organisations",
        NoticeOrganisation,
        ORGANISATION,
    ),
    Group(
        "OPT-202",
        f"{EXTENSION}/efac:Organizations/efac:UltimateBeneficialOwner",
        "owners",
        NoticeOwner,
        OWNER,
    ),
    Group("OPT-300", "cac:ContractingParty", "buyers", NoticeBuyer, BUYER),
    Term("OPP-100", "efac:NoticePurpose/cbc:PurposeCode", "purpose", text("notice-purpose")),
    Group("BT-500-Business", "cac:BusinessParty", "businesses", RegisteredBusiness, BUSINESS),
    Term(
        "OPP-105",
        "cac:BusinessCapability/cbc:CapabilityTypeCode",
        "sectors",
        texts("main-activity"),
        each="cac:BusinessCapability",
    ),
    Group(
        "OPP-120",
        "cac:AdditionalDocumentReference",
        "announcements",
        RegistrationAnnouncement,
        ANNOUNCEMENT,
    ),
    Term("OPP-130", "cbc:Note", "remarks", words),
    Term("OPP-131", "cac:SenderParty/cac:Contact/cbc:ElectronicMail", "sender_email", text()),
    *project(PROJECT),
    Term(
        "OPP-040",
        f"{PROJECT}/cac:ProcurementAdditionalType[cbc:ProcurementTypeCode"
        "/@listName='transport-service']/cbc:ProcurementTypeCode",
        "transport",
        texts("transport-service"),
        each="cac:ProcurementAdditionalType",
    ),
    Term(
        "BT-105",
        f"{PROCESS}/cbc:ProcedureCode",
        "procedure_type",
        text("procurement-procedure-type"),
    ),
    Term("BT-88", f"{PROCESS}/cbc:Description", "procedure_words", words),
    withheld(f"{PROCESS}/{EXTENSION}/", "procedure_withheld"),
    Term("BT-106", f"{ACCELERATED}/cbc:ProcessReasonCode", "accelerated", flag),
    Term("BT-1351", f"{ACCELERATED}/cbc:ProcessReason", "accelerated_reason", words),
    withheld(f"{ACCELERATED}/{EXTENSION}/", "accelerated_withheld"),
    Term(
        "BT-136",
        f"{DIRECT}/cbc:ProcessReasonCode",
        "direct_award_code",
        text("direct-award-justification"),
    ),
    Term("BT-1252", f"{DIRECT}/cbc:Description", "direct_award_after", text()),
    Term("BT-135", f"{DIRECT}/cbc:ProcessReason", "direct_award_reason", words),
    withheld(f"{DIRECT}/{EXTENSION}/", "direct_award_withheld"),
    Group("BT-136", f"{DIRECT}[position()>1]", "more_direct_awards", DirectAward, MORE_DIRECT),
    Term(
        "BT-763",
        f"{PROCESS}/cbc:PartPresentationCode",
        "lots_presented",
        text("tenderlot-presentation"),
    ),
    Term("BT-634", f"{PROCESS}/{EXTENSION}/efbc:ProcedureRelaunchIndicator", "relaunched", flag),
    Group(
        "BT-330", f"{TERMS}/cac:LotDistribution/cac:LotsGroup", "lot_groups", LotsTogether, TOGETHER
    ),
    Term("BT-756", f"{PROCESS}/cbc:TerminatedIndicator", "terminated", flag),
    Term(
        "OPP-090",
        f"{PROCESS}/cac:NoticeDocumentReference/cbc:ID",
        "previous_notices",
        earlier_notices(),
        each="cac:NoticeDocumentReference",
    ),
    requirements("BT-806", "exclusion-grounds-source", "exclusion_sources"),
    requirements("BT-67", "exclusion-ground", "exclusion_grounds"),
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
    AWARD_DAY,
    Term("BT-161", f"{RESULT}/cbc:TotalAmount", "total", money),
    Term(
        "BT-118",
        f"{RESULT}/efbc:OverallMaximumFrameworkContractsAmount",
        "total_framework",
        money,
    ),
    Term(
        "BT-1118",
        f"{RESULT}/efbc:OverallApproximateFrameworkContractsAmount",
        "total_framework_estimate",
        money,
    ),
    Group(
        "BT-156",
        f"{RESULT}/efac:GroupFramework",
        "group_frameworks",
        GroupFramework,
        GROUP_FRAMEWORK,
    ),
    withheld(f"{RESULT}/", "total_withheld"),
    Group("OPT-322", f"{RESULT}/efac:LotResult", "results", LotResult, LOT_RESULT),
    Group("OPT-321", f"{RESULT}/efac:LotTender", "tenders", AwardedTender, LOT_TENDER),
    Group("OPT-210", f"{RESULT}/efac:TenderingParty", "parties", TenderingParty, TENDERING_PARTY),
    Group("OPT-316", f"{RESULT}/efac:SettledContract", "contracts", SettledContract, CONTRACT),
    Group(
        "BT-783",
        f"{EXTENSION}/efac:Appeals/efac:AppealInformation",
        "reviews",
        NoticeReview,
        REVIEW,
    ),
    Group(
        "BT-758",
        f"{EXTENSION}/efac:Changes",
        "changes",
        NoticeChange,
        change("change-corrig-justification"),
    ),
    Group(
        "BT-1501",
        f"{EXTENSION}/efac:ContractModification",
        "modifications",
        NoticeChange,
        change("modification-justification"),
    ),
)
NOTICE = Group("notice", ".", "notice", NoticeReading, ROWS)
