"""The reason that a step back or a stop must have, since the protocol tells it."""

from anskaff.concepts.errors import Invalid
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

ACT_UNEXPLAINED = FindingKind(
    code="award-act-unexplained",
    text=Words(
        nb="Begrunnelsen mangler.",
        nn="Grunngivinga manglar.",
        en="The reason is missing.",
    ),
    cure=Words(
        nb="Skriv en kort begrunnelse; den føres i protokollen.",
        nn="Skriv ei kort grunngiving; ho blir ført i protokollen.",
        en="Write a short reason; it goes into the protocol.",
    ),
)


def require_reason(reason: str) -> None:
    """Refuse a deed without a written reason.

    Raises:
        Invalid: the reason is empty.
    """
    if not reason.strip():
        raise Invalid(ACT_UNEXPLAINED.at("reason"))
