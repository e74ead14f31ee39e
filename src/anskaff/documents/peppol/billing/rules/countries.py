"""Which countries the parties are of, as the national rules ask: by VAT number, or by address.

What the official expression cannot answer, because there are several, is of no country here: then
no national rule is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from anskaff.documents.peppol.billing.rules.reckoning import squeezed
from anskaff.documents.peppol.billing.rules.standing import along
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group

VAT = "VAT"
NOWHERE = "XX"
SELLER_TAX = ("seller", "party", "tax_schemes")
BUYER_TAX = ("buyer", "party", "tax_scheme")
REPRESENTATIVE_TAX = ("tax_representative", "tax_scheme")
SELLER_COUNTRY = ("seller", "party", "address", "country", "code")
BUYER_COUNTRY = ("buyer", "party", "address", "country", "code")
REPRESENTATIVE_COUNTRY = ("tax_representative", "address", "country", "code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """Countries by two letters, in capitals.

    `seller` and `buyer` go by the VAT number first (that of the tax representative, for a seller
    without), `accounting_seller` too, but without the representative; the others are the codes of
    the addresses as they are spelled.
    """

    seller: str
    accounting_seller: str
    buyer: str
    seller_address: str
    buyer_address: str
    representative_address: str

    @property
    def german(self) -> bool:
        """Whether both parties have an address in Germany."""
        return squeezed(self.seller_address).upper() == squeezed(self.buyer_address).upper() == "DE"


def countries(reading: Reading[Group]) -> Countries:
    """The countries of the parties of a bill."""
    bill = reading.root
    seller = _by_number(bill, SELLER_TAX)
    representative = _by_number(bill, REPRESENTATIVE_TAX)
    seller_address = _address(bill, SELLER_COUNTRY)
    buyer_address = _address(bill, BUYER_COUNTRY)
    return Countries(
        seller=_first(seller, representative, _or_nowhere(seller_address)),
        accounting_seller=_first(seller, _or_nowhere(seller_address)),
        buyer=_first(_by_number(bill, BUYER_TAX), _or_nowhere(buyer_address)),
        seller_address=seller_address or "",
        buyer_address=buyer_address or "",
        representative_address=_address(bill, REPRESENTATIVE_COUNTRY) or "",
    )


def _first(*found: str | None) -> str:
    """The first that is known; nothing when one before it cannot be told."""
    return next((each for each in found if each is None or each), "") or ""


def _or_nowhere(code: str | None) -> str:
    return NOWHERE if code is None else _plain(code)


def _by_number(bill: Group, path: Sequence[str]) -> str | None:
    """How the VAT number of a party begins, "" without one; nothing when there are several."""
    begun = [
        str(number)[:2]
        for each in along(bill, path)
        if isinstance(each, Group) and VAT in along(each, ["scheme", "key"])
        for number in [next(along(each, ["number"]), "")]
    ]
    if len(begun) > 1:
        return None
    # Two spaces are something, though no country.
    return (_plain(begun[0]) or " ") if begun and begun[0] else ""


def _address(bill: Group, path: Sequence[str]) -> str | None:
    """The code of the country of an address, as it is spelled."""
    found = next(along(bill, path), None)
    return None if found is None else str(found)


def _plain(code: str) -> str:
    return squeezed(code).upper()
