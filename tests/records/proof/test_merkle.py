from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.records.proof.merkle import (
    EMPTY_ROOT,
    RootBuilder,
    append,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

# The eight entries of the Certificate Transparency reference tests and the roots of sizes 1 to 8.
REFERENCE_ENTRIES = [
    bytes.fromhex(entry)
    for entry in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
REFERENCE_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
MOST = 300
SIZES = st.integers(0, MOST)


class Stored:
    """A tree as a room stores it, which counts what is read."""

    def __init__(self, entries: list[bytes]) -> None:
        self.nodes: dict[tuple[int, int], bytes] = {}
        self.reads = 0
        for size, entry in enumerate(entries):
            for new in append(size, leaf_hash(entry), self.node):
                assert (new.level, new.position) not in self.nodes
                self.nodes[new.level, new.position] = new.hash

    def node(self, level: int, position: int) -> bytes:
        self.reads += 1
        return self.nodes[level, position]


ENTRIES = [index.to_bytes(4, "big") for index in range(MOST)]
STORED = Stored(ENTRIES)


@cache
def naive_root(begin: int, end: int) -> bytes:
    """MTH of RFC 6962 § 2.1, word for word."""
    if end == begin:
        return sha256(b"").digest()
    if end - begin == 1:
        return leaf_hash(ENTRIES[begin])
    k = 1
    while k * 2 < end - begin:
        k *= 2
    return node_hash(naive_root(begin, begin + k), naive_root(begin + k, end))


def naive_path(m: int, begin: int, end: int) -> list[bytes]:
    """PATH of RFC 6962 § 2.1.1."""
    if end - begin == 1:
        return []
    k = 1
    while k * 2 < end - begin:
        k *= 2
    if m < k:
        return [*naive_path(m, begin, begin + k), naive_root(begin + k, end)]
    return [*naive_path(m - k, begin + k, end), naive_root(begin, begin + k)]


def naive_subproof(m: int, begin: int, end: int, *, whole: bool) -> list[bytes]:
    """SUBPROOF of RFC 6962 § 2.1.2."""
    if m == end - begin:
        return [] if whole else [naive_root(begin, end)]
    k = 1
    while k * 2 < end - begin:
        k *= 2
    if m <= k:
        return [*naive_subproof(m, begin, begin + k, whole=whole), naive_root(begin + k, end)]
    rest = naive_subproof(m - k, begin + k, end, whole=False)
    return [*rest, naive_root(begin, begin + k)]


def test_roots_are_those_of_the_reference_tree() -> None:
    stored, builder = Stored(REFERENCE_ENTRIES), RootBuilder()
    for size, expected in enumerate(REFERENCE_ROOTS, start=1):
        builder.add(leaf_hash(REFERENCE_ENTRIES[size - 1]))
        assert root(size, stored.node).hex() == expected
        assert builder.root().hex() == expected
    assert root(0, stored.node).hex() == sha256(b"").hexdigest()


@given(SIZES)
def test_roots_are_those_of_the_naive_definition(size: int) -> None:
    builder = RootBuilder()
    for entry in ENTRIES[:size]:
        builder.add(leaf_hash(entry))
    assert root(size, STORED.node) == builder.root() == naive_root(0, size)


@given(SIZES, SIZES)
def test_a_builder_goes_on_from_a_stored_tree(size: int, more: int) -> None:
    builder = RootBuilder.after(size, STORED.node)
    for entry in ENTRIES[size:more]:
        builder.add(leaf_hash(entry))
    assert builder.root() == naive_root(0, max(size, more))


@given(SIZES, SIZES)
def test_inclusion_proofs_are_those_of_the_naive_definition(index: int, size: int) -> None:
    if index >= size:
        with pytest.raises(ValueError, match="not in a tree"):
            inclusion_proof(index, size, STORED.node)
        return
    proof = inclusion_proof(index, size, STORED.node)
    assert list(proof) == naive_path(index, 0, size)
    assert verify_inclusion(index, size, leaf_hash(ENTRIES[index]), proof, naive_root(0, size))


@given(SIZES, SIZES)
def test_consistency_proofs_are_those_of_the_naive_definition(old: int, new: int) -> None:
    if old > new:
        with pytest.raises(ValueError, match="cannot have grown"):
            consistency_proof(old, new, STORED.node)
        return
    proof = consistency_proof(old, new, STORED.node)
    if old:
        assert list(proof) == naive_subproof(old, 0, new, whole=True)
    assert verify_consistency(old, new, naive_root(0, old), naive_root(0, new), proof)


@given(st.data())
def test_a_changed_inclusion_proof_does_not_verify(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, MOST))
    index = data.draw(st.integers(0, size - 1))
    proof = list(inclusion_proof(index, size, STORED.node))
    leaf, top = leaf_hash(ENTRIES[index]), naive_root(0, size)
    assert not verify_inclusion(index, size, leaf_hash(b"other"), proof, top)
    assert not verify_inclusion(index, size, leaf, [*proof, top], top)
    assert not verify_inclusion(-1, size, leaf, proof, top)
    assert not verify_inclusion(size, size, leaf, proof, top)
    other = data.draw(st.integers(0, size - 1))
    assert verify_inclusion(other, size, leaf, proof, top) == (other == index)
    if proof:
        assert not verify_inclusion(index, size, leaf, proof[:-1], top)
        at = data.draw(st.integers(0, len(proof) - 1))
        proof[at] = sha256(proof[at]).digest()
        assert not verify_inclusion(index, size, leaf, proof, top)


@given(st.data())
def test_a_changed_consistency_proof_does_not_verify(data: st.DataObject) -> None:
    new = data.draw(st.integers(2, MOST))
    old = data.draw(st.integers(1, new - 1))
    proof = list(consistency_proof(old, new, STORED.node))
    before, after = naive_root(0, old), naive_root(0, new)
    assert not verify_consistency(old, new, leaf_hash(b"x"), after, proof)
    assert not verify_consistency(old, new, before, leaf_hash(b"x"), proof)
    assert not verify_consistency(old, new, before, after, proof[:-1])
    assert not verify_consistency(old, new, before, after, [*proof, after])
    assert not verify_consistency(old, new, before, after, [])
    assert not verify_consistency(new, old, after, before, proof)
    at = data.draw(st.integers(0, len(proof) - 1))
    proof[at] = sha256(proof[at]).digest()
    assert not verify_consistency(old, new, before, after, proof)


@pytest.mark.parametrize(
    ("old", "new", "old_root", "new_root", "proof", "answer"),
    [
        (0, 0, EMPTY_ROOT, EMPTY_ROOT, (), True),
        (0, 0, EMPTY_ROOT, leaf_hash(b""), (), False),
        (0, 3, EMPTY_ROOT, leaf_hash(b""), (), True),
        (0, 3, leaf_hash(b""), leaf_hash(b""), (), False),
        (3, 3, leaf_hash(b"a"), leaf_hash(b"a"), (), True),
        (3, 3, leaf_hash(b"a"), leaf_hash(b"b"), (), False),
        (3, 3, leaf_hash(b"a"), leaf_hash(b"a"), (leaf_hash(b"a"),), False),
        (-1, 3, EMPTY_ROOT, leaf_hash(b""), (), False),
    ],
)
def test_equal_and_empty_trees(
    *, old: int, new: int, old_root: bytes, new_root: bytes, proof: tuple[bytes, ...], answer: bool
) -> None:
    assert verify_consistency(old, new, old_root, new_root, proof) is answer


def test_a_proof_in_a_large_tree_reads_few_nodes() -> None:
    size, reads = 3 * 10**18 + 12_345, 0

    def node(level: int, position: int) -> bytes:
        nonlocal reads
        reads += 1
        assert (position + 1) << level <= size
        return sha256(f"{level}/{position}".encode()).digest()

    for index in (0, size // 2, size - 1):
        reads = 0
        assert len(inclusion_proof(index, size, node)) <= size.bit_length()
        assert reads <= 2 * size.bit_length()
    reads = 0
    consistency_proof(size // 3, size, node)
    assert reads <= 3 * size.bit_length()


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=8), st.integers(), st.integers())
def test_any_proof_is_answered(proof: list[bytes], first: int, second: int) -> None:
    verify_inclusion(first, second, EMPTY_ROOT, proof, EMPTY_ROOT)
    verify_consistency(first, second, EMPTY_ROOT, EMPTY_ROOT, proof)
