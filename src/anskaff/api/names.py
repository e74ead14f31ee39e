"""Names of codes in answers of the API, in three languages, as the installed files have them."""

from pathlib import Path

from django.conf import settings

from anskaff.api.schemas import NameOut
from anskaff.concepts.words import Words
from anskaff.documents.vocabularies import cpv, nuts


def of_cpv(code: str) -> NameOut | None:
    """What a CPV code is called; None when the names are not installed or have no such code."""
    return _out(cpv.tree(Path(settings.ANSKAFF_STANDARDS)).label(cpv.number(code) or code))


def of_place(code: str) -> NameOut | None:
    """What a region is called; None when the names are not installed or have no such code."""
    return _out(nuts.tree(Path(settings.ANSKAFF_STANDARDS)).label(code))


def _out(name: Words | None) -> NameOut | None:
    return NameOut(nb=name.nb, nn=name.nn, en=name.en) if name else None
