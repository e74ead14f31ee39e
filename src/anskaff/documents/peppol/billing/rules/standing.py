"""What must stand by EN 16931: a rule for each term, made from the path to it."""

from collections.abc import Iterator, Sequence

from anskaff.documents.peppol.billing import lines, parties, payment, references, totals
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.delivery import DeliveryAddress
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.ubl import occurrences
from anskaff.documents.ubl.guards import Guard, has_empty, lacks
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.structure_faults import MISSING
from anskaff.documents.ubl.table import Field, Group
from anskaff.documents.ubl.values import BLANK, Value

BILLS: tuple[type[Group], ...] = (Invoice, CreditNote)
LINES: tuple[type[Group], ...] = (lines.InvoiceLine, lines.CreditNoteLine)


def along(group: Group, path: Sequence[str]) -> Iterator[Value | Group]:
    """Every value at the end of a path of field names, also those repeated."""
    # A field that repeats holds a plain tuple; values with attributes are tuples with names.
    found: list[Value | Group] = [group]
    for name in path:
        below: list[Value | Group] = []
        for each in found:
            if not isinstance(each, Group):
                continue
            value = each.__dict__.get(name)
            if type(value) is tuple:
                below.extend(value)
            elif value is not None:
                below.append(value)
            if each.extras is not None:
                below.extend(each.extras.repeated.get(name, ()))
        found = below
    return iter(found)


def place_of(group: Group) -> str:
    """The path of a group without numbers, the lines of both documents called `line`."""
    steps = []
    parent, row, _ = group.position
    while parent is not None and row is not None:
        steps.append(row.tag)
        parent, row, _ = parent.position
    path = "/".join(reversed(steps))
    for line in ("cac:InvoiceLine", "cac:CreditNoteLine"):
        if path.startswith(line):
            path = "line" + path.removeprefix(line)
    return path


def unreadable(group: Group, path: Sequence[str]) -> Iterator[str]:
    """What stands at the end of a path without being of its type."""
    for owner in along(group, path[:-1]):
        if isinstance(owner, Group):
            yield from occurrences.unreadable(owner, owner.field(path[-1])).values()


def is_blank(value: Value | Group) -> bool:
    """Whether there is nothing but space in a value."""
    text = value[0] if isinstance(value, tuple) else value
    return isinstance(text, str) and not text.strip(BLANK)


def rows_along(kind: type[Group], path: Sequence[str]) -> Iterator[tuple[type[Group], Field]]:
    """Each step of a path with the group that it starts in."""
    at = kind
    for name in path:
        row = at.field(name)
        yield at, row
        if row.type is not None:
            at = row.type


def stands(official: str, path: str, *kinds: type[Group], blank_is_missing: bool = False) -> Rule:
    """A rule that says something stands at a path from each group of these types."""
    steps = path.split(".")
    rows = [row for _, row in rows_along(kinds[0], steps)]

    guards: list[Guard] = [
        lacks(at, row.name) for kind in kinds for at, row in rows_along(kind, steps)
    ]
    if blank_is_missing:
        guards.append(has_empty)

    @rule(official, *kinds, at=steps[0], says=MISSING.text, cure=MISSING.cure, when=guards)
    def found(group: Group, _reading: Reading[Group]) -> Facts | None:
        for value in (*along(group, steps), *unreadable(group, steps)):
            if not (blank_is_missing and is_blank(value)):
                return None
        there = "/".join(filter(None, (group.where(), *(row.tag for row in rows))))
        said = rows[-1].said
        return {"label": said.label, "meaning": said.meaning, "path": there}

    return found


def lacking(group: Group, name: str) -> Facts:
    """The facts that say a field of a group is missing."""
    row = group.field(name)
    return {"label": row.said.label, "meaning": row.said.meaning, "path": group.where(row)}


WRITTEN: tuple[tuple[str, str, tuple[type[Group], ...]], ...] = (
    ("BR-01", "customization", BILLS),
    ("BR-02", "number", BILLS),
    ("BR-03", "issued", BILLS),
    ("BR-04", "type_code", BILLS),
    ("BR-05", "currency", BILLS),
    ("BR-06", "seller.party.legal_entity.registered_name", BILLS),
    ("BR-07", "buyer.party.legal_entity.registered_name", BILLS),
    ("BR-09", "country.code", (parties.SellerAddress,)),
    ("BR-11", "country.code", (parties.BuyerAddress,)),
    ("BR-18", "name.name", (parties.TaxRepresentative,)),
    ("BR-20", "country.code", (parties.RepresentativeAddress,)),
    ("BR-21", "key", LINES),
    ("BR-25", "item.name", LINES),
    ("BR-52", "number", (references.SupportingDocument,)),
)
THERE: tuple[tuple[str, str, tuple[type[Group], ...]], ...] = (
    ("BR-08", "seller.party.address", BILLS),
    ("BR-10", "buyer.party.address", BILLS),
    ("BR-12", "lines", (totals.Totals,)),
    ("BR-13", "without_tax", (totals.Totals,)),
    ("BR-14", "with_tax", (totals.Totals,)),
    ("BR-15", "payable", (totals.Totals,)),
    ("BR-16", "lines", BILLS),
    ("BR-19", "address", (parties.TaxRepresentative,)),
    ("BR-22", "quantity", LINES),
    ("BR-23", "quantity", LINES),
    ("BR-24", "amount", LINES),
    ("BR-26", "price.net", LINES),
    ("BR-45", "taxable", (totals.TaxSubtotal,)),
    ("BR-46", "tax", (totals.TaxSubtotal,)),
    ("BR-49", "code", (payment.PaymentMeans,)),
    ("BR-54", "name", (lines.ItemProperty,)),
    ("BR-54", "value", (lines.ItemProperty,)),
    ("BR-55", "invoice.number", (references.BillingReference,)),
    ("BR-57", "country.code", (DeliveryAddress,)),
    ("BR-CO-18", "tax_totals.subtotals", BILLS),
    ("UBL-SR-07", "invoice.number", (references.BillingReference,)),
    ("PEPPOL-EN16931-R001", "profile", BILLS),
    ("PEPPOL-EN16931-R010", "endpoint", (parties.BuyerParty,)),
    ("PEPPOL-EN16931-R020", "endpoint", (parties.SellerParty,)),
)

ATTRIBUTES: tuple[tuple[str, type[Group], str, str], ...] = (
    ("BR-23", lines.InvoiceLine, "quantity", "unitCode"),
    ("BR-23", lines.CreditNoteLine, "quantity", "unitCode"),
    ("BR-62", parties.SellerParty, "endpoint", "schemeID"),
    ("BR-63", parties.BuyerParty, "endpoint", "schemeID"),
    ("BR-64", lines.StandardItem, "number", "schemeID"),
    ("BR-65", lines.Classification, "code", "listID"),
    ("UBL-DT-06", references.Attachment, "file", "mimeCode"),
    ("UBL-DT-07", references.Attachment, "file", "filename"),
)

RULES: tuple[Rule, ...] = (
    *(stands(official, path, *kinds, blank_is_missing=True) for official, path, kinds in WRITTEN),
    *(stands(official, path, *kinds) for official, path, kinds in THERE),
)


def _told() -> Iterator[tuple[type[Group], str]]:
    for _, path, kinds in (*WRITTEN, *THERE):
        for kind in kinds:
            for at, row in rows_along(kind, path.split(".")):
                yield at, row.name
    yield from ((totals.DocumentAllowance, "tax"), (lines.Item, "tax"))


TOLD = frozenset(_told())
"""The terms whose absence a rule tells; the last two are in `conditions`."""

ATTRIBUTE_RULES = {
    (kind, name, attribute): official for official, kind, name, attribute in ATTRIBUTES
}
"""The attributes that must stand, with their rule."""
