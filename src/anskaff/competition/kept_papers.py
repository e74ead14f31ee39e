"""Papers that are printed once and kept as they were: letters and the protocol."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from anskaff.competition.models import Competition, KeptDocument
from anskaff.competition.paper import PaperJson
from anskaff.concepts.days import legal_day
from anskaff.records import files

PDF = "application/pdf"


Printer = Callable[[Mapping[str, PaperJson], str, date], bytes]
"""Makes a PDF of a written paper, in a language, dated a day; the door hands it in."""


def keep_printed(
    competition: Competition,
    kind: KeptDocument.Kind,
    content: Mapping[str, PaperJson],
    language: str,
    *,
    printer: Printer,
    at: datetime,
) -> KeptDocument:
    """Print a written paper, dated the day in Oslo, and keep it with the competition."""
    stored = files.store([printer(content, language, legal_day(at))], media_type=PDF, at=at)
    return KeptDocument.objects.create(
        competition=competition, kind=kind, language=language, stored=stored, made_at=at
    )
