"""A small example of a document, invented from its table: what must stand, and one of each line.

Nothing is taken from published examples. Every text says what belongs there, all sums are alike,
and the numbers of organisations are not in use.

>>> from anskaff.documents.ubl.table import said, text
>>> class Note(Group):
...     number: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"), least=1)
...     name: str | None = text("cbc:Name", "BT-2", said("Navn", "Namn", "Name"), least=1)
...     note: str | None = text("cbc:Note", "BT-3", said("Merknad", "Merknad", "Note"))
>>> invented(Note)
Note(number='1', name='Navn')
"""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import TypeVar

from anskaff.documents.ubl.code_lists import LISTS
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Amount, Binary, Code, Identifier, Quantity, Text, Value

G = TypeVar("G", bound=Group)
ISSUED = date(2026, 11, 21)
SCHEME = "0192"
ORGANISATIONS = ("310000019", "310000027")
SELLING = ("Supplier", "Seller", "Sender", "Despatch", "Provider", "Payee")
BY_TAG: Mapping[str, str] = {
    "cbc:ID": "1",
    "cbc:LineID": "1",
    "cbc:UBLVersionID": "2.1",
    "cbc:CompanyID": ORGANISATIONS[0],
    "cbc:IdentificationCode": "NO",
}


def example(document: DocumentType[G]) -> G:
    """An invented document of a kind."""
    made = invented(document.root)
    known = {"cbc:CustomizationID": document.customization}
    if document.profiles:
        known["cbc:ProfileID"] = document.profiles[0]
    told = {row.name: known[row.tag] for row in made.fields if row.tag in known}
    return made.with_(**told)


def invented(kind: type[G], path: str = "") -> G:
    """A group with what it must have; one that must have nothing gets its first term."""
    wanted = [row for row in kind.fields if row.least] or list(kind.fields[:1])
    return kind(**{row.name: _held(row, f"{path}/{row.tag}") for row in wanted})


def _held(row: Field, path: str) -> object:
    one = invented(row.type, path) if row.type is not None else _value(row, path)
    return (one,) if row.many else one


def _value(row: Field, path: str) -> Value:
    text = _text(row, path)
    values: Mapping[Kind, Value] = {
        Kind.WORDS: Text(text),
        Kind.LISTED_CODE: Code(text, _code(row.codes_of("listID"))),
        Kind.IDENTIFIER: _identifier(row, text, path),
        Kind.AMOUNT: Amount(Decimal("100.00"), "NOK"),
        Kind.QUANTITY: Quantity(Decimal(1), "EA"),
        Kind.NUMBER: Decimal(25 if row.tag == "cbc:Percent" else 1),
        Kind.DATE: ISSUED,
        Kind.TIME: time(12),
        Kind.INDICATOR: False,
        Kind.BINARY: Binary("aGVp", "application/pdf", "vedlegg.pdf"),
    }
    return values.get(row.kind, text)


def _text(row: Field, path: str) -> str:
    if row.only:
        return row.only
    if row.codes:
        return _code(row.codes)
    if path.endswith("cac:TaxScheme/cbc:ID"):
        return "VAT"
    return BY_TAG.get(row.tag, row.said.label.nb)


def _code(name: str) -> str:
    """A code in common use, else a word that shows where a code belongs."""
    known = LISTS.get(name)
    return known.common[0] if known and known.common else "KODE" if name else ""


def _identifier(row: Field, text: str, path: str) -> Identifier:
    if row.tag != "cbc:EndpointID":
        return Identifier(
            text, SCHEME if row.codes_of("schemeID") and row.tag == "cbc:CompanyID" else ""
        )
    sells = any(word in path for word in SELLING)
    return Identifier(ORGANISATIONS[0 if sells else 1], SCHEME)
