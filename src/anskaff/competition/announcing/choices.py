"""Codes that a buyer chooses among, in our own short words; the official words are shown if there.

Source of the codes: eForms SDK 1.14.2, `codelists`; a test compares them with the installed bundle.
"""

from collections.abc import Mapping

from anskaff.concepts.words import Words

Codes = Mapping[str, Words]


def said(nb: str, nn: str, en: str) -> Words:
    """Words in the order of the languages."""
    return Words(nb=nb, nn=nn, en=en)


ELI = "https://lovdata.no/eli/forskrift/2016/8/12"
REGULATION = f"{ELI}/974"
UTILITIES_REGULATION = f"{ELI}/975"
CONCESSION_REGULATION = f"{ELI}/976"
EXEMPT = "LocalLegalBasis"
LEGAL_BASES: Codes = {
    REGULATION: said(
        "Anskaffelsesforskriften", "Anskaffelsesforskrifta", "The Public Procurement Regulations"
    ),
    UTILITIES_REGULATION: said(
        "Forsyningsforskriften", "Forsyningsforskrifta", "The Utilities Procurement Regulations"
    ),
    CONCESSION_REGULATION: said(
        "Konsesjonskontraktforskriften",
        "Konsesjonskontraktforskrifta",
        "The Concession Contract Regulations",
    ),
    EXEMPT: said(
        "Unntatt fra anskaffelsesloven",
        "Unnateke frå anskaffelseslova",
        "Exempt from the Public Procurement Act",
    ),
}
"""The bases that a national notice may name (eforms-nor 1.14.2-patch6, `national-e.yaml`, LB-R001A,
LB-R005, LB-R010A)."""
CRITERION_TYPES: Codes = {
    "price": said("Pris", "Pris", "Price"),
    "cost": said("Kostnad", "Kostnad", "Cost"),
    "quality": said("Kvalitet", "Kvalitet", "Quality"),
    "quality-nor-env-criteria": said(
        "Kvalitet: klima og miljø", "Kvalitet: klima og miljø", "Quality: climate and environment"
    ),
}
LEGAL_TYPES: Codes = {
    "cga": said("Statlig myndighet", "Statleg styresmakt", "Central government authority"),
    "ra": said("Fylkeskommune", "Fylkeskommune", "Regional authority"),
    "la": said("Kommune", "Kommune", "Local authority"),
    "body-pl-cga": said(
        "Offentligrettslig organ, styrt av staten",
        "Offentlegrettsleg organ, styrt av staten",
        "Body governed by public law, controlled by the state",
    ),
    "body-pl-ra": said(
        "Offentligrettslig organ, styrt av en fylkeskommune",
        "Offentlegrettsleg organ, styrt av ein fylkeskommune",
        "Body governed by public law, controlled by a region",
    ),
    "body-pl-la": said(
        "Offentligrettslig organ, styrt av en kommune",
        "Offentlegrettsleg organ, styrt av ein kommune",
        "Body governed by public law, controlled by a municipality",
    ),
    "pub-undert-cga": said(
        "Offentlig foretak, styrt av staten",
        "Offentleg føretak, styrt av staten",
        "Public undertaking, controlled by the state",
    ),
    "pub-undert-ra": said(
        "Offentlig foretak, styrt av en fylkeskommune",
        "Offentleg føretak, styrt av ein fylkeskommune",
        "Public undertaking, controlled by a region",
    ),
    "pub-undert-la": said(
        "Offentlig foretak, styrt av en kommune",
        "Offentleg føretak, styrt av ein kommune",
        "Public undertaking, controlled by a municipality",
    ),
}
AUTHORITY_ACTIVITIES: Codes = {
    "gen-pub": said(
        "Alminnelig offentlig tjenesteyting",
        "Allmenn offentleg tenesteyting",
        "General public services",
    ),
    "education": said("Utdanning", "Utdanning", "Education"),
    "health": said("Helse", "Helse", "Health"),
    "soc-pro": said("Sosiale tjenester", "Sosiale tenester", "Social protection"),
    "env-pro": said("Miljøvern", "Miljøvern", "Environmental protection"),
    "econ-aff": said("Næring og økonomi", "Næring og økonomi", "Economic affairs"),
    "hc-am": said("Bolig og nærmiljø", "Bustad og nærmiljø", "Housing and community amenities"),
    "pub-os": said("Orden og sikkerhet", "Orden og tryggleik", "Public order and safety"),
    "rcr": said("Fritid, kultur og religion", "Fritid, kultur og religion", "Recreation, culture"),
    "defence": said("Forsvar", "Forsvar", "Defence"),
}
ENTITY_ACTIVITIES: Codes = {
    "water": said("Vann", "Vatn", "Water"),
    "electricity": said("Elektrisitet", "Elektrisitet", "Electricity"),
    "gas-heat": said("Gass og varme", "Gass og varme", "Gas and heat"),
    "gas-oil": said("Olje- og gassutvinning", "Olje- og gassutvinning", "Oil and gas extraction"),
    "urttb": said("By- og lokaltrafikk", "By- og lokaltrafikk", "Urban transport"),
    "rail": said("Jernbane", "Jernbane", "Railway"),
    "port": said("Havn", "Hamn", "Ports"),
    "airport": said("Lufthavn", "Lufthamn", "Airports"),
    "post": said("Posttjenester", "Posttenester", "Postal services"),
}
CONTRACTING: Codes = {
    "not-cont-ent": said("Oppdragsgiver", "Oppdragsgivar", "Contracting authority"),
    "cont-ent": said("Enhet i forsyningssektoren", "Eining i forsyningssektoren", "Utility"),
}
PROCEDURES: Codes = {
    "open": said("Åpen", "Open", "Open"),
    "restricted": said("Begrenset", "Avgrensa", "Restricted"),
    "neg-w-call": said(
        "Forhandling etter kunngjøring", "Forhandling etter kunngjering", "Negotiated with a call"
    ),
    "comp-dial": said("Konkurransepreget dialog", "Konkurranseprega dialog", "Dialogue"),
    "innovation": said(
        "Innovasjonspartnerskap", "Innovasjonspartnarskap", "Innovation partnership"
    ),
    "neg-wo-call": said(
        "Forhandling uten kunngjøring", "Forhandling utan kunngjering", "Negotiated without a call"
    ),
    "oth-single": said("Annen, i ett trinn", "Annan, i eitt steg", "Other, in one stage"),
    "oth-mult": said("Annen, i flere trinn", "Annan, i fleire steg", "Other, in several stages"),
}
DIRECT_GROUNDS: Codes = {
    "technical": said(
        "Bare én leverandør av tekniske grunner",
        "Berre éin leverandør av tekniske grunnar",
        "One supplier only, for technical reasons",
    ),
    "exclusive": said("Enerett", "Einerett", "Exclusive rights"),
    "artistic": said("Kunstnerisk verk", "Kunstnarisk verk", "Artistic work"),
    "urgency": said("Uforutsett hast", "Uføresett hast", "Unforeseen urgency"),
    "unsuitable": said(
        "Ingen egnede tilbud i forrige konkurranse",
        "Ingen eigna tilbod i førre konkurranse",
        "No suitable tenders in the earlier competition",
    ),
    "additional": said("Tilleggsleveranse", "Tilleggsleveranse", "Additional deliveries"),
    "repetition": said("Gjentakelse", "Gjentaking", "Repetition"),
}
STRATEGIC: Codes = {
    "env-imp": said(
        "Mindre miljøbelastning", "Mindre miljøbelastning", "Less environmental impact"
    ),
    "soc-obj": said("Sosiale mål", "Sosiale mål", "Social objectives"),
    "inn-pur": said("Innovasjon", "Innovasjon", "Innovation"),
}
ENVIRONMENT: Codes = {
    "clim-mitig": said("Kutt i klimautslipp", "Kutt i klimautslepp", "Climate change mitigation"),
    "clim-adapt": said("Klimatilpasning", "Klimatilpassing", "Climate change adaptation"),
    "circ-econ": said("Sirkulær økonomi", "Sirkulær økonomi", "Circular economy"),
    "pollu-prev": said("Mindre forurensning", "Mindre forureining", "Pollution prevention"),
    "biodiv-eco": said("Naturmangfold", "Naturmangfald", "Biodiversity"),
    "water-mar": said("Vann og hav", "Vatn og hav", "Water and marine resources"),
    "other": said("Annet", "Anna", "Other"),
}
SOCIAL: Codes = {
    "work-cond": said("Arbeidsforhold", "Arbeidsforhold", "Working conditions"),
    "hum-right": said("Menneskerettigheter", "Menneskerettar", "Human rights"),
    "acc-all": said("Universell utforming", "Universell utforming", "Accessibility for all"),
    "opp": said("Arbeid for utsatte grupper", "Arbeid for utsette grupper", "Work opportunities"),
    "gen-eq": said("Likestilling", "Likestilling", "Gender equality"),
    "et-eq": said("Etnisk likestilling", "Etnisk likestilling", "Ethnic equality"),
    "other": said("Annet", "Anna", "Other"),
}
INNOVATION: Codes = {
    "mar-nov": said("Nytt i markedet", "Nytt i marknaden", "New to the market"),
    "prod-innov": said("Nytt produkt", "Nytt produkt", "Product innovation"),
    "proc-innov": said("Ny prosess", "Ny prosess", "Process innovation"),
    "rd-act": said("Forskning og utvikling", "Forsking og utvikling", "Research and development"),
}
FRAMEWORK: Codes = {
    "none": said("Ingen rammeavtale", "Ingen rammeavtale", "No framework"),
    "fa-wo-rc": said(
        "Rammeavtale uten minikonkurranse",
        "Rammeavtale utan minikonkurranse",
        "Framework without reopening",
    ),
    "fa-w-rc": said(
        "Rammeavtale med minikonkurranse",
        "Rammeavtale med minikonkurranse",
        "Framework with reopening",
    ),
    "fa-mix": said(
        "Rammeavtale, delvis med minikonkurranse",
        "Rammeavtale, delvis med minikonkurranse",
        "Framework, partly with reopening",
    ),
}
DYNAMIC: Codes = {
    "none": said("Ingen dynamisk ordning", "Inga dynamisk ordning", "No dynamic system"),
    "dps-nlist": said(
        "Bare for denne oppdragsgiveren", "Berre for denne oppdragsgivaren", "For this buyer only"
    ),
    "dps-list": said(
        "Også for andre oppdragsgivere", "Også for andre oppdragsgivarar", "Also for other buyers"
    ),
}
PERMITTED: Codes = {
    "not-allowed": said("Ikke tillatt", "Ikkje tillate", "Not allowed"),
    "allowed": said("Tillatt", "Tillate", "Allowed"),
    "required": said("Påkrevd", "Påkravd", "Required"),
}
EU_FUNDS: Codes = {
    "no-eu-funds": said("Nei", "Nei", "No"),
    "eu-funds": said("Ja", "Ja", "Yes"),
}
RESERVED: Codes = {
    "none": said("Alle kan delta", "Alle kan delta", "Open to all"),
    "res-ws": said(
        "Forbeholdt vernede bedrifter",
        "Reservert for verna bedrifter",
        "Reserved for sheltered workshops",
    ),
    "res-pub-ser": said(
        "Forbeholdt ideelle organisasjoner",
        "Reservert for ideelle organisasjonar",
        "Reserved for non-profit organisations",
    ),
}
APPLIES: Codes = {
    "no": said("Nei", "Nei", "No"),
    "yes": said("Ja", "Ja", "Yes"),
    "not-known": said("Ikke kjent ennå", "Ikkje kjent enno", "Not yet known"),
}
SOURCES: Codes = {
    "epo-procurement-document": said(
        "Konkurransedokumentene", "Konkurransedokumenta", "Procurement documents"
    ),
    "epo-acc-espd-request": said("ESPD", "ESPD", "ESPD"),
}
LANGUAGES: Codes = {
    "ENG": said("Engelsk", "Engelsk", "English"),
    "DAN": said("Dansk", "Dansk", "Danish"),
    "SWE": said("Svensk", "Svensk", "Swedish"),
    "DEU": said("Tysk", "Tysk", "German"),
    "FRA": said("Fransk", "Fransk", "French"),
}
OUTCOMES: Codes = {
    "selec-w": said("Vinner er valgt", "Vinnar er vald", "A winner is chosen"),
    "clos-nw": said("Avsluttet uten vinner", "Avslutta utan vinnar", "Closed without a winner"),
    "open-nw": said("Ikke avgjort", "Ikkje avgjort", "Not decided"),
}
NO_AWARD: Codes = {
    "no-rece": said("Ingen tilbud", "Ingen tilbod", "No tenders"),
    "all-rej": said("Alle tilbud er avvist", "Alle tilbod er avviste", "All tenders rejected"),
    "chan-need": said("Behovet er endret", "Behovet er endra", "The need has changed"),
    "ins-fund": said("Ikke nok penger", "Ikkje nok pengar", "Insufficient funds"),
    "one-admis": said("Bare ett tilbud", "Berre eitt tilbod", "One admissible tender only"),
    "no-signed": said(
        "Vinneren ville ikke signere", "Vinnaren ville ikkje signere", "The winner would not sign"
    ),
    "rev-buyer": said(
        "Omgjort etter klage", "Gjort om etter klage", "Decided anew after a complaint"
    ),
    "rev-body": said(
        "Vedtak i klageorgan eller domstol",
        "Vedtak i klageorgan eller domstol",
        "Decision of a review body or court",
    ),
    "tch-pr-error": said(
        "Teknisk feil eller saksbehandlingsfeil",
        "Teknisk feil eller sakshandsamingsfeil",
        "Technical or procedural errors",
    ),
    "other": said("Annet", "Anna", "Other"),
}
WEIGHTS: Codes = {
    "per-exa": said("prosent", "prosent", "per cent"),
    "per-mid": said("prosent, omtrent", "prosent, om lag", "per cent, about"),
    "dec-exa": said("vekt", "vekt", "weight"),
    "dec-mid": said("vekt, omtrent", "vekt, om lag", "weight, about"),
    "poi-exa": said("poeng", "poeng", "points"),
    "poi-mid": said("poeng, omtrent", "poeng, om lag", "points, about"),
    "ord-imp": said(
        "i prioritert rekkefølge", "i prioritert rekkjefølgje", "in order of importance"
    ),
}
SIZES: Codes = {
    "micro": said("Mikro (under 10 ansatte)", "Mikro (under 10 tilsette)", "Micro"),
    "small": said("Liten (10–49 ansatte)", "Liten (10–49 tilsette)", "Small"),
    "medium": said("Mellomstor (50–249 ansatte)", "Mellomstor (50–249 tilsette)", "Medium"),
    "large": said("Stor (250 ansatte eller flere)", "Stor (250 tilsette eller fleire)", "Large"),
}
CORRECTIONS: Codes = {
    "cor-buy": said(
        "Oppdragsgiver retter en feil",
        "Oppdragsgivar rettar ein feil",
        "The buyer corrects a mistake",
    ),
    "update-add": said("Oppdatert informasjon", "Oppdatert informasjon", "Updated information"),
    "cancel": said("Konkurransen er avlyst", "Konkurransen er avlyst", "The notice is cancelled"),
    "info-release": said(
        "Informasjon kan nå gis ut",
        "Informasjon kan no gjevast ut",
        "Information may now be released",
    ),
    "susp-review": said(
        "Utsatt på grunn av klage", "Utsett på grunn av klage", "Suspended because of a review"
    ),
}
CONTRACT_CHANGES: Codes = {
    "add-wss": said(
        "Nødvendige tillegg (§ 28-1 c)",
        "Nødvendige tillegg (§ 28-1 c)",
        "Necessary additions (§ 28-1 c)",
    ),
    "mod-cir": said(
        "Uforutsette forhold (§ 28-1 d)",
        "Uføresette forhold (§ 28-1 d)",
        "Unforeseen circumstances (§ 28-1 d)",
    ),
    "mod-repl": said(
        "Ny leverandør (§ 28-1 e)", "Ny leverandør (§ 28-1 e)", "New supplier (§ 28-1 e)"
    ),
    "mod-rev": said(
        "Endringsklausul (§ 28-1 a)", "Endringsklausul (§ 28-1 a)", "Review clause (§ 28-1 a)"
    ),
    "mod-minv": said("Liten verdi (§ 28-1 b)", "Liten verdi (§ 28-1 b)", "Small value (§ 28-1 b)"),
    "mod-nons": said(
        "Ikke vesentlig (§ 28-1 f)", "Ikkje vesentleg (§ 28-1 f)", "Not material (§ 28-1 f)"
    ),
}
