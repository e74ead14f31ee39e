"""Elements that UBL allows and an example lacks, put where the schema has them.

Deleting and doubling never gives an example what it has not; this gives it any element that the
schema allows at a place, with what it must hold.
"""

import random
from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from anskaff.documents.ubl.table import CBC, Group
from tests.documents.ubl.schema import Child, Schema

MOST_DEEP = 4
SAMPLES: Mapping[str, tuple[str, ...]] = {
    "Amount": ("100.00", "0", "-12.345", "25"),
    "BinaryObject": ("aGVp",),
    "Code": ("1", "NO", "NOK", "S", "130", "380", "ZZZ"),
    "Date": ("2026-01-01", "2020-02-29", "2099-12-31"),
    "DateTime": ("2026-01-01T12:00:00",),
    "Time": ("12:00:00", "12:00:00Z", "12:00:00.5+01:00"),
    "Identifier": ("1", "987654325", "7300010000001", "NO987654325MVA", "#x"),
    "Indicator": ("true", "false", "1", "0"),
    "Measure": ("1", "2.5"),
    "Numeric": ("1", "25", "0.155"),
    "Percent": ("25", "0", "12.5"),
    "Quantity": ("1", "0", "-2", "1.5"),
    "Rate": ("1.5",),
    "Text": ("x", "a b", "#AAA#x", "NO"),
    "Name": ("x", "Name"),
}
MUST_HAVE = {"Amount": "currencyID", "BinaryObject": "mimeCode", "Measure": "unitCode"}
MAY_HAVE: Mapping[str, tuple[str, ...]] = {
    "Identifier": ("schemeID", "schemeID", "schemeName", "schemeAgencyID", "schemeVersionID"),
    "Code": ("listID", "listID", "listVersionID", "name", "listAgencyID", "listURI"),
    "Quantity": ("unitCode", "unitCode", "unitCodeListID"),
    "Text": ("languageID",),
    "BinaryObject": ("filename", "encodingCode"),
}
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "currencyID": ("EUR", "NOK", "QQQ"),
    "mimeCode": ("application/pdf", "text/plain", "image/png"),
    "unitCode": ("C62", "KGM", "QQQ"),
    "schemeID": ("0192", "0088", "0002", "VAT", "QQ", "", "STI", "SEPA"),
    "listID": ("STI", "MP", "UNCL7143", ""),
    "languageID": ("nb", "en"),
}


Pairs = Collection[tuple[str, str]]


def pairs_of(kind: type[Group], tag: str) -> frozenset[tuple[str, str]]:
    """Each parent and child that a table has, below an element of this name."""
    found: set[tuple[str, str]] = set()
    for row in kind.fields:
        found.add((tag, row.qualified))
        if row.type is not None:
            found |= pairs_of(row.type, row.qualified)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Growth:
    """How to add to a document: what UBL has, what examples have, and what may be added.

    `pairs` are the parents and children that may be added; with none, all that UBL has may.
    """

    schema: Schema
    twins: Mapping[str, list[etree._Element]]
    pairs: Pairs = ()

    def grow(self, root: etree._Element, chance: random.Random) -> None:
        """Put one element in a document, when there is a place for it."""
        parents = [each for each in root.iter(etree.Element) if self.schema.allowed(each)]
        for _ in range(8):
            parent = chance.choice(parents)
            row = self.schema.allowed(parent)
            places = [
                at
                for at, each in enumerate(row)
                if self._may_stand(parent.tag, each.tag)
                and (each.most is None or len(parent.findall(each.tag)) < each.most)
            ]
            if places:
                at = chance.choice(places)
                _insert(parent, self._made(row[at].tag, chance, deep=0), row, at)
                return

    def adorn(self, element: etree._Element, chance: random.Random) -> None:
        """Give a value an attribute that UBL has."""
        kind = self.schema.kinds.get(element.tag, "")
        if etree.QName(element).namespace == CBC and kind in MAY_HAVE:
            name = chance.choice(MAY_HAVE[kind])
            element.set(name, chance.choice(ATTRIBUTES.get(name, ("x", "1"))))

    def _may_stand(self, parent: str, child: str) -> bool:
        return not self.pairs or (parent, child) in self.pairs

    def _made(self, tag: str, chance: random.Random, *, deep: int) -> etree._Element:
        """An element as an example has it, or with what the schema demands and a little more."""
        if tag in self.twins and chance.random() < 0.6:
            return deepcopy(chance.choice(self.twins[tag]))
        made = etree.Element(tag)
        row = self.schema.allowed(made)
        allowed = [each for each in row if self._may_stand(tag, each.tag)]
        for each in row:
            more = deep < MOST_DEEP and each in allowed and chance.random() < 2 / len(allowed)
            if (each.least or more) and deep < 2 * MOST_DEEP:
                made.append(self._made(each.tag, chance, deep=deep + 1))
        if not row:
            _fill(made, self.schema.kinds.get(tag, "Text"), chance)
        return made


def _insert(parent: etree._Element, made: etree._Element, row: tuple[Child, ...], at: int) -> None:
    after = {each.tag for each in row[at + 1 :]}
    for index, child in enumerate(parent):
        if child.tag in after:
            parent.insert(index, made)
            return
    parent.append(made)


def _fill(element: etree._Element, kind: str, chance: random.Random) -> None:
    element.text = chance.choice(SAMPLES.get(kind, SAMPLES["Text"]))
    names = [MUST_HAVE[kind]] if kind in MUST_HAVE else []
    if kind in MAY_HAVE and chance.random() < 0.4:
        names.append(chance.choice(MAY_HAVE[kind]))
    for name in names:
        element.set(name, chance.choice(ATTRIBUTES.get(name, ("x", "1"))))
