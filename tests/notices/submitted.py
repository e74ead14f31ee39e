"""Notices at different places of their way, for tests that walk through the whole site."""

import tempfile
from pathlib import Path

from anskaff.concepts.actor import Actor
from anskaff.demo.notice_service import Judge, Manner, readable
from anskaff.notices import sending
from anskaff.notices.actions.sending import submit
from anskaff.notices.gateway.faults import Fault
from anskaff.project import clock as real_clock
from tests.notices.a_notice import PACE, Clock, a_client, a_notice, a_service

WRONG = Fault(text="The deadline is missing", rule="BR-BT-00131-0101", place="/*/cac:X")


def some_submissions(officer: Actor) -> dict[str, int]:
    """One notice that waits, one without a sure answer, one refused, one published; by state."""
    clock = Clock(real_clock.now())

    def one(serial: int, judge: Judge, *manners: Manner, follow: bool = False) -> int:
        number = submit(a_notice(serial), by=officer, at=clock())
        with (
            tempfile.TemporaryDirectory() as folder,
            a_service(Path(folder), clock, judge=judge) as service,
        ):
            service.will(*manners)
            sending.send_due(clock, a_client(service), lambda _: 0)
            if follow:
                later = Clock(clock() + PACE.published)
                service.now = later
                sending.send_due(later, a_client(service), lambda _: 0)
        return number

    return {
        "published": one(9001, readable, follow=True),
        "refused": one(9002, lambda _: (WRONG,)),
        "uncertain": one(9003, readable, Manner.LOST),
        "waiting": submit(a_notice(9004), by=officer, at=clock()),
    }
