"""What UBL has and an invoice by EN 16931 does not use: for each element the official rule.

The rules UBL-CR-001 to 682 are warnings, one per path. Here a row is the number of the first rule,
the group and the elements in it; the next element has the next number. `line` is the line of an
invoice as well as of a credit note, `.` the document itself.
"""

from collections.abc import Iterator, Mapping

ROWS = """\
001 .: ext:UBLExtensions
003 .: cbc:ProfileExecutionID cbc:CopyIndicator cbc:UUID cbc:IssueTime cbc:PricingCurrencyCode
    cbc:PaymentCurrencyCode cbc:PaymentAlternativeCurrencyCode cbc:AccountingCostCode
    cbc:LineCountNumeric
077 .: cac:StatementDocumentReference
137 .: cac:Signature
294 .: cac:BuyerCustomerParty cac:SellerSupplierParty
410 .: cac:DeliveryTerms
470 .: cac:PrepaidPayment
490 .: cac:TaxExchangeRate cac:PricingExchangeRate cac:PaymentExchangeRate
    cac:PaymentAlternativeExchangeRate
513 .: cac:WithholdingTaxTotal
012 cac:InvoicePeriod: cbc:StartTime cbc:EndTime cbc:DurationMeasure cbc:Description
016 cac:OrderReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
    cbc:CustomerReference cbc:OrderTypeCode cac:DocumentReference
023 cac:BillingReference/cac:InvoiceDocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueTime
    cbc:DocumentTypeCode cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode cbc:VersionID
    cbc:DocumentStatusCode cbc:DocumentDescription cac:Attachment cac:ValidityPeriod
    cac:IssuerParty cac:ResultOfVerification
038 cac:BillingReference: cac:SelfBilledInvoiceDocumentReference cac:CreditNoteDocumentReference
    cac:SelfBilledCreditNoteDocumentReference cac:DebitNoteDocumentReference
    cac:ReminderDocumentReference cac:AdditionalDocumentReference cac:BillingReferenceLine
045 cac:DespatchDocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
    cbc:DocumentTypeCode cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode cbc:VersionID
    cbc:DocumentStatusCode cbc:DocumentDescription cac:Attachment cac:ValidityPeriod
    cac:IssuerParty cac:ResultOfVerification
061 cac:ReceiptDocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
    cbc:DocumentTypeCode cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode cbc:VersionID
    cbc:DocumentStatusCode cbc:DocumentDescription cac:Attachment cac:ValidityPeriod
    cac:IssuerParty cac:ResultOfVerification
078 cac:OriginatorDocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
    cbc:DocumentTypeCode cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode cbc:VersionID
    cbc:DocumentStatusCode cbc:DocumentDescription cac:Attachment cac:ValidityPeriod
    cac:IssuerParty cac:ResultOfVerification
094 cac:ContractDocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
    cbc:DocumentTypeCode cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode cbc:VersionID
    cbc:DocumentStatusCode cbc:DocumentDescription cac:Attachment cac:ValidityPeriod
    cac:IssuerParty cac:ResultOfVerification
110 cac:AdditionalDocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
    cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode cbc:VersionID cbc:DocumentStatusCode
131 cac:AdditionalDocumentReference: cac:ValidityPeriod cac:IssuerParty cac:ResultOfVerification
121 cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference: cbc:DocumentHash
    cbc:HashAlgorithmMethod cbc:ExpiryDate cbc:ExpiryTime cbc:MimeCode cbc:FormatCode
    cbc:EncodingCode cbc:CharacterSetCode cbc:FileName cbc:Description
134 cac:ProjectReference: cbc:UUID cbc:IssueDate cac:WorkPhaseReference
138 cac:AccountingSupplierParty: cbc:CustomerAssignedAccountID cbc:AdditionalAccountID
    cbc:DataSendingCapability
198 cac:AccountingSupplierParty: cac:DespatchContact cac:AccountingContact cac:SellerContact
141 cac:AccountingSupplierParty/cac:Party: cbc:MarkCareIndicator cbc:MarkAttentionIndicator
    cbc:WebsiteURI cbc:LogoReferenceID cbc:IndustryClassificationCode cac:Language
168 cac:AccountingSupplierParty/cac:Party: cac:PhysicalLocation
193 cac:AccountingSupplierParty/cac:Party: cac:Person cac:AgentParty cac:ServiceProviderParty
    cac:PowerOfAttorney cac:FinancialAccount
147 cac:AccountingSupplierParty/cac:Party/cac:PostalAddress: cbc:ID cbc:AddressTypeCode
    cbc:AddressFormatCode cbc:Postbox cbc:Floor cbc:Room cbc:BlockName cbc:BuildingName
    cbc:BuildingNumber cbc:InhouseMail cbc:Department cbc:MarkAttention cbc:MarkCare
    cbc:PlotIdentification cbc:CitySubdivisionName cbc:CountrySubentityCode cbc:Region
    cbc:District cbc:TimezoneOffset
167 cac:AccountingSupplierParty/cac:Party/cac:PostalAddress: cac:LocationCoordinate
166 cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country: cbc:Name
169 cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme: cbc:RegistrationName
    cbc:TaxLevelCode cbc:ExemptionReasonCode cbc:ExemptionReason cac:RegistrationAddress
174 cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme: cbc:Name
    cbc:TaxTypeCode cbc:CurrencyCode cac:JurisdictionRegionAddress
178 cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity: cbc:RegistrationDate
    cbc:RegistrationExpirationDate cbc:CompanyLegalFormCode cbc:SoleProprietorshipIndicator
    cbc:CompanyLiquidationStatusCode cbc:CorporateStockAmount cbc:FullyPaidSharesIndicator
    cac:RegistrationAddress cac:CorporateRegistrationScheme cac:HeadOfficeParty
    cac:ShareholderParty
189 cac:AccountingSupplierParty/cac:Party/cac:Contact: cbc:ID cbc:Telefax cbc:Note
    cac:OtherCommunication
201 cac:AccountingCustomerParty: cbc:CustomerAssignedAccountID cbc:SupplierAssignedAccountID
    cbc:AdditionalAccountID
262 cac:AccountingCustomerParty: cac:DeliveryContact cac:AccountingContact cac:BuyerContact
204 cac:AccountingCustomerParty/cac:Party: cbc:MarkCareIndicator cbc:MarkAttentionIndicator
    cbc:WebsiteURI cbc:LogoReferenceID cbc:IndustryClassificationCode cac:Language
231 cac:AccountingCustomerParty/cac:Party: cac:PhysicalLocation
257 cac:AccountingCustomerParty/cac:Party: cac:Person cac:AgentParty cac:ServiceProviderParty
    cac:PowerOfAttorney cac:FinancialAccount
210 cac:AccountingCustomerParty/cac:Party/cac:PostalAddress: cbc:ID cbc:AddressTypeCode
    cbc:AddressFormatCode cbc:Postbox cbc:Floor cbc:Room cbc:BlockName cbc:BuildingName
    cbc:BuildingNumber cbc:InhouseMail cbc:Department cbc:MarkAttention cbc:MarkCare
    cbc:PlotIdentification cbc:CitySubdivisionName cbc:CountrySubentityCode cbc:Region
    cbc:District cbc:TimezoneOffset
230 cac:AccountingCustomerParty/cac:Party/cac:PostalAddress: cac:LocationCoordinate
229 cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country: cbc:Name
232 cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme: cbc:RegistrationName
    cbc:TaxLevelCode cbc:ExemptionReasonCode cbc:ExemptionReason cac:RegistrationAddress
237 cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme: cbc:Name
    cbc:TaxTypeCode cbc:CurrencyCode cac:JurisdictionRegionAddress
241 cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity: cbc:RegistrationDate
    cbc:RegistrationExpirationDate cbc:CompanyLegalFormCode cbc:CompanyLegalForm
    cbc:SoleProprietorshipIndicator cbc:CompanyLiquidationStatusCode cbc:CorporateStockAmount
    cbc:FullyPaidSharesIndicator cac:RegistrationAddress cac:CorporateRegistrationScheme
    cac:HeadOfficeParty cac:ShareholderParty
253 cac:AccountingCustomerParty/cac:Party/cac:Contact: cbc:ID cbc:Telefax cbc:Note
    cac:OtherCommunication
265 cac:PayeeParty: cbc:MarkCareIndicator cbc:MarkAttentionIndicator cbc:WebsiteURI
    cbc:LogoReferenceID cbc:EndpointID cbc:IndustryClassificationCode cac:Language
    cac:PostalAddress cac:PhysicalLocation cac:PartyTaxScheme
288 cac:PayeeParty: cac:Contact cac:Person cac:AgentParty cac:ServiceProviderParty
    cac:PowerOfAttorney cac:FinancialAccount
275 cac:PayeeParty/cac:PartyLegalEntity: cbc:RegistrationName cbc:RegistrationDate
    cbc:RegistrationExpirationDate cbc:CompanyLegalFormCode cbc:CompanyLegalForm
    cbc:SoleProprietorshipIndicator cbc:CompanyLiquidationStatusCode cbc:CorporateStockAmount
    cbc:FullyPaidSharesIndicator cac:RegistrationAddress cac:CorporateRegistrationScheme
    cac:HeadOfficeParty cac:ShareholderParty
296 cac:TaxRepresentativeParty: cbc:MarkCareIndicator cbc:MarkAttentionIndicator cbc:WebsiteURI
    cbc:LogoReferenceID cbc:EndpointID cbc:IndustryClassificationCode cac:PartyIdentification
    cac:Language
325 cac:TaxRepresentativeParty: cac:PhysicalLocation
335 cac:TaxRepresentativeParty: cac:PartyLegalEntity cac:Contact cac:Person cac:AgentParty
    cac:ServiceProviderParty cac:PowerOfAttorney cac:FinancialAccount
304 cac:TaxRepresentativeParty/cac:PostalAddress: cbc:ID cbc:AddressTypeCode cbc:AddressFormatCode
    cbc:Postbox cbc:Floor cbc:Room cbc:BlockName cbc:BuildingName cbc:BuildingNumber
    cbc:InhouseMail cbc:Department cbc:MarkAttention cbc:MarkCare cbc:PlotIdentification
    cbc:CitySubdivisionName cbc:CountrySubentityCode cbc:Region cbc:District cbc:TimezoneOffset
324 cac:TaxRepresentativeParty/cac:PostalAddress: cac:LocationCoordinate
323 cac:TaxRepresentativeParty/cac:PostalAddress/cac:Country: cbc:Name
326 cac:TaxRepresentativeParty/cac:PartyTaxScheme: cbc:RegistrationName cbc:TaxLevelCode
    cbc:ExemptionReasonCode cbc:ExemptionReason cac:RegistrationAddress
331 cac:TaxRepresentativeParty/cac:PartyTaxScheme/cac:TaxScheme: cbc:Name cbc:TaxTypeCode
    cbc:CurrencyCode cac:JurisdictionRegionAddress
342 cac:Delivery: cbc:ID cbc:Quantity cbc:MinimumQuantity cbc:MaximumQuantity
    cbc:ActualDeliveryTime cbc:LatestDeliveryDate cbc:LatestDeliveryTime cbc:ReleaseID
    cbc:TrackingID
382 cac:Delivery: cac:AlternativeDeliveryLocation cac:RequestedDeliveryPeriod
    cac:EstimatedDeliveryPeriod cac:CarrierParty
404 cac:Delivery: cac:NotifyParty cac:Despatch cac:DeliveryTerms cac:MinimumDeliveryUnit
    cac:MaximumDeliveryUnit cac:Shipment
682 cac:Delivery: cac:DeliveryAddress
351 cac:Delivery/cac:DeliveryLocation: cbc:Description cbc:Conditions cbc:CountrySubentity
    cbc:CountrySubentityCode cbc:LocationTypeCode cbc:InformationURI cbc:Name cac:ValidityPeriod
380 cac:Delivery/cac:DeliveryLocation: cac:SubsidiaryLocation cac:LocationCoordinate
359 cac:Delivery/cac:DeliveryLocation/cac:Address: cbc:ID cbc:AddressTypeCode
    cbc:AddressFormatCode cbc:Postbox cbc:Floor cbc:Room cbc:BlockName cbc:BuildingName
    cbc:BuildingNumber cbc:InhouseMail cbc:Department cbc:MarkAttention cbc:MarkCare
    cbc:PlotIdentification cbc:CitySubdivisionName cbc:CountrySubentityCode cbc:Region
    cbc:District cbc:TimezoneOffset
379 cac:Delivery/cac:DeliveryLocation/cac:Address: cac:LocationCoordinate
378 cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country: cbc:Name
386 cac:Delivery/cac:DeliveryParty: cbc:MarkCareIndicator cbc:MarkAttentionIndicator
    cbc:WebsiteURI cbc:LogoReferenceID cbc:EndpointID cbc:IndustryClassificationCode
    cac:PartyIdentification cac:Language cac:PostalAddress cac:PhysicalLocation cac:PartyTaxScheme
    cac:PartyLegalEntity cac:Contact cac:Person cac:AgentParty cac:ServiceProviderParty
    cac:PowerOfAttorney cac:FinancialAccount
411 cac:PaymentMeans: cbc:ID
413 cac:PaymentMeans: cbc:PaymentChannelCode cbc:InstructionID
434 cac:PaymentMeans: cac:CreditAccount
451 cac:PaymentMeans: cac:TradeFinancing
681 cac:PaymentMeans: cbc:InstructionNote
415 cac:PaymentMeans/cac:CardAccount: cbc:CardTypeCode cbc:ValidityStartDate cbc:ExpiryDate
    cbc:IssuerID cbc:IssueNumberID cbc:CV2ID cbc:CardChipCode cbc:ChipApplicationID
424 cac:PaymentMeans/cac:PayeeFinancialAccount: cbc:AliasName cbc:AccountTypeCode
    cbc:AccountFormatCode cbc:CurrencyCode cbc:PaymentNote
433 cac:PaymentMeans/cac:PayeeFinancialAccount: cac:Country
429 cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch: cbc:Name
432 cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch: cac:Address
430
    cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cac:FinancialInstitution:
    cbc:Name cac:Address
435 cac:PaymentMeans/cac:PaymentMandate: cbc:MandateTypeCode cbc:MaximumPaymentInstructionsNumeric
    cbc:MaximumPaidAmount cbc:SignatureID cac:PayerParty
448 cac:PaymentMeans/cac:PaymentMandate: cac:ValidityPeriod cac:PaymentReversalPeriod cac:Clause
440 cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount: cbc:Name cbc:AliasName
    cbc:AccountTypeCode cbc:AccountFormatCode cbc:CurrencyCode cbc:PaymentNote
    cac:FinancialInstitutionBranch cac:Country
452 cac:PaymentTerms: cbc:ID cbc:PaymentMeansID cbc:PrepaidPaymentReferenceID
    cbc:ReferenceEventCode cbc:SettlementDiscountPercent cbc:PenaltySurchargePercent
    cbc:PaymentPercent cbc:Amount cbc:SettlementDiscountAmount cbc:PenaltyAmount
    cbc:PaymentTermsDetailsURI cbc:PaymentDueDate cbc:InstallmentDueDate
    cbc:InvoicingPartyReference cac:SettlementPeriod cac:PenaltyPeriod cac:ExchangeRate
    cac:ValidityPeriod
471 cac:AllowanceCharge: cbc:ID cbc:PrepaidIndicator cbc:SequenceNumeric cbc:AccountingCostCode
    cbc:AccountingCost cbc:PerUnitAmount
488 cac:AllowanceCharge: cac:TaxTotal cac:PaymentMeans
477 cac:AllowanceCharge/cac:TaxCategory: cbc:Name cbc:BaseUnitMeasure cbc:PerUnitAmount
    cbc:TaxExemptionReasonCode cbc:TaxExemptionReason cbc:TierRange cbc:TierRatePercent
484 cac:AllowanceCharge/cac:TaxCategory/cac:TaxScheme: cbc:Name cbc:TaxTypeCode cbc:CurrencyCode
    cac:JurisdictionRegionAddress
494 cac:TaxTotal: cbc:RoundingAmount cbc:TaxEvidenceIndicator cbc:TaxIncludedIndicator
497 cac:TaxTotal/cac:TaxSubtotal: cbc:CalculationSequenceNumeric cbc:TransactionCurrencyTaxAmount
    cbc:Percent cbc:BaseUnitMeasure cbc:PerUnitAmount cbc:TierRange cbc:TierRatePercent
504 cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory: cbc:Name cbc:BaseUnitMeasure cbc:PerUnitAmount
    cbc:TierRange cbc:TierRatePercent
509 cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cac:TaxScheme: cbc:Name cbc:TaxTypeCode
    cbc:CurrencyCode cac:JurisdictionRegionAddress
514 cac:LegalMonetaryTotal: cbc:PayableAlternativeAmount
515 line: cbc:UUID cbc:TaxPointDate cbc:AccountingCostCode cbc:PaymentPurposeCode
    cbc:FreeOfChargeIndicator
529 line: cac:DespatchLineReference cac:ReceiptLineReference cac:BillingReference
548 line: cac:PricingReference cac:OriginatorParty cac:Delivery cac:PaymentTerms
561 line: cac:TaxTotal cac:WithholdingTaxTotal
645 line: cac:DeliveryTerms cac:SubInvoiceLine cac:ItemPriceExtension
520 line/cac:InvoicePeriod: cbc:StartTime cbc:EndTime cbc:DurationMeasure cbc:DescriptionCode
    cbc:Description
525 line/cac:OrderLineReference: cbc:SalesOrderLineID cbc:UUID cbc:LineStatusCode
    cac:OrderReference
532 line/cac:DocumentReference: cbc:CopyIndicator cbc:UUID cbc:IssueDate cbc:IssueTime
537 line/cac:DocumentReference: cbc:DocumentType cbc:XPath cbc:LanguageID cbc:LocaleCode
    cbc:VersionID cbc:DocumentStatusCode cbc:DocumentDescription cac:Attachment cac:ValidityPeriod
    cac:IssuerParty cac:ResultOfVerification
552 line/cac:AllowanceCharge: cbc:ID cbc:PrepaidIndicator cbc:SequenceNumeric
    cbc:AccountingCostCode cbc:AccountingCost cbc:PerUnitAmount cac:TaxCategory cac:TaxTotal
    cac:PaymentMeans
563 line/cac:Item: cbc:PackQuantity cbc:PackSizeNumeric cbc:CatalogueIndicator
    cbc:HazardousRiskIndicator cbc:AdditionalInformation cbc:Keyword cbc:BrandName cbc:ModelName
581 line/cac:Item: cac:ManufacturersItemIdentification
587 line/cac:Item: cac:CatalogueItemIdentification cac:AdditionalItemIdentification
    cac:CatalogueDocumentReference cac:ItemSpecificationDocumentReference
595 line/cac:Item: cac:TransactionConditions cac:HazardousItem
619 line/cac:Item: cac:ManufacturerParty cac:InformationContentProviderParty cac:OriginAddress
    cac:ItemInstance cac:Certificate cac:Dimension
571 line/cac:Item/cac:BuyersItemIdentification: cbc:ExtendedID cbc:BarcodeSymbologyID
    cac:PhysicalAttribute cac:MeasurementDimension cac:IssuerParty
576 line/cac:Item/cac:SellersItemIdentification: cbc:ExtendedID cbc:BarcodeSymbologyID
    cac:PhysicalAttribute cac:MeasurementDimension cac:IssuerParty
582 line/cac:Item/cac:StandardItemIdentification: cbc:ExtendedID cbc:BarcodeSymbologyID
    cac:PhysicalAttribute cac:MeasurementDimension cac:IssuerParty
591 line/cac:Item/cac:OriginCountry: cbc:Name
592 line/cac:Item/cac:CommodityClassification: cbc:NatureCode cbc:CargoTypeCode cbc:CommodityCode
597 line/cac:Item/cac:ClassifiedTaxCategory: cbc:Name cbc:BaseUnitMeasure cbc:PerUnitAmount
    cbc:TaxExemptionReasonCode cbc:TaxExemptionReason cbc:TierRange cbc:TierRatePercent
604 line/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme: cbc:Name cbc:TaxTypeCode
    cbc:CurrencyCode cac:JurisdictionRegionAddress
608 line/cac:Item/cac:AdditionalItemProperty: cbc:ID cbc:NameCode cbc:TestMethod cbc:ValueQuantity
    cbc:ValueQualifier cbc:ImportanceCode cbc:ListValue cac:UsabilityPeriod cac:ItemPropertyGroup
    cac:RangeDimension cac:ItemPropertyRange
625 line/cac:Price: cbc:PriceChangeReason cbc:PriceTypeCode cbc:PriceType
    cbc:OrderableUnitFactorRate cbc:ValidityPeriod cbc:PriceList
644 line/cac:Price: cac:PricingExchangeRate
632 line/cac:Price/cac:AllowanceCharge: cbc:ID cbc:AllowanceChargeReasonCode
    cbc:AllowanceChargeReason cbc:MultiplierFactorNumeric cbc:PrepaidIndicator cbc:SequenceNumeric
    cbc:AccountingCostCode cbc:AccountingCost cbc:PerUnitAmount cac:TaxCategory cac:TaxTotal
    cac:PaymentMeans
"""


def _read(rows: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Each path with its rule; a row that starts with space goes on from the one before."""
    for row in rows.replace("\n    ", " ").splitlines():
        first, _, names = row.partition(": ")
        start, place = first.split()
        for number, name in enumerate(names.split(), int(start)):
            yield ("" if place == "." else place, name), f"UBL-CR-{number:03}"


NOT_USED: Mapping[tuple[str, str], str] = dict(_read(ROWS))

WITHOUT_RULE = frozenset(
    {
        ("", "cac:DiscrepancyResponse"),
        ("line", "cac:DiscrepancyResponse"),
        ("line", "cac:SubCreditNoteLine"),
        ("line/cac:Price", "cac:ValidityPeriod"),
        ("line/cac:Price", "cac:PriceList"),
        ("cac:Delivery", "cac:PromisedDeliveryPeriod"),
    }
)

ANYWHERE: Mapping[str, str] = {
    "cac:FinancialInstitution": "UBL-CR-664",
    "cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode": "UBL-CR-669",
    "cac:Price/cac:AllowanceCharge/cbc:AllowanceChargeReason": "UBL-CR-670",
    "cac:Price/cac:AllowanceCharge/cbc:MultiplierFactorNumeric": "UBL-CR-671",
    "cac:PaymentMeans/cac:PayerFinancialAccount": "UBL-CR-680",
}

ATTRIBUTES: Mapping[str, str] = {
    "schemeName": "UBL-DT-08",
    "schemeAgencyName": "UBL-DT-09",
    "schemeDataURI": "UBL-DT-10",
    "schemeURI": "UBL-DT-11",
    "format": "UBL-DT-12",
    "unitCodeListIdentifier": "UBL-DT-13",
    "unitCodeListAgencyIdentifier": "UBL-DT-14",
    "unitCodeListAgencyName": "UBL-DT-15",
    "listAgencyName": "UBL-DT-16",
    "listName": "UBL-DT-17",
    "name": "UBL-DT-18",
    "languageID": "UBL-DT-19",
    "listURI": "UBL-DT-20",
    "listSchemeURI": "UBL-DT-21",
    "languageLocaleID": "UBL-DT-22",
    "uri": "UBL-DT-23",
    "currencyCodeListVersionID": "UBL-DT-24",
    "characterSetCode": "UBL-DT-25",
    "encodingCode": "UBL-DT-26",
    "schemeAgencyID": "UBL-DT-27",
    "listAgencyID": "UBL-DT-28",
    "unitCodeListID": "UBL-CR-663",
}
ATTRIBUTES_WITHOUT_RULE = frozenset(
    {"schemeID", "schemeVersionID", "listID", "listVersionID", "unitCodeListAgencyID"}
)

_ON: Mapping[str, tuple[str, ...]] = {
    "schemeID": (
        "648 ./cbc:CustomizationID",
        "649 ./cbc:ProfileID",
        "650 ./cbc:ID",
        "652 cac:PartyTaxScheme/cbc:CompanyID",
        "653 cac:PaymentMeans/cbc:PaymentID",
        "654 cac:PayeeFinancialAccount/cbc:ID",
        "655 cac:FinancialInstitutionBranch/cbc:ID",
        "667 cac:BuyersItemIdentification/cbc:ID",
        "668 cac:SellersItemIdentification/cbc:ID",
        "674 cac:CardAccount/cbc:PrimaryAccountNumberID",
        "675 cac:CardAccount/cbc:NetworkID",
        "676 cac:PaymentMandate/cbc:ID",
        "677 cac:PayerFinancialAccount/cbc:ID",
        "678 cac:TaxCategory/cbc:ID",
        "679 cac:ClassifiedTaxCategory/cbc:ID",
    ),
    "listID": (
        "656 ./cbc:InvoiceTypeCode",
        "657 ./cbc:DocumentCurrencyCode",
        "658 ./cbc:TaxCurrencyCode",
        "659 cac:AdditionalDocumentReference/cbc:DocumentTypeCode",
        "660 cac:Country/cbc:IdentificationCode",
        "661 cac:PaymentMeans/cbc:PaymentMeansCode",
        "662 cac:AllowanceCharge/cbc:AllowanceChargeReasonCode",
        "672 ./cbc:CreditNoteTypeCode",
    ),
}

ATTRIBUTES_ON: Mapping[tuple[str, str], str] = {
    (row[4:], name): f"UBL-CR-{row[:3]}" for name, rows in _ON.items() for row in rows
}
"""The last two steps of a path (`.` for the document) and the attribute that is not used there."""

AT_ONE_PLACE = frozenset(
    f"UBL-CR-{number}"
    for number in (648, 649, 650, 653, 654, 655, 656, 657, 658, 659, 661, 672, 676, 677)
)
"""The rules on an attribute that look at one path only; the others look at all elements."""


def barred(line: str) -> dict[str, str]:
    """What is not used by the id of its rule, where a line is called so, such as `cac:InvoiceLine`.

    >>> barred("cac:InvoiceLine")["UBL-CR-561"]
    'cac:InvoiceLine/cac:TaxTotal'
    """
    on = {rule: f"{path}/@{name}" for (path, name), rule in ATTRIBUTES_ON.items()}
    of_any = {rule: f"@{name}" for name, rule in ATTRIBUTES.items()}
    paths = {rule: "/".join(filter(None, place)) for place, rule in NOT_USED.items()}
    anywhere = {rule: path for path, rule in ANYWHERE.items()}
    found = {**on, **of_any, **anywhere, **paths}
    at_line = {each: path for each, path in found.items() if path.split("/")[0] == "line"}
    return {**found, **{each: f"{line}{path[4:]}" for each, path in at_line.items()}}
