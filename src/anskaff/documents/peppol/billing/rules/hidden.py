"""What stands inside elements that are not used; the official rules look there as well."""

from collections.abc import Iterator

from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.peppol.billing.not_used import (
    ANYWHERE,
    AT_ONE_PLACE,
    ATTRIBUTES,
    ATTRIBUTES_ON,
    NOT_USED,
)
from anskaff.documents.peppol.billing.rules.standing import BILLS, place_of
from anskaff.documents.ubl.guards import has_unknown
from anskaff.documents.ubl.reading import Element, Reading, short_name
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

SAYS = Words(
    nb="{path} brukes ikke i en faktura.",
    nn="{path} blir ikkje brukt i ein faktura.",
    en="{path} is not used in an invoice.",
)
CURE = Words(
    nb="Fjern det, eller flytt innholdet til et felt som finnes.",
    nn="Fjern det, eller flytt innhaldet til eit felt som finst.",
    en="Remove it, or move its content to a field that exists.",
)
INSIDE = (
    "cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch"
    "/cac:FinancialInstitution"
)
NESTED = {
    f"{place}/{name}": official for (place, name), official in NOT_USED.items() if place == INSIDE
}
PAYMENT_TEXT = ("cbc:PaymentMeansCode", "name")
"""The name of the payment means (BT-82), wherever it stands."""
EVERYWHERE = {
    at: official for at, official in ATTRIBUTES_ON.items() if official not in AT_ONE_PLACE
}


def hidden(reading: Reading[Group]) -> dict[str, str]:
    """The path of what is not used inside an unknown element, by the rule that says so."""
    found: dict[str, str] = {}
    for group in {id(spot.group): spot.group for spot in reading.unknown}.values():
        for _, kept in group.extras.unknown if group.extras is not None else ():
            for path, official in _inside(xml.read(kept), place_of(group), top=True):
                found.setdefault(official, path)
    return found


def _inside(element: Element, place: str, *, top: bool) -> Iterator[tuple[str, str]]:
    path = f"{place}/{short_name(element)}" if place else short_name(element)
    if path in NESTED:
        yield path, NESTED[path]
    for tail, official in ANYWHERE.items():
        main = NOT_USED.get((place, short_name(element))) if top else ""
        if path.endswith(tail) and main is not None:
            yield path, official
    for name in element.attrib:
        found = ATTRIBUTES.get(str(name)) or _on_tail(path, str(name))
        if found and (path.rpartition("/")[2], str(name)) != PAYMENT_TEXT:
            yield f"{path}/@{name}", found
    for child in element:
        yield from _inside(child, path, top=False)


def _on_tail(path: str, attribute: str) -> str:
    """The rule on an attribute of the last two steps, for those that look at every place."""
    return EVERYWHERE.get(("/".join(path.split("/")[-2:]), attribute), "")


def _rule(official: str) -> Rule:
    @rule(official, *BILLS, says=SAYS, cure=CURE, warning=True, when=has_unknown)
    def found(_bill: Group, reading: Reading[Group]) -> Facts | None:
        path = reading.once(hidden).get(official)
        return None if path is None else {"path": path}

    return found


RULES: tuple[Rule, ...] = tuple(
    _rule(official)
    for official in (
        *NESTED.values(),
        *ANYWHERE.values(),
        *ATTRIBUTES.values(),
        *EVERYWHERE.values(),
    )
)
