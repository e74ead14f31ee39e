"""Everything wrong that can be sent with a form or asked of an address."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import MULTIPART_CONTENT

from tests.journeys import forms
from tests.journeys.forms import Field, Form, Value

QUERIES = (
    "page=-1",
    "page=99999999999999",
    "side=-1",
    "side=99999999999999999999999",
    "side=abc",
    "side=%00",
    "sort=finnes-ikke&sorter=%00&rekkefolge=x",
    "ord=%00",
    "ord=%ff%fe&q=%ff",
    "ord=" + "a" * 3000,
    "ord=%25%27%22%5C%28%7C%26%21%3A%2A",
    "fra=31.02.2026&til=99999-01-01&dato=0000-01-01&frist=9999-12-31",
    "fase=%00&fase=x&state=x&sektor=x&hva=x&verdi=NaN&varighet=1e999&sted=%00",
    "verdi=" + "9" * 5000 + "&varighet=" + "9" * 40 + "&hva=goods&sektor=classic",
    "before=-1&after=" + "9" * 30 + "&limit=" + "9" * 30 + "&cursor=%00",
    "krav=%00&next=//ond.example/&q[]=1&=&&&%",
)
PATHS = ("2026-1%00", "2026-" + "9" * 30, "x" * 3000, "%C3%A9%E4%B8%AD%F0%9F%A7%BE", "%ff%fe", "..")
NUL = "før\x00etter"
TEXTS = {
    "nothing": "",
    "too long": "a" * 100_000,
    "NUL": NUL,
    "control signs": "\x01\x08\x0b\x1b\x7f\x85\u2028",
    "emoji and right to left": "🧾 \u202eشكرا\u202c 👩🏽‍⚖️",
    "HTML": "<script>alert(1)</script>{{ 7*7 }}{% now %}",
}
NUMBERS = {
    "word": "elleve",
    "not a number": "NaN",
    "signalling": "sNaN",
    "endless": "Infinity",
    "exponent": "1e999",
    "fine": "1e-999",
    "negative": "-1",
    "past 32 bits": "2147483648",
    "past 64 bits": "9223372036854775808",
    "400 digits": "9" * 400,
    "5000 digits": "9" * 5000,
    "other digits": "٣",
}
DAYS = {
    "impossible": "31.02.2026",
    "impossible too": "2026-02-31",
    "year 0": "0000-01-01",
    "year 1": "0001-01-01",
    "year 9999": "9999-12-31",
    "year 99999": "99999-01-01",
    "late": "99:99",
    "year 9999 late": "9999-12-31T23:59",
    "year 1 early": "0001-01-01T00:00",
}
CHOICES = {"unknown": "finnes-ikke", "huge": "9" * 30, "other": "999999999"}
IDS = {"zero": "0", "negative": "-1", "other": "999999999", "text": "abc", "huge": "9" * 40}
FILES: dict[str, Value] = {
    "zero bytes": SimpleUploadedFile("tom.txt", b""),
    "wrong type": SimpleUploadedFile("program.exe", b"MZ\x00\x01" * 40, "application/x-msdownload"),
    "broken workbook": SimpleUploadedFile("priser.xlsx", b"PK\x03\x04 nei"),
    "broken notice": SimpleUploadedFile("notice.xml", b"<?xml version='1.0'?><!DOCTYPE a ["),
    "text instead": "ikke en fil",
}
LONG_NAME = "n" * 300 + ".txt"


def poisons(one: Field) -> Mapping[str, Value]:
    """Nonsense for one field."""
    match one.kind:
        case "number" | "decimal" | "numeric":
            return NUMBERS | {"NUL": NUL}
        case "date" | "time" | "datetime-local":
            return DAYS | {"NUL": NUL}
        case "choice" | "button":
            return CHOICES | {"NUL": NUL}
        case "hidden":
            return IDS | {"NUL": NUL, "too long": TEXTS["too long"]}
        case "file":
            return FILES
        case _:
            return TEXTS


def variants(form: Form) -> Iterator[tuple[str, bytes, str]]:
    """Everything wrong that is sent with one form: what it is, the bytes, and their type."""
    plain = "application/x-www-form-urlencoded"
    good = form.filled()
    yield "nothing", b"", plain
    yield "only empty fields", forms.body(dict.fromkeys(good, "")), MULTIPART_CONTENT
    yield "latin-1", urlencode(dict.fromkeys(good, "bl\xe5"), encoding="latin-1").encode(), plain
    yield "not UTF-8", "&".join(f"{quote(n)}=%ff%fe%ed%a0%80" for n in good).encode(), plain
    yield "raw bytes", b"&".join(n.encode() + b"=\xff\x00\xed" for n in good), plain
    yield "cut short", forms.body(good)[: len(forms.body(good)) // 2], MULTIPART_CONTENT
    yield "no boundary", forms.body(good), "multipart/form-data"
    yield "unknown type", b"\x00\x01", "application/x-unknown"
    yield "wrong charset", forms.body(good), f"{MULTIPART_CONTENT}; charset=klingon"
    yield "JSON", b'{"a": [', "application/json"
    yield "many fields", b"&".join(b"x%d=1" % n for n in range(6000)), plain
    everything: dict[str, dict[str, Value]] = {}
    for one in form.fields:
        for what, value in poisons(one).items():
            everything.setdefault(what, dict(good))[one.name] = value
    for what, sent in everything.items():
        yield f"{what} everywhere", forms.body(sent), MULTIPART_CONTENT
    for one in form.different:
        for what, value in poisons(one).items():
            yield f"{one.name}: {what}", forms.body({**good, one.name: value}), MULTIPART_CONTENT
    if form.has_file:
        for what, name in (("path", "../../x.txt"), ("NUL", "a\x00b.txt"), ("long", LONG_NAME)):
            content = forms.body(good).replace(
                b'filename="svar.txt"', f'filename="{name}"'.encode()
            )
            yield f"file name: {what}", content, MULTIPART_CONTENT
