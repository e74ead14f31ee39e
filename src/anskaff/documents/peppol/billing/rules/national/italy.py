"""Italy: the seller's address, and how its other tax number is written."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.parties import SellerParty, SellerTaxScheme
from anskaff.documents.peppol.billing.rules.national.shapes import National, plain
from anskaff.documents.peppol.billing.rules.national.texts import is_form
from anskaff.documents.peppol.billing.rules.reckoning import squeezed

SELLER = National(
    of="IT",
    holds=lambda where: where.seller == "IT",
    when=Words(nb="selgeren er italiensk", nn="seljaren er italiensk", en="the seller is Italian"),
)
TAX_NUMBER = Words(
    nb="11 til 16 store bokstaver eller siffer",
    nn="11 til 16 store bokstavar eller siffer",
    en="11 to 16 capital letters or digits",
)
RULES = (
    SELLER.form(
        "IT-R-001",
        SellerTaxScheme,
        "number",
        lambda text: is_form("[A-Z0-9]{11,16}", squeezed(text)),
        TAX_NUMBER,
        missing_is_wrong=True,
        only=lambda each: plain(each, "scheme.key") != "VAT",
    ),
    SELLER.needs("IT-R-002", SellerParty, "address.street"),
    SELLER.needs("IT-R-003", SellerParty, "address.city"),
    SELLER.needs("IT-R-004", SellerParty, "address.postal_zone"),
)
