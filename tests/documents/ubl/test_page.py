"""A document as a page and as a PDF: whole, safe, in the reader's language, accessible.

Statements of UX that are tested here: G1 (days as people write them), G3 (label before code), G12
(tagged PDF), G14 (narrow screens), G19 (no request), §7 (axe), §8 (formats).
"""

import io
import re
import time
from collections import Counter
from datetime import date
from decimal import Decimal
from html import unescape
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from anskaff.documents import xml
from anskaff.documents.peppol import despatch_advice, invoice, known, shelf
from anskaff.documents.peppol.billing.totals import Totals
from anskaff.documents.peppol.invoice import Invoice
from anskaff.documents.ubl import page, printing, showing
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.sheet import Sheet, sheet
from anskaff.documents.ubl.values import Amount
from tests.conftest import STANDARDS
from tests.documents.peppol.billing.given import example_files
from tests.documents.peppol.examples import examples
from tests.documents.ubl.letter import EVERYTHING, LETTERS, xml_of
from tests.pdf_text import text_of_pdf
from tests.web.browser import AXE, RULES

BILLS = STANDARDS / "peppol-billing-3.0.21/examples/billing"
TODAY = date(2026, 11, 21)
TAG = re.compile(r"<[^>]+>")


def drawn(of: Sheet) -> str:
    return "".join(page.whole(of))


def words_in(html: str) -> str:
    """The text of a page as a person sees it."""
    return unescape(TAG.sub("\n", html.partition("<main>")[2]))


def official(file: Path, language: str = "nb") -> Sheet:
    data = file.read_bytes()
    kind = shelf.document(known.recognised(xml.read(data, limits=LIMITS)))
    return sheet(kind, kind.read(data), language)


def bill(**values) -> Sheet:
    return sheet(invoice.DOCUMENT, Invoice(**values), "nb")


@pytest.mark.standards
def test_no_value_of_any_official_example_is_left_out():
    files = [*example_files(), *(file for each in shelf.documents() for file in examples(each.key))]
    shown = 0
    for file in files:
        tree = xml.read(file.read_bytes(), limits=LIMITS)
        found = known.recognised(tree)
        kind = shelf.document(found) if found else None
        if kind is None:  # examples that Peppol does not know, or that have no table
            continue
        shown += 1
        read = kind.reading(tree).root
        text = " ".join(words_in(drawn(sheet(kind, read, "nb"))).split())
        said = Counter(line.value for line in showing.shown(read, "nb") if line.value)
        for value, times in said.items():
            assert text.count(" ".join(value.split())) >= times, (file.name, value)
    assert shown > 20


@pytest.mark.parametrize(
    ("language", "label", "day", "amount", "country"),
    [
        ("nb", "Fakturanummer", "01.12.2017", "6\u00a0125,00\u00a0EUR", "Sverige (SE)"),
        ("nn", "Fakturanummer", "01.12.2017", "6\u00a0125,00\u00a0EUR", "Sverige (SE)"),
        ("en", "Invoice number", "1 December 2017", "6,125.00\u00a0EUR", "Sweden (SE)"),
    ],
)
@pytest.mark.standards
def test_days_amounts_and_codes_are_as_the_reader_writes_them(
    language, label, day, amount, country
):
    html = drawn(official(BILLS / "Allowance-example.xml", language))
    assert f'<html lang="{language}"' in html
    for told in (label, day, amount, country):
        assert told in html


def test_parts_that_no_table_knows_are_shown_with_their_place():
    letter = LETTERS.read(
        xml_of("<b:ID k='v'>7</b:ID><x:Deep xmlns:x='urn:x'>é</x:Deep><a:Line>hei</a:Line>")
    )
    made = sheet(LETTERS, letter, "en")
    told = {(fact.label, fact.value, fact.path) for fact in made.beside}
    assert {
        ("Deep", "é", "Deep"),
        ("@k", "v", "cbc:ID/@k"),
        ("Outside the standard", "hei", "cac:Line[1]"),
    } == told
    assert "Outside the standard" in words_in(drawn(made))


def test_a_value_that_is_no_date_is_shown_as_it_stands():
    letter = LETTERS.read(xml_of("<b:ID>7</b:ID><b:IssueDate>i morgen</b:IssueDate>"))
    facts = {fact.label: fact.value for fact in sheet(LETTERS, letter, "nb").facts}
    assert facts["Dato"] == "i morgen"


def test_files_are_listed_with_name_type_and_size_and_are_never_active():
    made = sheet(LETTERS, EVERYTHING, "nb")
    [file] = made.files
    assert (file.name, file.type, file.size) == ("a.txt", "text/plain", "3\u00a0byte")
    html = drawn(made)
    assert "aGVp" not in html
    active = {"a", "img", "iframe", "object", "embed", "script", "form", "input", "link", "video"}
    assert active & set(re.findall(r"<(\w+)", html)) == set()


def test_no_value_becomes_markup():
    evil = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
    html = drawn(bill(number=evil, notes=(evil,), currency="NOK"))
    assert "<script" not in html
    assert "<img" not in html
    assert unescape(html).count(evil) >= 3


def test_a_page_asks_for_nothing_and_forbids_all_else():
    html = drawn(bill(number="7"))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'content="{policy}"' in html
    assert not re.search(r"""(?:src|href|action)=|url\(|@import""", html)


def test_headings_go_down_one_step_at_a_time():
    for level in (1, 3):
        html = "".join(page.piece(sheet(LETTERS, EVERYTHING, "nb"), level=level))
        steps = [int(each) for each in re.findall(r"<h(\d)", html)]
        assert steps[0] == level
        assert all(after - before <= 1 for before, after in pairwise(steps))


def long_bill(lines: int) -> Invoice:
    read = invoice.read((BILLS / "Allowance-example.xml").read_bytes())
    return read.with_(lines=tuple(read.lines[at % len(read.lines)] for at in range(lines)))


@pytest.mark.standards
def test_twenty_thousand_lines_are_all_there_in_reasonable_time():
    read = long_bill(20_000)
    before = time.process_time()
    made = sheet(invoice.DOCUMENT, read, "nb")
    rows = sum(each.count("<tr") for each in page.piece(made))
    assert rows > 20_000
    assert time.process_time() - before < 60


@pytest.mark.standards
def test_a_table_that_is_cut_says_how_much_was_left_out():
    made = sheet(invoice.DOCUMENT, long_bill(30), "nb", most_rows=20)
    told = "Viser de første 20 av 30 rader."
    assert told in words_in(drawn(made))
    assert told in text_of_pdf(printing.printed(made, TODAY))


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
@pytest.mark.standards
def test_the_pdf_is_tagged_and_archivable(language, tag):
    made = official(BILLS / "Allowance-example.xml", language)
    with (
        pikepdf.open(io.BytesIO(printing.printed(made, TODAY))) as read,
        read.open_metadata() as xmp,
    ):
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == made.title
        assert read.Root.Lang == tag
        assert read.Root.MarkInfo.Marked
        assert {"/H1", "/Table", "/TH", "/TD", "/P"} <= tags(read.Root.StructTreeRoot)


def tags(tree) -> set[str]:
    """The kinds of structure in a tagged PDF."""
    found, waiting = set(), [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting.extend(each)
        elif isinstance(each, pikepdf.Dictionary):
            found.add(str(each.get("/S", "")))
            waiting.extend(each[key] for key in ("/K",) if key in each)
    return found


@pytest.mark.standards
def test_the_pdf_says_the_same_as_the_page():
    made = official(BILLS / "Allowance-example.xml")
    text = "".join(text_of_pdf(printing.printed(made, TODAY)).split()).replace("-", "")
    for line in words_in(drawn(made)).splitlines():
        plain = "".join(line.split()).replace("-", "")
        if plain and len(plain) < 30 and plain != "Flereopplysninger":
            assert plain.removesuffix(":") in text, line


def test_the_same_document_on_the_same_day_gives_the_same_pdf():
    made = bill(number="7 *x* #y", currency="NOK")
    assert printing.printed(made, TODAY) == printing.printed(made, TODAY)
    assert "7 *x* #y" in text_of_pdf(printing.printed(made, TODAY))


def test_a_sum_of_a_thousand_digits_is_shown_whole():
    totals = Totals(payable=Amount(Decimal("9" * 1000), "NOK"))
    assert words_in(drawn(bill(number="7", totals=totals))).count("9") >= 1000


SAMPLES = (
    (BILLS / "Allowance-example.xml", "nb"),
    (BILLS / "Vat-category-S.xml", "en"),
)


@pytest.mark.browser
@pytest.mark.standards
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_shown_document_is_accessible_and_fits_narrow_screens(
    chromium: Browser, tmp_path, colours
):
    despatch = next(iter(examples(despatch_advice.DOCUMENT.key)))
    context = chromium.new_context(color_scheme=colours)
    window = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    window.on("console", lambda said: complaints.append(said.text))
    window.on("request", lambda request: asked.append(request.url))
    for at, (file, language) in enumerate((*SAMPLES, (despatch, "nn"))):
        shown = tmp_path / f"{at}.html"
        shown.write_text(drawn(official(file, language)), encoding="utf-8")
        for width in (1280, 360, 320):
            window.set_viewport_size({"width": width, "height": 800})
            window.goto(shown.as_uri())
            if width == 320:
                assert window.evaluate("document.documentElement.scrollWidth") <= width
                continue
            window.evaluate(AXE.read_text())
            found = window.evaluate(
                "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
            )
            assert [
                (one["id"], node["html"][:200])
                for one in found["violations"]
                for node in one["nodes"]
            ] == []
    context.close()
    assert {each.rpartition("/")[0] for each in asked} == {tmp_path.as_uri()}
    assert complaints == []
