"""The house keeps its promises: every room is on the map, every name has a home."""

import ast
import configparser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/anskaff"
HOMELESS = {"utils", "common", "helpers", "core", "services", "base", "misc", "manager"}


def test_every_room_is_placed_on_the_map() -> None:
    map_ = configparser.ConfigParser()
    map_.read(ROOT / ".importlinter")
    layers = map_["importlinter:contract:storeys"]["layers"]
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    placed = {word.split(".")[1] for word in layers.replace("|", " ").replace(":", " ").split()}
    assert rooms == placed


def test_no_folder_or_file_hides_what_it_is() -> None:
    names = {path.stem for path in SOURCE.rglob("*.py")} | {
        path.parent.name for path in SOURCE.rglob("__init__.py")
    }
    assert names & HOMELESS == set()


def test_no_money_or_points_are_floats() -> None:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.AnnAssign):
                assert ast.unparse(node.annotation) != "float", f"{path}:{node.lineno}"


def test_files_stay_readable() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts
        and (lines := len(path.read_text().splitlines())) > 700  # 400 is the aim; 700 is a stop
    }
    assert long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []
