"""Mapping rows that several parts of a notice have: what is withheld, and who pays."""

from anskaff.concepts.notice import NoticeFunding, Withheld
from anskaff.documents.eforms.values import day, text, words
from anskaff.documents.mapping import Group, Term

WITHHELD = (
    Term("BT-195", "efbc:FieldIdentifierCode", "code", text("non-publication-identifier")),
    Term("BT-197", "cbc:ReasonCode", "reason", text("non-publication-justification")),
    Term("BT-196", "efbc:ReasonDescription", "words", words),
    Term("BT-198", "efbc:PublicationDate", "until", day),
)
FUNDING = (
    Term("BT-7220, BT-722", "cbc:FundingProgramCode", "programme", text("eu-programme")),
    Term("BT-5010, BT-5011", "efbc:FinancingIdentifier", "project", text()),
    Term("BT-6140, BT-6110", "cbc:Description", "description", words),
)


def withheld(path: str = "", target: str = "withheld") -> Group:
    """The fields of a node that are not published yet."""
    return Group("BT-195", f"{path}efac:FieldsPrivacy", target, Withheld, WITHHELD)


def funding(path: str = "") -> Group:
    """The programmes of the EU that pay."""
    return Group("BT-7220", f"{path}efac:Funding", "funding", NoticeFunding, FUNDING)
