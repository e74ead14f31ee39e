"""What applies to a case on its day, and what one other fact changes."""

import re

import pytest
from tests.conftest import PROJECT_ROOT

from anskaff.concepts.errors import Invalid
from anskaff.concepts.words import LANGUAGES
from anskaff.law import case_facts, duties
from anskaff.law.case_check import Changes, Checked, changes, check
from anskaff.law.catalogue import catalogue
from anskaff.law.duties import DUTIES, THEME_WORDS, Theme

HANDBOOK = PROJECT_ROOT.parent / "shared/domain/procurement-rules.md"
ROW = re.compile(r"^\| (?:\*\*)?((?:[A-Z]-)[A-Za-z0-9-]+(?: ?/ ?[-A-Z0-9]+)*)", re.MULTILINE)
NOT_OURS: dict[str, str] = {}
GREEN = PROJECT_ROOT.parent / "shared/domain/green.md"
SAID_ELSEWHERE = {"G-9": "S-10 demands sanctions for every clause, that on climate too"}
PARAGRAPHS = {f"5{letter}" for letter in "abcdefghijklmnop"}
NOT_READ = {
    "5d": "no source at hand says what it demands",
    "5j": "no source at hand says what it demands",
    "5o": "the sources at hand only name it: innovation",
}
SUPPLY = {"kind": "goods", "buyer": "other", "value": "2600000", "on": "2026-11-18"}
SERVICE = SUPPLY | {"kind": "services"}
WORKS = SUPPLY | {"kind": "works", "value": "70000000"}


def case(**facts: object) -> Checked:
    return check(case_facts.read(SUPPLY | facts))


def rules(checked: Checked) -> set[str]:
    return {one.rule.id for one in checked.met if not one.needs}


def open_rules(checked: Checked) -> dict[str, tuple[str, ...]]:
    return {one.rule.id: one.needs for one in checked.met if one.needs}


def switched(before: dict[str, object], **facts: object) -> Changes:
    return changes(check(case_facts.read(before)), check(case_facts.read(before | facts)))


def handbook_ids() -> set[str]:
    """Every id in the first column of a table; «T-SUBSIDY-W / -S» are two."""
    found: set[str] = set()
    for row in ROW.findall(HANDBOOK.read_text(encoding="utf-8")):
        first, *others = [one.strip() for one in re.split(r"[/,]", row)]
        found.add(first)
        for one in others:
            found.add(one if one[0] != "-" and "-" in one else _sibling(first, one))
    return found


def _sibling(first: str, end: str) -> str:
    return f"{first.rpartition('-')[0]}-{end.lstrip('-')}"


@pytest.mark.skipif(not HANDBOOK.exists(), reason="handbook: not beside the project")
def test_every_rule_of_the_handbook_is_in_the_catalogue_or_says_why_not() -> None:
    ids = handbook_ids()
    assert {"T-SUBSIDY-S", "T-LOT-W", "F-NEG-2", "C-a", "S-10", "Q-7"} <= ids
    assert ids - {rule.id for rule in catalogue()} == set(NOT_OURS)


@pytest.mark.skipif(not GREEN.exists(), reason="handbook: not beside the project")
def test_every_climate_rule_of_the_handbook_is_in_the_catalogue_or_says_where() -> None:
    ids = set(re.findall(r"^\| (G-[0-9]+) ", GREEN.read_text(encoding="utf-8"), re.MULTILINE))
    assert {f"G-{number}" for number in range(1, 11)} <= ids
    assert ids - {rule.id for rule in catalogue()} == set(SAID_ELSEWHERE)


def test_each_paragraph_of_the_new_act_is_cited_or_says_why_not() -> None:
    """LOA §§ 5a to 5p, in force from 1 July 2026 (LOV-2026-03-06-8)."""
    cited = {
        each
        for rule in catalogue()
        if "LOA" in rule.source
        for each in re.findall(r"\b5[a-p]\b", rule.source)
    }
    assert cited | set(NOT_READ) == PARAGRAPHS
    assert not cited & set(NOT_READ)


def test_the_duty_to_have_a_strategy_begins_with_the_act_that_made_it() -> None:
    assert "G-8" in rules(case(on="2026-07-01"))
    assert "G-8" not in rules(case(on="2026-06-30"))


def test_every_rule_of_the_catalogue_can_be_met_by_a_case() -> None:
    reached = {duty.rule.id for duty in DUTIES} | duties.TOLD_BY_THE_GUIDE
    assert [rule.id for rule in catalogue() if rule.id not in reached] == []


def test_no_rule_has_two_sets_of_conditions() -> None:
    ids = [duty.rule.id for duty in DUTIES]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_and_question_has_words(language: str) -> None:
    assert set(THEME_WORDS) == set(Theme)
    assert all(words.in_(language).endswith("?") for words in case_facts.YES_OR_NO.values())


def test_the_self_declaration_is_a_duty_in_part_three_only() -> None:
    assert "E-1" in rules(case())
    assert "E-1" not in rules(case(value="2400000"))
    assert "E-2" in rules(case(value="2400000"))


def test_the_act_applies_from_another_value_on_another_day() -> None:
    inside, outside = case(value="499999", on="2026-06-30"), case(value="499999", on="2026-07-01")
    assert "REM-1" in rules(inside)
    assert rules(outside) == {"R-PART-0", "B2-OUTSIDE"}


def test_contract_clauses_hold_from_the_first_of_july_2026() -> None:
    before, after = SERVICE | {"on": "2026-06-30"}, SERVICE | {"on": "2026-07-01"}
    assert "S-1" not in rules(check(case_facts.read(before)))
    assert {"S-1", "S-7", "S-10"} <= rules(check(case_facts.read(after)))
    assert "S-1" not in rules(case())
    assert "S-1" not in rules(check(case_facts.read(SERVICE | {"value": "1299999.99"})))


def test_works_have_the_clauses_of_the_site() -> None:
    assert {"S-2", "S-3", "S-4", "S-6"} <= rules(check(case_facts.read(WORKS)))
    cleaning = check(case_facts.read(SERVICE | {"cleaning": True}))
    assert {"S-2", "S-4", "S-6"} <= rules(cleaning)
    assert "S-3" not in rules(cleaning)


def test_a_rule_that_lacks_a_fact_is_open_and_names_it() -> None:
    unknown = check(case_facts.read(SERVICE))
    assert open_rules(unknown)["S-2"] == ("cleaning",)
    assert "S-2" not in open_rules(check(case_facts.read(SERVICE | {"cleaning": False})))


def test_apprentices_are_asked_for_in_craft_work_of_more_than_three_months() -> None:
    craft = WORKS | {"craft_work": True}
    assert "S-5" in rules(check(case_facts.read(craft | {"duration_months": 4})))
    assert "S-5" in rules(check(case_facts.read(craft)))
    assert "S-5" not in rules(check(case_facts.read(craft | {"duration_months": 3})))


def test_a_notice_names_its_subtypes() -> None:
    [found] = [one for one in case().met if one.rule.id == "N-2"]
    assert found.subtypes == ("16",)


def test_one_other_value_changes_part_notices_standstill_and_declaration() -> None:
    changed = switched(SUPPLY, value="2400000")
    gone = {one.rule.id for one in changed.gone}
    added = {one.rule.id for one in changed.added}
    assert {"R-PART-3", "N-2", "F-STAND", "E-1", "P-3"} <= gone
    assert {"R-PART-2", "N-1", "F-STAND-2", "E-2", "P-2"} <= added


def test_another_day_changes_only_what_is_counted_from_it() -> None:
    changed = switched(SUPPLY, on="2026-11-19")
    assert (changed.added, changed.gone) == ((), ())
    counted = {"R-CALC", "F-RES-1", "F-NEG-1", "F-DIA", "F-INN", "F-DPS-1"}
    assert {new.rule.id for _old, new in changed.otherwise} == counted


def test_nothing_changes_when_nothing_does() -> None:
    assert switched(SUPPLY) == Changes(added=(), gone=(), otherwise=())


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"kind": "gods"}, ["fact-not-among-choices"]),
        ({"value": "NaN"}, ["fact-not-among-choices"]),
        ({"value": "-1"}, ["fact-not-among-choices"]),
        ({"value": "1e99"}, ["fact-not-among-choices"]),
        ({"value": "1.001"}, ["fact-not-among-choices"]),
        ({"value": {"a": 1}}, ["fact-not-among-choices"]),
        ({"on": "2026-02-30"}, ["fact-not-among-choices"]),
        ({"on": "2020-01-01"}, ["law-of-the-day-not-recorded"]),
        ({"on": None}, ["fact-missing"]),
        ({"duration_months": 0}, ["fact-not-among-choices"]),
        ({"framework": "kanskje"}, ["fact-not-among-choices"]),
        ({"urgency": 7}, ["fact-not-among-choices"]),
        ({"verdi": 1, "kind": ""}, ["fact-not-known", "fact-missing"]),
    ],
)
def test_a_fact_that_is_not_as_expected_is_named_with_what_was(
    facts: dict[str, object], codes: list[str]
) -> None:
    with pytest.raises(Invalid) as refused:
        case(**facts)
    assert [one.code for one in refused.value.findings] == codes
    for one in refused.value.findings:
        for language in LANGUAGES:
            assert one.text(language)
            assert one.cure(language)


def test_a_value_may_be_written_as_people_write_it() -> None:
    assert rules(case(value="2 600 000,00")) == rules(case())
