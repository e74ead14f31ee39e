"""The vocabularies that people pick from: how a code is written, and where its names are.

>>> CPV.written(" 39130000-2 "), CPV.written("stoler"), NUTS.written("no081")
('39130000', None, 'NO081')
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from anskaff.documents.vocabularies import cpv, nuts
from anskaff.documents.vocabularies.tree import Tree
from anskaff.web.request import language

_REGION = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A vocabulary: `top` is the code that browsing starts at, empty for the top of the tree."""

    key: str
    name: str | Promise
    heading: str | Promise
    example: str | Promise
    read: Callable[[Path], Tree]
    shape: Callable[[str], str | None]
    top: str = ""

    @property
    def tree(self) -> Tree:
        """The names as installed; empty when they are not."""
        return self.read(Path(settings.ANSKAFF_STANDARDS))

    def written(self, text: str) -> str | None:
        """The code that a text is, whether there is such a code or not; None for words."""
        return self.shape(text)

    def label(self, code: str) -> str:
        """The name of a code in the language of the page; empty when it is not known."""
        found = self.tree.label(self.written(code) or code)
        return found.in_(language()) if found else ""

    def named(self, code: str) -> str:
        """Name first, code after (UX G3); a code without a known name stands with its kind."""
        if not code:
            return ""
        label = self.label(code)
        return f"{label} ({code})" if label else f"{self.key.upper()} {code}"


def _region(text: str) -> str | None:
    code = text.strip().upper()
    return code if _REGION.fullmatch(code) else None


CPV = Kind(
    key="cpv",
    name=_("CPV-kode"),
    heading=_("Hva som kjøpes (CPV)"),
    example=_("Skriv ord, som «kontormøbler», eller åtte sifre, som 39130000."),
    read=cpv.tree,
    shape=cpv.number,
)
NUTS = Kind(
    key="nuts",
    name=_("Sted (NUTS-kode)"),
    heading=_("Steder (NUTS)"),
    example=_("Skriv et fylke, eller en kode, som NO060 for Trøndelag eller NO for hele landet."),
    read=nuts.tree,
    shape=_region,
    top=nuts.NORWAY,
)
KINDS: Mapping[str, Kind] = {kind.key: kind for kind in (CPV, NUTS)}


def choice(kind: Kind, code: str) -> dict[str, Any]:
    """A code as a choice: with its name, and how many narrower codes it has."""
    return {"code": code, "name": kind.named(code), "below": len(kind.tree.below(code))}
