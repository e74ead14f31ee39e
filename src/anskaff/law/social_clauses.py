"""S-1 to S-10: clauses of the contract on work, tax and human rights (LOA §§ 5e to 5p)."""

from datetime import date

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

FROM_2026 = date(2026, 7, 1)
"""The day LOV-2026-03-06-8 came into force."""

WAGES = Rule(
    id="S-1",
    words=Words(
        nb="Kontrakten krever lønns- og arbeidsvilkår etter allmenngjøringsforskrift, ellers "
        "etter landsomfattende tariffavtale.",
        nn="Kontrakten krev lønns- og arbeidsvilkår etter allmenngjeringsforskrift, elles etter "
        "landsomfattande tariffavtale.",
        en="The contract requires wage and work terms of the general application regulation, else "
        "of the national collective agreement.",
    ),
    source="LOA § 5e",
    valid_from=FROM_2026,
)
PENSION_AND_CARD = Rule(
    id="S-2",
    words=Words(
        nb="Kontrakten krever obligatorisk tjenestepensjon og HMS-kort.",
        nn="Kontrakten krev obligatorisk tenestepensjon og HMS-kort.",
        en="The contract requires occupational pension and the HSE card.",
    ),
    source="LOA § 5f",
    valid_from=FROM_2026,
)
LANGUAGE_ON_SITE = Rule(
    id="S-3",
    words=Words(
        nb="Kontrakten krever informasjonsplikt og språkferdigheter på bygge- og anleggsplassen.",
        nn="Kontrakten krev informasjonsplikt og språkdugleik på byggje- og anleggsplassen.",
        en="The contract requires information and language skills on the site.",
    ),
    source="LOA § 5f(2)",
    valid_from=FROM_2026,
)
PAID_BY_BANK = Rule(
    id="S-4",
    words=Words(
        nb="Lønn betales bare gjennom bank, også hos underleverandører.",
        nn="Lønn blir berre betalt gjennom bank, også hos underleverandørar.",
        en="Wages are paid through a bank only, also by subcontractors.",
    ),
    source="LOA § 5g",
    valid_from=FROM_2026,
)
APPRENTICES = Rule(
    id="S-5",
    words=Words(
        nb="Leverandøren er med i en lærlingordning, og minst 10 prosent av arbeidet gjøres av "
        "lærlinger, minst én. Kravet står i forhold til kontrakten, og den som har forsøkt "
        "reelt, er unntatt.",
        nn="Leverandøren er med i ei lærlingordning, og minst 10 prosent av arbeidet blir gjort "
        "av lærlingar, minst éin. Kravet står i forhold til kontrakten, og den som har prøvd "
        "reelt, er unnateken.",
        en="The supplier is in an apprentice scheme, and at least 10 per cent of the work is done "
        "by apprentices, at least one. Proportionate, and a real attempt excuses.",
    ),
    source="LOA § 5h",
    valid_from=FROM_2026,
)
TWO_TIERS = Rule(
    id="S-6",
    words=Words(
        nb="Høyst to ledd underleverandører, flere bare når konkurransen trenger det eller noe "
        "uforutsett skjer.",
        nn="Høgst to ledd underleverandørar, fleire berre når konkurransen treng det eller noko "
        "uføresett skjer.",
        en="At most two tiers of subcontractors, more only when competition needs it or something "
        "unforeseen happens.",
    ),
    source="LOA § 5k",
    valid_from=FROM_2026,
)
CONTROL = Rule(
    id="S-7",
    words=Words(
        nb="Oppdragsgiveren kontrollerer kravene og dokumenterer risikovurdering og kontroller.",
        nn="Oppdragsgivaren kontrollerer krava og dokumenterer risikovurdering og kontrollar.",
        en="The buyer controls the clauses and documents risk assessment and checks.",
    ),
    source="LOA § 5i",
    valid_from=FROM_2026,
)
TAX = Rule(
    id="S-8",
    words=Words(
        nb="En norsk vinner gir innsyn i eller attest for skatt og merverdiavgift, høyst seks "
        "måneder gammel. I bygge- og anleggskontrakter gjelder det også underleverandører "
        "over 500 000 kroner.",
        nn="Ein norsk vinnar gir innsyn i eller attest for skatt og meirverdiavgift, høgst seks "
        "månader gammal. I byggje- og anleggskontraktar gjeld det også underleverandørar over "
        "500 000 kroner.",
        en="A Norwegian winner gives access to or a certificate of tax and VAT, at most six "
        "months old. In works also for subcontractors above NOK 500 000.",
    ),
    source="LOA § 5l",
    valid_from=FROM_2026,
)
HUMAN_RIGHTS = Rule(
    id="S-9",
    words=Words(
        nb="Når det er risiko for brudd på grunnleggende menneskerettigheter, bør kontrakten "
        "stille krav.",
        nn="Når det er risiko for brot på grunnleggjande menneskerettar, bør kontrakten stille "
        "krav.",
        en="Where there is a risk of human-rights breaches, the contract should set requirements.",
    ),
    source="LOA § 5m",
    valid_from=FROM_2026,
)
SANCTIONS = Rule(
    id="S-10",
    words=Words(
        nb="Kontrakten har sanksjoner for brudd på kravene etter §§ 5b til 5m.",
        nn="Kontrakten har sanksjonar for brot på krava etter §§ 5b til 5m.",
        en="The contract has sanctions for breach of the clauses under §§ 5b to 5m.",
    ),
    source="LOA § 5p",
    valid_from=FROM_2026,
)

RULES = (
    WAGES,
    PENSION_AND_CARD,
    LANGUAGE_ON_SITE,
    PAID_BY_BANK,
    APPRENTICES,
    TWO_TIERS,
    CONTROL,
    TAX,
    HUMAN_RIGHTS,
    SANCTIONS,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
