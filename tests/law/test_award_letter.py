"""What the award letter must hold, and when the decision may change."""

from dataclasses import replace

from anskaff.law import award_letter
from anskaff.law.award_letter import AwardLetter

COMPLETE = AwardLetter(
    affected=frozenset({"T-1", "T-2"}),
    recipients=frozenset({"T-1", "T-2", "T-3"}),
    winner="Fjordvik Bygg AS",
    criteria=("AC-1", "AC-2"),
    advantages={"AC-1": "Lavest pris", "AC-2": "Mest erfaring"},
    standstill_stated=True,
)


def codes(letter):
    return [finding.code for finding in award_letter.check(letter)]


def test_a_complete_letter_may_be_sent():
    assert codes(COMPLETE) == []


def test_everyone_affected_gets_the_letter():
    assert codes(replace(COMPLETE, recipients=frozenset({"T-1"}))) == ["award-letter-not-to-all"]


def test_the_letter_names_the_winner():
    assert codes(replace(COMPLETE, winner=" ")) == ["award-letter-lacks-winner"]


def test_the_reasons_speak_to_every_criterion():
    letter = replace(COMPLETE, advantages={"AC-1": "Lavest pris", "AC-2": " "})
    (finding,) = award_letter.check(letter)
    assert (finding.code, finding.where) == ("award-letter-lacks-advantages", "advantages.AC-2")


def test_the_standstill_is_stated_when_there_must_be_one():
    silent = replace(COMPLETE, standstill_stated=False)
    assert codes(silent) == ["award-letter-lacks-standstill"]
    assert codes(replace(silent, standstill_required=False)) == []


def test_the_decision_may_be_reversed_until_both_have_signed():
    assert award_letter.check_reversal(0) == ()
    assert award_letter.check_reversal(1) == ()
    (finding,) = award_letter.check_reversal(2)
    assert finding.code == "award-cannot-be-reversed"


def test_a_cancellation_needs_a_reason():
    assert award_letter.check_cancellation("Budsjettet er falt bort") == ()
    (finding,) = award_letter.check_cancellation("  ")
    assert finding.code == "cancellation-needs-reason"
