"""A document that says one field of the SDK and nothing more, made of the field's own path.

The path says all that must stand around the value: each step, and what its predicates ask for.
"""

import re
from collections.abc import Iterator

from lxml import etree

from anskaff.documents.eforms.paths import DOCUMENTS, NAMESPACES, REGISTRATION
from anskaff.documents.eforms.sdk import Field

VALUES = {
    "amount": "1000.50",
    "date": "2026-12-01+01:00",
    "email": "post@example.com",
    "indicator": "true",
    "integer": "2",
    "internal-code": "text",
    "measure": "3",
    "number": "2",
    "phone": "+47 22 00 00 00",
    "time": "12:00:00+01:00",
    "url": "https://example.com",
}
CODES = {  # for terms that only take codes that they know
    "accelerated-procedure": "true",
    "award-criterion-type": "quality",
    "contract-nature": "works",
    "form-type": "result",
    "indicator": "true",
    "number-fixed": "fix-tot",
    "number-threshold": "min-score",
    "number-weight": "per-exa",
}
BESIDE = {
    "amount": {"currencyID": "NOK"},
    "measure": {"unitCode": "MONTH"},
    "number": {"unitCode": "MONTH"},
}
TOGETHER = {"Date": ("Time", "12:00:00+01:00"), "Time": ("Date", "2026-12-01+01:00")}
EQUAL = re.compile(r"(.+?)(?:/text\(\))?\s*=\s*'([^']*)'")


def steps(path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each step of a path with its predicates.

    >>> list(steps("/*/cac:A[cbc:B[@c='d']/@e='f']/@g"))
    [('*', ()), ('cac:A', ("cbc:B[@c='d']/@e='f'",)), ('@g', ())]
    """
    name, predicates, depth, begun = "", [], 0, 0
    for at, sign in enumerate(f"{path.removeprefix('/')}/"):
        if sign == "[":
            depth += 1
            begun = at + 1 if depth == 1 else begun
        elif sign == "]":
            depth -= 1
            if depth == 0:
                predicates.append(path.removeprefix("/")[begun:at])
        elif sign == "/" and depth == 0:
            yield name, tuple(predicates)
            name, predicates = "", []
        elif depth == 0:
            name += sign


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _down(element: etree._Element, path: str) -> tuple[etree._Element, str]:
    """The element at a path below another, made with what its predicates say, and an attribute."""
    for name, predicates in steps(path):
        if name.startswith("@"):
            return element, name[1:]
        if name == "..":
            parent = element.getparent()
            assert parent is not None
            element = parent
        elif name not in ("*", "text()"):
            there = element.find(_tag(name))
            element = etree.SubElement(element, _tag(name)) if there is None else there
        for each in predicates:
            _make_true(element, each)
    return element, ""


def _make_true(element: etree._Element, predicate: str) -> None:
    if predicate.startswith("not("):
        return
    equal = EQUAL.fullmatch(predicate)
    assert equal, predicate
    path, value = equal[1].removesuffix("/text()"), equal[2]
    if path.endswith("]"):
        path = path.removesuffix("/")
    at, attribute = _down(element, path)
    if attribute:
        at.set(attribute, value)
    else:
        at.text = value


def document(field: Field) -> etree._Element:
    """A notice with one field, with a value that fits its type."""
    root = REGISTRATION if "-Business" in field.id else "ContractAwardNotice"
    uri = DOCUMENTS[root]
    made = etree.Element(f"{{{uri}}}{root}", nsmap={None: uri, **NAMESPACES})
    value = CODES.get(field.codes) or (VALUES.get(field.type) or field.preset or "x")
    element, attribute = _down(made, field.absolute)
    if attribute:
        element.set(attribute, field.preset or value)
    else:
        element.text = value
        for name, beside in BESIDE.get(field.type, {}).items():
            element.set(name, beside)
        _clock(element)
    said = made.find(_tag("cbc:CustomizationID"))
    if said is None:
        said = etree.SubElement(made, _tag("cbc:CustomizationID"))
    said.text = "eforms-sdk-1.14"
    return made


def _clock(element: etree._Element) -> None:
    """The time beside a date, or the date beside a time: eForms says an instant in two elements."""
    name = str(element.tag)
    parent = element.getparent()
    for ending, (other, value) in TOGETHER.items():
        if name.endswith(ending) and parent is not None:
            etree.SubElement(parent, name.removesuffix(ending) + other).text = value
