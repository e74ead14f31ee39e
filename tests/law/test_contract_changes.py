"""C-a to C-f: changes of a contract counted to the øre."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.errors import Invalid
from anskaff.concepts.money import Money
from anskaff.law import change_check, change_facts
from anskaff.law.change_check import Change, ChangeCheck, Ground

GOODS = {"kind": "goods", "buyer": "other", "value": "10000000", "on": "2026-11-18"}
WORKS = GOODS | {"kind": "works", "value": "70000000"}
OERE = Decimal("0.01")


def counted(contract: Mapping[str, object], *changes: Mapping[str, object]) -> ChangeCheck:
    return change_check.check(*change_facts.read({**contract, "changes": list(changes)}))


def small(amount: object, **more: object) -> dict[str, object]:
    return {"ground": "small", "amount": str(amount), **more}


def codes(found: ChangeCheck) -> list[str]:
    return [one.code for one in found.findings]


@pytest.mark.parametrize(
    ("contract", "limit"),
    [
        (GOODS, "1000000"),  # 10 per cent of 10 million
        (GOODS | {"kind": "services", "value": "4000000.50"}, "400000.05"),
        (WORKS, "10500000"),  # 15 per cent of 70 million
        (GOODS | {"value": "40000000"}, "2500000"),  # the EEA threshold comes first
        (GOODS | {"value": "40000000", "buyer": "state"}, "1630000"),
        (GOODS | {"value": "40000000", "on": "2026-04-20"}, "2300000"),
        (WORKS | {"value": "700000000"}, "62900000"),
    ],
)
def test_small_changes_stop_one_oere_below_the_limit(contract: Any, limit: str) -> None:
    most = Decimal(limit) - OERE
    within, over = counted(contract, small(most)), counted(contract, small(limit))
    assert within.findings == ()
    assert within.rooms[0].left == Money(Decimal("0.00"))
    assert within.rooms[0].most == Money(most)
    assert codes(over) != []
    assert over.notices == ()


def test_several_small_changes_are_added_up_and_reductions_count_against_increases() -> None:
    assert codes(counted(GOODS, small(600_000), small(400_000))) == ["small-changes-too-large"]
    assert codes(counted(GOODS, small(600_000), small(399_999.99))) == []
    assert codes(counted(GOODS, small(1_200_000), small(-300_000))) == []
    assert codes(counted(GOODS, small(-1_000_000))) == ["small-changes-too-large"]


def test_other_grounds_do_not_use_up_the_room_for_small_changes() -> None:
    clause = {"ground": "clause", "amount": "9000000"}
    found = counted(GOODS, clause, small("999999.99"), {"ground": "not-material", "amount": "5"})
    assert (found.findings, [room.keys for room in found.rooms]) == ((), [("2",)])


def test_an_index_clause_makes_the_adjusted_price_the_base() -> None:
    limit = "1050000.00"  # 10 per cent of 10.5 million
    adjusted = small(Decimal(limit) - OERE, adjusted="10500000")
    assert codes(counted(GOODS, adjusted)) == []
    assert codes(counted(GOODS, small(limit, adjusted="10500000"))) == ["small-changes-too-large"]
    assert codes(counted(GOODS, small(500_000), small(549_999.99, adjusted="10500000"))) == []


@pytest.mark.parametrize("ground", ["extras", "unforeseen"])
def test_necessary_and_unforeseen_changes_may_each_be_half_and_are_published(ground: str) -> None:
    half = {"ground": ground, "amount": "5000000"}
    twice = counted(GOODS, half, half)
    assert twice.findings == ()
    assert [room.left for room in twice.rooms] == [Money(Decimal("0.00"))] * 2
    assert [rule.id for rule in twice.notices] == ["N-7"]
    assert codes(counted(GOODS, half | {"amount": "5000000.01"})) == ["change-more-than-half"]
    assert codes(counted(GOODS, half | {"amount": "5100000", "adjusted": "10200000"})) == []


def test_in_part_two_the_grounds_of_part_three_are_warned_about() -> None:
    part_two = GOODS | {"value": "2000000"}
    found = counted(part_two, small(1), {"ground": "extras", "amount": "1"})
    assert codes(found) == ["change-ground-only-in-part-three"] * 2
    assert found.notices == ()
    assert not any(one.stops for one in found.findings)
    assert codes(counted(part_two, {"ground": "not-material", "amount": "1"})) == []


@given(
    st.integers(1, 10**13),
    st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=6),
    st.sampled_from(["goods", "works"]),
)
def test_the_most_allowed_is_exact(price: int, amounts: list[int], kind: str) -> None:
    """Brute force in whole øre, without the rule's own arithmetic."""
    contract, _ = change_facts.read(
        GOODS | {"kind": kind, "value": str(Decimal(price).scaleb(-2)), "changes": [small(1)]}
    )
    changes = tuple(
        Change(key=str(n), ground=Ground.SMALL, amount=Money(Decimal(one).scaleb(-2)))
        for n, one in enumerate(amounts)
    )
    percent, threshold = (15, 6_290_000_000) if kind == "works" else (10, 250_000_000)
    total = abs(sum(amounts))
    allowed = total * 100 < price * percent and total < threshold
    found = change_check.check(contract, changes)
    stopped = {"small-changes-too-large", "small-changes-reach-threshold"} & set(codes(found))
    assert (not stopped) is allowed
    [room] = found.rooms
    most = int(room.most.amount * 100)
    assert (total <= most) is allowed
    assert Fraction(most * 100) < price * percent <= Fraction((most + 1) * 100) or (
        most == threshold - 1
    )


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ({"ground": "liten", "amount": "1"}, "changes.1.ground"),
        ({"ground": "small"}, "changes.1.amount"),
        ({"ground": "small", "amount": "mye"}, "changes.1.amount"),
        ({"ground": "small", "amount": "--5"}, "changes.1.amount"),
        ({"ground": "small", "amount": "1.001"}, "changes.1.amount"),
        ({"ground": "small", "amount": "1", "adjusted": "0"}, "changes.1.adjusted"),
        ({"ground": "small", "amount": "1", "amonut": "2"}, "changes.1.amonut"),
        ("small", "changes.1"),
    ],
)
def test_a_wrong_change_is_told_with_its_place(row: object, where: str) -> None:
    with pytest.raises(Invalid) as refused:
        change_facts.read({**GOODS, "changes": [row]})
    assert [one.where for one in refused.value.findings] == [where]


@pytest.mark.parametrize("changes", [None, [], "small", {"a": 1}, [{}] * 201])
def test_without_changes_there_is_nothing_to_count(changes: object) -> None:
    with pytest.raises(Invalid) as refused:
        change_facts.read({**GOODS, "changes": changes})
    assert [one.where for one in refused.value.findings] == ["changes"]
