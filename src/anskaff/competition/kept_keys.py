"""Keys that lie in the keys folder, outside database and file store, and what they encrypt.

    kept = nonce (12, random) || AES-256-GCM(key, nonce, content, AAD = what it is about)

Moving kept bytes to another row makes them unreadable, since they are about something else.
"""

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

KEY_BYTES = 32
NONCE_BYTES = 12

NOT_OURS = FindingKind(
    code="kept-content-unreadable",
    text=Words(
        nb="Det lagrede kan ikke leses: nøkkelen er borte, eller innholdet er endret.",
        nn="Det lagra kan ikkje lesast: nøkkelen er borte, eller innhaldet er endra.",
        en="What was kept cannot be read: the key is gone, or the content was changed.",
    ),
    cure=Words(
        nb="Hent mappen med nøkler og databasen fra samme sikkerhetskopi.",
        nn="Hent mappa med nøklar og databasen frå same tryggingskopi.",
        en="Restore the keys folder and the database from the same backup.",
    ),
)


def kept_key(name: str) -> bytes:
    """The 32 bytes kept under `name`, made at first use and readable by the owner only."""
    path = _path(name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
        made.touch(mode=0o600)
        made.write_bytes(secrets.token_bytes(KEY_BYTES))
        try:
            os.link(made, path)
        except FileExistsError:
            pass  # another process was first; its key counts
        finally:
            made.unlink()
    return path.read_bytes()


def destroy_key(name: str) -> None:
    """Remove a key for good: what it encrypted can never be read again."""
    _path(name).unlink(missing_ok=True)


def encrypt(key: bytes, content: bytes, *, about: str) -> bytes:
    """`content` that only `key` opens, and only as what it is about."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def decrypt(key: bytes, kept: bytes, *, about: str) -> bytes:
    """What `encrypt` was given.

    Raises:
        Unreadable: another key, another subject, or changed bytes.
    """
    try:
        return AESGCM(key).decrypt(kept[:NONCE_BYTES], kept[NONCE_BYTES:], about.encode())
    except (InvalidTag, ValueError):
        raise Unreadable(NOT_OURS.at(about)) from None


def _path(name: str) -> Path:
    return Path(settings.ANSKAFF_KEYS_DIR) / f"{name}.key"
