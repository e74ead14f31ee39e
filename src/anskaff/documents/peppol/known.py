"""Every document of the family: what it is called and what it is recognised by.

Those of transport have no table; the official rules alone judge them.

A document is recognised by its CustomizationID and root, then by its ProfileID where several have
the same. The identifiers stand as in the
Peppol code list of document types 9.7 (July 2026) and the EHF specifications of DFØ; the UBL
version is the last part of the document type id. Checked 2026-11-21.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from anskaff.concepts.words import Words
from anskaff.documents.peppol import names
from anskaff.documents.ubl.reading import Element
from anskaff.documents.ubl.table import CBC

PEPPOL = "urn:fdc:peppol.eu:poacc:"
LOGISTICS = "urn:fdc:peppol.eu:logistics:"
BILLING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
SELF_BILLING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0"
EHF = "urn:fdc:anskaffelser.no:2019:ehf:"
EXTENDED = f":extended:{EHF}spec:3.0"
G3 = f"{EHF}postaward:g3:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One document: our key, its name, root element, identifiers and UBL version.

    `place` is where it stands below this folder, when that is not a folder named as the key.
    """

    key: str
    name: Words
    element: str
    customization: str
    profiles: tuple[str, ...]
    ubl: str
    place: str = ""

    @property
    def namespace(self) -> str:
        """The namespace of the root element."""
        return f"urn:oasis:names:specification:ubl:schema:xsd:{self.element}-2"


def _known(key: str, name: Words, element: str, ids: tuple[str, ...], ubl: str = "2.1") -> Known:
    """A row; `ids` is the CustomizationID and then the profiles."""
    return Known(
        key=key, name=name, element=element, customization=ids[0], profiles=ids[1:], ubl=ubl
    )


def _ehf(place: str, name: Words, element: str, ids: tuple[str, str]) -> Known:
    """A row of EHF, in UBL 2.2: a file beside the document of Peppol that it is a variant of.

    `ids` is the CustomizationID and the number of the profile.
    """
    folder, _, file = place.partition(".")
    return Known(
        key=f"{file}_{folder}",
        name=name,
        element=element,
        customization=ids[0],
        profiles=(f"{G3}{ids[1]}:1.0",),
        ubl="2.2",
        place=place,
    )


def _transport(name: Words, element: str, ids: tuple[str, ...], ubl: str = "2.3") -> Known:
    """A row of logistics; `ids` is what it is called there, which is our key, and its processes."""
    processes = tuple(f"{LOGISTICS}bis:{each}:1" for each in ids[1:])
    return _known(ids[0], name, element, (f"{LOGISTICS}trns:{ids[0]}:1", *processes), ubl)


BILLING_IDS = (BILLING, "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
SELF_BILLING_IDS = (SELF_BILLING, "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0")
FORWARD_IDS = (f"{BILLING}#conformant#{EHF}forward-billing:3.0", f"{G3}08:1.0")
REMINDER_IDS = (f"{BILLING}#conformant#{EHF}reminder:3.0", f"{G3}06:1.0")
DESPATCH_PROFILES = tuple(
    f"{LOGISTICS}bis:despatch_advice_{each}:1"
    for each in ("only", "w_response", "w_receipt_advice")
)
ADVANCED_PLAN = "advanced_transport_execution_plan"
WITH_REQUEST = "transport_execution_plan_w_request"
TRANSPORT = (
    _transport(names.WEIGHT_STATEMENT, "WeightStatement", ("weight_statement", "weight_statement")),
    _transport(
        names.TRANSPORT_PLAN_REQUEST,
        "TransportExecutionPlanRequest",
        ("transport_execution_plan_request", WITH_REQUEST, ADVANCED_PLAN),
        "2.4",
    ),
    _transport(
        names.TRANSPORT_PLAN,
        "TransportExecutionPlan",
        (
            "transport_execution_plan",
            "transport_execution_plan_only",
            WITH_REQUEST,
            ADVANCED_PLAN,
        ),
        "2.4",
    ),
    _transport(
        names.TRANSPORT_RESPONSE,
        "ApplicationResponse",
        ("application_response", ADVANCED_PLAN),
        "2.1",
    ),
    _transport(names.WAYBILL, "Waybill", ("waybill", "waybill")),
    _transport(
        names.TRANSPORT_STATUS_REQUEST,
        "TransportationStatusRequest",
        ("transportation_status_request", "transportation_status_w_request", ADVANCED_PLAN),
    ),
    _transport(
        names.TRANSPORT_STATUS,
        "TransportationStatus",
        (
            "transportation_status",
            "transportation_status_only",
            "transportation_status_w_request",
            ADVANCED_PLAN,
        ),
    ),
)
"""What is only read and checked by the official rules."""
DOCUMENTS = (
    _known("invoice", names.INVOICE, "Invoice", BILLING_IDS),
    _known("credit_note", names.CREDIT_NOTE, "CreditNote", BILLING_IDS),
    _known("self_billing_invoice", names.SELF_INVOICE, "Invoice", SELF_BILLING_IDS),
    _known("self_billing_credit_note", names.SELF_CREDIT_NOTE, "CreditNote", SELF_BILLING_IDS),
    _known("ehf_forward_invoice", names.FORWARD_INVOICE, "Invoice", FORWARD_IDS, "2.2"),
    _known("ehf_forward_credit_note", names.FORWARD_CREDIT_NOTE, "CreditNote", FORWARD_IDS, "2.2"),
    _known("ehf_reminder", names.REMINDER, "Invoice", REMINDER_IDS, "2.2"),
    _known(
        "ehf_payment_request",
        names.PAYMENT_REQUEST,
        "Invoice",
        (f"{EHF}spec:payment-request:3.0", f"{G3}07:1.0"),
        "2.2",
    ),
    _known(
        "order",
        names.ORDER,
        "Order",
        (f"{PEPPOL}trns:order:3", f"{PEPPOL}bis:ordering:3", f"{PEPPOL}bis:order_only:3"),
    ),
    _known(
        "order_response",
        names.ORDER_RESPONSE,
        "OrderResponse",
        (f"{PEPPOL}trns:order_response:3", f"{PEPPOL}bis:ordering:3"),
    ),
    _known(
        "order_change",
        names.ORDER_CHANGE,
        "OrderChange",
        (f"{PEPPOL}trns:order_change:3", f"{PEPPOL}bis:advanced_ordering:3"),
        "2.3",
    ),
    _known(
        "order_cancellation",
        names.ORDER_CANCELLATION,
        "OrderCancellation",
        (f"{PEPPOL}trns:order_cancellation:3", f"{PEPPOL}bis:advanced_ordering:3"),
        "2.3",
    ),
    _known(
        "order_response_advanced",
        names.ADVANCED_ORDER_RESPONSE,
        "OrderResponse",
        (f"{PEPPOL}trns:order_response_advanced:3", f"{PEPPOL}bis:advanced_ordering:3"),
        "2.3",
    ),
    _known(
        "order_agreement",
        names.ORDER_AGREEMENT,
        "OrderResponse",
        (f"{PEPPOL}trns:order_agreement:3", f"{PEPPOL}bis:order_agreement:3"),
    ),
    _known(
        "catalogue",
        names.CATALOGUE,
        "Catalogue",
        (
            f"{PEPPOL}trns:catalogue:3",
            f"{PEPPOL}bis:catalogue_only:3",
            f"{PEPPOL}bis:catalogue_wo_response:3",
        ),
    ),
    _known(
        "catalogue_response",
        names.CATALOGUE_RESPONSE,
        "ApplicationResponse",
        (f"{PEPPOL}trns:catalogue_response:3", f"{PEPPOL}bis:catalogue_only:3"),
    ),
    _known(
        "punch_out",
        names.PUNCH_OUT,
        "Catalogue",
        (f"{PEPPOL}trns:punch_out:3", f"{PEPPOL}bis:punch_out:3"),
    ),
    _known(
        "despatch_advice",
        names.DESPATCH_ADVICE,
        "DespatchAdvice",
        (f"{PEPPOL}trns:despatch_advice:3", f"{PEPPOL}bis:despatch_advice:3"),
    ),
    _known(
        "advanced_despatch_advice",
        names.ADVANCED_DESPATCH_ADVICE,
        "DespatchAdvice",
        (f"{LOGISTICS}trns:advanced_despatch_advice:1", *DESPATCH_PROFILES),
    ),
    _known(
        "receipt_advice",
        names.RECEIPT_ADVICE,
        "ReceiptAdvice",
        (
            f"{LOGISTICS}trns:receipt_advice:1",
            f"{LOGISTICS}bis:despatch_advice_w_receipt_advice:1",
        ),
        "2.3",
    ),
    _known(
        "invoice_response",
        names.INVOICE_RESPONSE,
        "ApplicationResponse",
        (f"{PEPPOL}trns:invoice_response:3", f"{PEPPOL}bis:invoice_response:3"),
    ),
    _known(
        "message_level_response",
        names.MESSAGE_LEVEL_RESPONSE,
        "ApplicationResponse",
        (f"{PEPPOL}trns:mlr:3", f"{PEPPOL}bis:mlr:3"),
    ),
    _known(
        "message_level_status",
        names.MESSAGE_LEVEL_STATUS,
        "ApplicationResponse",
        ("urn:peppol:edec:mls:1.0", "urn:peppol:edec:mls"),
    ),
    _ehf("order.ehf", names.EHF_ORDER, "Order", (f"{PEPPOL}trns:order:3{EXTENDED}", "02")),
    _ehf(
        "order.ehf_advanced",
        names.EHF_ADVANCED_ORDER,
        "Order",
        (f"{PEPPOL}trns:order:3{EXTENDED}", "09"),
    ),
    _ehf(
        "order_change.ehf",
        names.EHF_ORDER_CHANGE,
        "OrderChange",
        (f"{EHF}spec:adv-order-change:3.0", "09"),
    ),
    _ehf(
        "order_response.ehf",
        names.EHF_ORDER_RESPONSE,
        "OrderResponse",
        (f"{PEPPOL}trns:order_response:3{EXTENDED}", "02"),
    ),
    _ehf(
        "order_response_advanced.ehf",
        names.EHF_ADVANCED_ORDER_RESPONSE,
        "OrderResponse",
        (f"{PEPPOL}trns:order_response:3{EXTENDED}", "09"),
    ),
    _ehf(
        "order_cancellation.ehf",
        names.EHF_ORDER_CANCELLATION,
        "OrderCancellation",
        (f"{EHF}spec:adv-order-cancellation:3.0", "09"),
    ),
    _ehf(
        "order_agreement.ehf",
        names.EHF_ORDER_AGREEMENT,
        "OrderResponse",
        (f"{PEPPOL}trns:order_agreement:3{EXTENDED}", "03"),
    ),
    _ehf(
        "catalogue.ehf",
        names.EHF_CATALOGUE,
        "Catalogue",
        (f"{PEPPOL}trns:catalogue:3{EXTENDED}", "01"),
    ),
    _ehf(
        "punch_out.ehf",
        names.EHF_PUNCH_OUT,
        "Catalogue",
        (f"{PEPPOL}trns:punch_out:3{EXTENDED}", "04"),
    ),
    _ehf(
        "catalogue_response.ehf",
        names.EHF_CATALOGUE_RESPONSE,
        "ApplicationResponse",
        (f"{PEPPOL}trns:catalogue_response:3{EXTENDED}", "01"),
    ),
    _ehf(
        "despatch_advice.ehf",
        names.EHF_DESPATCH_ADVICE,
        "DespatchAdvice",
        (f"{PEPPOL}trns:despatch_advice:3{EXTENDED}", "05"),
    ),
    *TRANSPORT,
)
BY_KEY: Mapping[str, Known] = {each.key: each for each in DOCUMENTS}


def recognised(root: Element) -> Known | None:
    """The document that a tree claims to be, or nothing when we do not know it.

    >>> ids = "<b:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</b:CustomizationID>"
    >>> order = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
    >>> recognised(etree.fromstring(f'<Order xmlns="{order}" xmlns:b="{CBC}">{ids}</Order>')).key
    'order'
    >>> recognised(etree.fromstring(f'<Bill xmlns="{order}" xmlns:b="{CBC}">{ids}</Bill>'))
    """
    claimed, profile = (
        " ".join((root.findtext(f"{{{CBC}}}{each}") or "").split())
        for each in ("CustomizationID", "ProfileID")
    )
    name = etree.QName(root)
    same = [
        each
        for each in DOCUMENTS
        if each.customization == claimed
        and (name.namespace, name.localname) == (each.namespace, each.element)
    ]
    return next((each for each in same if profile in each.profiles), same[0] if same else None)
