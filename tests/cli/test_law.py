"""`anskaff law check`: which rules apply to a case, for people and for programs."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anskaff.cli.main import app

FACTS = {"kind": "services", "buyer": "other", "value": "2600000", "on": "2026-11-18"}


def check(folder: Path, content: str | None = None, *options: str):
    file = folder / "case.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    return CliRunner().invoke(app, ["law", "check", str(file), *options])


def test_a_person_reads_theme_by_theme_with_paragraph_and_day(tmp_path: Path) -> None:
    answer = check(tmp_path, json.dumps(FACTS))
    assert answer.exit_code == 0
    lines = answer.stdout.splitlines()
    assert lines[0] == "Del av forskriften:"
    assert "Prosedyrer uten vilkår, den foreslåtte først:" in lines
    assert "  Åpen anbudskonkurranse" in lines
    assert "Frister" in answer.stdout
    assert "(FOA § 17-1, 2026-11-21)" in answer.stdout
    assert "? S-2:" in answer.stdout
    assert "Er det en renholdstjeneste?" in answer.stdout


def test_a_program_reads_part_thresholds_rules_and_changes(tmp_path: Path) -> None:
    answer = check(tmp_path, json.dumps(FACTS), "--json", "--with", "value=2400000")
    told = json.loads(answer.stdout)
    assert (told["part"], told["law_on"]) == ("III", "2026-11-18")
    assert {one["id"]: one["amount"] for one in told["thresholds"]}["T-EEA-OTHER"] == "2500000"
    assert told["procedures"] == ["open", "restricted"]
    assert told["tender_deadline"]["proposed"] == "2026-12-21T11:00:00+00:00"
    assert told["standstill"]["minimum_days"] == 10
    assert {"E-2", "N-1"} <= {one["id"] for one in told["changes"]["added"]}
    assert {"E-1", "N-2"} <= {one["id"] for one in told["changes"]["gone"]}


def test_only_what_changes_is_shown_with_another_fact(tmp_path: Path) -> None:
    answer = check(tmp_path, json.dumps(FACTS), "--with", "value=2400000", "--language", "en")
    assert {line[0] for line in answer.stdout.splitlines()} <= {"+", "-", "~"}
    assert "+ E-2:" in answer.stdout


@pytest.mark.parametrize(
    ("content", "options", "code", "said"),
    [
        (None, (), 3, "Cannot read"),
        ("{", (), 1, "is not JSON"),
        ("[" * 100_000, (), 1, "is not JSON"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), (), 1, "is not JSON"),
        ("[]", (), 1, "holds no object"),
        ("{}", (), 1, "kind"),
        (json.dumps(FACTS | {"verdi": 1}), (), 1, "«verdi»"),
        (json.dumps(FACTS), ("--with", "value"), 2, "FACT=VALUE"),
        (json.dumps(FACTS), ("--with", "value=mye"), 1, "«mye»"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_cure(
    tmp_path: Path, content: str | None, options: tuple[str, ...], code: int, said: str
) -> None:
    answer = check(tmp_path, content, *options)
    assert answer.exit_code == code
    assert said in answer.stderr


def test_a_program_is_told_what_is_wrong_in_json(tmp_path: Path) -> None:
    answer = check(tmp_path, json.dumps(FACTS | {"kind": "gods"}), "--json", "--language", "nn")
    [found] = json.loads(answer.stdout)["findings"]
    assert (found["code"], found["where"]) == ("fact-not-among-choices", "kind")


def count(folder: Path, *changes: dict[str, str], options: tuple[str, ...] = ()):
    file = folder / "contract.json"
    contract = FACTS | {"value": "10000000", "changes": list(changes)}
    file.write_text(json.dumps(contract), encoding="utf-8")
    return CliRunner().invoke(app, ["law", "changes", str(file), *options])


def test_changes_of_a_contract_are_counted_to_the_oere(tmp_path: Path) -> None:
    fits = {"ground": "small", "amount": "999999.99"}
    answer = count(tmp_path, fits)
    assert answer.exit_code == 0
    line = answer.stdout.replace("\u00a0", " ")
    assert line.startswith("C-b (1): 999 999,99 kr / 999 999,99 kr (FOA § 28-1)")
    half = {"ground": "unforeseen", "amount": "5000000.01"}
    told = json.loads(count(tmp_path, fits, half, options=("--json",)).stdout)
    assert [one["left"] for one in told["rooms"]] == ["0.00", "-0.01"]
    assert (told["notices"], told["findings"][0]["code"]) == (["N-7"], "change-more-than-half")


def test_a_wrong_change_is_told_with_its_cure(tmp_path: Path) -> None:
    answer = count(tmp_path, {"ground": "liten", "amount": "1"})
    assert answer.exit_code == 1
    assert "changes.1.ground" in answer.stderr
    assert "small" in answer.stderr


def test_a_limit_is_counted_over_holidays() -> None:
    run = CliRunner().invoke
    answer = run(app, ["law", "limit", "F-RES-2", "2026-03-23", "--urgent", "--language", "en"])
    assert answer.exit_code == 0
    assert answer.stdout.replace("\u00a0", " ").startswith("7 April 2026: F-RES-2")
    told = json.loads(run(app, ["law", "limit", "F-DPS-2", "2026-03-25", "--json"]).stdout)
    assert told == {"rule": "F-DPS-2", "from": "application", "last_day": "2026-04-13"}
    assert run(app, ["law", "limit", "F-OPN", "2026-03-25"]).exit_code == 2
