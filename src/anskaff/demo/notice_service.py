"""A counterpart of the national notice service, for the demo and for tests. It publishes nothing.

A real HTTP server on this machine that answers as `notices.gateway.contract` believes the service
does: it checks the key, judges notices with the rules it is given, knows each notice by id and
version, and moves it through the stages as the clock that it is handed goes. What it has is kept in
a folder, one file per notice, so that it survives a restart as the real one would.

On demand it misbehaves, in each way that the real one and the lines to it have been seen to:

    service.will(Manner.LOST)    # accepts the next notice, and the answer never arrives
"""

import json
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.notice import NoticeReading
from anskaff.documents.eforms import notice as eforms
from anskaff.notices.gateway.contract import KEY_HEADER
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.gateway.public import MOST_HITS

API = "/api/v2/notice/notices/"
PUBLIC = "/public/v2/"
NATIONAL = ":national"
MOST_BYTES = 25_000_000
POLL_SECONDS = 0.05

Judge = Callable[[bytes], tuple[Fault, ...]]
Answer = tuple[int, str, bytes, dict[str, str]]


class Manner(StrEnum):
    """How a request is answered; `HONEST` is how it should be."""

    HONEST = "honest"
    SLOW = "slow"
    SILENT = "silent"
    LOST = "lost"
    HTML = "html"
    TRUNCATED = "truncated"
    HUGE = "huge"
    ERROR = "error"
    BUSY = "busy"
    LATE = "late"
    REFUSED_LATER = "refused-later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came, and how it is to be answered."""

    method: str
    target: str
    key: str
    body: bytes
    media_type: str
    manner: Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long a notice is at each stage, from when it was accepted."""

    ted: timedelta = timedelta(minutes=10)
    published: timedelta = timedelta(hours=1)
    late: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A notice that the service has; instants are ISO 8601 in UTC, empty when not (yet)."""

    notice: str
    version: str
    subtype: str
    title: str
    national: bool
    accepted: str
    stopped: str = ""
    refused_later: bool = False
    seen_from: str = ""
    publication: str = ""
    copies: int = 1
    form: str = ""
    cpv: str = ""


class NoticeServiceSandbox:
    """The server; `with` starts and stops it, `serve` runs it until the process ends.

    Args:
        folder: where notices are kept.
        key: the subscription key it wants.
        now: the clock.
        judge: what is wrong with a notice.
        port: 0 for any free one.
        pace: how fast notices move.
        most_hits: how far into the hits of a query one can read.
    """

    def __init__(
        self,
        folder: Path,
        *,
        key: str,
        now: Callable[[], datetime],
        judge: Judge,
        port: int = 0,
        pace: Pace | None = None,
        most_hits: int = MOST_HITS,
    ) -> None:
        self.folder = folder
        self.key = key
        self.now = now
        self.judge = judge
        self.pace = pace or Pace()
        self.most_hits = most_hits
        self.manners: deque[Manner] = deque()
        self.asked: list[str] = []
        self.free = threading.Event()
        self.lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)
        self.server = ThreadingHTTPServer(("127.0.0.1", port), _handler_for(self))
        self.server.daemon_threads = True
        self.thread = threading.Thread(
            target=self.server.serve_forever, args=(POLL_SECONDS,), daemon=True
        )

    @property
    def address(self) -> str:
        """The base address for `transport.Http`."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.free.set()
        self.server.shutdown()
        self.server.server_close()

    def serve(self) -> None:
        """Answer until the process is asked to stop."""
        signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit())
        with suppress(KeyboardInterrupt):
            self.server.serve_forever()

    def will(self, *manners: Manner) -> None:
        """Answer the next requests so, one after the other; then honestly again."""
        self.manners.extend(manners)

    def kept(self) -> tuple[Kept, ...]:
        """All notices that the service has, in the order of their publication numbers."""
        found = (Kept(**json.loads(path.read_text())) for path in self.folder.glob("*.json"))
        return tuple(sorted(found, key=lambda each: each.publication))

    def content(self, kept: Kept) -> bytes:
        """The XML of a notice."""
        return self._path(kept.notice, kept.version, "xml").read_bytes()

    def publish(self, contents: Iterable[bytes], *, at: datetime) -> None:
        """Have notices that others published, accepted at `at`."""
        for content in contents:
            self._keep(content, eforms.read(content), at, Manner.HONEST)

    def answer(self, asked: Asked) -> Answer:
        """The answer to one request."""
        parts = urlsplit(asked.target)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if asked.key != self.key:
            said = "Access denied due to invalid subscription key."
            return _json(401, {"statusCode": 401, "message": said})
        if asked.manner is Manner.BUSY:
            said = "Rate limit is exceeded. Try again in 7 seconds."
            return _json(429, {"statusCode": 429, "message": said}, {"Retry-After": "7"})
        if asked.manner is Manner.ERROR:
            return _json(500, {"message": "Internal server error"})
        if parts.path.startswith(API):
            rest = parts.path.removeprefix(API)
            return self._noticed(asked, rest, query)
        if asked.method == "GET" and parts.path == PUBLIC + "search":
            return self._searched(query)
        if asked.method == "GET" and parts.path.startswith(PUBLIC + "download/"):
            return self._downloaded(unquote(parts.path.rpartition("/")[2]))
        return _json(404, {"statusCode": 404, "message": "Resource not found"})

    def _noticed(self, asked: Asked, rest: str, query: dict[str, str]) -> Answer:
        method = asked.method
        if method == "POST" and rest in {"submit", "validate"}:
            content = _part(asked.body, asked.media_type, "notice")
            if content is None:
                return _json(400, {"code": "400", "message": "The part notice is missing"})
            if rest == "validate":
                return self._validated(content, detailed=query.get("debug") == "true")
            return self._submitted(content, asked.manner)
        if method == "GET" and rest == "search-esentool":
            found = self._find(query.get("id", ""), query.get("versionId", ""))
            seen = [] if found is None or self.now() < _instant(found.seen_from) else [found]
            lines = [self._line(each) for each in seen]
            return _json(200, {"totalSize": len(lines), "content": lines})
        name, _, deed = rest.partition("/")
        notice, _, version = name.rpartition("-")
        found = self._find(notice, version)
        if found is None:
            return _json(404, {"code": "notice.NOT_FOUND", "message": f"Notice({name})"})
        if method == "POST" and deed == "stop-publication-esentool":
            return self._stopped(found)
        if method == "GET" and deed == "validation-report" and found.refused_later:
            return 200, "application/xml", _SVRL, {}
        said = f"Notice({name}) has no report"
        return _json(404, {"code": "notice.NOTICE_VALIDATION_REPORT_NOT_FOUND", "message": said})

    def _validated(self, content: bytes, *, detailed: bool) -> Answer:
        faults = self.judge(content)
        valid = not any(fault.stops for fault in faults)
        said: dict[str, object] = {"success": valid}
        if detailed:
            said["validationResult"] = [
                {
                    "rule": fault.rule,
                    "message": fault.text,
                    "location": fault.place,
                    "severity": "ERROR" if fault.stops else "WARNING",
                }
                for fault in faults
            ]
        return _json(200 if valid else 400, said)

    def _submitted(self, content: bytes, manner: Manner) -> Answer:
        if any(fault.stops for fault in self.judge(content)):
            return _json(400, {"success": False})
        reading = eforms.read(content)
        with self.lock:
            there = self._find(reading.notice, reading.version)
            if there is not None:
                self._write(replace(there, copies=there.copies + 1))
                said = "Notice with the same noticeId and versionId already exists"
                return _json(500, {"message": said})
            self._keep(content, reading, self.now(), manner)
        return _json(201, {"success": True})

    def _keep(self, content: bytes, reading: NoticeReading, at: datetime, manner: Manner) -> None:
        late = self.pace.late if manner is Manner.LATE else timedelta()
        number = len(list(self.folder.glob("*.json"))) + 1
        self._path(reading.notice, reading.version, "xml").write_bytes(content)
        self._write(
            Kept(
                notice=reading.notice,
                version=reading.version,
                subtype=reading.subtype,
                title=reading.title.in_("nb"),
                national=NATIONAL in reading.customization,
                accepted=at.isoformat(),
                seen_from=(at + late).isoformat(),
                refused_later=manner is Manner.REFUSED_LATER,
                publication=f"{at.year}-{100_000 + number}",
                form=reading.form.name if reading.form else "",
                cpv=reading.cpv,
            )
        )

    def _stopped(self, found: Kept) -> Answer:
        if self._status(found) in {"PUBLISHED", "STOPPED", "VALIDATION_FAILED"}:
            said = "Notice publication cannot be stopped"
            return _json(403, {"code": "notice.CANNOT_BE_STOPPED", "message": said})
        self._write(replace(found, stopped=self.now().isoformat()))
        return _json(200, {"success": True})

    def _status(self, found: Kept) -> str:
        """Where a notice is now, in the service's own word."""
        age = self.now() - _instant(found.accepted)
        if found.stopped:
            return "STOPPED"
        if found.refused_later:
            return "VALIDATION_FAILED" if age >= self.pace.ted else "SUBMITTED"
        if age >= self.pace.published:
            return "PUBLISHED"
        return "SUBMITTED" if found.national or age < self.pace.ted else "PUBLISHING"

    def _line(self, found: Kept) -> dict[str, object]:
        status = self._status(found)
        published = status == "PUBLISHED"
        return {
            "id": found.notice,
            "versionId": found.version,
            "publicationId": found.publication if published else None,
            "publicationDate": self._published(found).date().isoformat() if published else None,
            "status": status,
            "submittedAt": found.accepted,
            "updatedAt": found.stopped or found.accepted,
            "noticeType": found.subtype,
        }

    def _published(self, found: Kept) -> datetime:
        return _instant(found.accepted) + self.pace.published

    def _searched(self, query: dict[str, str]) -> Answer:
        try:
            number, size = int(query.get("page", "1")), int(query.get("numHitsPerPage", "20"))
            first = date.fromisoformat(query.get("issueDateFrom", "2000-01-01"))
            last = date.fromisoformat(query.get("issueDateTo", "2999-12-31"))
        except ValueError:
            said = "Wrong issue date format. Correct format: YYYY-MM-DD"
            return _json(400, {"reason": said})
        if number < 1:
            return _json(400, {"reason": "Parameter page must be >= 1"})
        if number * size > self.most_hits:
            said = f"Unable to access more than the top {self.most_hits} hits"
            return _json(400, {"reason": said})
        hits = [
            each
            for each in self.kept()
            if self._status(each) == "PUBLISHED"
            and first <= _instant(each.accepted).date() <= last
            and each.form == query.get("type", each.form)
            and each.cpv.startswith(query.get("cpvCode", "").rstrip("0"))
        ]
        if query.get("sortBy") == "PUBLICATION_DATE_DESC":
            hits.reverse()
        shown = hits[(number - 1) * size : number * size]
        return _json(
            200,
            {
                "numHitsTotal": len(hits),
                "numHitsAccessible": min(len(hits), self.most_hits),
                "hits": [
                    {
                        "id": each.publication,
                        "heading": each.title,
                        "issueDate": each.accepted,
                        "publicationDate": self._published(each).date().isoformat(),
                    }
                    for each in shown
                ],
            },
        )

    def _downloaded(self, publication: str) -> Answer:
        for each in self.kept():
            if each.publication == publication and self._status(each) == "PUBLISHED":
                return 200, "application/octet-stream", self.content(each), {}
        return _json(404, {"statusCode": 404, "message": "Resource not found"})

    def _find(self, notice: str, version: str) -> Kept | None:
        path = self._path(notice, version, "json")
        return Kept(**json.loads(path.read_text())) if path.is_file() else None

    def _write(self, kept: Kept) -> None:
        path = self._path(kept.notice, kept.version, "json")
        arriving = path.with_suffix(".new")
        arriving.write_text(json.dumps(asdict(kept)))
        arriving.replace(path)

    def _path(self, notice: str, version: str, kind: str) -> Path:
        name = f"{notice}-{version}".lower()
        safe = all(sign.isalnum() or sign == "-" for sign in name)
        return self.folder / (f"{name}.{kind}" if safe else f"unknown.{kind}")


def readable(content: bytes) -> tuple[Fault, ...]:
    """The least a service can ask of a notice: that it is one, and says which it is."""
    try:
        reading = eforms.read(content)
    except Unreadable as error:
        return tuple(
            Fault(text=each.text("en"), rule=each.code, place=each.where) for each in error.findings
        )
    if not reading.notice or not reading.version:
        return (Fault(text="The notice has no identifier and version", rule="BT-701"),)
    return ()


def _handler_for(service: NoticeServiceSandbox) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Carries requests to the service, and spoils the answers that it was told to."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Say nothing: tests and the demo have their own logs."""

        def _answer(self) -> None:
            self.close_connection = True
            manner = service.manners.popleft() if service.manners else Manner.HONEST
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(min(length, MOST_BYTES))
            service.asked.append(f"{self.command} {self.path}")
            if manner is Manner.SILENT:
                return
            if manner is Manner.SLOW:
                service.free.wait()
                return
            asked = Asked(
                method=self.command,
                target=self.path,
                key=self.headers.get(KEY_HEADER.value, ""),
                body=body,
                media_type=self.headers.get("Content-Type", ""),
                manner=manner,
            )
            status, media_type, said, headers = service.answer(asked)
            if manner is Manner.LOST:
                return
            if manner is Manner.HTML:
                status, media_type, said = 200, "text/html", b"<html><h1>Maintenance</h1></html>"
            if manner is Manner.HUGE:
                said = b" " * MOST_BYTES + said
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(said)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said[: len(said) // 2] if manner is Manner.TRUNCATED else said)

    return Handler


def _part(body: bytes, media_type: str, name: str) -> bytes | None:
    """The content of one part of a multipart body."""
    _, _, boundary = media_type.partition("boundary=")
    if not boundary:
        return None
    for part in body.split(b"--" + boundary.strip('"').encode())[1:]:
        head, gap, content = part.partition(b"\r\n\r\n")
        if gap and f'name="{name}"'.encode() in head:
            return content.removesuffix(b"\r\n")
    return None


def _json(status: int, said: dict[str, object], headers: dict[str, str] | None = None) -> Answer:
    return status, "application/json", json.dumps(said).encode(), headers or {}


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


_SVRL = b"""<?xml version="1.0" encoding="UTF-8"?>
<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
<svrl:failed-assert id="SANDBOX-0001" location="/*" role="ERROR">
<svrl:text>The sandbox was asked to refuse this notice after it had accepted it.</svrl:text>
</svrl:failed-assert>
</svrl:schematron-output>
"""
