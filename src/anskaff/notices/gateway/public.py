"""The client of the public API: which notices are published, and each as eForms XML.

It is polite: it pauses between requests, waits as long as the service asks, and gives up after a
few tries. No query reaches past a thousand hits, so one asks for few days at a time.
"""

from collections.abc import Callable, Iterator
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
class PublicNotices:
    """The public API behind a transport, with its key; `sleep` takes milliseconds."""

    transport: Transport = field(repr=False)
    key: str = field(repr=False)
    sleep: Callable[[int], None] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.key or not self.key.isascii() or not self.key.isprintable():
            raise ValueError("the subscription key must be printable ASCII on one line")

    def issued_on(self, day: date) -> Iterator[Hit]:
        """The notices that were issued on a day, each once.

        Raises:
            NotFetched: the service does not answer, or has more hits than it lets anyone read.
        """
        seen: set[str] = set()
        for number in range(1, MOST_HITS // HITS_PER_PAGE + 1):
            listed = self._page(day, number)
            hits = listed.get("hits")
            total = listed.get("numHitsTotal")
            if not isinstance(hits, list) or not isinstance(total, int):
                raise NotFetched("the answer is not one that the service gives")
            if total > MOST_HITS:
                raise NotFetched(f"{total} hits on one day, and only {MOST_HITS} can be read")
            for hit in map(_hit, hits):
                if hit is not None and hit.publication not in seen:
                    seen.add(hit.publication)
                    yield hit
            if not hits or number * HITS_PER_PAGE >= total:
                return

    def notice(self, publication: str) -> bytes:
        """One published notice as eForms XML.

        Raises:
            NotFetched: the service does not answer, or does not have it.
        """
        path = contract.DOWNLOAD.value.format(publication=quote(publication, safe=""))
        return self._got(path, most_bytes=NOTICE_BYTES).body

    def _page(self, day: date, number: int) -> dict[str, Json]:
        query = {
            "issueDateFrom": day.isoformat(),
            "issueDateTo": day.isoformat(),
            "sortBy": "PUBLICATION_DATE_ASC",
            "numHitsPerPage": HITS_PER_PAGE,
            "page": number,
        }
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
