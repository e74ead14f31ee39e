"""The verb tells a stranger whether the award follows from its public file."""

import json
from decimal import Decimal

import pytest
import typer
from typer.testing import CliRunner

from anskaff.calculations import method, recomputation
from anskaff.calculations.scoring import TenderInput, evaluate
from anskaff.cli.calculations import add_to
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.money import Money

PRICE = AwardCriterion(
    key="price", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(100)
)
TENDERS = (
    TenderInput(tender="A", price=Money(Decimal(100))),
    TenderInput(tender="B", price=Money(Decimal(120))),
)


@pytest.fixture
def verb():
    app = typer.Typer()
    add_to(app)
    return lambda *arguments: CliRunner().invoke(app, ["award", "recompute", *arguments])


@pytest.fixture
def document():
    salt = b"4" * 32
    locked = method.commitment(
        salt, method.as_json("M-LIN", [PRICE], top_score=Decimal(10), tie_rule="")
    )
    outcome = evaluate("M-LIN", [PRICE], TENDERS)
    return recomputation.as_json(outcome, [PRICE], TENDERS, salt=salt, commitment=locked)


def test_a_true_file_gives_its_ranking_and_nothing_else(verb, document, tmp_path) -> None:
    file = tmp_path / "evaluation.json"
    file.write_text(json.dumps(document))
    told = verb(str(file))
    assert (told.exit_code, told.stdout, told.stderr) == (0, "1. A: 10\n2. B: 8\n", "")


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_changed_file_ends_with_findings(verb, document, tmp_path, options) -> None:
    document["ranking"].reverse()
    file = tmp_path / "evaluation.json"
    file.write_text(json.dumps(document))
    told = verb(str(file), *options)
    assert told.exit_code == 1
    if options:
        assert json.loads(told.stdout)["ranking_agrees"] is False
    else:
        assert "Rangeringen i filen er ikke den som følger" in told.stderr
