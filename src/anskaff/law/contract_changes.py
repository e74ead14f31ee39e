"""C-a to C-f: which changes of a contract are allowed without a new competition (FOA § 28-1)."""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

CLAUSE = Rule(
    id="C-a",
    words=Words(
        nb="En endring er tillatt når en klar klausul eller opsjon i dokumentene åpner for den og "
        "kontraktens helhet består.",
        nn="Ei endring er tillaten når ein klar klausul eller opsjon i dokumenta opnar for ho og "
        "heilskapen i kontrakten består.",
        en="A change is allowed by a clear clause or option in the documents when the overall "
        "nature is kept.",
    ),
    source="FOA § 28-1",
)
SMALL = Rule(
    id="C-b",
    words=Words(
        nb="En endring er tillatt når summen er lavere enn EØS-terskelverdien og lavere enn 10 "
        "prosent av kontrakten, 15 for bygge- og anleggsarbeid. Flere slike endringer legges "
        "sammen.",
        nn="Ei endring er tillaten når summen er lågare enn EØS-terskelverdien og lågare enn 10 "
        "prosent av kontrakten, 15 for byggje- og anleggsarbeid. Fleire slike endringar blir "
        "lagde saman.",
        en="A change is allowed when the sum is below the EEA threshold and below 10 per cent of "
        "the contract, 15 for works. Several such changes are added up.",
    ),
    source="FOA § 28-1",
)
EXTRAS = Rule(
    id="C-c",
    words=Words(
        nb="Nødvendige tillegg er tillatt når et leverandørbytte er umulig og svært kostbart, "
        "opptil 50 prosent av kontrakten for hver endring.",
        nn="Nødvendige tillegg er tillatne når eit leverandørbyte er umogleg og svært kostbart, "
        "opptil 50 prosent av kontrakten for kvar endring.",
        en="Necessary extras are allowed when a change of supplier is impossible and very costly, "
        "up to 50 per cent of the contract for each change.",
    ),
    source="FOA § 28-1",
)
UNFORESEEN = Rule(
    id="C-d",
    words=Words(
        nb="En endring som skyldes forhold en aktsom oppdragsgiver ikke kunne forutse, er tillatt "
        "opptil 50 prosent av kontrakten for hver endring.",
        nn="Ei endring som kjem av forhold ein aktsam oppdragsgivar ikkje kunne føresjå, er "
        "tillaten opptil 50 prosent av kontrakten for kvar endring.",
        en="A change caused by what a careful buyer could not foresee is allowed up to 50 per "
        "cent of the contract for each change.",
    ),
    source="FOA § 28-1",
)
SUCCESSOR = Rule(
    id="C-e",
    words=Words(
        nb="En ny leverandør kan tre inn etter omorganisering når den er kvalifisert.",
        nn="Ein ny leverandør kan tre inn etter omorganisering når han er kvalifisert.",
        en="A new supplier may step in after restructuring when qualified.",
    ),
    source="FOA § 28-1",
)
NOT_MATERIAL = Rule(
    id="C-f",
    words=Words(
        nb="Andre endringer er tillatt når de ikke er vesentlige. Vesentlig er det alltid når "
        "andre kunne deltatt eller vunnet, når balansen flyttes til leverandørens fordel, når "
        "omfanget blir mye større, eller når leverandøren byttes.",
        nn="Andre endringar er tillatne når dei ikkje er vesentlege. Vesentleg er det alltid når "
        "andre kunne delteke eller vunne, når balansen blir flytt til fordel for "
        "leverandøren, når omfanget blir mykje større, eller når leverandøren blir bytt.",
        en="Other changes are allowed when they are not material. Always material: others could "
        "have taken part or won, the balance moves to the supplier, the scope grows much, or "
        "the supplier is replaced.",
    ),
    source="FOA §§ 28-1, 28-2, 11-2",
)

RULES = (
    CLAUSE,
    SMALL,
    EXTRAS,
    UNFORESEEN,
    SUCCESSOR,
    NOT_MATERIAL,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
