"""What the rules of the network say of the structure: nothing by number, all is in `rules`.

What the schema of UBL demands beside them is only that an issue has a finding; what it allows
beside our table, such as several explanations, is told as information.
"""

from anskaff.documents.peppol.message_level_status.table import Found, Issue
from anskaff.documents.ubl.structure import IGNORED, SCHEMA, Id, Official
from anskaff.documents.ubl.table import Field, Group

TOLD_BY_RULES = frozenset({"cac:DocumentResponse", "cac:DocumentReference"})


def _missing(group: Group, row: Field, _: str) -> Id | None:
    """A finding that is missing; all else is told by a rule."""
    return SCHEMA if isinstance(group, Issue) and row.tag == "cac:Response" else None


def _repeated(group: Group, row: Field) -> Id | None:
    """A rule counts answers and documents; UBL lets a finding have several kinds."""
    if row.tag in TOLD_BY_RULES:
        return None
    several = (isinstance(group, Found) and row.tag == "cac:Status") or row.tag == "cbc:Description"
    return IGNORED if several else SCHEMA


OFFICIAL = Official(
    missing=_missing,
    unknown=lambda _group, _name: IGNORED,
    stray=lambda _group, _field, _name: IGNORED,
    code=lambda _group, _field, _attribute: None,
    only=lambda _group, _field: None,
    empty=lambda _group, _field: IGNORED,
    repeated=_repeated,
)
