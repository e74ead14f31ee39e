"""Write a notice: `NoticeReading` to bytes, through the table that reads it."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.notice import NoticeReading, Texts
from anskaff.concepts.words import Words
from anskaff.documents import mapping
from anskaff.documents.eforms import editions, paths, subtypes, terms
from anskaff.documents.eforms import notice as reading

MOST_SHOWN = 80
UNKNOWN_SUBTYPE = FindingKind(
    code="notice-unknown-subtype",
    text=Words(
        nb="Kunngjøringen har undertypen «{got}», som ikke finnes. Ventet {expected}.",
        nn="Kunngjeringa har undertypen «{got}», som ikkje finst. Venta {expected}.",
        en="The notice has the subtype “{got}”, which does not exist. Expected {expected}.",
    ),
    cure=Words(
        nb="Velg en undertype som finnes.",
        nn="Vel ein undertype som finst.",
        en="Choose a subtype that exists.",
    ),
)
OTHER_SUBTYPE = FindingKind(
    code="notice-other-subtype",
    text=Words(
        nb="{field} er «{got}», men undertypen {subtype} har «{expected}».",
        nn="{field} er «{got}», men undertypen {subtype} har «{expected}».",
        en="{field} is “{got}”, but subtype {subtype} has “{expected}”.",
    ),
    cure=Words(
        nb="La feltet stå tomt, så fyller vi det ut, eller bytt undertype.",
        nn="La feltet stå tomt, så fyller vi det ut, eller byt undertype.",
        en="Leave the field empty and we fill it in, or change the subtype.",
    ),
)
NOT_SAYABLE = FindingKind(
    code="notice-not-sayable",
    text=Words(
        nb="Feltet {field} kan ikke skrives i en kunngjøring: «{got}» ville blitt lest som "
        "«{expected}».",
        nn="Feltet {field} kan ikkje skrivast i ei kunngjering: «{got}» ville blitt lese som "
        "«{expected}».",
        en="The field {field} cannot be written in a notice: “{got}” would be read as "
        "“{expected}”.",
    ),
    cure=Words(
        nb="Bruk en kode eller en verdi som standarden har.",
        nn="Bruk ein kode eller ein verdi som standarden har.",
        en="Use a code or a value that the standard has.",
    ),
)
NOT_TEXT = FindingKind(
    code="notice-not-text",
    text=Words(
        nb="Feltet {field} har et styretegn, som ikke kan stå i XML. Ventet {expected}.",
        nn="Feltet {field} har eit styreteikn, som ikkje kan stå i XML. Venta {expected}.",
        en="The field {field} has a control character, which XML cannot hold. Expected {expected}.",
    ),
    cure=Words(
        nb="Skriv teksten på nytt, uten å lime den inn.",
        nn="Skriv teksten på nytt, utan å lime han inn.",
        en="Write the text anew, without pasting it.",
    ),
)
A_TEXT = Words(nb="vanlig tekst", nn="vanleg tekst", en="plain text")
CONTRADICTIONS = frozenset(
    {
        reading.DEADLINE_BEFORE_DISPATCH.code,
        reading.QUESTIONS_AFTER_TENDERS.code,
        reading.ENDS_BEFORE_START.code,
        reading.SAME_LOT_KEY.code,
        reading.UNKNOWN_ORGANISATION.code,
    }
)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REST = "rest"
AWARD_RESULT = "<cac:TenderResult"
_BLANK = (None, "", (), Texts())


def write(notice: NoticeReading, on: date | None = None) -> bytes:
    """A notice as eForms XML in UTF-8.

    Without `on` it is written as it came, with its faults and in its own edition. With `on`, the
    day it is sent, it is one of ours: it gets what its subtype and the day decide, is refused where
    it contradicts itself, and is read back to prove that it says what was meant.

    Raises:
        Unreadable: with a finding for each field that cannot be written, or contradicts another.
    """
    if on is None:
        return _written(notice)
    whole = editions.completed(notice, on)
    refused = tuple(_against_subtype(whole))
    refused += tuple(each for each in reading.contradictions(whole) if each.code in CONTRADICTIONS)
    if refused:
        raise Unreadable(*refused)
    written = _written(whole)
    if unsaid := tuple(_differing(whole, reading.read(written), "")):
        raise Unreadable(*unsaid)
    return written


def _written(notice: NoticeReading) -> bytes:
    document = subtypes.document(notice)
    if not document:
        known = ", ".join(subtypes.SUBTYPES)
        raise Unreadable(UNKNOWN_SUBTYPE.at("subtype", got=notice.subtype, expected=known))
    if refused := tuple(_not_text(notice, "")):
        raise Unreadable(*refused)
    uri = paths.DOCUMENTS[document]
    namespaces: dict[str | None, str] = {None: uri}
    namespaces.update(paths.NAMESPACES)
    root = etree.Element(f"{{{uri}}}{document}", nsmap=namespaces)
    writer = mapping.Writer(paths.SCHEMA)
    rides = any(part.xml.startswith(AWARD_RESULT) and not part.place for part in notice.rest)
    if document == subtypes.AWARD and notice.award_day is None and not rides:
        writer.term(terms.AWARD_DAY, root, None)
    writer.write(terms.NOTICE, root, notice)
    writer.sort(root)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _against_subtype(notice: NoticeReading) -> Iterator[Finding]:
    known = subtypes.SUBTYPES.get(notice.subtype)
    if known is None:
        return
    for field, got, expected in (
        ("form", notice.form or "", known.form),
        ("kind", notice.kind, known.kind),
    ):
        if got != expected:
            facts = {"field": field, "got": got, "expected": expected, "subtype": known.key}
            yield OTHER_SUBTYPE.at(field, **facts)


def _parts(value: object, where: str) -> Iterator[tuple[str, object]]:
    """The values inside a value, each with its place: fields, items, languages."""
    if isinstance(value, Texts):
        yield from ((f"{where}.{tag}", text) for tag, text in value.by_language.items())
    elif isinstance(value, tuple):
        yield from ((f"{where}.{number}", each) for number, each in enumerate(value, 1))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.compare:
                place = f"{where}.{field.name}" if where else field.name
                yield place, getattr(value, field.name)


def _not_text(value: object, where: str) -> Iterator[Finding]:
    if isinstance(value, str) and _NO_XML.search(value):
        yield NOT_TEXT.at(where, field=where, expected=A_TEXT)
    for place, part in _parts(value, where):
        yield from _not_text(part, place)


def _differing(said: object, read: object, where: str) -> Iterator[Finding]:
    """Where a notice reads otherwise than it was said; blanks around a text are no difference."""
    if said == read or (said in _BLANK and read in _BLANK):
        return
    ours, theirs = dict(_parts(said, where)), dict(_parts(read, where))
    if isinstance(said, str) and isinstance(read, str) and said.strip() == read.strip():
        return
    if not ours or not theirs or type(said) is not type(read):
        facts = {"got": str(said)[:MOST_SHOWN], "expected": str(read)[:MOST_SHOWN]}
        yield NOT_SAYABLE.at(where, field=where, **facts)
        return
    for place in dict.fromkeys((*ours, *theirs)):
        if place.rpartition(".")[2] == REST:
            continue  # what rode along stays behind where a field was changed
        yield from _differing(ours.get(place), theirs.get(place), place)
