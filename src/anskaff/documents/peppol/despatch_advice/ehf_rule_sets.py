"""Our rule sets: the despatch advice in EHF (EHF Despatch Advice 3.0)."""

from anskaff.documents.peppol.despatch_advice.ehf import DOCUMENT, ITEM
from anskaff.documents.peppol.despatch_advice.rules import RULES
from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.ubl.numbering import Oddities

RELEASE = Release("despatch-advice", "EHF-T16", "EHF-DESPATCH-ADVICE-3.0")
AT_THE_ITEM = "it looks for the values of a property in the item itself"
SILENT = dict.fromkeys(
    (f"EHF-T16-B{each}" for each in ("17701", "17702", "17703", "17901")), AT_THE_ITEM
)
RULE_SETS = (
    released(
        DOCUMENT,
        RELEASE,
        RULES,
        silent=SILENT,
        oddities=Oddities(skipped={f"{ITEM}/cac:AdditionalItemProperty": 3}),
    ),
)
