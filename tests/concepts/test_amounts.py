"""Amounts as people write them in a browser or a spreadsheet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts import amounts
from anskaff.concepts.finding import Finding


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("1500", "1500"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1\u202f234\u202f567,5", "1234567.5"),
        ("1\u2009234", "1234"),
        ("1'234,50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1.234.567", "1234567"),
        ("99.9", "99.9"),
        ("1234.5678", "1234.5678"),
        ("kr 100", "100"),
        ("Kr. 100", "100"),
        ("100 kr", "100"),
        ("100 NOK", "100"),
        ("NOK 1 000,-", "1000"),
        ("1500,–", "1500"),
        (" 1 234 ,50 ", "1234.50"),
        ("-0", "0"),
        ("−0,00", "0.00"),
        ("999999999999999,9999", "999999999999999.9999"),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: str) -> None:
    assert amounts.parse(text) == Decimal(amount)
    assert str(amounts.parse(text)) == amount


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount-unreadable"),
        ("kr", "amount-unreadable"),
        ("fem", "amount-unreadable"),
        ("1 234 50", "amount-unreadable"),
        ("12 34", "amount-unreadable"),
        ("10²", "amount-unreadable"),
        ("①", "amount-unreadable"),
        ("١٢", "amount-unreadable"),
        ("1e3", "amount-unreadable"),
        ("0x10", "amount-unreadable"),
        ("NaN", "amount-unreadable"),
        ("1,2,3", "amount-unreadable"),
        ("1.234.56", "amount-unreadable"),
        ("1.234.567.50", "amount-unreadable"),
        ("12.34,5", "amount-unreadable"),
        (".5", "amount-unreadable"),
        ("5,", "amount-unreadable"),
        ("100 EUR", "amount-unreadable"),
        ("1.234", "amount-ambiguous"),
        ("-5", "amount-negative"),
        ("- 5 kr", "amount-negative"),
        ("−0,01", "amount-negative"),
        ("1,23456", "amount-too-long"),
        ("1234567890123456", "amount-too-long"),
        ("9" * 100_000, "amount-too-long"),
    ],
)
def test_what_is_no_clear_amount_is_a_finding_with_a_cure(text: str, code: str) -> None:
    found = amounts.parse(text, "prices.PL-0001")
    assert isinstance(found, Finding)
    assert (found.code, found.where) == (code, "prices.PL-0001")
    for language in ("nb", "nn", "en"):
        assert found.text(language)
        assert found.cure(language)


@given(
    st.decimals(0, 10**14, places=2),
    st.sampled_from([" ", "\u00a0", "\u202f", "'", ".", ""]),
    st.sampled_from(["", " kr", " NOK"]),
)
def test_reading_inverts_norwegian_writing(amount: Decimal, space: str, currency: str) -> None:
    written = f"{amount:,f}".replace(".", "#").replace(",", space).replace("#", ",")
    assert amounts.parse(written + currency) == amount


@given(st.text(max_size=40) | st.text(alphabet="0123456789.,- 'kr", max_size=20))
def test_any_text_is_an_amount_of_zero_or_more_or_a_finding(text: str) -> None:
    found = amounts.parse(text)
    assert isinstance(found, Finding) or (found >= 0 and found.is_finite())
