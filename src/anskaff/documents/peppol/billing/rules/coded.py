"""Codes whose list depends on what stands beside them, and attachments."""

from functools import lru_cache

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing import payment, references
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.lines import LineObject
from anskaff.documents.peppol.billing.parties import (
    BuyerTaxScheme,
    PartyTaxScheme,
    RepresentativeTaxScheme,
    SellerTaxScheme,
)
from anskaff.documents.peppol.billing.references import SupportingDocument
from anskaff.documents.peppol.billing.rules.reckoning import Bill, UnlistedReason, is_vat
from anskaff.documents.peppol.billing.rules.standing import BILLS
from anskaff.documents.peppol.billing.totals import (
    DocumentAllowance,
    LineAllowance,
    SubtotalTaxCategory,
)
from anskaff.documents.ubl.guards import has
from anskaff.documents.ubl.nearest_codes import unlisted
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.structure import stands_empty
from anskaff.documents.ubl.structure_faults import NOT_IN_LIST
from anskaff.documents.ubl.values import normalized

INVOICED_OBJECT = "130"
SUBJECT_LENGTH = 3
FILE_TYPES = frozenset(
    {
        "application/pdf",
        "image/png",
        "image/jpeg",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    }
)


def _unlisted(reading: Reading[Bill], name: str, got: str, label: Words) -> Facts | None:
    """The facts when a code is not in a list; a list that is not installed is not asked."""
    codes = reading.lists.get(name)
    if codes is None or normalized(got) in codes:
        return None
    return unlisted(label, got, codes, name)


@rule(
    "BR-CL-07",
    SupportingDocument,
    LineObject,
    at="number",
    says=NOT_IN_LIST.text,
    cure=NOT_IN_LIST.cure,
    when=(has(SupportingDocument, "type_code"), has(LineObject, "type_code")),
)
def object_scheme_is_listed(
    reference: SupportingDocument | LineObject, reading: Reading[Bill]
) -> Facts | None:
    """The scheme of an invoiced object (type 130)."""
    number = reference.number
    if reference.type_code != INVOICED_OBJECT or number is None or not _has_scheme(reference):
        return None
    label = reference.field("number").said.label
    return _unlisted(reading, "BR-CL-07", number.scheme, label)


@rule(
    "BR-CL-08",
    *BILLS,
    at="notes",
    says=NOT_IN_LIST.text,
    cure=NOT_IN_LIST.cure,
    when=[has(kind, "notes") for kind in BILLS],
)
def note_subject_is_listed(bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """A subject of three letters between number signs, `#AAI#`, at the start of a note."""
    codes = reading.lists.get("BR-CL-08")
    if codes is None:
        return None
    # The official rule looks for the letters anywhere in the row of codes, spaces and all.
    row = _in_a_row(codes)
    for note in bill.notes:
        subject, mark, _ = note.partition("#")[2].partition("#")
        if mark and len(subject) == SUBJECT_LENGTH and subject not in row:
            return _unlisted(reading, "BR-CL-08", subject, bill.field("notes").said.label)
    return None


@lru_cache(maxsize=8)
def _in_a_row(codes: frozenset[str]) -> str:
    return f" {' '.join(sorted(codes))} "


def _reason_code(official: str, is_charge: bool) -> Rule:
    @rule(
        official,
        DocumentAllowance,
        LineAllowance,
        at="reason_code",
        says=NOT_IN_LIST.text,
        cure=NOT_IN_LIST.cure,
        when=UnlistedReason(official, is_charge),
    )
    def found(each: DocumentAllowance | LineAllowance, reading: Reading[Bill]) -> Facts | None:
        if each.is_charge is not is_charge or each.reason_code is None:
            return None
        label = each.field("reason_code").said.label
        return _unlisted(reading, official, each.reason_code, label)

    return found


@rule(
    "BR-CL-22",
    SubtotalTaxCategory,
    at="exemption_code",
    says=NOT_IN_LIST.text,
    cure=NOT_IN_LIST.cure,
    when=has(SubtotalTaxCategory, "exemption_code"),
)
def exemption_code_is_listed(category: SubtotalTaxCategory, reading: Reading[Bill]) -> Facts | None:
    """The reason for no tax, in capitals or small letters."""
    if category.exemption_code is None:
        return None
    label = category.field("exemption_code").said.label
    return _unlisted(reading, "BR-CL-22", category.exemption_code.upper(), label)


@rule(
    "BR-CL-24",
    references.Attachment,
    at="file",
    says=Words(
        nb="Vedlegget er av typen {got}, som ikke er tillatt.",
        nn="Vedlegget er av typen {got}, som ikkje er tillaten.",
        en="The attachment is of the type {got}, which is not allowed.",
    ),
    cure=Words(
        nb="Legg ved PDF, PNG, JPEG, CSV, Excel (xlsx) eller OpenDocument-regneark.",
        nn="Legg ved PDF, PNG, JPEG, CSV, Excel (xlsx) eller OpenDocument-rekneark.",
        en="Attach a PDF, PNG, JPEG, CSV, Excel (xlsx) or OpenDocument spreadsheet.",
    ),
    when=has(references.Attachment, "file"),
)
def attachment_is_of_a_known_type(
    attachment: references.Attachment, _reading: Reading[Bill]
) -> Facts | None:
    """Attachments are of the six types that all receivers can open."""
    file = attachment.file
    if file is None or not file.mime or file.mime in FILE_TYPES:
        return None
    return {"got": file.mime}


@rule(
    "BR-CO-09",
    SellerTaxScheme,
    BuyerTaxScheme,
    RepresentativeTaxScheme,
    at="number",
    says=Words(
        nb="Nummeret for merverdiavgift {got} begynner ikke med en landkode.",
        nn="Nummeret for meirverdiavgift {got} byrjar ikkje med ein landkode.",
        en="The VAT number {got} does not begin with a country code.",
    ),
    cure=Words(
        nb="Sett landkoden først, som NO.",
        nn="Set landkoden først, som NO.",
        en="Put the country code first, such as NO.",
    ),
)
def vat_number_begins_with_a_country(
    registration: PartyTaxScheme, reading: Reading[Bill]
) -> Facts | None:
    """The first two letters are a country; the official rule looks for them in a row of codes."""
    codes = reading.lists.get("BR-CO-09")
    if codes is None or not is_vat(registration):
        return None
    number = registration.number or ""
    return None if number[:2] in _in_a_row(codes) else {"got": number}


def _has_scheme(document: SupportingDocument | LineObject) -> bool:
    """Whether the number has the attribute, also an empty one."""
    number = document.number
    return number is not None and (
        bool(number.scheme) or stands_empty(document, "number", 0, "schemeID")
    )


@rule(
    "UBL-SR-43",
    SupportingDocument,
    at="type_code",
    says=Words(
        nb="Ordning og dokumenttype hører bare til et fakturert objekt (130).",
        nn="Ordning og dokumenttype høyrer berre til eit fakturert objekt (130).",
        en="Scheme and document type are only for an invoiced object (130).",
    ),
    cure=Words(
        nb="Skriv 130 som dokumenttype, eller fjern både den og ordningen.",
        nn="Skriv 130 som dokumenttype, eller fjern både han og ordninga.",
        en="Write 130 as the document type, or remove both it and the scheme.",
    ),
)
def only_objects_have_scheme_and_type(
    document: SupportingDocument, reading: Reading[Bill]
) -> Facts | None:
    """An attachment has neither; a credit note may also refer to a project (50)."""
    allowed = {INVOICED_OBJECT, "50"} if isinstance(reading.root, CreditNote) else {INVOICED_OBJECT}
    if document.type_code in allowed:
        return None
    return {} if _has_scheme(document) or document.type_code is not None else None


@rule(
    "UBL-CR-665",
    SupportingDocument,
    at="number",
    says=Words(
        nb="Nummeret på vedlegget har en ordning, {got}.",
        nn="Nummeret på vedlegget har ei ordning, {got}.",
        en="The number of the attachment has a scheme, {got}.",
    ),
    cure=Words(
        nb="Fjern ordningen, eller skriv 130 som dokumenttype.",
        nn="Fjern ordninga, eller skriv 130 som dokumenttype.",
        en="Remove the scheme, or write 130 as the document type.",
    ),
    warning=True,
)
def attachment_has_no_scheme(document: SupportingDocument, _reading: Reading[Bill]) -> Facts | None:
    """Only an invoiced object has a scheme."""
    number = document.number
    if document.type_code == INVOICED_OBJECT or number is None or not _has_scheme(document):
        return None
    return {"got": number.scheme}


OBJECT_WITH = Words(
    nb="Et fakturert objekt har {label}.",
    nn="Eit fakturert objekt har {label}.",
    en="An invoiced object has {label}.",
)
MOVE = Words(
    nb="Flytt det til et eget vedlegg uten dokumenttypen 130.",
    nn="Flytt det til eit eige vedlegg utan dokumenttypen 130.",
    en="Move it to an attachment of its own without the document type 130.",
)


def _object_without(official: str, name: str) -> Rule:
    @rule(
        official,
        SupportingDocument,
        at=name,
        says=OBJECT_WITH,
        cure=MOVE,
        when=has(SupportingDocument, "type_code", name),
    )
    def found(document: SupportingDocument, _reading: Reading[Bill]) -> Facts | None:
        if document.type_code != INVOICED_OBJECT or getattr(document, name) is None:
            return None
        return {"label": document.field(name).said.label}

    return found


@rule(
    "UBL-CR-412",
    payment.PaymentMeans,
    at="due",
    says=Words(
        nb="Forfallsdatoen står i betalingsmåten.",
        nn="Forfallsdatoen står i betalingsmåten.",
        en="The due date stands in the payment means.",
    ),
    cure=Words(
        nb="Flytt den til fakturaens forfallsdato.",
        nn="Flytt han til forfallsdatoen på fakturaen.",
        en="Move it to the due date of the invoice.",
    ),
    warning=True,
    when=has(payment.PaymentMeans, "due"),
)
def due_date_stands_in_the_invoice(
    means: payment.PaymentMeans, reading: Reading[Bill]
) -> Facts | None:
    """Only a credit note has the due date here."""
    return {} if isinstance(reading.root, Invoice) and means.due is not None else None


RULES: tuple[Rule, ...] = (
    object_scheme_is_listed,
    note_subject_is_listed,
    _reason_code("BR-CL-19", False),
    _reason_code("BR-CL-20", True),
    exemption_code_is_listed,
    attachment_is_of_a_known_type,
    vat_number_begins_with_a_country,
    only_objects_have_scheme_and_type,
    attachment_has_no_scheme,
    _object_without("UBL-CR-666", "attachment"),
    _object_without("UBL-CR-673", "description"),
    due_date_stands_in_the_invoice,
)
