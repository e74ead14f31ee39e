"""What is found in the register, in which order, and by which index of the database."""

import dataclasses
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anskaff.concepts.actor import PUBLIC, SYSTEM
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.notices.public_words import Phase
from anskaff.notices.queries import finding
from anskaff.notices.queries.finding import Wish
from tests import given
from tests.published import Published

pytestmark = pytest.mark.django_db
DRIFT = Published(notice="it-1", procedure="it", title="IT-drift for skoler", sent="2026-08-01")
TOOLS = Published(
    notice="tools-1",
    procedure="tools",
    title="Utstyr til sløyd",
    form="result",
    subtype="29",
    deadline="",
    cpv="44510000",
    winner="Nordvik Verktøy AS",
    buyer="Sørvik kommune",
    number="964830533",
    sent="2026-07-01",
)
LATER = dataclasses.replace(DRIFT, notice="it-2", procedure="it-2", sent="2026-08-02")


def register(*notices: Published) -> None:
    arrived = [registering.arrived(one.xml()) for one in notices]
    registering.register_all(arrived, Source.IMPORTED, by=SYSTEM, at=given.START)


def found(**asked: object) -> list[str]:
    hits = finding.search(Wish(**asked), PUBLIC, given.START)  # type: ignore[arg-type]
    return [hit.notice for hit in hits.lines]


@pytest.mark.parametrize(
    ("asked", "hits"),
    [
        ({"words": "it"}, ["it-2", "it-1"]),
        ({"words": "IT drift"}, ["it-2", "it-1"]),
        ({"words": "ty"}, []),
        ({"words": "til"}, ["tools-1"]),
        ({"words": "«sløyd»"}, ["tools-1"]),
        ({"words": 'a"b'}, []),
        ({"buyer": "nordvik"}, ["it-2", "it-1"]),
        ({"supplier": "nordvik"}, ["tools-1"]),
        ({"buyer": "kommune|964830533"}, []),
        ({"buyer": "964 830 533"}, ["tools-1"]),
        ({"buyer": "96483"}, ["tools-1"]),
        ({"buyer": "ik"}, ["it-2", "it-1", "tools-1"]),
        ({"buyer": "*"}, []),
        ({"cpv": ("4",)}, ["tools-1"]),
        ({"cpv": ("44500000", "39")}, ["it-2", "it-1", "tools-1"]),
        ({"cpv": ("445100001",)}, []),
        ({"place": "NO06", "words": "sløyd"}, ["tools-1"]),
        ({"place": "NO1"}, []),
        ({"words": "skoler", "phase": Phase.OPEN}, ["it-2", "it-1"]),
        ({"words": "skoler", "phase": Phase.RESULT}, []),
        ({"cpv": ("39",), "phase": Phase.CLOSED}, []),
        ({"words": "skoler", "source": "own"}, []),
        ({"words": "skoler", "order": "deadline"}, ["it-1", "it-2"]),
        ({"words": "skoler", "value_from": Decimal(2_500_001)}, []),
    ],
)
def test_a_search_finds_what_is_meant(asked: dict[str, object], hits: list[str]) -> None:
    register(LATER, TOOLS, DRIFT)
    assert found(**asked) == hits


def plan_of(wish: Wish, part: str) -> list[str]:
    """How the database means to do the query of a search that has this part."""
    with CaptureQueriesContext(connection) as captured:
        finding.search(wish, PUBLIC, given.START)
    query = next(each["sql"] for each in captured.captured_queries if part in each["sql"])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' * (connection.vendor == 'sqlite')}{query}")
        return [str(row[-1]) for row in cursor.fetchall()]


HOT = {
    "newest": (Wish(), "notices_newest"),
    "open": (Wish(phase=Phase.OPEN), "notices_newest"),
    "open, the soonest first": (Wish(phase=Phase.OPEN, order="deadline"), "notices_open"),
    "the largest first": (Wish(order="value"), "notices_by_value"),
    "cancelled": (Wish(phase=Phase.CANCELLED), "notices_search"),
    "closed": (Wish(phase=Phase.CLOSED), "notices_search"),
    "results": (Wish(phase=Phase.RESULT), "notices_search"),
    "green": (Wish(green=True), "notices_search"),
    "social": (Wish(social=True), "notices_search"),
    "innovation": (Wish(innovation=True), "notices_search"),
    "words": (Wish(words="drift"), "notices_search"),
    "a short word": (Wish(words="it"), "notices_search"),
    "buyer": (Wish(buyer="nordvik kommune"), "notices_search"),
    "supplier": (Wish(supplier="nordvik"), "notices_search"),
    "code and place": (Wish(cpv=("39",), place="NO06"), "notices_search"),
    "all": (Wish(words="drift", cpv=("39",), phase=Phase.OPEN, green=True), "notices_search"),
}


@pytest.mark.parametrize("hot", HOT)
def test_a_hot_search_is_read_from_its_index(hot: str) -> None:
    """So that a hundred times as many notices do not take a hundred times as long."""
    wish, index = HOT[hot]
    register(DRIFT)
    first, *then = plan_of(wish, "LIMIT 1001")
    if connection.vendor == "postgresql":
        plan = "".join([first, *then])
        assert index in plan if index == "notices_search" else "Seq Scan" not in plan
        return
    assert f"INDEX {index}" in first or f"{index} VIRTUAL TABLE INDEX" in first
    if index == "notices_search":
        assert then == ["SEARCH notices_notice USING INTEGER PRIMARY KEY (rowid=?)"]


def test_when_the_oldest_open_was_published_is_read_from_the_index_of_the_open() -> None:
    register(DRIFT)
    assert "notices_open" in "".join(plan_of(Wish(phase=Phase.OPEN), "MIN("))


def test_many_hits_are_counted_to_a_thousand_and_no_further() -> None:
    register(
        *(dataclasses.replace(DRIFT, notice=f"n-{n}", procedure=f"n-{n}") for n in range(1002))
    )
    hits = finding.search(Wish(words="drift"), PUBLIC, given.START, page=50)
    assert (hits.total, hits.more, hits.page, len(hits.lines)) == (1000, True, 50, 20)
    assert hits.lines[-1].notice == "n-2"
