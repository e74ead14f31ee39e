"""The message level status: its table, in the order of UBL."""

from datetime import date, time

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
    text,
)
from anskaff.documents.ubl.values import Identifier

PROVIDER_SCHEME = Attribute(name="schemeID", least=1)


class ServiceProvider(Group):
    """A service provider in the Peppol network, by its number there."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "", party.ENDPOINT, PROVIDER_SCHEME, least=1
    )


class Sender(ServiceProvider):
    """The service provider that answers."""


class Receiver(ServiceProvider):
    """The service provider that gets the answer."""


class Decision(Group):
    """What became of the message."""

    code: str | None = code("cbc:ResponseCode", "", w.DECISION_CODE, least=1)
    description: str | None = text("cbc:Description", "", w.DESCRIPTION)


class AnsweredMessage(Group):
    """The message that is answered, by the number on its envelope."""

    number: str | None = text("cbc:ID", "", w.ANSWERED_NUMBER, least=1)


class IssuePlace(Group):
    """Where in the message it is."""

    path: str | None = text("cbc:LineID", "", w.ISSUE_PATH, least=1)


class IssueStatus(Group):
    """What kind of fault it is."""

    code: str | None = code("cbc:StatusReasonCode", "", w.ISSUE_CODE, least=1)


class Found(Group):
    """What is wrong."""

    code: str | None = code("cbc:ResponseCode", "", w.DECISION_CODE)
    description: str | None = text("cbc:Description", "", w.ISSUE_TEXT, least=1)
    status: IssueStatus | None = group(IssueStatus, "cac:Status", "", w.ISSUE_STATUS, least=1)


class Issue(Group):
    """A place in the message, and all that is wrong there."""

    place: IssuePlace | None = group(IssuePlace, "cac:LineReference", "", w.ISSUE_PLACE, least=1)
    found: tuple[Found, ...] = groups(Found, "cac:Response", "", w.ISSUE_FOUND, least=1)


class Answer(Group):
    """The answer to one message."""

    decision: Decision | None = group(Decision, "cac:Response", "", w.DECISION, least=1)
    document: AnsweredMessage | None = group(
        AnsweredMessage, "cac:DocumentReference", "", w.ANSWERED_DOCUMENT, least=1
    )
    issues: tuple[Issue, ...] = groups(Issue, "cac:LineResponse", "", w.ISSUE)


class MessageLevelStatus(Group):
    """What a service provider says of a message: delivered, accepted or rejected, and why."""

    customization: str | None = text("cbc:CustomizationID", "", w.CUSTOMIZATION, least=1)
    profile: str | None = text("cbc:ProfileID", "", w.PROFILE, least=1)
    number: str | None = text("cbc:ID", "", w.NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "", w.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "", w.ISSUED_AT, least=1)
    sender: Sender | None = group(Sender, "cac:SenderParty", "", w.SENDER, least=1)
    receiver: Receiver | None = group(Receiver, "cac:ReceiverParty", "", w.RECEIVER, least=1)
    answer: Answer | None = group(Answer, "cac:DocumentResponse", "", w.ANSWER, least=1)
