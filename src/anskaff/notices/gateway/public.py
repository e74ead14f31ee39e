"""The client of the public API: which notices are published, and each as eForms XML.

It is polite: it pauses between requests, waits as long as the service asks, and gives up after a
few tries.

No query reaches past a thousand hits, there is no token to go on with, and days are the finest that
one can ask for. A day with more is read from both ends, then by kind of notice and by CPV division,
until as many are found as the service says that there are. Which filters there are, and that one
the service does not know is passed over in silence, others have found by trying.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

from anskaff.concepts.errors import AnskaffError
from anskaff.notices.gateway import contract, faults
from anskaff.notices.gateway.faults import Json
from anskaff.notices.gateway.service import Answer, Outcome, answer_of
from anskaff.notices.gateway.transport import NoReply, Request, Transport

HITS_PER_PAGE = 100
MOST_HITS = 1000
BOTH_ENDS = ("PUBLICATION_DATE_ASC", "PUBLICATION_DATE_DESC")
KINDS = ("PLANNING", "COMPETITION", "RESULT")
DIVISIONS = tuple(f"{number:02d}000000" for number in range(3, 99))
PAGE_BYTES = 20_000_000
NOTICE_BYTES = 50_000_000
SECONDS = 60
PAUSE_MILLISECONDS = 400
TRIES = 4
WAIT_SECONDS = 5
LONGEST_WAIT_SECONDS = 60


class NotFetched(AnskaffError):
    """The service did not give what was asked for; the reason is safe to show."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A published notice: the number it is published under, its title, the day."""

    publication: str
    title: str
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The notices of a day that could be listed, each once, and how many there are."""

    hits: tuple[Hit, ...]
    total: int

    @property
    def unlisted(self) -> int:
        """How many the service has and does not list."""
        return max(0, self.total - len(self.hits))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNotices:
    """The public API behind a transport, with its key; `sleep` takes milliseconds."""

    transport: Transport = field(repr=False)
    key: str = field(repr=False)
    sleep: Callable[[int], None] = field(repr=False)
    hits_per_page: int = HITS_PER_PAGE

    def __post_init__(self) -> None:
        if not self.key or not self.key.isascii() or not self.key.isprintable():
            raise ValueError("the subscription key must be printable ASCII on one line")

    def issued_on(self, day: date) -> Listed:
        """The notices that were issued on a day, as far as the service lists them.

        Raises:
            NotFetched: the service does not answer, or in another form.
        """
        reading = _Reading(api=self, day=day)
        total = reading.read({})
        for narrower in _narrowing():
            if len(reading.found) >= total:
                break
            reading.read(narrower)
        return Listed(hits=tuple(reading.found.values()), total=total)

    def notice(self, publication: str) -> bytes:
        """One published notice as eForms XML.

        Raises:
            NotFetched: the service does not answer, or does not have it.
        """
        path = contract.DOWNLOAD.value.format(publication=quote(publication, safe=""))
        return self._got(path, most_bytes=NOTICE_BYTES).body

    def page(self, asked: Mapping[str, str], number: int) -> dict[str, Json]:
        """One page of what is asked for, as the service answers.

        Raises:
            NotFetched: the service does not answer.
        """
        query = {**asked, "numHitsPerPage": self.hits_per_page, "page": number}
        path = f"{contract.SEARCH.value}?{urlencode(query)}"
        listed = faults.parsed_json(self._got(path, most_bytes=PAGE_BYTES).body)
        return listed if isinstance(listed, dict) else {}

    def _got(self, path: str, *, most_bytes: int) -> Answer:
        request = Request(
            method="GET",
            path=path,
            headers={contract.KEY_HEADER.value: self.key, "User-Agent": "anskaff"},
            seconds=SECONDS,
            most_bytes=most_bytes,
        )
        reason = ""
        for tries in range(1, TRIES + 1):
            self.sleep(PAUSE_MILLISECONDS)
            try:
                answer = answer_of(self.transport(request))
            except NoReply as error:
                reason, wished = error.reason, 0
            else:
                if answer.outcome is Outcome.DONE:
                    return answer
                reason, wished = answer.reason, answer.retry_after_seconds
                if answer.outcome not in {Outcome.UNKNOWN, Outcome.BUSY}:
                    break
            if tries < TRIES:
                wait = max(wished, WAIT_SECONDS * 2 ** (tries - 1))
                self.sleep(1000 * min(wait, LONGEST_WAIT_SECONDS))
        raise NotFetched(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What has been found of a day so far."""

    api: PublicNotices
    day: date
    found: dict[str, Hit] = field(default_factory=dict)

    def read(self, narrower: Mapping[str, str]) -> int:
        """Read a query from its first hit, and from its last when it has too many; its total."""
        total = 0
        for order in BOTH_ENDS:
            total, accessible = self._read_in(order, narrower)
            if total <= accessible:
                break
        return total

    def _read_in(self, order: str, narrower: Mapping[str, str]) -> tuple[int, int]:
        on = self.day.isoformat()
        asked = {"issueDateFrom": on, "issueDateTo": on, "sortBy": order, **narrower}
        number, size = 1, self.api.hits_per_page
        while True:
            listed = self.api.page(asked, number)
            hits, total = listed.get("hits"), listed.get("numHitsTotal")
            if not isinstance(hits, list) or not isinstance(total, int):
                raise NotFetched("the answer is not one that the service gives")
            stated = listed.get("numHitsAccessible")
            accessible = stated if isinstance(stated, int) else MOST_HITS
            for hit in filter(None, map(_hit, hits)):
                self.found.setdefault(hit.publication, hit)
            beyond = accessible < total and (number + 1) * size > accessible
            if not hits or number * size >= total or beyond:
                return total, accessible
            number += 1


def _narrowing() -> Iterator[Mapping[str, str]]:
    """Ever narrower questions about a day."""
    for kind in KINDS:
        yield {"type": kind}
    for division in DIVISIONS:
        for kind in KINDS:
            yield {"type": kind, "cpvCode": division}


def _hit(each: Json) -> Hit | None:
    if not isinstance(each, dict):
        return None
    publication = each.get("id")
    if not isinstance(publication, str) or not publication:
        return None
    day = each.get("publicationDate")
    try:
        published_on = date.fromisoformat(day[:10]) if isinstance(day, str) else None
    except ValueError:
        published_on = None
    title = each.get("heading")
    return Hit(
        publication=publication[:60],
        title=title[:300] if isinstance(title, str) else "",
        published_on=published_on,
    )
