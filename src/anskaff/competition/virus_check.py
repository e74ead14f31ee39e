r"""Asks a ClamAV daemon about a file, without writing the content anywhere (clamd INSTREAM).

The protocol: `zINSTREAM\0`, then pieces as four bytes of length (big-endian) and content, then a
length of zero; the answer is `stream: OK` or `stream: NAME FOUND` (clamd(8)).
"""

import socket
from collections.abc import Iterable
from enum import StrEnum

import structlog

logger = structlog.get_logger()

TIMEOUT_SECONDS = 60
LONGEST_ANSWER = 4096


class Verdict(StrEnum):
    """What the check said; NOT_RUN when there is no daemon or it could not answer."""

    NOT_RUN = "not-run"
    CLEAN = "clean"
    INFECTED = "infected"


def ask(address: str, chunks: Iterable[bytes]) -> Verdict:
    """The daemon's verdict; `address` is host:port, or the path of a local socket."""
    if not address:
        return Verdict.NOT_RUN
    try:
        with _connection(address) as daemon:
            daemon.sendall(b"zINSTREAM\0")
            for chunk in chunks:
                daemon.sendall(len(chunk).to_bytes(4, "big") + chunk)
            daemon.sendall(bytes(4))
            answer = _answer(daemon)
    except OSError as error:
        logger.warning("virus check did not run", reason=type(error).__name__)
        return Verdict.NOT_RUN
    if answer.endswith(b"FOUND"):
        return Verdict.INFECTED
    return Verdict.CLEAN if answer.endswith(b"OK") else Verdict.NOT_RUN


def _connection(address: str) -> socket.socket:
    if address.startswith("/"):
        daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        daemon.settimeout(TIMEOUT_SECONDS)
        daemon.connect(address)
        return daemon
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=TIMEOUT_SECONDS)


def _answer(daemon: socket.socket) -> bytes:
    answer = b""
    while len(answer) < LONGEST_ANSWER and not answer.endswith(b"\0"):
        piece = daemon.recv(LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n ")
