"""What is found in the register, in which order, and by which index of the database."""

import dataclasses
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anskaff.concepts.actor import PUBLIC, SYSTEM
from anskaff.notices import index
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


@pytest.fixture(params=["few", "many"])
def register_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register of a few notices is looked through; here it is too large for that, too."""
    if request.param == "many":
        monkeypatch.setattr(index, "LOOKED_IN_FIRST", 0)


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
        ({"words": "s%r s_r \\\\"}, []),
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
@pytest.mark.usefixtures("register_size")
def test_a_search_finds_what_is_meant(asked: dict[str, object], hits: list[str]) -> None:
    register(LATER, TOOLS, DRIFT)
    assert found(**asked) == hits


def plan_of(wish: Wish, *parts: str) -> list[str]:
    """How the database means to do the query of a search that has these parts."""
    with CaptureQueriesContext(connection) as captured:
        finding.search(wish, PUBLIC, given.START)
    queries = [each["sql"] for each in captured.captured_queries]
    query = next(one for one in queries if all(part in one for part in parts))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            # Of two notices, the index over places would tell the one as well.
            query = query.replace("place >=", "place + 0 >=").replace("place <", "place + 0 <")
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
    "buyer": (Wish(buyer="nordvik kommune"), "organisations"),
    "supplier": (Wish(supplier="nordvik verktøy"), "organisations"),
    "code and place": (Wish(cpv=("39",), place="NO06"), "notices_search"),
    "all": (Wish(words="drift", cpv=("39",), phase=Phase.OPEN, green=True), "notices_search"),
}


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize("hot", HOT)
def test_a_hot_search_is_read_from_its_index(hot: str) -> None:
    """So that a hundred times as many notices do not take a hundred times as long."""
    wish, name = HOT[hot]
    register(DRIFT, TOOLS)
    first, *then = plan_of(wish, "superseded_by", "LIMIT 1001")
    if name == "organisations":
        assert first.startswith("SEARCH ")
        return
    assert f"INDEX {name}" in first or f"{name} VIRTUAL TABLE INDEX" in first
    if name == "notices_search":
        assert then == ["SEARCH notices_notice USING INTEGER PRIMARY KEY (rowid=?)"]


@pytest.mark.skipif("connection.vendor != 'postgresql'")
@pytest.mark.parametrize("hot", HOT)
def test_a_hot_search_is_read_from_an_index_of_postgresql(
    hot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is looked for in a large register is what the index is over."""
    wish, name = HOT[hot]
    monkeypatch.setattr(index, "LOOKED_IN_FIRST", 0)
    register(DRIFT, TOOLS)
    if name not in {"notices_search", "organisations"}:
        assert "Seq Scan" not in "".join(plan_of(wish, "superseded_by", "LIMIT 1001"))
        return
    plan = plan_of(wish, "notices_terms")
    assert "Bitmap Index Scan on notices_search " in "".join(plan)


def test_when_the_oldest_open_was_published_is_read_from_the_index_of_the_open() -> None:
    register(DRIFT)
    plan = "".join(plan_of(Wish(phase=Phase.OPEN), "MIN("))
    assert "notices_open" in plan if connection.vendor == "sqlite" else "Seq Scan" not in plan


@pytest.mark.parametrize("first", [1, 7, 2000])
def test_what_is_found_does_not_hang_on_where_it_is_looked_for_first(
    first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As few of everything as there are here take the ways of a large register."""
    for limit in ("LOOKED_IN_FIRST", "MOST_TERMS", "MANY", "FEW"):
        monkeypatch.setattr(index, limit, first)
    days = [f"2026-{month:02}-{day:02}" for month in (1, 2, 3, 7) for day in range(1, 29, 3)]
    notices = [
        dataclasses.replace(
            DRIFT,
            notice=f"n-{number}",
            procedure=f"n-{number}",
            sent=day,
            deadline="2026-07-15" if number % 4 == 3 else "2026-09-15",
            title=f"Drift{number % 3}" if number % 2 else "Vask",
        )
        for number, day in enumerate(days)
    ]
    register(*notices)
    drift = [one.notice for one in reversed(notices) if one.title != "Vask"]
    closed = [one.notice for one in reversed(notices) if one.deadline == "2026-07-15"]
    every = [one.notice for one in reversed(notices)]

    def all_found(wish: Wish) -> list[str]:
        return [hit.notice for hit in finding.search_all(wish, PUBLIC, given.START)]

    assert all_found(Wish(words="drift")) == drift
    assert all_found(Wish(words="drift", phase=Phase.CLOSED)) == closed
    assert all_found(Wish(buyer="nordvik", cpv=("39",))) == every
    assert all_found(Wish(words="drift2")) == [one for one in drift if int(one[2:]) % 3 == 2]
    soonest = all_found(Wish(words="drift", buyer="nordvik", order="deadline"))
    assert soonest == [*closed, *(one for one in drift if one not in closed)]


def test_many_hits_are_counted_to_a_thousand_and_no_further() -> None:
    register(
        *(dataclasses.replace(DRIFT, notice=f"n-{n}", procedure=f"n-{n}") for n in range(1002))
    )
    hits = finding.search(Wish(words="drift"), PUBLIC, given.START, page=50)
    assert (hits.total, hits.more, hits.page, len(hits.lines)) == (1000, True, 50, 20)
    assert hits.lines[-1].notice == "n-2"
