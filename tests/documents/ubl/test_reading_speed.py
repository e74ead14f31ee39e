"""However odd a document is, reading it takes time in proportion to its size."""

import time

import pytest

from anskaff.documents import xml
from anskaff.documents.ubl.document import LIMITS
from tests.documents.ubl.letter import LETTERS, xml_of

FEW, MANY = 3_000, 30_000
ROOM = 4

ODD = {
    "unreadable values": "<b:IssueDate>x</b:IssueDate>",
    "unreadable numbers": "<b:Percent>x</b:Percent>",
    "repeated values": "<b:ID>7</b:ID>",
    "unknown elements": "<b:Foo/>",
    "unknown elements here and there": "<b:Foo/><a:Line><b:Foo/></a:Line>",
    "stray attributes": "<b:ID k='1'>7</b:ID>",
}


@pytest.mark.parametrize("inner", ODD.values(), ids=ODD)
def test_ten_times_as_many_oddities_do_not_take_much_more_than_ten_times_as_long(inner):
    few, many = (seconds(inner, times) for times in (FEW, MANY))
    assert many / few < MANY / FEW * ROOM


def seconds(inner: str, times: int) -> float:
    """CPU time of reading a letter with so many of them, the best of three."""
    tree = xml.read(xml_of(inner * times), limits=LIMITS)
    taken = []
    for _ in range(3):
        before = time.process_time()
        LETTERS.reading(tree)
        taken.append(time.process_time() - before)
    return min(taken)
