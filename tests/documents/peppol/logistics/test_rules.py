"""Each rule of logistics is broken by one change of a document that breaks none."""

import pytest
from lxml import etree

from anskaff.documents import xml
from anskaff.documents.peppol import advanced_despatch_advice, known, receipt_advice, shelf
from anskaff.documents.peppol.advanced_despatch_advice.rules import RULES as DESPATCH_RULES
from anskaff.documents.peppol.receipt_advice.rules import RULES as RECEIPT_RULES
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.table import CAC, CBC
from tests.conftest import STANDARDS
from tests.documents.peppol.examples import broken_rules

NAMES = {"cac": CAC, "cbc": CBC}
EXAMPLES = STANDARDS / "peppol-logistics-1.2" / "examples"
DESPATCH = EXAMPLES / "Advanced-Despatch-Advice-use-cases"
RECEIPT = EXAMPLES / "Receipt-Advice-use-cases"
PARTY = "cac:Party"
NAMELESS = ("cac:PartyName", "cac:PartyIdentification")
CARRIER = "cac:Shipment/cac:Consignment/cac:CarrierParty"
ITEM = "cac:DespatchLine/cac:Item"


def element(source):
    return etree.fromstring(f"<x xmlns:cac='{CAC}' xmlns:cbc='{CBC}'>{source}</x>")[0]


def put(root, path, source):
    """Put an element into the first group at a path, or in place of what it has of that name."""
    group = root.find(path, NAMES) if path else root
    new = element(source)
    old = group.find(new.tag)
    if old is None:
        group.append(new)
    else:
        group.replace(old, new)


def without(root, path, *tags):
    for group in root.iterfind(path, NAMES):
        for tag in tags:
            for each in group.findall(tag, NAMES):
                group.remove(each)


def broken(document, root):
    [rules] = shelf.rule_sets(known.BY_KEY[document.DOCUMENT.key])
    return broken_rules(root, document.DOCUMENT, rules.rules)


def example(file):
    return xml.read(file.read_bytes(), limits=LIMITS)


def period_of(name="EstimatedDeliveryPeriod", **told):
    tags = {"start": "StartDate", "at": "StartTime", "end": "EndDate", "until": "EndTime"}
    inside = "".join(f"<cbc:{tags[each]}>{text}</cbc:{tags[each]}>" for each, text in told.items())
    return f"<cac:{name}>{inside}</cac:{name}>"


PERIODS = {
    "R012": {"start": "2026-02-02", "end": "2026-02-01"},
    "R013": {"end": "2026-02-01", "until": "12:00:00"},
    "R014": {"at": "12:00:00", "until": "12:00:00"},
    "R015": {"start": "2026-02-01", "at": "12:00:01", "end": "2026-02-01", "until": "12:00:00"},
}


def weigh(root, gross, *weights):
    """Say that a shipment weighs this, and the first unit these."""
    put(
        root,
        "cac:Shipment",
        f"<cbc:GrossWeightMeasure unitCode='KGM'>{gross}</cbc:GrossWeightMeasure>",
    )
    for tag in ("cbc:TotalTransportHandlingUnitQuantity", "cac:TransportHandlingUnit"):
        without(root, "cac:Shipment", tag)
    measured = "".join(
        "<cac:MeasurementDimension><cbc:AttributeID>AAB</cbc:AttributeID>"
        f"<cbc:Measure unitCode='KGM'>{each}</cbc:Measure></cac:MeasurementDimension>"
        for each in weights
    )
    unit = f"<cac:TransportHandlingUnit>{measured}</cac:TransportHandlingUnit>"
    put(root, "cac:Shipment", unit)


def pack(root, line="1", declared="1", total="1"):
    """Pack goods of a line and value, and say what the whole shipment is worth."""
    tag = "cbc:DeclaredStatisticsValueAmount"
    value = f"<{tag} currencyID='NOK'>{{}}</{tag}>"
    put(root, "cac:Shipment", value.format(total))
    goods = f"<cac:GoodsItem><cbc:ID>{line}</cbc:ID>{value.format(declared)}</cac:GoodsItem>"
    put(root, UNIT, goods)


DELIVERY = "cac:Shipment/cac:Delivery"
LINE = "cac:DespatchLine"
UNIT = "cac:Shipment/cac:TransportHandlingUnit"
UNITS = "<cbc:TotalTransportHandlingUnitQuantity>{}</cbc:TotalTransportHandlingUnitQuantity>"
VOLUME = "<cbc:GrossVolumeMeasure unitCode='MTQ'>0.0001</cbc:GrossVolumeMeasure>"
CODE = "<cbc:ItemClassificationCode listID='ZZZ'>1</cbc:ItemClassificationCode>"
DESPATCHED = {
    "R002": lambda root: put(root, "", "<cbc:ProfileID>urn:x</cbc:ProfileID>"),
    "R011": lambda root: put(root, "", "<cbc:CustomizationID>urn:x</cbc:CustomizationID>"),
    "R109": lambda root: without(root, f"cac:DespatchSupplierParty/{PARTY}", *NAMELESS),
    "R108": lambda root: without(root, f"cac:DeliveryCustomerParty/{PARTY}", *NAMELESS),
    "R008": lambda root: put(root, "", "<cac:BuyerCustomerParty/>"),
    "R009": lambda root: put(root, "", "<cac:SellerSupplierParty/>"),
    "R010": lambda root: put(root, "", "<cac:OriginatorCustomerParty/>"),
    "R110": lambda root: without(root, CARRIER, *NAMELESS),
    "R111": lambda root: put(root, ITEM, "<cac:ManufacturerParty/>"),
    "R003": lambda root: without(
        root, ITEM, "cac:SellersItemIdentification", "cac:StandardItemIdentification"
    ),
    "R004": lambda root: without(root, ITEM, "cbc:Name"),
    "R006": lambda root: put(
        root, LINE, "<cbc:DeliveredQuantity unitCode='EA'>-1</cbc:DeliveredQuantity>"
    ),
    "R007": lambda root: put(
        root, LINE, "<cbc:OutstandingQuantity unitCode='EA'>1</cbc:OutstandingQuantity>"
    ),
    "R040": lambda root: put(
        root, ITEM, f"<cac:CommodityClassification>{CODE}</cac:CommodityClassification>"
    ),
    "R031": lambda root: put(root, "", "<cac:AdditionalDocumentReference/>"),
    "R032": lambda root: put(root, LINE, "<cac:DocumentReference/>"),
    "R022": lambda root: put(root, DELIVERY, "<cac:DeliveryTerms/>"),
    "R016": lambda root: put(root, "cac:Shipment", UNITS.format(-1)),
    "R017": lambda root: put(root, "cac:Shipment", UNITS.format(99)),
    "R018": lambda root: weigh(root, 10, 4, 5),
    "R019": lambda root: put(root, "cac:Shipment", VOLUME),
    "R020": lambda root: pack(root, line="nowhere"),
    "R021": lambda root: pack(root, total="2"),
    **{
        rule: lambda root, told=told: put(root, DELIVERY, period_of(**told))
        for rule, told in PERIODS.items()
    },
}
RECEIVED = "cac:ReceiptLine"
REJECTED = "<cbc:RejectedQuantity unitCode='EA'>1</cbc:RejectedQuantity>"
REJECTION = {
    "R004": "<cbc:RejectActionCode>1</cbc:RejectActionCode>",
    "R005": "<cbc:RejectReasonCode>1</cbc:RejectReasonCode>",
    "R006": "<cbc:RejectReason>Knust</cbc:RejectReason>",
}


def reject(root, *, but):
    put(root, RECEIVED, REJECTED)
    for rule, source in REJECTION.items():
        if rule == but:
            without(root, RECEIVED, source.partition(">")[0].removeprefix("<"))
        else:
            put(root, RECEIVED, source)


def status(reason):
    return f"<cac:Status><cbc:ConditionCode>RE</cbc:ConditionCode>{reason}</cac:Status>"


CODED = "<cbc:StatusReasonCode>3</cbc:StatusReasonCode>"
TOLD = "<cbc:StatusReason>Knust</cbc:StatusReason>"
CONSIGNMENT = "cac:Shipment/cac:Consignment"
RECEIPTS = {
    "R001": lambda root: put(root, "", "<cbc:CustomizationID>urn:x</cbc:CustomizationID>"),
    "R002": lambda root: put(root, "", "<cbc:ProfileID>urn:x</cbc:ProfileID>"),
    "R003": lambda root: put(root, RECEIVED, "<cac:Item/>"),
    "R004": lambda root: reject(root, but="R004"),
    "R005": lambda root: reject(root, but="R005"),
    "R006": lambda root: reject(root, but="R006"),
    "R007": lambda root: (
        put(root, RECEIVED, "<cbc:ShortQuantity unitCode='EA'>1</cbc:ShortQuantity>"),
        without(root, RECEIVED, "cbc:ShortageActionCode"),
    ),
    "R008": lambda root: put(root, "", "<cac:BuyerCustomerParty/>"),
    "R009": lambda root: put(root, "", "<cac:SellerSupplierParty/>"),
    "R108": lambda root: without(root, f"cac:DeliveryCustomerParty/{PARTY}", *NAMELESS),
    "R109": lambda root: without(root, f"cac:DespatchSupplierParty/{PARTY}", *NAMELESS),
    "R110": lambda root: put(root, CONSIGNMENT, "<cac:CarrierParty/>"),
    "R022": lambda root: put(
        root, "cac:Shipment", "<cac:Delivery><cac:DeliveryTerms/></cac:Delivery>"
    ),
    "R023": lambda root: put(root, "", "<cbc:ReceiptAdviceTypeCode>D</cbc:ReceiptAdviceTypeCode>"),
    "R025": lambda root: put(root, CONSIGNMENT, status(TOLD)),
    "R026": lambda root: put(root, CONSIGNMENT, status(CODED)),
    "R027": lambda root: put(root, UNIT, status(TOLD)),
    "R028": lambda root: put(root, UNIT, status(CODED)),
    "R031": lambda root: put(root, "", "<cac:AdditionalDocumentReference/>"),
    **{
        rule: lambda root, told=told: put(
            root,
            "cac:Shipment",
            f"<cac:Delivery>{period_of('RequestedDeliveryPeriod', **told)}</cac:Delivery>",
        )
        for rule, told in PERIODS.items()
    },
}


def despatch():
    return example(DESPATCH / "AdvancedDespatchAdvice__Example_UseCase_02.xml")


def receipt():
    """The full example, without the status that its own rules say it may not have."""
    root = example(EXAMPLES / "ReceiptAdvice_Example_Full.xml")
    without(root, "cac:DespatchDocumentReference", "cbc:DocumentStatusCode")
    return root


@pytest.mark.standards
@pytest.mark.parametrize("rule", DESPATCHED)
def test_a_despatch_advice_breaks_the_rule_it_should_and_no_other(rule):
    root = despatch()
    assert broken(advanced_despatch_advice, root) == set()
    DESPATCHED[rule](root)
    assert broken(advanced_despatch_advice, root) == {f"PEPPOL-T120-{rule}"}


@pytest.mark.standards
@pytest.mark.parametrize("rule", RECEIPTS)
def test_a_receipt_advice_breaks_the_rule_it_should_and_no_other(rule):
    root = receipt()
    assert broken(receipt_advice, root) == set()
    RECEIPTS[rule](root)
    assert broken(receipt_advice, root) == {f"PEPPOL-T128-{rule}"}


@pytest.mark.standards
def test_a_line_without_quantity_breaks_both_rules_on_it():
    root = despatch()
    without(root, LINE, "cbc:DeliveredQuantity")
    assert broken(advanced_despatch_advice, root) == {"PEPPOL-T120-R005", "PEPPOL-T120-R006"}


def test_every_rule_has_a_document_that_breaks_it():
    despatched = {each.id for each in DESPATCH_RULES}
    received = {each.id for each in RECEIPT_RULES}
    assert despatched == {f"PEPPOL-T120-{each}" for each in {*DESPATCHED, "R005"}}
    assert received == {f"PEPPOL-T128-{each}" for each in RECEIPTS}


@pytest.mark.standards
@pytest.mark.parametrize(
    ("start", "until", "wrong"),
    [
        ("12:00:00+01:00", "11:30:00Z", False),
        ("12:00:00+01:00", "10:30:00Z", True),
        ("12:00:00", "12:00:00Z", False),
        ("12:00:00.5", "12:00:00", True),
    ],
)
def test_times_of_a_period_are_compared_in_their_zones(start, until, wrong):
    root = despatch()
    told = {"start": "2026-02-01", "at": start, "end": "2026-02-01", "until": until}
    put(root, DELIVERY, period_of(**told))
    assert broken(advanced_despatch_advice, root) == ({"PEPPOL-T120-R015"} if wrong else set())


@pytest.mark.standards
def test_weights_are_added_as_the_official_rules_add_them():
    root = despatch()
    weigh(root, "0.75", "0.25", "0.5")
    assert broken(advanced_despatch_advice, root) == set()
    weigh(root, "0.3", "0.1", "0.2")
    assert broken(advanced_despatch_advice, root) == {"PEPPOL-T120-R018"}


@pytest.mark.standards
def test_a_rule_is_asked_in_parts_that_the_table_does_not_know_too():
    root = despatch()
    terms = "<cac:Delivery><cac:DeliveryTerms/></cac:Delivery>"
    put(root, LINE, f"<cac:Shipment><cbc:ID>NA</cbc:ID>{terms}</cac:Shipment>")
    assert broken(advanced_despatch_advice, root) == {"PEPPOL-T120-R022"}
