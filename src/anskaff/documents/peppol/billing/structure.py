"""What the official rules say of the structure of invoices and credit notes, under which id.

What is missing is told by the rules of `rules.standing`, which know more than one rule may say it.
"""

from anskaff.concepts.finding import Severity
from anskaff.documents.peppol.billing import parties, payment, totals
from anskaff.documents.peppol.billing.not_used import (
    ANYWHERE,
    ATTRIBUTES,
    ATTRIBUTES_ON,
    ATTRIBUTES_WITHOUT_RULE,
    NOT_USED,
    WITHOUT_RULE,
)
from anskaff.documents.peppol.billing.rules.standing import ATTRIBUTE_RULES, TOLD, place_of
from anskaff.documents.ubl.structure import IGNORED, SCHEMA, Id, Official
from anskaff.documents.ubl.table import Field, Group
from anskaff.documents.ubl.values import normalized

DEMANDED = frozenset(
    {
        "cac:TaxCategory",
        "cac:TaxScheme",
        "cbc:Amount",
        "cbc:ChargeIndicator",
        "cbc:Line",
        "cbc:LineID",
        "cbc:Name",
        "cbc:NetworkID",
        "cbc:PrimaryAccountNumberID",
        "cbc:TaxAmount",
        "cac:AccountingSupplierParty",
        "cac:AccountingCustomerParty",
        "cac:LegalMonetaryTotal",
    }
)
"""What UBL itself demands wherever our tables do and no rule says so; numbers are apart."""
LOOSE = (
    totals.TaxCategory,
    parties.TaxScheme,
    payment.PayeeAccount,
    payment.PayerAccount,
    payment.Bank,
)
"""Where UBL does not demand `cbc:ID`."""
REPEATING = frozenset(
    {
        "cac:AddressLine",
        "cac:AllowanceCharge",
        "cac:ClassifiedTaxCategory",
        "cac:ContractDocumentReference",
        "cac:Delivery",
        "cac:DespatchDocumentReference",
        "cac:DocumentReference",
        "cac:InvoicePeriod",
        "cac:OrderLineReference",
        "cac:OriginatorDocumentReference",
        "cac:PartyIdentification",
        "cac:PartyLegalEntity",
        "cac:PartyName",
        "cac:PartyTaxScheme",
        "cac:PaymentTerms",
        "cac:ProjectReference",
        "cac:ReceiptDocumentReference",
        "cbc:AllowanceChargeReason",
        "cbc:Description",
        "cbc:DescriptionCode",
        "cbc:DocumentDescription",
        "cbc:Note",
        "cbc:PaymentID",
        "cbc:TaxExemptionReason",
    }
)
REPEATING_IN_ALLOWANCES = "cac:TaxCategory"
BANK_SCHEME = "SEPA"
IN_ANY_CASE = "BR-CL-22"
"""The list whose codes may be spelled in small letters; a rule of `rules.coded` asks it."""


def missing(group: Group, row: Field, attribute: str) -> Id | None:
    """What must stand: silent where a rule tells it, else as strict as the schema is."""
    if attribute:
        found = ATTRIBUTE_RULES.get((group.family, row.name, attribute))
        return Id(found) if found else SCHEMA
    if (group.family, row.name) in TOLD:
        return None
    demanded = row.tag in DEMANDED or (row.tag == "cbc:ID" and not isinstance(group, LOOSE))
    return SCHEMA if demanded else IGNORED


def unknown(group: Group, name: str) -> Id | None:
    """An element that is not used; one that UBL does not have either is a fault of the schema."""
    place = place_of(group)
    found = NOT_USED.get((place, name))
    if found is None:
        tail = f"{place}/{name}"
        found = next((rule for path, rule in ANYWHERE.items() if tail.endswith(path)), None)
    if found is not None:
        return Id(found, Severity.WARNING)
    return IGNORED if (place, name) in WITHOUT_RULE else SCHEMA


def stray(group: Group, row: Field | None, name: str) -> Id | None:
    """An attribute that is not used; the root may name its schema."""
    if row is None:
        return None if name == "schemaLocation" else SCHEMA
    parent = place_of(group).rpartition("/")[2] or "."
    found = ATTRIBUTES_ON.get((f"{parent}/{row.tag}", name)) or ATTRIBUTES.get(name)
    if found is not None:
        return Id(found, Severity.WARNING)
    return IGNORED if name in ATTRIBUTES_WITHOUT_RULE else SCHEMA


def code(group: Group, row: Field, attribute: str) -> Id | None:
    """A code that is not in its list; the lists are named by the rules that have them."""
    if not attribute:
        return None if row.codes == IN_ANY_CASE else Id(row.codes.partition("#")[0])
    codes = next(each.codes for each in row.attributes if each.name == attribute)
    if codes == "BR-CL-10" and _may_have_bank_scheme(group, row):
        return None
    return Id(codes)


def _may_have_bank_scheme(group: Group, row: Field) -> bool:
    """The creditor identifier of a bank (`SEPA`) stands at the seller or the payee."""
    schemes = {normalized(value[1]) for value in group.all(row) if isinstance(value, tuple)}
    party = group.parent
    owner = party.parent if party is not None else None
    return schemes == {BANK_SCHEME} and (
        isinstance(party, parties.Payee) or isinstance(owner, parties.Seller)
    )


def only(_group: Group, _row: Field) -> Id | None:
    """The version of UBL, the only term with one value."""
    return Id("UBL-CR-002", Severity.WARNING)


def empty(_group: Group, _row: Field | None) -> Id | None:
    """Nothing may stand empty."""
    return Id("PEPPOL-EN16931-R008")


def repeated(group: Group, row: Field) -> Id | None:
    """What UBL lets repeat is judged by the rules; the rest is a fault of the schema."""
    if row.tag in REPEATING or (
        row.tag == REPEATING_IN_ALLOWANCES and isinstance(group, totals.AllowanceCharge)
    ):
        return IGNORED
    return SCHEMA


OFFICIAL = Official(
    missing=missing,
    unknown=unknown,
    stray=stray,
    code=code,
    only=only,
    empty=empty,
    repeated=repeated,
)
