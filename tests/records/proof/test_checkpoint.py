import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.words import LANGUAGES
from anskaff.records.proof.checkpoint import (
    MAX_NOTE_BYTES,
    Checkpoint,
    SigningKey,
    VerifierKey,
    parse,
    sign,
    verify,
)

KEY = SigningKey.from_seed("logg.nordvik.example", b"\x07" * 32)
CHECKPOINT = Checkpoint(origin=KEY.name, size=23, root=bytes(range(32)))
NOTE = sign(CHECKPOINT, KEY)

# The example of the Go package golang.org/x/mod/sumdb/note, which defined the format.
PETER_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETER_SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"


def code(note: bytes, key: VerifierKey = KEY.verifier) -> str:
    with pytest.raises(Unreadable) as error:
        verify(note, key)
    (finding,) = error.value.findings
    for language in LANGUAGES:
        assert finding.text(language)
        assert finding.cure(language)
    return finding.code


@given(
    st.integers(0, 2**63 - 1),
    st.binary(min_size=32, max_size=32),
    st.lists(
        st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1), max_size=3
    ),
)
def test_a_signed_checkpoint_reads_back(size: int, root: bytes, extensions: list[str]) -> None:
    written = Checkpoint(origin=KEY.name, size=size, root=root, extensions=tuple(extensions))
    assert verify(sign(written, KEY), KEY.verifier) == written


def test_keys_are_written_as_the_format_says() -> None:
    key = SigningKey.from_skey(PETER_SKEY)
    assert key.verifier.vkey == PETER_VKEY
    assert VerifierKey.parse(PETER_VKEY) == key.verifier
    assert key.skey == PETER_SKEY
    assert "AYEK" not in repr(key)


def test_a_note_has_the_lines_of_the_format() -> None:
    lines = NOTE.decode().split("\n")
    assert lines[:2] == ["logg.nordvik.example", "23"]
    assert base64.b64decode(lines[2]) == bytes(range(32))
    assert lines[3] == lines[5] == ""
    assert lines[4].startswith("— logg.nordvik.example ")
    assert len(base64.b64decode(lines[4].split(" ")[2])) == 4 + 64


def test_signatures_of_witnesses_are_let_be() -> None:
    witness = "— vitne.example " + base64.b64encode(bytes(4 + 72)).decode() + "\n"
    assert verify(NOTE + witness.encode(), KEY.verifier) == CHECKPOINT
    assert len(parse(NOTE + witness.encode()).signatures) == 2


def test_a_key_is_read_from_pem() -> None:
    private = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
    plain = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    locked = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x"))
    assert SigningKey.from_pem(KEY.name, plain).skey == KEY.skey
    assert SigningKey.from_pem(KEY.name, locked, b"x").skey == KEY.skey
    other = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    with pytest.raises(TypeError, match="Ed25519"):
        SigningKey.from_pem(KEY.name, other)


@pytest.mark.parametrize(
    ("note", "finding"),
    [
        (b"", "checkpoint-unreadable"),
        (b"\n\n", "checkpoint-unreadable"),
        (b"\xff" + NOTE, "checkpoint-unreadable"),
        (NOTE[:-1], "checkpoint-unreadable"),
        (NOTE + b"\n", "checkpoint-unreadable"),
        (NOTE + NOTE.rsplit(b"\n\n")[1] * 64, "checkpoint-unreadable"),
        (b"x" * (MAX_NOTE_BYTES + 1), "checkpoint-unreadable"),
        (NOTE.replace(b"\n23\n", b"\n023\n"), "checkpoint-unreadable"),
        (NOTE.replace(b"\n23\n", b"\n-1\n"), "checkpoint-unreadable"),
        (NOTE.replace(b"\n23\n", "\n٣\n".encode()), "checkpoint-unreadable"),
        (NOTE.replace(b"\n23\n", b"\n9999999999999999999\n"), "checkpoint-unreadable"),
        (NOTE.replace(b"\n23\n", b"\n24\n"), "checkpoint-signature-wrong"),
        (NOTE.replace(b"\n23\n", b"\n23\r\n"), "checkpoint-unreadable"),
        (NOTE.replace("— ".encode(), b"- "), "checkpoint-unreadable"),
        (NOTE.replace(b"nordvik", b"sorvika"), "checkpoint-of-another-log"),
    ],
)
def test_a_changed_note_is_found(note: bytes, finding: str) -> None:
    assert code(note) == finding


def test_another_key_of_the_same_name_is_found() -> None:
    assert code(NOTE, SigningKey.from_seed(KEY.name, bytes(32)).verifier) == (
        "checkpoint-not-signed-by-key"
    )


@given(st.data())
def test_any_changed_byte_is_found(data: st.DataObject) -> None:
    changed = bytearray(NOTE)
    changed[data.draw(st.integers(0, len(NOTE) - 1))] ^= data.draw(st.integers(1, 255))
    assert code(bytes(changed)).startswith("checkpoint-")


@given(st.binary(max_size=300))
def test_any_bytes_are_answered_with_a_finding(note: bytes) -> None:
    assert code(note) == "checkpoint-unreadable"


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "a+b",
        "\ud800+00000000+AAAA",
        PETER_VKEY.replace("c74f20a3", "c74f20a4"),
        PETER_VKEY.replace("Peter", "Pe ter"),
        PETER_VKEY.replace("+AR", "+BR"),
        PETER_VKEY[:-4],
        PETER_SKEY,
    ],
)
def test_a_broken_verifier_key_is_unreadable(vkey: str) -> None:
    with pytest.raises(Unreadable) as error:
        VerifierKey.parse(vkey)
    assert error.value.findings[0].code == "log-key-unreadable"


@pytest.mark.parametrize("skey", ["", PETER_VKEY, PETER_SKEY.replace("c74f", "c74e")])
def test_a_broken_signing_key_is_refused(skey: str) -> None:
    with pytest.raises(ValueError, match="signing key"):
        SigningKey.from_skey(skey)


@pytest.mark.parametrize(
    ("origin", "size", "root"),
    [("", 0, bytes(32)), ("a\nb", 0, bytes(32)), ("a", -1, bytes(32)), ("a", 0, b"")],
)
def test_a_checkpoint_that_cannot_be_written_does_not_exist(
    origin: str, size: int, root: bytes
) -> None:
    with pytest.raises(ValueError, match=r"has a size|one line"):
        Checkpoint(origin=origin, size=size, root=root)


def test_a_log_signs_only_for_itself() -> None:
    with pytest.raises(ValueError, match="does not sign for"):
        sign(Checkpoint(origin="other.example", size=0, root=bytes(32)), KEY)
    with pytest.raises(ValueError, match="a key has a name"):
        VerifierKey("with space", bytes(32))
