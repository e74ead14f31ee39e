"""The grounds for rejection and what each asks of the buyer."""

import pytest

from anskaff.law import rejection
from anskaff.law.part import Part
from anskaff.law.rejection import FORCE_WORDS, GROUNDS, Force

MUST_NATIONAL = {"X-F1", "X-F2", "X-S1", "X-S3", "X-S4", "X-S5", "X-T1", "X-T2"}
MUST_EUROPEAN = MUST_NATIONAL | {"X-S2", "X-T3"}


def test_must_and_may_follow_the_tables_of_the_law():
    must_in = {
        part: {key for key, each in GROUNDS.items() if each.force_in(part) is Force.MUST}
        for part in (Part.II, Part.III)
    }
    assert must_in == {Part.II: MUST_NATIONAL, Part.III: MUST_EUROPEAN}
    assert set(FORCE_WORDS) == set(Force)


def test_self_cleaning_is_possible_for_the_five_grounds_of_24_5():
    assert {key for key, each in GROUNDS.items() if each.self_cleaning} == {
        "X-S5",
        "X-S8",
        "X-S10",
        "X-S11",
        "X-S14",
    }
    assert {key for key, each in GROUNDS.items() if each.payment_cures} == {"X-S2", "X-S6"}


def test_exclusion_lasts_five_years_after_a_conviction_and_three_otherwise():
    years = {key: each.years for key, each in GROUNDS.items() if each.years}
    assert years == {"X-S5": 5, "X-S8": 3, "X-S10": 3, "X-S11": 3, "X-S14": 3}


def test_public_interest_may_save_the_supplier_from_four_grounds():
    saved = {key for key, each in GROUNDS.items() if each.public_interest}
    assert saved == {"X-S2", "X-S3", "X-S4", "X-S5"}


def test_grounds_are_listed_for_parts_two_and_three_only():
    assert len(rejection.grounds_in(Part.III)) == len(GROUNDS) == 21
    assert rejection.grounds_in(Part.IV) == ()
    with pytest.raises(LookupError, match="part IV"):
        GROUNDS["X-F1"].source_in(Part.IV)


def test_the_paragraph_follows_the_part():
    assert GROUNDS["X-S8"].source_in(Part.II) == "FOA § 9-5(3) b"
    assert GROUNDS["X-S8"].source_in(Part.III) == "FOA § 24-2(3) c"


def test_a_rejection_says_why_and_that_it_is_proportionate():
    ground = GROUNDS["X-S8"]
    found = [each.code for each in rejection.check(ground, reason=" ")]
    assert found == [
        "rejection-needs-reason",
        "rejection-needs-proportionality-note",
        "rejection-allows-self-cleaning",
    ]
    explained = rejection.check(ground, reason="Dom av 2025", proportionality="Grovt brudd")
    assert [each.stops for each in explained] == [False]
    assert rejection.check(GROUNDS["X-F1"], reason="Mottatt 12.00.01") == ()
    paid = rejection.check(GROUNDS["X-S6"], reason="Restanse", proportionality="Stort beløp")
    assert [each.code for each in paid] == ["rejection-allows-self-cleaning"]
