"""Q-1 to Q-7: what may be required of suppliers."""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

CLOSED_LIST = Rule(
    id="Q-1",
    words=Words(
        nb="I del III gjelder krav bare registrering og autorisasjon, økonomi og tekniske "
        "kvalifikasjoner. De har sammenheng med og står i forhold til leveransen, og står i "
        "kunngjøringen med dokumentasjonskrav.",
        nn="I del III gjeld krav berre registrering og autorisasjon, økonomi og tekniske "
        "kvalifikasjonar. Dei har samanheng med og står i forhold til leveransen, og står i "
        "kunngjeringa med dokumentasjonskrav.",
        en="In part III requirements concern only registration and authorisation, economy and "
        "technical ability. They are linked to and proportionate with the contract, and stand "
        "in the notice with the proof asked for.",
    ),
    source="FOA § 16-1",
)
TURNOVER = Rule(
    id="Q-2",
    words=Words(
        nb="Krav til minste omsetning er høyst to ganger kontraktens verdi uten særskilt "
        "begrunnelse.",
        nn="Krav til minste omsetning er høgst to gonger verdien av kontrakten utan særskild "
        "grunngiving.",
        en="A minimum turnover is at most twice the value of the contract unless a reason is "
        "given.",
    ),
    source="FOA § 16-3(1)a",
)
REFERENCES = Rule(
    id="Q-3",
    words=Words(
        nb="Referanser kan gjelde de siste fem årene for bygge- og anleggsarbeid og de siste tre "
        "for varer og tjenester; lenger bare for å sikre konkurranse.",
        nn="Referansar kan gjelde dei siste fem åra for byggje- og anleggsarbeid og dei siste tre "
        "for varer og tenester; lenger berre for å sikre konkurranse.",
        en="References may cover the last five years for works and the last three for goods and "
        "services; longer only to secure competition.",
    ),
    source="FOA § 16-6",
)
RELIANCE = Rule(
    id="Q-4",
    words=Words(
        nb="Leverandøren kan støtte seg på andre for økonomisk og teknisk kapasitet. "
        "Oppdragsgiveren kontrollerer også dem.",
        nn="Leverandøren kan støtte seg på andre for økonomisk og teknisk kapasitet. "
        "Oppdragsgivaren kontrollerer også dei.",
        en="The supplier may rely on others for economic and technical capacity. The buyer checks "
        "them too.",
    ),
    source="FOA § 16-10",
)
SYSTEMS = Rule(
    id="Q-5",
    words=Words(
        nb="Miljøledelse og kvalitetssikring kan bare kreves som dokumentasjon på "
        "kvalifikasjoner, og likeverdige bevis godtas.",
        nn="Miljøleiing og kvalitetssikring kan berre krevjast som dokumentasjon på "
        "kvalifikasjonar, og likeverdige prov blir godtekne.",
        en="Environmental and quality management may only be asked for as proof of qualification, "
        "and equivalent proof is accepted.",
    ),
    source="FOA § 16-7",
)
RESERVED = Rule(
    id="Q-6",
    words=Words(
        nb="Konkurransen kan forbeholdes virksomheter der minst 30 prosent av de ansatte har "
        "nedsatt funksjonsevne eller er vanskeligstilte.",
        nn="Konkurransen kan haldast av til verksemder der minst 30 prosent av dei tilsette har "
        "nedsett funksjonsevne eller er vanskelegstilte.",
        en="The competition may be reserved for businesses where at least 30 per cent of the "
        "staff are disabled or disadvantaged.",
    ),
    source="FOA §§ 8-8, 16-9",
)
CLARIFYING = Rule(
    id="Q-7",
    words=Words(
        nb="Oppdragsgiveren kan be om at opplysninger rettes, suppleres eller avklares, når "
        "tilbudet ikke blir bedre av det.",
        nn="Oppdragsgivaren kan be om at opplysningar blir retta, supplerte eller avklarte, når "
        "tilbodet ikkje blir betre av det.",
        en="The buyer may ask for corrections and clarifications when they do not improve the "
        "tender.",
    ),
    source="FOA § 23-5",
)

RULES = (
    CLOSED_LIST,
    TURNOVER,
    REFERENCES,
    RELIANCE,
    SYSTEMS,
    RESERVED,
    CLARIFYING,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
