"""The page about evaluation models runs, and tells the same six things about every model."""

import doctest
from pathlib import Path

import pytest

from anskaff.calculations.model import Model
from anskaff.calculations.scoring import MODELS

PAGE = Path(__file__).parents[2] / "docs" / "evaluation-models.md"


def test_the_examples_on_the_page_run() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_each_model_is_told_with_its_formula(model: Model) -> None:
    sections = PAGE.read_text(encoding="utf-8").split("\n## ")
    (section,) = (text for text in sections if text.startswith(f"{model.id}, "))
    assert f"`{model.formula}`" in section
    for part in ("Method", "Example", "Why", "Source", "Output", "Exclusions"):
        assert f"**{part}.**" in section
