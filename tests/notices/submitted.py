"""A notice at a place of its way that the demo has not."""

import tempfile
from pathlib import Path

from anskaff.concepts.actor import Actor
from anskaff.demo.notice_service import Manner
from anskaff.notices import sending
from anskaff.notices.actions.sending import submit
from anskaff.project import clock as real_clock
from tests.notices.a_notice import Clock, a_client, a_notice, a_service


def an_uncertain_submission(officer: Actor) -> int:
    """A notice that was sent, and whose answer never arrived; the number of the submission."""
    clock = Clock(real_clock.now())
    number = submit(a_notice(9003), by=officer, at=clock())
    with tempfile.TemporaryDirectory() as folder, a_service(Path(folder), clock) as service:
        service.will(Manner.LOST)
        sending.send_due(clock, a_client(service), lambda _: 0)
    return number
