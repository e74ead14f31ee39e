from datetime import date
from decimal import Decimal

import pytest

from anskaff.documents import codes, xml
from anskaff.documents.peppol.catalogue import DOCUMENT, Catalogue, items, lines
from anskaff.documents.peppol.catalogue import parties as who
from anskaff.documents.peppol.catalogue.rule_sets import RULE_SETS
from anskaff.documents.peppol.catalogue.rules import RULES
from anskaff.documents.peppol.catalogue.table import Validity
from anskaff.documents.peppol.post_award import catalogue_item as shared
from anskaff.documents.ubl.code_meanings import meaning
from anskaff.documents.ubl.nearest_codes import nearest
from anskaff.documents.ubl.rules import findings
from anskaff.documents.ubl.values import Amount, Identifier, Quantity
from tests.conftest import STANDARDS
from tests.documents.peppol.examples import broken_rules

NEW_YEAR, MAY, JUNE = date(2026, 1, 1), date(2026, 5, 1), date(2026, 6, 1)
LAST_DAY, NEXT_YEAR = date(2026, 12, 31), date(2027, 1, 1)
ITEM = items.Item(name="Kopipapir", seller_number=shared.SellerItemNumber(number="P-80"))


def priced(net="49.90", **period):
    validity = lines.PriceValidity(**period) if period else None
    made = lines.Price(net=Amount(Decimal(net), "NOK"), validity=validity)
    return lines.TermsOfDelivery(price=made)


def line(terms=None, item=ITEM, **changes):
    return lines.Line(number="1", prices=(terms or priced(),), item=item, **changes)


def catalogue(*given, start=NEW_YEAR, end=LAST_DAY, **changes):
    return Catalogue(validity=Validity(start=start, end=end), lines=given or (line(),), **changes)


def valid(start, end):
    return {"validity": lines.LineValidity(start=start, end=end)}


def pieces(least, most):
    return {
        "least_order": Quantity(Decimal(least), "C62"),
        "most_order": Quantity(Decimal(most), "C62"),
    }


def taxed(code, percent):
    return line(item=ITEM.with_(tax_category=items.TaxCategory(code=code, percent=percent)))


@pytest.mark.parametrize(
    ("made", "rules"),
    [
        (catalogue(), set()),
        (catalogue(start=None, end=None), set()),
        (catalogue(start=LAST_DAY, end=NEW_YEAR), {"R001", "R007", "R011", "R013", "R016"}),
        (catalogue(supplier=who.Supplier(party=who.SupplierParty())), {"R004"}),
        (catalogue(customer=who.Customer()), {"R005"}),
        (
            catalogue(
                supplier=who.Supplier(
                    party=who.SupplierParty(party_name=who.TradingName(name="Papir og penn"))
                ),
                customer=who.Customer(
                    party=who.CustomerParty(
                        identification=who.PartyIdentification(key=Identifier("7", "0088"))
                    )
                ),
            ),
            set(),
        ),
        (catalogue(line(priced("0"))), set()),
        (catalogue(line(priced("-1"))), {"R006"}),
        (catalogue(line(lines.TermsOfDelivery())), {"R006"}),
        (catalogue(line(**valid(MAY, JUNE))), set()),
        (catalogue(line(**valid(MAY, None))), set()),
        (catalogue(line(**valid(MAY, NEXT_YEAR))), {"R007"}),
        (catalogue(line(**valid(JUNE, MAY))), {"R013", "R016", "R011"}),
        (catalogue(line(priced(start=MAY, end=JUNE))), set()),
        (catalogue(line(priced(start=MAY, end=JUNE), **valid(MAY, MAY))), {"R011"}),
        (catalogue(line(priced(start=JUNE, end=MAY))), {"R016"}),
        (catalogue(line(**pieces("2", "2"))), set()),
        (catalogue(line(**pieces("3", "2"))), {"R010"}),
        (catalogue(line(**pieces("-3", "-2"))), {"R008", "R009"}),
        (catalogue(line(item=ITEM.with_(seller_number=None))), {"R012"}),
        (catalogue(taxed("Z", None)), {"R014"}),
        (catalogue(taxed(" S ", Decimal(0))), {"R015"}),
        (catalogue(taxed("O", None)), set()),
        (catalogue(profile="urn:example", customization="urn:example"), {"R017", "R018"}),
    ],
)
def test_a_catalogue_breaks_the_rules_it_should_and_no_other(made, rules):
    found = broken_rules(xml.read(DOCUMENT.write(made)), DOCUMENT, RULES)
    assert {each for each in found if "-T19-" in each} == {f"PEPPOL-T19-{each}" for each in rules}


def test_a_day_with_a_time_zone_is_none_to_the_rules():
    data = DOCUMENT.write(catalogue()).replace(b"2026-12-31<", b"2026-12-31Z<")
    found = broken_rules(xml.read(data), DOCUMENT, RULES)
    assert {"PEPPOL-T19-R001", "PEPPOL-T19-R007", "PEPPOL-T19-R013"} <= found


def test_a_catalogue_that_never_ends_is_not_said_to_end_on_a_day_of_nines():
    line_of_spring = line(**valid(NEW_YEAR, MAY))
    reading = DOCUMENT.reading(
        xml.read(DOCUMENT.write(catalogue(line_of_spring, start=MAY, end=None)))
    )
    [found] = [each for each in findings(RULES, reading) if each.code == "peppol-t19-r007"]
    assert found.text("nb") == (
        "Linjen gjelder 2026-01-01 til 2026-05-01, men katalogen 2026-05-01 til (ikke sagt)."
    )


def test_a_catalogue_with_two_periods_is_not_asked_when_it_holds():
    data = DOCUMENT.write(catalogue(start=LAST_DAY, end=NEW_YEAR))
    one = data[data.index(b"<cac:ValidityPeriod>") : data.index(b"<cac:CatalogueLine>")]
    assert broken_rules(xml.read(data.replace(one, one * 2)), DOCUMENT, RULES) == set()


@pytest.mark.standards
def test_a_line_says_yes_or_no_in_one_of_two_ways():
    [rules] = RULE_SETS
    lists = codes.installed(STANDARDS, rules.lists)
    data = DOCUMENT.write(catalogue(line(orderable=True)))

    def broken(spelled):
        written = data.replace(b">true<", spelled)
        found = rules.findings(DOCUMENT.reading(xml.read(written)), lists)
        return {each.kind.rule for each in found if "OrderableIndicator" in each.where}

    assert broken(b">true<") == set()
    assert broken(b"> false <") == set()
    assert broken(b">1<") == {"PEPPOL-T19-B11501"}


@pytest.mark.standards
def test_an_empty_label_of_an_item_is_in_the_official_list_but_is_not_suggested():
    """The publisher's list has two spaces after one code, and so nothing as a code."""
    [rules] = RULE_SETS
    lists = codes.installed(STANDARDS, rules.lists)
    labelled = ITEM.with_(labels=(items.Label(name="Svanen", code="NA", kind="NA"),))
    data = DOCUMENT.write(catalogue(line(item=labelled)))

    def broken(code):
        reading = DOCUMENT.reading(xml.read(data.replace(b"Code>NA<", b"Code>" + code + b"<")))
        return {
            each.kind.rule: each.text("en")
            for each in rules.findings(reading, lists)
            if "CertificateTypeCode" in each.where
        }

    assert broken(b"NA") == {}
    assert list(broken(b"")) == ["PEPPOL-COMMON-R001"]
    assert list(broken(b"!")) == ["PEPPOL-T19-B24301"]
    assert "" not in nearest("!", lists["PackagingMarkedLabelAccreditationCode"])


@pytest.mark.standards
@pytest.mark.parametrize(
    "name",
    [
        "ActionCode_header",
        "ActionCode_line",
        "GS17009",
        "Image",
        "TransactionCondition",
        "TrueFalse",
        "UNCL6313",
    ],
)
def test_every_code_of_a_short_list_has_words(name):
    [rules] = RULE_SETS
    given = codes.installed(STANDARDS, rules.lists)[name]
    assert len(given) > 1
    for language in ("nb", "nn", "en"):
        assert [code for code in given if not meaning(name, code, language)] == []
