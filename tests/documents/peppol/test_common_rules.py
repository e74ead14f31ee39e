"""Dates and identifiers are asked wherever they stand, as the rules in common to Peppol have it."""

from collections import Counter

import pytest

from anskaff.concepts.finding import Severity
from anskaff.documents import xml
from anskaff.documents.peppol.common_rules import COMMON_RULES, LOGISTICS_RULES
from anskaff.documents.peppol.order_cancellation import DOCUMENT
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.ubl.rules import findings
from anskaff.documents.ubl.table import CAC, CBC
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.pool import Pool
from anskaff.documents.validation.rule_sets import RULE_SETS
from tests.conftest import STANDARDS

HEAD = (
    f'<OrderCancellation xmlns="{DOCUMENT.namespace}" xmlns:cac="{CAC}" xmlns:cbc="{CBC}" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
)
PARTY = "<cac:BuyerCustomerParty><cac:Party>{}</cac:Party></cac:BuyerCustomerParty>"
TAX = (
    "<cac:PartyTaxScheme><cbc:CompanyID{}>{}</cbc:CompanyID>"
    "<cac:TaxScheme><cbc:ID>{}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
)
SCHEMES = [
    ("R040", "0088", "7300010000001", "7300010000002"),
    ("R041", "0192", " 991825827 ", "991825828"),
    ("R042", "0184", "DK12345678", " 12345678"),
    ("R052", "0096", "1234567890", " 1234567890"),
    ("R053", "0198", "DK12345678", "12345678"),
    ("R043", "0208", "0202239951", "0202239952"),
    ("R044", "0201", "UFK2DP", "UFK2D"),
    ("R045", "0210", "RSSMRA85T10A562S", "RSSMRA85T10A56"),
    ("R046", "9907", "12345678901", "1234567890"),
    ("R047", "0211", "IT00743110157", "IT00743110158"),
    ("R049", "0007", "5560360793", "5560360794"),
    ("R050", "0151", "51824753556", "51824753557"),
    ("R054", "0106", "12345678", "1234567"),
    ("R055", "0190", "12345678901234567890", "1234567890"),
    ("R056-1", "9944", "NL123456789B12", "NL123456789"),
    ("R057", "0217", "123456789012", "12345678"),
]


ODD = [
    *(right for _, _, right, _ in SCHEMES),
    *(wrong for _, _, _, wrong in SCHEMES),
    *("0", "00", "x", "-1", "1e9", "000000000", "910667181", "9 1 8", "NL", "IT", "it00743110157"),
    *("it1234567890x", "IT0074311015", "12345 789012", "+1234567890", "-12345678901"),
    *("RSSMRA+5T10A562S", "RSSMRA 5T10A562S", "rssmra85t10a562s", "ÆØÅMRA85T10A562S"),
    *("DK1234567x", "dk12345678", "DK 12345678", "12345678\t", "0000000000", "1234567894"),
    *("00000000000", "10000000000", "NL123456789b12", "NL123456789B123", "٠١٢٣٤٥٦٧٨", "ABC-12"),
]
"""Identifiers of all sorts, each of which is tried in every scheme."""


def broken(content, attributes="", rules=COMMON_RULES):
    data = f"{HEAD}{attributes}>{content}</OrderCancellation>".encode()
    found = findings(rules, DOCUMENT.reading(xml.read(data)))
    return [each.kind.rule.removeprefix("PEPPOL-COMMON-") for each in found]


@pytest.mark.parametrize(("rule", "scheme", "right", "wrong"), SCHEMES)
def test_an_identifier_is_written_as_its_scheme_has_it(rule, scheme, right, wrong):
    endpoint = f'<cbc:EndpointID schemeID="{scheme}">{{}}</cbc:EndpointID>'
    assert broken(PARTY.format(endpoint.format(right))) == []
    assert broken(PARTY.format(endpoint.format(wrong))) == [rule]
    identification = (
        f'<cac:PartyIdentification><cbc:ID schemeID="{scheme}">{wrong}</cbc:ID>'
        "</cac:PartyIdentification>"
    )
    assert broken(PARTY.format(identification)) == ([] if rule == "R046" else [rule])


def test_an_identifier_of_something_else_is_not_asked():
    order = '<cac:OrderReference><cbc:ID schemeID="0192">1</cbc:ID></cac:OrderReference>'
    assert broken(order) == []


def test_a_scheme_where_the_table_has_none_is_asked_all_the_same():
    assert broken(PARTY.format(TAX.format(' schemeID="0192"', "991825828", "X"))) == ["R041"]


def test_what_the_table_does_not_know_is_asked_too():
    agent = '<cac:AgentParty><cbc:EndpointID schemeID="0192">1</cbc:EndpointID></cac:AgentParty>'
    assert broken(PARTY.format(agent)) == ["R041"]
    assert broken("<cbc:DueDate>2026-01-01Z</cbc:DueDate>") == ["R030"]
    tax = f"<cac:AgentParty>{TAX.format('', 'NL1', 'VAT')}</cac:AgentParty>"
    assert broken(PARTY.format(tax)) == ["R056-2"]


def test_a_dutch_vat_number_is_known_by_its_beginning():
    assert broken(PARTY.format(TAX.format("", "NL123456789B12", "VAT"))) == []
    assert broken(PARTY.format(TAX.format("", "NL1", " VAT "))) == ["R056-2"]
    assert broken(PARTY.format(TAX.format("", "NL1", "GST"))) == []
    assert broken(PARTY.format(TAX.format("", "SE1", "VAT"))) == []


@pytest.mark.parametrize(
    ("scheme", "rules"), [("0217", ["R056-2"]), ("0192", ["R041"]), ("9907", ["R056-2"])]
)
def test_the_first_rule_for_an_identifier_is_the_one_that_is_asked(scheme, rules):
    tax = TAX.format(f' schemeID="{scheme}"', "NL1", "VAT")
    assert broken(PARTY.format(tax)) == rules


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2026-11-21", True),
        ("2026-11-21Z", False),
        (" 2026-11-21", False),
        ("2026-02-30", False),
        ("20261121", False),
        ("2026-11-1 ", False),
    ],
)
def test_a_date_has_ten_characters(written, right):
    assert broken(f"<cbc:IssueDate>{written}</cbc:IssueDate>") == ([] if right else ["R030"])


def test_a_document_does_not_point_to_its_schema():
    assert broken("", 'xsi:schemaLocation="urn:a b.xsd"') == ["R003"]
    assert broken("", 'xsi:noNamespaceSchemaLocation="b.xsd"') == []


@pytest.mark.standards
def test_identifiers_of_all_sorts_break_the_rules_that_they_break_officially():
    parties = "".join(
        f'<cac:PartyIdentification><cbc:ID schemeID="{scheme}">{identifier}</cbc:ID>'
        f'</cac:PartyIdentification><cbc:EndpointID schemeID="{scheme}">{identifier}'
        f"</cbc:EndpointID>{TAX.format(f' schemeID={chr(34)}{scheme}{chr(34)}', identifier, tax)}"
        for _, scheme, _, _ in SCHEMES
        for identifier in ODD
        for tax in ("VAT", "GST")
    )
    data = f"{HEAD}>{PARTY.format(parties)}</OrderCancellation>".encode()
    found = findings(COMMON_RULES, DOCUMENT.reading(xml.read(data)))
    with Pool(1) as pool:
        [rules] = [
            each for each in RULE_SETS if each.id == "eu.peppol.bis3:order-cancellation:2026.5"
        ]
        verdict = Official(Bundle(STANDARDS), pool).check(data, rules, steps={Step.SCHEMATRON})
    theirs = Counter(each.rule for each in verdict.found if "COMMON" in each.rule)
    assert not [each for layer in verdict.layers for each in layer.unasked]
    assert Counter(each.kind.rule for each in found) == theirs
    assert len(theirs) == len(SCHEMES) + 1


def test_logistics_has_fewer_schemes_and_milder_words_for_two():
    severities = {each.id[-4:]: each.kind.severity for each in LOGISTICS_RULES}
    assert severities["R052"] is severities["R053"] is Severity.WARNING
    assert severities["R041"] is Severity.ERROR
    assert not severities.keys() & {"R054", "R055", "R057", "56-1", "56-2"}
