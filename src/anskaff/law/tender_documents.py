"""D-1 to D-7: the procurement documents, and what may be asked for in them."""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

ONLINE = Rule(
    id="D-1",
    words=Words(
        nb="Konkurransedokumentene er gratis, direkte og fullstendig tilgjengelige på nett fra "
        "kunngjøringen er publisert i TED.",
        nn="Konkurransedokumenta er gratis, direkte og fullstendig tilgjengelege på nett frå "
        "kunngjeringa er publisert i TED.",
        en="The procurement documents are free, direct and complete online from publication in "
        "TED.",
    ),
    source="FOA §§ 14-1, 14-3",
)
RISK = Rule(
    id="D-2",
    words=Words(
        nb="Oppdragsgiveren har risikoen for uklare dokumenter, leverandøren for et uklart tilbud.",
        nn="Oppdragsgivaren har risikoen for uklare dokument, leverandøren for eit uklart tilbod.",
        en="The buyer bears the risk of unclear documents, the supplier that of an unclear tender.",
    ),
    source="FOA §§ 8-4(3), 14-1(5), 9-1, 23-3",
)
CHANGES = Rule(
    id="D-3",
    words=Words(
        nb="Før tilbudsfristen kan dokumentene bare rettes, suppleres eller endres når endringen "
        "ikke er vesentlig. Alle får den straks, og fristen forlenges når det trengs tid.",
        nn="Før tilbodsfristen kan dokumenta berre rettast, supplerast eller endrast når endringa "
        "ikkje er vesentleg. Alle får ho straks, og fristen blir lengd når det trengst tid.",
        en="Before the deadline the documents may only be changed when the change is not "
        "material. All are told at once, and the deadline is extended when time is needed.",
    ),
    source="FOA §§ 14-2, 8-4(4)",
)
NO_BRANDS = Rule(
    id="D-4",
    words=Words(
        nb="Krav viser ikke til et bestemt merke uten at det er nødvendig; da legges «eller "
        "tilsvarende» til.",
        nn="Krav viser ikkje til eit bestemt merke utan at det er nødvendig; då blir «eller "
        "tilsvarande» lagt til.",
        en="Requirements name no brand unless it is necessary, and then with «or equivalent».",
    ),
    source="FOA §§ 8-5(3), 15-1(4)",
)
LABELS = Rule(
    id="D-5",
    words=Words(
        nb="En merkeordning kan kreves når vilkårene a til e er oppfylt. Likeverdige merker og "
        "annet bevis godtas.",
        nn="Ei merkeordning kan krevjast når vilkåra a til e er oppfylte. Likeverdige merke og "
        "anna prov blir godtekne.",
        en="A label may be required when tests a to e are met. Equivalent labels and other proof "
        "are accepted.",
    ),
    source="FOA §§ 8-6, 15-3",
)
UNIVERSAL_DESIGN = Rule(
    id="D-6",
    words=Words(
        nb="Det som skal brukes av mennesker, beskrives med krav til universell utforming.",
        nn="Det som skal brukast av menneske, blir skildra med krav til universell utforming.",
        en="What people will use is specified with universal design.",
    ),
    source="FOA § 15-2, LOA § 5n",
)
LOTS_REASON = Rule(
    id="D-7",
    words=Words(
        nb="Når kontrakten ikke deles opp, gis en kort begrunnelse i dokumentene eller "
        "protokollen. Valget kan ikke prøves rettslig.",
        nn="Når kontrakten ikkje blir delt opp, blir det gitt ei kort grunngiving i dokumenta "
        "eller protokollen. Valet kan ikkje prøvast rettsleg.",
        en="When the contract is not divided into lots, a short reason stands in the documents or "
        "the report. The choice cannot be reviewed.",
    ),
    source="FOA § 19-4(2)",
)

RULES = (
    ONLINE,
    RISK,
    CHANGES,
    NO_BRANDS,
    LABELS,
    UNIVERSAL_DESIGN,
    LOTS_REASON,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
