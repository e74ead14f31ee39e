"""Words on documents: what identifies one, when it was made, and what it refers to."""

from anskaff.documents.ubl.table import said

CUSTOMIZATION = said(
    "Spesifikasjon", "Spesifikasjon", "Specification",
    "Reglene dokumentet følger",
    "Reglane dokumentet følgjer",
    "The rules that the document follows",
)  # fmt: skip
PROFILE = said(
    "Prosess", "Prosess", "Process",
    "Forretningsprosessen dokumentet er en del av",
    "Forretningsprosessen dokumentet er ein del av",
    "The business process that the document is part of",
)  # fmt: skip
NUMBER = said(
    "Nummer", "Nummer", "Number",
    "Nummeret avsenderen kjenner dokumentet igjen på",
    "Nummeret avsendaren kjenner dokumentet att på",
    "The number that the sender knows the document by",
)  # fmt: skip
SELLER_ORDER_NUMBER = said(
    "Selgerens ordrenummer", "Ordrenummeret til seljaren", "Seller's order number",
    "Nummeret selgeren har gitt ordren",
    "Nummeret seljaren har gitt ordren",
    "The number that the seller has given the order",
)  # fmt: skip
ISSUED = said(
    "Dato", "Dato", "Issue date",
    "Dagen dokumentet ble laget",
    "Dagen dokumentet blei laga",
    "The day that the document was made",
)  # fmt: skip
ISSUED_AT = said(
    "Klokkeslett", "Klokkeslett", "Issue time",
    "Når på dagen dokumentet ble laget",
    "Når på dagen dokumentet blei laga",
    "The time of day that the document was made",
)  # fmt: skip
NOTE = said(
    "Merknad", "Merknad", "Note",
    "Det avsenderen vil ha sagt i fri tekst",
    "Det avsendaren vil ha sagt i fri tekst",
    "What the sender has to say in free text",
)  # fmt: skip
CANCELLATION_REASON = said(
    "Grunn til avbestilling", "Grunn til avbestilling", "Reason for cancelling",
    "Hvorfor ordren avbestilles",
    "Kvifor ordren blir avbestilt",
    "Why the order is cancelled",
)  # fmt: skip
CUSTOMER_REFERENCE = said(
    "Kjøperens referanse", "Referansen til kjøparen", "Buyer's reference",
    "Personen, avdelingen eller koden kjøperen sorterer dokumentet etter",
    "Personen, avdelinga eller koden kjøparen sorterer dokumentet etter",
    "The person, department or code that the buyer sorts the document by",
)  # fmt: skip
ORDER_ANSWER = said(
    "Svar på ordren", "Svar på ordren", "Answer to the order",
    "Om selgeren tar ordren, tar den med endringer eller avslår",
    "Om seljaren tek ordren, tek han med endringar eller avslår",
    "Whether the seller takes the order, takes it with changes or declines",
)  # fmt: skip
ORDER = said(
    "Ordre", "Ordre", "Order",
    "Ordren dokumentet gjelder",
    "Ordren dokumentet gjeld",
    "The order that the document is about",
)  # fmt: skip
ORDER_CHANGE = said(
    "Ordreendring", "Ordreendring", "Order change",
    "Endringen av ordren som dette svarer på",
    "Endringa av ordren som dette svarer på",
    "The change of the order that this answers",
)  # fmt: skip
ORIGINATOR_DOCUMENT = said(
    "Bestillerens dokument", "Dokumentet til bestillaren", "Originator's document",
    "Rekvisisjonen eller behovet som ordren kommer av",
    "Rekvisisjonen eller behovet som ordren kjem av",
    "The requisition or need that led to the order",
)  # fmt: skip
CONTRACT = said(
    "Kontrakt", "Kontrakt", "Contract",
    "Kontrakten eller rammeavtalen det handles etter",
    "Kontrakten eller rammeavtalen det blir handla etter",
    "The contract or framework agreement that is bought under",
)  # fmt: skip
ORIGINATOR = said(
    "Bestiller", "Bestillar", "Originator",
    "Den som trenger det som kjøpes, og ba om ordren",
    "Den som treng det som blir kjøpt, og bad om ordren",
    "The one who needs what is bought and asked for the order",
)  # fmt: skip
ADDITIONAL_DOCUMENT = said(
    "Vedlegg", "Vedlegg", "Additional document",
    "Et dokument som følger med eller vises til",
    "Eit dokument som følgjer med eller blir vist til",
    "A document that comes along or is pointed to",
)  # fmt: skip
DOCUMENT_KIND = said(
    "Hva dokumentet er", "Kva dokumentet er", "Kind of document",
    "Slaget dokument, som tegning eller timeliste",
    "Slaget dokument, som teikning eller timeliste",
    "The kind of document, such as drawing or time sheet",
)  # fmt: skip
ATTACHMENT = said("Fil eller lenke", "Fil eller lenkje", "File or link")
EMBEDDED = said(
    "Innebygd fil", "Innebygd fil", "Embedded file",
    "Selve filen, inne i dokumentet",
    "Sjølve fila, inne i dokumentet",
    "The file itself, inside the document",
)  # fmt: skip
EXTERNAL = said("Lenke", "Lenkje", "Link")
ADDRESS_ON_WEB = said(
    "Nettadresse", "Nettadresse", "Web address",
    "Hvor dokumentet kan hentes",
    "Kvar dokumentet kan hentast",
    "Where the document can be fetched",
)  # fmt: skip
UNIQUE = said(
    "Unik nøkkel", "Unik nøkkel", "Unique key",
    "En nøkkel som ikke noe annet dokument har",
    "Ein nøkkel som ikkje noko anna dokument har",
    "A key that no other document has",
)  # fmt: skip
