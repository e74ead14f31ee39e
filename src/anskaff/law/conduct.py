"""O-1 to O-8: opening, secrecy, communication, impartiality, archive and electronic invoices."""

from datetime import date

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

SEALED = Rule(
    id="O-1",
    words=Words(
        nb="Ingen har tilgang til innholdet før fristen. Bare de som har fullmakt, setter "
        "åpningstid eller leser; tid for mottak og åpning kan bevises, og forsøk kan spores.",
        nn="Ingen har tilgang til innhaldet før fristen. Berre dei som har fullmakt, set "
        "opningstid eller les; tid for mottak og opning kan provast, og forsøk kan sporast.",
        en="Nobody has access to the content before the deadline. Only authorised people set the "
        "opening time or read; the times of receipt and opening can be proved, and attempts "
        "traced.",
    ),
    source="FOA § 22-3",
)
TWO_PEOPLE = Rule(
    id="O-2",
    words=Words(
        nb="To personer åpner tilbudene. Det er en husregel som kan endres, ikke et krav i "
        "forskriften.",
        nn="To personar opnar tilboda. Det er ein husregel som kan endrast, ikkje eit krav i "
        "forskrifta.",
        en="Two people open the tenders. It is a house rule that can be changed, not required by "
        "the regulation.",
    ),
    source="",
)
WRITTEN = Rule(
    id="O-3",
    words=Words(
        nb="All kommunikasjon er skriftlig og elektronisk. Muntlig bare om annet enn dokumenter "
        "og tilbud, og det noteres.",
        nn="All kommunikasjon er skriftleg og elektronisk. Munnleg berre om anna enn dokument og "
        "tilbod, og det blir notert.",
        en="All communication is written and electronic. Oral only about other things than "
        "documents and tenders, and it is minuted.",
    ),
    source="FOA § 22-1",
)
SIGNATURES = Rule(
    id="O-4",
    words=Words(
        nb="Elektronisk signatur kreves ikke for å lese dokumenter eller melde interesse, og "
        "nivået er ikke høyere enn risikoen.",
        nn="Elektronisk signatur blir ikkje kravd for å lese dokument eller melde interesse, og "
        "nivået er ikkje høgare enn risikoen.",
        en="No electronic signature is required to read documents or show interest, and its level "
        "is no higher than the risk.",
    ),
    source="FOA § 22-5",
)
SECRECY = Rule(
    id="O-5",
    words=Words(
        nb="Forretningshemmeligheter er taushetsbelagt. Tilbud og protokoll kan unntas fra innsyn "
        "til leverandøren er valgt; deretter er de åpne, hemmelighetene unntatt.",
        nn="Forretningsløyndomar er underlagde teieplikt. Tilbod og protokoll kan haldast unna "
        "innsyn til leverandøren er vald; deretter er dei opne, løyndomane unnatekne.",
        en="Trade secrets are confidential. Tenders and the report may be exempt from access "
        "until the supplier is chosen; afterwards they are open, except the secrets.",
    ),
    source="FOA §§ 7-3, 7-4, offentleglova §§ 13, 23(3)",
)
IMPARTIAL = Rule(
    id="O-6",
    words=Words(
        nb="Inhabilitet forebygges, avdekkes og avhjelpes.",
        nn="Inhabilitet blir førebygd, avdekt og retta på.",
        en="Conflicts of interest are prevented, found and cured.",
    ),
    source="FOA § 7-5, forvaltningsloven §§ 6–10",
)
ARCHIVE = Rule(
    id="O-7",
    words=Words(
        nb="Dokumentene bevares med opphav, sammenheng og integritet; endringer kan spores, og de "
        "kan tas ut og kasseres kontrollert.",
        nn="Dokumenta blir tekne vare på med opphav, samanheng og integritet; endringar kan "
        "sporast, og dei kan takast ut og kasserast kontrollert.",
        en="Documents are kept with origin, context and integrity; changes can be traced, and "
        "they can be exported and disposed of in a controlled way.",
    ),
    source="arkivlova § 5, arkivforskrifta §§ 5, 14–15",
    valid_from=date(2026, 1, 1),
)
E_INVOICE = Rule(
    id="O-8",
    words=Words(
        nb="Kontrakten krever elektronisk faktura (EHF Billing 3.0 / Peppol BIS Billing 3). "
        "Oppdragsgiveren kan ta imot over Peppol og kan holde tilbake betaling til fakturaen "
        "er elektronisk.",
        nn="Kontrakten krev elektronisk faktura (EHF Billing 3.0 / Peppol BIS Billing 3). "
        "Oppdragsgivaren kan ta imot over Peppol og kan halde att betaling til fakturaen er "
        "elektronisk.",
        en="The contract requires electronic invoices (EHF Billing 3.0 / Peppol BIS Billing 3). "
        "The buyer can receive over Peppol and may withhold payment until the invoice is "
        "electronic.",
    ),
    source="FOR-2019-04-01-444",
)
STRATEGY = Rule(
    id="G-8",
    words=Words(
        nb="Oppdragsgiveren skal ha en offentlig anskaffelsesstrategi, og egnede rutiner for de "
        "samfunnshensynene som er relevante.",
        nn="Oppdragsgivaren skal ha ein offentleg anskaffingsstrategi, og eigna rutinar for dei "
        "samfunnsomsyna som er relevante.",
        en="The buyer must have a public procurement strategy, and suitable routines for the "
        "social considerations that are relevant.",
    ),
    source="LOA § 5a",
    valid_from=date(2026, 7, 1),
)

RULES = (
    SEALED,
    TWO_PEOPLE,
    WRITTEN,
    SIGNATURES,
    SECRECY,
    IMPARTIAL,
    ARCHIVE,
    E_INVOICE,
    STRATEGY,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
