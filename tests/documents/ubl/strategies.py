"""Documents for Hypothesis, made from their tables."""

from collections.abc import Mapping
from datetime import time

from hypothesis import strategies as st

from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Amount, Binary, Code, Identifier, Quantity, Text

WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
    ),
    max_size=20,
)
SOME = WORDS.filter(lambda words: words.strip(" \t\r\n") != "")
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
)
PART = st.one_of(st.just(""), st.sampled_from(["NOK", "EA", "0192", "nb"]))
VALUES: Mapping[Kind, st.SearchStrategy[object]] = {
    Kind.TEXT: SOME,
    Kind.CODE: SOME,
    Kind.WORDS: st.builds(Text, SOME, PART),
    Kind.LISTED_CODE: st.builds(Code, SOME, PART, PART),
    Kind.IDENTIFIER: st.builds(Identifier, SOME, PART),
    Kind.AMOUNT: st.builds(Amount, NUMBERS, PART),
    Kind.QUANTITY: st.builds(Quantity, NUMBERS, PART),
    Kind.NUMBER: NUMBERS,
    Kind.DATE: st.dates(),
    Kind.TIME: st.times().map(lambda at: time(at.hour, at.minute, at.second)),
    Kind.INDICATOR: st.booleans(),
    Kind.BINARY: st.builds(Binary, SOME, PART, PART),
}


def documents(kind: type[Group]) -> st.SearchStrategy[Group]:
    """Any document of a type, whole or half filled in."""
    return st.fixed_dictionaries({}, optional={row.name: _values(row) for row in kind.fields}).map(
        lambda held: kind(**held)
    )


def _values(row: Field) -> st.SearchStrategy[object]:
    one = documents(row.type) if row.type else VALUES[row.kind]
    return st.lists(one, max_size=3).map(tuple) if row.many else one
