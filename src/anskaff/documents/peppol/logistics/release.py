"""The rule sets of Peppol Logistics BIS, release 1.2: what its documents share.

The files of the release leave out the rules on structure, which the publisher makes from its tables
at build time; here they follow from ours, numbered in the same way. The code lists are in files of
their own.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeVar

from anskaff.documents.peppol.common_rules import LOGISTICS_RULES
from anskaff.documents.peppol.post_award import structure
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.ubl.rules import AnyRule
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)
RELEASED = date(2026, 2, 11)
"""When the release was published (checked 2026-11-21)."""
SEVERAL = frozenset(
    {
        ("", "cac:DespatchDocumentReference"),
        ("cac:Address", "cac:LocationCoordinate"),
        ("cac:Certificate", "cbc:Remarks"),
        ("cac:Consignment", "cbc:HandlingInstructions"),
        ("cac:ContainedPackage", "cbc:PackingMaterial"),
        ("cac:Delivery", "cac:DeliveryTerms"),
        ("cac:DeliveryTerms", "cbc:SpecialTerms"),
        ("cac:DespatchAddress", "cac:LocationCoordinate"),
        ("cac:DespatchDocumentReference", "cbc:DocumentDescription"),
        ("cac:GoodsItem", "cac:Item"),
        ("cac:HazardousItem", "cbc:AdditionalInformation"),
        ("cac:Item", "cac:ManufacturerParty"),
        ("cac:Item", "cac:ManufacturersItemIdentification"),
        ("cac:Package", "cbc:PackingMaterial"),
        ("cac:ReceiptLine", "cac:DespatchLineReference"),
        ("cac:ReceiptLine", "cac:Item"),
        ("cac:ReceiptLine", "cbc:RejectReason"),
        ("cac:TransportEquipment", "cac:GoodsItem"),
        ("cac:TransportHandlingUnit", "cbc:HandlingInstructions"),
        ("cac:TransportHandlingUnit", "cbc:ShippingMarks"),
    }
)
"""What UBL lets repeat here, beside what it lets repeat in post-award: the parent and it."""
CODE_LISTS = "peppol-logistics-1.2/structure/codelist"


def released(
    document: DocumentType[Root],
    name: str,
    transaction: str,
    rules: Sequence[AnyRule],
    *,
    repeating: Collection[tuple[str, str]] = (),
    once: Collection[tuple[str, str]] = (),
) -> RuleSet[Root]:
    """The rules of a document: its own, those in common, and its structure by number.

    `name` is that of the publisher and `transaction` such as `T120`; `repeating` is as `SEVERAL`,
    for a document in another version of UBL, and `once` what does not repeat in it.
    """
    return RuleSet(
        id=f"eu.peppol.logistics:{name}:1.2",
        valid_from=RELEASED,
        document=document,
        official=structure.official(
            document.root, f"PEPPOL-{transaction}", repeating=SEVERAL | set(repeating), once=once
        ),
        rules=(*rules, *LOGISTICS_RULES),
        source=f"Peppol Logistics BIS 1.2, {transaction}",
        lists=(CODE_LISTS,),
    )
