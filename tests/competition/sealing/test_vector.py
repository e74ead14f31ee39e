"""The worked example of docs/sealing.md, made again from the document's words alone.

`seal` is run with the document's fixed randomness. HPKE draws its own, so the wrapped shares are
made here a second time, from RFC 9180, with the ephemeral keys that the document names.
"""

import doctest
import hmac
import json
import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from anskaff.competition.sealing.envelope import (
    Binding,
    SealedEnvelope,
    combine,
    open_share,
    seal,
    share_info,
    unseal,
)
from anskaff.competition.sealing.officer_keys import (
    OfficerPrivateKey,
    OfficerPublicKey,
    ScryptCost,
    create,
    unlock,
)

DOCUMENT = Path(__file__).parents[3] / "docs" / "sealing.md"
BINDING = Binding(
    competition="2026/1042", lot="LOT-1", tender="77", version=1, bidder="supplier-31"
)
CONTENT = b"One fixed price: 1 234 567,50 kr"
CHEAP = ScryptCost(n=1024, r=8, p=1)


class Counting:
    """The document's randomness: call number i gives bytes of value i, from 1."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, length: int) -> bytes:
        self.calls += 1
        return bytes([self.calls]) * length


def officer(number: int) -> OfficerPrivateKey:
    private = X25519PrivateKey.from_private_bytes(bytes([0xA0 + number]) * 32)
    return OfficerPrivateKey(f"officer-{number}", private)


OFFICERS = [officer(number) for number in (1, 2, 3)]


def documented(name: str) -> bytes:
    """The block of hexadecimal digits, or the line of JSON, under a name in the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    found = re.search(rf"`{re.escape(name)}`:\n\n```\w*\n(.*?)\n```", text, re.DOTALL)
    assert found is not None, f"the document lacks {name}"
    block = found[1]
    return block.encode() if block.startswith("{") else bytes.fromhex(block.replace("\n", ""))


def made() -> tuple[SealedEnvelope, bytes, bytes]:
    target = BytesIO()
    sealing = seal(
        CONTENT,
        target,
        binding=BINDING,
        officers=[OfficerPublicKey(key.officer, key.public) for key in OFFICERS],
        threshold=2,
        random=Counting(),
    )
    return sealing.envelope, target.getvalue(), sealing.platform_part


def labelled(suite: bytes, label: bytes, value: bytes) -> bytes:
    return b"HPKE-v1" + suite + label + value


def extract(salt: bytes, key: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), key, "sha256")


def expand(key: bytes, info: bytes, length: int) -> bytes:
    made, block = b"", b""
    while len(made) < length:
        block = hmac.digest(key, block + info + bytes([len(made) // 32 + 1]), "sha256")
        made += block
    return made[:length]


def hpke_base(plaintext: bytes, recipient: bytes, info: bytes, ephemeral: bytes) -> bytes:
    """RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message."""
    private = X25519PrivateKey.from_private_bytes(ephemeral)
    enc = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(recipient))
    kem = b"KEM\x00\x20"
    prk = extract(b"", labelled(kem, b"eae_prk", shared))
    context = labelled(kem, b"shared_secret", enc + recipient)
    secret = expand(prk, (32).to_bytes(2, "big") + context, 32)
    suite = b"HPKE\x00\x20\x00\x01\x00\x02"
    psk_hash = extract(b"", labelled(suite, b"psk_id_hash", b""))
    info_hash = extract(b"", labelled(suite, b"info_hash", info))
    schedule = b"\x00" + psk_hash + info_hash
    key_prk = extract(secret, labelled(suite, b"secret", b""))
    key = expand(key_prk, (32).to_bytes(2, "big") + labelled(suite, b"key", schedule), 32)
    nonce = expand(key_prk, (12).to_bytes(2, "big") + labelled(suite, b"base_nonce", schedule), 12)
    return enc + AESGCM(key).encrypt(nonce, plaintext, b"")


def wrapped(number: int) -> bytes:
    """Share `number` of the example: officer part XOR number * coefficient, in GF(256)."""
    envelope, _, _ = made()
    share = open_share(envelope, OFFICERS[number - 1], binding=BINDING).as_bytes()
    info = share_info(BINDING, 2, envelope.header, number)
    return hpke_base(share, OFFICERS[number - 1].public, info, bytes([0xE0 + number]) * 32)


def test_the_stream_of_the_document_is_made_again() -> None:
    envelope, stream, platform_part = made()
    assert envelope.header.rstrip() == documented("header")
    assert stream == documented("stream")
    assert platform_part == b"\x02" * 32
    assert envelope.sealed_sha256 == sha256(stream).hexdigest()


def test_the_shares_of_the_document_are_made_again() -> None:
    envelope, _, _ = made()
    assert share_info(BINDING, 2, envelope.header, 1) == documented("info of share 1")
    for number, key in enumerate(OFFICERS, start=1):
        share = open_share(envelope, key, binding=BINDING)
        assert share.as_bytes() == documented(f"share {number}")


def test_hpke_by_the_book_gives_the_wrapped_shares_of_the_document() -> None:
    for number in (1, 2, 3):
        assert wrapped(number) == documented(f"wrapped {number}")


def test_the_envelope_of_the_document_opens() -> None:
    envelope = SealedEnvelope.from_bytes(documented("envelope"))
    shares = [open_share(envelope, key, binding=BINDING) for key in OFFICERS[1:]]
    key = combine(envelope, shares, b"\x02" * 32)
    assert key == b"\x01" * 32
    stream = BytesIO(documented("stream"))
    assert unseal(envelope, stream, key=key, binding=BINDING).content() == CONTENT
    assert [share.wrapped for share in envelope.shares] == [wrapped(1), wrapped(2), wrapped(3)]


def test_the_protected_key_of_the_document_is_made_again() -> None:
    phrase = "correct horse battery staple"
    protected = create("officer-1", phrase, random=Counting(), cost=CHEAP)
    assert protected == documented("protected key")
    assert unlock(protected, phrase).private.private_bytes_raw() == b"\x01" * 32
    assert json.loads(protected)["scrypt"]["n"] == 1024


def test_the_examples_in_the_document_run() -> None:
    result = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0
