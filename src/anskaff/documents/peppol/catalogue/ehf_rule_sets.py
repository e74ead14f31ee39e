"""Our rule sets: the catalogue in EHF (EHF Catalogue 3.0)."""

from anskaff.documents.peppol.catalogue.ehf import DOCUMENT
from anskaff.documents.peppol.catalogue.rule_sets import REPEATING
from anskaff.documents.peppol.catalogue.rules import RULES
from anskaff.documents.peppol.ehf.release import Release, released

WITHOUT = frozenset({"PEPPOL-T19-R017"})
"""The rule on the process, which EHF switches off."""
RELEASE = Release("catalogue", "EHF-T19", "EHF-CATALOGUE-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, without=WITHOUT, repeating=REPEATING),)
