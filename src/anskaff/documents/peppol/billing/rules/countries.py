"""Which countries the parties are of, as the national rules ask: by VAT number, or by address.

What the official expression cannot answer, because there are several, is of no country here: then
no national rule is asked.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from anskaff.documents.peppol.billing import parties
from anskaff.documents.peppol.billing.rules.reckoning import squeezed
from anskaff.documents.peppol.billing.rules.standing import along
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group

VAT = "VAT"
NOWHERE = "XX"
MOST_KEPT = 200
"""Bills are mostly between the same few countries."""


class Countries(NamedTuple):
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
    seller = _by_number(reading.all(parties.SellerTaxScheme))
    representative = _by_number(reading.all(parties.RepresentativeTaxScheme))
    buyer = _by_number(reading.all(parties.BuyerTaxScheme))
    seller_address = _address(reading.all(parties.SellerCountry))
    buyer_address = _address(reading.all(parties.BuyerCountry))
    representative_address = _address(reading.all(parties.RepresentativeCountry))
    numbers = seller, representative, buyer
    return _countries(numbers, seller_address, buyer_address, representative_address)


@lru_cache(maxsize=MOST_KEPT)
def _countries(
    numbers: tuple[str | None, ...],
    seller_address: str | None,
    buyer_address: str | None,
    representative_address: str | None,
) -> Countries:
    """The countries by the VAT numbers of seller, representative and buyer, and by addresses."""
    seller, representative, buyer = numbers
    return Countries(
        seller=_first(seller, representative, _or_nowhere(seller_address)),
        accounting_seller=_first(seller, _or_nowhere(seller_address)),
        buyer=_first(buyer, _or_nowhere(buyer_address)),
        seller_address=seller_address or "",
        buyer_address=buyer_address or "",
        representative_address=representative_address or "",
    )


def mentioned(reading: Reading[Group]) -> frozenset[str]:
    """Every country that a party may be of, in capitals as well."""
    return _in_capitals(reading.once(countries))


@lru_cache(maxsize=MOST_KEPT)
def _in_capitals(found: Countries) -> frozenset[str]:
    return frozenset((*found, *map(_plain, found)))


def _first(*found: str | None) -> str:
    """The first that is known; nothing when one before it cannot be told."""
    return next((each for each in found if each is None or each), "") or ""


def _or_nowhere(code: str | None) -> str:
    return NOWHERE if code is None else _plain(code)


def _by_number(registrations: Iterable[parties.PartyTaxScheme]) -> str | None:
    """How the VAT number of a party begins, "" without one; nothing when there are several."""
    begun = [(each.number or "")[:2] for each in registrations if _is_of_vat(each)]
    if len(begun) > 1:
        return None
    # Two spaces are something, though no country.
    return (_plain(begun[0]) or " ") if begun and begun[0] else ""


def _is_of_vat(registration: parties.PartyTaxScheme) -> bool:
    scheme = registration.scheme
    if scheme is not None and registration.extras is scheme.extras is None:
        return scheme.key == VAT
    return VAT in along(registration, ("scheme", "key"))


def _address(countries_of: Iterable[parties.Country]) -> str | None:
    """The code of the country of an address, as it is spelled."""
    return next((each.code for each in countries_of if each.code is not None), None)


def _plain(code: str) -> str:
    return squeezed(code).upper()
