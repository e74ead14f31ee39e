"""Made-up published notices, small but whole, for tests that need many or odd ones."""

from dataclasses import dataclass
from xml.sax.saxutils import escape  # noqa: TID251 - writes, and reads nothing

from anskaff.documents.eforms.paths import NAMESPACES, UBL

NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
ROOTS = {
    "planning": "PriorInformationNotice",
    "competition": "ContractNotice",
    "result": "ContractAwardNotice",
}
DOCUMENTS = "https://anskaff.example/dokumenter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a made-up notice says; instants are texts as in the file."""

    notice: str = "0b5a4ad6-0000-4000-8000-000000000001"
    version: str = "01"
    procedure: str = "0b5a4ad6-0000-4000-8000-00000000000f"
    form: str = "competition"
    subtype: str = "16"
    sent: str = "2026-08-03"
    deadline: str = "2026-09-15"
    title: str = "Kontormøbler til Nordvik skole"
    title_en: str = ""
    description: str = "Pulter, stoler og hyller."
    buyer: str = "Nordvik kommune"
    number: str = "974760673"
    cpv: str = "39130000"
    nuts: str = "NO060"
    value: str = "2500000"
    currency: str = "NOK"
    aims: tuple[tuple[str, str], ...] = ()
    criterion: str = "price"
    changes: str = ""
    change_reason: str = "update-add"
    publication: str = ""
    winner: str = ""
    winner_number: str = "914778271"
    tenders: int = 3
    total: str = "2300000"

    def xml(self) -> bytes:
        """The notice as it is published."""
        root = ROOTS[self.form]
        text = (
            f'<{root} xmlns="{UBL}:{root}-2" {NAMES}>'
            f"<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>"
            f"{self._changes()}{self._result()}"
            f"<efac:NoticeSubType><cbc:SubTypeCode>{self.subtype}</cbc:SubTypeCode>"
            f"</efac:NoticeSubType>{self._organisations()}{self._publication()}"
            f"</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"
            f"<cbc:UBLVersionID>2.3</cbc:UBLVersionID>"
            f"<cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID>"
            f"<cbc:ID>{self.notice}</cbc:ID>"
            f"<cbc:ContractFolderID>{self.procedure}</cbc:ContractFolderID>"
            f"<cbc:IssueDate>{self.sent}Z</cbc:IssueDate><cbc:IssueTime>08:00:00Z</cbc:IssueTime>"
            f"<cbc:VersionID>{self.version}</cbc:VersionID>"
            f"<cbc:RegulatoryDomain>32014L0024</cbc:RegulatoryDomain>"
            f'<cbc:NoticeTypeCode listName="{self.form}">{self._kind()}</cbc:NoticeTypeCode>'
            f"<cbc:NoticeLanguageCode>NOB</cbc:NoticeLanguageCode>"
            f"<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID>"
            f"</cac:PartyIdentification></cac:Party></cac:ContractingParty>"
            f"<cac:TenderingProcess><cbc:ProcedureCode>open</cbc:ProcedureCode>"
            f"</cac:TenderingProcess>{self._project()}"
            f'<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>'
            f"{self._terms()}{self._process()}{self._project(aims=True)}"
            f"</cac:ProcurementProjectLot></{root}>"
        )
        return f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode()

    def _kind(self) -> str:
        kinds = {"planning": "pin-only", "competition": "cn-standard", "result": "can-standard"}
        return kinds[self.form]

    def _changes(self) -> str:
        if not self.changes:
            return ""
        return (
            f"<efac:Changes><efbc:ChangedNoticeIdentifier>{self.changes}"
            f"</efbc:ChangedNoticeIdentifier><efac:ChangeReason><cbc:ReasonCode>"
            f"{self.change_reason}</cbc:ReasonCode></efac:ChangeReason></efac:Changes>"
        )

    def _publication(self) -> str:
        if not self.publication:
            return ""
        return (
            f"<efac:Publication><efbc:NoticePublicationID>{self.publication}"
            f"</efbc:NoticePublicationID></efac:Publication>"
        )

    def _organisations(self) -> str:
        named = [("ORG-0001", self.buyer, self.number)]
        if self.winner:
            named.append(("ORG-0002", self.winner, self.winner_number))
        return (
            "<efac:Organizations>"
            + "".join(
                f"<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>{key}</cbc:ID>"
                f"</cac:PartyIdentification><cac:PartyName><cbc:Name>{escape(name)}</cbc:Name>"
                f"</cac:PartyName><cac:PartyLegalEntity><cbc:CompanyID>{number}</cbc:CompanyID>"
                f"</cac:PartyLegalEntity></efac:Company></efac:Organization>"
                for key, name, number in named
            )
            + "</efac:Organizations>"
        )

    def _result(self) -> str:
        if not self.winner:
            return ""
        return (
            f'<efac:NoticeResult><cbc:TotalAmount currencyID="NOK">{self.total}</cbc:TotalAmount>'
            f"<efac:LotResult><cbc:ID>RES-0001</cbc:ID>"
            f"<cbc:TenderResultCode>selec-w</cbc:TenderResultCode>"
            f"<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>tenders"
            f"</efbc:StatisticsCode><efbc:StatisticsNumeric>{self.tenders}</efbc:StatisticsNumeric>"
            f"</efac:ReceivedSubmissionsStatistics>"
            f"<efac:SettledContract><cbc:ID>CON-0001</cbc:ID></efac:SettledContract>"
            f"<efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>"
            f"<efac:LotTender><cbc:ID>TEN-0001</cbc:ID><cac:LegalMonetaryTotal>"
            f'<cbc:PayableAmount currencyID="NOK">{self.total}</cbc:PayableAmount>'
            f"</cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID>"
            f"</efac:TenderingParty><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot>"
            f"</efac:LotTender><efac:SettledContract><cbc:ID>CON-0001</cbc:ID><efac:LotTender>"
            f"<cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>"
            f"<efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002"
            f"</cbc:ID></efac:Tenderer></efac:TenderingParty></efac:NoticeResult>"
        )

    def _project(self, *, aims: bool = False) -> str:
        english = (
            f'<cbc:Name languageID="ENG">{escape(self.title_en)}</cbc:Name>'
            if self.title_en
            else ""
        )
        value = (
            f"<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount "
            f'currencyID="{self.currency}">{self.value}</cbc:EstimatedOverallContractAmount>'
            f"</cac:RequestedTenderTotal>"
            if self.value
            else ""
        )
        stated = "".join(
            f'<cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName="{subject}">{code}'
            f"</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>"
            for subject, code in (self.aims if aims else ())
        )
        return (
            f'<cac:ProcurementProject><cbc:Name languageID="NOB">{escape(self.title)}</cbc:Name>'
            f'{english}<cbc:Description languageID="NOB">{escape(self.description)}'
            f"</cbc:Description><cbc:ProcurementTypeCode>supplies</cbc:ProcurementTypeCode>"
            f"{stated}{value}<cac:MainCommodityClassification>"
            f"<cbc:ItemClassificationCode>{self.cpv}</cbc:ItemClassificationCode>"
            f"</cac:MainCommodityClassification><cac:RealizedLocation><cac:Address>"
            f"<cbc:CountrySubentityCode>{self.nuts}</cbc:CountrySubentityCode></cac:Address>"
            f"</cac:RealizedLocation></cac:ProcurementProject>"
        )

    def _terms(self) -> str:
        return (
            f"<cac:TenderingTerms><cac:CallForTendersDocumentReference><cbc:ID>DOC-1</cbc:ID>"
            f"<cac:Attachment><cac:ExternalReference><cbc:URI>{DOCUMENTS}</cbc:URI>"
            f"</cac:ExternalReference></cac:Attachment></cac:CallForTendersDocumentReference>"
            f"<cac:AwardingTerms><cac:AwardingCriterion><cac:SubordinateAwardingCriterion>"
            f"<cbc:AwardingCriterionTypeCode>{self.criterion}</cbc:AwardingCriterionTypeCode>"
            f'<cbc:Name languageID="NOB">Pris og kvalitet</cbc:Name>'
            f"</cac:SubordinateAwardingCriterion></cac:AwardingCriterion></cac:AwardingTerms>"
            f"</cac:TenderingTerms>"
        )

    def _process(self) -> str:
        if not self.deadline:
            return ""
        return (
            f"<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod>"
            f"<cbc:EndDate>{self.deadline}Z</cbc:EndDate><cbc:EndTime>10:00:00Z</cbc:EndTime>"
            f"</cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>"
        )
