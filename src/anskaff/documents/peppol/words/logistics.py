"""Words on logistics beside those on delivery: transport, fuel, emissions, packing and receipt."""

from anskaff.documents.ubl.table import said

STATUS = said(
    "Dokumentets status", "Status for dokumentet", "Document status",
    "Om dokumentet er nytt, erstatter et annet eller annullerer det, som kode",
    "Om dokumentet er nytt, erstattar eit anna eller annullerer det, som kode",
    "Whether the document is new, replaces another or cancels it, as a code",
)  # fmt: skip
DESPATCH_TYPE = said(
    "Type pakkseddel", "Type pakksetel", "Kind of despatch advice",
    "Om den gjelder varer, utført arbeid eller retur, som kode",
    "Om han gjeld varer, utført arbeid eller retur, som kode",
    "Whether it is about goods, work done or a return, as a code",
)  # fmt: skip
DOCUMENT_TYPE = said(
    "Dokumenttype", "Dokumenttype", "Document type",
    "Hva slags dokument det er, som kode",
    "Kva slags dokument det er, som kode",
    "What kind of document it is, as a code",
)  # fmt: skip
DECLARED_VALUE = said(
    "Verdi for statistikk", "Verdi for statistikk", "Value for statistics",
    "Verdien av varene slik den oppgis til handelsstatistikken",
    "Verdien av varene slik han blir oppgitt til handelsstatistikken",
    "The value of the goods as declared for trade statistics",
)  # fmt: skip
HANDLING_CODE = said(
    "Håndtering", "Handtering", "Handling",
    "Hvordan godset skal håndteres, som kode",
    "Korleis godset skal handterast, som kode",
    "How the goods are to be handled, as a code",
)  # fmt: skip
HANDLING_INSTRUCTIONS = said(
    "Håndteringen i ord", "Handteringa i ord", "Handling in words",
    "Hvordan godset skal håndteres",
    "Korleis godset skal handterast",
    "How the goods are to be handled",
)  # fmt: skip
SERVICE = said(
    "Transporttjeneste", "Transportteneste", "Transport service",
    "Drivstoff, utstyr og utslipp for transporten",
    "Drivstoff, utstyr og utslepp for transporten",
    "Fuel, equipment and emissions of the transport",
)  # fmt: skip
SERVICE_CODE = said("Tjenestens kode", "Koden for tenesta", "Service code")
EQUIPMENT = said(
    "Transportutstyr", "Transportutstyr", "Transport equipment",
    "Container, kjølehenger eller annet utstyr",
    "Konteinar, kjølehengar eller anna utstyr",
    "A container, a refrigerated trailer or other equipment",
)  # fmt: skip
EQUIPMENT_ID = said("Utstyrets nummer", "Nummeret på utstyret", "Equipment number")
EQUIPMENT_TYPE = said("Type utstyr", "Type utstyr", "Kind of equipment")
EQUIPMENT_SIZE = said("Utstyrets størrelse", "Storleiken på utstyret", "Equipment size")
REFRIGERATION = said("Kjøling på", "Kjøling på", "Refrigeration on")
POWER = said("Har strøm", "Har straum", "Has power")
EQUIPMENT_DESCRIPTION = said("Om utstyret", "Om utstyret", "About the equipment")
FUEL = said(
    "Drivstoff", "Drivstoff", "Fuel",
    "Drivstoffet transporten brukte",
    "Drivstoffet transporten brukte",
    "The fuel that the transport used",
)  # fmt: skip
FUEL_TYPE = said("Type drivstoff", "Type drivstoff", "Kind of fuel")
FUEL_DESCRIPTION = said("Om drivstoffet", "Om drivstoffet", "About the fuel")
MEASURE_DESCRIPTION = said("Målingen i ord", "Målinga i ord", "Measurement in words")
FUEL_PROVIDER = said(
    "Drivstoffleverandør", "Drivstoffleverandør", "Fuel supplier",
    "Den som leverte drivstoffet",
    "Den som leverte drivstoffet",
    "The one who supplied the fuel",
)  # fmt: skip
FUEL_GOODS = said("Drivstoffet som vare", "Drivstoffet som vare", "The fuel as goods")
EMISSION = said(
    "Utslipp", "Utslepp", "Emission",
    "Hva transporten slapp ut, og hvor mye",
    "Kva transporten slapp ut, og kor mykje",
    "What the transport emitted, and how much",
)  # fmt: skip
EMISSION_TYPE = said("Type utslipp", "Type utslepp", "Kind of emission")
EMISSION_VALUE = said("Utslippets mengde", "Mengda av utslepp", "Amount of emission")
MEANS_TYPE = said("Type transportmiddel", "Type transportmiddel", "Kind of means of transport")
MEANS = said(
    "Transportmiddel", "Transportmiddel", "Means of transport",
    "Flyet, bilen, toget eller skipet",
    "Flyet, bilen, toget eller skipet",
    "The aircraft, vehicle, train or ship",
)  # fmt: skip
AIR = said("Fly", "Fly", "Aircraft")
AIR_ID = said("Flyets nummer", "Nummeret på flyet", "Aircraft number")
ROAD = said("Bil", "Bil", "Vehicle")
ROAD_ID = said("Registreringsnummer", "Registreringsnummer", "Licence plate")
RAIL = said("Tog", "Tog", "Train")
RAIL_ID = said("Togets nummer", "Nummeret på toget", "Train number")
RAIL_CAR = said("Vognens nummer", "Nummeret på vogna", "Rail car number")
SEA = said("Skip", "Skip", "Ship")
SEA_ID = said("Skipets nummer", "Nummeret på skipet", "Ship number")
DELIVERED_DAY = said("Levert dato", "Levert dato", "Day delivered")
DELIVERED_AT = said("Levert klokken", "Levert klokka", "Time delivered")
LOCATION = said(
    "Leveringssted", "Leveringsstad", "Delivery location",
    "Stedet varene leveres",
    "Staden varene blir leverte",
    "Where the goods are delivered",
)  # fmt: skip
LOCATION_ID = said("Stedets nummer", "Nummeret på staden", "Location number")
LOCATION_NAME = said("Stedets navn", "Namnet på staden", "Location name")
COORDINATE = said(
    "Koordinater", "Koordinatar", "Coordinates",
    "Stedet i et koordinatsystem",
    "Staden i eit koordinatsystem",
    "The place in a coordinate system",
)  # fmt: skip
COORDINATE_SYSTEM = said("Koordinatsystem", "Koordinatsystem", "Coordinate system")
LATITUDE = said("Breddegrad", "Breiddegrad", "Latitude")
LONGITUDE = said("Lengdegrad", "Lengdegrad", "Longitude")
ALTITUDE = said("Høyde over havet", "Høgd over havet", "Altitude")
TERMS = said(
    "Leveringsvilkår", "Leveringsvilkår", "Delivery terms",
    "Hvem som bærer kostnad og risiko, og hvor de går over",
    "Kven som ber kostnad og risiko, og kvar dei går over",
    "Who bears cost and risk, and where they pass",
)  # fmt: skip
TERMS_ID = said("Vilkårets kode", "Koden for vilkåret", "Code of the terms")
SPECIAL_TERMS = said("Særlige vilkår", "Særlege vilkår", "Special terms")
TERMS_LOCATION = said("Stedet vilkåret gjelder", "Staden vilkåret gjeld", "Place of the terms")
LEAST_TEMPERATURE = said("Laveste temperatur", "Lågaste temperatur", "Lowest temperature")
MOST_TEMPERATURE = said("Høyeste temperatur", "Høgaste temperatur", "Highest temperature")
TEMPERATURE = said("Temperatur", "Temperatur", "Temperature")
GOODS = said(
    "Gods", "Gods", "Goods item",
    "Hvor mye av en linje som ligger her",
    "Kor mykje av ei linje som ligg her",
    "How much of a line that lies here",
)  # fmt: skip
GOODS_ID = said(
    "Linjen godset hører til", "Linja godset høyrer til", "Line of the goods",
    "Linjenummeret i pakkseddelen",
    "Linjenummeret i pakksetelen",
    "The line number in the despatch advice",
)  # fmt: skip
GOODS_QUANTITY = said("Mengde her", "Mengd her", "Quantity here")
GOODS_TRACE = said("Sporing av godset", "Sporing av godset", "Goods trace")
RETURNABLE = said(
    "I retur", "I retur", "Returnable",
    "Om emballasjen skal i retur",
    "Om emballasjen skal i retur",
    "Whether the packaging is to be returned",
)  # fmt: skip
MATERIAL = said("Emballasje", "Emballasje", "Packing material")
CONTAINED = said(
    "Pakke i pakken", "Pakke i pakka", "Contained package",
    "En mindre pakke inne i denne",
    "Ei mindre pakke inne i denne",
    "A smaller package within this one",
)  # fmt: skip
SALES_ORDER = said("Salgsordrens nummer", "Nummeret på salsordren", "Sales order number")
HAZARD_ID = said("Farens nummer", "Nummeret på faren", "Hazard number")
HAZARD_INFORMATION = said("Om faren", "Om faren", "About the hazard")
TECHNICAL_NAME = said("Teknisk navn", "Teknisk namn", "Technical name")
CATEGORY_NAME = said("Farekategoriens navn", "Namnet på farekategorien", "Hazard category name")
CATEGORY_CODE = said("Farekategori", "Farekategori", "Hazard category")
NET_WEIGHT = said("Nettovekt", "Nettovekt", "Net weight")
NET_VOLUME = said("Nettovolum", "Nettovolum", "Net volume")
TRANSIT = said("Krav til pakkingen", "Krav til pakkinga", "Packing requirement")
PACKING_CRITERIA = said("Emballasjegruppe", "Emballasjegruppe", "Packing group")
EMERGENCY_TEMPERATURE = said(
    "Nødtemperatur", "Naudtemperatur", "Emergency temperature",
    "Temperaturen der det må gripes inn",
    "Temperaturen der ein må gripe inn",
    "The temperature where action must be taken",
)  # fmt: skip
MADE_AT = said("Produsert klokken", "Produsert klokka", "Time made")
CERTIFICATE = said(
    "Sertifikat", "Sertifikat", "Certificate",
    "Et merke eller sertifikat varen har",
    "Eit merke eller sertifikat vara har",
    "A label or certificate of the item",
)  # fmt: skip
CERTIFICATE_ID = said("Sertifikatets nummer", "Nummeret på sertifikatet", "Certificate number")
CERTIFICATE_CODE = said("Sertifikatets kode", "Koden for sertifikatet", "Certificate code")
CERTIFICATE_TYPE = said("Type sertifikat", "Type sertifikat", "Kind of certificate")
REMARKS = said("Merknader", "Merknader", "Remarks")
RECEIPT_TYPE = said(
    "Hva svaret gjelder", "Kva svaret gjeld", "What is answered",
    "D er pakkseddelen, S er det som kom fram",
    "D er pakksetelen, S er det som kom fram",
    "D is the despatch advice, S is what arrived",
)  # fmt: skip
RECEIPT_NOTE = said(
    "Merknad", "Merknad", "Note",
    "Det mottakeren vil ha sagt om hele leveringen",
    "Det mottakaren vil ha sagt om heile leveringa",
    "What the receiver has to say about the whole delivery",
)  # fmt: skip
DESPATCH_DOCUMENT = said(
    "Pakkseddel", "Pakksetel", "Despatch advice",
    "Pakkseddelen som mottaket svarer på",
    "Pakksetelen som mottaket svarer på",
    "The despatch advice that the receipt answers",
)  # fmt: skip
DESPATCH_STATUS = said(
    "Pakkseddelens status", "Status for pakksetelen", "Despatch advice status",
    "Om pakkseddelen er mottatt, godtatt eller avvist, som kode",
    "Om pakksetelen er motteken, godteken eller avvist, som kode",
    "Whether the despatch advice is received, accepted or rejected, as a code",
)  # fmt: skip
DESPATCH_DESCRIPTION = said("Statusen i ord", "Statusen i ord", "Status in words")
CONDITION = said(
    "Tilstand", "Tilstand", "Condition",
    "Om det som kom fram er godtatt, og hvorfor ikke",
    "Om det som kom fram er godteke, og kvifor ikkje",
    "Whether what arrived is accepted, and why not",
)  # fmt: skip
CONDITION_CODE = said(
    "Tilstandens kode", "Koden for tilstanden", "Condition code",
    "AP er godtatt, CA godtatt med forbehold, RE avvist",
    "AP er godteke, CA godteke med atterhald, RE avvist",
    "AP is accepted, CA conditionally accepted, RE rejected",
)  # fmt: skip
CONDITION_REASON_CODE = said("Grunnens kode", "Koden for grunnen", "Reason code")
CONDITION_REASON = said("Grunnen i ord", "Grunnen i ord", "Reason in words")
RECEIPT_LINE = said(
    "Linje", "Linje", "Line",
    "En vare som er mottatt, mangler eller er avvist",
    "Ei vare som er motteken, manglar eller er avvist",
    "Goods that are received, missing or rejected",
)  # fmt: skip
RECEIVED = said("Mottatt mengde", "Motteken mengd", "Quantity received")
SHORT = said("Mengde som mangler", "Mengd som manglar", "Quantity missing")
SHORTAGE_ACTION = said(
    "Ønsket når noe mangler", "Ønskt når noko manglar", "Action on shortage",
    "Hva leverandøren skal gjøre med det som mangler, som kode",
    "Kva leverandøren skal gjere med det som manglar, som kode",
    "What the supplier is to do about what is missing, as a code",
)  # fmt: skip
REJECTED = said("Avvist mengde", "Avvist mengd", "Quantity rejected")
REJECT_REASON_CODE = said("Avvisningens kode", "Koden for avvisinga", "Rejection code")
REJECT_REASON = said("Avvisningen i ord", "Avvisinga i ord", "Rejection in words")
REJECT_ACTION = said(
    "Ønsket når noe avvises", "Ønskt når noko blir avvist", "Action on rejection",
    "Hva leverandøren skal gjøre med det som er avvist, som kode",
    "Kva leverandøren skal gjere med det som er avvist, som kode",
    "What the supplier is to do about what is rejected, as a code",
)  # fmt: skip
OVERSUPPLIED = said("Mengde for mye", "Mengd for mykje", "Quantity in excess")
DESPATCH_LINE = said(
    "Linje i pakkseddelen", "Linje i pakksetelen", "Despatch line",
    "Linjen i pakkseddelen som det svares på",
    "Linja i pakksetelen som det blir svart på",
    "The line of the despatch advice that is answered",
)  # fmt: skip
DESPATCH_LINE_ID = said(
    "Pakkseddelens linjenummer", "Linjenummer i pakksetelen", "Despatch line number"
)
