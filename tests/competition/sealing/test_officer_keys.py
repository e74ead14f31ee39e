import json
import os
import unicodedata

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from hypothesis import given
from hypothesis import strategies as st

from anskaff.competition.sealing.officer_keys import (
    OfficerPublicKey,
    ScryptCost,
    check_passphrase,
    create,
    public_key,
    unlock,
)
from anskaff.concepts.errors import Invalid, Unreadable
from anskaff.concepts.words import LANGUAGES
from anskaff.records.proof.canonical import canonical_bytes

CHEAP = ScryptCost(n=2**10, r=8, p=1)
PHRASE = "blåbær elg traktor sommer"
PROTECTED = create("Kari Nordvik", PHRASE, random=os.urandom, cost=CHEAP)


def test_the_passphrase_opens_the_key() -> None:
    key = unlock(PROTECTED, PHRASE)
    assert OfficerPublicKey(key.officer, key.public) == public_key(PROTECTED)
    assert len(public_key(PROTECTED).fingerprint) == 16


def test_a_keyboard_that_writes_composed_letters_apart_opens_the_key() -> None:
    assert unlock(PROTECTED, unicodedata.normalize("NFD", PHRASE)).officer == "Kari Nordvik"


@pytest.mark.parametrize("wrong", ["", PHRASE + " ", PHRASE.upper(), "x" * 100_000, "\ud800"])
def test_another_passphrase_is_refused(wrong: str) -> None:
    with pytest.raises(Invalid) as error:
        unlock(PROTECTED, wrong)
    assert error.value.findings[0].code == "passphrase-wrong"


def test_the_file_shows_neither_private_key_nor_passphrase() -> None:
    private = unlock(PROTECTED, PHRASE).private.private_bytes_raw()
    assert private.hex().encode() not in PROTECTED
    assert b"elg" not in PROTECTED
    assert repr(unlock(PROTECTED, PHRASE)) == "OfficerPrivateKey('Kari Nordvik')"


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("blåbær elg traktor sommer", []),
        ("kort frase", ["passphrase-too-short"]),
        ("ab" * 10, ["passphrase-too-simple"]),
        ("abcdefgh" * 3, ["passphrase-too-simple"]),
        ("blåbæææær elg traktor", ["passphrase-too-simple"]),
        ("blåbær nordvik traktor", ["passphrase-has-known-word"]),
        ("blåbær KARI@ traktor elg", ["passphrase-has-known-word"]),
        ("blåbær\x00elg traktor sommer", ["passphrase-has-control-sign"]),
        ("".join(f"{n} ord " for n in range(60)), ["passphrase-too-long"]),
    ],
)
def test_a_passphrase_that_can_be_guessed_has_findings(phrase: str, codes: list[str]) -> None:
    found = check_passphrase(phrase, known=["Kari Nordvik", "kari@nordvik.example", "AS"])
    assert [finding.code for finding in found] == codes
    for finding in found:
        for language in LANGUAGES:
            assert finding.text(language)
            assert finding.cure(language)


def test_no_key_is_made_with_a_weak_passphrase() -> None:
    with pytest.raises(Invalid) as error:
        create("Kari", "kort", random=os.urandom, cost=CHEAP)
    assert error.value.findings[0].code == "passphrase-too-short"


@given(st.text())
def test_any_text_can_be_checked(phrase: str) -> None:
    check_passphrase(phrase, known=[phrase])


@given(st.data())
def test_a_changed_byte_in_the_file_never_gives_another_key(data: st.DataObject) -> None:
    changed = bytearray(PROTECTED)
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        key = unlock(bytes(changed), PHRASE)
    except (Unreadable, Invalid):
        return
    assert key.public == public_key(PROTECTED).public


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", "anskaff-officer-key/2"),
        ("officer", ""),
        ("officer", None),
        ("public", "00"),
        ("public", "x"),
        ("sealed", ""),
        ("nonce", 5),
        ("scrypt", {"n": 2**30, "r": 8, "p": 1, "salt": "00" * 16}),
        ("scrypt", {"n": 1023, "r": 8, "p": 1, "salt": "00" * 16}),
        ("scrypt", {"n": 1024, "r": 8, "p": 1000, "salt": "00" * 16}),
        ("scrypt", {"n": "1024", "r": 8, "p": 1, "salt": "00" * 16}),
        ("scrypt", []),
    ],
)
def test_a_file_with_a_broken_part_is_unreadable(name: str, value: object) -> None:
    parts = json.loads(PROTECTED)
    parts[name] = value
    with pytest.raises(Unreadable) as error:
        unlock(json.dumps(parts).encode(), PHRASE)
    assert error.value.findings[0].code == "officer-key-unreadable"


@given(st.binary(max_size=100))
def test_other_bytes_are_no_key(written: bytes) -> None:
    with pytest.raises(Unreadable):
        public_key(written)


def test_a_file_that_is_too_long_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        public_key(PROTECTED + b" " * 5000)


def test_a_file_made_with_a_public_half_that_is_not_the_keys_is_unreadable() -> None:
    parts = json.loads(PROTECTED)
    del parts["sealed"]
    parts["public"] = "07" * 32
    salt, nonce = bytes.fromhex(parts["scrypt"]["salt"]), bytes.fromhex(parts["nonce"])
    secret = Scrypt(salt=salt, length=32, n=CHEAP.n, r=CHEAP.r, p=CHEAP.p).derive(PHRASE.encode())
    parts["sealed"] = AESGCM(secret).encrypt(nonce, bytes(32), canonical_bytes(parts)).hex()
    with pytest.raises(Unreadable) as error:
        unlock(canonical_bytes(parts), PHRASE)
    assert error.value.findings[0].code == "officer-key-unreadable"
