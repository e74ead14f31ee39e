"""The order of siblings in eForms.

Almost every type of UBL 2.3 and of the eForms extension puts its children in one and the same
order, so that order is said once; `_OTHERWISE` has the few types that differ: the parent before the
colon. A child that neither names comes last.
Source: the XML Schemas of eForms SDK 1.14.2, for the names that occur in notices.
"""

import re

_ORDER = """
ext:UBLExtensions efbc:AppealProcessingPartyTypeCode efbc:ApplicableLegalBasis
efbc:AssetCategoryCode efbc:AssetDescription efbc:AssetMetricCode efbc:AssetMetricNumeric
efbc:AssetSignificance efbc:AssetPredominance efbc:ChangeDescription efbc:ChangedNoticeIdentifier
efbc:ExceptionCode efbc:ExceptionDescription efbc:ExtendedDurationIndicator efbc:FieldIdentifierCode
efbc:FinancingIdentifier efbc:LegalFrameworkCode efbc:MeasureCode efbc:ModifiedContractIdentifier
efbc:NoticePublicationID efbc:GazetteID efbc:ProcurementCategoryCode
efbc:ProcurementDocumentsChangeDate efbc:ProcurementDocumentsChangeIndicator cbc:ActivityTypeCode
cbc:AuctionConstraintIndicator cbc:BuyerProfileURI cbc:CapabilityTypeCode cbc:Code
cbc:ElectronicOrderUsageIndicator cbc:ElectronicPaymentUsageIndicator
cbc:EstimatedOverallContractAmount cbc:GuaranteeTypeCode cbc:IdentificationCode
cbc:ItemClassificationCode cbc:Line cbc:LotsGroupID cbc:MaximumLotsAwardedNumeric
cbc:MaximumLotsSubmittedNumeric cbc:MaximumOperatorQuantity cbc:Justification
cbc:EstimatedMaximumValueAmount cbc:OccurrenceDate cbc:OccurrenceTime cbc:OptionsDescription
cbc:MaximumNumberNumeric cbc:PaidAmount efbc:PaidAmountDescription efbc:PenaltiesAmount
cbc:PartyTypeCode cbc:PayableAmount cbc:ProcessReasonCode cbc:ProcessReason cbc:ReasonCode
efbc:ReasonDescription efbc:PublicationDate cbc:RegistrationName cbc:CompanyID cbc:RegistrationDate
cbc:CompanyLegalFormCode cbc:CompanyLegalForm cbc:StartDate cbc:EndDate cbc:EndTime
cbc:DurationMeasure cbc:DescriptionCode cbc:UBLVersionID cbc:CustomizationID
cbc:VariantConstraintCode cbc:FundingProgramCode cbc:WebsiteURI cbc:EndpointID efbc:CompanySizeCode
efac:AppliedMeasure efac:AssetLabel efac:AssetMetric efac:AssetsList efac:Change efac:ChangeReason
efac:ChangedSection efac:FieldsPrivacy efbc:AreaCode efbc:DecisionReasonCode
efbc:GroupFrameworkMaximumValueAmount efbc:GroupFrameworkReestimatedValueAmount efbc:ParameterCode
efbc:ParameterNumeric efbc:RevenueBuyerAmount efbc:RevenueUserAmount efbc:StatisticsCode
efbc:StatisticsNumeric efbc:TermAmount efbc:TermDescription efbc:TermPercent efbc:TermCode
efbc:PercentageKnownIndicator efbc:ValueDescription efbc:ValueKnownIndicator cbc:ID
efbc:GroupLeadIndicator efbc:AcquiringCPBIndicator efbc:AwardingCPBIndicator
efbc:ListedOnRegulatedMarketIndicator efbc:NaturalPersonIndicator cbc:AwardDate
cbc:AwardingCriterionTypeCode cbc:ContractFolderID cbc:ContractingSystemTypeCode
cbc:CriterionTypeCode cbc:Date cbc:FirstName cbc:FamilyName cbc:HigherTenderAmount cbc:IssueDate
cbc:IssueTime cbc:DocumentTypeCode cbc:DocumentType cbc:LowerTenderAmount cbc:MaximumValueAmount
efbc:ReestimatedValueAmount cbc:RankCode efbc:ForeignSubsidiesMeasuresCode
efbc:PublicTransportationCumulatedDistance efbc:TenderRankedIndicator efbc:TenderVariantIndicator
cbc:ReferencedDocumentInternalAddress cbc:LanguageID cbc:ServiceTypeCode cbc:StreetName
cbc:AdditionalStreetName cbc:TenderResultCode efbc:DPSTerminationIndicator
cbc:TendererRequirementTypeCode cbc:Name cbc:ExecutionRequirementCode cbc:Title cbc:Description
cbc:AuctionURI cbc:CalculationExpression cbc:CalculationExpressionCode efbc:SecondStageIndicator
cbc:Department cbc:CityName cbc:FeeAmount cbc:FollowupContractIndicator cbc:BindingOnBuyerIndicator
cbc:MinimumQuantity cbc:MaximumQuantity cbc:NationalityID cbc:NoFurtherNegotiationIndicator
cbc:PostalZone cbc:CountrySubentityCode cbc:ProcedureCode cbc:PartPresentationCode
cbc:ProcurementTypeCode cbc:EstimatedOverallContractQuantity cbc:ProcurementType cbc:Region
cbc:SubcontractingConditionsCode cbc:MaximumPercent cbc:MinimumPercent cbc:SubmissionMethodCode
cbc:CandidateReductionConstraintIndicator cbc:GovernmentAgreementConstraintIndicator
cbc:AccessToolsURI cbc:Telephone cbc:Telefax cbc:ElectronicMail cbc:Note cbc:RequiredCurriculaCode
cbc:RecurringProcurementIndicator cbc:RecurringProcurementDescription
cbc:LatestSecurityClearanceDate cbc:MultipleTendersCode cbc:SMESuitableIndicator
cbc:TerminatedIndicator cbc:TotalAmount efbc:OverallApproximateFrameworkContractsAmount
efbc:OverallMaximumFrameworkContractsAmount cbc:URI efbc:AppealID efbc:AppealRemedyValue
efbc:AppealStageCode efbc:ContractFrameworkIndicator efbc:PreviousAppealID
efbc:WithdrawnAppealIndicator efbc:WithdrawnAppealDate efbc:WithdrawnAppealReasons cbc:ValueAmount
cbc:VersionID cbc:DocumentStatusCode cbc:DocumentDescription cbc:RequestedPublicationDate
cbc:PlannedDate cbc:RegulatoryDomain cbc:NoticeTypeCode cbc:NoticeLanguageCode
efac:AppealIrregularity efac:AppealedItem efac:AppealingParty efac:AppealProcessingParty
efac:AppealDecision efac:AppealRemedy efac:CriterionParameter efac:GroupFramework efac:LotResult
efac:MainContractor efac:MeasureException efac:MeasureStatistics efac:Organization
efac:ProcurementDetails efac:StrategicProcurementInformation efac:StrategicProcurementStatistics
efac:Tenderer efac:SubContractor efac:UltimateBeneficialOwner efac:Company efac:TouchPoint
cac:AdditionalNoticeLanguage cac:AddressLine cac:Attachment cac:AwardingCriterion
cac:ContractingParty cac:ContractingPartyType cac:ContractingActivity
cac:CorporateRegistrationScheme cac:Country cac:ExternalReference cac:FinancingParty cac:IssuerParty
cac:JurisdictionRegionAddress cac:LegalMonetaryTotal efac:AggregatedAmounts efac:ConcessionRevenue
efac:ContractTerm efac:Origin efac:SubcontractingTerm cac:LotsGroup cac:Party
cac:PartyIdentification cac:PartyName cac:PayerParty efac:AppealRequestsStatistics
efac:DecisionReason cac:Period cac:PresentationPeriod cac:AppealInformationParty
cac:AppealReceiverParty cac:MediationParty cac:ProcurementAdditionalType
cac:ProcurementProjectLotReference cac:Renewal cac:RequestedTenderTotal
cac:MainCommodityClassification cac:AdditionalCommodityClassification cac:RealizedLocation
cac:PlannedPeriod cac:ContractExtension cac:RequiredFinancialGuarantee
cac:ProcurementLegislationDocumentReference cac:FiscalLegislationDocumentReference
cac:EnvironmentalLegislationDocumentReference cac:EmploymentLegislationDocumentReference
cac:CallForTendersDocumentReference cac:PaymentTerms cac:SenderParty cac:BusinessParty
cac:SpecificTendererRequirement cac:SubordinateAwardingCriterion
cac:SubsequentProcessTenderRequirement cac:TechnicalCommitteePerson cac:Prize
cac:TenderSubmissionDeadlinePeriod cac:InvitationSubmissionPeriod cac:ParticipationInvitationPeriod
cac:ParticipationRequestReceptionPeriod cac:AdditionalInformationRequestPeriod
cac:NoticeDocumentReference cac:AdditionalDocumentReference cac:BusinessCapability
efac:NoticePurpose efac:NoticeSubType cac:ProcessJustification cac:SignatoryParty
efac:ContractReference efac:DurationJustification efac:LotTender efac:FrameworkAgreementValues
efac:Funding efac:ReceivedSubmissionsStatistics efac:SettledContract efac:StrategicProcurement
efac:TenderingParty efac:TenderLot efac:TenderReference cac:TendererQualificationRequest
cac:AllowedSubcontractTerms cac:ContractExecutionRequirement cac:AwardingTerms
cac:AdditionalInformationParty cac:DocumentProviderParty cac:TenderRecipientParty
cac:TenderEvaluationParty cac:TenderValidityPeriod cac:AppealTerms cac:Language cac:LotDistribution
cac:PostAwardProcess cac:EconomicOperatorShortList cac:OpenTenderEvent cac:AuctionTerms
cac:FrameworkAgreement cac:ContractingSystem cac:PostalAddress cac:PartyLegalEntity cac:Contact
cac:OccurenceLocation cac:ResidenceAddress efac:Nationality cac:SecurityClearanceTerm
cac:ServiceProviderParty cac:TenderingTerms cac:TenderingProcess cac:ProcurementProject
cac:ProcurementProjectLot cac:TenderResult
"""
_OTHERWISE = """
cac:EconomicOperatorShortList = ext:UBLExtensions cbc:LimitationDescription cbc:MaximumQuantity
    cbc:MinimumQuantity cac:PreSelectedParty
cac:ExternalReference = ext:UBLExtensions cbc:URI cbc:Description
cac:OccurenceLocation = ext:UBLExtensions cbc:ID cbc:Description cbc:CountrySubentityCode cbc:Name
    cac:Address
cac:Prize = ext:UBLExtensions cbc:RankCode cbc:ValueAmount cbc:Description
cac:RealizedLocation = ext:UBLExtensions cbc:ID cbc:Description cbc:CountrySubentityCode cbc:Name
    cac:Address
cac:SpecificTendererRequirement = ext:UBLExtensions cbc:Name cbc:TendererRequirementTypeCode
    cbc:Description
cac:TenderResult = ext:UBLExtensions cbc:TenderResultCode cbc:Description cbc:AwardDate
    cbc:LowerTenderAmount cbc:HigherTenderAmount cbc:StartDate
efac:ContractTerm = efbc:TermCode efbc:TermDescription efbc:TermPercent
efext:EformsExtension = efbc:AccessToolName efbc:FrameworkMaximumAmount
    efbc:ProcedureRelaunchIndicator efbc:TransmissionDate efbc:TransmissionTime
    efac:AnswerReceptionPeriod efac:AppealRequestsStatistics efac:Appeals
    efac:AwardCriterionParameter efac:BuyingPartyReference efac:Changes efac:ContractModification
    efac:FieldsPrivacy efac:Funding efac:InterestExpressionReceptionPeriod efac:NonOfficialLanguages
    efac:NoticeResult efac:NoticeSubType efac:OfficialLanguages efac:Organizations efac:Publication
    efac:SelectionCriteria efac:StrategicProcurement efac:SubsidiaryClassification
    efac:ReferencedDocumentPart efac:TenderSubcontractingRequirements
"""
_PLACES = {name: at for at, name in enumerate(_ORDER.split())}
_OTHER_PLACES = {
    parent: {name: at for at, name in enumerate(names.split())}
    for parent, names in re.findall(r"^(\S+) =((?:\n? +\S+)+)", _OTHERWISE, re.MULTILINE)
}


def place(parent: str, child: str) -> int:
    """Where a child stands among its siblings, by their names with prefix.

    >>> place("cac:Address", "cbc:CityName") < place("cac:Address", "cac:Country")
    True
    >>> place("cac:Prize", "cbc:ValueAmount") < place("cac:Prize", "cbc:Description")
    True
    """
    return _OTHER_PLACES.get(parent, _PLACES).get(child, len(_PLACES))
