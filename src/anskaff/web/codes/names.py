"""Official names of codes, fields and notices, as the standards are installed here (UX G3)."""

from pathlib import Path

from django.conf import settings

from anskaff.documents.eforms import labels


def official() -> labels.Labels:
    """The names in the installed standards; each is nothing where they are not installed."""
    return labels.official(Path(settings.ANSKAFF_STANDARDS))
