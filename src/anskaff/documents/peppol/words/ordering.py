"""Words on orders, changes of orders and agreed orders."""

from anskaff.documents.ubl.table import said

KIND = said(
    "Slag ordre", "Slag ordre", "Kind of order",
    "220 er en vanlig ordre, 226 et avrop, 227 en konsignasjonsordre, 105 en innkjøpsordre",
    "220 er ein vanleg ordre, 226 eit avrop, 227 ein konsignasjonsordre, 105 ein innkjøpsordre",
    "220 is an ordinary order, 226 a call-off, 227 a consignment order, 105 a purchase order",
)  # fmt: skip
SEQUENCE = said(
    "Endringens nummer i rekken", "Nummeret endringa har i rekkja", "Sequence number",
    "Hvilken i rekken av endringer av ordren dette er",
    "Kva for ei i rekkja av endringar av ordren dette er",
    "Which in the sequence of changes of the order this is",
)  # fmt: skip
VALIDITY = said("Gyldighet", "Kor lenge han gjeld", "Validity")
VALID_UNTIL = said(
    "Gyldig til", "Gyldig til", "Valid until",
    "Siste dag ordren gjelder",
    "Siste dag ordren gjeld",
    "The last day that the order stands",
)  # fmt: skip
QUOTATION = said(
    "Tilbud", "Tilbod", "Quotation",
    "Tilbudet som ordren tar imot",
    "Tilbodet som ordren tek imot",
    "The quotation that the order takes",
)  # fmt: skip
QUOTATION_LINE = said(
    "Linje i tilbudet", "Linje i tilbodet", "Quotation line",
    "Linjen i tilbudet som bestilles",
    "Linja i tilbodet som blir bestilt",
    "The line of the quotation that is ordered",
)  # fmt: skip
EARLIER_ORDER = said(
    "Tidligere ordre", "Tidlegare ordre", "Earlier order",
    "En annen ordre som denne hører sammen med",
    "Ein annan ordre som denne høyrer saman med",
    "Another order that this one belongs to",
)  # fmt: skip
CATALOGUE = said(
    "Katalog", "Katalog", "Catalogue",
    "Katalogen det bestilles fra",
    "Katalogen det blir bestilt frå",
    "The catalogue that is ordered from",
)  # fmt: skip
PROJECT = said(
    "Prosjekt", "Prosjekt", "Project",
    "Prosjektet kjøpet hører til",
    "Prosjektet kjøpet høyrer til",
    "The project that the purchase belongs to",
)  # fmt: skip
INVOICEE = said(
    "Fakturamottaker", "Fakturamottakar", "Invoicee",
    "Den som skal ha fakturaen, når det ikke er kjøperen",
    "Den som skal ha fakturaen, når det ikkje er kjøparen",
    "The one who gets the invoice, when it is not the buyer",
)  # fmt: skip
DELIVERY_LOCATION = said(
    "Leveringssted", "Leveringsstad", "Delivery location",
    "Hvor varene skal leveres",
    "Kvar varene skal leverast",
    "Where the goods are to be delivered",
)  # fmt: skip
LOCATION_NUMBER = said(
    "Stedets nummer", "Nummeret på staden", "Location number",
    "Nummeret stedet er kjent med, som GLN",
    "Nummeret staden er kjend med, som GLN",
    "The number that the place is known by, such as GLN",
)  # fmt: skip
LOCATION_NAME = said("Stedets navn", "Namnet på staden", "Location name")
REQUESTED_PERIOD = said(
    "Ønsket leveringstid", "Ønskt leveringstid", "Requested delivery period",
    "Tidsrommet kjøperen vil ha levert i",
    "Tidsrommet kjøparen vil ha levert i",
    "The period that the buyer wants delivery in",
)  # fmt: skip
PROMISED_PERIOD = said(
    "Lovet leveringstid", "Lova leveringstid", "Promised delivery period",
    "Tidsrommet selgeren lover å levere i",
    "Tidsrommet seljaren lovar å levere i",
    "The period that the seller promises to deliver in",
)  # fmt: skip
DESPATCH_DAY = said("Ønsket sendt dato", "Ønskt sendt dato", "Requested day of despatch")
DESPATCH_TIME = said("Ønsket sendt klokken", "Ønskt sendt klokka", "Requested time of despatch")
PRIORITY = said(
    "Hast", "Hast", "Shipping priority",
    "Hvor raskt det ønskes sendt, som kode",
    "Kor raskt ein vil ha det sendt, som kode",
    "How soon it is wanted sent, as a code",
)  # fmt: skip
DELIVERY_TERMS = said("Leveringsvilkår", "Leveringsvilkår", "Delivery terms")
DELIVERY_TERMS_CODE = said(
    "Leveringsklausul", "Leveringsklausul", "Delivery terms code",
    "Klausulen det leveres etter, som Incoterms",
    "Klausulen det blir levert etter, som Incoterms",
    "The terms that are delivered by, such as Incoterms",
)  # fmt: skip
SPECIAL_TERMS = said("Særlige vilkår", "Særlege vilkår", "Special terms")
TERMS_PLACE = said(
    "Sted i vilkårene", "Stad i vilkåra", "Place of the terms",
    "Stedet leveringsklausulen viser til",
    "Staden leveringsklausulen viser til",
    "The place that the delivery terms name",
)  # fmt: skip
LINE = said(
    "Ordrelinje", "Ordrelinje", "Order line",
    "Én vare eller tjeneste i ordren",
    "Éi vare eller teneste i ordren",
    "One item of the order",
)  # fmt: skip
LINE_ITEM = said(
    "Innhold i linjen", "Innhald i linja", "Line item",
    "Hva som kjøpes på linjen, hvor mye og til hvilken pris",
    "Kva som blir kjøpt på linja, kor mykje og til kva pris",
    "What is bought on the line, how much and at what price",
)  # fmt: skip
LINE_STATUS = said(
    "Linjens status", "Status for linja", "Line status",
    "1 er lagt til, 2 slettet, 3 endret",
    "1 er lagd til, 2 sletta, 3 endra",
    "1 is added, 2 deleted, 3 changed",
)  # fmt: skip
QUANTITY = said("Mengde", "Mengd", "Quantity", "Mengden som bestilles", "Mengda som blir bestilt",
                "The quantity that is ordered")  # fmt: skip
PARTIAL_DELIVERY = said(
    "Delvis levering godtas", "Delvis levering blir godteken", "Partial delivery allowed",
    "Om linjen kan leveres i flere deler",
    "Om linja kan leverast i fleire delar",
    "Whether the line may be delivered in parts",
)  # fmt: skip
PRICE_KIND = said(
    "Slag pris", "Slag pris", "Kind of price",
    "Hva slags pris det er, som kontraktspris",
    "Kva slag pris det er, som kontraktspris",
    "What kind of price it is, such as contract price",
)  # fmt: skip
