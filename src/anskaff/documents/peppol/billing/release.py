"""The May 2026 release of Peppol BIS Billing 3 as a rule set for each bill."""

from typing import TypeVar

from anskaff.documents.peppol.billing import (
    LISTS,
    RELEASED,
    SELF_BILLING_LISTS,
    SELF_BILLING_SOURCE,
    SILENT,
    SOURCE,
    rules,
    structure,
)
from anskaff.documents.peppol.billing.not_used import barred
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)


def released(
    document: DocumentType[Root], name: str, line: str, *, self_billing: bool = False
) -> RuleSet[Root]:
    """The rules of a bill; `name` is that of the publisher, and `line` the element of its lines."""
    return RuleSet(
        id=f"eu.peppol.bis3:{name}:2026.5",
        valid_from=RELEASED,
        document=document,
        official=structure.OFFICIAL,
        rules=rules.SELF_BILLING_RULES if self_billing else rules.RULES,
        source=SELF_BILLING_SOURCE if self_billing else SOURCE,
        lists=SELF_BILLING_LISTS if self_billing else LISTS,
        silent=SILENT,
        barred=barred(line),
    )
