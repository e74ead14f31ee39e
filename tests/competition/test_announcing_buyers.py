"""What a notice asks of the kind of buyer, held against the published rules of its subtype."""

import pytest

from anskaff.competition.announcing.building import Identity, build
from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.values import values_of
from anskaff.documents import checking, eforms
from tests.announcing import answered
from tests.competition.test_announcing_official import NOTICE, NOW, facts_for
from tests.conftest import STANDARDS

AUTHORITY, UNDERTAKING = "la", "pub-undert-la"
OF_UTILITIES = ("5", "17", "30")
OF_UNDERTAKINGS = ("6", "14", "21", "E2", "E3", "E4")
IDENTITY = Identity(notice=NOTICE, version=1, at=NOW)


def stopped(data: bytes) -> list[str]:
    report = checking.check(data, on=NOW.date(), bundle=STANDARDS)
    assert report.ran
    return [f"{each.kind.rule} {each.where}" for each in report.findings if each.stops]


def told(subtype: str, buyer: str, **more: str) -> dict[str, str]:
    """Answers to all that may be said by such a buyer."""
    facts = facts_for(subtype)
    kind = {"Procedure-Buyer:BT-11": buyer, **more}
    if buyer == UNDERTAKING:
        kind["Procedure-Buyer:BT-740"] = "cont-ent"
    return {**answered(facts, subtype, given=kind), **kind}


@pytest.mark.parametrize("subtype", [*OF_UTILITIES, *OF_UNDERTAKINGS, "16", "20", "33"])
def test_only_buyers_that_may_are_asked_what_they_do_as_a_utility(subtype: str) -> None:
    for buyer in (AUTHORITY, UNDERTAKING):
        asked = {x.field.id for x in values_of(facts_for(subtype), subtype, told(subtype, buyer))}
        may = subtype in OF_UTILITIES or (subtype in OF_UNDERTAKINGS and buyer == UNDERTAKING)
        assert ("BT-610" in asked) is may
        assert ("BT-10" in asked) is (buyer == AUTHORITY or subtype == "16")


@pytest.mark.standards
@pytest.mark.parametrize("subtype", ["14", "16", "17", "21", "E3", "E4"])
def test_what_either_kind_of_buyer_says_breaks_no_published_rule(subtype: str) -> None:
    facts = facts_for(subtype)
    for buyer in (AUTHORITY, UNDERTAKING):
        answers = told(subtype, buyer)
        if subtype in OF_UNDERTAKINGS and buyer == UNDERTAKING:
            answers["Procedure-Buyer:BT-610"] = "water"
        values = values_of(facts, subtype, answers)
        assert faults(values) == ()
        reading = build(values, facts, IDENTITY)
        assert ("water" in reading.buyers[0].activities) is (
            subtype == "17" or (subtype in OF_UNDERTAKINGS and buyer == UNDERTAKING)
        )
        assert stopped(eforms.write(reading)) == []


@pytest.mark.standards
@pytest.mark.parametrize("subtype", ["7", "10", "12", "16", "17", "20", "21", "25", "29", "E4"])
def test_more_buyers_of_a_framework_are_named_and_read_again(subtype: str) -> None:
    facts = facts_for(subtype)
    kind = {f"Lot:BT-765|{lot.key}": "fa-wo-rc" for lot in facts.lots}
    named = {
        "Lot:BT-111|LOT-0001": "Alle kommuner i Trøndelag.",
        "Lot:BT-111|LOT-0001@en": "All municipalities of Trøndelag.",
    }
    plain = values_of(facts, subtype, answered(facts, subtype))
    assert "BT-111" not in {each.field.id for each in plain}
    values = values_of(facts, subtype, {**answered(facts, subtype, given=kind), **kind, **named})
    assert faults(values) == ()
    data = eforms.write(build(values, facts, IDENTITY))
    assert stopped(data) == []
    first, second = eforms.read(data).lots
    assert first.framework_buyers.in_("nb") == "Alle kommuner i Trøndelag."
    assert not second.framework_buyers
