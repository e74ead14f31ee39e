"""One fault at a time in orders: our rules and the official engine name the same rules for it."""

import re

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import order_agreement, order_change
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.differential import kinds
from tests.documents.peppol.order_agreement import AN_AGREEMENT

pytestmark = pytest.mark.standards

EXAMPLE = STANDARDS / "peppol-post-award-3/examples/Order_Example.xml"
TOTALS = "<cac:AnticipatedMonetaryTotal>"
CATEGORY = r"<cac:ClassifiedTaxCategory>\s*<cbc:ID>S</cbc:ID>\s*"
ORDER = {
    "R001": (r"<cbc:ID>2</cbc:ID>(\s*<cbc:Quantity)", r"<cbc:ID>1</cbc:ID>\1"),
    "R002": (r"<cac:ValidityPeriod>.*?</cac:ValidityPeriod>", ""),
    "R003": (r'(<cbc:PayableAmount currencyID=")NOK', r"\1EUR"),
    "R004": (r">120<", ">-120<"),
    "R005": (r">50\.000<", ">-50.000<"),
    "R006": (r"(<cbc:PayableAmount[^>]*>)6363", r"\1-1"),
    "R007": (rf"({TOTALS}\s*<cbc:LineExtensionAmount[^>]*>)6525\.00", r"\1-1"),
    "R008": (rf"({TOTALS}\s*<cbc:LineExtensionAmount[^>]*>)6525\.00", r"\g<1>6525.01"),
    "R009": (r"652\.50(</cbc:AllowanceTotalAmount>)", r"652.51\1"),
    "R010": (r"400\.00(</cbc:ChargeTotalAmount>)", r"400.01\1"),
    "R011": (r"6272\.50", "6272.51"),
    "R013": (r"<cbc:Quantity[^>]*>120</cbc:Quantity>", ""),
    "R014": (r"(<cac:OriginatorCustomerParty>\s*<cac:Party>).*?(</cac:Party>)", r"\1\2"),
    "R016": (r">6363<", ">6364<"),
    "R017": (r"6372\.50", "6372.51"),
    "R019": (r">60\.00<", ">61.00<"),
    "R020": (
        r"(services</cbc:AllowanceChargeReason>)",
        r"\1<cbc:MultiplierFactorNumeric>1</cbc:MultiplierFactorNumeric>",
    ),
    "R021": (r"<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>", ""),
    "R022": (r"<cbc:MultiplierFactorNumeric>10", "<cbc:MultiplierFactorNumeric>11"),
    "R023": (r"<cbc:AllowanceChargeReasonCode>ABK.*?</cbc:AllowanceChargeReason>", ""),
    "R024": (r"6300\.00", "6300.03"),
    "R025": (r"(<cbc:BaseQuantity[^>]*>)1<", r"\g<1>0<"),
    "R026": (r"(<cac:PartyTaxScheme>\s*<cbc:CompanyID>)[^<]*", r"\g<1>12"),
    "R027": (r">60\.00<", ">-60.00<"),
    "R028": (r"6272\.50", "6272.500"),
    "R029": (rf"({CATEGORY})<cbc:Percent>25</cbc:Percent>", r"\1"),
    "R030": (rf"({CATEGORY})<cbc:Percent>25", r"\1<cbc:Percent>0"),
    "R031": (r"(<cbc:ProfileID>)[^<]*", r"\1urn:x"),
    "R032": (r">400\.00(</cbc:Amount>)", r">-400.00\1"),
    "R033": (r">10\.00(</cbc:Amount>)", r">-10.00\1"),
    "R034": (r"(<cbc:CustomizationID>)[^<]*", r"\1urn:x"),
    "R035": (r"<cac:QuotationDocumentReference>.*?</cac:QuotationDocumentReference>", ""),
    "CL001": (r"<cbc:AllowanceChargeReasonCode>95", "<cbc:AllowanceChargeReasonCode>ABK"),
    "CL002": (r"<cbc:AllowanceChargeReasonCode>ABK", "<cbc:AllowanceChargeReasonCode>95"),
}
"""Each rule, and how to break it in the example of an order."""
NUMBER = r"<cac:{0}ItemIdentification>.*?</cac:{0}ItemIdentification>"
SUBTOTAL = "</cbc:TaxableAmount>"
AGREEMENT = {
    "R001": (r">100(</cbc:PriceAmount>)", r">-100\1"),
    "R002": (NUMBER.format("Sellers") + NUMBER.format("Standard"), ""),
    "R004": (r'(<cbc:PayableAmount currencyID=")NOK', r"\1EUR"),
    "R005": (r">1601<", ">-1<"),
    "R006": (r">1500<", ">-1<"),
    "R007": (r">1500<", ">1501<"),
    "R008": (r">50(</cbc:ChargeTotalAmount>)", r">51\1"),
    "R009": (r">100(</cbc:AllowanceTotalAmount>)", r">101\1"),
    "R010": (r">1450<", ">1451<"),
    "R011": (r">1687\.50<", ">1687.51<"),
    "R012": (r">1601<", ">1602<"),
    "R013": (r">1450<", ">1450.000<"),
    "R014": (r"<cbc:LineExtensionAmount[^>]*>1000</cbc:LineExtensionAmount>", ""),
    "R015": (
        r"(Grunn</cbc:AllowanceChargeReason>)",
        r"\1<cbc:MultiplierFactorNumeric>1</cbc:MultiplierFactorNumeric>",
    ),
    "R016": (r"<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>", ""),
    "R017": (r"<cbc:MultiplierFactorNumeric>10", "<cbc:MultiplierFactorNumeric>11"),
    "R018": (r"<cbc:AllowanceChargeReasonCode>FC.*?</cbc:AllowanceChargeReason>", ""),
    "R019": (rf"({CATEGORY})<cbc:Percent>25</cbc:Percent>", r"\1"),
    "R020": (rf"({CATEGORY})<cbc:Percent>25", r"\1<cbc:Percent>0"),
    "R021": (r">50(</cbc:Amount>)", r">-50\1"),
    "R022": (r">105\.125<", ">-105.125<"),
    "R023": (r">5\.125<", ">-5.125<"),
    "R024": (rf"({SUBTOTAL}<cbc:TaxAmount[^>]*>)237\.50", r"\g<1>237.51"),
    "R025": (r"(<cac:TaxTotal><cbc:TaxAmount[^>]*>)237\.50", r"\g<1>237.51"),
    "R026": (rf"({CATEGORY})<cbc:Percent>25", r"\1<cbc:Percent>15"),
    "R027": (
        r"<cac:ClassifiedTaxCategory><cbc:ID>S",
        "<cac:ClassifiedTaxCategory><cbc:ID>AA",
    ),
    "R028": (r"<cbc:TaxExemptionReason>.*?</cbc:TaxExemptionReason>", ""),
    "R029": (
        r"(<cbc:Percent>25</cbc:Percent>)(<cac:TaxScheme>.{20}</cac:TaxScheme></cac:TaxCategory></cac:TaxSub)",
        r"\1<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>\2",
    ),
    "R030": (r"(<cbc:CustomizationID>)[^<]*", r"\1urn:x"),
    "CL001": (r"<cbc:AllowanceChargeReasonCode>95", "<cbc:AllowanceChargeReasonCode>FC"),
    "CL002": (r"<cbc:AllowanceChargeReasonCode>FC", "<cbc:AllowanceChargeReasonCode>95"),
}
"""Each rule, and how to break it in our example of an agreed order."""


def an_order():
    return EXAMPLE.read_text(encoding="utf-8")


def a_change():
    """The example of an order, told to be a change of it."""
    known = order_change.KNOWN
    text = an_order().replace("xsd:Order-2", "xsd:OrderChange-2")
    text = re.sub(r"<(/?)Order\b", r"<\1OrderChange", text)
    text = re.sub("(<cbc:CustomizationID>)[^<]*", rf"\g<1>{known.customization}", text)
    return re.sub("(<cbc:ProfileID>)[^<]*", rf"\g<1>{known.profiles[0]}", text)


DOCUMENTS = {
    "order": ("T01", an_order, ORDER),
    "order_change": ("T114", a_change, ORDER),
    "order_agreement": ("T110", AN_AGREEMENT.decode, AGREEMENT),
}
CASES = [
    pytest.param(key, rule, id=f"{transaction}-{rule}")
    for key, (transaction, _, faults) in DOCUMENTS.items()
    for rule in faults
]


@pytest.fixture(scope="module")
def official():
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


def kind_of(key):
    return next(each for each in kinds() if each.native.key == key)


@pytest.mark.parametrize(("key", "rule"), CASES)
def test_a_fault_breaks_the_same_rules_as_officially(key, rule, official):
    transaction, given, faults = DOCUMENTS[key]
    pattern, replacement = faults[rule]
    text, count = re.subn(pattern, replacement, given(), count=1, flags=re.DOTALL)
    assert count == 1
    kind = kind_of(key)
    theirs = official_verdict(kind, text.encode(), official)
    ours = kind.native.broken(xml.read(text.encode()))
    assert (set(ours.fatal), set(ours.warning)) == theirs
    assert f"PEPPOL-{transaction}-{rule}" in theirs[0] | theirs[1]
    for each in kind.native.findings(xml.read(text.encode())):
        for language in ("nb", "nn", "en"):
            assert "{" not in each.text(language) + each.cure(language)


def official_verdict(kind, document, official):
    """The rules that a document breaks officially, fatal ones and warnings, whatever its ids."""
    verdict = official.check(document, kind.official, steps={Step.SCHEMATRON})
    return tuple(
        {each.rule for each in verdict.found if each.severity == severity}
        for severity in ("fatal", "warning")
    )


@pytest.mark.parametrize("key", DOCUMENTS)
def test_every_rule_of_its_own_has_a_fault_that_breaks_it(key):
    transaction, _, faults = DOCUMENTS[key]
    prefix = f"PEPPOL-{transaction}-"
    rules = {each.id for each in kind_of(key).native.rules.rules}
    assert {each.removeprefix(prefix) for each in rules if each.startswith(prefix)} == {*faults}


def test_our_example_of_an_agreed_order_breaks_nothing(official):
    kind = kind_of("order_agreement")
    assert official_verdict(kind, AN_AGREEMENT, official) == (set(), set())
    assert kind.native.findings(xml.read(AN_AGREEMENT)) == ()
    assert order_agreement.write(order_agreement.read(AN_AGREEMENT)) == AN_AGREEMENT


ODD_AMONG_OTHERS = {
    "PEPPOL-T01-CL002": (
        r"<cbc:ChargeIndicator>true(</cbc:ChargeIndicator>\s*<cbc:AllowanceChargeReasonCode>)ABK",
        r"<cbc:ChargeIndicator>kanskje</cbc:ChargeIndicator><cbc:ChargeIndicator>true\g<1>95",
    ),
    "PEPPOL-COMMON-R030": (
        r"(<cac:ValidityPeriod>\s*)(<cbc:EndDate>)",
        r"\1<cbc:EndDate>snart</cbc:EndDate>\2",
    ),
    "PEPPOL-T01-R003": (
        r'(<cbc:PayableAmount currencyID=)"NOK"',
        r'\1"NOK">mye</cbc:PayableAmount>\1"EUR"',
    ),
    "PEPPOL-T01-R028": (
        r'(<cbc:PayableAmount currencyID="NOK">)',
        r"\1mye</cbc:PayableAmount>\g<1>1.1230</cbc:PayableAmount>\1",
    ),
}
"""The rule that is broken by a value after one that is not of its type."""


@pytest.mark.parametrize("rule", ODD_AMONG_OTHERS)
def test_a_value_after_one_that_cannot_be_read_is_judged_as_officially(rule, official):
    pattern, replacement = ODD_AMONG_OTHERS[rule]
    given = EXAMPLE.read_text("utf-8")
    text, count = re.subn(pattern, replacement, given, count=1, flags=re.DOTALL)
    assert count == 1
    kind = kind_of("order")
    verdict = official.check(text.encode(), kind.official, steps={Step.SCHEMATRON})
    theirs = {each.rule for each in verdict.found}
    not_asked = {each.rule for layer in verdict.layers for each in layer.unasked}
    ours = set(kind.native.broken(xml.read(text.encode())).fatal)
    assert rule in ours & theirs
    assert ours - theirs <= not_asked
