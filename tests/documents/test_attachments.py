"""An attachment that is not base64 is told by our own model, with place and cure."""

import re
import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from anskaff.documents import checking
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Binary, base64_fault

DAY = date(2026, 11, 21)
NOT_BASE64 = "document-file-not-base64"
RIGHT = "aGVpIGhlaQ=="


def ways(kind: type[Group], above: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    """The fields that lead to each attachment, from the root."""
    for row in kind.fields:
        if row.kind is Kind.BINARY and not row.barred:
            yield (*above, row)
        elif row.type is not None and row.type not in {each.type for each in above}:
            yield from ways(row.type, (*above, row))


def holding(kind: type[Group], way: tuple[Field, ...], content: str) -> Group:
    """A document with nothing but one attachment."""
    row, *rest = way
    if not rest:
        return kind(**{row.name: Binary(content, "application/pdf", "a.pdf")})
    child = holding(row.type, tuple(rest), content)
    return kind(**{row.name: (child,) if row.many else child})


DOCUMENTS = {each.key: way for each in shelf.documents() for way in [next(ways(each.root), None)]}
WITH_FILES = [key for key, way in DOCUMENTS.items() if way]


def findings(key, content):
    document = shelf.document(known.BY_KEY[key])
    bill = holding(document.root, DOCUMENTS[key], content)
    rules = shelf.rule_set(known.BY_KEY[key], DAY)
    reading = document.reading(etree.fromstring(document.write(bill)))
    return [each for each in rules.findings(reading, {}) if each.code == NOT_BASE64]


@pytest.mark.parametrize("key", WITH_FILES)
def test_every_document_that_holds_files_tells_one_that_is_not_base64(key):
    assert findings(key, RIGHT) == []
    [found] = findings(key, "aGVp!GhlaQ==")
    assert found.stops
    assert found.where == "/".join(row.tag + ("[1]" if row.many else "") for row in DOCUMENTS[key])
    assert found.facts["at"] == 5
    for language in ("nb", "nn", "en"):
        assert "«!GhlaQ==»" in found.text(language) or "“!GhlaQ==”" in found.text(language)
        assert "base64" in found.cure(language)


def test_many_documents_hold_files():
    assert {"invoice", "credit_note", "order", "catalogue"} <= set(WITH_FILES)


def test_the_second_of_two_alike_is_told_as_the_first():
    """The second is read by what the first one taught."""
    document = shelf.document(known.BY_KEY["invoice"])
    for content, count in ((RIGHT, 0), ("aGVpIGhlaR==", 1), (RIGHT, 0), ("aGVpIGhla", 1)):
        bill = holding(document.root, DOCUMENTS["invoice"], content)
        bill = bill.with_(
            customization=known.BY_KEY["invoice"].customization,
            profile=known.BY_KEY["invoice"].profiles[0],
        )
        report = checking.check(document.write(bill), on=DAY)
        assert sum(each.code == NOT_BASE64 for each in report.findings) == count, content


S = " ?"
SIGN = f"[A-Za-z0-9+/]{S}"
GRAMMAR = re.compile(
    f"(?:(?:{SIGN}){{4}})*(?:(?:{SIGN}){{4}}|(?:{SIGN}){{2}}[AEIMQUYcgkosw048]{S}={S}"
    f"|{SIGN}[AQgw]{S}={S}={S})?"
)
"""The lexical form of `xs:base64Binary`, after spaces are collapsed (XML Schema 1.0, 3.2.16)."""


@given(st.text(alphabet="AQgwBEz9+/= \n\t!é", max_size=14))
@example("")
@example("=")
@example("AQ=")
@example("AQ= =")
@example("A" * 70_000 + "=" * 3)
def test_what_is_base64_is_what_the_schema_says(text):
    collapsed = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    assert (base64_fault(text) is None) is bool(GRAMMAR.fullmatch(collapsed))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("AAAA!", 4),
        ("AAAAé", 4),
        ("AA=A", 2),
        ("AAA", 3),
        ("AB==", 1),
        ("A" * 70_000 + "!", 70_000),
    ],
)
def test_the_first_sign_that_is_wrong_is_found(text, at):
    assert base64_fault(text) == at


@pytest.mark.parametrize("end", ["", "=" * 1_000_000, " " * 1_000_000, "!"])
def test_a_hundred_million_signs_are_looked_at_in_a_small_part_of_their_memory(end):
    text = "QUJD\n" * 20_000_000 + end
    tracemalloc.start()
    base64_fault(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000
