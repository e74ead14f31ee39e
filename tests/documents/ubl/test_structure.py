"""The table alone finds what is missing, unknown, misplaced or not in a list."""

import gc
from datetime import date

import pytest

from anskaff.concepts.finding import Severity
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.ubl import reading, rules, structure, values
from anskaff.documents.ubl.nearest_codes import nearest
from anskaff.documents.ubl.rule_set import RuleSet
from anskaff.documents.ubl.structure import Id, Official
from anskaff.documents.ubl.table import CBC, EXT, Group, indicator, said
from tests.documents.ubl.letter import (
    EVERYTHING,
    LETTERS,
    LISTS,
    OFFICIAL,
    Letter,
    Line,
    xml_of,
)

PRICED = "<b:ID>7</b:ID><a:Line><b:ID>1</b:ID><a:Price>{}1</b:PriceAmount></a:Price></a:Line>"
LINE = "<a:Line><b:ID>1</b:ID></a:Line>"


@rules.rule(
    "L-R1",
    Line,
    at="key",
    says=Words(nb="{got} er null.", nn="{got} er null.", en="{got} is zero."),
    cure=Words(nb="Start på 1.", nn="Start på 1.", en="Start at 1."),
)
def lines_start_at_one(line, reading):
    assert reading.root.key != "never"
    return {"got": line.key} if line.key == "0" else None


RULES = RuleSet(
    id="letter:2026.11",
    valid_from=date(2026, 11, 1),
    document=LETTERS,
    official=OFFICIAL,
    rules=(lines_start_at_one,),
    source="tests",
)


def found(inner):
    reading = LETTERS.reading(xml.read(xml_of(inner)))
    return RULES.findings(reading, LISTS)


def test_a_whole_document_has_no_findings():
    reading = LETTERS.reading(xml.read(LETTERS.write(EVERYTHING)))
    assert RULES.findings(reading, LISTS) == ()
    assert [line.key for line in reading.all(Line)] == ["1", "2"]


@pytest.mark.parametrize(
    ("inner", "rule", "where"),
    [
        (LINE, "L-MISSING-key", "cbc:ID"),
        ("<b:ID>7</b:ID>", "L-MISSING-lines", "cac:Line"),
        (f"<b:ID>7</b:ID>{LINE}<b:Extra>1</b:Extra>", "L-UNKNOWN-cbc:Extra", "cbc:Extra"),
        (f"<b:ID k='1'>7</b:ID>{LINE}", "L-STRAY-k", "cbc:ID/@k"),
        (f"<b:ID>7</b:ID><b:DocumentCurrencyCode>NKO</b:DocumentCurrencyCode>{LINE}",
         "L-CODE-currency", "cbc:DocumentCurrencyCode"),
        (f"<b:CustomizationID>urn:note</b:CustomizationID><b:ID>7</b:ID>{LINE}",
         "L-ONLY-customization", "cbc:CustomizationID"),
        (f"<b:ID>7</b:ID><b:Title/>{LINE}", "L-EMPTY-title", "cbc:Title"),
        (PRICED.format("<b:PriceAmount>"), "L-MISSING-netcurrencyID",
         "cac:Line[1]/cac:Price/cbc:PriceAmount/@currencyID"),
        (PRICED.format("<b:PriceAmount currencyID='NKO'>"), "L-CODE-netcurrencyID",
         "cac:Line[1]/cac:Price/cbc:PriceAmount/@currencyID"),
        ("<b:ID>7</b:ID><a:Line><b:ID>0</b:ID></a:Line>", "L-R1", "cac:Line[1]/cbc:ID"),
        (f"<b:ID>7</b:ID><b:IssueDate>i dag</b:IssueDate>{LINE}", "", "cbc:IssueDate"),
        ("<b:ID>7</b:ID><a:Line><b:ID>1</b:ID><b:Percent>NaN</b:Percent></a:Line>", "",
         "cac:Line[1]/cbc:Percent"),
        (f"<b:ID>7</b:ID><b:ID>8</b:ID>{LINE}", "", "cbc:ID"),
        (f"{LINE}<b:ID>7</b:ID>", "", "cbc:ID"),
    ],
)  # fmt: skip
def test_a_fault_is_found_once_at_its_place(inner, rule, where):
    [finding] = found(inner)
    assert (finding.kind.rule, finding.where) == (rule, where)
    for language in ("nb", "nn", "en"):
        assert finding.text(language)
        assert finding.cure(language)


def test_an_unreadable_value_that_must_stand_is_not_called_missing():
    price = "<a:Price><b:PriceAmount currencyID='NOK'>x</b:PriceAmount></a:Price>"
    [finding] = found(f"<b:ID>7</b:ID><a:Line><b:ID>1</b:ID>{price}</a:Line>")
    assert finding.code == "document-value-unreadable"


def test_what_the_official_rules_allow_is_no_finding():
    extension = f"<x:UBLExtensions xmlns:x='{EXT}'>1</x:UBLExtensions>"
    assert found(f"<b:ID>7</b:ID>{extension}{LINE}") == ()


def test_a_list_that_is_not_installed_is_not_checked():
    inner = f"<b:ID>7</b:ID><b:DocumentCurrencyCode>NKO</b:DocumentCurrencyCode>{LINE}"
    reading = LETTERS.reading(xml.read(xml_of(inner)))
    assert RULES.findings(reading, {}) == ()


def test_a_code_may_have_space_around_it():
    inner = f"<b:ID>7</b:ID><b:DocumentCurrencyCode> NOK\n</b:DocumentCurrencyCode>{LINE}"
    assert found(inner) == ()


def test_a_warning_stays_a_warning():
    [finding] = found(f"<b:ID k='1'>7</b:ID>{LINE}")
    assert finding.severity is Severity.WARNING


def test_an_empty_document_is_found_empty():
    codes = [finding.kind.rule for finding in found("")]
    assert codes == ["L-EMPTY-", "L-MISSING-key", "L-MISSING-lines"]


def test_a_space_that_is_not_of_xml_is_no_empty_element():
    assert not any(
        each.kind.rule.startswith("L-EMPTY")
        for each in found(f"<b:ID>7</b:ID><b:EndpointID>\N{NO-BREAK SPACE}</b:EndpointID>{LINE}")
    )


def test_empty_numbers_and_groups_are_found():
    inner = f"<b:ID>7</b:ID>{LINE}<a:Line/><a:Line><b:ID>2</b:ID><b:Percent/></a:Line>"
    empties = [each.where for each in found(inner) if each.kind.rule.startswith("L-EMPTY")]
    assert empties == ["cac:Line[2]", "cac:Line[3]/cbc:Percent"]


def test_amounts_are_listed_with_their_place_and_currencies_gathered():
    reading = LETTERS.reading(xml.read(LETTERS.write(EVERYTHING)))
    assert reading.currencies == {"NOK"}
    [(price, row, amount)] = reading.amounts()
    assert (price.where(row), amount.currency) == ("cac:Line[1]/cac:Price/cbc:PriceAmount", "NOK")
    assert [value.scheme for _, _, value in reading.identifiers] == ["0192"]


def test_the_garbage_collector_is_left_as_it_was():
    gc.disable()
    try:
        LETTERS.read(LETTERS.write(EVERYTHING))
        assert not gc.isenabled()
    finally:
        gc.enable()
    LETTERS.read(LETTERS.write(EVERYTHING))
    assert gc.isenabled()


def test_the_nearest_codes_are_shown_or_the_first():
    assert nearest("zzzz", frozenset({"NOK", "EUR"})) == ["EUR", "NOK"]


def test_a_rule_tells_its_id():
    assert lines_start_at_one.id == "L-R1"
    assert lines_start_at_one.on == (Line,)


@pytest.mark.parametrize("text", ["1" * 1001, "1.2.3", "", "१"])
def test_odd_numbers_are_no_numbers(text):
    assert values.decimal(text) is None


@pytest.mark.parametrize("text", ["2026-W01-1", "2026-13-01", "26-01-01"])
def test_odd_days_are_no_days(text):
    assert values.day(text) is None


def test_a_child_inside_an_unknown_element_may_be_empty():
    empties = [each.where for each in found(f"<b:ID>7</b:ID>{LINE}<b:X><b:Y/></b:X>")]
    assert empties == ["cbc:X", "cbc:X"]
    assert LETTERS.read(xml_of("")) == Letter()


def test_attributes_of_the_root_ride_along():
    data = xml_of("<b:ID>7</b:ID>").replace(b"<Letter ", b"<Letter k='v' ")
    assert b'k="v"' in LETTERS.write(LETTERS.read(data))


def test_a_value_that_stands_twice_is_kept_twice():
    reading = LETTERS.reading(
        xml.read(xml_of("<a:Line><b:Percent>1</b:Percent><b:Percent>2</b:Percent></a:Line>"))
    )
    [line] = reading.root.lines
    assert [str(each) for each in line.all(line.field("share"))] == ["1", "2"]
    assert reading.repeated[0].got == "2"


NOTHING_ELSE = Official(
    missing=lambda _group, _row, _attribute: None,
    unknown=lambda _group, _name: None,
    stray=lambda _group, _row, _attribute: None,
    code=lambda _group, _row, _attribute: None,
    only=lambda _group, _row: Id(),
    empty=lambda _group, _row: None,
)


class Discount(Group):
    is_charge: bool | None = indicator(
        "cbc:ChargeIndicator", "", said("Gebyr", "Gebyr", "Charge"), only="false"
    )


def test_an_indicator_that_has_one_value_is_judged_by_how_it_is_spelled():
    def told(spelled):
        data = f'<D xmlns:b="{CBC}"><b:ChargeIndicator>{spelled}</b:ChargeIndicator></D>'
        read = reading.read(xml.read(data.encode()), Discount)
        return [each.code for each in structure.findings(read, NOTHING_ELSE, {})]

    assert told("false") == told(" false ") == []
    assert told("0") == told("true") == ["document-value-not-allowed"]
