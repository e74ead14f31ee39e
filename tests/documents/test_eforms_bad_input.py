"""Foreign, old and broken notices: each is told with the field, what was expected and a cure."""

import re
import resource
import time
from collections.abc import Callable

import pytest
from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.words import LANGUAGES
from anskaff.documents import checking, eforms
from anskaff.documents.checking import Layer, Report, Verdict
from anskaff.documents.validation import schema_words
from anskaff.documents.validation.answer import Found
from tests.conftest import STANDARDS
from tests.documents.notices import ON, SDK_EXAMPLES, content

TED = b"<TED_EXPORT xmlns='http://publications.europa.eu/resource/schema/ted/R2.0.9/publication'/>"
MEGABYTE = 1_000_000


def a_notice() -> bytes:
    return content(SDK_EXAMPLES / "cn_24_cumbria.xml")


def replaced(old: bytes, new: bytes) -> Callable[[], bytes]:
    """The good notice with one thing changed."""

    def made() -> bytes:
        data = a_notice()
        changed = re.sub(old, new, data, count=1)
        assert changed != data, old
        return changed

    return made


def checked(data: bytes) -> Report:
    [(_, report)] = checking.check_file(data, on=ON, bundle=STANDARDS)
    return report


BAD: dict[str, tuple[Callable[[], bytes], str, str, str]] = {
    "foreign": (lambda: TED, "notice-before-eforms", "", "TED_EXPORT"),
    "old": (replaced(rb"sdk-1\.14", rb"sdk-1.7"), "notice-release-unknown", "1.14", "1.7"),
    "truncated": (lambda: a_notice()[:9_000], "xml-truncated", "", ""),
    "not XML": (lambda: b"%PDF-1.7", "xml-not-xml", "", "%PDF"),
    "no such subtype": (
        replaced(rb"(<cbc:SubTypeCode[^>]*>)16", rb"\g<1>99"),
        "notice-subtype-unknown",
        "16, 17",
        "99",
    ),
    "no such code": (
        replaced(rb"(<cbc:ProcedureCode[^>]*>)[^<]*", rb"\1whatever"),
        "notice-code-unknown",
        "open",
        "whatever",
    ),
    "no such CPV code": (
        replaced(rb"(<cbc:ItemClassificationCode[^>]*>)[^<]*", rb"\g<1>12"),
        "notice-code-unknown",
        "",
        "12",
    ),
    "another namespace": (
        replaced(rb'xsd:ContractNotice-2"', rb'xsd:ContractNotice-9"'),
        "notice-namespace",
        "ContractNotice-2",
        "ContractNotice-9",
    ),
    "another namespace inside": (
        replaced(rb"eforms-ubl-extensions/1", rb"other/1"),
        "notice-namespace",
        "eforms-ubl-extensions/1",
        "other/1",
    ),
    "deadline before dispatch": (
        replaced(
            rb"(<cac:TenderSubmissionDeadlinePeriod>\s*<cbc:EndDate>)[^<]*",
            rb"\g<1>2020-01-01+01:00",
        ),
        "notice-fields-disagree",
        "",
        "",
    ),
    "a date as people write it": (
        replaced(rb"(<cbc:IssueDate>)[^<]*", rb"\g<1>21.11.2026"),
        "schema-value",
        "2026-11-21+01:00",
        "21.11.2026",
    ),
    "no CustomizationID": (
        replaced(rb"<cbc:CustomizationID>.*?</cbc:CustomizationID>", rb""),
        "notice-field-missing",
        "",
        "",
    ),
    "an element too much": (
        replaced(rb"<cbc:VersionID>", rb"<cbc:Unknown/><cbc:VersionID>"),
        "schema-element-unexpected",
        "cbc:VersionID",
        "",
    ),
    "letters for an amount": (
        replaced(rb'(currencyID="[^"]*">)[0-9.]+', rb"\1ti kroner"),
        "schema-value",
        "1250.50",
        "ti kroner",
    ),
}


@pytest.mark.standards
@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_expected_got_and_cure_in_three_languages(name: str) -> None:
    make, code, expected, got = BAD[name]
    report = checked(make())
    assert report.verdict is not Verdict.VALID
    fault = next((each for each in report.findings if each.code == code), None)
    assert fault is not None, [each.code for each in report.findings]
    for language in LANGUAGES:
        text = fault.text(language)
        assert expected in text
        assert got in text
        assert fault.cure(language)
    assert len({fault.text(language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.standards
def test_the_code_that_is_wrong_is_told_before_what_follows_from_it() -> None:
    report = checked(BAD["no such code"][0]())
    stopping = [each.code for each in report.findings if each.stops]
    assert stopping[0] == "notice-code-unknown"
    assert "notice-field-not-allowed-here" in stopping


@pytest.mark.standards
@pytest.mark.parametrize("name", ["foreign", "another namespace", "not XML", "truncated"])
def test_what_is_no_notice_is_refused_in_reading_with_the_same_words(name: str) -> None:
    data, code = BAD[name][0](), BAD[name][1]
    with pytest.raises(Unreadable) as refused:
        eforms.read(data)
    assert [each.code for each in refused.value.findings] == [code]


@pytest.mark.standards
def test_a_notice_with_its_extension_in_another_namespace_is_read_with_a_warning() -> None:
    read = eforms.read(BAD["another namespace inside"][0]())
    assert read.findings[0].code == "notice-namespace"
    assert not read.findings[0].stops


@pytest.mark.standards
@pytest.mark.parametrize("what", ["one value", "many lots", "many organisations"])
def test_50_megabytes_are_answered_in_bounded_time_and_memory(what: str) -> None:
    data = a_notice()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if what == "one value":
        data = data.replace(b"</cbc:Description>", b"x" * 50 * MEGABYTE + b"</cbc:Description>", 1)
    else:
        tag = "ProcurementProjectLot" if what == "many lots" else "Organization"
        root = etree.fromstring(data)
        one = next(root.iter(f"{{*}}{tag}"))
        written = etree.tostring(one)
        start = data.index(
            f"<cac:{tag}>".encode() if what == "many lots" else b"<efac:Organization>"
        )
        data = data[:start] + written * (50 * MEGABYTE // len(written)) + data[start:]
    began = time.monotonic()
    report = checked(data)
    assert time.monotonic() - began < 60
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2 * MEGABYTE  # kilobytes
    assert report.verdict is not Verdict.VALID
    if Layer.RULES not in report.ran:
        assert report.findings or report.skipped[Layer.RULES].nb
    with pytest.raises(Unreadable):
        eforms.read(data)


@pytest.mark.parametrize(
    ("said", "code", "expected"),
    [
        ("This element is not expected.", "schema-element-unexpected", "nothing here"),
        ("Missing child element(s). Expected is ( cbc:ID ).", "schema-element-missing", "cbc:ID"),
        ("The attribute 'a' is required but missing.", "schema-attribute-missing", "a"),
        ("The attribute 'a' is not allowed.", "schema-attribute-unknown", ""),
        (
            "[facet 'pattern'] The value 'x' is not accepted by the pattern 'y+'.",
            "schema-value",
            "y+",
        ),
        (
            "'x' is not a valid value of the atomic type 'xs:language'.",
            "schema-value",
            "xs:language",
        ),
    ],
)
def test_sentences_of_the_schema_engine_are_told_in_our_words(
    said: str, code: str, expected: str
) -> None:
    told = schema_words.finding(Found("xsd", "fatal", "a", f"line 3: Element 'cbc:A': {said}"))
    assert told is not None
    assert (told.code, told.kind.rule) == (code, "xsd")
    assert expected in told.text("en")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("cbc:EmbeddedDocumentBinaryObject", "base64"), ("cbc:ID", "another form")],
)
def test_the_form_of_a_value_follows_from_the_name_of_its_element(name: str, expected: str) -> None:
    said = f"line 3: Element '{name}': 'x' is not a valid value of the local atomic type."
    told = schema_words.finding(Found("xsd", "fatal", "a", said))
    assert told is not None
    assert f"Expected {expected}." in told.text("en")


def test_a_sentence_of_another_kind_is_left_to_stand() -> None:
    assert schema_words.finding(Found("xsd", "fatal", "a", "line 3: Element 'a': Odd.")) is None
    assert schema_words.finding(Found("xsd", "fatal", "a", "Odd.")) is None
