"""The client of the Notices API: submit, validate, ask for status, stop.

It asks once and says what came of it; when to ask again is decided by the room (`sending`),
since only the room remembers. What it must never blur is whether a notice can have arrived:
`Outcome.UNKNOWN` is not a failure.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from http import HTTPStatus

from anskaff.notices.gateway import contract, faults
from anskaff.notices.gateway.contract import Stage
from anskaff.notices.gateway.faults import Fault, Json
from anskaff.notices.gateway.transport import NoReply, Reply, Request, Transport

SEND_SECONDS = 180
ASK_SECONDS = 60
NOTICE_BYTES = 20_000_000
REPLY_BYTES = 5_000_000
WORD = 60
STRANGE = "the answer is not one that the service gives"


class Outcome(StrEnum):
    """What came of one request."""

    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    BUSY = "busy"
    KEY_REFUSED = "key-refused"
    NOT_THERE = "not-there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one request, and the bytes that came, to be kept before they are believed.

    `reason` is for people and logs and never holds the key. `status` is the HTTP status, 0 without.
    """

    outcome: Outcome
    reason: str = ""
    status: int = 0
    body: bytes = field(default=b"", repr=False)
    media_type: str = ""
    retry_after_seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What the service says of a notice; `stage` is None when it does not know it."""

    answer: Answer
    stage: Stage | None = None
    word: str = ""
    publication: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether the service finds a notice valid, and what it says is wrong."""

    answer: Answer
    valid: bool | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeService:
    """The national Notices API behind a transport, with a subscription key.

    Raises ValueError for a key that no header can carry; the key is not repeated.
    """

    transport: Transport = field(repr=False)
    key: str = field(repr=False)
    author_email: str = ""
    send_seconds: int = SEND_SECONDS
    ask_seconds: int = ASK_SECONDS

    def __post_init__(self) -> None:
        if not self.key or not self.key.isascii() or not self.key.isprintable():
            raise ValueError("the subscription key must be printable ASCII on one line")

    def submit(self, notice: bytes, *, notice_id: str, version: str, language: str) -> Answer:
        """Send a notice for publication. It is legally binding once it is accepted."""
        about = {
            contract.AUTHOR_EMAIL.value: self.author_email,
            contract.AUTHOR_LOCALE.value: "en" if language == "en" else "no",
        }
        parts = (
            ("notice", f"{notice_id}-{version}.xml", "application/xml", notice),
            ("metadata", "", "application/json", json.dumps(about).encode()),
        )
        return self._posted(contract.SUBMIT.value, parts)

    def validate(self, notice: bytes, *, notice_id: str, version: str) -> Judgement:
        """Ask whether a notice is valid, with details; nothing is published."""
        part = ("notice", f"{notice_id}-{version}.xml", "application/xml", notice)
        answer = self._posted(contract.VALIDATE.value, (part,))
        if answer.outcome not in {Outcome.DONE, Outcome.REFUSED}:
            return Judgement(answer=answer)
        valid = answer.outcome is Outcome.DONE
        return Judgement(answer=answer, valid=valid, faults=faults.read(answer.body))

    def status(self, *, notice_id: str, version: str) -> Sighting:
        """Ask where a notice is."""
        path = contract.STATUS.value.format(notice=notice_id, version=version)
        answer = self._asked(Request(method="GET", path=path, seconds=self.ask_seconds))
        if answer.outcome is not Outcome.DONE:
            return Sighting(answer=answer)
        listed = faults.parsed_json(answer.body)
        content = listed.get(contract.FOUND.value) if isinstance(listed, dict) else None
        if not isinstance(content, list):
            return Sighting(answer=_as(answer, Outcome.UNKNOWN, STRANGE))
        for each in content:
            if isinstance(each, dict) and _is(each, notice_id, version):
                return _sighted(answer, each)
        return Sighting(answer=answer)

    def stop(self, *, notice_id: str, version: str) -> Answer:
        """Ask the service not to publish a notice that it has."""
        path = contract.STOP.value.format(notice=notice_id, version=version)
        return self._asked(Request(method="POST", path=path, seconds=self.ask_seconds))

    def report(self, *, notice_id: str, version: str) -> Judgement:
        """The report of why a notice was refused after it had been accepted."""
        path = contract.REPORT.value.format(notice=notice_id, version=version)
        answer = self._asked(Request(method="GET", path=path, seconds=self.ask_seconds))
        found = faults.read(answer.body) if answer.outcome is Outcome.DONE else ()
        return Judgement(answer=answer, faults=found)

    def _posted(self, path: str, parts: Sequence[tuple[str, str, str, bytes]]) -> Answer:
        boundary = "anskaff-" + sha256(b"".join(part[3] for part in parts)).hexdigest()[:32]
        request = Request(
            method="POST",
            path=path,
            headers={"Content-Type": f"multipart/form-data; boundary={boundary}"},
            body=multipart(parts, boundary),
            seconds=self.send_seconds,
            most_bytes=REPLY_BYTES,
        )
        return _judged(self._asked(request))

    def _asked(self, request: Request) -> Answer:
        headers = {
            **request.headers,
            contract.KEY_HEADER.value: self.key,
            "Accept": "application/json",
            "User-Agent": "anskaff",
        }
        try:
            return answer_of(self.transport(replace(request, headers=headers)))
        except NoReply as error:
            arrived = Outcome.UNKNOWN if error.may_have_arrived else Outcome.CLOSED
            return Answer(outcome=arrived, reason=error.reason, body=error.partial)


def answer_of(reply: Reply) -> Answer:
    """What a status means, before the body is read.

    >>> answer_of(Reply(status=502, body=b"<html>")).outcome.value
    'unknown'
    >>> answer_of(Reply(status=429, body=b"", retry_after_seconds=4)).retry_after_seconds
    4
    """
    outcome, reason = _meaning(reply.status)
    return Answer(
        outcome=outcome,
        reason=reason,
        status=reply.status,
        body=reply.body,
        media_type=reply.media_type,
        retry_after_seconds=reply.retry_after_seconds or 0,
    )


def _meaning(status: int) -> tuple[Outcome, str]:
    """2xx is done, 5xx may have arrived all the same, and 4xx is a refusal of some kind."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Outcome.DONE, ""
    known = {
        401: (Outcome.KEY_REFUSED, "the key was not accepted"),
        404: (Outcome.NOT_THERE, "the service does not know it"),
        408: (Outcome.UNKNOWN, "the service waited too long"),
        413: (Outcome.REFUSED, "the notice is too large for the service"),
        429: (Outcome.BUSY, "the service asks us to wait"),
    }
    if status in known:
        return known[status]
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome.REFUSED, f"refused with status {status}"
    return Outcome.UNKNOWN, f"answered with status {status}"


def multipart(parts: Sequence[tuple[str, str, str, bytes]], boundary: str) -> bytes:
    """A body of parts: name, file name (or nothing), media type, content (RFC 7578).

    >>> print(multipart([("metadata", "", "application/json", b"{}")], "b").decode())
    --b
    Content-Disposition: form-data; name="metadata"
    Content-Type: application/json
    <BLANKLINE>
    {}
    --b--
    <BLANKLINE>
    """
    lines: list[bytes] = []
    for name, file, media_type, content in parts:
        named = f'form-data; name="{name}"' + (f'; filename="{file}"' if file else "")
        head = f"--{boundary}\r\nContent-Disposition: {named}\r\nContent-Type: {media_type}\r\n\r\n"
        lines.append(head.encode() + content + b"\r\n")
    return b"".join(lines) + f"--{boundary}--\r\n".encode()


def _judged(answer: Answer) -> Answer:
    """What the service said of a notice that was sent to it, now that the body is read.

    Only `true` with a good status is acceptance, and only the service's own JSON with a bad one, or
    `false`, is refusal; a page from something in between decides nothing.
    """
    if answer.outcome not in {Outcome.DONE, Outcome.REFUSED}:
        return answer
    if answer.status == HTTPStatus.FORBIDDEN:
        return _as(answer, Outcome.KEY_REFUSED, "the key may not be used for this")
    parsed = faults.parsed_json(answer.body)
    said = parsed.get(contract.ACCEPTED.value) if isinstance(parsed, dict) else None
    if answer.outcome is Outcome.DONE and said is True:
        return answer
    if said is False or (answer.outcome is Outcome.REFUSED and isinstance(parsed, dict)):
        return _as(answer, Outcome.REFUSED, "the service did not accept the notice")
    return _as(answer, Outcome.UNKNOWN, STRANGE)


def _is(each: dict[str, Json], notice_id: str, version: str) -> bool:
    """Whether a line of the list is about this version; `1` and `01` are the same version."""
    said = str(each.get("versionId", ""))
    same = said.lstrip("0") == version.lstrip("0")
    return str(each.get("id", "")).lower() == notice_id.lower() and same


def _sighted(answer: Answer, each: dict[str, Json]) -> Sighting:
    word = str(each.get(contract.STATUS_WORD.value) or "")[:WORD]
    return Sighting(
        answer=answer,
        stage=contract.stage_of(word),
        word=word,
        publication=str(each.get(contract.PUBLICATION.value) or "")[:WORD],
        published_on=_day(each.get(contract.PUBLISHED_ON.value)),
    )


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _as(answer: Answer, outcome: Outcome, reason: str) -> Answer:
    return replace(answer, outcome=outcome, reason=reason)
