"""The rules of Peppol on the receipt advice (T128), beside those of its structure."""

from collections.abc import Iterator

from anskaff.concepts.words import Words
from anskaff.documents.peppol.despatch_advice import parties
from anskaff.documents.peppol.despatch_advice.shipment import Carrier, EstimatedDelivery
from anskaff.documents.peppol.despatch_advice.table import Document
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.logistics.rules import period, terms_are_named, typed
from anskaff.documents.peppol.post_award.identity import exact_specification, process
from anskaff.documents.peppol.post_award.item_rules import WITHOUT_NUMBER, WRITE_ONE
from anskaff.documents.peppol.post_award.pattern_rules import named_where, where
from anskaff.documents.peppol.post_award.patterns import below, matching, stands
from anskaff.documents.peppol.receipt_advice.table import (
    ConsignmentCondition,
    DespatchDocument,
    Line,
    ReceiptAdvice,
    Shipment,
    UnitCondition,
)
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Sweep, sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import normalized

KNOWN = BY_KEY["receipt_advice"]
ON_THE_ADVICE = "D"
ON_THE_SHIPMENT = "S"
NEITHER_SIDE = "AQ"
"""Codes are compared as text: what comes after this one needs a reason, what comes before none."""


def _has_no_number(line: Group) -> bool:
    numbers = ("cac:StandardItemIdentification/cbc:ID", "cac:SellersItemIdentification/cbc:ID")
    return stands(line, "cac:Item") and not stands(line, *(f"cac:Item/{each}" for each in numbers))


def _needs(official: str, quantity: str, other: str, says: Words, cure: Words) -> Sweep:
    """The rule that a quantity comes with another element of the line."""
    return where(
        official,
        "cac:ReceiptLine",
        Line,
        lambda line: stands(line, quantity) and not stands(line, other),
        says=says,
        cure=cure,
    )


CODED = Words(
    nb="Koden for grunnen skal stå når noe er avvist eller godtatt med forbehold, og bare da.",
    nn="Koden for grunnen skal stå når noko er avvist eller godteke med atterhald, og berre då.",
    en="The reason code must stand when something is rejected or conditionally accepted, and only "
    "then.",
)
EXPLAINED = Words(
    nb="Grunnen skal stå i ord når noe er avvist eller godtatt med forbehold, og bare da.",
    nn="Grunnen skal stå i ord når noko er avvist eller godteke med atterhald, og berre då.",
    en="The reason must stand in words when something is rejected or conditionally accepted, and "
    "only then.",
)


def _reason(official: str, pattern: str, kind: type[Group], tag: str, says: Words) -> Sweep:
    """The rule that what is not accepted has a reason, and what is accepted has none."""

    def broken(condition: Group) -> bool:
        decision = normalized("".join(below(condition, "cbc:ConditionCode")))
        if stands(condition, tag):
            return decision < NEITHER_SIDE
        return decision > NEITHER_SIDE

    return where(
        official,
        pattern,
        kind,
        broken,
        says=says,
        cure=Words(
            nb="Skriv grunnen, eller rett tilstanden.",
            nn="Skriv grunnen, eller rett tilstanden.",
            en="Write the reason, or correct the condition.",
        ),
    )


@sweep(
    "PEPPOL-T128-R023",
    says=Words(
        nb="Svaret «{got}» stemmer ikke med innholdet: et svar på pakkseddelen (D) har status for "
        "den og ingen forsendelse, et svar på det som kom fram (S) har forsendelse og ingen "
        "status.",
        nn="Svaret «{got}» stemmer ikkje med innhaldet: eit svar på pakksetelen (D) har status for "
        "han og inga forsending, eit svar på det som kom fram (S) har forsending og ingen status.",
        en="The answer “{got}” does not agree with the content: an answer to the despatch advice "
        "(D) has its status and no shipment, an answer to what arrived (S) has a shipment and no "
        "status.",
    ),
    cure=Words(
        nb="Rett koden, statusen eller forsendelsen.",
        nn="Rett koden, statusen eller forsendinga.",
        en="Correct the code, the status or the shipment.",
    ),
)
def answer_agrees_with_the_content(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """A receipt answers the despatch advice or what arrived, not both."""
    shipped = any(
        stands(group, "cbc:ID") for _, group in matching(reading, "cac:Shipment", Shipment)
    )
    judged = any(
        stands(group, "cbc:DocumentStatusCode")
        for _, group in matching(reading, "cac:DespatchDocumentReference", DespatchDocument)
    )
    expected = {(False, True): ON_THE_ADVICE, (True, False): ON_THE_SHIPMENT}.get((shipped, judged))
    root = reading.root
    for got in below(root, "cbc:ReceiptAdviceTypeCode"):
        if normalized(got) != expected:
            yield Spot(root, root.field("type_code")), {"got": got}


CONSIGNMENT_STATUS = "cac:Shipment/cac:Consignment/cac:Status"
UNIT_STATUS = "cac:Shipment/cac:TransportHandlingUnit/cac:Status"
REASON_CODE = "cbc:StatusReasonCode"
REASON = "cbc:StatusReason"
RULES: tuple[AnyRule, ...] = (
    exact_specification("PEPPOL-T128-R001", ReceiptAdvice, KNOWN.customization),
    process("PEPPOL-T128-R002", ReceiptAdvice, *KNOWN.profiles),
    where(
        "PEPPOL-T128-R003",
        "cac:ReceiptLine",
        Line,
        _has_no_number,
        says=WITHOUT_NUMBER,
        cure=WRITE_ONE,
    ),
    _needs(
        "PEPPOL-T128-R004",
        "cbc:RejectedQuantity",
        "cbc:RejectActionCode",
        Words(
            nb="Det står ikke hva leverandøren skal gjøre med det som er avvist.",
            nn="Det står ikkje kva leverandøren skal gjere med det som er avvist.",
            en="It is not said what the supplier is to do about what is rejected.",
        ),
        Words(nb="Skriv koden.", nn="Skriv koden.", en="Write the code."),
    ),
    _needs(
        "PEPPOL-T128-R005",
        "cbc:RejectedQuantity",
        "cbc:RejectReasonCode",
        Words(
            nb="Avvisningen har ingen kode for grunnen.",
            nn="Avvisinga har ingen kode for grunnen.",
            en="The rejection has no code for its reason.",
        ),
        Words(nb="Skriv koden.", nn="Skriv koden.", en="Write the code."),
    ),
    _needs(
        "PEPPOL-T128-R006",
        "cbc:RejectedQuantity",
        "cbc:RejectReason",
        Words(
            nb="Det står ikke i ord hvorfor noe er avvist.",
            nn="Det står ikkje i ord kvifor noko er avvist.",
            en="It is not said in words why something is rejected.",
        ),
        Words(nb="Skriv hvorfor.", nn="Skriv kvifor.", en="Write why."),
    ),
    _needs(
        "PEPPOL-T128-R007",
        "cbc:ShortQuantity",
        "cbc:ShortageActionCode",
        Words(
            nb="Det står ikke hva leverandøren skal gjøre med det som mangler.",
            nn="Det står ikkje kva leverandøren skal gjere med det som manglar.",
            en="It is not said what the supplier is to do about what is missing.",
        ),
        Words(nb="Skriv koden.", nn="Skriv koden.", en="Write the code."),
    ),
    named_where("PEPPOL-T128-R008", "cac:BuyerCustomerParty", parties.Buyer),
    named_where("PEPPOL-T128-R108", "cac:DeliveryCustomerParty", parties.Consignee),
    named_where("PEPPOL-T128-R109", "cac:DespatchSupplierParty", parties.Despatcher),
    named_where("PEPPOL-T128-R009", "cac:SellerSupplierParty", parties.Seller),
    named_where("PEPPOL-T128-R110", "cac:Shipment/cac:Consignment/cac:CarrierParty", Carrier, ""),
    *period(
        "PEPPOL-T128", "cac:Shipment/cac:Delivery/cac:RequestedDeliveryPeriod", EstimatedDelivery
    ),
    terms_are_named("PEPPOL-T128-R022", Shipment),
    answer_agrees_with_the_content,
    _reason("PEPPOL-T128-R025", CONSIGNMENT_STATUS, ConsignmentCondition, REASON_CODE, CODED),
    _reason("PEPPOL-T128-R026", CONSIGNMENT_STATUS, ConsignmentCondition, REASON, EXPLAINED),
    _reason("PEPPOL-T128-R027", UNIT_STATUS, UnitCondition, REASON_CODE, CODED),
    _reason("PEPPOL-T128-R028", UNIT_STATUS, UnitCondition, REASON, EXPLAINED),
    typed("PEPPOL-T128-R031", "cac:AdditionalDocumentReference", Document),
)
