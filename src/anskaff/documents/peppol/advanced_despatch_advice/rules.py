"""The rules of Peppol on the advanced despatch advice (T120), beside those of its structure."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.advanced_despatch_advice.sums import SUMS
from anskaff.documents.peppol.advanced_despatch_advice.table import AdvancedDespatchAdvice
from anskaff.documents.peppol.despatch_advice import parties
from anskaff.documents.peppol.despatch_advice.line_rules import line_rules
from anskaff.documents.peppol.despatch_advice.lines import LineClassification, LineDocument
from anskaff.documents.peppol.despatch_advice.shipment import Carrier, EstimatedDelivery, Shipment
from anskaff.documents.peppol.despatch_advice.table import Document
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.logistics.parties import Manufacturer
from anskaff.documents.peppol.logistics.rules import period, terms_are_named, typed
from anskaff.documents.peppol.post_award.identity import process, specification
from anskaff.documents.peppol.post_award.pattern_rules import named_where, where
from anskaff.documents.peppol.post_award.patterns import attributes_below, stands
from anskaff.documents.ubl.rules import AnyRule
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import normalized

KNOWN = BY_KEY["advanced_despatch_advice"]
ONLY, _WITH_RESPONSE, WITH_RECEIPT = KNOWN.profiles
OWN_LIST = "ZZZ"
CODE = "cbc:ItemClassificationCode"


def _is_of_an_unnamed_list(classification: Group) -> bool:
    """A code from a list that the parties have agreed on, which does not say what it means."""
    own = [
        each
        for each in attributes_below(classification, CODE, "listID")
        if normalized(each) == OWN_LIST
    ]
    named_so = any(True for _ in attributes_below(classification, CODE, "name"))
    return stands(classification, CODE) and bool(own) and not named_so


RULES: tuple[AnyRule, ...] = (
    specification("PEPPOL-T120-R011", AdvancedDespatchAdvice, KNOWN.customization),
    process("PEPPOL-T120-R002", AdvancedDespatchAdvice, ONLY, WITH_RECEIPT),
    named_where("PEPPOL-T120-R008", "cac:BuyerCustomerParty", parties.Buyer),
    named_where("PEPPOL-T120-R108", "cac:DeliveryCustomerParty", parties.Consignee),
    named_where("PEPPOL-T120-R009", "cac:SellerSupplierParty", parties.Seller),
    named_where("PEPPOL-T120-R109", "cac:DespatchSupplierParty", parties.Despatcher),
    named_where("PEPPOL-T120-R010", "cac:OriginatorCustomerParty", parties.Originator),
    named_where("PEPPOL-T120-R110", "cac:Shipment/cac:Consignment/cac:CarrierParty", Carrier, ""),
    named_where(
        "PEPPOL-T120-R111", "cac:DespatchLine/cac:Item/cac:ManufacturerParty", Manufacturer, ""
    ),
    *period("PEPPOL-T120", "cac:EstimatedDeliveryPeriod", EstimatedDelivery),
    *SUMS,
    terms_are_named("PEPPOL-T120-R022", Shipment),
    *line_rules("T120"),
    where(
        "PEPPOL-T120-R040",
        "cac:DespatchLine/cac:Item/cac:CommodityClassification",
        LineClassification,
        _is_of_an_unnamed_list,
        says=Words(
            nb="Koden er fra en liste som partene selv er enige om (ZZZ), men sier ikke hva den "
            "betyr.",
            nn="Koden er frå ei liste som partane sjølve er samde om (ZZZ), men seier ikkje kva "
            "han tyder.",
            en="The code is from a list that the parties have agreed on (ZZZ), but does not say "
            "what it means.",
        ),
        cure=Words(
            nb="Skriv navnet på koden (@name).",
            nn="Skriv namnet på koden (@name).",
            en="Write the name of the code (@name).",
        ),
        warning=True,
    ),
    typed("PEPPOL-T120-R031", "cac:AdditionalDocumentReference", Document),
    typed("PEPPOL-T120-R032", "cac:DespatchLine/cac:DocumentReference", LineDocument),
)
