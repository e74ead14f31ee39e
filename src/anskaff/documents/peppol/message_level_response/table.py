"""The message level response: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME
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
)
from anskaff.documents.ubl.values import Identifier


class Sender(Group):
    """The party that answers."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir71-009", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )


class Receiver(Group):
    """The party that gets the answer."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir71-012", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )


class Decision(Group):
    """What was decided."""

    code: str | None = code("cbc:ResponseCode", "tir71-014", w.DECISION_CODE, "UNCL4343", least=1)
    description: str | None = text("cbc:Description", "tir71-004", w.DESCRIPTION)


class AnsweredDocument(Group):
    """The document that is answered."""

    number: str | None = text("cbc:ID", "tir71-018", w.ANSWERED_NUMBER, least=1)
    type_code: str | None = code("cbc:DocumentTypeCode", "tir71-020", w.ANSWERED_TYPE, "UNCL1001")
    version: str | None = text("cbc:VersionID", "tir71-019", w.ANSWERED_VERSION)


class IssuePlace(Group):
    """Where in the message it is."""

    path: str | None = text("cbc:LineID", "tir71-013", w.ISSUE_PATH, least=1)


class IssueStatus(Group):
    """What kind of fault it is."""

    code: str | None = code(
        "cbc:StatusReasonCode", "tir71-016", w.ISSUE_CODE, "StatusReason", least=1
    )


class IssueDecision(Group):
    """What is wrong."""

    code: str | None = code("cbc:ResponseCode", "tir71-017", w.DECISION_CODE, "UNCL4343")
    description: str | None = text("cbc:Description", "tir71-015", w.ISSUE_TEXT, least=1)
    status: IssueStatus | None = group(IssueStatus, "cac:Status", "", w.ISSUE_STATUS, least=1)


class Issue(Group):
    """Something that is wrong in the message."""

    place: IssuePlace | None = group(IssuePlace, "cac:LineReference", "", w.ISSUE_PLACE, least=1)
    found: IssueDecision | None = group(IssueDecision, "cac:Response", "", w.ISSUE_FOUND, least=1)


class Answer(Group):
    """The answer to one document."""

    decision: Decision | None = group(Decision, "cac:Response", "", w.DECISION, least=1)
    document: AnsweredDocument | None = group(
        AnsweredDocument, "cac:DocumentReference", "", w.ANSWERED_DOCUMENT, least=1
    )
    issues: tuple[Issue, ...] = groups(Issue, "cac:LineResponse", "", w.ISSUE)


class MessageLevelResponse(Group):
    """What a receiver says of a message as a message: taken in or refused, and why."""

    customization: str | None = text("cbc:CustomizationID", "tir71-006", w.CUSTOMIZATION, least=1)
    profile: str | None = text(
        "cbc:ProfileID", "tir71-005", w.PROFILE, least=1, only="urn:fdc:peppol.eu:poacc:bis:mlr:3"
    )
    number: str | None = text("cbc:ID", "tir71-001", w.NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir71-002", w.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir71-003", w.ISSUED_AT)
    sender: Sender | None = group(Sender, "cac:SenderParty", "", w.SENDER, least=1)
    receiver: Receiver | None = group(Receiver, "cac:ReceiverParty", "", w.RECEIVER, least=1)
    answer: Answer | None = group(Answer, "cac:DocumentResponse", "", w.ANSWER, least=1)
