"""What the repeated parts of a notice are called for people, by their field."""

from anskaff.concepts.words import Words

HEADINGS = {
    "organisations": Words(nb="Organisasjon", nn="Organisasjon", en="Organisation"),
    "touch_points": Words(nb="Kontaktpunkt", nn="Kontaktpunkt", en="Contact point"),
    "owners": Words(nb="Reell rettighetshaver", nn="Reell rettshavar", en="Beneficial owner"),
    "buyers": Words(nb="Oppdragsgiver", nn="Oppdragsgivar", en="Buyer"),
    "services": Words(nb="Tjenesteyter", nn="Tenesteytar", en="Service provider"),
    "legislation": Words(nb="Regelverk", nn="Regelverk", en="Legislation"),
    "places": Words(nb="Sted", nn="Stad", en="Place"),
    "lot_groups": Words(
        nb="Gruppe av delkontrakter", nn="Gruppe av delkontraktar", en="Group of lots"
    ),
    "exclusion_grounds": Words(
        nb="Avvisningsgrunn", nn="Avvisingsgrunn", en="Ground for exclusion"
    ),
    "exclusion_sources": Words(
        nb="Hvor avvisningsgrunnene står",
        nn="Kvar avvisingsgrunnane står",
        en="Where grounds for exclusion are",
    ),
    "lots": Words(nb="Delkontrakt", nn="Delkontrakt", en="Lot"),
    "strategies": Words(nb="Samfunnshensyn", nn="Samfunnsomsyn", en="Strategic aim"),
    "award_criteria": Words(
        nb="Tildelingskriterium", nn="Tildelingskriterium", en="Award criterion"
    ),
    "climate_statements": Words(
        nb="Klima- og miljøhensyn", nn="Klima- og miljøomsyn", en="Climate and environment"
    ),
    "weights": Words(nb="Vekt", nn="Vekt", en="Weight"),
    "prizes": Words(nb="Premie", nn="Premie", en="Prize"),
    "selection_criteria": Words(
        nb="Kvalifikasjonskrav", nn="Kvalifikasjonskrav", en="Selection criterion"
    ),
    "reserved": Words(
        nb="Reservert deltakelse", nn="Reservert deltaking", en="Reserved participation"
    ),
    "missing_information": Words(
        nb="Ettersending av opplysninger",
        nn="Ettersending av opplysningar",
        en="Late information",
    ),
    "selection_sources": Words(
        nb="Hvor kvalifikasjonskravene står",
        nn="Kvar kvalifikasjonskrava står",
        en="Where selection criteria are",
    ),
    "conditions": Words(nb="Kontraktsvilkår", nn="Kontraktsvilkår", en="Condition of performance"),
    "documents": Words(
        nb="Konkurransegrunnlag", nn="Konkurransegrunnlag", en="Procurement documents"
    ),
    "tax_guidance": Words(nb="Om skatt", nn="Om skatt", en="About taxes"),
    "environment_guidance": Words(nb="Om miljø", nn="Om miljø", en="About the environment"),
    "employment_guidance": Words(
        nb="Om arbeidsforhold", nn="Om arbeidsforhold", en="About employment"
    ),
    "strategic": Words(nb="Kjøretøy og energi", nn="Køyretøy og energi", en="Vehicles and energy"),
    "details": Words(nb="Hva som er kjøpt", nn="Kva som er kjøpt", en="What was bought"),
    "counts": Words(nb="Antall", nn="Tal", en="Number"),
    "funding": Words(nb="EU-midler", nn="EU-midlar", en="EU funds"),
    "withheld": Words(nb="Ikke offentlig ennå", nn="Ikkje offentleg enno", en="Not yet public"),
    "procedure_withheld": Words(
        nb="Ikke offentlig ennå om fremgangsmåten",
        nn="Ikkje offentleg enno om framgangsmåten",
        en="Not yet public about the procedure",
    ),
    "accelerated_withheld": Words(
        nb="Ikke offentlig ennå om forkortet frist",
        nn="Ikkje offentleg enno om forkorta frist",
        en="Not yet public about the accelerated procedure",
    ),
    "direct_award_withheld": Words(
        nb="Ikke offentlig ennå om direkte tildeling",
        nn="Ikkje offentleg enno om direkte tildeling",
        en="Not yet public about the direct award",
    ),
    "weighing_withheld": Words(
        nb="Ikke offentlig ennå om vektingen",
        nn="Ikkje offentleg enno om vektinga",
        en="Not yet public about the weighing",
    ),
    "total_withheld": Words(
        nb="Ikke offentlig ennå om samlet verdi",
        nn="Ikkje offentleg enno om samla verdi",
        en="Not yet public about the total value",
    ),
    "not_awarded_withheld": Words(
        nb="Ikke offentlig ennå om hvorfor ingen vant",
        nn="Ikkje offentleg enno om kvifor ingen vann",
        en="Not yet public about why there is no winner",
    ),
    "framework_withheld": Words(
        nb="Ikke offentlig ennå om verdien av rammeavtalen",
        nn="Ikkje offentleg enno om verdien av rammeavtalen",
        en="Not yet public about the value of the framework agreement",
    ),
    "subcontracting_withheld": Words(
        nb="Ikke offentlig ennå om underleveranser",
        nn="Ikkje offentleg enno om underleveransar",
        en="Not yet public about subcontracting",
    ),
    "revenue_withheld": Words(
        nb="Ikke offentlig ennå om inntekter",
        nn="Ikkje offentleg enno om inntekter",
        en="Not yet public about revenue",
    ),
    "origins_withheld": Words(
        nb="Ikke offentlig ennå om opprinnelsesland",
        nn="Ikkje offentleg enno om opphavsland",
        en="Not yet public about the country of origin",
    ),
    "more_direct_awards": Words(nb="Direkte tildeling", nn="Direkte tildeling", en="Direct award"),
    "contract_kinds": Words(nb="Type kontrakt", nn="Type kontrakt", en="Kind of contract"),
    "subcontracting_duties": Words(
        nb="Plikt om underleverandører",
        nn="Plikt om underleverandørar",
        en="Subcontracting duty",
    ),
    "previous_notices": Words(
        nb="Tidligere kunngjøring", nn="Tidlegare kunngjering", en="Earlier notice"
    ),
    "businesses": Words(nb="Foretak", nn="Føretak", en="Company"),
    "announcements": Words(
        nb="Nasjonal kunngjøring", nn="Nasjonal kunngjering", en="National announcement"
    ),
    "reviews": Words(nb="Klagesak", nn="Klagesak", en="Review"),
    "metrics": Words(nb="Energi", nn="Energi", en="Energy"),
    "measures": Words(
        nb="Tiltak mot tilbud fra tredjeland",
        nn="Tiltak mot tilbod frå tredjeland",
        en="Measure on tenders from third countries",
    ),
    "contract_terms": Words(nb="Avtalevilkår", nn="Avtalevilkår", en="Contract term"),
    "assets": Words(nb="Utstyr som brukes", nn="Utstyr som blir brukt", en="Asset used"),
    "group_frameworks": Words(
        nb="Rammeavtale for gruppe", nn="Rammeavtale for gruppe", en="Framework for a group"
    ),
    "results": Words(nb="Resultat", nn="Resultat", en="Result"),
    "received": Words(nb="Mottatt", nn="Motteke", en="Received"),
    "complaints": Words(nb="Klager", nn="Klager", en="Complaints"),
    "tenders": Words(nb="Tilbud", nn="Tilbod", en="Tender"),
    "parties": Words(nb="Tilbyder", nn="Tilbydar", en="Tendering party"),
    "tenderers": Words(nb="Deltaker", nn="Deltakar", en="Member"),
    "subcontractors": Words(nb="Underleverandør", nn="Underleverandør", en="Subcontractor"),
    "contracts": Words(nb="Kontrakt", nn="Kontrakt", en="Contract"),
    "changes": Words(nb="Endring", nn="Endring", en="Change"),
    "modifications": Words(
        nb="Kontraktsendring", nn="Kontraktsendring", en="Contract modification"
    ),
    "parts": Words(nb="Endret del", nn="Endra del", en="Changed part"),
}
