"""A message level response of our own, since the publisher has no example of one."""

from datetime import date, time

from anskaff.documents.peppol.message_level_response import DOCUMENT, KNOWN
from anskaff.documents.peppol.message_level_response.table import (
    Answer,
    AnsweredDocument,
    Decision,
    Issue,
    IssueDecision,
    IssuePlace,
    IssueStatus,
    MessageLevelResponse,
    Receiver,
    Sender,
)
from anskaff.documents.ubl.values import Identifier

ISSUES = tuple(
    Issue(
        place=IssuePlace(path=path),
        found=IssueDecision(code="RE", description="Feil", status=IssueStatus(code=status)),
    )
    for path, status in (("/Invoice/cbc:ID", "BV"), ("/Invoice", "BW"))
)
A_REJECTION = DOCUMENT.write(
    MessageLevelResponse(
        customization=KNOWN.customization,
        profile=KNOWN.profiles[0],
        number="7",
        issued=date(2026, 11, 21),
        issued_at=time(12, 30),
        sender=Sender(endpoint=Identifier("991825827", "0192")),
        receiver=Receiver(endpoint=Identifier("7300010000001", "0088")),
        answer=Answer(
            decision=Decision(code="RE", description="Avvist"),
            document=AnsweredDocument(number="12", type_code="380", version="1"),
            issues=ISSUES,
        ),
    )
)
