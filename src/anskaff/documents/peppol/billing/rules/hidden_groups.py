"""Groups inside elements that are not used, read as what they are where they are used.

Most official rules look at every allowance, every tax category, every address, wherever it stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from anskaff.documents import xml
from anskaff.documents.peppol.billing import delivery, lines, parties, payment, references, totals
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.reading import Element, Reading, read, short_name
from anskaff.documents.ubl.table import Group

KINDS: Mapping[str, type[Group]] = {
    "cac:AdditionalDocumentReference": references.SupportingDocument,
    "cac:AdditionalItemProperty": lines.ItemProperty,
    "cac:Address": parties.RepresentativeAddress,
    "cac:AllowanceCharge": totals.DocumentAllowance,
    "cac:Attachment": references.Attachment,
    "cac:BillingReference": references.BillingReference,
    "cac:ClassifiedTaxCategory": lines.LineTaxCategory,
    "cac:Delivery": delivery.Delivery,
    "cac:InvoicePeriod": references.Period,
    "cac:PartyTaxScheme": parties.BuyerTaxScheme,
    "cac:PaymentMeans": payment.PaymentMeans,
    "cac:PostalAddress": parties.RepresentativeAddress,
    "cac:TaxCategory": totals.SubtotalTaxCategory,
    "cac:TaxSubtotal": totals.TaxSubtotal,
}
"""What an element is read as; which rules are asked of it is for those who ask."""
WITHHELD = "cac:WithholdingTaxTotal"
PLACES = frozenset({"cbc:PaymentID", "cbc:PaymentMeansCode"})


@dataclass(slots=True)
class Hidden:
    """What stands inside elements that are not used.

    `groups` by type; `elements` are all of them with the name of their parent; `texts` are values
    by name, of those that must be the same everywhere.
    """

    groups: defaultdict[type[Group], list[Group]] = field(default_factory=lambda: defaultdict(list))
    elements: list[tuple[Group, str, Element]] = field(default_factory=list)
    texts: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def all(self, kind: type[Group]) -> Iterator[Group]:
        """Every group of a type."""
        yield from self.groups.get(kind, ())


NOTHING = Hidden()


def hidden_groups(reading: Reading[Group]) -> Hidden:
    """What stands inside the elements of a document that are not used, worked out once."""
    return reading.once(_all_hidden) if reading.unknown else NOTHING


def _all_hidden(reading: Reading[Group]) -> Hidden:
    found = Hidden()
    for owner in {id(spot.group): spot.group for spot in reading.unknown}.values():
        tag = owner.position[1].tag if owner.position[1] is not None else ""
        for _, kept in owner.extras.unknown if owner.extras is not None else ():
            _take(xml.read(kept, limits=LIMITS), tag, owner, found)
    return found


def _take(element: Element, parent: str, owner: Group, found: Hidden) -> None:
    name = short_name(element)
    found.elements.append((owner, parent, element))
    if name in PLACES:
        found.texts[name].add(element.text or "")
    kind = KINDS.get(name)
    in_allowance = element.getparent() is None and isinstance(owner, totals.AllowanceCharge)
    if kind is totals.SubtotalTaxCategory and in_allowance:
        _keep(element, totals.DocumentTaxCategory, owner, found)
    if kind is not None and not (kind is totals.TaxSubtotal and parent == WITHHELD):
        _keep(element, kind, None, found)
    for child in element:
        _take(child, name, owner, found)


def _keep(element: Element, kind: type[Group], owner: Group | None, found: Hidden) -> None:
    made = read(element, kind)
    if owner is not None:
        object.__setattr__(made.root, "position", (owner, None, 0))
    for each, groups in made.groups.items():
        found.groups[each].extend(groups)
