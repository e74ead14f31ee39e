"""The notice subtypes: which document each is written as, its form, its type, its law.

Source: eForms SDK 1.14.2, `notice-types/notice-types.json`; the older Norwegian subtypes N4, N16
and N29 from the Norwegian extension of the SDK.
"""

from dataclasses import dataclass

from anskaff.concepts.notice import NoticeForm, NoticeReading
from anskaff.documents.eforms.paths import REGISTRATION

PLAN = "PriorInformationNotice"
CALL = "ContractNotice"
AWARD = "ContractAwardNotice"


@dataclass(frozen=True, slots=True)
class Subtype:
    """What a subtype decides: XML document, form (BT-03), type (BT-02), legal basis (BT-01)."""

    key: str
    document: str
    form: NoticeForm
    kind: str
    basis: str

    @property
    def national(self) -> bool:
        """Whether only the national service publishes it."""
        return self.key[0] in "EN"


CLASSIC, UTILITIES, DEFENCE, CONCESSION = "32014L0024", "32014L0025", "32009L0081", "32014L0023"
TRANSPORT = "32007R1370"
_ROWS = (
    ("1 2 3", PLAN, NoticeForm.PLANNING, "pin-buyer", (CLASSIC, UTILITIES, DEFENCE)),
    ("4 5 6", PLAN, NoticeForm.PLANNING, "pin-only", (CLASSIC, UTILITIES, DEFENCE)),
    ("7 8 9", PLAN, NoticeForm.PLANNING, "pin-rtl", (CLASSIC, UTILITIES, DEFENCE)),
    ("10 11", PLAN, NoticeForm.COMPETITION, "pin-cfc-standard", (CLASSIC, UTILITIES)),
    ("12 13 14", PLAN, NoticeForm.COMPETITION, "pin-cfc-social", (CLASSIC, UTILITIES, CONCESSION)),
    ("15", CALL, NoticeForm.COMPETITION, "qu-sy", (UTILITIES,)),
    (
        "16 17 18 19",
        CALL,
        NoticeForm.COMPETITION,
        "cn-standard",
        (CLASSIC, UTILITIES, DEFENCE, CONCESSION),
    ),
    ("20 21", CALL, NoticeForm.COMPETITION, "cn-social", (CLASSIC, UTILITIES)),
    ("22", CALL, NoticeForm.COMPETITION, "subco", (DEFENCE,)),
    ("23 24", CALL, NoticeForm.COMPETITION, "cn-desg", (CLASSIC, UTILITIES)),
    (
        "25 26 27 28",
        AWARD,
        NoticeForm.DIRECT_AWARD,
        "veat",
        (CLASSIC, UTILITIES, DEFENCE, CONCESSION),
    ),
    (
        "29 30 31 32",
        AWARD,
        NoticeForm.RESULT,
        "can-standard",
        (CLASSIC, UTILITIES, DEFENCE, CONCESSION),
    ),
    ("33 34 35", AWARD, NoticeForm.RESULT, "can-social", (CLASSIC, UTILITIES, CONCESSION)),
    ("36 37", AWARD, NoticeForm.RESULT, "can-desg", (CLASSIC, UTILITIES)),
    ("38 39 40", AWARD, NoticeForm.MODIFICATION, "can-modif", (CLASSIC, UTILITIES, CONCESSION)),
    ("CEI", PLAN, NoticeForm.COMPETITION, "pin-cfc-standard", ("32024R2509",)),
    ("E1", PLAN, NoticeForm.CONSULTATION, "pmc", ("other",)),
    ("E2", PLAN, NoticeForm.PLANNING, "pin-only", ("other",)),
    ("E3", CALL, NoticeForm.COMPETITION, "cn-standard", ("other",)),
    ("E4", AWARD, NoticeForm.RESULT, "can-standard", ("other",)),
    ("E5", AWARD, NoticeForm.COMPLETION, "compl", ("other",)),
    ("E6", AWARD, NoticeForm.MODIFICATION, "can-modif", (DEFENCE,)),
    ("N4", PLAN, NoticeForm.PLANNING, "pin-only", ("other",)),
    ("N16", CALL, NoticeForm.COMPETITION, "cn-standard", ("other",)),
    ("N29", AWARD, NoticeForm.RESULT, "can-standard", ("other",)),
    ("T01", PLAN, NoticeForm.PLANNING, "pin-tran", (TRANSPORT,)),
    ("T02", AWARD, NoticeForm.RESULT, "can-tran", (TRANSPORT,)),
    ("X01", REGISTRATION, NoticeForm.REGISTRATION, "brin-eeig", ("31985R2137",)),
    ("X02", REGISTRATION, NoticeForm.REGISTRATION, "brin-ecs", ("32001R2157",)),
)
SUBTYPES = {
    key: Subtype(key, document, form, kind, basis)
    for keys, document, form, kind, bases in _ROWS
    for key, basis in zip(keys.split(), bases, strict=True)
}


def document(notice: NoticeReading) -> str:
    """The name of the XML document: the one the notice came as, else that of its subtype."""
    known = SUBTYPES.get(notice.subtype)
    return notice.document or (known.document if known else "")
