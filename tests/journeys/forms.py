"""Read the forms of a page, fill them in as someone in good faith would, and send them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.test.client import MULTIPART_CONTENT, encode_multipart

Value = str | SimpleUploadedFile
BOUNDARY = "BoUnDaRyStRiNg"
WRITTEN = {
    "number": "1",
    "decimal": "1",
    "numeric": "1",
    "date": "2026-12-15",
    "time": "12:00",
    "datetime-local": "2026-12-15T12:00",
    "email": "noen@nordvik.example",
    "password": "blå elg spiser sju epler",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what kind of field it is, what it holds, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    choices: tuple[str, ...] = ()

    @property
    def filled(self) -> Value | None:
        """What someone in good faith sends; None when nothing is sent."""
        if self.kind == "file":
            return SimpleUploadedFile("svar.txt", b"Et svar", "text/plain")
        if self.value or self.kind in {"hidden", "button"}:
            return self.value
        if self.kind == "choice":
            return next((one for one in self.choices if one), None)
        return WRITTEN.get(self.kind, "Noe å skrive")


@dataclass(slots=True)
class Form:
    """A form that is sent with POST."""

    address: str
    fields: list[Field] = field(default_factory=list)

    @property
    def shape(self) -> tuple[str, ...]:
        """The names of the fields, where numbers and long tokens are alike."""
        return tuple(sorted({alike(one.name) for one in self.fields}))

    @property
    def has_file(self) -> bool:
        """Whether a file is sent with it."""
        return any(one.kind == "file" for one in self.fields)

    @property
    def different(self) -> list[Field]:
        """One field of each name, where numbers in names do not count."""
        found = {alike(one.name): one for one in reversed(self.fields)}
        return list(reversed(found.values()))

    def filled(self) -> dict[str, Value]:
        """All fields as someone in good faith would send them."""
        return {one.name: value for one in self.fields if (value := one.filled) is not None}


def alike(name: str) -> str:
    """A name with its numbers and tokens taken out."""
    return re.sub(r"[0-9a-f]{16,}|\d+", "#", name)


def body(sent: Mapping[str, Value]) -> bytes:
    """The form as a browser writes it with a file in it."""
    for value in sent.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    return encode_multipart(BOUNDARY, dict(sent))


def send(
    client: Client, address: str, content: bytes, kind: str = MULTIPART_CONTENT
) -> HttpResponse:
    """Send bytes as a browser would, asking for a page."""
    return client.generic("POST", address, content, kind, headers={"accept": "text/html"})  # type: ignore[return-value]


class _Forms(HTMLParser):
    """Collects forms; a control outside a form is not sent."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.found: list[Form] = []
        self.form: Form | None = None
        self.select: Field | None = None
        self.area: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = None
            if given.get("method", "").lower() == "post":
                target = urlsplit(urljoin(self.page, given.get("action") or self.page))
                address = f"{target.path}?{target.query}" if target.query else target.path
                self.form = Form(address)
                self.found.append(self.form)
        elif self.form is not None:
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "option" and self.select is not None:
            chosen = given.get("value", "")
            value = chosen if "selected" in given else self.select.value
            self.select = replace(self.select, value=value, choices=(*self.select.choices, chosen))
        elif not name or name == "csrfmiddlewaretoken" or "disabled" in given:
            return
        elif tag == "select":
            self.select = Field(name, "choice")
        elif tag == "textarea":
            self.area = Field(name, "text")
        elif tag in {"input", "button"}:
            self._input(name, given, tag)

    def _input(self, name: str, given: dict[str, str], tag: str) -> None:
        assert self.form is not None
        kind = given.get("type", "text" if tag == "input" else "submit")
        value = given.get("value", "")
        if kind in {"radio", "checkbox"}:
            value = value or "on"
            known = next((one for one in self.form.fields if one.name == name), None)
            choices = (*known.choices, value) if known else (value,)
            chosen = value if "checked" in given else (known.value if known else "")
            if known:
                self.form.fields.remove(known)
            self.form.fields.append(Field(name, "choice", chosen, choices))
        elif kind in {"submit", "image"}:
            self.form.fields.append(Field(name, "button", value))
        else:
            self.form.fields.append(Field(name, given.get("inputmode", kind), value))

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area = replace(self.area, value=self.area.value + data)

    def handle_endtag(self, tag: str) -> None:
        if self.form is None:
            return
        if tag == "select" and self.select is not None:
            self.form.fields.append(self.select)
            self.select = None
        elif tag == "textarea" and self.area is not None:
            area = replace(self.area, value=self.area.value.strip())
            self.form.fields.append(area)
            self.area = None
        elif tag == "form":
            self.form = None


def read(page: str, html: str) -> list[Form]:
    """All forms of a page that are sent with POST."""
    reader = _Forms(page)
    reader.feed(html)
    return reader.found
