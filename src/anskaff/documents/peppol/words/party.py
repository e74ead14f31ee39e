"""Words on parties: who they are, where they are, and how to reach them."""

from anskaff.documents.ubl.table import said

PARTY = said("Part", "Part", "Party")
SELLER = said(
    "Selger", "Seljar", "Seller",
    "Den som leverer og krever betaling",
    "Den som leverer og krev betaling",
    "The one who delivers and asks for payment",
)  # fmt: skip
BUYER = said(
    "Kjøper", "Kjøpar", "Buyer",
    "Den som kjøper og skal betale",
    "Den som kjøper og skal betale",
    "The one who buys and is to pay",
)  # fmt: skip
PAYEE = said(
    "Betalingsmottaker", "Betalingsmottakar", "Payee",
    "Den som skal ha pengene, når det ikke er selgeren",
    "Den som skal ha pengane, når det ikkje er seljaren",
    "The one who is to have the money, when it is not the seller",
)  # fmt: skip
TAX_REPRESENTATIVE = said(
    "Avgiftsrepresentant", "Avgiftsrepresentant", "Tax representative",
    "Den som svarer for selgerens merverdiavgift",
    "Den som svarer for meirverdiavgifta til seljaren",
    "The one who answers for the seller's VAT",
)  # fmt: skip
ENDPOINT = said(
    "Elektronisk adresse", "Elektronisk adresse", "Electronic address",
    "Adressen parten mottar dokumenter på, for norske parter organisasjonsnummeret",
    "Adressa parten tek imot dokument på, for norske partar organisasjonsnummeret",
    "Where the party receives documents; for Norwegian parties the organisation number",
)  # fmt: skip
PARTY_IDENTIFICATION = said(
    "Partens identifikator", "Identifikatoren til parten", "Party identifier",
    "Nummer eller kode som parten er kjent under",
    "Nummer eller kode som parten er kjend under",
    "A number or code that the party is known by",
)  # fmt: skip
IDENTIFIER = said(
    "Identifikator", "Identifikator", "Identifier",
    "Selve nummeret eller koden, med hvilken ordning det hører til",
    "Sjølve nummeret eller koden, med kva for ordning det høyrer til",
    "The number or code itself, with the scheme that it belongs to",
)  # fmt: skip
PARTY_NAME = said(
    "Handelsnavn", "Handelsnamn", "Trading name",
    "Navnet parten bruker utad, når det ikke er det registrerte",
    "Namnet parten bruker utetter, når det ikkje er det registrerte",
    "The name that the party goes by, when it is not the registered one",
)  # fmt: skip
NAME = said("Navn", "Namn", "Name")
POSTAL_ADDRESS = said("Postadresse", "Postadresse", "Postal address")
ADDRESS = said("Adresse", "Adresse", "Address")
STREET = said(
    "Gateadresse", "Gateadresse", "Street",
    "Første linje i adressen, vanligvis gate og nummer",
    "Første linja i adressa, vanlegvis gate og nummer",
    "The first line of the address, usually street and number",
)  # fmt: skip
ADDITIONAL_STREET = said(
    "Adresselinje 2", "Adresselinje 2", "Address line 2",
    "Mer av adressen, som etasje eller postboks",
    "Meir av adressa, som etasje eller postboks",
    "More of the address, such as floor or post box",
)  # fmt: skip
CITY = said("Poststed", "Poststad", "City")
POSTAL_ZONE = said("Postnummer", "Postnummer", "Post code")
COUNTRY_SUBDIVISION = said(
    "Region", "Region", "Region",
    "Fylke, delstat eller annen del av landet",
    "Fylke, delstat eller annan del av landet",
    "County, state or other part of the country",
)  # fmt: skip
ADDRESS_LINE = said(
    "Adresselinje 3", "Adresselinje 3", "Address line 3",
    "Enda en linje når to ikke er nok",
    "Enda ei linje når to ikkje er nok",
    "One more line when two are not enough",
)  # fmt: skip
ADDRESS_LINE_TEXT = said(
    "Tekst i adresselinjen", "Tekst i adresselinja", "Text of the address line"
)
COUNTRY = said("Land", "Land", "Country")
COUNTRY_CODE = said(
    "Landkode", "Landkode", "Country code",
    "Landet med to bokstaver, som NO",
    "Landet med to bokstavar, som NO",
    "The country in two letters, such as NO",
)  # fmt: skip
PARTY_TAX_SCHEME = said(
    "Registrering for avgift", "Registrering for avgift", "Tax registration",
    "Partens nummer i et avgifts- eller skatteregister",
    "Nummeret parten har i eit avgifts- eller skatteregister",
    "The party's number in a tax register",
)  # fmt: skip
TAX_REGISTRATION_NUMBER = said(
    "Avgiftsnummer", "Avgiftsnummer", "Tax registration number",
    "For norske parter organisasjonsnummeret med MVA etter",
    "For norske partar organisasjonsnummeret med MVA etter",
    "For Norwegian parties the organisation number followed by MVA",
)  # fmt: skip
LEGAL_ENTITY = said(
    "Juridisk enhet", "Juridisk eining", "Legal entity",
    "Parten slik den står i foretaksregisteret",
    "Parten slik han står i føretaksregisteret",
    "The party as it stands in the business register",
)  # fmt: skip
REGISTRATION_NAME = said(
    "Registrert navn", "Registrert namn", "Registered name",
    "Det fulle navnet parten er registrert med",
    "Det fulle namnet parten er registrert med",
    "The full name that the party is registered with",
)  # fmt: skip
COMPANY_ID = said(
    "Organisasjonsnummer", "Organisasjonsnummer", "Organisation number",
    "Nummeret parten har i foretaksregisteret",
    "Nummeret parten har i føretaksregisteret",
    "The party's number in the business register",
)  # fmt: skip
COMPANY_LEGAL_FORM = said(
    "Foretaksopplysninger", "Føretaksopplysningar", "Legal information",
    "Selskapsform, kapital eller «Foretaksregisteret»",
    "Selskapsform, kapital eller «Foretaksregisteret»",
    "Legal form, capital or the register of the company",
)  # fmt: skip
REGISTRATION_ADDRESS = said(
    "Forretningsadresse", "Forretningsadresse", "Registered address",
    "Adressen parten er registrert med",
    "Adressa parten er registrert med",
    "The address that the party is registered with",
)  # fmt: skip
CONTACT = said(
    "Kontakt", "Kontakt", "Contact",
    "Personen eller avdelingen som kan svare på spørsmål",
    "Personen eller avdelinga som kan svare på spørsmål",
    "The person or department that can answer questions",
)  # fmt: skip
CONTACT_ID = said(
    "Kontaktens referanse", "Referansen til kontakten", "Contact reference",
    "Nummer eller kode for kontakten hos parten",
    "Nummer eller kode for kontakten hos parten",
    "Number or code of the contact at the party",
)  # fmt: skip
CONTACT_NAME = said("Kontaktens navn", "Namnet på kontakten", "Contact name")
TELEPHONE = said("Telefon", "Telefon", "Telephone")
EMAIL = said("E-post", "E-post", "Email")
