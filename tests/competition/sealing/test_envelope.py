from contextlib import suppress
from dataclasses import replace
from hashlib import shake_256
from io import BytesIO
from itertools import combinations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from anskaff.competition.sealing.envelope import (
    Binding,
    SealedEnvelope,
    Sealing,
    combine,
    open_share,
    seal,
    unseal,
)
from anskaff.competition.sealing.officer_keys import OfficerPrivateKey, OfficerPublicKey
from anskaff.competition.sealing.shamir import Share
from anskaff.concepts.errors import Conflict, Invalid, Unreadable
from anskaff.concepts.words import LANGUAGES
from anskaff.records.proof.canonical import Json, canonical_bytes, read_json

BINDING = Binding(
    competition="2026/1042", lot="LOT-1", tender="77", version=1, bidder="supplier-31"
)
CONTENT = b'{"price":"1 234 567,50 kr"}'


class Fixed:
    """Bytes that look random and are the same every time."""

    def __init__(self, seed: bytes) -> None:
        self.seed = seed
        self.used = 0

    def __call__(self, length: int) -> bytes:
        self.used += length
        return shake_256(self.seed).digest(self.used)[-length:]


def officer(number: int) -> OfficerPrivateKey:
    return OfficerPrivateKey(
        f"officer-{number}", X25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    )


OFFICERS = [officer(number) for number in (1, 2, 3)]


def public(key: OfficerPrivateKey) -> OfficerPublicKey:
    return OfficerPublicKey(key.officer, key.public)


def sealed(
    content: bytes = CONTENT, *, binding: Binding = BINDING, threshold: int = 2, seed: bytes = b"a"
) -> tuple[Sealing, bytes]:
    target = BytesIO()
    made = seal(
        content,
        target,
        binding=binding,
        officers=[public(key) for key in OFFICERS],
        threshold=threshold,
        random=Fixed(seed),
    )
    return made, target.getvalue()


def shares_of(made: Sealing, keys: list[OfficerPrivateKey]) -> list[Share]:
    return [open_share(made.envelope, key, binding=made.envelope.binding) for key in keys]


def content_key(made: Sealing) -> bytes:
    return combine(made.envelope, shares_of(made, OFFICERS[:2]), made.platform_part)


def code(error: pytest.ExceptionInfo[Unreadable] | pytest.ExceptionInfo[Conflict]) -> str:
    (finding,) = error.value.findings
    for language in LANGUAGES:
        assert finding.text(language)
        assert finding.cure(language)
    return finding.code


@given(content=st.binary(max_size=3000), threshold=st.integers(1, 3))
def test_any_quorum_of_officers_with_the_platform_opens(content: bytes, threshold: int) -> None:
    made, stream = sealed(content, threshold=threshold)
    for quorum in combinations(OFFICERS, threshold):
        key = combine(made.envelope, shares_of(made, list(quorum)), made.platform_part)
        reader = unseal(made.envelope, BytesIO(stream), key=key, binding=BINDING)
        assert reader.content() == content


def test_too_few_officers_are_refused() -> None:
    made, _ = sealed(threshold=3)
    one = shares_of(made, OFFICERS[:1])
    with pytest.raises(Conflict) as error:
        combine(made.envelope, one * 3, made.platform_part)
    assert code(error) == "envelope-too-few-shares"


def test_all_officers_without_the_platforms_part_cannot_open() -> None:
    made, _ = sealed()
    for guess in (bytes(32), b"", b"\xff" * 32):
        with pytest.raises(Unreadable) as error:
            combine(made.envelope, shares_of(made, OFFICERS), guess)
        assert code(error) == "envelope-shares-do-not-fit"


def test_a_wrong_share_is_found_before_anything_is_decrypted() -> None:
    made, _ = sealed()
    first, second = shares_of(made, OFFICERS[:2])
    wrong = Share(second.number, bytes(32))
    with pytest.raises(Unreadable) as error:
        combine(made.envelope, [first, wrong], made.platform_part)
    assert code(error) == "envelope-shares-do-not-fit"


@pytest.mark.parametrize(
    "other",
    [
        replace(BINDING, competition="2026/1043"),
        replace(BINDING, lot="LOT-2"),
        replace(BINDING, tender="78"),
        replace(BINDING, version=2),
        replace(BINDING, bidder="supplier-32"),
    ],
)
def test_nothing_opens_under_another_binding(other: Binding) -> None:
    made, stream = sealed()
    with pytest.raises(Unreadable) as error:
        open_share(made.envelope, OFFICERS[0], binding=other)
    assert code(error) == "envelope-of-another-tender"
    moved = replace(made.envelope, binding=other)
    with pytest.raises(Unreadable) as error:
        open_share(moved, OFFICERS[0], binding=other)
    assert code(error) == "envelope-share-damaged"
    with pytest.raises(Unreadable) as error:
        unseal(moved, BytesIO(stream), key=content_key(made), binding=other)
    assert code(error) == "sealed-key-or-binding-wrong"


def test_swapped_content_is_found() -> None:
    made, _ = sealed(seed=b"a")
    _, other_stream = sealed(seed=b"b")
    with pytest.raises(Unreadable) as error:
        unseal(made.envelope, BytesIO(other_stream), key=content_key(made), binding=BINDING)
    assert code(error) == "envelope-content-differs"


def test_shares_of_another_sealing_of_the_same_tender_do_not_open() -> None:
    made, _ = sealed(seed=b"a")
    other, _ = sealed(seed=b"b")
    mixed = replace(made.envelope, shares=other.envelope.shares)
    with pytest.raises(Unreadable) as error:
        open_share(mixed, OFFICERS[0], binding=BINDING)
    assert code(error) == "envelope-share-damaged"


def test_a_lowered_threshold_opens_nothing() -> None:
    made, _ = sealed(threshold=2)
    lowered = replace(made.envelope, threshold=1)
    with pytest.raises(Unreadable) as error:
        open_share(lowered, OFFICERS[0], binding=BINDING)
    assert code(error) == "envelope-share-damaged"
    with pytest.raises(Unreadable) as error:
        combine(lowered, shares_of(made, OFFICERS[:1]), made.platform_part)
    assert code(error) == "envelope-shares-do-not-fit"


def test_a_stranger_has_no_share() -> None:
    made, _ = sealed()
    with pytest.raises(Unreadable) as error:
        open_share(made.envelope, officer(9), binding=BINDING)
    assert code(error) == "envelope-no-share-for-officer"


@given(st.data())
def test_any_changed_byte_of_the_stream_is_found(data: st.DataObject) -> None:
    made, stream = sealed()
    changed = bytearray(stream)
    changed[data.draw(st.integers(0, len(stream) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Unreadable) as error:
        unseal(made.envelope, BytesIO(changed), key=content_key(made), binding=BINDING)
    assert code(error) == "envelope-content-differs"


@given(st.data())
def test_any_changed_byte_of_the_envelope_is_found_or_harmless(data: st.DataObject) -> None:
    made, stream = sealed()
    written = bytearray(made.envelope.as_bytes())
    written[data.draw(st.integers(0, len(written) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        read = SealedEnvelope.from_bytes(bytes(written))
        shares = [open_share(read, key, binding=BINDING) for key in OFFICERS[:2]]
        key = combine(read, shares, made.platform_part)
        content = unseal(read, BytesIO(stream), key=key, binding=BINDING).content()
    except Unreadable:
        return
    assert content == CONTENT


@given(st.binary(max_size=200))
def test_other_bytes_are_no_envelope(written: bytes) -> None:
    with pytest.raises(Unreadable) as error:
        SealedEnvelope.from_bytes(written)
    assert code(error) == "envelope-unreadable"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 300) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(name=st.sampled_from(["binding", "threshold", "header", "shares", "sealed_bytes"]), to=JSON)
def test_any_json_in_any_field_is_no_envelope(name: str, to: Json) -> None:
    made, _ = sealed()
    parts = read_json(made.envelope.as_bytes())
    assert isinstance(parts, dict)
    changed = canonical_bytes({**parts, name: to})
    with suppress(Unreadable, Conflict):
        read = SealedEnvelope.from_bytes(changed)
        open_share(read, OFFICERS[0], binding=BINDING)
        combine(read, shares_of(made, OFFICERS), made.platform_part)


def test_an_envelope_reads_back_as_it_was_written() -> None:
    made, stream = sealed()
    assert SealedEnvelope.from_bytes(made.envelope.as_bytes()) == made.envelope
    assert made.envelope.sealed_bytes == len(stream)


def test_neither_envelope_nor_stream_nor_repr_shows_a_secret() -> None:
    made, stream = sealed()
    key = content_key(made)
    stored = made.envelope.as_bytes() + stream + repr(made).encode() + repr(OFFICERS).encode()
    for secret in (key, made.platform_part, CONTENT, OFFICERS[0].private.private_bytes_raw()):
        for form in (secret, secret.hex().encode(), repr(secret).encode()):
            assert form not in stored


@pytest.mark.parametrize(
    ("keys", "threshold"),
    [([], 1), ([1], 2), ([1, 1], 1), ([1, 2], 0), (list(range(1, 18)), 2)],
)
def test_an_impossible_quorum_is_refused(keys: list[int], threshold: int) -> None:
    with pytest.raises(Invalid) as error:
        seal(
            b"",
            BytesIO(),
            binding=BINDING,
            officers=[public(officer(number)) for number in keys],
            threshold=threshold,
            random=Fixed(b""),
        )
    assert error.value.findings[0].code == "sealing-quorum-impossible"
