"""Words on what only invoices and credit notes say."""

from anskaff.documents.ubl.table import said

UBL_VERSION = said("UBL-versjon", "UBL-versjon", "UBL version")
CUSTOMIZATION = said(
    "Spesifikasjon", "Spesifikasjon", "Specification",
    "Reglene som dokumentet følger",
    "Reglane som dokumentet følgjer",
    "The rules that the document follows",
)  # fmt: skip
PROFILE = said(
    "Prosess", "Prosess", "Process",
    "Forretningsprosessen dokumentet er en del av",
    "Forretningsprosessen dokumentet er ein del av",
    "The business process that the document is part of",
)  # fmt: skip
INVOICE_NUMBER = said("Fakturanummer", "Fakturanummer", "Invoice number")
CREDIT_NOTE_NUMBER = said("Kreditnotanummer", "Kreditnotanummer", "Credit note number")
ISSUED = said(
    "Dato", "Dato", "Issue date",
    "Dagen dokumentet er utstedt",
    "Dagen dokumentet er skrive ut",
    "The day that the document was issued",
)  # fmt: skip
INVOICE_TYPE = said(
    "Fakturatype", "Fakturatype", "Invoice type",
    "380 er en vanlig faktura",
    "380 er ein vanleg faktura",
    "380 is an ordinary invoice",
)  # fmt: skip
CREDIT_NOTE_TYPE = said(
    "Kreditnotatype", "Kreditnotatype", "Credit note type",
    "381 er en vanlig kreditnota",
    "381 er ein vanleg kreditnota",
    "381 is an ordinary credit note",
)  # fmt: skip
NOTE = said(
    "Merknad", "Merknad", "Note",
    "Det selgeren vil ha sagt om hele dokumentet",
    "Det seljaren vil ha sagt om heile dokumentet",
    "What the seller wants to say about the document as a whole",
)  # fmt: skip
BUYER_REFERENCE = said(
    "Deres referanse", "Dykkar referanse", "Buyer reference",
    "Kjøperens kode som styrer dokumentet til rett sted",
    "Koden til kjøparen som styrer dokumentet til rett stad",
    "The buyer's code that takes the document to the right place",
)  # fmt: skip
PERIOD = said(
    "Periode", "Periode", "Period",
    "Tiden det faktureres for",
    "Tida det blir fakturert for",
    "The time that is invoiced for",
)  # fmt: skip
START = said("Første dag", "Første dag", "First day")
END = said("Siste dag", "Siste dag", "Last day")
TAX_POINT_CODE = said(
    "Kode for avgiftsdato", "Kode for avgiftsdato", "Tax point code",
    "Hva avgiftsdatoen følger: faktura (3), levering (35) eller betaling (432)",
    "Kva avgiftsdatoen følgjer: faktura (3), levering (35) eller betaling (432)",
    "What the tax date follows: invoice (3), delivery (35) or payment (432)",
)  # fmt: skip
ORDER_REFERENCE = said(
    "Ordrereferanse", "Ordrereferanse", "Order reference",
    "Bestillingen som dokumentet svarer til",
    "Bestillinga som dokumentet svarer til",
    "The order that the document answers to",
)  # fmt: skip
ORDER_NUMBER = said(
    "Bestillingsnummer", "Bestillingsnummer", "Order number",
    "Nummeret kjøperen ga bestillingen",
    "Nummeret kjøparen gav bestillinga",
    "The number that the buyer gave the order",
)  # fmt: skip
SALES_ORDER_NUMBER = said(
    "Salgsordre", "Salsordre", "Sales order",
    "Nummeret selgeren ga ordren",
    "Nummeret seljaren gav ordren",
    "The number that the seller gave the order",
)  # fmt: skip
BILLING_REFERENCE = said(
    "Tidligere faktura", "Tidlegare faktura", "Preceding invoice",
    "Fakturaen som rettes eller krediteres",
    "Fakturaen som blir retta eller kreditert",
    "The invoice that is corrected or credited",
)  # fmt: skip
PRECEDING_NUMBER = said(
    "Den tidligere fakturaens nummer", "Nummeret på den tidlegare fakturaen",
    "Preceding invoice number",
)  # fmt: skip
PRECEDING_DATE = said(
    "Den tidligere fakturaens dato", "Datoen på den tidlegare fakturaen",
    "Preceding invoice date",
)  # fmt: skip
DESPATCH_REFERENCE = said("Pakkseddel", "Pakksetel", "Despatch advice")
RECEIPT_REFERENCE = said("Mottaksbekreftelse", "Mottaksstadfesting", "Receipt advice")
TENDER_REFERENCE = said(
    "Konkurranse eller delkontrakt", "Konkurranse eller delkontrakt", "Tender or lot",
    "Konkurransen som kjøpet kommer fra",
    "Konkurransen som kjøpet kjem frå",
    "The competition that the purchase comes from",
)  # fmt: skip
CONTRACT_REFERENCE = said("Kontrakt", "Kontrakt", "Contract")
PROJECT_REFERENCE = said("Prosjekt", "Prosjekt", "Project")
NUMBER = said("Nummer", "Nummer", "Number")
SUPPORTING_DOCUMENT = said(
    "Vedlegg eller fakturert objekt", "Vedlegg eller fakturert objekt",
    "Attachment or invoiced object",
    "Et dokument som følger med, eller tingen det faktureres for",
    "Eit dokument som følgjer med, eller tingen det blir fakturert for",
    "A document that comes along, or the thing that is invoiced",
)  # fmt: skip
SUPPORTING_NUMBER = said(
    "Vedleggets eller objektets nummer", "Nummeret på vedlegget eller objektet",
    "Attachment or object number",
    "Nummer på vedlegget, eller på måleren eller avtalen det gjelder",
    "Nummer på vedlegget, eller på målaren eller avtala det gjeld",
    "Number of the attachment, or of the meter or subscription it is about",
)  # fmt: skip
DOCUMENT_TYPE = said(
    "Dokumenttype", "Dokumenttype", "Document type",
    "130 når det er objektet det faktureres for, ellers tomt",
    "130 når det er objektet det blir fakturert for, elles tomt",
    "130 when it is the invoiced object, otherwise nothing",
)  # fmt: skip
DESCRIPTION = said(
    "Beskrivelse", "Skildring", "Description",
    "Hva vedlegget er, som «timeliste»",
    "Kva vedlegget er, som «timeliste»",
    "What the attachment is, such as “time sheet”",
)  # fmt: skip
ATTACHMENT = said("Fil eller lenke", "Fil eller lenkje", "File or link")
EMBEDDED_FILE = said(
    "Vedlagt fil", "Vedlagd fil", "Embedded file",
    "Filen selv, med type og navn",
    "Sjølve fila, med type og namn",
    "The file itself, with its type and name",
)  # fmt: skip
EXTERNAL_FILE = said("Ekstern fil", "Ekstern fil", "External file")
EXTERNAL_ADDRESS = said(
    "Lenke", "Lenkje", "Link",
    "Adressen filen kan hentes fra",
    "Adressa fila kan hentast frå",
    "Where the file can be fetched",
)  # fmt: skip
DELIVERY = said(
    "Levering", "Levering", "Delivery",
    "Når, hvor og til hvem det er levert",
    "Når, kvar og til kven det er levert",
    "When, where and to whom it was delivered",
)  # fmt: skip
DELIVERED = said("Leveringsdato", "Leveringsdato", "Delivery date")
DELIVERY_PLACE = said("Leveringssted", "Leveringsstad", "Place of delivery")
DELIVERY_PLACE_ID = said(
    "Leveringsstedets nummer", "Nummeret på leveringsstaden", "Delivery place number"
)
DELIVERY_ADDRESS = said("Leveringsadresse", "Leveringsadresse", "Delivery address")
DELIVERY_PARTY = said("Mottaker", "Mottakar", "Delivery party")
DELIVERY_NAME = said("Mottakerens navn", "Namnet på mottakaren", "Delivery party name")
INVOICE_LINE = said("Fakturalinje", "Fakturalinje", "Invoice line")
CREDIT_NOTE_LINE = said("Kreditnotalinje", "Kreditnotalinje", "Credit note line")
LINE_NUMBER = said(
    "Linjenummer", "Linjenummer", "Line number",
    "Skiller linjen fra de andre i dokumentet",
    "Skil linja frå dei andre i dokumentet",
    "Tells the line from the others in the document",
)  # fmt: skip
LINE_NOTE = said("Merknad til linjen", "Merknad til linja", "Line note")
QUANTITY = said(
    "Antall", "Mengd", "Quantity",
    "Hvor mye det faktureres for, med enhet",
    "Kor mykje det blir fakturert for, med eining",
    "How much is invoiced, with its unit",
)  # fmt: skip
CREDITED_QUANTITY = said(
    "Kreditert antall", "Kreditert mengd", "Credited quantity",
    "Hvor mye det krediteres for, med enhet",
    "Kor mykje det blir kreditert for, med eining",
    "How much is credited, with its unit",
)  # fmt: skip
ORDER_LINE_REFERENCE = said("Ordrelinje", "Ordrelinje", "Order line")
ORDER_LINE_NUMBER = said("Ordrelinjens nummer", "Nummeret på ordrelinja", "Order line number")
LINE_OBJECT = said(
    "Objekt for linjen", "Objekt for linja", "Line object",
    "Tingen som linjen gjelder, som en måler",
    "Tingen som linja gjeld, som ein målar",
    "The thing that the line is about, such as a meter",
)  # fmt: skip
OBJECT_NUMBER = said("Objektets nummer", "Nummeret på objektet", "Object number")
ITEM = said(
    "Vare eller tjeneste", "Vare eller teneste", "Item",
    "Det som er levert",
    "Det som er levert",
    "What was delivered",
)  # fmt: skip
ITEM_NAME = said("Varens navn", "Namnet på vara", "Item name")
ITEM_DESCRIPTION = said("Beskrivelse av varen", "Skildring av vara", "Item description")
BUYERS_ITEM = said("Kjøperens vare", "Vara hos kjøparen", "Buyer's item")
BUYERS_ITEM_NUMBER = said(
    "Kjøperens varenummer", "Varenummeret hos kjøparen", "Buyer's item number"
)
SELLERS_ITEM = said("Selgerens vare", "Vara hos seljaren", "Seller's item")
SELLERS_ITEM_NUMBER = said(
    "Selgerens varenummer", "Varenummeret hos seljaren", "Seller's item number"
)
STANDARD_ITEM = said("Standard varenummer", "Standard varenummer", "Standard item")
STANDARD_ITEM_NUMBER = said(
    "GTIN eller annet standardnummer", "GTIN eller anna standardnummer", "Standard item number",
    "Nummer på varen i et register alle bruker, som GTIN",
    "Nummer på vara i eit register alle bruker, som GTIN",
    "The number of the item in a register that all use, such as GTIN",
)  # fmt: skip
ORIGIN = said("Opprinnelsesland", "Opphavsland", "Country of origin")
CLASSIFICATION = said("Varegruppe", "Varegruppe", "Classification")
CLASSIFICATION_CODE = said(
    "Kode for varegruppe", "Kode for varegruppe", "Classification code",
    "Kode fra CPV, UNSPSC eller en annen liste, med listens navn",
    "Kode frå CPV, UNSPSC eller ei anna liste, med namnet på lista",
    "A code from CPV, UNSPSC or another list, with the name of the list",
)  # fmt: skip
ITEM_PROPERTY = said("Egenskap", "Eigenskap", "Item attribute")
PROPERTY_NAME = said("Egenskapens navn", "Namnet på eigenskapen", "Attribute name")
PROPERTY_VALUE = said("Egenskapens verdi", "Verdien av eigenskapen", "Attribute value")
