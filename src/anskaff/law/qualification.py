"""Q-1 to Q-7: what may be required of suppliers."""

from collections.abc import Iterator
from decimal import Decimal

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

TURNOVER_TIMES = Decimal(2)
YEARS_FOR_WORKS, YEARS_FOR_OTHERS = 5, 3

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

MOST_TURNOVER = Words(
    nb="Krav til minste omsetning er høyst {most}, to ganger kontraktens verdi, uten særskilt "
    "begrunnelse.",
    nn="Krav til minste omsetning er høgst {most}, to gonger verdien av kontrakten, utan "
    "særskild grunngiving.",
    en="A minimum turnover is at most {most}, twice the value of the contract, unless a reason is "
    "given.",
)
MOST_YEARS = Words(
    nb="Referanser kan gjelde de siste {years} årene; lenger bare for å sikre konkurranse.",
    nn="Referansar kan gjelde dei siste {years} åra; lenger berre for å sikre konkurranse.",
    en="References may cover the last {years} years; longer only to secure competition.",
)
TURNOVER_TOO_HIGH = FindingKind(
    code="turnover-more-than-twice-the-value",
    text=Words(
        nb="Kravet til omsetning er {asked}; uten begrunnelse er høyst {most} tillatt.",
        nn="Kravet til omsetning er {asked}; utan grunngiving er høgst {most} tillate.",
        en="The turnover asked for is {asked}; without a reason at most {most} is allowed.",
    ),
    cure=Words(
        nb="Sett kravet lavere, eller begrunn den særskilte risikoen.",
        nn="Set kravet lågare, eller grunngi den særskilde risikoen.",
        en="Ask for less, or give the reason for the special risk.",
    ),
    source=TURNOVER.source,
)
REFERENCES_TOO_OLD = FindingKind(
    code="references-from-too-many-years",
    text=Words(
        nb="Referansene skal gjelde {asked} år; uten begrunnelse er høyst {most} tillatt.",
        nn="Referansane skal gjelde {asked} år; utan grunngiving er høgst {most} tillate.",
        en="References shall cover {asked} years; without a reason at most {most} are allowed.",
    ),
    cure=Words(
        nb="Bruk færre år, eller begrunn at flere trengs for å sikre konkurransen.",
        nn="Bruk færre år, eller grunngi at fleire trengst for å sikre konkurransen.",
        en="Use fewer years, or give the reason that more are needed to secure competition.",
    ),
    source=REFERENCES.source,
)


def most_turnover(value: Money) -> Money:
    """The highest minimum turnover that needs no reason.

    >>> most_turnover(Money(Decimal("2600000.01"))).amount
    Decimal('5200000.02')
    """
    return value.times(TURNOVER_TIMES)


def most_years(kind: ContractKind) -> int:
    """The most years that references may cover without a reason."""
    return YEARS_FOR_WORKS if kind is ContractKind.WORKS else YEARS_FOR_OTHERS


def check(
    kind: ContractKind, value: Money, *, turnover: Money | None, years: int | None, reason: str
) -> Iterator[Finding]:
    """Whether requirements in part III stay within what needs no reason, or have one."""
    if reason.strip():
        return
    if turnover is not None and most_turnover(value) < turnover:
        yield TURNOVER_TOO_HIGH.at("minimum_turnover", asked=turnover, most=most_turnover(value))
    if years is not None and years > most_years(kind):
        yield REFERENCES_TOO_OLD.at("reference_years", asked=years, most=most_years(kind))


RULES = (
    CLOSED_LIST,
    TURNOVER,
    REFERENCES,
    RELIANCE,
    SYSTEMS,
    RESERVED,
    CLARIFYING,
)
FINDING_KINDS = (TURNOVER_TOO_HIGH, REFERENCES_TOO_OLD)
