"""Words on items in orders and catalogues; those on items in transport too are in `delivery`."""

from anskaff.documents.ubl.table import said

ITEM = said(
    "Vare eller tjeneste", "Vare eller teneste", "Item",
    "Det som kjøpes på linjen",
    "Det som blir kjøpt på linja",
    "What is bought on the line",
)  # fmt: skip
DESCRIPTION = said(
    "Beskrivelse", "Omtale", "Description",
    "Varen eller tjenesten beskrevet i fri tekst",
    "Vara eller tenesta omtalt i fri tekst",
    "The item in free text",
)  # fmt: skip
KEYWORD = said(
    "Søkeord", "Søkjeord", "Keyword",
    "Et ord varen kan finnes igjen med",
    "Eit ord vara kan finnast att med",
    "A word that the item can be found by",
)  # fmt: skip
BRAND = said("Merke", "Merke", "Brand name")
PACK_QUANTITY = said(
    "Mengde i pakken", "Mengd i pakken", "Pack quantity",
    "Hvor mye pakningen inneholder",
    "Kor mykje pakninga inneheld",
    "How much the pack holds",
)  # fmt: skip
PACK_SIZE = said(
    "Forbruksenheter", "Forbrukseiningar", "Consumable units",
    "Antall forbruksenheter i pakningen",
    "Talet på forbrukseiningar i pakninga",
    "Number of consumable units in the pack",
)  # fmt: skip
MANUFACTURER_ITEM = said(
    "Produsentens varenummer", "Varenummeret til produsenten", "Manufacturer's item number"
)
MANUFACTURER = said("Produsent", "Produsent", "Manufacturer")
SPECIFICATION = said(
    "Spesifikasjon av varen", "Spesifikasjon av vara", "Item specification",
    "Et dokument eller bilde som beskriver varen",
    "Eit dokument eller bilete som omtalar vara",
    "A document or image that describes the item",
)  # fmt: skip
SPECIFICATION_NUMBER = said(
    "Spesifikasjonens nummer", "Nummeret på spesifikasjonen", "Specification number"
)
SPECIFICATION_KIND = said(
    "Slag spesifikasjon", "Slag spesifikasjon", "Kind of specification",
    "Om det er et dokument eller et bilde, som kode",
    "Om det er eit dokument eller eit bilete, som kode",
    "Whether it is a document or an image, as a code",
)  # fmt: skip
SPECIFICATION_DESCRIPTION = said(
    "Hva spesifikasjonen er", "Kva spesifikasjonen er", "What the specification is"
)
ORIGIN = said(
    "Opphavsland", "Opphavsland", "Country of origin",
    "Landet varen kommer fra",
    "Landet vara kjem frå",
    "The country that the item comes from",
)  # fmt: skip
CLASSIFICATION = said(
    "Klassifisering", "Klassifisering", "Classification",
    "Varens plass i et klassifiseringssystem, som UNSPSC eller CPV",
    "Plassen vara har i eit klassifiseringssystem, som UNSPSC eller CPV",
    "Where the item belongs in a scheme such as UNSPSC or CPV",
)  # fmt: skip
CONDITIONS = said(
    "Vilkår for varen", "Vilkår for vara", "Transaction conditions",
    "Om varen er på kontrakt, eller ikke kan returneres",
    "Om vara er på kontrakt, eller ikkje kan returnerast",
    "Whether the item is contracted or cannot be returned",
)  # fmt: skip
CONDITION_CODE = said(
    "Vilkår", "Vilkår", "Condition",
    "CT når varen er på kontrakt",
    "CT når vara er på kontrakt",
    "CT when the item is contracted",
)  # fmt: skip
TAX_CATEGORY = said(
    "Avgift på varen", "Avgift på vara", "Item tax category",
    "Avgiftskategorien og satsen varen har",
    "Avgiftskategorien og satsen vara har",
    "The category and rate of tax on the item",
)  # fmt: skip
LABEL = said(
    "Merking eller sertifikat", "Merking eller sertifikat", "Label or certificate",
    "Et merke eller sertifikat varen har, som Svanemerket",
    "Eit merke eller sertifikat vara har, som Svanemerket",
    "A label or certificate of the item, such as an ecolabel",
)  # fmt: skip
LABEL_NAME = said("Merkets navn", "Namnet på merket", "Label name")
LABEL_CODE = said("Merkets kode", "Koden for merket", "Label code")
LABEL_KIND = said(
    "Slag merke", "Slag merke", "Kind of label",
    "Hva merket gjelder, som miljø eller etikk",
    "Kva merket gjeld, som miljø eller etikk",
    "What the label is about, such as environment or ethics",
)  # fmt: skip
LABEL_VALUE = said("Merkets verdi", "Verdien av merket", "Label value")
LABEL_ISSUER = said("Utsteder", "Utferdar", "Issuer")
LABEL_DOCUMENT = said("Dokumentasjon på merket", "Dokumentasjon på merket", "Label document")
LABEL_DOCUMENT_NUMBER = said("Dokumentets nummer", "Nummeret på dokumentet", "Document number")
INSTANCE = said(
    "Eksemplar", "Eksemplar", "Item instance",
    "Serienummeret eller partiet det gjelder",
    "Serienummeret eller partiet det gjeld",
    "The serial number or lot it is about",
)  # fmt: skip
DIMENSION = said(
    "Mål", "Mål", "Dimension",
    "En målt egenskap, som lengde eller lagringstemperatur",
    "Ein målt eigenskap, som lengd eller lagringstemperatur",
    "A measured attribute, such as length or storage temperature",
)  # fmt: skip
DIMENSION_KIND = said("Hva som er målt", "Kva som er målt", "What is measured")
MEASURE = said("Målt verdi", "Målt verdi", "Measure")
LEAST = said("Minste verdi", "Minste verdi", "Least value")
MOST = said("Største verdi", "Største verdi", "Greatest value")
PROPERTY_VALUES = said(
    "Egenskapens verdier", "Verdiane av eigenskapen", "Property values",
    "Verdiene når egenskapen har flere",
    "Verdiane når eigenskapen har fleire",
    "The values, when the property has several",
)  # fmt: skip
