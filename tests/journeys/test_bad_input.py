"""Whatever is sent to the site, it answers with a page, and nothing is half done.

Every form that a role can reach in the demo is sent empty, filled with nonsense, cut short and by
everyone else; every address is asked with nonsense in it. Each attempt is undone before the next.
"""

import itertools
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import resolve
from pytest_django import DjangoDbBlocker

from tests.journeys import crawl, forms
from tests.journeys.nonsense import PATHS, QUERIES, variants
from tests.journeys.whole_site import (
    EXPECTED,
    GONE,
    KEPT,
    Site,
    ask,
    attempt,
    chosen,
    report,
    sampled,
    tables,
    undone,
    whole_site,
)

pytestmark = pytest.mark.django_db
# The document check is open to all and keeps nothing, so that its form has no key.
KEEPS_NOTHING = "document-check("
MOST_OTHERS = 20

ASKERS = {
    "/nb/leverandor/": "tender manager",
    "/nb/admin/": "administrator",
    "/nb/konkurranser/": "tender manager",
    "/nb/sok": "public",
    "/api/": "public",
}


@pytest.fixture(scope="module")
def site(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    """The demo, told once and forgotten at the end."""
    del django_db_setup
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(override_settings(ANSKAFF_DEMO=True))
        stack.enter_context(transaction.atomic())
        stack.callback(transaction.set_rollback, True)
        yield whole_site(tmp_path_factory.mktemp("notices"))


def test_no_form_breaks_or_leaves_anything_half_done(site: Site) -> None:
    assert len(site.forms) >= 60
    themes = {name for _, name in site.forms if name.startswith("announcement-theme(")}
    assert len(themes) >= 7, "a form of each theme of a notice is reached"
    for (role, name), form in site.forms.items():
        client = site.clients[role]
        for what, content, kind in sampled(name, list(variants(form))):
            attempt(
                site,
                f"{role} {name} {form.address}, {what}",
                client,
                partial(forms.send, client, form.address, content, kind),
                in_json=kind == "application/json",
                keeps=KEPT.get(name.partition("(")[0], frozenset()),
            )
    report(site, 200)


def test_no_form_takes_the_number_of_something_elsewhere(site: Site) -> None:
    """Hidden fields and choices hold what they hold on other pages, cases and lots."""
    for (role, name), form in site.forms.items():
        client, good = site.clients[role], form.filled()
        keeps = KEPT.get(name.partition("(")[0], frozenset())
        for one in form.different:
            others = site.values.get(forms.alike(one.name), set()) - {one.value, *one.choices}
            for number, value in enumerate(sorted(others)[:MOST_OTHERS]):
                what = f"{role} {name} {form.address}, {one.name} is {value} of another page"
                if chosen(f"{role} {name} {one.name} {number}"):
                    content = forms.body({**good, one.name: value})
                    send = partial(forms.send, client, form.address, content)
                    attempt(site, what, client, send, keeps=keeps)
    report(site, 10)


def test_a_form_of_one_state_is_refused_whole_in_another(site: Site) -> None:
    """A form that was open while the competition went on, or is sent for another one."""
    for (role, name), form in site.forms.items():
        own = next((ref for ref in site.states if f"/{ref}/" in form.address), None)
        if own is None:
            continue
        client, content = site.clients[role], forms.body(form.filled())
        keeps = KEPT.get(name.partition("(")[0], frozenset())
        for ref, state in site.states.items():
            what = f"{role} {name} {form.address}, sent to {ref}, which is {state}"
            if state != site.states[own] and chosen(what):
                address = form.address.replace(f"/{own}/", f"/{ref}/")
                send = partial(forms.send, client, address, content)
                attempt(site, what, client, send, keeps=keeps)
    report(site, 30)


def test_a_form_without_its_key_is_refused_in_the_language_of_the_page(site: Site) -> None:
    for (role, name), form in site.forms.items():
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        client.cookies = site.clients[role].cookies
        address = form.address.replace("/nb/", "/nn/", 1)
        with undone(client):
            answer = forms.send(client, address, forms.body(form.filled()))
            assert tables() == site.baseline, f"{role} {name}"
        expected = {200, 422} if name.startswith(KEEPS_NOTHING) else {403}
        assert answer.status_code in expected, f"{role} {name}"
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


def asker(path: str) -> str:
    """Who has most to see at an address."""
    for start, role in ASKERS.items():
        if path.startswith(start):
            return role
    return "officer"
