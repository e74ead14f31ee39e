"""Receipt: a file that shows, without us, that one entry is in the log.

It holds the entry (salt and canonical body), where it stands, the inclusion proof, the signed
checkpoint that the proof leads to, and the log's verifier key. `verify` needs no database and no
network. The format is written out in `docs/proof.md`.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.records.proof import canonical, merkle
from anskaff.records.proof import checkpoint as checkpoints
from anskaff.records.proof.canonical import Json
from anskaff.records.proof.checkpoint import Checkpoint, VerifierKey, strict_base64
from anskaff.records.proof.commitment import SALT_BYTES, commitment

FORMAT = "anskaff-receipt/1"
MAX_RECEIPT_BYTES = 1024 * 1024
MAX_PROOF_HASHES = 64
MAX_CONSISTENCY_HASHES = 128

UNREADABLE = FindingKind(
    code="receipt-unreadable",
    text=Words(
        nb="Dette er ikke en kvittering fra loggen: {reason}.",
        nn="Dette er ikkje ei kvittering frå loggen: {reason}.",
        en="This is not a receipt from the log: {reason}.",
    ),
    cure=Words(
        nb="Last ned kvitteringen på nytt, og bruk filen uten å endre den.",
        nn="Last ned kvitteringa på nytt, og bruk fila utan å endre henne.",
        en="Download the receipt again and use the file unchanged.",
    ),
)
NOT_INCLUDED = FindingKind(
    code="receipt-entry-not-in-log",
    text=Words(
        nb="Innholdet i kvitteringen stemmer ikke med innførsel nummer {index} i loggen.",
        nn="Innhaldet i kvitteringa stemmer ikkje med innførsel nummer {index} i loggen.",
        en="The content of the receipt does not match entry number {index} in the log.",
    ),
    cure=Words(
        nb="Kvitteringen er endret, eller den er ikke fra denne loggen. Bruk den filen du fikk.",
        nn="Kvitteringa er endra, eller ho er ikkje frå denne loggen. Bruk den fila du fekk.",
        en="The receipt was changed or is not from this log. Use the file that you were given.",
    ),
    source="RFC 9162 § 2.1.3",
)
LOG_FORKED = FindingKind(
    code="receipt-log-forked",
    text=Words(
        nb="Kvitteringen og sjekkpunktet er begge signert, men viser to ulike logger med {size} "
        "innførsler.",
        nn="Kvitteringa og sjekkpunktet er begge signerte, men viser to ulike loggar med {size} "
        "innførslar.",
        en="The receipt and the checkpoint are both signed but show two different logs of {size} "
        "entries.",
    ),
    cure=Words(
        nb="Ta vare på begge filene. De viser at loggen er endret. Meld fra til oppdragsgiveren "
        "og til klageorganet.",
        nn="Ta vare på begge filene. Dei viser at loggen er endra. Meld frå til oppdragsgivaren "
        "og til klageorganet.",
        en="Keep both files. They show that the log was changed. Tell the buyer and the review "
        "body.",
    ),
    source="RFC 9162 § 2.1.4",
)
SIZES_DIFFER = FindingKind(
    code="receipt-checkpoint-size-differs",
    text=Words(
        nb="Kvitteringen gjelder en logg med {receipt_size} innførsler, men sjekkpunktet gjelder "
        "{checkpoint_size}. Kvitteringen har ikke bevis for veien mellom dem.",
        nn="Kvitteringa gjeld ein logg med {receipt_size} innførslar, men sjekkpunktet gjeld "
        "{checkpoint_size}. Kvitteringa har ikkje prov for vegen mellom dei.",
        en="The receipt is about a log of {receipt_size} entries, but the checkpoint is about "
        "{checkpoint_size}. The receipt has no proof that leads from one to the other.",
    ),
    cure=Words(
        nb="Hent sjekkpunktet for {receipt_size} innførsler, eller last ned kvitteringen på nytt "
        "mot sjekkpunktet du har.",
        nn="Hent sjekkpunktet for {receipt_size} innførslar, eller last ned kvitteringa på nytt "
        "mot sjekkpunktet du har.",
        en="Get the checkpoint for {receipt_size} entries, or download the receipt again against "
        "the checkpoint that you have.",
    ),
)
NOT_CONSISTENT = FindingKind(
    code="receipt-log-not-consistent",
    text=Words(
        nb="Beviset viser ikke at loggen med {new} innførsler begynner med loggen på {old}.",
        nn="Provet viser ikkje at loggen med {new} innførslar byrjar med loggen på {old}.",
        en="The proof does not show that the log of {new} entries begins with the log of {old}.",
    ),
    cure=Words(
        nb="Last ned kvitteringen på nytt. Består feilen, ta vare på begge filene og meld fra til "
        "oppdragsgiveren.",
        nn="Last ned kvitteringa på nytt. Held feilen fram, ta vare på begge filene og meld frå "
        "til oppdragsgivaren.",
        en="Download the receipt again. If the error stays, keep both files and tell the buyer.",
    ),
    source="RFC 9162 § 2.1.4",
)
OWN_KEY = FindingKind(
    code="receipt-key-from-receipt",
    severity=Severity.WARNING,
    text=Words(
        nb="Nøkkelen {key} er hentet fra kvitteringen selv. Den viser bare at filene hører sammen.",
        nn="Nøkkelen {key} er henta frå kvitteringa sjølv. Han viser berre at filene høyrer saman.",
        en="The key {key} was taken from the receipt itself. It only shows that the files belong "
        "together.",
    ),
    cure=Words(
        nb="Oppgi nøkkelen til loggen, hentet fra oppdragsgiverens nettsted.",
        nn="Oppgi nøkkelen til loggen, henta frå nettstaden til oppdragsgivaren.",
        en="Give the key of the log, taken from the buyer's website.",
    ),
)

_TOO_LONG = Words(nb="filen er for lang", nn="fila er for lang", en="the file is too long")
_NOT_JSON = Words(nb="den er ikke gyldig JSON", nn="ho er ikkje gyldig JSON", en="it is no JSON")
_OTHER_FORMAT = Words(
    nb=f"formatet er ikke {FORMAT}", nn=f"formatet er ikkje {FORMAT}", en=f"it is not {FORMAT}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Proof that the log of `new` entries begins with that of `old` (RFC 6962 § 2.1.2)."""

    old: int
    new: int
    hashes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """An entry that is shown to be in the log that the checkpoint signs for.

    `body` is the entry as canonical JSON and `entry` the same, read. `warnings` is empty when the
    key came from the caller, who knows where it came from.
    """

    entry: Mapping[str, Json]
    body: str
    index: int
    checkpoint: Checkpoint
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Receipt:
    entry: Mapping[str, Json]
    body: bytes
    salt: bytes
    index: int
    inclusion: tuple[bytes, ...]
    note: bytes
    log_key: str
    consistency: Consistency | None


def make(
    *,
    body: bytes,
    salt: bytes,
    index: int,
    inclusion: Sequence[bytes],
    checkpoint: bytes,
    log_key: VerifierKey,
    consistency: Consistency | None = None,
) -> bytes:
    """Write a receipt for the entry at `index`, whose canonical body and salt are given.

    `inclusion` leads to the root in the note `checkpoint`. `consistency` leads from that size to
    another (larger or smaller) whose checkpoint the reader may hold.

    Raises:
        ValueError: the parts do not verify together, so nobody could use the receipt.
    """
    parts: dict[str, Json] = {
        "format": FORMAT,
        "entry": {"body": body.decode(), "salt": _base64(salt)},
        "index": index,
        "inclusion": [_base64(sibling) for sibling in inclusion],
        "checkpoint": checkpoint.decode(),
        "log_key": log_key.vkey,
    }
    if consistency is not None:
        parts["consistency"] = {
            "old": consistency.old,
            "new": consistency.new,
            "hashes": [_base64(step) for step in consistency.hashes],
        }
    receipt = canonical.canonical_bytes(parts) + b"\n"
    answer = verify(receipt, checkpoint, key=log_key.vkey)
    if isinstance(answer, Verified):
        return receipt
    raise ValueError(f"not a receipt that verifies: {', '.join(f.code for f in answer)}")


def verify(receipt: bytes, checkpoint: bytes, *, key: str | None) -> Verified | tuple[Finding, ...]:
    """Whether the receipt shows an entry of the log that the note `checkpoint` signs for.

    Args:
        receipt: the file that the tenderer got.
        checkpoint: a note from somewhere else than the receipt: the website, a witness, a print.
        key: the log's verifier key; None takes the one in the receipt and warns.
    """
    try:
        held = _read(receipt)
        log_key = VerifierKey.parse(held.log_key if key is None else key)
        own = checkpoints.verify(held.note, log_key)
        given = checkpoints.verify(checkpoint, log_key)
    except Unreadable as error:
        return error.findings
    leaf = merkle.leaf_hash(commitment(held.salt, held.body))
    if not merkle.verify_inclusion(held.index, own.size, leaf, held.inclusion, own.root):
        return (NOT_INCLUDED.at("entry", index=held.index),)
    findings = _between(own, given, held)
    if findings:
        return findings
    label = f"{log_key.name}+{log_key.key_id.hex()}"
    return Verified(
        entry=held.entry,
        body=held.body.decode(),
        index=held.index,
        checkpoint=given,
        warnings=() if key is not None else (OWN_KEY.at("log_key", key=label),),
    )


def checkpoint_in(receipt: bytes) -> bytes:
    """The note that the receipt itself holds, as bytes for a file.

    Raises:
        Unreadable: not a receipt.
    """
    return _read(receipt).note


def _between(own: Checkpoint, given: Checkpoint, held: _Receipt) -> tuple[Finding, ...]:
    """What stands between the receipt's checkpoint and the given one; empty when proved."""
    if own.size == given.size:
        return () if own.root == given.root else (LOG_FORKED.at("checkpoint", size=own.size),)
    old, new = sorted((own, given), key=lambda one: one.size)
    proof = held.consistency
    if proof is None or (proof.old, proof.new) != (old.size, new.size) or held.index >= old.size:
        return (SIZES_DIFFER.at("checkpoint", receipt_size=own.size, checkpoint_size=given.size),)
    if not merkle.verify_consistency(old.size, new.size, old.root, new.root, proof.hashes):
        return (NOT_CONSISTENT.at("consistency", old=old.size, new=new.size),)
    return ()


def _read(receipt: bytes) -> _Receipt:
    if len(receipt) > MAX_RECEIPT_BYTES:
        raise _unreadable("", _TOO_LONG)
    try:
        parts = canonical.read_json(receipt)
    except ValueError:
        raise _unreadable("", _NOT_JSON) from None
    if not isinstance(parts, dict) or parts.get("format") != FORMAT:
        raise _unreadable("format", _OTHER_FORMAT)
    entry = _object(parts, "entry")
    body = _text(entry, "body").encode()
    return _Receipt(
        entry=_read_body(body),
        body=body,
        salt=_hash(entry.get("salt"), "salt", SALT_BYTES),
        index=_number(parts, "index"),
        inclusion=_hashes(parts, "inclusion", MAX_PROOF_HASHES),
        note=_text(parts, "checkpoint").encode(),
        log_key=_text(parts, "log_key"),
        consistency=_read_consistency(parts) if "consistency" in parts else None,
    )


def _read_body(body: bytes) -> Mapping[str, Json]:
    """The entry; refused unless canonical, so that two readers never see two different entries."""
    try:
        entry = canonical.read_json(body)
    except ValueError:
        raise _broken("body") from None
    if not isinstance(entry, dict) or canonical.canonical_bytes(entry) != body:
        raise _broken("body")
    return entry


def _read_consistency(parts: Mapping[str, Json]) -> Consistency:
    proof = _object(parts, "consistency")
    return Consistency(
        old=_number(proof, "old"),
        new=_number(proof, "new"),
        hashes=_hashes(proof, "hashes", MAX_CONSISTENCY_HASHES),
    )


def _object(parts: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    value = parts.get(name)
    if not isinstance(value, dict):
        raise _broken(name)
    return value


def _text(parts: Mapping[str, Json], name: str) -> str:
    value = parts.get(name)
    if not isinstance(value, str):
        raise _broken(name)
    return value


def _number(parts: Mapping[str, Json], name: str) -> int:
    value = parts.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _broken(name)
    return value


def _hashes(parts: Mapping[str, Json], name: str, limit: int) -> tuple[bytes, ...]:
    values = parts.get(name)
    if not isinstance(values, list) or len(values) > limit:
        raise _broken(name)
    return tuple(_hash(value, name, merkle.HASH_BYTES) for value in values)


def _hash(value: Json, name: str, length: int) -> bytes:
    decoded = strict_base64(value) if isinstance(value, str) else None
    if decoded is None or len(decoded) != length:
        raise _broken(name)
    return decoded


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _broken(name: str) -> Unreadable:
    return _unreadable(
        name,
        Words(
            nb=f"feltet «{name}» mangler eller er ødelagt",
            nn=f"feltet «{name}» manglar eller er øydelagt",
            en=f"the field “{name}” is missing or broken",
        ),
    )


def _unreadable(where: str, reason: Words) -> Unreadable:
    return Unreadable(UNREADABLE.at(where, reason=reason))
