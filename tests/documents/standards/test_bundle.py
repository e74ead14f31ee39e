"""The bundle of official files: taken whole or not at all, and known again when changed."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from anskaff.documents.standards import bundle
from anskaff.documents.standards.bundle import Bundle, NotUsable, State, Taken
from anskaff.documents.standards.parts import PARTS, Part, hashed, tree_hash
from tests.conftest import STANDARDS

FILES = {"rules/a.sch": "<a/>", "rules/deep/b.sch": "<b/>", "rules/readme.txt": "not a rule"}


def a_folder(root: Path, files: Mapping[str, str] = FILES) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def known(source: Path, **traits: object) -> dict[str, Part]:
    """One part, which must be what now lies in a folder."""
    part = Part(
        name="rules",
        title="Rules",
        version="1",
        publisher="Somebody",
        folders=("rules",),
        suffixes=(".sch",),
    )
    part = replace(part, **traits)
    return {"rules": replace(part, hash=tree_hash(hashed(part, source)))}


def test_a_part_is_taken_in_whole_and_found_again(tmp_path: Path) -> None:
    source, place = a_folder(tmp_path / "source"), tmp_path / "bundle"
    parts = known(source)
    assert bundle.status(place, parts=parts)[0].state is State.MISSING
    [taken] = bundle.add(source, place, parts=parts).parts
    assert taken.taken is Taken.ADDED
    assert bundle.status(place, parts=parts)[0].state is State.PRESENT
    used = Bundle(place, parts)
    assert [used.file("rules", name).read_text() for name in ("a.sch", "deep/b.sch")] == [
        "<a/>",
        "<b/>",
    ]
    assert not (place / "rules/readme.txt").exists()
    assert bundle.add(source, place, parts=parts).parts[0].taken is Taken.ALREADY
    assert sorted(path.name for path in place.iterdir()) == [".parts", "rules"]


def test_a_part_that_is_not_what_we_know_is_not_taken_and_says_how_it_differs(
    tmp_path: Path,
) -> None:
    source, place = a_folder(tmp_path / "source"), tmp_path / "bundle"
    parts = known(source)
    (source / "rules/a.sch").write_text("<c/>")
    [taken] = bundle.add(source, place, parts=parts).parts
    assert taken.taken is Taken.CHANGED
    assert taken.differs == (
        "expected 2 files with 8 bytes, found 2 files with 8 bytes but other contents",
    )
    assert not place.exists()


def test_a_newer_part_replaces_a_damaged_one(tmp_path: Path) -> None:
    source, place = a_folder(tmp_path / "source"), tmp_path / "bundle"
    parts = known(source)
    a_folder(place, {"rules/a.sch": "<old/>", "rules/gone.sch": "<old/>"})
    assert bundle.add(source, place, parts=parts).parts[0].taken is Taken.ADDED
    assert not (place / "rules/gone.sch").exists()


def test_damage_is_told_by_the_names_of_the_files(tmp_path: Path) -> None:
    source, place = a_folder(tmp_path / "source"), tmp_path / "bundle"
    parts = known(source)
    bundle.add(source, place, parts=parts)
    (place / "rules/a.sch").write_text("<c/>")
    (place / "rules/deep/b.sch").unlink()
    for number in range(4):
        (place / f"rules/new-{number}.sch").write_text("<n/>")
    [status] = bundle.status(place, parts=parts)
    assert status.state is State.DAMAGED
    assert status.differs == (
        "missing: rules/deep/b.sch",
        "changed: rules/a.sch",
        "unknown: rules/new-0.sch",
        "unknown: rules/new-1.sch",
        "unknown: rules/new-2.sch",
        "and 1 more",
    )
    used = Bundle(place, parts)
    for _ in range(2):
        with pytest.raises(NotUsable, match="rules 1: damaged"):
            used.file("rules", "a.sch")


def test_a_list_that_someone_changed_is_not_believed(tmp_path: Path) -> None:
    source, place = a_folder(tmp_path / "source"), tmp_path / "bundle"
    parts = known(source)
    bundle.add(source, place, parts=parts)
    (place / "rules/a.sch").write_text("<longer/>")
    (place / ".parts/rules.tsv").write_text("nothing\nx\t1\trules/a.sch\n")
    [status] = bundle.status(place, parts=parts)
    assert status.differs == ("expected 2 files with 8 bytes, found 2 files with 13 bytes",)


def test_files_that_change_while_they_are_copied_are_not_taken(tmp_path: Path) -> None:
    source, place = a_folder(tmp_path / "source"), tmp_path / "bundle"
    parts = known(source)
    found = hashed(parts["rules"], source)
    (source / "rules/a.sch").write_text("<c/>")
    with pytest.raises(OSError, match="changed while they were copied"):
        bundle._copy(parts["rules"], found, source, place)
    assert list(place.iterdir()) == []


def test_what_no_part_claims_is_named(tmp_path: Path) -> None:
    source = a_folder(tmp_path / "source", {**FILES, "other/x": "", "note.md": "", ".hidden": ""})
    done = bundle.add(source, tmp_path / "bundle", parts=known(source))
    assert done.unknown == ("note.md", "other")
    assert done.with_result(Taken.MISSING) == ()


def test_a_shallow_part_leaves_the_folders_below_alone(tmp_path: Path) -> None:
    source = a_folder(tmp_path / "source")
    part = known(source, deep=False)["rules"]
    assert [path.name for path in part.files_in(source)] == ["a.sch"]
    chosen = known(source, only=("deep",))["rules"]
    assert [path.name for path in chosen.files_in(source)] == ["b.sch"]


def test_a_name_that_is_not_a_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(bundle.UnknownPart, match="nothing"):
        bundle.status(tmp_path, names=("nothing",))
    assert bundle.add(tmp_path, tmp_path / "b", names=("ubl-2.1",)).parts[0].taken is Taken.MISSING


def test_no_two_parts_share_a_folder() -> None:
    folders = [folder for part in PARTS.values() for folder in part.folders]
    assert not [
        (one, other)
        for one in folders
        for other in folders
        if one is not other and (f"{other}/").startswith(f"{one}/")
    ]


def test_every_part_has_a_hash() -> None:
    assert [part.name for part in PARTS.values() if not part.hash.sha256] == []


@pytest.mark.standards
def test_the_official_folder_holds_every_part_as_we_know_it() -> None:
    differing = [one for one in bundle.status(STANDARDS) if one.state is not State.PRESENT]
    assert [(one.part.name, one.differs) for one in differing] == []
