"""One request over HTTP, bounded in time and size, that says whether it can have arrived.

Redirects are not followed: they would carry the key elsewhere. Without encryption only this machine
is spoken to. The time limit is for the whole exchange, so that an answer that drips in cannot hold
a worker.
"""

import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Protocol
from urllib.parse import urlsplit

from anskaff.concepts.errors import AnskaffError

CONNECT_SECONDS = 20
PIECE_BYTES = 64 * 1024
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked for; the headers may hold a key and are never shown."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    seconds: int = 30
    most_bytes: int = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back, whole. `retry_after_seconds` is the service's own wish, when it has one."""

    status: int
    body: bytes = field(repr=False)
    media_type: str = ""
    retry_after_seconds: int | None = None


class NoReply(AnskaffError):
    """Nothing usable came back. `may_have_arrived` is False when the request surely never left."""

    def __init__(self, reason: str, *, may_have_arrived: bool, partial: bytes = b"") -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_have_arrived = may_have_arrived
        self.partial = partial


class Transport(Protocol):
    """Carries a request to the service and the reply back; raises NoReply."""

    def __call__(self, request: Request, /) -> Reply: ...


@dataclass(frozen=True, slots=True)
class Http:
    """The real transport, to a base address such as `https://host` or `http://127.0.0.1:1234/x`."""

    base: str

    def __post_init__(self) -> None:
        parts = urlsplit(self.base)
        near = parts.scheme == "http" and parts.hostname in LOOPBACK
        if not parts.hostname or not (parts.scheme == "https" or near):
            raise ValueError("the service's address must begin with https:// and name a host")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("the service's address must be only scheme, host, port and path")

    def __call__(self, request: Request, /) -> Reply:
        connection = self._connected()
        clock = threading.Timer(request.seconds, _hang_up, [connection.sock])
        clock.daemon = True
        clock.start()
        try:
            return self._asked(connection, request)
        finally:
            clock.cancel()
            connection.close()

    def _connected(self) -> HTTPConnection:
        parts = urlsplit(self.base)
        assert parts.hostname
        connection: HTTPConnection
        if parts.scheme == "https":
            connection = HTTPSConnection(
                parts.hostname,
                parts.port,
                timeout=CONNECT_SECONDS,
                context=ssl.create_default_context(),
            )
        else:
            connection = HTTPConnection(parts.hostname, parts.port, timeout=CONNECT_SECONDS)
        try:
            connection.connect()
        except OSError as error:
            raise NoReply(f"no connection ({_named(error)})", may_have_arrived=False) from None
        return connection

    def _asked(self, connection: HTTPConnection, request: Request) -> Reply:
        connection.sock.settimeout(request.seconds)
        path = urlsplit(self.base).path.rstrip("/") + request.path
        try:
            connection.request(
                request.method, path, body=request.body or None, headers=dict(request.headers)
            )
            response = connection.getresponse()
        except (OSError, HTTPException) as error:
            raise NoReply(f"no answer ({_named(error)})", may_have_arrived=True) from None
        return _read(response, request.most_bytes)


def _read(response: HTTPResponse, most_bytes: int) -> Reply:
    """The whole reply.

    Raises:
        NoReply: it broke off, or is larger than allowed; what came is in `partial`.
    """
    pieces = bytearray()
    stated = response.getheader("Content-Length", "")
    try:
        while len(pieces) <= most_bytes and (piece := response.read1(PIECE_BYTES)):
            pieces += piece
    except (OSError, HTTPException, ValueError) as error:
        raise NoReply(
            f"the answer broke off ({_named(error)})", may_have_arrived=True, partial=bytes(pieces)
        ) from None
    if len(pieces) > most_bytes:
        raise NoReply(
            f"the answer is larger than {most_bytes} bytes",
            may_have_arrived=True,
            partial=bytes(pieces[:PIECE_BYTES]),
        )
    if stated.isdecimal() and len(pieces) < int(stated):
        raise NoReply("the answer broke off", may_have_arrived=True, partial=bytes(pieces))
    return Reply(
        status=response.status,
        body=bytes(pieces),
        media_type=response.getheader("Content-Type", "")[:100],
        retry_after_seconds=_seconds(response.getheader("Retry-After", "")),
    )


def _seconds(text: str) -> int | None:
    """Seconds to wait, when that is what the header says; a date in it is not used."""
    return min(int(text), 24 * 3600) if text.isascii() and text.isdecimal() and text else None


def _named(error: Exception) -> str:
    """The kind of error; its own text could repeat a header with the key in it."""
    return type(error).__name__


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
