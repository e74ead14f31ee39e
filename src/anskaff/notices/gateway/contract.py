"""What the clients believe about the national notice service, in one place.

The operator's public documentation (the page on its API in the Norwegian eForms SDK) says: there is
a Notices API to submit, stop, validate and translate notices, that mimics the publication API of
TED; a public API to search and download; keys of Azure API Management; and `debug=true` for
details when validating. The reference pages themselves need a login. Paths and fields therefore
come from the public documentation of TED's publication API and from answers that vendors and the
operator have quoted in the SDK's public issue tracker. `Known` says which, line by line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Known(StrEnum):
    """How we know a line of the table."""

    DOCUMENTED = "documented"
    QUOTED = "quoted in public by the operator or a vendor"
    ASSUMED = "our assumption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One belief: what it is called, what it is for, and how we know."""

    value: str
    meaning: str
    known: Known


KEY_HEADER: Final = Line(
    value="Ocp-Apim-Subscription-Key",
    meaning="Header that carries the subscription key",
    known=Known.DOCUMENTED,
)
SUBMIT: Final = Line(
    value="/api/v2/notice/notices/submit",
    meaning="POST, multipart: `notice` (XML) and `metadata` (JSON); 201 when accepted",
    known=Known.QUOTED,
)
VALIDATE: Final = Line(
    value="/api/v2/notice/notices/validate?debug=true",
    meaning="POST, multipart: `notice`; says whether it is valid, and in detail why not",
    known=Known.QUOTED,
)
STATUS: Final = Line(
    value="/api/v2/notice/notices/search-esentool?id={notice}&versionId={version}",
    meaning="GET; a list that is empty when the service does not know the notice",
    known=Known.QUOTED,
)
STOP: Final = Line(
    value="/api/v2/notice/notices/{notice}-{version}/stop-publication-esentool",
    meaning="POST; 200 stopped, 403 too late, 404 unknown",
    known=Known.QUOTED,
)
REPORT: Final = Line(
    value="/api/v2/notice/notices/{notice}-{version}/validation-report",
    meaning="GET; the report of a notice that was refused later, as SVRL",
    known=Known.DOCUMENTED,
)
SEARCH: Final = Line(
    value="/public/v2/search",
    meaning="GET; published notices, page by page, at most 1000 of one query",
    known=Known.QUOTED,
)
SEARCH_FILTERS: Final = Line(
    value="issueDateFrom issueDateTo type cpvCode sortBy",
    meaning="What a search can be narrowed by; one that is unknown is passed over in silence",
    known=Known.QUOTED,
)
SEARCH_COUNTS: Final = Line(
    value="numHitsTotal numHitsAccessible hits",
    meaning="How many hits there are, how many can be read, and those of the page",
    known=Known.QUOTED,
)
DOWNLOAD: Final = Line(
    value="/public/v2/download/{publication}",
    meaning="GET; one published notice as eForms XML",
    known=Known.QUOTED,
)
PATHS: Final = (KEY_HEADER, SUBMIT, VALIDATE, STATUS, STOP, REPORT, SEARCH, DOWNLOAD)

ACCEPTED: Final = Line(
    value="success", meaning="true or false in the answer to a submission", known=Known.QUOTED
)
FOUND: Final = Line(
    value="content", meaning="The list in the answer about status", known=Known.QUOTED
)
STATUS_WORD: Final = Line(
    value="status", meaning="Where the notice is, a word in capitals", known=Known.QUOTED
)
PUBLICATION: Final = Line(
    value="publicationId", meaning="The number it was published under", known=Known.QUOTED
)
PUBLISHED_ON: Final = Line(
    value="publicationDate", meaning="The day it was published", known=Known.QUOTED
)
AUTHOR_EMAIL: Final = Line(
    value="noticeAuthorEmail", meaning="Who gets the operator's letters", known=Known.QUOTED
)
AUTHOR_LOCALE: Final = Line(
    value="noticeAuthorLocale", meaning="The language of those letters", known=Known.QUOTED
)
FAULT_WORDS: Final = Line(
    value="message text description",
    meaning="In a refusal's details: the words of a fault, the first that is there",
    known=Known.ASSUMED,
)
FAULT_RULE: Final = Line(
    value="rule ruleId id code",
    meaning="In a refusal's details: the rule that was broken",
    known=Known.ASSUMED,
)
FAULT_PLACE: Final = Line(
    value="location xpath field path",
    meaning="In a refusal's details: where in the notice",
    known=Known.ASSUMED,
)
FAULT_WEIGHT: Final = Line(
    value="severity role flag type",
    meaning="In a refusal's details: `warn…` is a warning, everything else stops the notice",
    known=Known.ASSUMED,
)
FIELDS: Final = (
    *(SEARCH_FILTERS, SEARCH_COUNTS),
    *(ACCEPTED, FOUND, STATUS_WORD, PUBLICATION, PUBLISHED_ON, AUTHOR_EMAIL, AUTHOR_LOCALE),
    *(FAULT_WORDS, FAULT_RULE, FAULT_PLACE, FAULT_WEIGHT),
)


class Stage(StrEnum):
    """Where the service says that a notice is, in our words."""

    RECEIVED = "received"
    CHECKED_BY_HAND = "checked-by-hand"
    TED = "ted"
    PUBLISHED = "published"
    REFUSED = "refused"
    STOPPED = "stopped"
    UNKNOWN_WORD = "unknown-word"


STAGES: Final[Mapping[str, tuple[Stage, Known]]] = {
    "SUBMITTED": (Stage.RECEIVED, Known.QUOTED),
    "MANUAL_CHECK": (Stage.CHECKED_BY_HAND, Known.QUOTED),
    "PUBLISHING": (Stage.TED, Known.DOCUMENTED),
    "PUBLISHED": (Stage.PUBLISHED, Known.QUOTED),
    "VALIDATION_FAILED": (Stage.REFUSED, Known.QUOTED),
    "NOT_PUBLISHED": (Stage.REFUSED, Known.DOCUMENTED),
    "REJECTED": (Stage.REFUSED, Known.ASSUMED),
    "STOPPED": (Stage.STOPPED, Known.DOCUMENTED),
}


def stage_of(word: str) -> Stage:
    """The stage that a status word means.

    >>> stage_of("SUBMITTED").value, stage_of("SUMITTED").value
    ('received', 'unknown-word')
    """
    return STAGES.get(word.strip().upper(), (Stage.UNKNOWN_WORD, Known.ASSUMED))[0]
