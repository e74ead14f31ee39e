"""A code that is wrong is told with the list's own name and the codes that may be meant."""

import time
from collections.abc import Iterator

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import shelf
from anskaff.documents.peppol.invoice import DOCUMENT, Invoice
from anskaff.documents.peppol.invoice.rule_sets import RULE_SETS
from anskaff.documents.ubl.code_lists import LISTS, named, without_file
from anskaff.documents.ubl.nearest_codes import nearest
from anskaff.documents.ubl.table import Group

UNITS = frozenset(f"{letter}{number}" for letter in "ABCDEFGHKLMX" for number in range(200))


def lists_of(kind: type[Group], seen: set[type[Group]]) -> Iterator[str]:
    if kind in seen:
        return
    seen.add(kind)
    for row in kind.fields:
        yield from filter(None, (row.codes, *(each.codes for each in row.attributes)))
        if row.type:
            yield from lists_of(row.type, seen)


@pytest.mark.parametrize("key", [each.key for each in shelf.documents()])
def test_every_list_that_a_table_names_has_words(key):
    [document] = [each for each in shelf.documents() if each.key == key]
    named_in_tables = set(map(without_file, lists_of(document.root, set())))
    assert named_in_tables - LISTS.keys() == set()


def test_a_list_without_words_goes_by_its_own_name_and_cannot_break_a_sentence():
    assert named("Ny{liste}").in_("nb") == "kodelisten Ny(liste)"


@pytest.mark.parametrize(
    ("got", "meant"), [("NKO", "NOK"), ("nok", "NOK"), ("NO K", "NOK"), ("NOKK", "NOK")]
)
def test_a_slip_of_the_finger_is_understood(got, meant):
    assert nearest(got, frozenset({"NOK", "EUR", "SEK"}), "ISO4217") == [meant]


def test_what_looks_like_nothing_gets_codes_in_common_use():
    assert nearest("%", UNITS | {"EA", "H87"}, "UNECERec20") == ["H87", "EA"]
    assert nearest("", frozenset({"b", "a"})) == ["a", "b"]


def test_twenty_thousand_wrong_units_are_told_without_delay():
    before = time.process_time()
    for number in range(20_000):
        nearest(f"@{number}", UNITS, "UNECERec20")
    assert time.process_time() - before < 20


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "koden «NKO» finnes ikke i kodelisten for valuta (ISO 4217). "),
        ("nn", "koden «NKO» finst ikkje i kodelista for valuta (ISO 4217). "),
        ("en", "the code “NKO” is not in the code list for currencies (ISO 4217). "),
    ],
)
def test_a_wrong_currency_is_told_in_words(language, told):
    reading = DOCUMENT.reading(xml.read(DOCUMENT.write(Invoice(currency="NKO"))))
    lists = {"BR-CL-04": frozenset({"NOK", "EUR"})}
    [found] = [
        each for each in RULE_SETS[-1].findings(reading, lists) if each.kind.rule == "BR-CL-04"
    ]
    assert told in f"{found.text(language)} {found.cure(language)}"
    assert "NOK" in found.cure(language)
