"""Commitment: the hash that stands in the log for an entry whose words stay outside it.

    commitment = SHA-256(salt || body)      salt: 32 random bytes, body: canonical JSON bytes
    leaf       = SHA-256(0x00 || commitment)

The salt keeps a guessed body from being confirmed by its hash; once the salt and the body are
erased, the log still verifies and says nothing about what was in it.

>>> commitment(bytes(32), b'{"deed":"competition.published"}').hex()[:16]
'a1a24ef426584fe3'
"""

from hashlib import sha256

SALT_BYTES = 32


def commitment(salt: bytes, body: bytes) -> bytes:
    """The 32 bytes that the log commits to.

    Raises:
        ValueError: the salt is not 32 bytes; a fixed length keeps salt and body apart.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt is {SALT_BYTES} bytes, not {len(salt)}")
    return sha256(salt + body).digest()
