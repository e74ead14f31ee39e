"""Which countries the parties are of, as the national rules ask: by VAT number, or by address.

What the official expression cannot answer, because there are several, is of no country here: then
no national rule is asked.
"""

from dataclasses import dataclass

from anskaff.documents.peppol.billing.rules.reckoning import squeezed
from anskaff.documents.peppol.billing.rules.standing import along
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group

VAT = "VAT"
NOWHERE = "XX"


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
    vat = {
        name: _by_number(bill, path)
        for name, path in {
            "seller": ["seller", "party", "tax_schemes"],
            "representative": ["tax_representative", "tax_scheme"],
            "buyer": ["buyer", "party", "tax_scheme"],
        }.items()
    }
    address = {
        "seller": _address(bill, ["seller", "party", "address"]),
        "buyer": _address(bill, ["buyer", "party", "address"]),
    }
    there = {name: NOWHERE if code is None else _plain(code) for name, code in address.items()}

    def first(*found: str | None) -> str:
        """The first that is known; nothing when one before it cannot be told."""
        return next((each for each in found if each is None or each), "") or ""

    return Countries(
        seller=first(vat["seller"], vat["representative"], there["seller"]),
        accounting_seller=first(vat["seller"], there["seller"]),
        buyer=first(vat["buyer"], there["buyer"]),
        seller_address=address["seller"] or "",
        buyer_address=address["buyer"] or "",
        representative_address=_address(bill, ["tax_representative", "address"]) or "",
    )


def _by_number(bill: Group, path: list[str]) -> str | None:
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


def _address(bill: Group, path: list[str]) -> str | None:
    """The code of the country of an address, as it is spelled."""
    found = next(along(bill, [*path, "country", "code"]), None)
    return None if found is None else str(found)


def _plain(code: str) -> str:
    return squeezed(code).upper()
