"""Words on catalogues and punch-out carts: parties, periods, lines, prices and terms."""

from anskaff.documents.ubl.table import said

ACTION = said(
    "Handling", "Handling", "Action",
    "Hva mottakeren skal gjøre med katalogen, som Add eller Replace",
    "Kva mottakaren skal gjere med katalogen, som Add eller Replace",
    "What the receiver is to do with the catalogue, such as Add or Replace",
)  # fmt: skip
NAME = said("Katalogens navn", "Namnet på katalogen", "Catalogue name")
VERSION = said("Versjon", "Versjon", "Version")
VALIDITY = said(
    "Gyldighet", "Kor lenge han gjeld", "Validity",
    "Tidsrommet katalogen gjelder",
    "Tidsrommet katalogen gjeld",
    "The period that the catalogue holds for",
)  # fmt: skip
SOURCE = said(
    "Kildekatalog", "Kjeldekatalog", "Source catalogue",
    "Katalogen som denne er laget av",
    "Katalogen som denne er laga av",
    "The catalogue that this one is made from",
)  # fmt: skip
PROVIDER = said(
    "Avsender av katalogen", "Avsendar av katalogen", "Catalogue provider",
    "Den som sender katalogen",
    "Den som sender katalogen",
    "The one who sends the catalogue",
)  # fmt: skip
RECEIVER = said(
    "Mottaker av katalogen", "Mottakar av katalogen", "Catalogue receiver",
    "Den som får katalogen",
    "Den som får katalogen",
    "The one who gets the catalogue",
)  # fmt: skip
SUPPLIER = said(
    "Leverandør", "Leverandør", "Supplier",
    "Den som selger varene, når det ikke er avsenderen",
    "Den som sel varene, når det ikkje er avsendaren",
    "The one who sells the items, when it is not the provider",
)  # fmt: skip
CUSTOMER = said(
    "Kunde", "Kunde", "Customer",
    "Den som kan kjøpe etter katalogen, når det ikke er mottakeren",
    "Den som kan kjøpe etter katalogen, når det ikkje er mottakaren",
    "The one who may buy from the catalogue, when it is not the receiver",
)  # fmt: skip
TERMS = said("Handelsvilkår", "Handelsvilkår", "Trading terms")
TERMS_TEXT = said("Vilkårene i ord", "Vilkåra i ord", "Terms in words")
LINE = said(
    "Linje", "Linje", "Line",
    "En vare eller tjeneste i katalogen",
    "Ei vare eller teneste i katalogen",
    "An item of the catalogue",
)  # fmt: skip
LINE_NUMBER = said("Linjenummer", "Linjenummer", "Line number")
LINE_ACTION = said(
    "Handling for linjen", "Handling for linja", "Line action",
    "Hva mottakeren skal gjøre med linjen: Add, Update eller Delete",
    "Kva mottakaren skal gjere med linja: Add, Update eller Delete",
    "What the receiver is to do with the line: Add, Update or Delete",
)  # fmt: skip
ORDERABLE = said(
    "Kan bestilles", "Kan bestillast", "Can be ordered",
    "Nei når varen bare er en del av en annen",
    "Nei når vara berre er ein del av ei anna",
    "No when the item is only a part of another",
)  # fmt: skip
ORDERABLE_UNIT = said(
    "Bestillingsenhet", "Bestillingseining", "Orderable unit",
    "Enheten varen bestilles i",
    "Eininga vara blir bestilt i",
    "The unit that the item is ordered in",
)  # fmt: skip
CONTENT = said(
    "Innhold", "Innhald", "Net quantity",
    "Hvor mye det er i én bestillingsenhet",
    "Kor mykje det er i éi bestillingseining",
    "How much there is in one orderable unit",
)  # fmt: skip
INCREMENT = said(
    "Bestilles i trinn på", "Blir bestilt i steg på", "Ordered in steps of",
    "Det bestilles ett, to eller flere ganger så mye",
    "Det blir bestilt ein, to eller fleire gonger så mykje",
    "What is ordered is one, two or more times this",
)  # fmt: skip
LEAST_ORDER = said("Minste bestilling", "Minste bestilling", "Minimum order quantity")
MOST_ORDER = said("Største bestilling", "Største bestilling", "Maximum order quantity")
WARRANTY = said("Garanti", "Garanti", "Warranty")
PACK_LEVEL = said(
    "Pakningsnivå", "Pakningsnivå", "Packaging level",
    "CU er grunnenhet, TU kartong, DU pall, HN kolli",
    "CU er grunneining, TU kartong, DU pall, HN kolli",
    "CU is base unit, TU case, DU pallet, HN handling unit",
)  # fmt: skip
LINE_VALIDITY = said(
    "Linjens gyldighet", "Kor lenge linja gjeld", "Line validity",
    "Tidsrommet linjen gjelder, når det ikke er katalogens",
    "Tidsrommet linja gjeld, når det ikkje er det katalogen har",
    "The period that the line holds for, when not that of the catalogue",
)  # fmt: skip
COMPARISON = said(
    "Sammenligningspris", "Samanlikningspris", "Comparison price",
    "Prisen for en felles enhet, som én liter",
    "Prisen for ei felles eining, som éin liter",
    "The price of a common unit, such as one litre",
)  # fmt: skip
COMPARED_QUANTITY = said("Mengden prisen gjelder", "Mengda prisen gjeld", "Compared quantity")
COMPONENT = said(
    "Består av", "Er sett saman av", "Component",
    "En annen vare i katalogen som denne er satt sammen av",
    "Ei anna vare i katalogen som denne er sett saman av",
    "Another item of the catalogue that this one is made up of",
)  # fmt: skip
ACCESSORY = said(
    "Tilbehør", "Tilbehøyr", "Accessory",
    "En annen vare i katalogen som passer til",
    "Ei anna vare i katalogen som passar til",
    "Another item of the catalogue that goes with this one",
)  # fmt: skip
REQUIRED = said(
    "Krever også", "Krev òg", "Required item",
    "En annen vare som må kjøpes sammen med denne",
    "Ei anna vare som må kjøpast saman med denne",
    "Another item that must be bought with this one",
)  # fmt: skip
REPLACED = said(
    "Erstatter", "Erstattar", "Replaced item",
    "En annen vare som denne kommer i stedet for",
    "Ei anna vare som denne kjem i staden for",
    "Another item that this one takes the place of",
)  # fmt: skip
RELATED_NUMBER = said("Varens nummer", "Nummeret på vara", "Item number")
RELATED_QUANTITY = said("Antall", "Tal", "Quantity")
TERMS_OF_DELIVERY = said(
    "Pris og levering", "Pris og levering", "Price and delivery",
    "Prisen for en mengde, et sted eller en tid",
    "Prisen for ei mengd, ein stad eller ei tid",
    "The price for a quantity, a place or a time",
)  # fmt: skip
LEAD_TIME = said(
    "Leveringstid", "Leveringstid", "Lead time",
    "Tiden fra bestilling til levering",
    "Tida frå bestilling til levering",
    "The time from order to delivery",
)  # fmt: skip
FROM_QUANTITY = said("Fra mengde", "Frå mengd", "From quantity")
TO_QUANTITY = said("Til mengde", "Til mengd", "To quantity")
TERRITORY = said(
    "Område", "Område", "Territory",
    "Stedet prisen gjelder for",
    "Staden prisen gjeld for",
    "The place that the price is for",
)  # fmt: skip
PRICE_TYPE = said("Pristype", "Pristype", "Price type")
UNIT_FACTOR = said(
    "Omregning til bestillingsenhet", "Omrekning til bestillingseining", "Orderable unit factor",
    "Tallet prisens enhet ganges med for å få bestillingsenheten",
    "Talet eininga til prisen blir gonga med for å få bestillingseininga",
    "What the unit of the price is multiplied by to give the orderable unit",
)  # fmt: skip
PRICE_VALIDITY = said(
    "Prisens gyldighet", "Kor lenge prisen gjeld", "Price validity",
    "Tidsrommet prisen gjelder, når det ikke er linjens",
    "Tidsrommet prisen gjeld, når det ikkje er det linja har",
    "The period that the price holds for, when not that of the line",
)  # fmt: skip
CART_COMPLETE = said(
    "Handlekurven er hel", "Handlekorga er heil", "Cart is complete",
    "true når alt i handlekurven er med, false når mer kan komme",
    "true når alt i handlekorga er med, false når meir kan kome",
    "true when all of the cart is here, false when more may come",
)  # fmt: skip
CART_VALIDITY = said(
    "Handlekurvens gyldighet", "Kor lenge handlekorga gjeld", "Cart validity",
    "Hvor lenge tilbudet i handlekurven gjelder",
    "Kor lenge tilbodet i handlekorga gjeld",
    "How long the offer in the cart holds",
)  # fmt: skip
CART_LINE = said(
    "Linje", "Linje", "Line",
    "En vare eller tjeneste i handlekurven",
    "Ei vare eller teneste i handlekorga",
    "An item in the cart",
)  # fmt: skip
CART_SELLER = said(
    "Selger", "Seljar", "Seller",
    "Den som har nettbutikken",
    "Den som har nettbutikken",
    "The one who runs the shop",
)  # fmt: skip
CART_BUYER = said(
    "Kjøper", "Kjøpar", "Buyer",
    "Den som har plukket varene",
    "Den som har plukka varene",
    "The one who picked the items",
)  # fmt: skip
CONTRACT_PART = said(
    "Del av kontrakten", "Del av kontrakten", "Part of the contract",
    "Om varen er på kontrakt, eller hvilken del av den",
    "Om vara er på kontrakt, eller kva for del av han",
    "Whether the item is contracted, or under which part",
)  # fmt: skip
AVAILABILITY = said(
    "Tilgjengelighet", "Når vara finst", "Availability",
    "Når varen kan leveres, og hvor lenge linjen gjelder",
    "Når vara kan leverast, og kor lenge linja gjeld",
    "When the item can be had, and how long the line holds",
)  # fmt: skip
DELIVERY_UNIT = said("Mengde", "Mengd", "Quantity")
BATCH = said(
    "Mengden i handlekurven", "Mengda i handlekorga", "Quantity in the cart",
    "Hvor mye som er plukket",
    "Kor mykje som er plukka",
    "How much is picked",
)  # fmt: skip
