"""The receipt of a published notice as a paper (UX G9): what was published, when, by whom."""

from anskaff.competition.paper import Paper, Said, Section, Table
from anskaff.concepts.words import Words
from anskaff.notices.queries.submissions import SubmissionView

TITLE = Words(
    nb="Kvittering for publisert kunngjøring",
    nn="Kvittering for publisert kunngjering",
    en="Receipt for a published notice",
)
RUNNING = Words(nb="Kvittering {number}", nn="Kvittering {number}", en="Receipt {number}")
NUMBER = Words(nb="Kvitteringsnummer", nn="Kvitteringsnummer", en="Receipt number")
CASE = Words(nb="Sak", nn="Sak", en="Case")
NOTICE = Words(nb="Kunngjøring", nn="Kunngjering", en="Notice")
VERSION = Words(nb="Versjon", nn="Versjon", en="Version")
PUBLICATION = Words(nb="Publiseringsnummer", nn="Publiseringsnummer", en="Publication number")
BY = Words(nb="Sendt inn av", nn="Send inn av", en="Submitted by")
SUBMITTED = Words(
    nb="Sendt inn (norsk tid)", nn="Send inn (norsk tid)", en="Submitted (Norwegian time)"
)
HASH = Words(nb="SHA-256 av innholdet", nn="SHA-256 av innhaldet", en="SHA-256 of the content")
ENTRY = Words(nb="Innførsel i loggen", nn="Innførsel i loggen", en="Entry in the log")
STEPS = Words(nb="Tidslinje", nn="Tidslinje", en="Timeline")
STEP = Words(nb="Steg", nn="Steg", en="Step")
TIME = Words(nb="Tidspunkt (norsk tid)", nn="Tidspunkt (norsk tid)", en="Time (Norwegian time)")


def receipt_paper(found: SubmissionView, submitted_by: str) -> Paper:
    """What the buyer keeps of a published notice."""
    rows = tuple((one.words, one.at) for one in found.steps if one.at is not None)
    return Paper(
        title=TITLE,
        subtitle=found.title,
        author="Anskaff",
        running=Said(RUNNING, {"number": found.number}),
        facts=(
            (NUMBER, str(found.number)),
            (CASE, found.case),
            (NOTICE, found.notice),
            (VERSION, found.version),
            (PUBLICATION, found.publication),
            (BY, submitted_by),
            (SUBMITTED, found.submitted_at),
            (HASH, found.sha256),
            (ENTRY, "" if found.log_index is None else str(found.log_index)),
        ),
        sections=(
            Section(key="steps", heading=STEPS, tables=(Table(header=(STEP, TIME), rows=rows),)),
        ),
    )
