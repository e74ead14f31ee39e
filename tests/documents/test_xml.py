"""Attacks on the XML reader, and the encodings it accepts."""

import contextlib
import resource
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anskaff.concepts.errors import Unreadable
from anskaff.documents import xml

LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
 <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
]>
<lolz>&lol3;</lolz>"""
EXTERNAL = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
PARAMETER = b'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><a/>'
REMOTE = b'<!DOCTYPE a SYSTEM "ftp://127.0.0.1/a.dtd"><a/>'
HIDDEN = b"<!-- c -->\n<?p i?>\n<!-- <a> -->\n<!DOCTYPE a><a/>"

ATTACKS = {
    "entity bomb": (LAUGHS, "xml-document-type"),
    "external entity": (EXTERNAL, "xml-document-type"),
    "parameter entity": (PARAMETER, "xml-document-type"),
    "external subset": (REMOTE, "xml-document-type"),
    "document type after comments": (HIDDEN, "xml-document-type"),
    "document type in UTF-16": (EXTERNAL.decode().encode("utf-16"), "xml-document-type"),
    "undeclared entity": (b"<a>&x;</a>", "xml-ampersand"),
    "100 MB": (b"<a>" + b" " * 100_000_000 + b"</a>", "xml-too-big"),
    "depth 10 000": (b"<a>" * 10_000 + b"</a>" * 10_000, "xml-too-much"),
    "depth 101": (b"<a>" * 101 + b"</a>" * 101, "xml-too-much"),
    "million attributes": (
        b"<a " + b" ".join(b'a%d="1"' % n for n in range(1_000_000)) + b"/>",
        "xml-too-much",
    ),
    "attributes that hide their end": (
        b"<a " + b" ".join(b'a%d=">"' % n for n in range(100_000)) + b"/>",
        "xml-too-much",
    ),
    "text of 11 MB": (b"<a>" + b"x" * 11_000_000 + b"</a>", "xml-too-much"),
    "comment that never ends": (b"<!--" + b"x" * 5_000_000, "xml-truncated"),
    "truncated in an element": (b"<a>\n<b>1</b>\n<c>", "xml-truncated"),
    "truncated in a tag": (b"<a>\n<b", "xml-truncated"),
    "truncated in an attribute": (b'<a b="c', "xml-truncated"),
    "truncated in a letter": ("<a>ø".encode()[:-1], "xml-truncated"),
    "truncated in a letter of UTF-16": ("<a>ø".encode("utf-16")[:-1], "xml-truncated"),
    "truncated in a character reference": (b"<a>&#6", "xml-truncated"),
    "truncated in an end tag": (b"<a></", "xml-truncated"),
    "truncated before a prefix is told": (b"<a><x:b>", "xml-truncated"),
    "nothing": (b"", "xml-not-xml"),
    "spaces only": (b" \n ", "xml-not-xml"),
    "JSON": (b'{"a": 1}', "xml-not-xml"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "xml-not-xml"),
    "ZIP": (b"PK\x03\x04\xff\xfe", "xml-not-xml"),
    "Latin-1 that is no XML": ("Bl\u00e5b\u00e6r".encode("latin-1"), "xml-not-xml"),
    "crossed tags": (b"<a><b></a></b>", "xml-malformed"),
    "two roots": (b"<a/><b/>", "xml-more-than-one"),
    "words after the end": (b"<a/> x", "xml-more-than-one"),
    "a bare ampersand": (b"<a>\n<b>Olsen & co</b></a>", "xml-ampersand"),
    "an entity nobody declared": (b"<a>R&D;</a>", "xml-ampersand"),
    "an entity in an attribute": (b"<a b='&x;'/>", "xml-ampersand"),
    "an ampersand without its end": (b"<a>a &amp b</a>", "xml-ampersand"),
    "crossed tags before an ampersand": (b"<a><b></a>\n&</b>", "xml-malformed"),
    "crossed tags after an ampersand in a comment": (b"<a><!-- & --><b></a></b>", "xml-malformed"),
    "unknown prefix": (b"<x:a/>", "xml-malformed"),
    "null byte": (b"<a>\0</a>", "xml-malformed"),
    "Latin-1 said to be UTF-8": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<a>ø</a>'.encode("latin-1"),
        "xml-encoding",
    ),
    "UTF-8 said to be UTF-16": (
        '<?xml version="1.0" encoding="UTF-16"?><a>ø</a>'.encode(),
        "xml-encoding",
    ),
    "UTF-16 said to be UTF-8": (
        '<?xml version="1.0" encoding="UTF-8"?><a>ø</a>'.encode("utf-16"),
        "xml-encoding",
    ),
    "UTF-16 without a mark": ("<a>ø</a>".encode("utf-16-le"), "xml-encoding"),
    "UTF-16 that says so without a mark": (
        '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16-le"),
        "xml-encoding",
    ),
    "UTF-32": ("<a/>".encode("utf-32"), "xml-encoding"),
    "UTF-32 without a mark": ("<a/>".encode("utf-32-be"), "xml-encoding"),
    "UTF-7": (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "xml-encoding"),
    "EBCDIC": ('<?xml version="1.0"?><a/>'.encode("cp500"), "xml-encoding"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_with_one_finding(name: str) -> None:
    data, code = ATTACKS[name]
    with pytest.raises(Unreadable) as refused:
        xml.read(data)
    (finding,) = refused.value.findings
    assert finding.code == code
    for language in ("nb", "nn", "en"):
        assert finding.text(language)
        assert finding.cure(language)


def test_refusals_take_little_memory() -> None:
    many = b"<r>" + b"<a/>" * 2_000_000 + b"</r>"
    limits = xml.Limits(elements=10_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable, match="xml-too-much"):
        xml.read(many, limits=limits)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < (100_000 if sys.platform == "linux" else 100_000_000)


def test_attributes_are_counted_over_the_whole_document() -> None:
    limits = xml.Limits(attributes=10)
    assert xml.read(b"<r>" + b'<a b=""/>' * 10 + b"</r>", limits=limits) is not None
    with pytest.raises(Unreadable, match="xml-too-much"):
        xml.read(b"<r>" + b'<a b=""/>' * 11 + b"</r>", limits=limits)


@pytest.mark.parametrize(
    "data",
    [
        "<a>blåbærsyltetøy</a>".encode(),
        "<a>blåbærsyltetøy</a>".encode("utf-8-sig"),
        '<?xml version="1.0" encoding="UTF-8"?><a>blåbærsyltetøy</a>'.encode(),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a>blåbærsyltetøy</a>'.encode("latin-1"),
        '<?xml version="1.0" encoding="UTF-16"?><a>blåbærsyltetøy</a>'.encode("utf-16"),
        "<a>blåbærsyltetøy</a>".encode("utf-16"),
        b"\xfe\xff" + "<a>blåbærsyltetøy</a>".encode("utf-16-be"),
    ],
)
def test_norwegian_letters_survive_each_encoding(data: bytes) -> None:
    assert xml.read(data).text == "blåbærsyltetøy"


def test_a_comment_or_instruction_does_not_split_a_value() -> None:
    assert xml.read(b"<id>admin<!-- -->istrator<?x?>s</id>").text == "administrators"


def test_text_in_a_cdata_section_may_look_like_a_document_type() -> None:
    assert xml.read(b"<a><![CDATA[<!DOCTYPE html>]]></a>").text == "<!DOCTYPE html>"


NOTICE = """<?xml version="1.0" encoding="UTF-8"?>
<!-- kunngjøring --><n:Notice xmlns:n="urn:n" spraak="nb"><?pi x?>
<n:Tittel>Brøyting &amp; strøing&#160;&lt;</n:Tittel><![CDATA[ <b> ]]><tom/></n:Notice>""".encode()


@given(st.integers(0, len(NOTICE) - 1))
def test_every_cut_of_a_document_is_said_to_be_cut(at: int) -> None:
    with pytest.raises(Unreadable) as refused:
        xml.read(NOTICE[:at])
    assert refused.value.findings[0].code == ("xml-truncated" if at else "xml-not-xml")
    assert xml.read(NOTICE).tag == "{urn:n}Notice"


def test_the_parser_refuses_a_document_type_that_the_first_look_would_miss() -> None:
    with pytest.raises(Unreadable, match="xml-document-type"):
        xml._Counted(xml.LIMITS).fed_with(b"<!DOCTYPE a><a/>")


def test_the_depth_of_the_parser_itself_is_the_last_limit() -> None:
    with pytest.raises(Unreadable, match="xml-too-much"):
        xml.read(b"<a>" * 20_000, limits=xml.Limits(depth=1_000_000))


def test_nothing_is_included_from_a_file() -> None:
    data = (
        b'<r xmlns:xi="http://www.w3.org/2001/XInclude">'
        b'<xi:include href="file:///etc/hostname" parse="text"/></r>'
    )
    assert "".join(xml.read(data).itertext()) == ""


def test_a_finding_names_the_line() -> None:
    with pytest.raises(Unreadable) as refused:
        xml.read(b"<a>\n<b>\n</c>\n</a>")
    assert refused.value.findings[0].where == "line 3"


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200) | st.text(alphabet="<>a=\"'!-[]&;?/ \n", max_size=60).map(str.encode)
)
def test_any_bytes_are_read_or_unreadable(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert xml.read(data).getroottree().docinfo.internalDTD is None
