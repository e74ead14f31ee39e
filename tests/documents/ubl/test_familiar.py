"""What needs no parser is judged as a parser would have it."""

import random
from dataclasses import replace
from datetime import date

import pytest

from anskaff.documents import checking
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.familiar import Familiar
from anskaff.documents.ubl.templates import OFTEN
from tests.conftest import STANDARDS

ON = date(2026, 11, 21)
FOLDERS = ("peppol-billing-3.0.21/examples/billing", "peppol-post-award-3")
ODD = (
    b"<", b">", b"&", b"&amp;", b"&#0;", b"]]>", b"\r", b"\x00", b"\x0b", b"\xff", b"\xc3", b"'",
    b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"\xed\xa0\x80", b"\xc3\xb8", b"\xc2\x85", b" ", b"\t", b"\n",
    b"<!-- a -->", b"<?a b?>", b"<![CDATA[a]]>", b"<cbc:ID>1</cbc:ID>", b"</Invoice>", b"?>",
    b"ProfileID>",
)  # fmt: skip
"""What is put into a document, or in place of what stands there."""


def parsed(data, monkeypatch):
    """The report when nothing is familiar."""
    with monkeypatch.context() as patch:
        patch.setattr(checking, "_FAMILIAR", Familiar())
        return checking.check(data, on=ON, bundle=STANDARDS)


def examples():
    """Official examples, some of them alike."""
    files = [file for each in FOLDERS for file in sorted((STANDARDS / each).rglob("*xample*.xml"))]
    return [file.read_bytes() for file in files]


@pytest.fixture(scope="module")
def familiar():
    """Those of the examples that are familiar when they have come often enough."""
    found = examples()
    for data in found:
        for _ in range(8 * OFTEN):
            checking.check(data, on=ON, bundle=STANDARDS)
    return [data for data in found if checking._FAMILIAR.read(data, LIMITS) is not None]


@pytest.mark.standards
def test_half_of_the_official_examples_become_familiar(familiar):
    """Others have remarks, references, or tags that are written in an odd way."""
    assert len(familiar) >= len(examples()) / 2


@pytest.mark.standards
@pytest.mark.parametrize("least", ["total_bytes", "elements", "attributes"])
def test_what_comes_near_a_limit_is_left_to_the_parser(familiar, least):
    data = familiar[0]
    held = {"total_bytes": len(data), "elements": data.count(b"<"), "attributes": data.count(b"=")}
    assert checking._FAMILIAR.read(data, replace(LIMITS, **held)) is not None
    few = {"total_bytes": len(data) - 1, "elements": 5, "attributes": 0}[least]
    assert checking._FAMILIAR.read(data, replace(LIMITS, **{least: few})) is None


@pytest.mark.standards
def test_a_familiar_document_is_judged_as_if_it_were_parsed(familiar, monkeypatch):
    for data in familiar:
        assert checking.check(data, on=ON, bundle=STANDARDS) == parsed(data, monkeypatch)


@pytest.mark.standards
def test_a_familiar_document_with_something_odd_anywhere_is_judged_alike(familiar, monkeypatch):
    chance = random.Random(16931)
    for _ in range(600):
        data = chance.choice(familiar)
        at, length = chance.randrange(len(data)), chance.choice((0, 0, 1, 5, 40))
        odd = data[:at] + chance.choice(ODD) + data[at + length :]
        told = checking.check(odd, on=ON, bundle=STANDARDS)
        assert told == parsed(odd, monkeypatch), (at, odd[max(0, at - 60) : at + 60])


@pytest.mark.standards
def test_a_familiar_document_with_parts_moved_is_judged_alike(familiar, monkeypatch):
    chance = random.Random(29)
    for _ in range(200):
        data, other = chance.choice(familiar), chance.choice(familiar)
        tags = [at for at in range(len(data)) if data[at : at + 1] == b"<"]
        first, second = sorted(chance.sample(tags, 2))
        moved = chance.choice(
            (
                data[:first] + data[second:],
                data[:second] + data[first:],
                data[:first] + other[other.rfind(b"<cac:", 0, second) :],
            )
        )
        told = checking.check(moved, on=ON, bundle=STANDARDS)
        assert told == parsed(moved, monkeypatch), (first, second)


@pytest.mark.standards
@pytest.mark.parametrize(
    ("declared", "encoding"), [("UTF-16", "utf-16"), ("ISO-8859-1", "latin-1")]
)
def test_a_document_of_another_encoding_makes_none_familiar(
    familiar, declared, encoding, monkeypatch
):
    text = familiar[0].decode().replace("UTF-8", declared, 1)
    for _ in range(3):
        checking.check(text.encode(encoding), on=ON, bundle=STANDARDS)
    told = checking.check(text.encode(), on=ON, bundle=STANDARDS)
    assert told == parsed(text.encode(), monkeypatch)
