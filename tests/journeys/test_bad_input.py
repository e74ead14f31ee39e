"""Whatever is sent to the site, it answers with a page, and nothing is half done.

Every form that a role can reach in the demo is sent empty, filled with nonsense, cut short and by
everyone else; every address is asked with nonsense in it. Each attempt is undone before the next.
"""

import hashlib
import itertools
import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.client import MULTIPART_CONTENT
from django.urls import Resolver404, resolve
from pytest_django import DjangoDbBlocker

from anskaff.competition.models import Competition
from anskaff.demo import story
from anskaff.parties.models import Person
from anskaff.records.models import LogEntry
from tests.journeys import crawl, forms
from tests.journeys.forms import Field, Form, Value

pytestmark = pytest.mark.django_db

PEOPLE = {
    "officer": "kari@nordvik.example",
    "opener": "ola@nordvik.example",
    "evaluator": "jonas@nordvik.example",
    "administrator": "liv@nordvik.example",
    "tender manager": "tuva@lyngheia.example",
    "signatory": "stein@fjellvatn.example",
}
ONLY_INSIDE = {"opener", "evaluator", "administrator", "signatory"}
EXPECTED = {200, 204, 302, 303, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429}
GONE = {302, 303}
EVERY = int(os.environ.get("ANSKAFF_BAD_INPUT_EVERY", "8"))
HEAVY = (".pdf", ".zip", ".xlsx", ".csv", ".ics", ".docx")
# Attempts that leave a note on purpose: a refused opening, and an upload that was thrown away.
NOTES = {"competition.opening_refused", "competition.upload_begun"}
# A draft keeps what is right and tells what is wrong, so that one bad field loses no other.
KEEP_THE_REST = ("/krav/", "/pris/", "/pris/regneark/")
KEPT = {"competition_tender", "log"}
UNTOLD = {"django_session", "records_logentry", "records_loghead", "records_lognode"}

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
ASKERS = {
    "/nb/leverandor/": "tender manager",
    "/nb/admin/": "administrator",
    "/nb/konkurranser/": "tender manager",
    "/nb/sok": "public",
    "/api/": "public",
}

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


@dataclass(slots=True)
class Site:
    """The demo, everyone's client, and the forms and addresses that each may reach."""

    clients: dict[str, Client]
    forms: dict[tuple[str, str], Form] = field(default_factory=dict)
    reached: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    baseline: tuple[str, ...] = ()
    attempts: int = 0


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Whatever happens in the database and to the client's cookies is undone."""
    cache.clear()
    cookies = client.cookies.output()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    if client.cookies.output() != cookies:
        client.cookies.clear()
        client.cookies.load(cookies.replace("Set-Cookie: ", ""))


def tables() -> tuple[str, ...]:
    """A digest of every table that a refused attempt must leave alone."""
    found = []
    for model in apps.get_models():
        if model._meta.db_table not in UNTOLD:
            rows = repr(list(model._default_manager.order_by("pk").values_list()))
            found.append(f"{model._meta.db_table} {hashlib.sha256(rows.encode()).hexdigest()}")
    entries = LogEntry.objects.exclude(deed__in=NOTES).count()
    return (*found, f"log {entries}")


class Writes:
    """Counts what is written, so that tables are only compared when something was."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., object], sql: str, *rest: object) -> object:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and "django_session" not in sql:
            self.count += 1
        return execute(sql, *rest)


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """The demo, told once and forgotten at the end."""
    del django_db_setup
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(override_settings(ANSKAFF_DEMO=True))
        stack.enter_context(transaction.atomic())
        stack.callback(transaction.set_rollback, True)
        story.tell()
        clients = {"public": Client(raise_request_exception=False)}
        for role, email in PEOPLE.items():
            clients[role] = Client(raise_request_exception=False)
            clients[role].force_login(Person.objects.get(email=email))
        found = Site(clients=clients)
        look_around(found)
        found.baseline = tables()
        yield found


def look_around(site: Site) -> None:
    """Find every form that each role can reach: one of each kind for each state of a case."""
    states = {
        f"{row.case.year}-{row.case.number}": row.state
        for row in Competition.objects.select_related("case")
    }
    for role, client in site.clients.items():
        known: set[tuple[str, ...]] = set()

        def skip(address: str, known: set[tuple[str, ...]] = known, role: str = role) -> bool:
            path = urlsplit(address).path
            shown_to_others = role in ONLY_INSIDE and path.startswith("/nb/konkurranser/")
            if not path.startswith("/nb/") or path.endswith(HEAVY) or shown_to_others:
                return True
            try:
                match = resolve(path)
            except Resolver404:
                return True
            values = [states.get(str(one), "") for one in match.kwargs.values()]
            key = (match.view_name, *values, str("?" in address))
            seen = key in known
            known.add(key)
            return seen

        for address, seen in crawl.everything(client, {"ref": ()}, skip=skip).items():
            if seen.status != 200:
                continue
            site.reached.setdefault(role, set()).add(urlsplit(address).path)
            if not seen.body.lstrip().startswith(b"<"):
                continue
            for form in forms.read(address, seen.body.decode()):
                view = resolve(urlsplit(form.address).path).view_name
                name = f"{view}({', '.join(form.shape)})"
                if not any(one[1] == name for one in site.forms):
                    site.forms[role, name] = form


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


def attempt(
    site: Site,
    what: str,
    client: Client,
    send: Callable[[], Any],
    *,
    in_json: bool = False,
) -> int:
    """Send something and undo it; what is wrong with the answer is remembered."""
    site.attempts += 1
    writes = Writes()
    with undone(client):
        with connection.execute_wrapper(writes):
            answer = send()
            if answer.streaming:
                answer.getvalue()
        status: int = answer.status_code
        error = getattr(answer, "exc_info", None)
        if status not in EXPECTED:
            where = traceback.format_exception(*error)[-4:] if error else []
            site.faults.append(f"{what}: {status} {' '.join(where)}")
        elif status >= 400:
            site.faults += [
                f"{what}: {status} {wrong}" for wrong in unkind(answer, in_json=in_json)
            ]
        if status < 500 and status not in GONE and status >= 400 and writes.count:
            changed = {one.split()[0] for one in set(tables()) - set(site.baseline)}
            if "/leverandor/tilbud/" in what and any(f"{end}, " in what for end in KEEP_THE_REST):
                changed -= KEPT
            if changed:
                site.faults.append(f"{what}: {status}, but changed {sorted(changed)}")
    return status


def unkind(answer: HttpResponse, *, in_json: bool) -> Iterator[str]:
    """What is wrong with a page that says that something is wrong."""
    page = answer.content.decode()
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith(("application/json", "application/problem+json")) and in_json:
        return
    if not kind.startswith("text/html"):
        yield f"is {answer.headers.get('Content-Type')}: {page[:60]}"
    elif "<html" in page and not any(f'lang="{code}"' in page for code in ("nb", "nn", "en")):
        yield "is in no language"
    elif not any(
        mark in page
        for mark in (
            "ds-error-summary",
            "ds-validation-message",
            "ds-alert",
            'role="alert"',
            "Referansenummer",
        )
    ):
        yield "says nothing"
    if "Traceback" in page:
        yield "shows a traceback"


def chosen(what: str) -> bool:
    """Whether an attempt is among the sampled ones; always the same are."""
    return int(hashlib.sha256(what.encode()).hexdigest(), 16) % EVERY == 0


def sampled(name: str, things: list[tuple[str, bytes, str]]) -> list[tuple[str, bytes, str]]:
    """A part of the attempts, another part for each form and always the same; or all of them."""
    return [one for one in things if chosen(f"{name} {one[0]}")]


def test_no_form_breaks_or_leaves_anything_half_done(site: Site) -> None:
    assert len(site.forms) >= 45
    for (role, name), form in site.forms.items():
        client = site.clients[role]
        for what, content, kind in sampled(name, list(variants(form))):
            attempt(
                site,
                f"{role} {name} {form.address}, {what}",
                client,
                partial(forms.send, client, form.address, content, kind),
                in_json=kind == "application/json",
            )
    report(site, 200)


def test_a_form_without_its_key_is_refused_in_the_language_of_the_page(site: Site) -> None:
    for (role, name), form in site.forms.items():
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        client.cookies = site.clients[role].cookies
        address = form.address.replace("/nb/", "/nn/", 1)
        with undone(client):
            answer = forms.send(client, address, forms.body(form.filled()))
            assert tables() == site.baseline, f"{role} {name}"
        assert answer.status_code == 403, f"{role} {name}"
        assert b'lang="nn"' in answer.content, f"{role} {name}"


def test_nobody_else_may_send_a_form(site: Site) -> None:
    buyers = {"officer", "opener", "evaluator", "administrator"}
    sent = 0
    for (owner, name), form in site.forms.items():
        if not form.address.startswith(("/nb/innkjop/", "/nb/leverandor/", "/nb/admin/")):
            continue
        others = set(site.clients) - buyers if owner in buyers else buyers | {"public"}
        if form.address.startswith("/nb/admin/"):
            others = set(site.clients) - {"administrator"}
        for role in sorted(others):
            sent += 1
            client = site.clients[role]
            what = f"{role} sends the {name} of {owner} at {form.address}"
            send = partial(forms.send, client, form.address, forms.body(form.filled()))
            answered = attempt(site, what, client, send)
            if answered not in ({302, 404} if role == "public" else {403, 404}):
                site.faults.append(f"{what}: {answered}")
    assert sent > 100
    report(site, sent)


def test_a_form_that_is_sent_twice_counts_once(site: Site) -> None:
    """What worked once is answered the same, refused or harmless when it comes again."""
    worked = 0
    for (role, name), form in site.forms.items():
        client = site.clients[role]
        content = forms.body(form.filled())
        with undone(client):
            first = forms.send(client, form.address, content)
            if first.status_code not in GONE:
                continue
            worked += 1
            before = tables()
            second = forms.send(client, form.address, content)
            what = f"{role} sends {name} at {form.address} twice: {second.status_code}"
            assert second.status_code in EXPECTED, what
            if any(one.name == "once" for one in form.fields):
                assert second.headers.get("Location") == first.headers["Location"], what
                assert tables() == before, what
            elif second.status_code >= 400:
                assert tables() == before, what
    assert worked > 15


def test_no_address_breaks_when_asked_with_nonsense(site: Site) -> None:
    seen: set[str] = set()
    for role, path in itertools.chain(
        ((role, path) for role, paths in site.reached.items() for path in sorted(paths)),
        (("public", f"/api/v1/{name}") for name in ("competitions", "changes")),
    ):
        view = resolve(path).view_name
        if view in seen:
            continue
        seen.add(view)
        for asked in QUERIES:
            ask(site, role, f"{path}?{asked}")
    assert len(seen) > 60
    for value in PATHS:
        known = dict.fromkeys(("ref", "slug", "reference", "case", "key", "token", "lot"), (value,))
        for address in crawl.patterns(known | {"index": ("9" * 30,), "file": ("9" * 19,)}):
            if address.startswith("/api/") or value in address or "9" * 19 in address:
                path = address if address.startswith("/api/") else f"/nb{address[3:]}"
                ask(site, asker(path), path)
    report(site, 200)


def ask(site: Site, role: str, address: str) -> None:
    """Ask for an address, when it is among those that are sampled."""
    if not chosen(address):
        return
    api = address.startswith("/api/")
    headers = {} if api else {"accept": "text/html"}
    send = partial(site.clients[role].get, address, headers=headers)
    what = f"{role} GET {address[:90]}"
    attempt(site, what, site.clients[role], send, in_json=api or "/filer/" in address)


def asker(path: str) -> str:
    """Who has most to see at an address."""
    for start, role in ASKERS.items():
        if path.startswith(start):
            return role
    return "officer"


def report(site: Site, least: int) -> None:
    """Fail with all faults at once."""
    faults, site.faults = site.faults, []
    attempts, site.attempts = site.attempts, 0
    assert not faults, f"{len(faults)} of {attempts}\n" + "\n".join(faults)
    assert attempts >= least
