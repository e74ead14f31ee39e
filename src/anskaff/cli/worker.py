"""The worker: letters, reminders, checkpoints and tidying, every few seconds until stopped."""

import signal
import threading
from datetime import datetime

import structlog
from django.db import OperationalError, close_old_connections

from anskaff.competition.reminders import send_reminders
from anskaff.project import clock
from anskaff.records import log, once, outbox

logger = structlog.get_logger()
PAUSE_SECONDS = 5.0


def run() -> None:
    """Work until the process is asked to stop; a round that has begun is finished first."""
    stop = threading.Event()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda _number, _frame: stop.set())
    work_until(stop)


def work_until(stop: threading.Event, pause_seconds: float = PAUSE_SECONDS) -> None:
    """One round after another; a database that does not answer is tried again next round."""
    while not stop.is_set():
        close_old_connections()
        try:
            one_round(clock.now())
        except OperationalError as error:
            logger.warning("worker could not reach the database", error=str(error))
        stop.wait(pause_seconds)


def one_round(at: datetime) -> outbox.Delivered:
    """Remind, send what is due, sign the log and forget old answers; says what was sent."""
    send_reminders(at)
    delivered = outbox.deliver_due(at)
    log.sign_at_times(at)
    once.forget_old(at)
    return delivered
