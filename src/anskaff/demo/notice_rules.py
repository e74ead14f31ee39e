"""How the counterpart of the notice service judges notices: as the real one says that it does.

By schema, our own rules, the Norwegian tailoring and the official rules, as far as the installed
bundle has them. Without a bundle a notice only has to be one, and to say which it is.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from anskaff.concepts.days import legal_day
from anskaff.demo.notice_service import Judge, readable
from anskaff.documents import checking
from anskaff.documents.checking import Verdict
from anskaff.documents.validation.official import Official
from anskaff.notices.gateway.faults import Fault


def by_the_rules(
    now: Callable[[], datetime], bundle: Path | None, official: Official | None = None
) -> Judge:
    """The judge by the rules of the day that the clock shows."""

    def judge(content: bytes) -> tuple[Fault, ...]:
        faults = readable(content)
        if faults or bundle is None:
            return faults
        on = legal_day(now())
        checked = checking.check_file(content, on=on, bundle=bundle, official=official)
        return tuple(
            Fault(
                text=found.text("en"),
                rule=found.kind.rule or found.code,
                place=found.where,
                stops=found.stops and report.verdict is Verdict.INVALID,
            )
            for _, report in checked
            for found in report.findings
        )

    return judge
