"""Norway: the VAT number ends in MVA, and companies tell that they are in the business register."""

import re

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.parties import SellerParty
from anskaff.documents.peppol.billing.rules.national.shapes import (
    National,
    SeveralError,
    tax_numbers,
)
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.post_award.schemes import is_norwegian
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts

REGISTERED = "Foretaksregisteret"
SELLER = National(
    of="NO",
    holds=lambda where: where.seller == "NO",
    when=Words(nb="selgeren er norsk", nn="seljaren er norsk", en="the seller is Norwegian"),
)
_vat_form = re.compile("NO[0-9]{9}MVA").fullmatch


def is_norwegian_vat(text: str) -> bool:
    """Whether it is a Norwegian VAT number: NO, an organisation number and MVA.

    >>> is_norwegian_vat("NO991825827MVA"), is_norwegian_vat("NO991825828MVA")
    (True, False)
    """
    return _vat_form(text) is not None and is_norwegian(text[2:11])


@SELLER.rule(
    "NO-R-002",
    SellerParty,
    at="tax_schemes",
    says=Words(
        nb="Selgeren er norsk, men «Foretaksregisteret» står ikke.",
        nn="Seljaren er norsk, men «Foretaksregisteret» står ikkje.",
        en="The seller is Norwegian, but “Foretaksregisteret” does not stand.",
    ),
    cure=Words(
        nb="Er selgeren AS, ASA eller filial av utenlandsk selskap, skriv «Foretaksregisteret» som "
        "nummer med ordningen TAX.",
        nn="Er seljaren AS, ASA eller filial av utanlandsk selskap, skriv «Foretaksregisteret» som "
        "nummer med ordninga TAX.",
        en="If the seller is an AS, an ASA or a branch of a foreign company, write "
        "“Foretaksregisteret” as the number with the scheme TAX.",
    ),
    warning=True,
)
def seller_is_in_the_business_register(
    seller: SellerParty, _reading: Reading[Bill]
) -> Facts | None:
    """Most Norwegian sellers tell that they are registered (foretaksregisterloven § 10-2)."""
    told = [each for each in tax_numbers(seller, "TAX") if each]
    if len(told) > 1:
        raise SeveralError
    return None if told and squeezed(told[0]) == REGISTERED else {}


@SELLER.rule(
    "NO-R-001",
    SellerParty,
    at="tax_schemes",
    says=Words(
        nb="«{got}» er ikke et norsk mva-nummer (som NO991825827MVA).",
        nn="«{got}» er ikkje eit norsk mva-nummer (som NO991825827MVA).",
        en="“{got}” is not a Norwegian VAT number (such as NO991825827MVA).",
    ),
    cure=Words(
        nb="Skriv NO, organisasjonsnummeret og MVA, uten mellomrom.",
        nn="Skriv NO, organisasjonsnummeret og MVA, utan mellomrom.",
        en="Write NO, the organisation number and MVA, without spaces.",
    ),
)
def vat_number_is_norwegian(seller: SellerParty, _reading: Reading[Bill]) -> Facts | None:
    """A VAT number that begins with NO is a Norwegian one."""
    numbers = tax_numbers(seller)
    if not any(each.startswith("NO") for each in numbers):
        return None
    if len(numbers) > 1:
        raise SeveralError
    return None if is_norwegian_vat(numbers[0]) else {"got": numbers[0]}


RULES = (seller_is_in_the_business_register, vat_number_is_norwegian)
