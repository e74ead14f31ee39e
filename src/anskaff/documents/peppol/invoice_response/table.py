"""The answer to an invoice: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import party
from anskaff.documents.peppol.words import response as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    listed_code,
    text,
)
from anskaff.documents.ubl.values import Code, Identifier


class SenderIdentification(Group):
    """An identifier of the party that answers."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir111-008", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SenderLegalEntity(Group):
    """The registered name of the party that answers."""

    name: str | None = text("cbc:RegistrationName", "tir111-007", party.REGISTRATION_NAME, least=1)


class SenderContact(Group):
    """Whom to ask about the answer."""

    name: str | None = text("cbc:Name", "tir111-026", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir111-028", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir111-027", party.EMAIL)


class Sender(Group):
    """The party that answers."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir111-009", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: SenderIdentification | None = group(
        SenderIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: SenderLegalEntity | None = group(
        SenderLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: SenderContact | None = group(SenderContact, "cac:Contact", "", party.CONTACT)


class ReceiverIdentification(Group):
    """An identifier of the party that gets the answer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir111-011", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class ReceiverLegalEntity(Group):
    """The registered name of the party that gets the answer."""

    name: str | None = text("cbc:RegistrationName", "tir111-010", party.REGISTRATION_NAME, least=1)


class Receiver(Group):
    """The party that gets the answer."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir111-012", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: ReceiverIdentification | None = group(
        ReceiverIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: ReceiverLegalEntity | None = group(
        ReceiverLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )


class Detail(Group):
    """A term of the invoice and what it should have been."""

    term: str | None = text("cbc:AttributeID", "tir111-017", w.DETAIL_TERM, least=1)
    value: str | None = text("cbc:Description", "tir111-018", w.DETAIL_VALUE)


class Reason(Group):
    """Why, or what is to be done."""

    code: Code | None = listed_code(
        "cbc:StatusReasonCode",
        "tir111-015",
        w.REASON_CODE,
        Attribute(name="listID", least=1, codes="ClarificationListID"),
        codes="OPStatusReason OPStatusAction",
    )
    text: str | None = text("cbc:StatusReason", "tir111-016", w.REASON_TEXT)
    details: tuple[Detail, ...] = groups(Detail, "cac:Condition", "", w.DETAIL)


class Decision(Group):
    """What was decided."""

    code: str | None = code(
        "cbc:ResponseCode", "tir111-013", w.INVOICE_STATUS, "UNCL4343-T111", least=1
    )
    effective: date | None = day("cbc:EffectiveDate", "tir111-014", w.EFFECTIVE)
    reasons: tuple[Reason, ...] = groups(Reason, "cac:Status", "", w.REASON)


class AnsweredDocument(Group):
    """The document that is answered."""

    number: str | None = text("cbc:ID", "tir111-020", w.ANSWERED_NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir111-019", w.ANSWERED_DATE)
    type_code: str | None = code(
        "cbc:DocumentTypeCode", "tir111-021", w.ANSWERED_TYPE, "UNCL1001", least=1
    )


class SellerIdentification(Group):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir111-023", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerName(Group):
    """The name of the seller."""

    name: str | None = text("cbc:Name", "tir111-022", party.NAME, least=1)


class Seller(Group):
    """The seller of the invoice."""

    identification: SellerIdentification | None = group(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: SellerName | None = group(
        SellerName, "cac:PartyName", "", party.PARTY_NAME, least=1
    )


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir111-025", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerName(Group):
    """The name of the buyer."""

    name: str | None = text("cbc:Name", "tir111-024", party.NAME, least=1)


class Buyer(Group):
    """The buyer of the invoice."""

    identification: BuyerIdentification | None = group(
        BuyerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: BuyerName | None = group(BuyerName, "cac:PartyName", "", party.PARTY_NAME, least=1)


class Answer(Group):
    """The answer to one document."""

    decision: Decision | None = group(Decision, "cac:Response", "", w.DECISION, least=1)
    document: AnsweredDocument | None = group(
        AnsweredDocument, "cac:DocumentReference", "", w.ANSWERED_DOCUMENT, least=1
    )
    seller: Seller | None = group(Seller, "cac:IssuerParty", "", party.SELLER)
    buyer: Buyer | None = group(Buyer, "cac:RecipientParty", "", party.BUYER)


class InvoiceResponse(Group):
    """What a buyer tells of how an invoice is getting on."""

    customization: str | None = text("cbc:CustomizationID", "tir111-006", w.CUSTOMIZATION, least=1)
    profile: str | None = text("cbc:ProfileID", "tir111-005", w.PROFILE, least=1)
    number: str | None = text("cbc:ID", "tir111-001", w.NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir111-002", w.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir111-003", w.ISSUED_AT)
    note: str | None = text("cbc:Note", "tir111-004", w.NOTE)
    sender: Sender | None = group(Sender, "cac:SenderParty", "", w.SENDER, least=1)
    receiver: Receiver | None = group(Receiver, "cac:ReceiverParty", "", w.RECEIVER, least=1)
    answer: Answer | None = group(Answer, "cac:DocumentResponse", "", w.ANSWER, least=1)
