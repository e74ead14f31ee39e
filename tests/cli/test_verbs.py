"""Verbs answer with words and the right exit code, whatever they are given."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from anskaff.cli import project
from tests.cli.conftest import Anskaff
from tests.conftest import PROJECT_ROOT, STANDARDS
from tests.given import organisation_number

NUMBER = organisation_number(7)
PASSWORD = "riktig hest batteri stift\n"
NOTICE = next(iter(sorted((STANDARDS / "real-notices").glob("*/*.xml"))), Path("none.xml"))


def test_help_groups_verbs_by_room(anskaff: Anskaff) -> None:
    shown = anskaff("help")
    assert shown.returncode == 0
    rooms = [line for line in shown.stdout.splitlines() if re.fullmatch(r"[A-Z][a-z ]+:", line)]
    assert rooms == [
        "Options:",
        "Installation:",
        "Organisations and people:",
        "Cases:",
        "Notices:",
        "Award:",
        "Law:",
        "Documents:",
        "Standards:",
        "Proof:",
        "Help:",
    ]
    for verb in ("case import", "notices import", "award recompute", "log verify", "law rules"):
        assert re.search(rf"^  {verb} ", shown.stdout, re.MULTILINE), verb
    assert anskaff("--help").stdout == shown.stdout.replace("anskaff help", "anskaff")


def test_the_clock_moves_in_demo_mode_only(anskaff: Anskaff) -> None:
    for words in (("clock", "show"), ("clock", "advance", "1d"), ("demo", "load")):
        refused = anskaff(*words)
        assert refused.returncode == 2
        assert "No such command" in refused.stderr
    demo = {"ANSKAFF_DEMO": "true"}
    before = anskaff("clock", "show", env=demo)
    after = anskaff("clock", "advance", "15d", env=demo)
    assert (before.returncode, after.returncode) == (0, 0)
    assert before.stdout < after.stdout
    wrong = anskaff("clock", "advance", "soon", env=demo)
    assert wrong.returncode == 2
    assert "15d" in wrong.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("nothing",),
        ("case",),
        ("case", "import"),
        ("verify",),
        ("verify", "r.json"),
        ("law", "rules", "--language", "de"),
        ("serve", "--port", "many"),
        ("organisation", "add", NUMBER, "X", "--buyer", "private"),
        ("person", "list", "--role", "king"),
    ],
)
def test_wrong_use_exits_with_2_and_no_traceback(anskaff: Anskaff, words: tuple[str, ...]) -> None:
    done = anskaff(*words)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("person", "list"),
        ("log", "verify"),
        ("log", "checkpoint"),
        ("organisation", "add", NUMBER, "Eksempel kommune"),
    ],
)
def test_a_missing_database_says_what_to_do(anskaff: Anskaff, words: tuple[str, ...]) -> None:
    done = anskaff(*words)
    assert done.returncode == 3
    assert "anskaff setup" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "env",
    [
        {"ANSKAFF_SESSION_MINUTES": "long"},
        {"ANSKAFF_DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"},
        {"ANSKAFF_DATA_DIR": "/proc/anskaff"},
    ],
)
def test_a_setting_that_cannot_be_used_is_named(anskaff: Anskaff, env: dict[str, str]) -> None:
    done = anskaff("person", "list", env=env)
    assert done.returncode == 3
    assert "anskaff settings" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_setting_that_is_read_is_listed_and_documented(anskaff: Anskaff) -> None:
    read = set()
    for path in (PROJECT_ROOT / "src").rglob("*.py"):
        if path.name == "settings_test.py":
            continue
        text = path.read_text()
        read |= set(re.findall(r'env(?:\.\w+)?\(\s*"(ANSKAFF_\w+)"', text))
        read |= set(re.findall(r'environ(?:\.get\(|\.setdefault\(|\[)"(ANSKAFF_\w+)"', text))
        read |= set(re.findall(r'envvar="(ANSKAFF_\w+)"', text))
    assert len(read) > 20
    assert read == set(project.SETTINGS)
    listed = json.loads(anskaff("settings", "--json").stdout)
    assert {one["name"] for one in listed} == read
    documents = [PROJECT_ROOT / "README.md", *(PROJECT_ROOT / "docs").rglob("*.md")]
    written = "".join(document.read_text() for document in documents)
    assert [name for name in sorted(read) if name not in written] == []


def test_settings_do_not_show_secrets(anskaff: Anskaff) -> None:
    secret = {"ANSKAFF_SMTP_PASSWORD": "hemmelig", "ANSKAFF_NOTICE_SERVICE_KEY": "hemmelig"}
    shown = anskaff("settings", env=secret | {"ANSKAFF_DEMO": "true"})
    assert "hemmelig" not in shown.stdout
    assert "ANSKAFF_NOTICE_SERVICE_KEY=(set)" in shown.stdout
    assert "ANSKAFF_SMTP_PASSWORD=(set)" in shown.stdout
    assert "ANSKAFF_DEMO=true" in shown.stdout


def test_rules_are_listed_for_people_and_programs(anskaff: Anskaff) -> None:
    assert "T-ACT: " in anskaff("law", "rules").stdout
    rules = json.loads(anskaff("law", "rules", "--json", "--language", "en").stdout)
    assert {"id", "text", "source", "checked", "valid_from", "valid_to"} == set(rules[0])


def test_a_new_installation_gets_its_first_people(anskaff: Anskaff) -> None:
    assert anskaff("setup").returncode == 0
    assert anskaff("setup").returncode == 0
    add = ("organisation", "add", NUMBER, "Eksempel kommune", "--buyer", "other")
    assert anskaff(*add).returncode == 0
    again = anskaff(*add)
    assert again.returncode == 1
    assert NUMBER in again.stderr
    assert anskaff("organisation", "add", "123456789", "X").returncode == 1
    person = ("person", "add", "ada@example.org", "Ada", NUMBER, "procurement-officer")
    weak = anskaff(*person, typed="kort\n")
    assert weak.returncode == 1
    assert "Traceback" not in weak.stderr
    assert anskaff(*person, typed=PASSWORD).returncode == 0
    missing = anskaff("person", "add", "b@example.org", "B", "1", "leader", typed=PASSWORD)
    assert missing.returncode == 2
    (listed,) = json.loads(anskaff("person", "list", "--json").stdout)
    assert listed["email"] == "ada@example.org"
    assert anskaff("log", "verify").returncode == 0


@pytest.mark.standards
def test_a_notice_becomes_a_case_and_a_wrong_file_does_not(
    anskaff: Anskaff, tmp_path: Path
) -> None:
    anskaff("setup")
    (tmp_path / "wrong.xml").write_text("<not-a-notice/>")
    nobody = anskaff("case", "import", str(NOTICE))
    assert nobody.returncode == 2
    assert "anskaff person add" in nobody.stderr
    anskaff("organisation", "add", NUMBER, "Eksempel kommune", "--buyer", "other")
    anskaff(
        *("person", "add", "ada@example.org", "Ada", NUMBER, "procurement-officer"),
        typed=PASSWORD,
    )
    done = anskaff("case", "import", str(NOTICE), "wrong.xml", "--json")
    assert done.returncode == 1
    first, second = json.loads(done.stdout)
    assert set(first) == {"file", "case", "findings", "unread"}
    assert re.fullmatch(r"\d{4}/\d+", first["case"])
    assert second["case"] is None
    assert second["findings"][0]["code"]
    stranger = anskaff("case", "import", str(NOTICE), "--as", "eve@example.org")
    assert stranger.returncode == 2
    gone = anskaff("case", "import", "gone.xml")
    assert gone.returncode == 3
    assert "gone.xml" in gone.stderr


@pytest.mark.parametrize("byte", [b"\x41", b"\xff"])
def test_a_changed_byte_in_the_database_is_found_and_named(
    anskaff: Anskaff, tmp_path: Path, byte: bytes
) -> None:
    anskaff("setup")
    for serial in (7, 8, 9):
        anskaff("organisation", "add", organisation_number(serial), f"Bygd {serial}", "--supplier")
    path = tmp_path / "data/anskaff.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (body,) = database.execute('select body from records_logentry where "index" = 1').fetchone()
    database.close()
    content = path.read_bytes()
    place = content.index(body.encode()) + body.index("Bygd")
    path.write_bytes(content[:place] + byte + content[place + 1 :])
    done = anskaff("log", "verify", "--json")
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert (told["holds"], told["wrong_entry"]) == (False, 1)
    words = anskaff("log", "verify")
    assert words.returncode == 1
    assert "entry 1" in words.stderr


def test_recompute_and_verify_say_what_is_wrong_with_a_file(
    anskaff: Anskaff, tmp_path: Path
) -> None:
    (tmp_path / "f.json").write_text("{}")
    for words in (
        ("award", "recompute", "f.json"),
        ("award", "recompute", "f.json", "--json"),
        ("verify", "f.json", "--checkpoint", "f.json"),
        ("verify", "f.json", "--checkpoint", "f.json", "--json", "--key", "x"),
    ):
        done = anskaff(*words)
        assert done.returncode == 1, done.stderr
        assert "Traceback" not in done.stderr
        if "--json" in words:
            assert json.loads(done.stdout)["findings"]
    assert anskaff("verify", "gone.json", "--checkpoint", "f.json").returncode == 3
    assert anskaff("award", "recompute", ".").returncode == 3


def test_verify_loads_no_django(tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text("{}")
    script = (
        "import sys; from typer.testing import CliRunner; from anskaff.cli.main import app; "
        "done = CliRunner().invoke(app, ['verify', 'f.json', '--checkpoint', 'f.json']); "
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('django', 'ninja')]; "
        "print(done.exit_code, loaded)"
    )
    env = {name: value for name, value in os.environ.items() if "ANSKAFF" not in name}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "1 []"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f.json"]


def test_the_worker_stops_when_asked(anskaff: Anskaff, tmp_path: Path) -> None:
    anskaff("setup")
    worker = subprocess.Popen(
        [Path(sys.executable).with_name("anskaff"), "work"],
        cwd=tmp_path,
        env={**os.environ, "ANSKAFF_DATA_DIR": str(tmp_path / "data")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        worker.wait(timeout=6)
    worker.terminate()
    assert worker.wait(timeout=30) == 0
