"""Our rule sets: the message level status of the Peppol network (MLS 1.0)."""

from datetime import date

from anskaff.documents.peppol.message_level_status import DOCUMENT
from anskaff.documents.peppol.message_level_status.rules import RULES
from anskaff.documents.peppol.message_level_status.structure import OFFICIAL
from anskaff.documents.peppol.message_level_status.table import MessageLevelStatus
from anskaff.documents.ubl.rule_set import RuleSet

RULE_SETS: tuple[RuleSet[MessageLevelStatus], ...] = (
    RuleSet(
        id="eu.peppol.edec:mls:1.0.1",
        valid_from=date(2025, 12, 15),
        document=DOCUMENT,
        official=OFFICIAL,
        rules=RULES,
        source="Peppol Message Level Status 1.0.1",
    ),
)
