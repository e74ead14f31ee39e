"""No rule, no finding and no module is missing from the catalogue."""

import importlib
import pkgutil
from datetime import date

import pytest

import anskaff.law
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.law import catalogue, climate_weight, part, rejection, standstill
from anskaff.law.rule import Reason, Rule

PLUMBING = {"rule", "catalogue", "duties", "case_check", "case_report"}
MODULES = sorted(
    each.name for each in pkgutil.iter_modules(anskaff.law.__path__) if each.name not in PLUMBING
)
PROMISED = [
    "T-ACT",
    "T-NAT",
    "T-EEA-STATE",
    "T-EEA-OTHER",
    "T-EEA-WORKS",
    "T-EEA-LIGHT",
    "T-DESIGN",
    "T-LOT-GS",
    "T-LOT-W",
    "T-SUBSIDY-W",
    "T-SUBSIDY-S",
    "T-OPEN-GS",
    "T-OPEN-W",
    "R-PART-0",
    "R-PART-1",
    "R-PART-2",
    "R-PART-2S",
    "R-PART-3",
    "R-PART-4",
    "R-PART-5",
    "R-PART-2X",
    "R-SPLIT",
    "R-CALC",
    "F-OPEN",
    "F-DOC",
    "F-QA",
    "F-VAL",
    "F-II",
    "F-STAND",
    "F-STAND-2",
    "F-CAN",
    "G-1",
    "G-2",
    "G-3",
    "G-4",
    "G-5",
    "G-6",
    "G-7",
    "G-10",
    "A-1",
    "A-2",
    "A-3",
    "V-1",
    "V-2",
    "W-1",
    "W-2",
    "W-3",
    "W-4",
    "W-5",
    "P-1",
    "P-2",
    "P-3",
    "X-F1",
    "X-F2",
    "X-F3",
    "X-T1",
    "X-T2",
    "X-T3",
    "X-T4",
] + [f"X-S{number}" for number in range(1, 15)]


def loaded(name: str):
    return importlib.import_module(f"anskaff.law.{name}")


def kinds_in(module) -> list[FindingKind]:
    return [each for each in vars(module).values() if isinstance(each, FindingKind)]


@pytest.mark.parametrize("name", MODULES)
def test_no_module_is_missing_from_the_catalogue(name):
    assert loaded(name) in catalogue.RULE_MODULES


@pytest.mark.parametrize("name", MODULES)
def test_no_rule_and_no_finding_is_missing_from_its_module(name):
    module = loaded(name)
    rules = [each for each in vars(module).values() if isinstance(each, Rule)]
    assert [each.id for each in rules if each not in module.RULES] == []
    assert {each.code for each in kinds_in(module)} == {each.code for each in module.FINDING_KINDS}


def test_every_promised_rule_is_there_once():
    ids = [rule.id for rule in catalogue.catalogue()]
    assert set(PROMISED) <= set(ids)
    assert len(ids) == len(set(ids))


def test_finding_codes_are_unique_over_the_room():
    codes = [kind.code for kind in catalogue.finding_kinds()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", catalogue.catalogue(), ids=lambda rule: rule.id)
def test_every_rule_has_words_a_checked_day_and_a_source_or_says_it_is_ours(rule):
    for language in LANGUAGES:
        assert len(rule.words.in_(language)) > 5
    assert rule.checked <= date(2026, 11, 21)
    assert rule.is_law or rule.id in {
        "F-II-DEFAULT",
        "F-STAND-2-DEFAULT",
        "V-1",
        "B2-DEVIATION",
        "O-2",
    }


@pytest.mark.parametrize("kind", catalogue.finding_kinds(), ids=lambda kind: kind.code)
def test_every_finding_has_text_and_cure_in_three_languages(kind):
    for words in (kind.text, kind.cure):
        texts = [words.in_(language) for language in LANGUAGES]
        assert all(text.strip() for text in texts)
        assert all(text.rstrip()[-1] in ".}!?" for text in texts)
        assert words.en != words.nb


def test_the_repealed_numbering_of_2026_is_never_cited():
    cited = [rule.source for rule in catalogue.catalogue()]
    cited += [kind.source for kind in catalogue.finding_kinds()]
    for source in cited:
        if "7-9" in source:
            assert "30.06.2026]" in source or "31.12.2023]" in source, source


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (climate_weight.GROUND_WORDS, climate_weight.GroundKind),
        (standstill.EXCEPTION_WORDS, standstill.StandstillException),
        (part.EXCEPTION_WORDS, part.PartTwoException),
        (rejection.FORCE_WORDS, rejection.Force),
    ],
)
def test_every_choice_a_person_sees_has_words(words, members):
    assert set(words) == set(members)


def test_a_rule_knows_the_days_it_holds():
    assert not climate_weight.WEIGHT_2024.holds_on(date(2023, 12, 31))
    assert climate_weight.WEIGHT_2024.holds_on(date(2024, 1, 1))
    assert climate_weight.WEIGHT_2024.holds_on(date(2026, 6, 30))
    assert not climate_weight.WEIGHT_2024.holds_on(date(2026, 7, 1))
    assert standstill.FIXED.holds_on(date(2020, 1, 1))


def test_a_reason_refuses_words_whose_facts_are_missing():
    words = Words(nb="{days} dager", nn="{days} dagar", en="{days} days")
    with pytest.raises(ValueError, match="F-STAND lacks facts: days"):
        Reason(rule=standstill.FIXED, words=words)


def test_the_words_of_a_rule_name_no_facts_of_a_case():
    words = Words(nb="{days} dager", nn="{days} dagar", en="{days} days")
    with pytest.raises(ValueError, match="name facts of a case"):
        Rule(id="F-X", words=words, source="FOA § 1-1")
