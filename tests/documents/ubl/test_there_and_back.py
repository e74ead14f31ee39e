"""What is read can be written again as it was, whatever the table knows of it."""

import json
from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given

from anskaff.concepts.errors import Unreadable
from anskaff.documents import xml
from anskaff.documents.ubl.json_form import from_json, to_json
from tests.documents.ubl.canonical import canonical
from tests.documents.ubl.letter import EVERYTHING, LETTERS, Letter, xml_of
from tests.documents.ubl.strategies import documents

ODD = {
    "unknown elements and extensions": "<b:ID>7</b:ID><x:Deep xmlns:x='urn:x' x:k='1'><x:A>é</x:A>"
    "</x:Deep><b:IssueDate>2026-01-01</b:IssueDate><b:Unknown>z</b:Unknown>",
    "repeated values": "<b:ID>7</b:ID><b:ID>8</b:ID><b:IssueDate>2026-01-01</b:IssueDate>"
    "<b:IssueDate>2026-01-02Z</b:IssueDate>",
    "repeated groups": "<a:Line><b:ID>1</b:ID><a:Price/><a:Price><b:PriceAmount currencyID='NOK'>1"
    "</b:PriceAmount></a:Price></a:Line>",
    "another order": "<b:IssueDate>2026-01-01</b:IssueDate><b:ID>7</b:ID><b:Other/><b:ID>8</b:ID>",
    "odd spelling": "<b:ID> 7 </b:ID><b:IssueDate>2026-01-01+01:00</b:IssueDate><b:IssueTime>"
    "09:30:00.5Z</b:IssueTime><a:Line><b:Percent>+012.50</b:Percent>"
    "<b:FreeOfChargeIndicator>0</b:FreeOfChargeIndicator></a:Line>",
    "unreadable values": "<b:IssueDate>i går</b:IssueDate><b:IssueTime/><a:Line>"
    "<b:Percent>NaN</b:Percent><b:FreeOfChargeIndicator>kanskje</b:FreeOfChargeIndicator>"
    "<a:Price><b:PriceAmount currencyID=''>1E5</b:PriceAmount></a:Price></a:Line>",
    "unreadable numbers with currency or unit": "<a:Line><a:Price><b:PriceAmount currencyID='EUR'/>"
    "<b:BaseQuantity unitCode='EA'>to</b:BaseQuantity></a:Price></a:Line>",
    "unreadable values before and after readable ones": "<b:IssueDate>i går</b:IssueDate>"
    "<b:IssueDate>2026-01-01</b:IssueDate><b:IssueDate/>"
    "<b:IssueDate> 2026-01-02</b:IssueDate><a:Line><a:Price>"
    "<b:PriceAmount currencyID='EUR'>to</b:PriceAmount><b:PriceAmount currencyID='NOK' k='v'>+7"
    "</b:PriceAmount></a:Price></a:Line>",
    "empty elements": "<b:ID/><a:Line/><b:EndpointID schemeID=''/>",
    "stray attributes": "<b:ID schemeID='9'>7</b:ID><b:EndpointID schemeID='0192' schemeName='x'>"
    "3</b:EndpointID><a:Line k='v'><b:ID>1</b:ID><a:Price><b:BaseQuantity unitCode='EA' q='1'>2"
    "</b:BaseQuantity></a:Price></a:Line>",
    "children where a value should be": "<b:ID><b:ID>7</b:ID></b:ID><a:Line><b:Percent><b:X>1</b:X>"
    "</b:Percent></a:Line>",
    "text where a group should be": "<a:Line>hei<b:ID>1</b:ID></a:Line>",
}


@pytest.mark.parametrize("inner", ODD.values(), ids=ODD)
def test_nothing_odd_is_lost_in_xml_or_json(inner):
    data = xml_of(inner)
    letter = LETTERS.read(data)
    assert canonical(LETTERS.write(letter)) == canonical(data)
    again = from_json(json.loads(json.dumps(to_json(letter))), Letter)
    assert again == letter
    assert canonical(LETTERS.write(again)) == canonical(data)


def test_an_unknown_element_in_a_namespace_that_is_no_whole_address_is_kept():
    """The canonical form, by which the others are compared, does not exist for these."""
    data = xml_of("<b:ID>7</b:ID><Deep xmlns='here' k='1'><A xmlns=''>é</A><b:B/></Deep>")
    letter = LETTERS.read(data)
    again = LETTERS.read(LETTERS.write(from_json(to_json(letter), Letter)))
    [(at, kept)] = again.extras.unknown
    assert (at, letter.extras.unknown[0][0]) == (1, 1)
    assert xml.read(kept).findtext("{*}A") == "é"
    assert again == LETTERS.read(LETTERS.write(again))


@pytest.mark.parametrize("uri", ["here", "http0//example.org", "a&amp;b"])
@pytest.mark.parametrize("used", ["<x:B/>", "<B xmlns:c='there' c:k='1'/>"])
def test_what_is_kept_is_the_same_wherever_its_namespaces_were_declared(uri, used):
    """The root may declare more than is used; when written again, the element does it itself."""
    inside = f"<Deep xmlns='urn:y' xmlns:d='urn:d' d:k='1'>{used}</Deep>"
    data = xml_of(f"<b:ID>7</b:ID>{inside}").replace(
        b" xmlns:a=", f" xmlns:z='urn:z' xmlns:x='{uri}' xmlns:o='{uri}' xmlns:a=".encode(), 1
    )
    letter = LETTERS.read(data)
    assert letter.extras.unknown
    assert LETTERS.read(LETTERS.write(letter)) == letter


def test_a_document_with_everything_is_the_same_when_read_again():
    assert LETTERS.read(LETTERS.write(EVERYTHING)) == EVERYTHING


@given(documents(Letter))
def test_reading_inverts_writing(letter):
    assert LETTERS.read(LETTERS.write(letter)) == letter
    assert from_json(to_json(letter), Letter) == letter


@pytest.mark.parametrize("letter", "\0\x08\x0b\x1f\ud800\udfff\ufffe\uffff")
def test_a_letter_that_xml_cannot_carry_is_refused(letter):
    with pytest.raises(ValueError, match="XML compatible"):
        LETTERS.write(Letter(key=f"a{letter}b"))


def test_all_other_letters_are_written_as_they_are():
    text = "a\t\n\r\x7f\x85\u2028\ud7ff\ue000\ufffd\U0001fffe\U0010ffff"
    assert LETTERS.read(LETTERS.write(Letter(key=text))).key == text


def test_values_are_typed():
    letter = LETTERS.read(LETTERS.write(EVERYTHING))
    assert letter.issued_at == time(9, 30)
    assert letter.lines[0].price.net.money.amount == Decimal("10.00")
    assert letter.file.content == b"hei"


def test_another_document_is_refused_with_what_was_expected():
    with pytest.raises(Unreadable) as refused:
        LETTERS.read(b"<Order xmlns='urn:x'/>")
    assert "Letter" in refused.value.findings[0].text("en")


@pytest.mark.parametrize(
    ("form", "code", "where"),
    [
        ([], "json-value", ""),
        ({"nokkel": "1"}, "json-name-unknown", "nokkel"),
        ({"key": 7}, "json-value", "key"),
        ({"issued": "i dag"}, "json-value", "issued"),
        ({"issued_at": "nå"}, "json-value", "issued_at"),
        ({"lines": {"key": "1"}}, "json-value", "lines"),
        ({"lines": "abc"}, "json-value", "lines"),
        ({"lines": [{"is_free": "ja"}]}, "json-value", "lines[1].is_free"),
        ({"lines": [{"share": 0.5}]}, "json-value", "lines[1].share"),
        ({"lines": [{"share": "0,5"}]}, "json-value", "lines[1].share"),
        ({"title": "Hei"}, "json-value", "title"),
        ({"title": {"value": "Hei", "lang": "nb"}}, "json-name-unknown", "title.lang"),
        (
            {"lines": [{"price": {"net": {"currency": "NOK"}}}]},
            "json-value",
            "lines[1].price.net.value",
        ),
        ({"$": {"unknown": [{"at": True, "xml": "<a/>"}]}}, "json-value", "$"),
        ({"$": {"unknown": [{"at": 0, "xml": "<!DOCTYPE a><a/>"}]}}, "xml-document-type", "line 1"),
        ({"$": {"order": ["nokkel"]}}, "json-name-unknown", "$"),
    ],
)
def test_json_that_does_not_fit_names_the_place(form, code, where):
    with pytest.raises(Unreadable) as refused:
        from_json(form, Letter)
    [finding] = refused.value.findings
    assert (finding.code, finding.where) == (code, where)
    assert all(finding.text(language) for language in ("nb", "nn", "en"))


def test_canonical_form_leaves_out_only_what_means_nothing():
    assert canonical(b"<a> <b>1</b></a>") == canonical(b"<a><b>1</b><!-- x --></a>")
    assert canonical(b"<a>1</a>") != canonical(b"<a> 1</a>")
