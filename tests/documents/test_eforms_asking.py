"""Our engine reads XPath as the official rules mean it."""

from datetime import date

import pytest

from anskaff.documents import xml
from anskaff.documents.eforms.asking.compiling import Notice, truth
from anskaff.documents.eforms.asking.parsing import NotUnderstood
from anskaff.documents.eforms.asking.tree import tree
from anskaff.documents.eforms.asking.values import CannotAsk, xs_date
from anskaff.documents.eforms.paths import NAMESPACES

DECLARED = " ".join(f"xmlns:{prefix}='{uri}'" for prefix, uri in NAMESPACES.items())
DOCUMENT = f"""<root {DECLARED}>
  <cbc:ID schemeName="a">1</cbc:ID><cbc:ID schemeName="b"> two  words </cbc:ID>
  <cac:Lot><cbc:Amount>30</cbc:Amount><cbc:StartDate>2026-01-31+01:00</cbc:StartDate></cac:Lot>
  <cac:Lot><cbc:Amount>70.5</cbc:Amount><cbc:StartDate>2026-03-01Z</cbc:StartDate></cac:Lot>
  <cbc:Yes>true</cbc:Yes><cbc:Odd>tomorrow</cbc:Odd>
</root>"""


def holds(expression: str) -> bool:
    root = tree(xml.read(DOCUMENT.encode()))
    day = xs_date(date(2026, 11, 21).isoformat())
    return truth(expression)(root, Notice(root, day, {}))


@pytest.mark.parametrize(
    "expression",
    [
        "count(cbc:ID) = 2 and count(cbc:None) = 0",
        "cbc:ID[@schemeName='b']/normalize-space(text()) = ('x', 'two words')",
        "not(cbc:ID = 'two words')",
        "cbc:ID = 1",
        "cbc:Yes = true()",
        "sum(cac:Lot/cbc:Amount/number()) = 100.5",
        "every $lot in cac:Lot satisfies $lot/cbc:Amount > 20",
        "some $a in cac:Lot, $b in cac:Lot satisfies $a/cbc:Amount > $b/cbc:Amount",
        "count(for $x in cac:Lot, $y in (1 to 3) return $y) = 6",
        "cac:Lot[1]/cbc:StartDate/xs:date(text()) < cac:Lot[2]/cbc:StartDate/xs:date(text())",
        "current-date() + xs:yearMonthDuration('P1M') > current-date() + xs:dayTimeDuration('P9D')",
        "(cac:Lot)[last()]/cbc:Amount = 70.5",
        "count(cac:Lot/..) = 1",
        "count(/*/cac:Lot//cbc:Amount) = 2",
        "count(cac:Lot[cbc:Amount = preceding-sibling::cac:Lot/cbc:Amount]) = 0",
        "if (cbc:None) then false() else matches(normalize-space(cbc:ID[1]), '^\\d$')",
        "string-length(concat('a', 2)) = 2",
        "not(cbc:None > 1) and not(cbc:None != 1)",
        "replace('N16', '^N', '') = '16'",
        "every $code in cbc:ID/@schemeName satisfies $code = ('a', 'b')",
        "some $text in cbc:ID/normalize-space(text()) satisfies 'two words' = $text",
        "every $none in cbc:None satisfies $none = cbc:ID",
        "every $number in cac:Lot/cbc:Amount/number() satisfies $number = (30, 70.5)",
        "some $id in cbc:ID satisfies $id = 1",
        "count(for $x in cbc:ID, $y in /*/cbc:ID[. = $x] return $y) = 2",
        "starts-with(cbc:ID[1], 'x') or starts-with(cbc:ID[1], '1')",
        "cbc:ID = 'x' or cbc:ID = '1'",
        "cac:Lot[../cbc:ID = '1']/cbc:Amount = 30",
        "count(cac:Lot[cbc:Amount = /*/cac:Lot/cbc:Amount]) = 2",
        "cac:Lot[1][cbc:Amount/number() = ../cac:Lot/cbc:Amount/number()]",
        "count(cac:Lot[cbc:Amount = ../cbc:ID[1]/number()]) = 0",
    ],
)
def test_an_expression_means_what_xpath_says(expression: str) -> None:
    assert holds(expression)
    assert not holds(f"not({expression})")


def test_a_value_that_is_no_day_cannot_be_asked() -> None:
    with pytest.raises(CannotAsk, match="tomorrow"):
        holds("cbc:Odd/xs:date(text()) < current-date()")


@pytest.mark.parametrize("expression", ["doc('x')", "a[", "following::b", "1 ** 2"])
def test_what_we_do_not_understand_is_refused(expression: str) -> None:
    with pytest.raises(NotUnderstood):
        truth(expression)
