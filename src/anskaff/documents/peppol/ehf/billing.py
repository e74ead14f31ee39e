"""What EHF's documents on top of Peppol Billing share: release, rules switched off."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from anskaff.documents.peppol.billing import structure
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.ubl.structure import IGNORED, SCHEMA, Id
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)

BILLING_RELEASED = date(2026, 9, 29)
"""When EHF's documents on top of Peppol Billing were released last (checked 2026-11-21)."""
SOURCE = "EHF post-award G3, release 2026-09-29, on Peppol BIS Billing 3, release May 2026"
NOT_IN_FORWARD_BILLING = frozenset({"BR-07", "UBL-CR-665", "PEPPOL-EN16931-R007"})
"""The rules of Peppol Billing that EHF switches off for what is sent on to another buyer."""
NOT_IN_REMINDERS = frozenset({"BR-04", "BR-CL-20", "PEPPOL-EN16931-R007", "PEPPOL-EN16931-CL003"})
"""The rules of Peppol Billing that EHF switches off for reminders."""
NEW_IN_UBL = frozenset(
    {
        "cac:AdditionalWebSite",
        "cac:SocialMediaProfile",
        "cbc:EmbeddedDocument",
        "cbc:WithholdingTaxTotalAmount",
    }
)
"""What UBL 2.2 has wherever a document of billing may have it, and UBL 2.1 has not."""
NEW_IN_CREDIT_NOTES = frozenset({"cac:ProjectReference", "cbc:DueDate"})


def _unknown(group: Group, name: str) -> Id | None:
    """An element that UBL 2.1 does not have may stand in a document of UBL 2.2."""
    found = structure.unknown(group, name)
    new = name in NEW_IN_UBL or (isinstance(group, CreditNote) and name in NEW_IN_CREDIT_NOTES)
    return IGNORED if found == SCHEMA and new else found


OFFICIAL = replace(structure.OFFICIAL, unknown=_unknown)
"""What the official rules say of the structure of invoices and credit notes in UBL 2.2."""


def on_billing(
    document: DocumentType[Root], name: str, billing: RuleSet[Root], without: frozenset[str]
) -> RuleSet[Root]:
    """The rules of a document of Peppol Billing for one of EHF, but for those switched off."""
    return replace(
        billing,
        id=f"no.ehf.g3:{name}:2026.9",
        valid_from=BILLING_RELEASED,
        document=document,
        official=OFFICIAL,
        source=SOURCE,
        without=without,
    )
