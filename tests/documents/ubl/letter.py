"""A small made-up document with every kind of field, for tests of the engine."""

from datetime import date, time
from decimal import Decimal

from anskaff.concepts.finding import Severity
from anskaff.concepts.words import Words
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.structure import Id, Official
from anskaff.documents.ubl.table import (
    CAC,
    CBC,
    Attribute,
    Field,
    Group,
    amount,
    binary,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    indicator,
    listed_code,
    number,
    quantity,
    said,
    text,
    texts,
    translated,
    translations,
)
from anskaff.documents.ubl.values import (
    Amount,
    Binary,
    Code,
    Identifier,
    Quantity,
    Text,
)

NAMESPACE = "urn:example:letter"


class Price(Group):
    net: Amount | None = amount(
        "cbc:PriceAmount",
        "L-30",
        said("Pris", "Pris", "Price"),
        Attribute(name="currencyID", term="L-31", least=1, codes="currencies"),
        least=1,
    )
    base: Quantity | None = quantity("cbc:BaseQuantity", "L-32", said("Antall", "Antal", "Number"))


class Line(Group):
    key: str | None = text("cbc:ID", "L-20", said("Linje", "Linje", "Line"), least=1)
    notes: tuple[str, ...] = texts("cbc:Note", "L-21", said("Merknad", "Merknad", "Note"))
    share: Decimal | None = number("cbc:Percent", "L-22", said("Andel", "Del", "Share"))
    is_free: bool | None = indicator(
        "cbc:FreeOfChargeIndicator", "L-23", said("Gratis", "Gratis", "Free")
    )
    price: Price | None = group(Price, "cac:Price", "L-24", said("Pris", "Pris", "Price"))


class Letter(Group):
    customization: str | None = text(
        "cbc:CustomizationID", "L-1", said("Type", "Type", "Type"), only="urn:letter"
    )
    key: str | None = text("cbc:ID", "L-2", said("Nummer", "Nummer", "Number"), least=1)
    issued: date | None = day("cbc:IssueDate", "L-3", said("Dato", "Dato", "Date"))
    issued_at: time | None = clock_time("cbc:IssueTime", "L-4", said("Tid", "Tid", "Time"))
    currency: str | None = code(
        "cbc:DocumentCurrencyCode", "L-5", said("Valuta", "Valuta", "Currency"), "currencies"
    )
    title: Text | None = translated("cbc:Title", "L-6", said("Tittel", "Tittel", "Title"))
    notes: tuple[Text, ...] = translations("cbc:Note", "L-7", said("Merknad", "Merknad", "Note"))
    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "L-8", said("Adresse", "Adresse", "Address")
    )
    item: Code | None = listed_code(
        "cbc:ItemClassificationCode", "L-9", said("Vare", "Vare", "Item")
    )
    file: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject", "L-10", said("Fil", "Fil", "File")
    )
    lines: tuple[Line, ...] = groups(
        Line, "cac:Line", "L-11", said("Linjer", "Linjer", "Lines"), least=1
    )


LETTERS = DocumentType(
    key="letter",
    name=Words(nb="Brev", nn="Brev", en="Letter"),
    root=Letter,
    namespace=NAMESPACE,
    element="Letter",
    customization="urn:letter",
    profiles=("urn:letters",),
)
LISTS = {"currencies": frozenset({"NOK", "EUR", "SEK"})}


def _id(what: str, row: Field | None, step: str) -> Id:
    return Id(f"L-{what}-{row.name if row else ''}{step}")


OFFICIAL = Official(
    missing=lambda _, row, attribute: _id("MISSING", row, attribute),
    unknown=lambda _, name: None if name == "ext:UBLExtensions" else _id("UNKNOWN", None, name),
    stray=lambda _, row, attribute: Id(f"L-STRAY-{attribute}", Severity.WARNING),
    code=lambda _, row, attribute: _id("CODE", row, attribute),
    only=lambda _, row: _id("ONLY", row, ""),
    empty=lambda _, row: _id("EMPTY", row, ""),
)
EVERYTHING = Letter(
    customization="urn:letter",
    key="7",
    issued=date(2026, 11, 21),
    issued_at=time(9, 30),
    currency="NOK",
    title=Text("Hei", "nb"),
    notes=(Text("a", "nb"), Text("b")),
    endpoint=Identifier("310000000", "0192"),
    item=Code("39130000", "STI", "2008"),
    file=Binary("aGVp", "text/plain", "a.txt"),
    lines=(
        Line(
            key="1",
            notes=("x", "y"),
            share=Decimal("12.50"),
            is_free=False,
            price=Price(net=Amount(Decimal("10.00"), "NOK"), base=Quantity(Decimal(1), "EA")),
        ),
        Line(key="2"),
    ),
)


def xml_of(inner: str) -> bytes:
    """A letter with this inside; `b:` is for basic and `a:` for aggregate components."""
    return f'<Letter xmlns="{NAMESPACE}" xmlns:a="{CAC}" xmlns:b="{CBC}">{inner}</Letter>'.encode()
