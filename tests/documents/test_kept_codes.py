"""What is told of codes where no official files are installed; it never contradicts those."""

import importlib.util
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from anskaff.documents import checking, codes, xml
from anskaff.documents.peppol import invoice, known, shelf
from anskaff.documents.ubl.demands import Partly
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.table import CAC, CBC
from tests.conftest import STANDARDS
from tests.documents import expected, native_engine
from tests.documents.differential import kinds

DAY = date(2026, 11, 21)
TOOL = Path(__file__).parents[2] / "tools/kept_codes.py"
LONG = {"BR-CL-07", "BR-CL-08", "BR-CL-23"}
"""Rules about lists that are too long to keep."""
BILL = f"""<Invoice xmlns="{invoice.DOCUMENT.namespace}" xmlns:cac="{CAC}" xmlns:cbc="{CBC}">
<cbc:CustomizationID>{invoice.KNOWN.customization}</cbc:CustomizationID>
<cbc:ProfileID>{invoice.KNOWN.profiles[0]}</cbc:ProfileID>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>
<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>
<cac:AccountingSupplierParty><cac:Party>
<cbc:EndpointID schemeID="0192">987654325</cbc:EndpointID>
<cac:PartyIdentification><cbc:ID schemeID="0088">1</cbc:ID></cac:PartyIdentification>
<cac:PostalAddress><cac:Country><cbc:IdentificationCode>NO</cbc:IdentificationCode></cac:Country>
</cac:PostalAddress></cac:Party></cac:AccountingSupplierParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode></cac:PaymentMeans>
<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
<cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode></cac:AllowanceCharge>
<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
<cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode></cac:AllowanceCharge>
<cac:TaxTotal><cac:TaxSubtotal><cac:TaxCategory><cbc:ID>E</cbc:ID>
<cbc:TaxExemptionReasonCode>VATEX-EU-G</cbc:TaxExemptionReasonCode></cac:TaxCategory>
</cac:TaxSubtotal></cac:TaxTotal>
<cac:InvoiceLine><cbc:InvoicedQuantity unitCode="KGM">1</cbc:InvoicedQuantity></cac:InvoiceLine>
<cac:InvoiceLine><cbc:InvoicedQuantity unitCode="KGM">2</cbc:InvoicedQuantity></cac:InvoiceLine>
</Invoice>"""


def told(bill):
    """The rules that are broken, each with its finding, without any bundle."""
    report = checking.check(bill.encode(), on=DAY)
    return {each.kind.rule or each.code: each for each in report.findings}


@pytest.mark.parametrize(
    ("old", "new", "rule", "near"),
    [
        (">NOK<", ">NKO<", "BR-CL-04", "NOK"),
        (">NO<", ">NOR<", "BR-CL-14", "NO"),
        ('"0192"', '"O192"', "BR-CL-25", "0192"),
        ('"0192"', '"192"', "BR-CL-25", "0192"),
        ('"0088"', '"088"', "BR-CL-10", "0088"),
        (">380<", ">38O<", "BR-CL-01", "380"),
        (">35<", ">53<", "BR-CL-06", "35"),
        (">30<", ">3O<", "BR-CL-16", "30"),
        (">E<", ">s<", "BR-CL-17", "S"),
        (">VATEX-EU-G<", ">VATEX-EUG<", "BR-CL-22", "VATEX-EU-G"),
        (">95<", ">96<", "BR-CL-19", "95"),
        (">FC<", ">FCC<", "BR-CL-20", "FC"),
        ('"KGM"', '"kg"', "BR-CL-23", "KGM"),
        ('"KGM"', '"stk."', "BR-CL-23", "H87"),
    ],
)
def test_a_wrong_code_is_told_without_official_files_with_the_nearest_known(old, new, rule, near):
    """Issue 3: an unknown code is told with the nearest that is known."""
    assert old in BILL
    assert rule not in told(BILL)
    found = told(BILL.replace(old, new))[rule]
    assert found.stops
    assert near in found.cure("en").rstrip(".").replace(",", "").split()


@pytest.mark.parametrize(
    ("unit", "language", "cure"),
    [
        ("timer", "nb", "Bruk en kode fra listen, for eksempel HUR (timer)."),
        ("hour", "en", "Use a code from the list, such as HUR (hours)."),
        ("m²", "nn", "Bruk ein kode frå lista, til dømes MTK (m²)."),
    ],
)
def test_a_unit_in_words_is_told_with_its_code(unit, language, cure):
    assert told(BILL.replace("KGM", unit))["BR-CL-23"].cure(language) == cure


@pytest.mark.parametrize(("unit", "told_as"), [("KGM", []), ("B97", ["B97"])])
def test_a_unit_that_we_do_not_know_is_no_fault_and_is_told_once(unit, told_as):
    """The list has thousands; one that looks as they do may be right."""
    report = checking.check(BILL.replace("KGM", unit).encode(), on=DAY)
    found = [each for each in report.findings if each.code == "document-code-not-common"]
    assert [each.kind.rule for each in report.findings if each.kind.rule == "BR-CL-23"] == []
    assert not any(each.stops for each in found)
    assert [each.facts["got"] for each in found] == told_as


def test_what_is_not_checked_is_said_where_no_lists_are_installed():
    remark = told(BILL)["code-lists-not-installed"]
    assert "Units of measure" in remark.text("en")
    assert not remark.stops


def table():
    spec = importlib.util.spec_from_file_location("kept_codes", TOOL)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_runs_of_numbers_are_written_by_their_ends():
    shortened = table().shortened
    assert list(shortened(["0088", "7", "0007", "0008", "0009", "ZZZ", "8", "9", "11"])) == [
        "7..9", "11", "0007..0009", "0088", "ZZZ",
    ]  # fmt: skip


@pytest.mark.standards
def test_the_table_is_what_the_official_files_have():
    """When a release has other codes: `.venv/bin/python tools/kept_codes.py FOLDER DAY`."""
    lines = codes.KEPT.read_text(encoding="utf-8").splitlines()
    kept = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    assert kept == table().rows(STANDARDS)


@pytest.mark.standards
def test_a_list_that_we_keep_has_all_official_codes_or_those_in_common_use_only():
    for document in known.DOCUMENTS:
        for rules in shelf.rule_sets(document):
            official, ours = codes.installed(STANDARDS, rules.lists), codes.kept(rules.lists)
            for name in official.keys() & ours.keys():
                place = (document.key, name)
                if isinstance(ours[name], Partly):
                    assert ours[name] <= official[name], place
                    assert all(map(ours[name].may_have, official[name])), place
                else:
                    assert official[name] <= ours[name], place


def broken(native, root, lists):
    """What our rules find with some lists, by rule or code, but for what only informs."""
    found = native.rules.findings(native.rules.document.reading(root), lists)
    return Counter(each.kind.rule or each.code for each in found if each.severity != "information")


def both(native, root):
    """What is found with our own lists, and with the official ones."""
    files = native.rules.lists
    return broken(native, root, codes.kept(files)), broken(
        native, root, codes.installed(STANDARDS, files)
    )


@pytest.mark.standards
@pytest.mark.parametrize("folder", expected.FOLDERS)
def test_nothing_is_a_fault_without_the_official_lists_that_is_none_with_them(folder):
    for case in expected.cases(STANDARDS, folder):
        native = native_engine.native_for(case)
        if native is None:
            continue
        without, whole = both(native, xml.read(case.document, limits=LIMITS))
        assert without <= whole, case.name
        assert (whole - without).keys() <= LONG, case.name


@pytest.mark.standards
def test_changed_examples_are_judged_no_harder_without_the_official_lists():
    """Many have a code swapped for one of another place, or for an odd one."""
    seen = 0
    for kind in kinds():
        mutator = kind.mutator("kept")
        for number in range(15):
            root = etree.fromstring(mutator.mutant(number))
            without, whole = both(kind.native, root)
            assert without <= whole, f"{kind.name} {number}"
            seen += bool(whole - without)
    assert seen
