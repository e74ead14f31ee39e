"""CPV from the bundle: names, the tree, and search by words and digits."""

from pathlib import Path

import pytest

from anskaff.documents.vocabularies import cpv
from anskaff.documents.vocabularies.tree import Tree
from tests.conftest import STANDARDS


@pytest.fixture
def tree() -> Tree:
    return cpv.tree(STANDARDS)


def test_without_the_bundle_the_vocabulary_is_empty_and_still_answers(tmp_path: Path) -> None:
    empty = cpv.tree(tmp_path)
    assert not empty
    assert empty.label("39130000") is None
    assert (empty.search("kontor"), empty.above("39130000"), empty.roots) == ((), (), ())


@pytest.mark.parametrize(
    "odd", ["", "3913", "391300000", "39130000-", "39130000-12", "kontor", "٣٩"]
)
def test_what_is_no_number_is_none(odd: str) -> None:
    assert cpv.number(odd) is None


@pytest.mark.standards
def test_every_code_but_the_divisions_is_under_one_it_narrows(tree: Tree) -> None:
    assert len(tree.names) == 9_454
    assert all(code.endswith("000000") for code in tree.roots)
    for code in tree.names:
        assert set(tree.above(code)) <= cpv.covered(code) - {code}
        assert all(code.startswith(cpv.prefix(wider)) for wider in tree.above(code))
    assert sum(len(tree.below(code)) for code in tree.names) + len(tree.roots) == 9_454


@pytest.mark.standards
@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("kontormøbler", "39130000"),
        ("KONTORMØBLER", "39130000"),
        ("office furniture", "39130000"),
        ("kontorm", "39130000"),
        ("kontor", "30000000"),
        ("møbler", "39100000"),
        ("it-tjenester", "72222300"),
        ("39130000", "39130000"),
        ("39130000-2", "39130000"),
        ("brøyting", "90620000"),
    ],
)
def test_the_best_answer_comes_first(tree: Tree, asked: str, first: str) -> None:
    assert tree.search(cpv.number(asked) or asked)[0] == first


@pytest.mark.standards
def test_all_words_must_be_there_and_digits_narrow(tree: Tree) -> None:
    assert tree.search("kontormøbler zzz") == ()
    assert tree.search(" - ") == ()
    assert len(tree.search("tjenester", most=7)) == 7
    assert all(code.startswith("3913") for code in tree.search("3913"))
