"""Words on answers: to a catalogue, to an invoice and to a message as such."""

from anskaff.documents.ubl.table import said

CUSTOMIZATION = said(
    "Spesifikasjon", "Spesifikasjon", "Specification",
    "Reglene som svaret følger",
    "Reglane som svaret følgjer",
    "The rules that the answer follows",
)  # fmt: skip
PROFILE = said(
    "Prosess", "Prosess", "Process",
    "Forretningsprosessen svaret er en del av",
    "Forretningsprosessen svaret er ein del av",
    "The business process that the answer is part of",
)  # fmt: skip
NUMBER = said(
    "Svarets nummer", "Nummeret på svaret", "Number of the answer",
    "Nummeret avsenderen kjenner svaret igjen på",
    "Nummeret avsendaren kjenner svaret att på",
    "The number that the sender knows the answer by",
)  # fmt: skip
ISSUED = said(
    "Dato", "Dato", "Issue date",
    "Dagen svaret ble gitt",
    "Dagen svaret blei gitt",
    "The day that the answer was given",
)  # fmt: skip
ISSUED_AT = said(
    "Klokkeslett", "Klokkeslett", "Issue time",
    "Når på dagen svaret ble gitt",
    "Når på dagen svaret blei gitt",
    "The time of day that the answer was given",
)  # fmt: skip
NOTE = said(
    "Merknad", "Merknad", "Note",
    "Det avsenderen vil ha sagt om hele svaret",
    "Det avsendaren vil ha sagt om heile svaret",
    "What the sender has to say about the whole answer",
)  # fmt: skip
SENDER = said(
    "Avsender", "Avsendar", "Sender",
    "Den som svarer",
    "Den som svarer",
    "The one who answers",
)  # fmt: skip
RECEIVER = said(
    "Mottaker", "Mottakar", "Receiver",
    "Den som får svaret",
    "Den som får svaret",
    "The one who gets the answer",
)  # fmt: skip
ANSWER = said(
    "Svar", "Svar", "Answer",
    "Avgjørelsen og dokumentet den gjelder",
    "Avgjerda og dokumentet ho gjeld",
    "The decision and the document that it is about",
)  # fmt: skip
DECISION = said("Avgjørelse", "Avgjerd", "Decision")
DECISION_CODE = said(
    "Avgjørelsens kode", "Koden for avgjerda", "Decision code",
    "AB er mottatt, AP godtatt, RE avvist",
    "AB er motteken, AP godteken, RE avvist",
    "AB is received, AP accepted, RE rejected",
)  # fmt: skip
INVOICE_STATUS = said(
    "Fakturaens status", "Status for fakturaen", "Invoice status",
    "AB mottatt, IP i arbeid, UQ spørsmål, CA godtatt på vilkår, AP godtatt, RE avvist, PD betalt",
    "AB motteken, IP i arbeid, UQ spørsmål, CA godteken på vilkår, AP godteken, RE avvist, "
    "PD betalt",
    "AB received, IP in process, UQ queried, CA accepted on conditions, AP accepted, RE rejected, "
    "PD paid",
)  # fmt: skip
EFFECTIVE = said(
    "Gjelder fra", "Gjeld frå", "Effective from",
    "Dagen fakturaen fikk denne statusen",
    "Dagen fakturaen fekk denne statusen",
    "The day that the invoice got this status",
)  # fmt: skip
DESCRIPTION = said(
    "Forklaring", "Forklaring", "Explanation",
    "Avgjørelsen i ord",
    "Avgjerda i ord",
    "The decision in words",
)  # fmt: skip
ANSWERED_DOCUMENT = said(
    "Dokumentet det svares på", "Dokumentet det blir svart på", "Document answered"
)
ANSWERED_NUMBER = said(
    "Dokumentets nummer", "Nummeret på dokumentet", "Number of the document",
    "Nummeret på dokumentet eller sendingen det svares på",
    "Nummeret på dokumentet eller sendinga det blir svart på",
    "The number of the document or message that is answered",
)  # fmt: skip
ANSWERED_DATE = said("Dokumentets dato", "Datoen på dokumentet", "Date of the document")
ANSWERED_TYPE = said(
    "Dokumentets type", "Typen av dokument", "Type of the document",
    "Koden for hva slags dokument det er, som 380 for faktura",
    "Koden for kva slags dokument det er, som 380 for faktura",
    "The code for what kind of document it is, such as 380 for an invoice",
)  # fmt: skip
ANSWERED_VERSION = said("Dokumentets versjon", "Versjonen av dokumentet", "Document version")
REASON = said(
    "Begrunnelse", "Grunngiving", "Clarification",
    "Grunnen til statusen, eller hva selgeren skal gjøre",
    "Grunnen til statusen, eller kva seljaren skal gjere",
    "Why the status is so, or what the seller is to do",
)  # fmt: skip
REASON_CODE = said(
    "Begrunnelsens kode", "Koden for grunngivinga", "Clarification code",
    "Grunn (OPStatusReason) eller ønsket handling (OPStatusAction)",
    "Grunn (OPStatusReason) eller ønskt handling (OPStatusAction)",
    "A reason (OPStatusReason) or an action asked for (OPStatusAction)",
)  # fmt: skip
REASON_TEXT = said("Begrunnelsen i ord", "Grunngivinga i ord", "Clarification in words")
DETAIL = said(
    "Felt det gjelder", "Felt det gjeld", "Term in question",
    "Feltet i fakturaen, og hva som skulle stått der",
    "Feltet i fakturaen, og kva som skulle ha stått der",
    "The term of the invoice, and what it should have said",
)  # fmt: skip
DETAIL_TERM = said(
    "Feltets nummer", "Nummeret på feltet", "Number of the term",
    "Som BT-48 for kjøperens avgiftsnummer",
    "Som BT-48 for avgiftsnummeret til kjøparen",
    "Such as BT-48 for the buyer's VAT number",
)  # fmt: skip
DETAIL_VALUE = said("Riktig verdi", "Rett verdi", "Right value")
ISSUE = said(
    "Feil", "Feil", "Issue",
    "Noe som er galt i meldingen",
    "Noko som er gale i meldinga",
    "Something that is wrong in the message",
)  # fmt: skip
ISSUE_PLACE = said("Sted", "Stad", "Place", "Hvor feilen er", "Kvar feilen er", "Where it is wrong")
ISSUE_PATH = said(
    "Sti", "Sti", "Path",
    "Veien til stedet i meldingen, eller NA",
    "Vegen til staden i meldinga, eller NA",
    "The way to the place in the message, or NA",
)  # fmt: skip
ISSUE_FOUND = said("Funn", "Funn", "Finding")
ISSUE_TEXT = said("Feilen i ord", "Feilen i ord", "The issue in words")
ISSUE_STATUS = said("Feiltype", "Feiltype", "Kind of issue")
ISSUE_CODE = said(
    "Feiltypens kode", "Koden for feiltypen", "Code of the kind of issue",
    "BV er regelbrudd, BW advarsel, SV feil i oppbygningen, FD ikke levert",
    "BV er regelbrot, BW åtvaring, SV feil i oppbygginga, FD ikkje levert",
    "BV is a broken rule, BW a warning, SV a fault in syntax, FD not delivered",
)  # fmt: skip
