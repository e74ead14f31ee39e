"""Visit every address that a role can reach: every pattern we have, and every link."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

Known = Mapping[str, tuple[str, ...]]
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
VARYING = (
    (re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"'), b"csrf"),
    (re.compile(rb'"x-csrftoken": "[^"]+"'), b"csrf"),
    (re.compile(rb'name="once" value="[^"]+"'), b"once"),
    (re.compile(rb'name="once_token" value="[^"]+"'), b"once"),
    (re.compile(rb"<code>[0-9a-f]{8}</code>"), b"number"),
    (re.compile(rb'"instance": ?"[^"]*"'), b"instance"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one address answered."""

    status: int
    body: bytes
    headers: bytes

    @property
    def steady(self) -> tuple[int, bytes]:
        """Status and body without tokens that differ at every request."""
        body = self.body
        if body.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(body)) as package:
                body = b"\n".join(package.read(name) for name in sorted(package.namelist()))
        for pattern, instead in VARYING:
            body = pattern.sub(instead, body)
        return self.status, body


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (
                (tag == "a" and name == "href") or name in {"hx-get", "src"} or name == "action"
            ):
                self.found.add(value)


def patterns(known: Known) -> Iterator[str]:
    """Every address of the site, with each parameter given its known values."""
    for route in _routes(get_resolver().url_patterns, ""):
        yield from _filled(route, known)


def _routes(entries: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for entry in entries:
        part = str(entry.pattern)
        if part.startswith("^"):
            continue
        if isinstance(entry, URLResolver):
            yield from _routes(entry.url_patterns, prefix + part)
        else:
            yield prefix + part


def _filled(route: str, known: Known) -> Iterator[str]:
    first = PARAMETER.search(route)
    if first is None:
        yield "/" + route.lstrip("/")
        return
    for value in known.get(first[1], ("1",)):
        yield from _filled(route[: first.start()] + value + route[first.end() :], known)


def everything(
    client: Client, known: Known, *, skip: Callable[[str], bool], limit: int = 3000
) -> dict[str, Seen]:
    """All answers to GET, by address; redirects are followed by hand so that each is seen."""
    waiting = sorted(set(patterns(known)))
    answers: dict[str, Seen] = {}
    while waiting and len(answers) < limit:
        address = waiting.pop(0)
        if address in answers or skip(address):
            continue
        response = client.get(address)
        body = (
            b"".join(response.streaming_content)  # type: ignore[arg-type]
            if response.streaming
            else response.content
        )
        headers = b"\n".join(
            f"{name}: {value}".encode() for name, value in sorted(response.headers.items())
        )
        answers[address] = Seen(response.status_code, body, headers)
        if response.status_code in {301, 302, 303, 307}:
            waiting.append(_local(address, response.headers["Location"]))
        elif "html" in response.headers.get("Content-Type", ""):
            reader = _Links()
            reader.feed(body.decode())
            waiting += sorted(place for link in reader.found if (place := _local(address, link)))
    assert len(answers) < limit, "the crawl has no end"
    return answers


def _local(base: str, link: str) -> str:
    parts = urlsplit(urljoin(base, link))
    if parts.scheme or parts.netloc or parts.path.startswith("/static/"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
