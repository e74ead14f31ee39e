"""The worker: letters, reminders, checkpoints and tidying, every few seconds until stopped.

Notices are sent beside the rest, in a thread of their own: the national service can take minutes to
answer, and letters and reminders do not wait for it.
"""

import secrets
import signal
import threading
from collections.abc import Callable
from datetime import datetime

import structlog
from django.db import OperationalError, close_old_connections

from anskaff.competition.reminders import send_reminders
from anskaff.notices import sending
from anskaff.notices.watching import tell_followers
from anskaff.project import clock, gateways
from anskaff.records import log, once, outbox

logger = structlog.get_logger()
PAUSE_SECONDS = 5.0


def run() -> None:
    """Work until the process is asked to stop; a round that has begun is finished first."""
    stop = threading.Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda _number, _frame: stop.set())
    beside = threading.Thread(target=_send_notices_until, args=(stop,))
    beside.start()
    try:
        work_until(stop)
    finally:
        stop.set()
        beside.join()


def work_until(
    stop: threading.Event,
    pause_seconds: float = PAUSE_SECONDS,
    work: Callable[[datetime], object] | None = None,
) -> None:
    """One round after another; a database that does not answer is tried again next round."""
    while not stop.is_set():
        close_old_connections()
        try:
            (work or one_round)(clock.now())
        except OperationalError as error:
            logger.warning("worker could not reach the database", error=str(error))
        stop.wait(pause_seconds)


def one_round(at: datetime) -> outbox.Delivered:
    """Remind, tell of new notices, send what is due, sign the log, forget old answers."""
    send_reminders(at)
    tell_followers(at)
    delivered = outbox.deliver_due(at)
    log.sign_at_times(at)
    once.forget_old(at)
    return delivered


def send_notices(at: datetime) -> int:
    """Send and follow the notices that are due; how many there were."""
    del at
    return sending.send_due(clock.now, gateways.notice_service(), secrets.randbelow)


def _send_notices_until(stop: threading.Event) -> None:
    """The same rounds for notices; when they end by a fault, the worker ends, and that is seen."""
    try:
        work_until(stop, work=send_notices)
    finally:
        stop.set()
