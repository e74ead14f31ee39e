"""The one reader for XML from outside.

Everything that XML offers an attacker is turned off or counted before a tree exists:

- no document type declaration at all, so no entities, no parameter entities and nothing external;
- no network, no files, no stylesheets, no inclusions;
- bytes, depth, elements, attributes and the length of one tag are limited, and checked while the
  bytes are fed to the parser, so memory follows what is allowed and not what was sent;
- comments and processing instructions are left out, so a comment can never split a value in two.

Source: OWASP XML External Entity Prevention; libxml2 keeps its own limits as a second net.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple, TypedDict

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.words import Words
from anskaff.documents.xml_faults import (
    AMPERSAND,
    ATTRIBUTES,
    BY_PARSER,
    DEPTH,
    DOCUMENT_TYPE,
    ELEMENTS,
    END_OF_FILE,
    END_TAG,
    ESCAPED,
    MALFORMED,
    MORE_THAN_ONE,
    NO_DOCTYPE,
    NO_WORDS,
    NOT_XML,
    NOTHING,
    OTHER_BYTES,
    TAG,
    TEXT,
    TOO_BIG,
    TOO_MUCH,
    TRUNCATED,
    UNMARKED,
    WELL_FORMED,
    WRONG_ENCODING,
)

PIECE_BYTES = 64 * 1024
MOST_SHOWN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one document may hold. `tag_bytes` bounds the attributes of one element."""

    total_bytes: int = 50_000_000
    depth: int = 100
    elements: int = 1_000_000
    attributes: int = 1_000_000
    tag_bytes: int = 64 * 1024


LIMITS = Limits()

KNOWN_ENCODINGS = {
    "utf-8": "UTF-8",
    "us-ascii": "UTF-8",
    "ascii": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16",
    "iso-8859-1": "ISO-8859-1",
    "iso-8859-15": "ISO-8859-15",
    "windows-1252": "windows-1252",
}
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
PROLOG = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_START_TAG = re.compile(rb"""<[^\s<>!?/"'][^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+""")
_MARKED = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)|<!\[CDATA\[|<!--|<\?"
)
_ENDS = {b"<![CDATA[": b"]]>", b"<!--": b"-->", b"<?": b"?>"}
_BEGUN = re.compile(rb"&[#\w]{0,40}")
_WHOLE = re.compile(rb"&[^\s<&;]{0,20};?")
EBCDIC = "<?xml".encode("cp500")
LIBXML_MOST_TEXT = 10_000_000
LIBXML_MOST_DEPTH = 256


class _Parser(TypedDict):
    encoding: str
    load_dtd: bool
    dtd_validation: bool
    attribute_defaults: bool
    resolve_entities: bool
    no_network: bool
    huge_tree: bool
    recover: bool
    remove_comments: bool
    remove_pis: bool
    collect_ids: bool


PARSER: _Parser = {
    "encoding": "utf-8",
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_CUT_SHORT = frozenset({"unexpected end of data", "truncated data"})


class Document(NamedTuple):
    """A document as a tree, and as the bytes in UTF-8 that it was made of."""

    root: etree._Element
    plain: bytes


def read(data: bytes, *, limits: Limits = LIMITS) -> etree._Element:
    """The root element of a document, or what is wrong with the bytes.

    Raises:
        Unreadable: with one finding that says the line, what was expected, what came and the cure.

    >>> read(b"<notice><id>7</id></notice>").findtext("id")
    '7'
    >>> read(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///secret">]><a>&b;</a>')
    Traceback (most recent call last):
    anskaff.concepts.errors.Unreadable: xml-document-type
    """
    return document(data, limits=limits).root


def document(data: bytes, *, limits: Limits = LIMITS, blanks: bool = True) -> Document:
    """As `read`, with the bytes in UTF-8 beside the tree.

    Without `blanks` the space between elements may be left out, for a tree that is only judged.
    """
    if len(data) > limits.total_bytes:
        raise Unreadable(TOO_BIG.at("", expected=limits.total_bytes, got=len(data)))
    plain = _as_utf8(data)
    _check_beginning(plain)
    _check_tags(plain, limits)
    root = _at_once(plain, limits, blanks=blanks)
    return Document(root if root is not None else _Counted(limits).fed_with(plain), plain)


def _at_once(plain: bytes, limits: Limits, *, blanks: bool) -> etree._Element | None:
    """The root, where signs counted in the bytes prove that no limit is near; else nothing.

    It is four times quicker than counting while parsing. Whatever is wrong is left to that.
    """
    if _may_hold_more(plain, limits):
        return None
    try:
        bare = not blanks and _has_elements_only(plain)
        root = etree.fromstring(plain, etree.XMLParser(remove_blank_text=bare, **PARSER))
    except etree.XMLSyntaxError:
        return None
    shallow = limits.depth >= LIBXML_MOST_DEPTH
    too_deep = not shallow and root.xpath(f"boolean({'/*' * (limits.depth + 1)})")
    unsafe = too_deep or root.getroottree().docinfo.internalDTD is not None
    return None if unsafe else root


def _may_hold_more(plain: bytes, limits: Limits) -> bool:
    """Whether signs in the bytes leave room for more than may be; short ones need no look."""
    tags = len(plain) // len(b"<a/>")
    if tags > limits.elements:
        tags = plain.count(b"<")
    if tags > limits.elements:
        tags -= plain.count(b"</")
    attributes = len(plain) // len(b" a=''")
    if attributes > limits.attributes:
        attributes = plain.count(b"=")
    return tags > limits.elements or attributes > limits.attributes


def _has_elements_only(plain: bytes) -> bool:
    """Beside comments, CDATA and instructions, space between may be part of a value.

    One sign is looked for much faster than two, and mostly it does not stand there.
    """
    remarks = plain.count(b"!") > 0 and plain.count(b"<!") > 0
    return not remarks and (plain.count(b"?") <= len(b"??") or plain.count(b"<?") <= 1)


def _as_utf8(data: bytes) -> bytes:
    """The same text in UTF-8; the parser is told so, whatever the declaration says."""
    marked = _by_byte_order_mark(data)
    if data.startswith(codecs.BOM_UTF32_LE) or (b"\0" in data[:2] and not marked):
        raise _wrong_encoding(1, "UTF-8", UNMARKED)
    head = data[:400].decode("utf-16", "replace").encode() if marked == "UTF-16" else data[:400]
    declaration = _DECLARED.match(head.removeprefix(codecs.BOM_UTF8).lstrip())
    declared = declaration[1].decode().lower() if declaration else ""
    if declared and declared not in KNOWN_ENCODINGS:
        raise _wrong_encoding(1, "UTF-8", declared)
    named = KNOWN_ENCODINGS.get(declared, "")
    if (marked and named and marked != named) or (named == "UTF-16" and not marked):
        raise _wrong_encoding(1, declared, marked or "UTF-8")
    if not marked and b"\0" not in data[:MOST_SHOWN]:
        _check_first(data)
    encoding = marked or named or "UTF-8"
    try:
        text = data.decode("utf-8-sig" if encoding == "UTF-8" else encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if error.reason in _CUT_SHORT:
            raise _truncated(line) from None
        raise _wrong_encoding(line, encoding, OTHER_BYTES) from None
    return data.removeprefix(codecs.BOM_UTF8) if encoding == "UTF-8" else text.encode()


def _by_byte_order_mark(data: bytes) -> str:
    """The encoding that the first bytes prove, or nothing."""
    if data.startswith(codecs.BOM_UTF8):
        return "UTF-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    return ""


def _wrong_encoding(line: int, expected: str, got: str | Words) -> Unreadable:
    return Unreadable(WRONG_ENCODING.at(f"line {line}", line=line, expected=expected, got=got))


def _truncated(line: int) -> Unreadable:
    return Unreadable(TRUNCATED.at(f"line {line}", line=line, expected=END_TAG, got=END_OF_FILE))


def _check_first(plain: bytes) -> None:
    """The first sign is that of a tag; what else stands there is shown to its first odd byte."""
    first = plain[:MOST_SHOWN].removeprefix(codecs.BOM_UTF8).strip()
    if first.startswith((b"<", EBCDIC)):
        return
    start = first[:20].decode("utf-8", "replace").replace("\ufffd", "\0")
    words = "".join(takewhile(str.isprintable, start)).strip()
    shown = f"«{words}»" if words else NO_WORDS if first else NOTHING
    raise Unreadable(NOT_XML.at("line 1", line=1, got=shown))


def _check_beginning(plain: bytes) -> None:
    """The first markup is an element; a document type can stand nowhere else than before it."""
    _check_first(plain)
    prolog = PROLOG.match(plain)
    start = prolog.end() if prolog else 0
    if plain[start : start + 9].upper() == b"<!DOCTYPE":
        line = plain.count(b"\n", 0, start) + 1
        got = plain[start : start + 40].decode("utf-8", "replace").split("\n")[0]
        raise Unreadable(
            DOCUMENT_TYPE.at(f"line {line}", line=line, expected=NO_DOCTYPE, got=f"«{got}»")
        )


def _check_tags(plain: bytes, limits: Limits) -> None:
    """No start tag is so long that its attributes fill the memory before they can be counted.

    A tag holds no «<» inside, so where they stand close enough nothing need be looked at.
    """
    if not has_stretch(plain, limits.tag_bytes):
        return
    for tag in _START_TAG.finditer(plain):
        if tag.end() - tag.start() > limits.tag_bytes:
            line = plain.count(b"\n", 0, tag.start()) + 1
            raise _too_much(line, TAG, limits.tag_bytes)


def has_stretch(plain: bytes, length: int) -> bool:
    """Whether so many bytes follow each other without a «<»."""
    start = 0
    while len(plain) - start > length:
        last = plain.rfind(b"<", start, start + length)
        if last < 0:
            return True
        start = last + 1
    return False


def _too_much(line: int, what: Words, most: int) -> Unreadable:
    return Unreadable(TOO_MUCH.at(f"line {line}", line=line, what=what, expected=most))


class _Counted:
    """A parser that is fed in pieces and stops at the first limit."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.depth = self.elements = self.attributes = 0
        self.whole = False
        self.parser = etree.XMLPullParser(events=("start", "end"), **PARSER)

    def fed_with(self, plain: bytes) -> etree._Element:
        try:
            for piece in _pieces(plain):
                self.parser.feed(piece)
                self._count()
            self.whole = True
            root = self.parser.close()
        except etree.XMLSyntaxError as error:
            raise self._refusal(error, plain) from None
        self._count()
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(DOCUMENT_TYPE.at("", line=1, expected=NO_DOCTYPE, got="DOCTYPE"))
        return root

    def _count(self) -> None:
        for event, element in self.parser.read_events():
            if event == "end":
                self.depth -= 1
                continue
            self.depth += 1
            self.elements += 1
            self.attributes += len(element.attrib)
            for what, count, most in (
                (DEPTH, self.depth, self.limits.depth),
                (ELEMENTS, self.elements, self.limits.elements),
                (ATTRIBUTES, self.attributes, self.limits.attributes),
            ):
                if count > most:
                    raise _too_much(int(element.sourceline or 0), what, most)

    def _refusal(self, error: etree.XMLSyntaxError, plain: bytes) -> Unreadable:
        """The finding for what the parser says; its own limits count as ours.

        When all bytes are in and the root is still open, something never ended, whatever the
        parser calls it; only an entity that nobody declared is told as late, without a code.
        """
        self._count()
        line = error.lineno or plain.count(b"\n") + 1
        message = " ".join(str(error.msg or "").split())[:MOST_SHOWN]
        if "depth" in message.lower():
            return _too_much(line, DEPTH, self.limits.depth)
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "huge" in message.lower():
            return _too_much(line, TEXT, LIBXML_MOST_TEXT)
        ampersand = _ampersand(plain)
        if ampersand is not None and ampersand[0] <= line:
            line, got = ampersand
            return Unreadable(AMPERSAND.at(f"line {line}", line=line, expected=ESCAPED, got=got))
        if error.code == etree.ErrorTypes.ERR_DOCUMENT_END and not self.depth and self.elements:
            return Unreadable(MORE_THAN_ONE.at(f"line {line}", line=line))
        open_still = self.whole and (self.depth or not self.elements)
        if open_still and error.code != etree.ErrorTypes.ERR_INTERNAL_ERROR:
            return _truncated(line)
        ours = BY_PARSER.get(error.code)
        said = f"«{message}»" if ours is None else ours
        return Unreadable(MALFORMED.at(f"line {line}", line=line, expected=WELL_FORMED, got=said))


def _ampersand(plain: bytes) -> tuple[int, str] | None:
    """The line of the first «&» that begins nothing XML knows, and how it is written.

    One that the file ends in was cut short.
    """
    after = 0
    for found in _MARKED.finditer(plain):
        start = found.start()
        if start < after:
            continue
        end = _ENDS.get(found[0])
        if end is None:
            whole = _WHOLE.match(plain, start)
            if whole is None or _BEGUN.fullmatch(plain, start):
                return None
            return plain.count(b"\n", 0, start) + 1, f"«{whole[0].decode('utf-8', 'replace')}»"
        after = plain.find(end, found.end()) + len(end)
        if after < len(end):
            return None
    return None


def _pieces(plain: bytes) -> Iterator[bytes]:
    for start in range(0, len(plain), PIECE_BYTES):
        yield plain[start : start + PIECE_BYTES]
