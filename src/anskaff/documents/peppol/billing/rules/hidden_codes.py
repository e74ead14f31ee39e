"""Codes inside elements that are not used; the official rules ask for them wherever they stand."""

from collections.abc import Iterator, Mapping

from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.peppol.billing.rules.standing import BILLS, place_of
from anskaff.documents.peppol.billing.totals import AllowanceCharge
from anskaff.documents.ubl.demands import refused
from anskaff.documents.ubl.guards import has_unknown
from anskaff.documents.ubl.nearest_codes import unlisted
from anskaff.documents.ubl.reading import Element, Reading, short_name
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.structure_faults import NOT_IN_LIST
from anskaff.documents.ubl.table import CBC, Group
from anskaff.documents.ubl.values import indicator, normalized

OBJECT_TYPE = "130"
BANK_SCHEME = "SEPA"
OF_BANKS = ("cac:AccountingSupplierParty/", "cac:PayeeParty/")
CODES: Mapping[str, str] = {
    "cac:InvoicePeriod/cbc:DescriptionCode": "BR-CL-06",
    "cac:AdditionalDocumentReference/cbc:ID@schemeID": "BR-CL-07",
    "cac:DocumentReference/cbc:ID@schemeID": "BR-CL-07",
    "cac:PartyIdentification/cbc:ID@schemeID": "BR-CL-10",
    "cac:PartyLegalEntity/cbc:CompanyID@schemeID": "BR-CL-11",
    "cac:CommodityClassification/cbc:ItemClassificationCode@listID": "BR-CL-13",
    "cac:Country/cbc:IdentificationCode": "BR-CL-14",
    "cac:OriginCountry/cbc:IdentificationCode": "BR-CL-15",
    "cac:PaymentMeans/cbc:PaymentMeansCode": "BR-CL-16",
    "cac:TaxCategory/cbc:ID": "BR-CL-17",
    "cac:ClassifiedTaxCategory/cbc:ID": "BR-CL-18",
    "cac:AllowanceCharge/cbc:AllowanceChargeReasonCode": "BR-CL-19",
    "cac:StandardItemIdentification/cbc:ID@schemeID": "BR-CL-21",
    "cac:DeliveryLocation/cbc:ID@schemeID": "BR-CL-26",
}
"""By parent and element, with the attribute when the code stands there."""
CODES_ANYWHERE: Mapping[str, str] = {
    **dict.fromkeys(
        (
            f"cbc:{each}Amount@currencyID"
            for each in (
                "", "Base", "Price", "Tax", "Taxable", "LineExtension", "TaxExclusive",
                "TaxInclusive", "AllowanceTotal", "ChargeTotal", "Prepaid", "PayableRounding",
                "Payable",
            )
        ),
        "BR-CL-03",
    ),
    "cbc:TaxExemptionReasonCode": "BR-CL-22",
    "cbc:InvoicedQuantity@unitCode": "BR-CL-23",
    "cbc:BaseQuantity@unitCode": "BR-CL-23",
    "cbc:CreditedQuantity@unitCode": "BR-CL-23",
    "cbc:EndpointID@schemeID": "BR-CL-25",
}  # fmt: skip
"""By element alone."""
CHARGE = {"BR-CL-19": "BR-CL-20"}
IN_CAPITALS = "BR-CL-22"
LABEL = Words(nb="Kode", nn="Kode", en="Code")


def hidden_codes(reading: Reading[Group]) -> dict[str, Facts]:
    """The first code of each rule that is not in its list, inside an unknown element."""
    found: dict[str, Facts] = {}
    for group in {id(spot.group): spot.group for spot in reading.unknown}.values():
        for _, kept in group.extras.unknown if group.extras is not None else ():
            for official, got in _inside(xml.read(kept), place_of(group), group):
                codes = reading.lists.get(official, frozenset())
                if codes and refused(normalized(got), codes):
                    found.setdefault(official, unlisted(LABEL, got, codes, official))
    return found


def _inside(element: Element, place: str, owner: Group | None = None) -> Iterator[tuple[str, str]]:
    """Every code in an element with its rule; attributes that are not there are no codes."""
    name = short_name(element)
    for step in (name, *(f"{name}@{each}" for each in element.attrib)):
        at = f"{place.rpartition('/')[2]}/{step}"
        official = CODES.get(at) or CODES_ANYWHERE.get(step)
        if official is not None:
            attribute = step.partition("@")[2]
            got = element.get(attribute, "") if attribute else element.text or ""
            yield from _asked(official, got, element, place, owner)
    for child in element:
        yield from _inside(child, f"{place}/{name}")


def _asked(
    official: str, got: str, element: Element, place: str, owner: Group | None
) -> Iterator[tuple[str, str]]:
    """The code as its rule asks for it, when it does; `owner` has it when it stands by itself."""
    parent = element.getparent()

    def beside(sibling: str) -> str:
        return "" if parent is None else parent.findtext(f"{{{CBC}}}{sibling}") or ""

    if official == "BR-CL-07" and beside("DocumentTypeCode") != OBJECT_TYPE:
        return
    if official == "BR-CL-10" and got.strip() == BANK_SCHEME and f"{place}/".startswith(OF_BANKS):
        return
    if official in CHARGE:
        is_charge = indicator(beside("ChargeIndicator"))
        if isinstance(owner, AllowanceCharge):
            is_charge = owner.is_charge
        if is_charge is None:
            return
        official = CHARGE[official] if is_charge else official
    yield official, got.upper() if official == IN_CAPITALS else got


def _rule(official: str) -> Rule:
    @rule(official, *BILLS, says=NOT_IN_LIST.text, cure=NOT_IN_LIST.cure, when=has_unknown)
    def found(_bill: Group, reading: Reading[Group]) -> Facts | None:
        return reading.once(hidden_codes).get(official)

    return found


RULES: tuple[Rule, ...] = tuple(
    _rule(official)
    for official in sorted({*CODES.values(), *CODES_ANYWHERE.values(), *CHARGE.values()})
)
