import json
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.words import LANGUAGES
from anskaff.records.proof import merkle, receipt
from anskaff.records.proof.canonical import canonical_bytes
from anskaff.records.proof.checkpoint import Checkpoint, SigningKey, sign
from anskaff.records.proof.commitment import commitment
from anskaff.records.proof.receipt import Consistency, Verified

KEY = SigningKey.from_seed("logg.nordvik.example", b"\x07" * 32)
OTHER_KEY = SigningKey.from_seed("logg.nordvik.example", b"\x08" * 32)


@dataclass(frozen=True)
class Log:
    bodies: list[bytes]
    salts: list[bytes]
    nodes: dict[tuple[int, int], bytes]

    def node(self, level: int, position: int) -> bytes:
        return self.nodes[level, position]

    def note(self, size: int, key: SigningKey = KEY) -> bytes:
        root = merkle.root(size, self.node)
        return sign(Checkpoint(origin=key.name, size=size, root=root), key)

    def receipt(self, index: int, size: int, consistency: Consistency | None = None) -> bytes:
        return receipt.make(
            body=self.bodies[index],
            salt=self.salts[index],
            index=index,
            inclusion=merkle.inclusion_proof(index, size, self.node),
            checkpoint=self.note(size),
            log_key=KEY.verifier,
            consistency=consistency,
        )

    def consistency(self, old: int, new: int) -> Consistency:
        return Consistency(old=old, new=new, hashes=merkle.consistency_proof(old, new, self.node))


@cache
def log(size: int = 23) -> Log:
    made = Log([], [], {})
    for index in range(size):
        made.bodies.append(canonical_bytes({"deed": "tender.delivered", "navn": f"Blåbær {index}"}))
        made.salts.append(bytes([index]) * 32)
        leaf = merkle.leaf_hash(commitment(made.salts[-1], made.bodies[-1]))
        for new in merkle.append(index, leaf, made.node):
            made.nodes[new.level, new.position] = new.hash
    return made


def codes(answer: object) -> list[str]:
    assert isinstance(answer, tuple), answer
    for finding in answer:
        for language in LANGUAGES:
            assert finding.text(language)
            assert finding.cure(language)
    return [finding.code for finding in answer]


@given(index=st.integers(0, 22), size=st.integers(1, 23))
def test_every_entry_of_every_size_verifies(index: int, size: int) -> None:
    if index < size:
        answer = receipt.verify(log().receipt(index, size), log().note(size), key=KEY.verifier.vkey)
        assert isinstance(answer, Verified)
        assert (answer.index, answer.warnings) == (index, ())
        assert answer.entry["navn"] == f"Blåbær {index}"


def test_a_key_from_the_receipt_is_used_with_a_warning() -> None:
    answer = receipt.verify(log().receipt(4, 9), log().note(9), key=None)
    assert isinstance(answer, Verified)
    assert codes(answer.warnings) == ["receipt-key-from-receipt"]


def test_another_key_is_not_accepted() -> None:
    answer = receipt.verify(log().receipt(4, 9), log().note(9), key=OTHER_KEY.verifier.vkey)
    assert codes(answer) == ["checkpoint-not-signed-by-key"]


def test_a_broken_key_is_a_finding() -> None:
    answer = receipt.verify(log().receipt(4, 9), log().note(9), key="nothing")
    assert codes(answer) == ["log-key-unreadable"]


@pytest.mark.parametrize(("own", "given_size"), [(9, 20), (20, 9), (8, 16), (1, 23)])
def test_a_consistency_proof_leads_to_a_checkpoint_of_another_size(
    own: int, given_size: int
) -> None:
    proof = log().consistency(min(own, given_size), max(own, given_size))
    made = log().receipt(0, own, proof)
    answer = receipt.verify(made, log().note(given_size), key=KEY.verifier.vkey)
    assert isinstance(answer, Verified)
    assert answer.checkpoint.size == given_size


def test_another_size_without_proof_says_what_to_do() -> None:
    answer = receipt.verify(log().receipt(4, 9), log().note(20), key=KEY.verifier.vkey)
    assert codes(answer) == ["receipt-checkpoint-size-differs"]
    assert isinstance(answer, tuple)
    assert "9" in answer[0].cure("nb")


def test_a_checkpoint_older_than_the_entry_proves_nothing() -> None:
    made = log().receipt(15, 20, log().consistency(9, 20))
    answer = receipt.verify(made, log().note(9), key=KEY.verifier.vkey)
    assert codes(answer) == ["receipt-checkpoint-size-differs"]


def test_a_false_consistency_proof_is_found() -> None:
    true = log().consistency(9, 20)
    false = Consistency(old=9, new=20, hashes=(*true.hashes[:-1], bytes(32)))
    answer = receipt.verify(log().receipt(4, 9, false), log().note(20), key=KEY.verifier.vkey)
    assert codes(answer) == ["receipt-log-not-consistent"]


def test_two_signed_logs_of_one_size_are_called_a_fork() -> None:
    forged = sign(Checkpoint(origin=KEY.name, size=9, root=b"\x05" * 32), KEY)
    answer = receipt.verify(log().receipt(4, 9), forged, key=KEY.verifier.vkey)
    assert codes(answer) == ["receipt-log-forked"]


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("index", 5, "receipt-entry-not-in-log"),
        ("index", 900, "receipt-entry-not-in-log"),
        ("index", -1, "receipt-unreadable"),
        ("index", True, "receipt-unreadable"),
        ("index", "4", "receipt-unreadable"),
        ("inclusion", [], "receipt-entry-not-in-log"),
        ("inclusion", ["AA=="], "receipt-unreadable"),
        ("inclusion", ["A" * 43 + "="] * 65, "receipt-unreadable"),
        ("inclusion", {}, "receipt-unreadable"),
        ("entry", {"body": "{}", "salt": "A" * 43 + "="}, "receipt-entry-not-in-log"),
        ("entry", {"body": '{"a": 1}', "salt": "A" * 43 + "="}, "receipt-unreadable"),
        ("entry", {"body": "[" * 100000, "salt": "A" * 43 + "="}, "receipt-unreadable"),
        ("entry", {"body": "[]", "salt": "A" * 43 + "="}, "receipt-unreadable"),
        ("entry", {"body": "{}", "salt": "AA=="}, "receipt-unreadable"),
        ("entry", None, "receipt-unreadable"),
        ("checkpoint", "", "checkpoint-unreadable"),
        ("checkpoint", 7, "receipt-unreadable"),
        ("log_key", [], "receipt-unreadable"),
        ("consistency", 5, "receipt-unreadable"),
        ("format", "anskaff-receipt/2", "receipt-unreadable"),
    ],
)
def test_a_changed_part_is_found(part: str, value: object, code: str) -> None:
    parts = json.loads(log().receipt(4, 9))
    parts[part] = value
    changed = json.dumps(parts).encode()
    assert codes(receipt.verify(changed, log().note(9), key=KEY.verifier.vkey)) == [code]


@given(st.data())
def test_no_changed_byte_of_the_receipt_changes_the_entry(data: st.DataObject) -> None:
    made = bytearray(log().receipt(4, 9))
    at = data.draw(st.integers(0, len(made) - 1))
    made[at] ^= data.draw(st.integers(1, 255))
    answer = receipt.verify(bytes(made), log().note(9), key=KEY.verifier.vkey)
    if isinstance(answer, Verified):
        assert (answer.body.encode(), answer.index) == (log().bodies[4], 4)
    else:
        codes(answer)


@given(st.data())
def test_a_changed_byte_of_the_checkpoint_is_found(data: st.DataObject) -> None:
    note = bytearray(log().note(9))
    at = data.draw(st.integers(0, len(note) - 1))
    note[at] ^= data.draw(st.integers(1, 255))
    assert codes(receipt.verify(log().receipt(4, 9), bytes(note), key=KEY.verifier.vkey))


@given(st.binary(max_size=300), st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_give_findings(made: bytes, note: bytes, key: str) -> None:
    assert codes(receipt.verify(made, note, key=key))
    assert codes(receipt.verify(log().receipt(4, 9), note, key=None))
    assert codes(receipt.verify(made, log().note(9), key=KEY.verifier.vkey))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(
    st.sampled_from(
        ["format", "entry", "index", "inclusion", "checkpoint", "log_key", "consistency"]
    ),
    JSON,
)
def test_any_json_in_any_field_gives_an_answer(part: str, value: object) -> None:
    parts = json.loads(log().receipt(4, 9))
    parts[part] = value
    answer = receipt.verify(json.dumps(parts).encode(), log().note(9), key=KEY.verifier.vkey)
    if not isinstance(answer, Verified):
        codes(answer)


@pytest.mark.parametrize(
    "made", [b" " * (receipt.MAX_RECEIPT_BYTES + 1), b"[" * 200_000, b"9" * 10_000, b"\xff", b""]
)
def test_hostile_bytes_are_answered_at_once(made: bytes) -> None:
    assert codes(receipt.verify(made, log().note(9), key=None)) == ["receipt-unreadable"]


def test_a_receipt_that_nobody_could_verify_is_not_made() -> None:
    with pytest.raises(ValueError, match="receipt-entry-not-in-log"):
        receipt.make(
            body=b"{}",
            salt=bytes(32),
            index=0,
            inclusion=(),
            checkpoint=log().note(9),
            log_key=KEY.verifier,
        )


def test_the_checkpoint_in_a_receipt_can_be_taken_out() -> None:
    assert receipt.checkpoint_in(log().receipt(4, 9)) == log().note(9)
