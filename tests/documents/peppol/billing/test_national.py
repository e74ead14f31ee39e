"""Bills between parties of each country that has rules of its own break what they break officially.

Official examples are moved to the country, then made wrong by chance.
"""

from collections.abc import Iterator

import pytest
from lxml import etree

from anskaff.concepts.finding import Severity
from anskaff.documents import xml
from anskaff.documents.peppol.billing.rules import RULES, SELF_BILLING_RULES
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.ubl.table import CAC, CBC
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents import differential
from tests.documents.mutations import mutants
from tests.documents.peppol.billing.given import FAMILY, example_files

pytestmark = pytest.mark.standards
NUMBERS = {
    "DE": "DE123456789",
    "DK": "DK12345678",
    "GR": "EL094019245",
    "IS": "IS123456",
    "IT": "IT12345678901",
    "NL": "NL123456789B12",
    "NO": "NO991825827MVA",
    "SE": "SE556036079301",
}
EMPTY = "PEPPOL-EN16931-R008"
"""Told by the structure, of every element."""
MUTANTS = 12
SEED = 20261121


def moved(document: bytes, country: str) -> bytes:
    """The same bill, with both parties in a country and their VAT numbers from there."""
    root = xml.read(document)
    for role in ("Supplier", "Customer"):
        [party] = root.iterfind(f"{{{CAC}}}Accounting{role}Party/{{{CAC}}}Party")
        for code in party.iterfind(f".//{{{CAC}}}Country/{{{CBC}}}IdentificationCode"):
            code.text = country
        for each in party.iterfind(f"{{{CAC}}}PartyTaxScheme"):
            if each.findtext(f"{{{CAC}}}TaxScheme/{{{CBC}}}ID") == "VAT":
                each.find(f"{{{CBC}}}CompanyID").text = NUMBERS[country]
    return etree.tostring(root)


def bared(document: bytes) -> bytes:
    """The same bill, with nothing but the country in its addresses."""
    root = xml.read(document)
    for name in ("StreetName", "CityName", "PostalZone"):
        for each in [*root.iter(f"{{{CBC}}}{name}")]:
            each.getparent().remove(each)
    return etree.tostring(root)


def kind_of(document: bytes) -> differential.Kind:
    """The official and our own rules of Peppol for an invoice or a credit note."""
    root = etree.QName(xml.read(document)).localname
    key = {"Invoice": "invoice", "CreditNote": "credit_note"}[root]
    return next(
        each for each in differential.kinds() if each.native.key == key and each.family == "billing"
    )


@pytest.fixture(scope="module")
def official() -> Iterator[Official]:
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


def bills() -> list[bytes]:
    """Every official example of Peppol Billing."""
    return [
        file.read_bytes()
        for file in example_files()
        if file.is_relative_to(STANDARDS / "peppol-billing-3.0.21")
        and not file.name.startswith("SB-")
    ]


@pytest.mark.parametrize("country", NUMBERS)
def test_a_bill_of_a_country_breaks_the_same_rules_as_officially(country, official):
    local = [moved(each, country) for each in bills()]
    broken = set()
    made = [*local, *map(bared, local), *mutants(local, MUTANTS, SEED)]
    for at, document in enumerate(made):
        told = differential.compare(kind_of(document), official, document, f"{country} {at}")
        assert told.differences == (), told.name
        broken |= told.broken
    assert any(each.startswith(f"{country}-") for each in broken)


@pytest.mark.parametrize(
    ("file", "rules"),
    [("PEPPOL-EN16931-UBL.sch", RULES), ("PEPPOL-EN16931-UBL-SB.sch", SELF_BILLING_RULES)],
)
def test_every_official_rule_of_peppol_has_one_of_ours_as_strict(file, rules):
    schematron = xml.read((STANDARDS / "peppol-billing-3.0.21/sch" / file).read_bytes())
    official = {each.get("id"): each.get("flag") for each in schematron.iter("{*}assert")}
    ours = {
        each.id: "warning" if each.kind.severity is Severity.WARNING else "fatal" for each in rules
    }
    assert official.pop(EMPTY) == "fatal"
    assert {each: said for each, said in ours.items() if not each.startswith(FAMILY)} == official
