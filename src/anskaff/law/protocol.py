"""P-1 to P-3: what the procurement protocol must hold, as data per part.

Part I only asks that material facts are noted; buyer and object head the page all the same.
Parts II, IV and V use the list of § 10-5 (the two last by §§ 30-1(7) and 31-3(1)), part III
that of § 25-5.

>>> [field.key for field in fields_of(Part.III)][:3]
['buyer', 'object-and-estimate', 'no-lots-reason']
"""

from collections.abc import Mapping
from dataclasses import dataclass

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.part import Part
from anskaff.law.rule import Rule

MATERIAL_FACTS = Rule(
    id="P-1",
    words=Words(
        nb="Vesentlige forhold for gjennomføringen skal noteres. Ved avrop kreves protokoll bare "
        "når konkurransen gjenåpnes.",
        nn="Vesentlege forhold for gjennomføringa skal noterast. Ved avrop er protokoll kravd "
        "berre "
        "når konkurransen blir opna på nytt.",
        en="Material facts of the procurement must be noted. For call-offs a protocol is required "
        "only when the competition is reopened.",
    ),
    source="FOA §§ 7-1(3), 10-5(3), 25-5(3)",
)
PART_TWO_FIELDS = Rule(
    id="P-2",
    words=Words(
        nb="Protokollen i del II skal ha opplysningene i § 10-5, så langt de er relevante.",
        nn="Protokollen i del II skal ha opplysningane i § 10-5, så langt dei er relevante.",
        en="The protocol in part II must hold what § 10-5 lists, as far as relevant.",
    ),
    source="FOA §§ 10-5, 30-1(7), 31-3(1)",
)
PART_THREE_FIELDS = Rule(
    id="P-3",
    words=Words(
        nb="Protokollen i del III skal ha opplysningene i § 25-5, så langt de er relevante.",
        nn="Protokollen i del III skal ha opplysningane i § 25-5, så langt dei er relevante.",
        en="The protocol in part III must hold what § 25-5 lists, as far as relevant.",
    ),
    source="FOA § 25-5",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolField:
    """One field of the protocol: its key and heading. The order is that of the law."""

    key: str
    words: Words


BUYER = ProtocolField(
    key="buyer",
    words=Words(
        nb="Oppdragsgiverens navn og adresse",
        nn="Namn og adresse til oppdragsgivaren",
        en="Name and address of the buyer",
    ),
)
OBJECT = ProtocolField(
    key="object-and-estimate",
    words=Words(
        nb="Hva som skal anskaffes, og anslått verdi",
        nn="Kva som skal kjøpast, og estimert verdi",
        en="What is to be procured, and the estimated value",
    ),
)
NO_LOTS = ProtocolField(
    key="no-lots-reason",
    words=Words(
        nb="Hvorfor kontrakten ikke er delt opp",
        nn="Kvifor kontrakten ikkje er delt opp",
        en="Why the contract is not split into lots",
    ),
)
NEGOTIATION = ProtocolField(
    key="negotiation-or-dialogue-reason",
    words=Words(
        nb="Hvorfor forhandling etter kunngjøring eller konkurransepreget dialog er brukt",
        nn="Kvifor forhandling etter kunngjering eller konkurranseprega dialog er brukt",
        en="Why negotiation with a call or competitive dialogue was used",
    ),
)
NO_NOTICE = ProtocolField(
    key="no-notice-or-direct-reason",
    words=Words(
        nb="Hvorfor forhandling uten kunngjøring eller direkte anskaffelse er brukt",
        nn="Kvifor forhandling utan kunngjering eller direkte anskaffing er brukt",
        en="Why negotiation without a call or direct award was used",
    ),
)
E_COMMUNICATION = ProtocolField(
    key="e-communication-exception",
    words=Words(
        nb="Hvorfor tilbud er mottatt på annen måte enn elektronisk",
        nn="Kvifor tilbod er mottekne på annan måte enn elektronisk",
        en="Why tenders were received otherwise than electronically",
    ),
)
REQUESTERS = ProtocolField(
    key="requesters",
    words=Words(
        nb="Leverandører som har bedt om å delta",
        nn="Leverandørar som har bede om å delta",
        en="Suppliers that asked to take part",
    ),
)
SELECTED = ProtocolField(
    key="selected",
    words=Words(
        nb="Leverandører som er valgt ut, og begrunnelsen",
        nn="Leverandørar som er valde ut, og grunngivinga",
        en="Suppliers selected, and the reasons",
    ),
)
TENDERERS = ProtocolField(
    key="tenderers",
    words=Words(
        nb="Leverandører som har levert tilbud",
        nn="Leverandørar som har levert tilbod",
        en="Suppliers that delivered tenders",
    ),
)
REJECTED = ProtocolField(
    key="rejected",
    words=Words(
        nb="Leverandører som er avvist, og begrunnelsen",
        nn="Leverandørar som er avviste, og grunngivinga",
        en="Suppliers rejected, and the reasons",
    ),
)
DISCARDED = ProtocolField(
    key="discarded",
    words=Words(
        nb="Leverandører som har fått tilbudet forkastet, og begrunnelsen",
        nn="Leverandørar som har fått tilbodet forkasta, og grunngivinga",
        en="Suppliers whose tenders were discarded, and the reasons",
    ),
)
DIALOGUE_DEVIATION = ProtocolField(
    key="dialogue-deviation",
    words=Words(
        nb="Hvorfor planen for dialog er fraveket",
        nn="Kvifor planen for dialog er fråviken",
        en="Why the announced plan for dialogue was departed from",
    ),
)
DIALOGUE_PARTNERS = ProtocolField(
    key="dialogue-partners",
    words=Words(
        nb="Leverandører valgt til dialog, og en kort begrunnelse",
        nn="Leverandørar valde til dialog, og ei kort grunngiving",
        en="Suppliers chosen for dialogue, with a short reason",
    ),
)
BIAS = ProtocolField(
    key="bias-and-distortion",
    words=Words(
        nb="Inhabilitet eller konkurransevridning, og tiltak mot det",
        nn="Inhabilitet eller konkurransevriding, og tiltak mot det",
        en="Bias or distortion of competition, and what was done about it",
    ),
)
WINNER = ProtocolField(
    key="winner",
    words=Words(
        nb="Valgt leverandør, begrunnelsen og kontraktens verdi",
        nn="Vald leverandør, grunngivinga og verdien av kontrakten",
        en="Chosen supplier, the reasons and the contract value",
    ),
)
SUBCONTRACTORS = ProtocolField(
    key="subcontractors",
    words=Words(
        nb="Deler som underleverandører skal utføre, og navnene, når det er kjent",
        nn="Delar som underleverandørar skal utføre, og namna, når det er kjent",
        en="Parts to be subcontracted, and the names, when known",
    ),
)
CANCELLATION = ProtocolField(
    key="cancellation",
    words=Words(
        nb="Hvorfor konkurransen er avlyst",
        nn="Kvifor konkurransen er avlyst",
        en="Why the competition was cancelled",
    ),
)
NON_PROFIT = ProtocolField(
    key="non-profit-reservation",
    words=Words(
        nb="Hvorfor konkurransen er reservert for ideelle organisasjoner",
        nn="Kvifor konkurransen er reservert for ideelle organisasjonar",
        en="Why the competition is reserved for non-profit organisations",
    ),
)
OTHER = ProtocolField(
    key="other-material-facts",
    words=Words(
        nb="Andre vesentlige forhold",
        nn="Andre vesentlege forhold",
        en="Other material facts",
    ),
)

MATERIAL = ProtocolField(
    key="material-facts",
    words=Words(
        nb="Vesentlige forhold for gjennomføringen",
        nn="Vesentlege forhold for gjennomføringa",
        en="Material facts of the procurement",
    ),
)

_SECTION_10_5 = (
    BUYER,
    OBJECT,
    E_COMMUNICATION,
    REQUESTERS,
    SELECTED,
    TENDERERS,
    REJECTED,
    DIALOGUE_DEVIATION,
    DIALOGUE_PARTNERS,
    BIAS,
    WINNER,
    SUBCONTRACTORS,
    CANCELLATION,
    NON_PROFIT,
    OTHER,
)
_SECTION_25_5 = (
    BUYER,
    OBJECT,
    NO_LOTS,
    NEGOTIATION,
    NO_NOTICE,
    E_COMMUNICATION,
    REQUESTERS,
    SELECTED,
    TENDERERS,
    REJECTED,
    DISCARDED,
    BIAS,
    WINNER,
    SUBCONTRACTORS,
    CANCELLATION,
    OTHER,
)

FIELDS: Mapping[Part, tuple[ProtocolField, ...]] = {
    Part.OUTSIDE: (),
    Part.I: (BUYER, OBJECT, MATERIAL),
    Part.II: _SECTION_10_5,
    Part.III: _SECTION_25_5,
    Part.IV: _SECTION_10_5,
    Part.V: _SECTION_10_5,
}


def fields_of(part: Part) -> tuple[ProtocolField, ...]:
    """The fields of the protocol in this part, in the order of the law."""
    return FIELDS[part]


RULES = (MATERIAL_FACTS, PART_TWO_FIELDS, PART_THREE_FIELDS)
FINDING_KINDS: tuple[FindingKind, ...] = ()
