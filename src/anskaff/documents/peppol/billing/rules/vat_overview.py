"""What a document says of VAT, worked out once for all rules that ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from anskaff.documents.peppol.billing.lines import LineTaxCategory
from anskaff.documents.peppol.billing.parties import (
    BuyerLegalEntity,
    BuyerTaxScheme,
    RepresentativeTaxScheme,
    SellerTaxScheme,
)
from anskaff.documents.peppol.billing.rules.hidden_groups import Hidden, hidden_groups
from anskaff.documents.peppol.billing.rules.reckoning import (
    Category,
    is_vat,
    squeezed,
    unlike_categories,
)
from anskaff.documents.peppol.billing.totals import (
    AllowanceCharge,
    DocumentTaxCategory,
    SubtotalTaxCategory,
)
from anskaff.documents.ubl.guards import Among
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group

Read = Reading[Group]


class Numbers(StrEnum):
    """Which numbers of the parties a category asks for."""

    SELLER = "seller"
    SELLER_VAT = "seller vat"
    SELLER_AND_BUYER = "seller and buyer"
    BOTH_VAT = "both vat"
    NO_VAT = "no vat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The codes that categories of one kind have: all, those of VAT, and as they are spelled."""

    codes: frozenset[str]
    vat: frozenset[str]
    spelled: frozenset[str]
    spelled_vat: frozenset[str]


_NONE = Used(codes=frozenset(), vat=frozenset(), spelled=frozenset(), spelled_vat=frozenset())


def _used(categories: Sequence[Category]) -> Used:
    if not categories:
        return _NONE
    spelled = frozenset([each.category or "" for each in categories])
    spelled_vat = frozenset([each.category or "" for each in categories if is_vat(each)])
    return _spelled(spelled, spelled_vat)


@lru_cache(maxsize=200)
def _spelled(spelled: frozenset[str], spelled_vat: frozenset[str]) -> Used:
    return Used(
        codes=frozenset(map(squeezed, spelled)),
        vat=frozenset(map(squeezed, spelled_vat)),
        spelled=spelled,
        spelled_vat=spelled_vat,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a document says of VAT, worked out once.

    What stands inside unused elements counts as well, but for `own_allowances` and `own_charges`;
    `elsewhere` are the categories that stand only there.
    """

    lines: Used
    allowances: Used
    charges: Used
    own_allowances: Used
    own_charges: Used
    any_allowance: Used
    elsewhere: Used
    subtotals: Used
    subtotal_count: dict[str, int]
    seller_number: bool
    seller_vat: bool
    buyer_vat: bool
    buyer_company: bool

    @property
    def used(self) -> frozenset[str]:
        """The codes that stand anywhere, also as they are spelled."""
        parts = (self.lines, self.any_allowance, self.elsewhere, self.subtotals)
        return frozenset().union(*[every for each in parts for every in (each.codes, each.spelled)])

    def numbers_stand(self, numbers: Numbers) -> bool:
        """Whether the parties have the numbers that a category asks for."""
        match numbers:
            case Numbers.SELLER:
                return self.seller_number
            case Numbers.SELLER_VAT:
                return self.seller_vat
            case Numbers.SELLER_AND_BUYER:
                return self.seller_number and (self.buyer_vat or self.buyer_company)
            case Numbers.BOTH_VAT:
                return self.seller_vat and self.buyer_vat
            case _:
                return not (self.seller_vat or self.buyer_vat)


def uses(code: str) -> Among:
    """The guard that a document uses a category of VAT."""
    return Among(_used_codes, code)


def _used_codes(reading: Read) -> frozenset[str]:
    return reading.once(overview).used


C = TypeVar("C", bound=Group)


def _of(hidden: Hidden, kind: type[C]) -> Iterator[C]:
    return (each for each in hidden.all(kind) if isinstance(each, kind))


def overview(reading: Read) -> Overview:
    """What the document says of VAT."""
    hidden = hidden_groups(reading)
    own = list(reading.all(DocumentTaxCategory))
    unused = list(_of(hidden, DocumentTaxCategory))
    taken_off = [each for each in own if is_on_charge(each) is False]
    put_on = [each for each in own if is_on_charge(each) is True]
    own_allowances, own_charges = _used(taken_off), _used(put_on)
    subtotals = list(reading.all(SubtotalTaxCategory))
    counted: dict[str, int] = {}
    for one in subtotals:
        if is_vat(one) and one.category is not None:
            code = squeezed(one.category)
            counted[code] = counted.get(code, 0) + 1
    sellers = [each for each in reading.all(SellerTaxScheme) if each.number is not None]
    agents = [each for each in reading.all(RepresentativeTaxScheme) if each.number is not None]
    agent_vat = any(is_vat(each) for each in agents)
    return Overview(
        lines=_used([*reading.once(unlike_categories), *_of(hidden, LineTaxCategory)]),
        allowances=own_allowances
        if not unused
        else _used([*taken_off, *(each for each in unused if is_on_charge(each) is False)]),
        charges=own_charges
        if not unused
        else _used([*put_on, *(each for each in unused if is_on_charge(each) is True)]),
        own_allowances=own_allowances,
        own_charges=own_charges,
        any_allowance=_used([*own, *unused]),
        elsewhere=_used(list(_of(hidden, SubtotalTaxCategory))),
        subtotals=_used(subtotals),
        subtotal_count=counted,
        seller_number=bool(sellers) or agent_vat,
        seller_vat=any(is_vat(each) for each in sellers) or agent_vat,
        buyer_vat=any(
            each.number is not None and is_vat(each) for each in reading.all(BuyerTaxScheme)
        ),
        buyer_company=any(each.company is not None for each in reading.all(BuyerLegalEntity)),
    )


def is_on_charge(category: DocumentTaxCategory) -> bool | None:
    """Whether a category stands on a charge, or on an allowance."""
    owner = category.parent
    return owner.is_charge if isinstance(owner, AllowanceCharge) else None
