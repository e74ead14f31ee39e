"""Opening officers' keys: X25519, the private half under a passphrase that we never keep.

The protected key is a canonical JSON file that the server may store. The passphrase (NFC, UTF-8)
goes through scrypt (RFC 7914) to the AES-256-GCM key that encrypts the 32 private bytes; the file
without its ciphertext is the associated data. Lost passphrase, lost key: that is why a tender is
sealed to more officers than are needed to open it.

>>> from os import urandom
>>> protected = create("Kari Nordvik", "blå elg spiser sju epler", random=urandom,
...                    cost=ScryptCost(n=1024, r=8, p=1))
>>> unlock(protected, "blå elg spiser sju epler").public == public_key(protected).public
True
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from anskaff.competition.sealing.shamir import Random
from anskaff.concepts.errors import Invalid, Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.records.proof.canonical import Json, canonical_bytes, member, read_json

FORMAT = "anskaff-officer-key/1"
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
SEALED_KEY_BYTES = KEY_BYTES + 16
MAX_FILE_BYTES = 4096
MIN_PASSPHRASE = 16
MAX_PASSPHRASE = 200
MIN_DIFFERENT = 6
MIN_KNOWN_WORD = 4
SAME_RUN = 4

TOO_SHORT = FindingKind(
    code="passphrase-too-short",
    text=Words(
        nb="Passordfrasen har {length} tegn; minst {limit} trengs.",
        nn="Passordfrasen har {length} teikn; minst {limit} trengst.",
        en="The passphrase has {length} characters; at least {limit} are needed.",
    ),
    cure=Words(
        nb="Bruk fire eller flere tilfeldige ord.",
        nn="Bruk fire eller fleire tilfeldige ord.",
        en="Use four or more random words.",
    ),
    source="NIST SP 800-63B-4",
)
TOO_LONG = FindingKind(
    code="passphrase-too-long",
    text=Words(
        nb="Passordfrasen har {length} tegn; høyst {limit} er tillatt.",
        nn="Passordfrasen har {length} teikn; høgst {limit} er tillate.",
        en="The passphrase has {length} characters; at most {limit} are allowed.",
    ),
    cure=Words(
        nb="Velg en kortere passordfrase.",
        nn="Vel ein kortare passordfrase.",
        en="Choose a shorter passphrase.",
    ),
)
TOO_SIMPLE = FindingKind(
    code="passphrase-too-simple",
    text=Words(
        nb="Passordfrasen gjentar de samme tegnene og er lett å gjette.",
        nn="Passordfrasen tek opp att dei same teikna og er lett å gjette.",
        en="The passphrase repeats the same characters and is easy to guess.",
    ),
    cure=Words(
        nb="Bruk fire eller flere tilfeldige ord.",
        nn="Bruk fire eller fleire tilfeldige ord.",
        en="Use four or more random words.",
    ),
)
KNOWN_WORD = FindingKind(
    code="passphrase-has-known-word",
    text=Words(
        nb="Passordfrasen inneholder navnet ditt eller noe annet som er kjent om deg.",
        nn="Passordfrasen inneheld namnet ditt eller noko anna som er kjent om deg.",
        en="The passphrase contains your name or something else that is known about you.",
    ),
    cure=Words(
        nb="Velg ord som ikke har med deg eller arbeidsplassen din å gjøre.",
        nn="Vel ord som ikkje har med deg eller arbeidsplassen din å gjere.",
        en="Choose words that have nothing to do with you or your workplace.",
    ),
)
CONTROL_SIGN = FindingKind(
    code="passphrase-has-control-sign",
    text=Words(
        nb="Passordfrasen inneholder et tegn som ikke kan skrives på alle tastaturer.",
        nn="Passordfrasen inneheld eit teikn som ikkje kan skrivast på alle tastatur.",
        en="The passphrase contains a character that cannot be typed on every keyboard.",
    ),
    cure=Words(
        nb="Bruk bokstaver, tall, mellomrom og vanlige tegn.",
        nn="Bruk bokstavar, tal, mellomrom og vanlege teikn.",
        en="Use letters, digits, spaces and ordinary punctuation.",
    ),
)
WRONG_PASSPHRASE = FindingKind(
    code="passphrase-wrong",
    text=Words(
        nb="Passordfrasen åpner ikke nøkkelen til {officer}.",
        nn="Passordfrasen opnar ikkje nøkkelen til {officer}.",
        en="The passphrase does not open the key of {officer}.",
    ),
    cure=Words(
        nb="Skriv passordfrasen på nytt. Er den glemt, må en annen åpner åpne.",
        nn="Skriv passordfrasen på nytt. Er han gløymd, må ein annan opnar opne.",
        en="Type the passphrase again. If it is forgotten, another opening officer must open.",
    ),
)
KEY_UNREADABLE = FindingKind(
    code="officer-key-unreadable",
    text=Words(
        nb="Dette er ikke nøkkelen til en åpner.",
        nn="Dette er ikkje nøkkelen til ein opnar.",
        en="This is not the key of an opening officer.",
    ),
    cure=Words(
        nb="Hent nøkkelfilen på nytt, eller lag en ny nøkkel.",
        nn="Hent nøkkelfila på nytt, eller lag ein ny nøkkel.",
        en="Fetch the key file again or make a new key.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScryptCost:
    """How hard a guess is: 128 * n * r bytes of memory, p times (RFC 7914 § 2)."""

    n: int
    r: int
    p: int

    def __post_init__(self) -> None:
        bounded = 2**10 <= self.n <= 2**18 and 8 <= self.r <= 16 and 1 <= self.p <= 8  # noqa: PLR2004
        if not bounded or self.n & (self.n - 1):
            raise ValueError("scrypt: n a power of two from 2^10 to 2^18, r 8 to 16, p 1 to 8")


STANDARD_COST = ScryptCost(n=2**16, r=8, p=2)


@dataclass(frozen=True, slots=True)
class OfficerPublicKey:
    """To whom a share is sealed: a name or id that is stable for us, and 32 bytes."""

    officer: str
    public: bytes

    def __post_init__(self) -> None:
        if len(self.public) != KEY_BYTES or not self.officer:
            raise ValueError("an officer's key has a name and 32 bytes")

    @property
    def fingerprint(self) -> str:
        """The first 16 hexadecimal digits of SHA-256 of the key, for people to compare."""
        return sha256(self.public).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class OfficerPrivateKey:
    """An unlocked key; kept in memory for one opening only, and hidden by `repr`."""

    officer: str
    private: X25519PrivateKey

    def __repr__(self) -> str:
        return f"OfficerPrivateKey({self.officer!r})"

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public half."""
        return self.private.public_key().public_bytes_raw()


def check_passphrase(passphrase: str, *, known: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What is wrong with a passphrase; `known` holds names, e-mail and organisation of the person.

    >>> [finding.code for finding in check_passphrase("kari", known=["Kari Nordvik"])]
    ['passphrase-too-short', 'passphrase-too-simple', 'passphrase-has-known-word']
    """
    text = _normal(passphrase)
    findings = []
    if len(text) < MIN_PASSPHRASE:
        findings.append(TOO_SHORT.at("passphrase", length=len(text), limit=MIN_PASSPHRASE))
    if len(text) > MAX_PASSPHRASE:
        findings.append(TOO_LONG.at("passphrase", length=len(text), limit=MAX_PASSPHRASE))
    if len(set(text.casefold())) < MIN_DIFFERENT or _repeats(text):
        findings.append(TOO_SIMPLE.at("passphrase"))
    if any(word in text.casefold() for word in _words(known)):
        findings.append(KNOWN_WORD.at("passphrase"))
    if any(unicodedata.category(sign).startswith("C") for sign in text):
        findings.append(CONTROL_SIGN.at("passphrase"))
    return tuple(findings)


def create(
    officer: str,
    passphrase: str,
    *,
    random: Random,
    known: Sequence[str] = (),
    cost: ScryptCost = STANDARD_COST,
) -> bytes:
    """Make a key pair and return its protected file.

    Raises:
        Invalid: the passphrase breaks a rule of `check_passphrase`.
    """
    findings = check_passphrase(passphrase, known=known)
    if findings:
        raise Invalid(*findings)
    private = X25519PrivateKey.from_private_bytes(random(KEY_BYTES))
    salt, nonce = random(SALT_BYTES), random(NONCE_BYTES)
    public = private.public_key().public_bytes_raw()
    parts: dict[str, Json] = {
        "format": FORMAT,
        "officer": officer,
        "public": public.hex(),
        "scrypt": {"n": cost.n, "r": cost.r, "p": cost.p, "salt": salt.hex()},
        "nonce": nonce.hex(),
    }
    cipher = AESGCM(_passphrase_key(passphrase, salt, cost))
    sealed = cipher.encrypt(nonce, private.private_bytes_raw(), canonical_bytes(parts))
    return canonical_bytes({**parts, "sealed": sealed.hex()})


def public_key(protected: bytes) -> OfficerPublicKey:
    """The public half of a protected key.

    Raises:
        Unreadable: not a protected key.
    """
    key = _read(protected)
    return OfficerPublicKey(key.officer, key.public)


def unlock(protected: bytes, passphrase: str) -> OfficerPrivateKey:
    """The private key; takes about a third of a second and 64 MiB at the standard cost.

    Raises:
        Unreadable: not a protected key.
        Invalid: the passphrase does not open it.
    """
    key = _read(protected)
    try:
        if len(passphrase) > MAX_PASSPHRASE * 4:
            raise Invalid(WRONG_PASSPHRASE.at("passphrase", officer=key.officer))
        cipher = AESGCM(_passphrase_key(passphrase, key.salt, key.cost))
        opened = cipher.decrypt(key.nonce, key.sealed, key.bound)
    except (InvalidTag, UnicodeEncodeError):
        raise Invalid(WRONG_PASSPHRASE.at("passphrase", officer=key.officer)) from None
    private = X25519PrivateKey.from_private_bytes(opened)
    if private.public_key().public_bytes_raw() != key.public:
        raise Unreadable(KEY_UNREADABLE.at(""))
    return OfficerPrivateKey(key.officer, private)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Protected:
    officer: str
    public: bytes
    cost: ScryptCost
    salt: bytes
    nonce: bytes
    sealed: bytes
    bound: bytes


def _read(protected: bytes) -> _Protected:
    try:
        parts = read_json(protected[: MAX_FILE_BYTES + 1])
        if member(parts, "format", str) != FORMAT:
            raise Unreadable(KEY_UNREADABLE.at(""))
        scrypt = member(parts, "scrypt", dict)
        key = _Protected(
            officer=member(parts, "officer", str),
            public=_hex(parts, "public", KEY_BYTES),
            cost=ScryptCost(**{name: member(scrypt, name, int) for name in ("n", "r", "p")}),
            salt=_hex(scrypt, "salt", SALT_BYTES),
            nonce=_hex(parts, "nonce", NONCE_BYTES),
            sealed=_hex(parts, "sealed", SEALED_KEY_BYTES),
            bound=_bound(parts),
        )
        OfficerPublicKey(key.officer, key.public)
    except ValueError:
        raise Unreadable(KEY_UNREADABLE.at("")) from None
    if len(protected) > MAX_FILE_BYTES:
        raise Unreadable(KEY_UNREADABLE.at(""))
    return key


def _bound(parts: Json) -> bytes:
    """The file without its ciphertext: the associated data."""
    members = parts if isinstance(parts, dict) else {}
    return canonical_bytes({name: value for name, value in members.items() if name != "sealed"})


def _hex(parts: Json, name: str, length: int) -> bytes:
    decoded = bytes.fromhex(member(parts, name, str))
    if len(decoded) != length:
        raise ValueError(f"{name} is not {length} bytes")
    return decoded


def _passphrase_key(passphrase: str, salt: bytes, cost: ScryptCost) -> bytes:
    kdf = Scrypt(salt=salt, length=KEY_BYTES, n=cost.n, r=cost.r, p=cost.p)
    return kdf.derive(_normal(passphrase).encode())


def _normal(passphrase: str) -> str:
    """NFC, as RFC 8265 asks: the same phrase from any keyboard gives the same bytes."""
    return unicodedata.normalize("NFC", passphrase)


def _repeats(text: str) -> bool:
    """Whether the text is one short part again and again, or one sign many times in a row."""
    whole = any(
        text == (text[:length] * len(text))[: len(text)] for length in range(1, len(text) // 2 + 1)
    )
    return whole or any(sign * SAME_RUN in text for sign in set(text))


def _words(known: Sequence[str]) -> set[str]:
    parts = {part.casefold() for text in known for part in _normal(text).replace("@", " ").split()}
    return {part for part in parts if len(part) >= MIN_KNOWN_WORD}
