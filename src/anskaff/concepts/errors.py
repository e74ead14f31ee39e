"""What can go wrong, in three kinds.

    (data)        Finding       something is wrong in what a person or partner sent; returned
    AnskaffError
      Refused                   the deed is not allowed now, by state, role or law
        Forbidden               ... because of who asks            (doors answer 403)
        Conflict                ... because of the state or time   (doors answer 409)
        Invalid                 ... because of what was sent       (doors answer 422)
        NotFound                ... because the viewer may not know of it, or it is not there (404)
      Unreadable                bytes that no reader of ours understands, with findings

Everything else is a bug and is never caught broadly.
"""

from collections.abc import Sequence

from anskaff.concepts.finding import Finding


class AnskaffError(Exception):
    """Root of the errors we raise on purpose."""


class Refused(AnskaffError):
    """A deed that is not allowed now; `findings` say why and what to do."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.code for finding in findings))
        self.findings: tuple[Finding, ...] = findings


class Forbidden(Refused):
    """Refused because of who asks."""


class Conflict(Refused):
    """Refused because of the state or the time."""


class Invalid(Refused):
    """Refused because of what was sent."""


class NotFound(Refused):
    """The thing is not there, or this viewer may not know that it is."""


class Unreadable(AnskaffError):
    """Bytes that could not be read as what they claim to be."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.code for finding in findings))
        self.findings: tuple[Finding, ...] = findings


def errors_in(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop a deed; warnings and information do not."""
    return tuple(finding for finding in findings if finding.stops)
