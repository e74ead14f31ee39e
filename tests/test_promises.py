"""What every room promises: public actions are deeds, queries take a viewer, all have words."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import anskaff
from anskaff.concepts.finding import FindingKind
from anskaff.records.deeds import Deed
from anskaff.records.notices import MessageKind
from anskaff.web.records import words

ROOMS = ("records", "parties", "notices", "competition")
WITHOUT_VIEWER = {
    "anskaff.notices.queries.watching.followed_name": "the signed link in the letter is the key",
    "anskaff.parties.queries.actor_for": "makes the viewer",
    "anskaff.parties.queries.invitation": "the secret in the letter is the permission",
    "anskaff.parties.queries.people": "for the command line and the demo login, not for viewers",
    "anskaff.parties.queries.procurement_officer": "makes the actor of the command line",
    "anskaff.parties.queries.organisation_with_number": "numbers are public",
    "anskaff.parties.queries.organisation_names": "names of organisations are public",
    "anskaff.parties.queries.names": "ids come from a query that took a viewer",
    "anskaff.parties.queries.language_of": "for a letter to that person only",
    "anskaff.parties.queries.recipients": "for letters, never shown",
    "anskaff.parties.queries.people_in": "for letters, never shown",
    "anskaff.parties.queries.officer_keys_of": "sealing needs them; the deeds that seal ask",
}
BESIDE_DEEDS = {
    "anskaff.competition.actions.preparing.begin_case": "shared by two deeds that make a case",
}


def modules(*kinds: str) -> Iterator[ModuleType]:
    """Modules of the rooms that are, or lie in, a module called one of `kinds`."""
    for room in ROOMS:
        package = importlib.import_module(f"anskaff.{room}")
        for found in pkgutil.walk_packages(package.__path__, f"anskaff.{room}."):
            if set(found.name.split(".")) & set(kinds):
                yield importlib.import_module(found.name)


def defined(module: ModuleType) -> Iterator[tuple[str, object]]:
    """Public names that the module itself defines."""
    for name, value in vars(module).items():
        at_home = getattr(value, "__module__", "") == module.__name__
        if not name.startswith("_") and at_home:
            yield name, value


def keywords_of(function: FunctionType) -> set[str]:
    """Names of parameters that must be given by keyword."""
    parameters = inspect.signature(function).parameters.values()
    return {one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY}


ACTIONS = {module.__name__: module for module in modules("actions")}
QUERIES = {module.__name__: module for module in modules("queries")}


@pytest.mark.parametrize("name", ACTIONS)
def test_every_public_action_is_a_deed_and_in_its_rooms_tuple(name: str) -> None:
    """An action takes by= and at=, by keyword; what does not is a part that deeds share."""
    listed = {one for room in words.ROOMS_OF_DEEDS for one in room.DEEDS}
    for function, value in defined(ACTIONS[name]):
        if isinstance(value, FunctionType) and {"by", "at"} <= keywords_of(value):
            assert f"{name}.{function}" in BESIDE_DEEDS, f"{function} is no deed"
        if isinstance(value, Deed):
            assert value in listed, f"{function} is not in DEEDS, or its module not in words.py"


def test_deeds_have_different_names_that_begin_with_their_room() -> None:
    deeds = [one for room in words.ROOMS_OF_DEEDS for one in room.DEEDS]
    assert len({one.name for one in deeds}) == len(deeds)
    for one in deeds:
        assert one.name.split(".")[0] == one.__module__.split(".")[1]


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_takes_a_viewer_or_says_why_not(name: str) -> None:
    for function, value in defined(QUERIES[name]):
        if isinstance(value, FunctionType) and "viewer" not in inspect.signature(value).parameters:
            assert f"{name}.{function}" in WITHOUT_VIEWER, f"{name}.{function}"


def test_the_list_of_exceptions_holds_only_what_exists() -> None:
    for address in WITHOUT_VIEWER:
        module, _, function = address.rpartition(".")
        assert "viewer" not in inspect.signature(getattr(QUERIES[module], function)).parameters


def test_every_kind_of_message_can_be_shown_and_chosen() -> None:
    known = {kind.code for kind in words.message_kinds()}
    found: set[str] = set()
    for room in ROOMS:
        package = importlib.import_module(f"anskaff.{room}")
        for one in pkgutil.walk_packages(package.__path__, f"anskaff.{room}."):
            if ".migrations" not in one.name:
                module = importlib.import_module(one.name)
                found |= {v.code for v in vars(module).values() if isinstance(v, MessageKind)}
    assert found == known


def test_no_code_is_declared_twice() -> None:
    """A finding or message means one thing wherever its code is met."""
    declared: dict[str, list[str]] = {}
    source = Path(anskaff.__path__[0])
    for path in source.rglob("*.py"):
        for code, line in _codes_in(path):
            declared.setdefault(code, []).append(f"{path.relative_to(source)}:{line}")
    assert len(declared) > 300
    assert {code: places for code, places in declared.items() if len(places) > 1} == {}


def _codes_in(path: Path) -> Iterator[tuple[str, int]]:
    """The codes that a file declares, each with its line."""
    kinds = {FindingKind.__name__, MessageKind.__name__}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
            for keyword in node.keywords:
                if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value), node.lineno


def test_the_package_has_no_room_without_a_name() -> None:
    nameless = {"utils", "helpers", "common", "core", "services", "base", "misc"}
    for found in pkgutil.walk_packages(anskaff.__path__, "anskaff."):
        assert not set(found.name.split(".")) & nameless, found.name
