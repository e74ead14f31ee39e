"""The statement: what one version of a tender says, as canonical JSON.

Its SHA-256 is in the receipt and in the log. A random salt keeps anyone from confirming a guessed
content by the hash. The statement goes into the envelope together with the keys of its files.

    {"format": "anskaff-tender/1", "competition", "tender", "version", "bidder", "lots": [...],
     "answers": {key: text}, "prices": {key: decimal text}, "salt": hex,
     "files": [{"name", "requirement", "media_type", "bytes", "sha256"}]}
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from anskaff.records.proof.canonical import Json, canonical_bytes, member, read_json

FORMAT = "anskaff-tender/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFile:
    """A file of a tender; `requirement` is empty for a general attachment, `size` is in bytes."""

    name: str
    requirement: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a version says; prices are NOK per unit without VAT."""

    competition: str
    tender: str
    version: int
    bidder: str
    lots: tuple[str, ...]
    answers: Mapping[str, str]
    prices: Mapping[str, Decimal]
    files: tuple[StatedFile, ...]
    salt: str

    def as_json(self) -> dict[str, Json]:
        """The members, in no order of their own."""
        return {
            "format": FORMAT,
            "competition": self.competition,
            "tender": self.tender,
            "version": self.version,
            "bidder": self.bidder,
            "lots": self.lots,
            "answers": self.answers,
            "prices": {key: f"{value:f}" for key, value in self.prices.items()},
            "files": [
                {
                    "name": file.name,
                    "requirement": file.requirement,
                    "media_type": file.media_type,
                    "bytes": file.size,
                    "sha256": file.sha256,
                }
                for file in self.files
            ],
            "salt": self.salt,
        }

    def as_bytes(self) -> bytes:
        """Canonical JSON: the bytes that are hashed."""
        return canonical_bytes(self.as_json())

    @property
    def sha256(self) -> str:
        """The content hash, in hexadecimal."""
        return sha256(self.as_bytes()).hexdigest()

    def says_the_same_as(self, other: "Statement") -> bool:
        """Whether lots, answers, prices and files are equal, whatever the version."""
        mine = (self.lots, self.answers, self.prices, self.files)
        return mine == (other.lots, other.answers, other.prices, other.files)


def read(written: bytes) -> Statement:
    """The statement in these bytes.

    Raises:
        ValueError: anything that `as_bytes` does not write.
    """
    return from_json(read_json(written))


def from_json(parts: Json) -> Statement:
    """The statement in an object; errors as `read`."""
    if member(parts, "format", str) != FORMAT:
        raise ValueError("not a tender statement")
    files: Sequence[Json] = member(parts, "files", list)
    prices: Mapping[str, str] = member(parts, "prices", dict)
    return Statement(
        competition=member(parts, "competition", str),
        tender=member(parts, "tender", str),
        version=member(parts, "version", int),
        bidder=member(parts, "bidder", str),
        lots=tuple(member(parts, "lots", list)),
        answers=member(parts, "answers", dict),
        prices={key: Decimal(text) for key, text in prices.items()},
        files=tuple(
            StatedFile(
                name=member(file, "name", str),
                requirement=member(file, "requirement", str),
                media_type=member(file, "media_type", str),
                size=member(file, "bytes", int),
                sha256=member(file, "sha256", str),
            )
            for file in files
        ),
        salt=member(parts, "salt", str),
    )
