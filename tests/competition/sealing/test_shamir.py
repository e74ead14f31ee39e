import os
from collections import Counter
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.competition.sealing.shamir import Share, join, multiply, split

SECRETS = st.binary(min_size=1, max_size=40)


@given(SECRETS, st.data())
def test_any_k_of_n_shares_give_the_secret(secret: bytes, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 8))
    threshold = data.draw(st.integers(1, count))
    shares = split(secret, threshold=threshold, count=count, random=os.urandom)
    for chosen in combinations(shares, threshold):
        assert join(chosen) == secret
    assert join(shares) == secret


@given(SECRETS, SECRETS)
def test_fewer_than_k_shares_fit_any_secret(secret: bytes, other: bytes) -> None:
    """With k - 1 shares, every secret of that length has a share k that would complete it."""
    other = (other * len(secret))[: len(secret)]
    known = split(secret, threshold=3, count=5, random=os.urandom)[:2]
    weight = {
        number: join([Share(n, bytes([n == number])) for n in (1, 2, 4)]) for number in (1, 2, 4)
    }
    inverse = next(value for value in range(256) if multiply(value, weight[4][0]) == 1)
    missing = bytes(
        multiply(inverse, wanted ^ multiply(weight[1][0], a) ^ multiply(weight[2][0], b))
        for wanted, a, b in zip(other, known[0].value, known[1].value, strict=True)
    )
    assert join([*known, Share(4, missing)]) == other


def test_a_single_share_says_nothing_about_the_secret() -> None:
    """Over all coefficients, each share of each secret takes every value exactly once."""
    for secret in (0, 1, 255):
        for at in (0, 1, 2):
            seen = Counter(
                split(bytes([secret]), threshold=2, count=3, random=partial(repeated, value))[
                    at
                ].value
                for value in range(256)
            )
            assert len(seen) == 256


def repeated(value: int, length: int) -> bytes:
    return bytes([value]) * length


def test_multiplication_is_a_field() -> None:
    for a in range(1, 256):
        assert sorted(multiply(a, b) for b in range(256)) == list(range(256))
    for a, b, c in ((3, 7, 200), (255, 254, 128), (83, 202, 1)):
        assert multiply(a, b ^ c) == multiply(a, b) ^ multiply(a, c)
        assert multiply(multiply(a, b), c) == multiply(a, multiply(b, c))


@pytest.mark.parametrize(("threshold", "count"), [(0, 1), (2, 1), (1, 256)])
def test_an_impossible_split_is_refused(threshold: int, count: int) -> None:
    with pytest.raises(ValueError, match="cannot split"):
        split(b"x", threshold=threshold, count=count, random=os.urandom)


@pytest.mark.parametrize(
    "shares",
    [[], [Share(1, b"a"), Share(1, b"b")], [Share(1, b"a"), Share(2, b"bb")]],
)
def test_shares_that_cannot_belong_together_are_refused(shares: list[Share]) -> None:
    with pytest.raises(ValueError, match="different numbers"):
        join(shares)


@given(st.integers(1, 255), SECRETS)
def test_a_share_reads_back_and_stays_hidden(number: int, value: bytes) -> None:
    share = Share(number, value)
    assert Share.from_bytes(share.as_bytes()) == share
    assert repr(share) == f"Share(number={number})"


@pytest.mark.parametrize("written", [b"", b"\x00a", b"\x01"])
def test_other_bytes_are_no_share(written: bytes) -> None:
    with pytest.raises(ValueError, match="a share has"):
        Share.from_bytes(written)
