"""The rules of Peppol on the despatch advice (T16), beside those of its structure."""

from anskaff.documents.peppol.despatch_advice.line_rules import line_rules
from anskaff.documents.peppol.despatch_advice.parties import Buyer, Originator, Seller
from anskaff.documents.peppol.despatch_advice.table import DespatchAdvice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.identity import specification
from anskaff.documents.peppol.post_award.parties import holds, named

Named = Buyer | Seller | Originator


def _is_known(trader: Named) -> bool:
    by_name = holds(trader, "party", "party_name", "name")
    return by_name or holds(trader, "party", "identification", "key")


RULES = (
    *line_rules("T16"),
    named("PEPPOL-T16-R008", Buyer, _is_known, at="party"),
    named("PEPPOL-T16-R009", Seller, _is_known, at="party"),
    named("PEPPOL-T16-R010", Originator, _is_known, at="party"),
    specification("PEPPOL-T16-R011", DespatchAdvice, BY_KEY["despatch_advice"].customization),
)
