"""The Merkle tree of RFC 6962 and RFC 9162, over stored hashes of complete subtrees.

`node(level, position)` reads the hash over the leaves `position * 2**level` up to, and not with,
`(position + 1) * 2**level`. Level 0 holds the leaf hashes. Only complete subtrees are ever read, so
a stored node never changes, and a proof reads at most about `2 * log2(size)` of them.

>>> stored: dict[tuple[int, int], bytes] = {}
>>> def node(level: int, position: int) -> bytes:
...     return stored[level, position]
>>> for size, entry in enumerate([b"plan", b"notice", b"award"]):
...     for new in append(size, leaf_hash(entry), node):
...         stored[new.level, new.position] = new.hash
>>> proof = inclusion_proof(1, 3, node)
>>> verify_inclusion(1, 3, leaf_hash(b"notice"), proof, root(3, node))
True
>>> verify_inclusion(1, 3, leaf_hash(b"Notice"), proof, root(3, node))
False
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

Node = Callable[[int, int], bytes]

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


class StoredNode(NamedTuple):
    """The hash of one complete subtree, as a room stores it."""

    level: int
    position: int
    hash: bytes


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 || entry) (RFC 6962 § 2.1)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right) (RFC 6962 § 2.1)."""
    return sha256(b"\x01" + left + right).digest()


def append(size: int, leaf: bytes, node: Node) -> tuple[StoredNode, ...]:
    """The nodes to store when a leaf hash is added to a tree of `size` leaves.

    The leaf itself comes first, then each subtree that it completes, lowest first. Reads one left
    sibling per completed subtree: two nodes are stored per leaf on average.
    """
    added = [StoredNode(0, size, leaf)]
    while added[-1].position & 1:
        level, position, right = added[-1]
        whole = node_hash(node(level, position - 1), right)
        added.append(StoredNode(level + 1, position >> 1, whole))
    return tuple(added)


def root(size: int, node: Node) -> bytes:
    """The root over the first `size` leaves; `EMPTY_ROOT` for none."""
    return _subtree(0, size, node) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, node: Node) -> tuple[bytes, ...]:
    """The sibling hashes from leaf `index` up to the root of `size` leaves (RFC 6962 § 2.1.1).

    Raises:
        ValueError: the leaf is not in a tree of that size.
    """
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    begin, end = 0, size
    proof: list[bytes] = []
    while end - begin > 1:
        middle = begin + _left_size(end - begin)
        if index < middle:
            proof.append(_subtree(middle, end, node))
            end = middle
        else:
            proof.append(_subtree(begin, middle, node))
            begin = middle
    return tuple(reversed(proof))


def consistency_proof(old: int, new: int, node: Node) -> tuple[bytes, ...]:
    """The hashes that show that `new` leaves begin with the `old` ones (RFC 6962 § 2.1.2).

    Empty when the sizes are equal or the old tree is empty: then nothing needs proof.

    Raises:
        ValueError: the old tree is larger than the new one.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {old} cannot have grown to {new}")
    if old in (0, new):
        return ()
    begin, end = 0, new
    proof: list[bytes] = []
    while end != old:
        middle = begin + _left_size(end - begin)
        if old <= middle:
            proof.append(_subtree(middle, end, node))
            end = middle
        else:
            proof.append(_subtree(begin, middle, node))
            begin = middle
    if begin:
        proof.append(_subtree(begin, end, node))
    return tuple(reversed(proof))


def verify_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], expected_root: bytes
) -> bool:
    """Whether `leaf` (a leaf hash) stands at `index` under the root (RFC 9162 § 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    first, last, reached = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if first & 1 or first == last:
            reached = node_hash(sibling, reached)
            first, last = _up_to_right_child(first, last)
        else:
            reached = node_hash(reached, sibling)
        first, last = first >> 1, last >> 1
    return last == 0 and reached == expected_root


def verify_consistency(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the new tree begins with all leaves of the old one (RFC 9162 § 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        same = old_root == (EMPTY_ROOT if old == 0 else new_root)
        return same and not proof and (new > 0 or new_root == EMPTY_ROOT)
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path:
        return False
    first, last = old - 1, new - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    old_reached = new_reached = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            old_reached = node_hash(sibling, old_reached)
            new_reached = node_hash(sibling, new_reached)
            first, last = _up_to_right_child(first, last)
        else:
            new_reached = node_hash(new_reached, sibling)
        first, last = first >> 1, last >> 1
    return last == 0 and old_reached == old_root and new_reached == new_root


class RootBuilder:
    """Roots over a stream of leaf hashes, in one pass, keeping one hash per set bit of the size.

    >>> builder = RootBuilder()
    >>> for entry in (b"plan", b"notice", b"award"):
    ...     builder.add(leaf_hash(entry))
    >>> builder.size, len(builder.root()), RootBuilder().root() == EMPTY_ROOT
    (3, 32, True)
    """

    __slots__ = ("_complete", "size")

    def __init__(self) -> None:
        self.size = 0
        self._complete: list[bytes] = []

    @classmethod
    def after(cls, size: int, node: Node) -> "RootBuilder":
        """A builder that goes on after the first `size` leaves of a stored tree."""
        builder = cls()
        builder.size = size
        builder._complete = [node(*place) for place in _complete_subtrees(0, size)]
        return builder

    def add(self, leaf: bytes) -> None:
        """Add the next leaf hash."""
        complete, carried, size = self._complete, leaf, self.size
        while size & 1:
            carried = node_hash(complete.pop(), carried)
            size >>= 1
        complete.append(carried)
        self.size += 1

    def root(self) -> bytes:
        """The root over what was added so far; adding may go on afterwards."""
        return _joined(self._complete) if self._complete else EMPTY_ROOT


def _up_to_right_child(first: int, last: int) -> tuple[int, int]:
    """Skip the levels at which the node has no sibling (step 4.2 of both verifications)."""
    while first and not first & 1:
        first, last = first >> 1, last >> 1
    return first, last


def _left_size(size: int) -> int:
    """The largest power of two below `size` (k in RFC 6962)."""
    return 1 << ((size - 1).bit_length() - 1)


def _subtree(begin: int, end: int, node: Node) -> bytes:
    return _joined([node(*place) for place in _complete_subtrees(begin, end)])


def _complete_subtrees(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """(level, position) of the complete subtrees that fill the range, largest and leftmost first.

    `begin` is a multiple of the largest one, as it is wherever RFC 6962 splits.
    """
    while begin < end:
        level = (end - begin).bit_length() - 1
        yield level, begin >> level
        begin += 1 << level


def _joined(complete: Sequence[bytes]) -> bytes:
    reached = complete[-1]
    for left in reversed(complete[:-1]):
        reached = node_hash(left, reached)
    return reached
