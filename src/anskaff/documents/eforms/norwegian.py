"""Our own words for the Norwegian rules, by the ids that DFØ gives them.

Each row is the beginning of an id and what we say; the longest that fits counts. Source: eforms-nor
1.14.2-patch6; in force from the day of the tailoring that a notice names.
"""

from dataclasses import replace

from anskaff.concepts.finding import FindingKind, Severity
from anskaff.concepts.words import Words

SOURCE = "eforms-nor 1.14.2-patch6 (DFØ)"
NATIONAL = "EFORMS-NOR-NATIONAL"


def _kind(code: str, nb: str, nn: str, en: str, cure: Words) -> FindingKind:
    text = Words(nb=nb, nn=nn, en=en)
    return FindingKind(code=f"notice-{code}", text=text, cure=cure, source=SOURCE)


CUSTOMIZATION = _kind(
    "customization",
    "CustomizationID er ikke et av de norske.",
    "CustomizationID er ikkje eit av dei norske.",
    "The CustomizationID is not one of the Norwegian ones.",
    Words(
        nb="Skriv SDK-versjonen fulgt av den norske utvidelsen for denne typen kunngjøring.",
        nn="Skriv SDK-versjonen følgd av den norske utvidinga for denne typen kunngjering.",
        en="Write the SDK version followed by the Norwegian extension for this kind of notice.",
    ),
)
LANGUAGE = _kind(
    "language",
    "Språket er verken norsk eller et offisielt EU-språk.",
    "Språket er korkje norsk eller eit offisielt EU-språk.",
    "The language is neither Norwegian nor an official EU language.",
    Words(
        nb="Bruk NOR, NOB, NNO eller et av de 24 offisielle EU-språkene.",
        nn="Bruk NOR, NOB, NNO eller eit av dei 24 offisielle EU-språka.",
        en="Use NOR, NOB, NNO or one of the 24 official EU languages.",
    ),
)
NO_NORWEGIAN = _kind(
    "not-in-norwegian",
    "Kunngjøringen er ikke på norsk.",
    "Kunngjeringa er ikkje på norsk.",
    "The notice is not in Norwegian.",
    Words(
        nb="La ett av språkene være NOR, NOB eller NNO.",
        nn="La eitt av språka vere NOR, NOB eller NNO.",
        en="Let one of the languages be NOR, NOB or NNO.",
    ),
)
NO_EU_LANGUAGE = _kind(
    "no-eu-language",
    "Kunngjøringen skal til TED, men er ikke på noe offisielt EU-språk.",
    "Kunngjeringa skal til TED, men er ikkje på noko offisielt EU-språk.",
    "The notice is for TED, but is in no official EU language.",
    Words(
        nb="Legg til et offisielt EU-språk, som engelsk (ENG).",
        nn="Legg til eit offisielt EU-språk, som engelsk (ENG).",
        en="Add an official EU language, such as English (ENG).",
    ),
)
LANGUAGE_NOT_BINDING = _kind(
    "language-not-binding",
    "Språket er ikke et offisielt EU-språk, så teksten er ikke bindende i TED.",
    "Språket er ikkje eit offisielt EU-språk, så teksten er ikkje bindande i TED.",
    "The language is no official EU language, so the text is not binding in TED.",
    Words(
        nb="Sørg for at alt også står på et offisielt EU-språk.",
        nn="Sørg for at alt også står på eit offisielt EU-språk.",
        en="See that everything also stands in an official EU language.",
    ),
)
UNOFFICIAL = _kind(
    "unofficial-language",
    "Uoffisielle språk kan ikke oppgis slik her.",
    "Uoffisielle språk kan ikkje givast opp slik her.",
    "Unofficial languages cannot be given like this here.",
    Words(
        nb="Under terskelverdiene: fjern dem. Over: bruk NOR, NOB, NNO, SME eller SMI.",
        nn="Under terskelverdiane: fjern dei. Over: bruk NOR, NOB, NNO, SME eller SMI.",
        en="Below the thresholds: remove them. Above: use NOR, NOB, NNO, SME or SMI.",
    ),
)
SUBTYPE = _kind(
    "national-subtype",
    "Kunngjøringstypen er ikke en av de nasjonale.",
    "Kunngjeringstypen er ikkje ein av dei nasjonale.",
    "The notice type is not one of the national ones.",
    Words(
        nb="Bruk N4, N16 eller N29, eller E2, E3 eller E4 med utvidelsen av 2026.",
        nn="Bruk N4, N16 eller N29, eller E2, E3 eller E4 med utvidinga av 2026.",
        en="Use N4, N16 or N29, or E2, E3 or E4 with the extension of 2026.",
    ),
)
DISPATCH = _kind(
    "dispatch-date",
    "Utsendelsesdagen (BT-05) er for langt fra dagens dato.",
    "Utsendingsdagen (BT-05) er for langt frå dagens dato.",
    "The dispatch date (BT-05) is too far from today.",
    Words(
        nb="Sett dagens dato. Regelen godtar fra to dager før til dagen etter.",
        nn="Set dagens dato. Regelen godtek frå to dagar før til dagen etter.",
        en="Set today's date. The rule accepts from two days before to the day after.",
    ),
)
SAME_DEADLINE = _kind(
    "lots-differ",
    "Delkontraktene har ulike datoer eller klokkeslett.",
    "Delkontraktane har ulike datoar eller klokkeslett.",
    "The lots have different dates or times.",
    Words(
        nb="Gi alle delkontrakter samme frist og samme periode.",
        nn="Gi alle delkontraktar same frist og same periode.",
        en="Give all lots the same deadline and the same period.",
    ),
)
LEGAL_TYPE = _kind(
    "buyer-legal-type",
    "Oppdragsgiverens type (BT-11) mangler eller er for generell.",
    "Typen oppdragsgivar (BT-11) manglar eller er for generell.",
    "The buyer's legal type (BT-11) is missing or too general.",
    Words(
        nb="Velg den detaljerte typen; terskelverdiene avhenger av den.",
        nn="Vel den detaljerte typen; terskelverdiane avheng av han.",
        en="Choose the detailed type; the thresholds depend on it.",
    ),
)
STRATEGIC = _kind(
    "strategic-codes",
    "Kodene for strategisk anskaffelse stemmer ikke med hverandre.",
    "Kodane for strategisk innkjøp stemmer ikkje med kvarandre.",
    "The codes for strategic procurement do not agree.",
    Words(
        nb="«none» står alene, hver kode står én gang, og detaljkoder krever hovedkoden "
        "(env-imp, soc-obj eller inn-pur).",
        nn="«none» står åleine, kvar kode står éin gong, og detaljkodar krev hovudkoden "
        "(env-imp, soc-obj eller inn-pur).",
        en="“none” stands alone, each code stands once, and detailed codes need the main code "
        "(env-imp, soc-obj or inn-pur).",
    ),
)
CURRENCY = _kind(
    "currency",
    "Beløpet er ikke i norske kroner.",
    "Beløpet er ikkje i norske kroner.",
    "The amount is not in Norwegian kroner.",
    Words(nb="Oppgi beløpet i NOK.", nn="Gi opp beløpet i NOK.", en="Give the amount in NOK."),
)
AMOUNT = _kind(
    "amount-decimals",
    "Beløpet har flere enn to desimaler, eller er ikke et tall.",
    "Beløpet har fleire enn to desimalar, eller er ikkje eit tal.",
    "The amount has more than two decimals, or is not a number.",
    Words(
        nb="Skriv beløpet med høyst to desimaler.",
        nn="Skriv beløpet med høgst to desimalar.",
        en="Write the amount with at most two decimals.",
    ),
)
CLIMATE = _kind(
    "climate-duty",
    "Tildelingskriteriene viser ikke hvordan plikten til å vekte klima og miljø er oppfylt.",
    "Tildelingskriteria viser ikkje korleis plikta til å vekte klima og miljø er oppfylt.",
    "The award criteria do not show how the duty to weight climate and environment is met.",
    Words(
        nb="Vekt klima og miljø minst 30 prosent (quality-nor-env-criteria), eller bruk koden "
        "for krav i stedet eller for et unntak, med begrunnelse.",
        nn="Vekt klima og miljø minst 30 prosent (quality-nor-env-criteria), eller bruk koden "
        "for krav i staden eller for eit unntak, med grunngiving.",
        en="Weight climate and environment at least 30 per cent (quality-nor-env-criteria), or "
        "use the code for requirements instead or for an exemption, with the reason.",
    ),
)
LEGAL_BASIS = _kind(
    "legal-basis",
    "Rettsgrunnlaget er ikke oppgitt som regelverket fastsetter.",
    "Rettsgrunnlaget er ikkje gitt opp slik regelverket fastset.",
    "The legal basis is not given as the rules lay down.",
    Words(
        nb="Bruk en ELI-adresse på listen og den faste teksten til den, på NOR og ENG.",
        nn="Bruk ei ELI-adresse på lista og den faste teksten til ho, på NOR og ENG.",
        en="Use an ELI address on the list and its fixed text, in NOR and ENG.",
    ),
)
SOCIAL = _kind(
    "social-services-part",
    "Helse- og sosialtjenester følger ikke del II av anskaffelsesforskriften.",
    "Helse- og sosialtenester følgjer ikkje del II av anskaffingsforskrifta.",
    "Health and social services do not follow part II of the procurement regulations.",
    Words(
        nb="Velg del I, eller del IV over terskelverdien.",
        nn="Vel del I, eller del IV over terskelverdien.",
        en="Choose part I, or part IV above the threshold.",
    ),
)
VALUES = _kind(
    "values-do-not-add-up",
    "Verdien av anskaffelsen er ikke summen av delene.",
    "Verdien av innkjøpet er ikkje summen av delane.",
    "The value of the procurement is not the sum of its parts.",
    Words(
        nb="Legg sammen delkontraktene, og rett verdien.",
        nn="Legg saman delkontraktane, og rett verdien.",
        en="Add the lots up, and correct the value.",
    ),
)

RULES: tuple[tuple[str, FindingKind], ...] = (
    ("EFORMS-NOR-R001", CUSTOMIZATION),
    ("EFORMS-NOR-R002", LANGUAGE),
    ("EFORMS-NOR-R003", LANGUAGE),
    ("EFORMS-NOR-R004", NO_NORWEGIAN),
    ("EFORMS-NOR-R005", UNOFFICIAL),
    ("EFORMS-NOR-R006", NO_NORWEGIAN),
    ("EFORMS-NOR-R007", UNOFFICIAL),
    ("EFORMS-NOR-R008", NO_EU_LANGUAGE),
    ("EFORMS-NOR-R010", SUBTYPE),
    ("EFORMS-NOR-R200", SAME_DEADLINE),
    ("EFORMS-NOR-R201", SAME_DEADLINE),
    ("EFORMS-NOR-R801", DISPATCH),
    ("EFORMS-NOR-R900", LANGUAGE),
    ("EFORMS-NOR-R901", LANGUAGE_NOT_BINDING),
    ("EFORMS-NOR-R902", LANGUAGE),
    ("EFORMS-NOR-R903", LANGUAGE_NOT_BINDING),
    (f"{NATIONAL}-CI", CUSTOMIZATION),
    (f"{NATIONAL}-CR", CURRENCY),
    (f"{NATIONAL}-DT", AMOUNT),
    (f"{NATIONAL}-DV", SAME_DEADLINE),
    (f"{NATIONAL}-DV-R001", DISPATCH),
    (f"{NATIONAL}-EC", CLIMATE),
    (f"{NATIONAL}-LB", LEGAL_BASIS),
    (f"{NATIONAL}-LG", LANGUAGE),
    (f"{NATIONAL}-LG-R001", NO_NORWEGIAN),
    (f"{NATIONAL}-LG-R009", UNOFFICIAL),
    (f"{NATIONAL}-LT", LEGAL_TYPE),
    (f"{NATIONAL}-NT", SUBTYPE),
    (f"{NATIONAL}-SP", STRATEGIC),
    (f"{NATIONAL}-TH", SOCIAL),
    (f"{NATIONAL}-VA", VALUES),
)


def kind_of(rule: str, severity: Severity) -> FindingKind | None:
    """Our words for a Norwegian rule; `None` for a rule that has none."""
    fitting = [(begin, kind) for begin, kind in RULES if rule.startswith(begin)]
    if not fitting:
        return None
    _, kind = max(fitting, key=lambda each: len(each[0]))
    return replace(kind, rule=rule, severity=severity)
