"""Groups of lots in a notice: asked where there are several lots, checked, written and read."""

from dataclasses import replace
from decimal import Decimal

import pytest

from anskaff.competition.announcing.building import Identity, build
from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.subtypes import PLANNING, SUBTYPES
from anskaff.competition.announcing.table_groups import CALLS, GROUPED, WON
from anskaff.competition.announcing.values import Values, values_of
from anskaff.concepts.money import Money
from anskaff.concepts.notice import LotKind, LotsTogether
from anskaff.documents import checking, eforms
from tests.announcing import answered
from tests.competition.test_announcing_official import NOTICE, NOW, facts_for
from tests.conftest import STANDARDS

LOTS = ("LOT-0001", "LOT-0002")
GROUP = {
    "LotsGroup:BT-1375-Procedure|GLO-0001": "LOT-0001 LOT-0002",
    "LotsGroup:BT-21|GLO-0001": "Begge byggene",
    "LotsGroup:BT-21|GLO-0001@en": "Both buildings",
    "LotsGroup:BT-24|GLO-0001": "Felles ramme for begge byggene.",
    "LotsGroup:BT-24|GLO-0001@en": "One budget for both buildings.",
}
FRAMED = {
    **{f"Lot:BT-765|{lot}": "fa-wo-rc" for lot in LOTS},
    **{f"Lot:BT-271|{lot}": "6000000" for lot in LOTS},
    "LotsGroup:BT-271|GLO-0001": "9000000",
}
IDENTITY = Identity(notice=NOTICE, version=1, at=NOW)


def told(subtype: str, more: dict[str, str]) -> Values:
    facts = facts_for(subtype)
    return values_of(facts, subtype, {**answered(facts, subtype, given=more), **more})


def stopped(data: bytes) -> list[str]:
    report = checking.check(data, on=NOW.date(), bundle=STANDARDS)
    assert report.ran
    return [f"{each.kind.rule} {each.where}" for each in report.findings if each.stops]


@pytest.mark.standards
@pytest.mark.parametrize("subtype", sorted(GROUPED))
def test_a_group_of_lots_is_written_read_again_and_breaks_no_published_rule(subtype: str) -> None:
    values = told(subtype, {**GROUP, **FRAMED})
    assert faults(values) == ()
    data = eforms.write(build(values, facts_for(subtype), IDENTITY))
    assert stopped(data) == []
    again = eforms.read(data)
    assert again.lot_groups == (LotsTogether(group="GLO-0001", lots=LOTS),)
    group = again.lots[-1]
    assert (group.key, group.kind) == ("GLO-0001", LotKind.GROUP)
    assert group.title.in_("nb") == "Begge byggene"
    if group.framework_maximum is not None:
        assert group.framework_maximum == Money(Decimal(9_000_000))
        assert again.framework_maximum == Money(Decimal(12_000_000))  # by the lots, VA-R001E


@pytest.mark.standards
@pytest.mark.parametrize("subtype", sorted(WON))
def test_what_a_group_of_frameworks_may_come_to_counts_instead_of_its_lots(subtype: str) -> None:
    values = told(
        subtype, {**GROUP, **FRAMED, "LotsGroup:BT-1561-NoticeResult|GLO-0001": "7000000"}
    )
    assert values.by_key["LotsGroup:BT-156-NoticeResult|GLO-0001"].value == "9000000"
    reading = build(values, facts_for(subtype), IDENTITY)
    assert reading.total_framework == Money(Decimal(9_000_000))
    assert reading.total_framework_estimate == Money(Decimal(7_000_000))
    assert stopped(eforms.write(reading)) == []


def test_a_lot_that_nobody_won_leaves_its_group_without_a_value() -> None:
    values = told("29", {**GROUP, **FRAMED, "LotResult:BT-142|LOT-0002": "clos-nw"})
    assert not any(each.field.id == "BT-156-NoticeResult" for each in values)


@pytest.mark.parametrize("subtype", sorted(SUBTYPES))
def test_only_several_lots_can_be_grouped_and_only_where_the_standard_says_so(subtype: str) -> None:
    def asked(single: bool) -> set[str]:
        facts = facts_for(subtype)
        lots = facts.plan.lots[:1] if single else facts.plan.lots
        facts = replace(facts, plan=replace(facts.plan, lots=lots))
        return {each.field.id for each in values_of(facts, subtype, {})}

    terms = {"BT-1375-Procedure", "BT-31"}
    assert not asked(single=True) & terms
    assert ("BT-1375-Procedure" in asked(single=False)) is (subtype in GROUPED)
    assert ("BT-31" in asked(single=False)) is (subtype in CALLS)
    assert not PLANNING & GROUPED


def test_what_is_half_said_of_a_group_is_asked_for_and_a_wrong_one_is_told() -> None:
    key = "LotsGroup:{}|GLO-0001".format
    lots, title, words = key("BT-1375-Procedure"), key("BT-21"), key("BT-24")
    facts = facts_for("E3")
    plain = dict(answered(facts, "E3"))

    def missing(more: dict[str, str]) -> set[str]:
        return {each.where for each in faults(values_of(facts, "E3", {**plain, **more}))}

    assert missing({}) == set()
    assert missing({lots: "LOT-0001 LOT-0002"}) == {title, words}
    assert missing({title: "Begge"}) == {lots, words}
    said = {title: "Begge", words: "Begge byggene."}
    assert missing({**said, lots: "LOT-0001"}) == {lots}
    assert missing({**said, lots: "LOT-0001 LOT-0009"}) == {lots}


def test_there_is_room_for_one_group_more_than_are_named() -> None:
    values = told("E3", dict(GROUP))
    places = {each.place for each in values if each.field.id == "BT-1375-Procedure"}
    assert places == {"GLO-0001", "GLO-0002"}
    reading = build(values, facts_for("E3"), IDENTITY)
    assert [each.group for each in reading.lot_groups] == ["GLO-0001"]
