"""The demo with everyone's client: what each may reach, and what an attempt to break it leaves."""

import hashlib
import html
import os
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from anskaff.competition.models import Competition, NoticeDraft
from anskaff.demo import story
from anskaff.notices.models import Submission
from anskaff.parties.models import Person
from anskaff.records.models import LogEntry
from tests.journeys import crawl, forms
from tests.journeys.forms import Form

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
# Attempts that leave a note on purpose: a refused opening, a refused look into what was opened, and
# an upload that was thrown away.
NOTES = {
    "competition.access_refused",
    "competition.opening_refused",
    "competition.upload_begun",
}
# A draft keeps what is right and tells what is wrong, so that one bad field loses no other.
DRAFT = frozenset({"competition_tender", "log"})
KEPT = {
    "announcement-theme": frozenset({"competition_noticedraft", "log"}),
    "tender-requirements": DRAFT,
    "tender-prices": DRAFT,
    "tender-price-sheet-upload": DRAFT,
    "evaluation": frozenset({"competition_score", "competition_unsavedpage", "log"}),
}
UNTOLD = {"django_session", "records_logentry", "records_loghead", "records_lognode"}


@dataclass(slots=True)
class Site:
    """The demo, everyone's client, and the forms and addresses that each may reach.

    `values` are all that hidden fields, choices and buttons hold anywhere, by name of the field;
    `states` are the competitions of the demo by number.
    """

    clients: dict[str, Client]
    forms: dict[tuple[str, str], Form] = field(default_factory=dict)
    reached: dict[str, set[str]] = field(default_factory=dict)
    values: dict[str, set[str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
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


def whole_site(folder: Path) -> Site:
    """Tell the demo, log everyone in, and find what each may reach."""
    story.tell(folder)
    clients = {"public": Client(raise_request_exception=False)}
    for role, email in PEOPLE.items():
        clients[role] = Client(raise_request_exception=False)
        clients[role].force_login(Person.objects.get(email=email))
    found = Site(clients=clients)
    look_around(found)
    found.baseline = tables()
    return found


def look_around(site: Site) -> None:
    """Find every form that each role can reach: one of each kind for each state of a case."""
    states = site.states = {
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
            values += [str(match.kwargs.get("theme", "")), place_of_notice(match.kwargs)]
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
                for one in form.fields:
                    if one.kind in {"hidden", "choice", "button"}:
                        known_values = site.values.setdefault(forms.alike(one.name), set())
                        known_values.update({one.value, *one.choices})
                if not any(one[1] == name for one in site.forms):
                    site.forms[role, name] = form


def place_of_notice(asked: dict[str, Any]) -> str:
    """How far the notice of an address has come, so that one of each place is looked at."""
    if "draft" in asked:
        row = NoticeDraft.objects.filter(pk=asked["draft"]).first()
        return "" if row is None else f"{row.number} {row.sent_at is None}"
    found = Submission.objects.filter(pk=asked.get("number"))
    return found.values_list("state", flat=True).first() or ""


def attempt(
    site: Site,
    what: str,
    client: Client,
    send: Callable[[], Any],
    *,
    in_json: bool = False,
    keeps: frozenset[str] = frozenset(),
) -> int:
    """Send something and undo it; what is wrong with the answer is remembered.

    `keeps` are the tables that a refused form may change all the same.
    """
    site.attempts += 1
    writes = Writes()
    before = kept_files()
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
            faults = [*unkind(answer, in_json=in_json)]
            if writes.count:
                changed = {one.split()[0] for one in set(tables()) - set(site.baseline)} - keeps
                faults += [f"but changed {name}" for name in sorted(changed)]
            faults += [f"but left the file {name}" for name in sorted(kept_files() - before)]
            site.faults += [f"{what}: {status} {wrong}" for wrong in faults]
    for name in kept_files() - before:
        (settings.ANSKAFF_FILES_DIR / name).unlink()
    return status


def kept_files() -> set[str]:
    """Every file of the store."""
    folder: Path = settings.ANSKAFF_FILES_DIR
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


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
    if answer.status_code == 422 and "ds-error-summary" in page:
        yield from unnamed(page)


def unnamed(page: str) -> Iterator[str]:
    """Faults of an error summary that does not lead to the field it speaks of (UX G6)."""
    summary = page[page.index("ds-error-summary") :]
    named = re.findall(r'href="#([^"]+)"', summary[: summary.find("</ds-error-summary>")])
    if not named:
        yield "names no field"
    for one in named:
        if f'id="{html.unescape(one)}"' not in html.unescape(page):
            yield f"leads to {one}, which is not there"


def chosen(what: str) -> bool:
    """Whether an attempt is among the sampled ones; always the same are."""
    return int(hashlib.sha256(what.encode()).hexdigest(), 16) % EVERY == 0


def sampled(name: str, things: list[tuple[str, bytes, str]]) -> list[tuple[str, bytes, str]]:
    """A part of the attempts, another part for each form and always the same; or all of them."""
    return [one for one in things if chosen(f"{name} {one[0]}")]


def ask(site: Site, role: str, address: str) -> None:
    """Ask for an address, when it is among those that are sampled."""
    if not chosen(address):
        return
    api = address.startswith("/api/")
    headers = {} if api else {"accept": "text/html"}
    send = partial(site.clients[role].get, address, headers=headers)
    what = f"{role} GET {address[:90]}"
    attempt(site, what, site.clients[role], send, in_json=api or "/filer/" in address)


def report(site: Site, least: int) -> None:
    """Fail with all faults at once."""
    faults, site.faults = site.faults, []
    attempts, site.attempts = site.attempts, 0
    assert not faults, f"{len(faults)} of {attempts}\n" + "\n".join(faults)
    assert attempts >= least
