"""The demo's notices: begun, answered, sent, followed and corrected by the deeds that all use.

They go to the demo's own notice service, which keeps them for the one that `./run` starts.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from anskaff.competition.actions import announcing
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.values import wanted
from anskaff.competition.queries import announcing as queries
from anskaff.concepts.actor import Actor
from anskaff.demo.notice_service import NoticeServiceSandbox, readable
from anskaff.demo.notice_texts import Announced, End, Moment, said
from anskaff.notices import sending
from anskaff.notices.actions import watching
from anskaff.notices.actions.sending import stop
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.gateway.service import NoticeService
from anskaff.notices.gateway.transport import Http
from anskaff.notices.queries.finding import Wish
from anskaff.notices.queries.submissions import SubmissionView

KEY = "only-for-the-demo"
WAY = (timedelta(), timedelta(minutes=11), timedelta(minutes=61))
NO_SUCH_POSTCODE = Fault(
    rule="SANDBOX-0002",
    text="Ingen steder har postnummer 0000. (Feilen er diktet opp for demoen.)",
    place="//efac:Company/cac:PostalAddress/cbc:PostalZone",
)

Told = Generator[datetime, None, None]


class Post:
    """The way to the demo's notice service, which lives at the instant that is told."""

    def __init__(self, folder: Path, at: datetime) -> None:
        self.at = at
        self.faults: tuple[Fault, ...] = ()
        self.service = NoticeServiceSandbox(
            folder, key=KEY, now=lambda: self.at, judge=lambda data: readable(data) or self.faults
        )

    def work(self, at: datetime, faults: tuple[Fault, ...] = ()) -> None:
        """One round of the worker; the service finds these faults in what it is sent."""
        self.at, self.faults = at, faults
        client = NoticeService(transport=Http(self.service.address), key=KEY)
        sending.send_due(lambda: at, client, lambda _: 0)


@contextmanager
def opened(folder: Path, at: datetime) -> Iterator[Post]:
    """The notice service, for as long as the demo is told."""
    post = Post(folder, at)
    with post.service:
        yield post


def follow_food(by: Actor, at: datetime) -> None:
    """A supplier of food follows what is bought of it, in all phases."""
    wish = Wish(cpv=("15",), phase=None, order="published")
    query = "fase=alle&cpv=15&sorter=published"
    watching.save_search("Mat og drikke", query, wish, by=by, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcing:
    """The notices of one case, and who sends them which way."""

    reference: str
    notices: tuple[Announced, ...]
    officer: Actor
    post: Post

    def tell(self, moment: Moment, at: datetime) -> Told:
        """The notices that belong to this moment of the case."""
        for told in self.notices:
            if told.moment is moment:
                at += told.after
                yield at
                yield from self._tell(told, self._begun(told, at), at)

    def _begun(self, told: Announced, at: datetime) -> int:
        if not told.again:
            return announcing.begin_notice(self.reference, told.subtype, by=self.officer, at=at)
        rows = queries.notices_of_case(self.reference, self.officer, at).rows
        newest = next(x.id for x in rows if x.newest and x.subtype.code == told.subtype)
        return announcing.begin_version(
            self.reference,
            newest,
            replaces=self._sent(newest, at).state in {"refused", "stopped"},
            by=self.officer,
            at=at,
        )

    def _sent(self, draft: int, at: datetime) -> SubmissionView:
        found = queries.notice_of_case(self.reference, draft, self.officer, at).submission
        assert found is not None
        return found

    def _tell(self, told: Announced, draft: int, at: datetime) -> Told:
        if told.end is End.BEGUN:
            return
        values = queries.notice_of_case(self.reference, draft, self.officer, at).values
        asked = {
            each.key: said(told, each)
            for each in wanted(values)
            if each.field.scope is not Scope.CHANGE  # what differs words itself
        }
        announcing.answer_notice(
            self.reference, draft, {**asked, **told.answers}, by=self.officer, at=at
        )
        if told.end is End.READY:
            return
        announcing.send_notice(self.reference, draft, by=self.officer, at=at)
        if told.end is End.STOPPED:
            stop(self._sent(draft, at).number, by=self.officer, at=at)
        elif told.end is End.REFUSED:
            self.post.work(at, faults=(NO_SUCH_POSTCODE,))
        elif told.end is End.PUBLISHED:
            for pause in WAY:
                yield at + pause
                self.post.work(at + pause)
