"""Words on sending and receiving goods: despatch, shipment, handling units, packages, receipt."""

from anskaff.documents.ubl.table import said

DESPATCH_NUMBER = said("Pakkseddelnummer", "Pakksetelnummer", "Despatch advice number")
RECEIPT_NUMBER = said("Mottaksnummer", "Mottaksnummer", "Receipt advice number")
DESPATCH_NOTE = said(
    "Merknad", "Merknad", "Note",
    "Det avsenderen vil ha sagt om hele sendingen",
    "Det avsendaren vil ha sagt om heile sendinga",
    "What the sender has to say about the whole consignment",
)  # fmt: skip
DESPATCHER = said(
    "Avsender av varene", "Avsendar av varene", "Despatcher",
    "Den som sender varene",
    "Den som sender varene",
    "The one who sends the goods",
)  # fmt: skip
CONSIGNEE = said(
    "Mottaker av varene", "Mottakar av varene", "Consignee",
    "Den som varene sendes til",
    "Den som varene blir sende til",
    "The one the goods are sent to",
)  # fmt: skip
ORIGINATOR = said(
    "Bestiller", "Bestillar", "Originator",
    "Den som trenger varene og ba om dem",
    "Den som treng varene og bad om dei",
    "The one who needs the goods and asked for them",
)  # fmt: skip
DELIVERY_CONTACT = said(
    "Kontakt ved levering", "Kontakt ved levering", "Delivery contact",
    "Den som kan kontaktes om leveringen",
    "Den som kan kontaktast om leveringa",
    "Whom to contact about the delivery",
)  # fmt: skip
SHIPMENT = said(
    "Forsendelse", "Forsending", "Shipment",
    "Hvordan varene er sendt, og hvor mye det er",
    "Korleis varene er sende, og kor mykje det er",
    "How the goods are sent, and how much it is",
)  # fmt: skip
SHIPMENT_ID = said("Forsendelsens nummer", "Nummeret på forsendinga", "Shipment number")
SHIPMENT_INFORMATION = said("Om forsendelsen", "Om forsendinga", "About the shipment")
GROSS_WEIGHT = said("Bruttovekt", "Bruttovekt", "Gross weight")
GROSS_VOLUME = said("Bruttovolum", "Bruttovolum", "Gross volume")
UNIT_COUNT = said(
    "Antall kolli", "Talet på kolli", "Number of handling units",
    "Hvor mange kolli forsendelsen består av",
    "Kor mange kolli forsendinga er på",
    "How many handling units the shipment is made of",
)  # fmt: skip
CONSIGNMENT = said(
    "Sending", "Sending", "Consignment",
    "Det transportøren frakter under ett nummer",
    "Det transportøren fraktar under eitt nummer",
    "What the carrier moves under one number",
)  # fmt: skip
CONSIGNMENT_ID = said("Sendingsnummer", "Sendingsnummer", "Consignment number")
VEHICLE = said("Kjøretøy", "Køyretøy", "Vehicle")
CARRIER = said(
    "Transportør", "Transportør", "Carrier",
    "Den som frakter varene",
    "Den som fraktar varene",
    "The one who moves the goods",
)  # fmt: skip
DRIVER = said("Sjåfør", "Sjåfør", "Driver")
DRIVER_IDENTITY = said("Sjåførens legitimasjon", "Legitimasjonen til sjåføren", "Driver identity")
DRIVER_NUMBER = said("Legitimasjonens nummer", "Nummeret på legitimasjonen", "Identity number")
DRIVER_DOCUMENT = said("Type legitimasjon", "Type legitimasjon", "Kind of identity document")
STAGE = said("Etappe", "Etappe", "Stage")
TRANSPORT_MODE = said(
    "Transportmåte", "Transportmåte", "Mode of transport",
    "Vei, bane, sjø eller luft, som kode",
    "Veg, bane, sjø eller luft, som kode",
    "Road, rail, sea or air, as a code",
)  # fmt: skip
DELIVERY = said("Levering", "Levering", "Delivery")
TRACKING = said(
    "Sporingsnummer", "Sporingsnummer", "Tracking number",
    "Nummeret sendingen kan følges med",
    "Nummeret sendinga kan følgjast med",
    "The number that the consignment can be followed by",
)  # fmt: skip
ESTIMATED_DELIVERY = said(
    "Ventet levering", "Venta levering", "Estimated delivery",
    "Når varene ventes fram",
    "Når varene er venta fram",
    "When the goods are expected",
)  # fmt: skip
START_DAY = said("Første dag", "Første dag", "First day")
START_TIME = said("Fra klokken", "Frå klokka", "From time")
END_DAY = said("Siste dag", "Siste dag", "Last day")
END_TIME = said("Til klokken", "Til klokka", "To time")
DELIVERY_PARTY = said(
    "Endelig mottaker", "Endeleg mottakar", "Final recipient",
    "Den som skal ha varene til slutt",
    "Den som skal ha varene til slutt",
    "The one who is to have the goods in the end",
)  # fmt: skip
DESPATCH = said(
    "Avgang", "Avgang", "Despatch", "Når og hvorfra", "Når og kvarifrå", "When and where"
)
DESPATCH_DAY = said("Sendt dato", "Sendt dato", "Day sent")
DESPATCH_TIME = said("Sendt klokken", "Sendt klokka", "Time sent")
DESPATCH_ADDRESS = said("Sendt fra", "Sendt frå", "Sent from")
ADDRESS_ID = said("Adressens nummer", "Nummeret på adressa", "Address number")
LINE = said("Linje", "Linje", "Line", "En vare som sendes", "Ei vare som blir send", "Goods sent")
LINE_ID = said("Linjenummer", "Linjenummer", "Line number")
LINE_NOTE = said("Merknad til linjen", "Merknad til linja", "Note on the line")
DELIVERED = said("Sendt mengde", "Sendt mengd", "Quantity sent")
OUTSTANDING = said(
    "Mengde til gode", "Mengd til gode", "Outstanding quantity",
    "Det som er bestilt, men ikke sendt",
    "Det som er bestilt, men ikkje sendt",
    "What was ordered but is not sent",
)  # fmt: skip
OUTSTANDING_REASON = said("Hvorfor det mangler", "Kvifor det manglar", "Why it is outstanding")
ORDER = said("Bestilling", "Bestilling", "Order")
ORDER_ID = said("Bestillingsnummer", "Bestillingsnummer", "Order number")
ORDER_LINE = said("Linje i bestillingen", "Linje i bestillinga", "Order line")
ORDER_LINE_ID = said("Bestillingens linjenummer", "Linjenummer i bestillinga", "Order line number")
SALES_LINE_ID = said(
    "Linjenummer i salgsordren", "Linjenummer i salsordren", "Sales order line number"
)
HANDLING_UNIT = said("Kolli", "Kolli", "Handling unit")
HANDLING_UNIT_ID = said(
    "Kollinummer", "Kollinummer", "Handling unit number",
    "Nummeret på kolliet, gjerne SSCC",
    "Nummeret på kolliet, gjerne SSCC",
    "The number of the handling unit, often an SSCC",
)  # fmt: skip
HANDLING_UNIT_TYPE = said("Type kolli", "Type kolli", "Kind of handling unit")
HAZARDOUS = said("Farlig gods", "Farleg gods", "Hazardous")
MARKS = said("Merking", "Merking", "Shipping marks")
MEASUREMENT = said("Mål", "Mål", "Measurement")
MEASURED = said("Hva som er målt", "Kva som er målt", "What is measured")
MEASURE = said("Målt verdi", "Målt verdi", "Measure")
PACKAGE = said("Pakke", "Pakke", "Package")
PACKAGE_ID = said("Pakkens nummer", "Nummeret på pakka", "Package number")
PACKAGE_TYPE = said("Type pakke", "Type pakke", "Kind of package")
ITEM = said("Vare", "Vare", "Item")
ITEM_NAME = said("Varens navn", "Namnet på vara", "Item name")
BUYER_ITEM = said("Kjøperens varenummer", "Varenummeret til kjøparen", "Buyer's item number")
SELLER_ITEM = said("Selgerens varenummer", "Varenummeret til seljaren", "Seller's item number")
STANDARD_ITEM = said(
    "Standard varenummer", "Standard varenummer", "Standard item number",
    "Nummer fra et felles register, som GTIN",
    "Nummer frå eit felles register, som GTIN",
    "A number from a common register, such as GTIN",
)  # fmt: skip
ITEM_NUMBER = said("Varenummer", "Varenummer", "Item number")
ITEM_EXTENDED = said("Variant", "Variant", "Variant")
CLASSIFICATION = said("Varegruppe", "Varegruppe", "Classification")
CLASSIFICATION_CODE = said("Varegruppens kode", "Koden for varegruppa", "Classification code")
HAZARD = said("Fare", "Fare", "Hazard")
UNDG = said(
    "UN-nummer", "UN-nummer", "UN number",
    "Nummeret på det farlige stoffet",
    "Nummeret på det farlege stoffet",
    "The number of the dangerous substance",
)  # fmt: skip
HAZARD_CLASS = said("Fareklasse", "Fareklasse", "Hazard class")
PROPERTY = said("Egenskap", "Eigenskap", "Property")
PROPERTY_ID = said("Egenskapens nummer", "Nummeret på eigenskapen", "Property number")
PROPERTY_NAME = said("Egenskapens navn", "Namnet på eigenskapen", "Property name")
PROPERTY_CODE = said("Egenskapens kode", "Koden for eigenskapen", "Property code")
PROPERTY_VALUE = said("Egenskapens verdi", "Verdien av eigenskapen", "Property value")
PROPERTY_QUANTITY = said("Verdi med enhet", "Verdi med eining", "Value with unit")
PROPERTY_QUALIFIER = said("Egenskapens art", "Arten av eigenskap", "Kind of property")
INSTANCE = said("Eksemplar", "Eksemplar", "Instance")
TRACE = said("Sporing av varen", "Sporing av vara", "Product trace")
MADE = said("Produsert", "Produsert", "Made on")
BEST_BEFORE = said("Best før", "Best før", "Best before")
SERIAL = said("Serienummer", "Serienummer", "Serial number")
LOT = said("Parti", "Parti", "Lot")
LOT_NUMBER = said("Partinummer", "Partinummer", "Lot number")
EXPIRES = said("Utløper", "Går ut", "Expires")
DOCUMENT = said("Vedlegg eller henvisning", "Vedlegg eller tilvising", "Attachment or reference")
DOCUMENT_ID = said("Dokumentets nummer", "Nummeret på dokumentet", "Document number")
DOCUMENT_KIND = said("Hva dokumentet er", "Kva dokumentet er", "What the document is")
ATTACHMENT = said("Vedlegg", "Vedlegg", "Attachment")
EMBEDDED = said("Fil i dokumentet", "Fil i dokumentet", "Embedded file")
EXTERNAL = said("Ekstern fil", "Ekstern fil", "External file")
ADDRESS_ON_WEB = said("Nettadresse", "Nettadresse", "Web address")
