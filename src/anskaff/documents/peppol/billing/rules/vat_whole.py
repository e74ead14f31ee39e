"""Rules on VAT that look at the whole document and hold for one category only."""

from collections.abc import Callable

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.delivery import DeliveryAddress, DeliveryCountry
from anskaff.documents.peppol.billing.lines import OriginCountry
from anskaff.documents.peppol.billing.parties import (
    BuyerCountry,
    Country,
    RepresentativeCountry,
    SellerCountry,
)
from anskaff.documents.peppol.billing.rules.reckoning import Bill
from anskaff.documents.peppol.billing.rules.standing import BILLS
from anskaff.documents.peppol.billing.rules.vat_overview import Overview, overview, uses
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

COUNTRIES: tuple[type[Country], ...] = (
    SellerCountry,
    BuyerCountry,
    RepresentativeCountry,
    DeliveryCountry,
    OriginCountry,
)


@rule(
    "BR-IC-11",
    *BILLS,
    at="delivery",
    says=Words(
        nb="Levering innen EØS (K) krever leveringsdato eller periode.",
        nn="Levering innan EØS (K) krev leveringsdato eller periode.",
        en="Intra-community supply (K) requires a delivery date or a period.",
    ),
    cure=Words(
        nb="Fyll ut leveringsdatoen eller perioden.",
        nn="Fyll ut leveringsdatoen eller perioden.",
        en="Fill in the delivery date or the period.",
    ),
    when=uses("K"),
)
def community_supply_says_when(bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """The day or the period of the delivery; an empty period does not count."""
    if "K" not in reading.once(overview).subtotals.vat:
        return None
    has_day = bill.delivery is not None and bill.delivery.delivered is not None
    period = bill.period
    has_period = period is not None and (any(period.present()) or period.extras is not None)
    return None if has_day or has_period else {}


@rule(
    "BR-IC-12",
    *BILLS,
    at="delivery",
    says=Words(
        nb="Levering innen EØS (K) krever landet det leveres i.",
        nn="Levering innan EØS (K) krev landet det blir levert i.",
        en="Intra-community supply (K) requires the country of delivery.",
    ),
    cure=Words(
        nb="Fyll ut landkoden i leveringsadressen.",
        nn="Fyll ut landkoden i leveringsadressa.",
        en="Fill in the country code of the delivery address.",
    ),
    when=uses("K"),
)
def community_supply_says_where(_bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """The country of the place of delivery, with at least two letters."""
    if "K" not in reading.once(overview).subtotals.vat:
        return None
    countries = [each.country for each in reading.all(DeliveryAddress) if each.country is not None]
    return None if any(len(each.code or "") > 1 for each in countries) else {}


OTHERS = Words(
    nb="Utenfor avgiftsområdet (O) står sammen med en annen kategori.",
    nn="Utanfor avgiftsområdet (O) står saman med ein annan kategori.",
    en="Outside VAT (O) stands together with another category.",
)
APART = Words(
    nb="Bruk bare O i dette dokumentet, og send resten i et annet.",
    nn="Bruk berre O i dette dokumentet, og send resten i eit anna.",
    en="Use only O in this document, and send the rest in another.",
)


def _alone(official: str, at: str, codes: Callable[[Overview], frozenset[str]]) -> Rule:
    @rule(official, *BILLS, at=at, says=OTHERS, cure=APART, when=uses("O"))
    def found(_bill: Group, reading: Reading[Group]) -> Facts | None:
        seen = reading.once(overview)
        return {} if "O" in seen.subtotals.vat and codes(seen) - {"O"} else None

    return found


def _has(seen: Overview, code: str) -> bool:
    """Whether a category stands anywhere, as it is spelled."""
    used = seen.lines.spelled | seen.any_allowance.spelled | seen.subtotals.spelled
    return code in used


@rule(
    "BR-B-01",
    *BILLS,
    says=Words(
        nb="Kategorien B gjelder bare innen Italia, men {got} står.",
        nn="Kategorien B gjeld berre innan Italia, men {got} står.",
        en="The category B is only for Italy, but {got} stands.",
    ),
    cure=Words(
        nb="Velg en annen avgiftskategori.",
        nn="Vel ein annan avgiftskategori.",
        en="Choose another VAT category.",
    ),
    when=uses("B"),
)
def split_payment_is_italian(_bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """Split payment is only for documents where every country is Italy."""
    if not _has(reading.once(overview), "B"):
        return None
    codes = [each.code for kind in COUNTRIES for each in reading.all(kind)]
    others = sorted(code for code in codes if code is not None and code != "IT")
    return {"got": others[0]} if others else None


@rule(
    "BR-B-02",
    *BILLS,
    says=Words(
        nb="Kategoriene B og S står i samme dokument.",
        nn="Kategoriane B og S står i same dokument.",
        en="The categories B and S stand in the same document.",
    ),
    cure=Words(
        nb="Bruk bare den ene, og send resten i et annet dokument.",
        nn="Bruk berre den eine, og send resten i eit anna dokument.",
        en="Use only one of them, and send the rest in another document.",
    ),
    when=uses("B"),
)
def split_payment_stands_apart(_bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """Split payment and standard rate do not go together."""
    seen = reading.once(overview)
    return {} if _has(seen, "B") and _has(seen, "S") else None


RULES: tuple[Rule, ...] = (
    community_supply_says_when,
    community_supply_says_where,
    _alone("BR-O-11", "tax_totals", lambda seen: seen.subtotals.vat),
    _alone("BR-O-12", "lines", lambda seen: seen.lines.vat),
    _alone("BR-O-13", "allowances", lambda seen: seen.allowances.vat),
    _alone("BR-O-14", "allowances", lambda seen: seen.charges.vat),
    split_payment_is_italian,
    split_payment_stands_apart,
)
