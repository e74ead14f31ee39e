"""NUTS from the bundle: Norway's regions as a tree."""

from pathlib import Path

import pytest

from anskaff.documents.vocabularies import nuts
from tests.conftest import STANDARDS


def test_without_the_bundle_there_are_no_regions(tmp_path: Path) -> None:
    assert not nuts.tree(tmp_path)


@pytest.mark.standards
def test_norway_is_a_tree_with_names() -> None:
    tree = nuts.tree(STANDARDS)
    assert "NO" in tree.roots
    assert all(len(code) == nuts.COUNTRY for code in tree.roots)
    assert tree.above("NO081") == ("NO", "NO0", "NO08")
    oslo = tree.label("NO081")
    assert oslo is not None
    assert oslo.nb == oslo.en == "Oslo"
    assert tree.search("oslo")[0] == "NO081"
    assert "NO0A2" in tree.search("vestland")
