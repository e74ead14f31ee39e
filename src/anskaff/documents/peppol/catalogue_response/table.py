"""The answer to a catalogue: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import party
from anskaff.documents.peppol.words import response as w
from anskaff.documents.ubl.table import (
    Group,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    text,
    texts,
)
from anskaff.documents.ubl.values import Identifier


class SenderIdentification(Group):
    """An identifier of the party that answers."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir58-008", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SenderLegalEntity(Group):
    """The registered name of the party that answers."""

    name: str | None = text("cbc:RegistrationName", "tir58-007", party.REGISTRATION_NAME, least=1)


class Sender(Group):
    """The party that answers."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir58-009", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: SenderIdentification | None = group(
        SenderIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: SenderLegalEntity | None = group(
        SenderLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY
    )


class ReceiverIdentification(Group):
    """An identifier of the party that gets the answer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir58-011", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class ReceiverLegalEntity(Group):
    """The registered name of the party that gets the answer."""

    name: str | None = text("cbc:RegistrationName", "tir58-010", party.REGISTRATION_NAME, least=1)


class Receiver(Group):
    """The party that gets the answer."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir58-012", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: tuple[ReceiverIdentification, ...] = groups(
        ReceiverIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: ReceiverLegalEntity | None = group(
        ReceiverLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY
    )


class Decision(Group):
    """What was decided."""

    code: str | None = code("cbc:ResponseCode", "tir58-014", w.DECISION_CODE, "UNCL4343", least=1)


class AnsweredDocument(Group):
    """The document that is answered."""

    number: str | None = text("cbc:ID", "tir58-016", w.ANSWERED_NUMBER, least=1)
    version: str | None = text("cbc:VersionID", "tir58-017", w.ANSWERED_VERSION)


class Answer(Group):
    """The answer to one document."""

    decision: Decision | None = group(Decision, "cac:Response", "", w.DECISION, least=1)
    document: AnsweredDocument | None = group(
        AnsweredDocument, "cac:DocumentReference", "", w.ANSWERED_DOCUMENT, least=1
    )


class CatalogueResponse(Group):
    """What a buyer answers to a catalogue, as Peppol BIS 3 has it."""

    customization: str | None = text("cbc:CustomizationID", "tir58-006", w.CUSTOMIZATION, least=1)
    profile: str | None = text(
        "cbc:ProfileID",
        "tir58-005",
        w.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:catalogue_only:3",
    )
    number: str | None = text("cbc:ID", "tir58-001", w.NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir58-002", w.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir58-003", w.ISSUED_AT)
    notes: tuple[str, ...] = texts("cbc:Note", "tir58-004", w.NOTE)
    sender: Sender | None = group(Sender, "cac:SenderParty", "", w.SENDER, least=1)
    receiver: Receiver | None = group(Receiver, "cac:ReceiverParty", "", w.RECEIVER, least=1)
    answers: tuple[Answer, ...] = groups(Answer, "cac:DocumentResponse", "", w.ANSWER)
