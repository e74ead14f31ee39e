"""The page about the law runs, and lists every rule as the catalogue has it."""

import doctest
from pathlib import Path

from anskaff.law.catalogue import catalogue
from anskaff.law.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "law.md"


def row(rule: Rule) -> str:
    days = " – ".join(str(day) if day else "" for day in (rule.valid_from, rule.valid_to))
    in_force = days.strip() if rule.valid_from or rule.valid_to else ""
    return f"| {rule.id} | {rule.words.en} | {rule.source or 'our default'} | {in_force} |"


def test_the_examples_on_the_page_run():
    assert doctest.testfile(str(PAGE), module_relative=False).failed == 0


def test_the_page_lists_every_rule():
    head = ("| Rule | Says | Source | In force |", "|---|---|---|---|")
    table = "\n".join((*head, *(row(rule) for rule in catalogue())))
    assert PAGE.read_text(encoding="utf-8").rstrip().endswith(table)
