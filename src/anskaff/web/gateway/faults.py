"""What the service found wrong, beside our own words for it: field, expectation and cure."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.documents import checking
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.queries.submissions import SubmissionView
from anskaff.web.codes.names import official


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A fault as the service wrote it, the field's official name, and what our own check says."""

    fault: Fault
    field: Words | None
    ours: tuple[Finding, ...]


def explained(found: SubmissionView, notice: bytes) -> tuple[Explained, ...]:
    """The faults of a refused notice; those that our own rules also find are told in our words."""
    if not found.faults:
        return ()
    folder = Path(settings.ANSKAFF_STANDARDS)
    names = official()
    ours = _ours(notice, found.submitted_at.isoformat(), folder if folder.is_dir() else None)
    return tuple(
        Explained(
            fault=fault,
            field=names.field_label(fault.term) if fault.term else None,
            ours=tuple(each for each in ours if each.kind.rule and each.kind.rule == fault.rule),
        )
        for fault in found.faults
    )


@lru_cache(maxsize=16)
def _ours(notice: bytes, submitted: str, folder: Path | None) -> tuple[Finding, ...]:
    """Our own check by the rules of the day that the notice was submitted."""
    on = legal_day(datetime.fromisoformat(submitted))
    return checking.check(notice, on=on, bundle=folder).findings
