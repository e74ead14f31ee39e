"""How a document is declared: a class is a group of business terms, a field is one term.

>>> class Price(Group):
...     "BG-29"
...     net: Amount | None = amount("cbc:PriceAmount", "BT-146", said("Pris", "Pris", "Price"))
>>> class Line(Group):
...     "BG-25"
...     key: str | None = text("cbc:ID", "BT-126", said("Linje", "Linje", "Line"), least=1)
...     price: Price | None = group(Price, "cac:Price", "BG-29", said("Pris", "Pris", "Price"))
>>> line = Line(key="1", price=Price(net=Amount(Decimal(100), "NOK")))
>>> line.price.net
Amount(value=Decimal('100'), currency='NOK')
>>> [each.name for each in Line.fields], Line.field("price").type is Price
(['key', 'price'], True)
>>> line.key = "2"
Traceback (most recent call last):
AttributeError: Line is frozen; make another with `with_(key=...)`
>>> line.with_(key="2").key
'2'

A group may stand on another: what it declares anew stands where the other has it, what is new
stands last, or after the field that it names.

>>> class DatedLine(Line, day="key"):
...     "BG-25 with a day"
...     day: str | None = text("cbc:Day", "", said("Dag", "Dag", "Day"))
>>> [each.name for each in DatedLine.fields]
['key', 'day', 'price']

Fields stand in the order of the UBL schema. What the table does not know (extensions, unknown
elements, an odd spelling of a number) rides along in `extras`, so nothing is lost on writing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self, TypeVar, cast, dataclass_transform

from anskaff.concepts.words import Words
from anskaff.documents.ubl.values import Amount, Binary, Code, Identifier, Quantity, Text, Value

CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
EXT = "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
PREFIXES: Mapping[str, str] = {"cbc": CBC, "cac": CAC, "ext": EXT}


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    WORDS = "words"
    CODE = "code"
    LISTED_CODE = "listed code"
    IDENTIFIER = "identifier"
    AMOUNT = "amount"
    QUANTITY = "quantity"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    INDICATOR = "indicator"
    BINARY = "binary"
    GROUP = "group"


PARTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.WORDS: ("languageID",),
    Kind.LISTED_CODE: ("listID", "listVersionID"),
    Kind.IDENTIFIER: ("schemeID",),
    Kind.AMOUNT: ("currencyID",),
    Kind.QUANTITY: ("unitCode",),
    Kind.BINARY: ("mimeCode", "filename"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a term is called, and in one line what it means."""

    label: Words
    meaning: Words


def said(  # noqa: PLR0917 - a label and a meaning in three languages
    nb: str, nn: str, en: str, nb_meaning: str = "", nn_meaning: str = "", en_meaning: str = ""
) -> Said:
    """Label and meaning in nb, nn and en; a label that explains itself is its own meaning."""
    return Said(
        label=Words(nb=nb, nn=nn, en=en),
        meaning=Words(nb=nb_meaning or nb, nn=nn_meaning or nn, en=en_meaning or en),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """An attribute that belongs to a value: name in UBL, business term, list of its codes.

    `only` is the one value allowed, when there is just one.
    """

    name: str
    term: str = ""
    least: int = 0
    codes: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row of the table: field, element, business term, cardinality, code list, words.

    `many` fields hold a tuple. `codes` is the name of a code list, `only` the one value allowed. A
    `barred` field is known but may not stand, as in a variant of a table that has it.
    """

    name: str = ""
    tag: str
    kind: Kind
    term: str
    said: Said
    least: int = 0
    many: bool = False
    codes: str = ""
    only: str = ""
    attributes: tuple[Attribute, ...] = ()
    type: "type[Group] | None" = None
    barred: bool = False

    @property
    def qualified(self) -> str:
        """The element's name as the parser writes it, `{namespace}name`."""
        prefix, _, local = self.tag.partition(":")
        return f"{{{PREFIXES[prefix]}}}{local}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The attributes that are part of the value, in the order of its type."""
        return PARTS.get(self.kind, ())

    def codes_of(self, attribute: str) -> str:
        """The name of the code list of an attribute, empty when it has none."""
        return next((each.codes for each in self.attributes if each.name == attribute), "")


_G = TypeVar("_G", bound="Group")


def group(tag_type: type[_G], tag: str, term: str, words: Said, *, least: int = 0) -> _G | None:
    """A group that stands once at most."""
    row = Field(tag=tag, kind=Kind.GROUP, term=term, said=words, least=least, type=tag_type)
    return cast(_G, row)


def groups(
    tag_type: type[_G], tag: str, term: str, words: Said, *, least: int = 0
) -> tuple[_G, ...]:
    """A group that repeats."""
    row = Field(
        tag=tag, kind=Kind.GROUP, term=term, said=words, least=least, many=True, type=tag_type
    )
    return cast(tuple[_G, ...], row)


def text(
    tag: str, term: str, words: Said, *, least: int = 0, only: str = "", codes: str = ""
) -> str | None:
    """Words or an identifier without attributes; `only` when just one value is allowed."""
    kind = Kind.CODE if codes else Kind.TEXT
    row = Field(tag=tag, kind=kind, term=term, said=words, least=least, only=only, codes=codes)
    return cast(str, row)


def texts(tag: str, term: str, words: Said, *, least: int = 0) -> tuple[str, ...]:
    """Words that repeat."""
    row = Field(tag=tag, kind=Kind.TEXT, term=term, said=words, least=least, many=True)
    return cast(tuple[str, ...], row)


def translated(tag: str, term: str, words: Said, *, least: int = 0) -> Text | None:
    """Words that may say which language they are in."""
    return cast(Text, Field(tag=tag, kind=Kind.WORDS, term=term, said=words, least=least))


def translations(tag: str, term: str, words: Said, *, least: int = 0) -> tuple[Text, ...]:
    """Words that repeat, once a language."""
    row = Field(tag=tag, kind=Kind.WORDS, term=term, said=words, least=least, many=True)
    return cast(tuple[Text, ...], row)


def code(
    tag: str, term: str, words: Said, codes: str = "", *attributes: Attribute, least: int = 0
) -> str | None:
    """A code from a list that the standard names."""
    row = Field(
        tag=tag,
        kind=Kind.CODE,
        term=term,
        said=words,
        least=least,
        codes=codes,
        attributes=attributes,
    )
    return cast(str, row)


def listed_code(
    tag: str, term: str, words: Said, *attributes: Attribute, least: int = 0, codes: str = ""
) -> Code | None:
    """A code that says itself which list it is from."""
    row = Field(
        tag=tag,
        kind=Kind.LISTED_CODE,
        term=term,
        said=words,
        least=least,
        codes=codes,
        attributes=attributes,
    )
    return cast(Code, row)


def identifier(
    tag: str, term: str, words: Said, *attributes: Attribute, least: int = 0
) -> Identifier | None:
    """An identifier that may say which scheme it belongs to."""
    row = Field(
        tag=tag, kind=Kind.IDENTIFIER, term=term, said=words, least=least, attributes=attributes
    )
    return cast(Identifier, row)


def amount(
    tag: str, term: str, words: Said, *attributes: Attribute, least: int = 0
) -> Amount | None:
    """An amount with its currency."""
    row = Field(
        tag=tag, kind=Kind.AMOUNT, term=term, said=words, least=least, attributes=attributes
    )
    return cast(Amount, row)


def quantity(
    tag: str, term: str, words: Said, *attributes: Attribute, least: int = 0
) -> Quantity | None:
    """A quantity with its unit."""
    row = Field(
        tag=tag, kind=Kind.QUANTITY, term=term, said=words, least=least, attributes=attributes
    )
    return cast(Quantity, row)


def number(tag: str, term: str, words: Said, *, least: int = 0) -> Decimal | None:
    """A number without unit: a percentage, a factor, a count."""
    return cast(Decimal, Field(tag=tag, kind=Kind.NUMBER, term=term, said=words, least=least))


def day(tag: str, term: str, words: Said, *, least: int = 0) -> date | None:
    """A day."""
    return cast(date, Field(tag=tag, kind=Kind.DATE, term=term, said=words, least=least))


def clock_time(tag: str, term: str, words: Said, *, least: int = 0) -> time | None:
    """A time of day."""
    return cast(time, Field(tag=tag, kind=Kind.TIME, term=term, said=words, least=least))


def indicator(
    tag: str, term: str, words: Said, *, least: int = 0, only: str = "", codes: str = ""
) -> bool | None:
    """Yes or no; `only` and `codes` are about how it is spelled."""
    row = Field(
        tag=tag,
        kind=Kind.INDICATOR,
        term=term,
        said=words,
        least=least,
        only=only,
        codes=codes,
    )
    return cast(bool, row)


def binary(
    tag: str, term: str, words: Said, *attributes: Attribute, least: int = 0
) -> Binary | None:
    """An embedded file."""
    row = Field(
        tag=tag, kind=Kind.BINARY, term=term, said=words, least=least, attributes=attributes
    )
    return cast(Binary, row)


@dataclass(slots=True)
class Extras:
    """What a group had beside the table, so that it is written again as it was.

    - `unknown`: place among the children, and the element itself as canonical XML.
    - `repeated`: further values of a field that should stand once.
    - `attributes`: attributes beside those of the value, by field and occurrence.
    - `spelled`: the text as it stood, where the value would be written otherwise.
    - `order`: the fields in the order they came, when it is not that of the table.
    - `unreadable`: how many values of a field were not of its type, counted while reading.
    """

    unknown: list[tuple[int, bytes]] = field(default_factory=list)
    repeated: dict[str, list["Value | Group"]] = field(default_factory=dict)
    attributes: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)
    spelled: dict[tuple[str, int], str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    unreadable: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def only_attributes(self) -> bool:
        """Whether there is nothing odd but attributes."""
        return not (self.unknown or self.repeated or self.spelled or self.order or self.unreadable)


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(
        group,
        groups,
        text,
        texts,
        translated,
        translations,
        code,
        listed_code,
        identifier,
        amount,
        quantity,
        number,
        day,
        clock_time,
        indicator,
        binary,
    ),
)
class Group:
    """A group of business terms; see the module for how one is declared.

    `family` is the group that rules know this one as: itself, or the one that it is a variant of.
    """

    __slots__ = ("__dict__", "extras", "position")

    fields: ClassVar[tuple[Field, ...]] = ()
    family: "ClassVar[type[Group]]"
    has_variants: ClassVar[bool] = False
    extras: Extras | None
    position: "tuple[Group | None, Field | None, int]"

    def __init_subclass__(cls, **after: str) -> None:
        """Collect the fields that the class declares after those of its bases.

        One that is named in `after` stands after another field instead, and one that its base has
        too stands where the base has it.
        """
        cls.family = cls
        own: dict[str, Field] = {each.name: each for each in cls.fields}
        for name in vars(cls).get("__annotations__", {}):
            row = vars(cls).get(name)
            if isinstance(row, Field):
                own[name] = replace(row, name=name) if row.name else _named(row, name)
                setattr(cls, name, () if row.many else None)
        rows = list(own.values())
        for name, other in after.items():
            rows.remove(own[name])
            rows.insert(rows.index(own[other]) + 1, own[name])
        cls.fields = tuple(rows)

    def __init__(self, **values: object) -> None:
        """A group with these fields; the others are empty.

        Raises:
            TypeError: the group has no such field.
        """
        unknown = values.keys() - {each.name for each in self.fields}
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        object.__setattr__(self, "extras", None)
        object.__setattr__(self, "position", (None, None, 0))
        self.__dict__.update({name: value for name, value in values.items() if _given(value)})
        for row in self.fields:
            if row.kind is Kind.GROUP:
                self._adopt(row)

    def _adopt(self, row: Field) -> None:
        """Tell the groups of a field where they stand; one that stands elsewhere stays there."""
        for at, child in enumerate(self.children(row)):
            if child.parent is not None:
                continue
            object.__setattr__(child, "position", (self, row, at))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(
            f"{type(self).__name__} is frozen; make another with `with_({name}=...)`"
        )

    def __eq__(self, other: object) -> bool:
        return (
            type(other) is type(self)
            and self.__dict__ == other.__dict__
            and self.extras == other.extras
        )

    def __hash__(self) -> int:
        return hash((type(self), tuple(self.__dict__)))

    def __repr__(self) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in self.present())
        return f"{type(self).__name__}({', '.join(shown)})"

    @property
    def parent(self) -> "Group | None":
        """The group that this one stands in."""
        return self.position[0]

    @classmethod
    def field(cls, name: str) -> Field:
        """The row of the table for a field."""
        return _field(cls, name)

    def present(self) -> Iterator[Field]:
        """The fields that hold something, in the order of the table."""
        return (each for each in self.fields if each.name in self.__dict__)

    def all(self, row: Field) -> tuple["Value | Group", ...]:
        """Every value of a field, also those that should not have been repeated."""
        value = self.__dict__.get(row.name)
        values = () if value is None else tuple(value) if row.many else (value,)
        return (*values, *(self.extras.repeated.get(row.name, ()) if self.extras else ()))

    def children(self, row: Field) -> tuple["Group", ...]:
        """The groups that a field holds."""
        return cast(tuple[Group, ...], self.all(row))

    def with_(self, **values: object) -> Self:
        """The same group with other values in these fields; extras ride along."""
        other = type(self)(**{**self.__dict__, **values})
        object.__setattr__(other, "extras", self.extras)
        return other

    def where(self, row: Field | None = None) -> str:
        """The path from the root, such as `cac:InvoiceLine[2]/cac:Price/cbc:PriceAmount`."""
        steps = [row.tag] if row else []
        parent, place, at = self.position
        while parent is not None and place is not None:
            steps.append(place.tag + (f"[{at + 1}]" if place.many or at else ""))
            parent, place, at = parent.position
        return "/".join(reversed(steps))


def _named(row: Field, name: str) -> Field:
    """A row that was just made for its class, with its name; a copy takes as long as making it."""
    object.__setattr__(row, "name", name)
    return row


def _field(kind: type[Group], name: str) -> Field:
    key = (kind, name)
    if key not in _found:
        _found[key] = next(each for each in kind.fields if each.name == name)
    return _found[key]


_found: dict[tuple[type[Group], str], Field] = {}


def _given(value: object) -> bool:
    return value is not None and value != ()
