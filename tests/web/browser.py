"""A real browser on a real server, for every test marked `browser`.

    @pytest.mark.browser
    @pytest.mark.django_db(transaction=True)
    def test_x(site: Site) -> None:
        page = site.page(person=actor, width=360)
        page.goto(site.url("/nb/innboks/"))
        assert site.violations(page) == []

Fixtures are made known in `tests/web/conftest.py`.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from anskaff.concepts.actor import Actor

PROJECT_ROOT = Path(__file__).resolve().parents[2]
AXE = PROJECT_ROOT / "node_modules/axe-core/axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass
class Site:
    """The running site and the browser that visits it."""

    address: str
    browser: Browser
    opened: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The whole address of a path such as `/nb/`."""
        return f"{self.address}{path}"

    def page(self, *, person: Actor | None = None, width: int = 1280, **options: Any) -> Page:
        """A fresh browser window, logged in as `person` when one is given.

        What the browser complains about (blocked by the CSP, failed script) is kept in
        `complaints`.
        """
        height = 800 if width > 600 else 740
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, locale="nb-NO", **options
        )
        context.set_default_timeout(10_000)
        self.opened.append(context)
        if person is not None:
            self.log_in(context, person)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def log_in(self, context: BrowserContext, person: Actor) -> None:
        """Give the browser a session of this person, in this role, as login would."""
        user = get_user_model().objects.get(pk=person.person)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = BACKEND
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        memberships = user.memberships.filter(
            organisation=person.organisation, role=person.role, until=None
        )
        session["membership"] = memberships.get().pk
        session.create()
        context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": str(session.session_key),
                    "url": self.address,
                }
            ]
        )

    def violations(self, page: Page) -> list[str]:
        """What axe finds wrong on the page as it is now; empty is right."""
        page.evaluate(AXE.read_text())
        found = page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
        )
        return [
            f"{one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def scrolls_sideways(self, page: Page) -> bool:
        """Whether the page itself is wider than the window (tables scroll inside their box)."""
        return bool(
            page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            )
        )

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, driven by playwright."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("browser: no Chromium")
    if not AXE.exists():
        pytest.skip("browser: no axe-core in node_modules")
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(chromium: Browser, transactional_db: None) -> Iterator[Site]:
    """The whole site on a free port, with the test's database; complaints fail the test."""
    del transactional_db
    from django.db import connections

    shared = {
        connection.alias: connection
        for connection in connections.all()
        if connection.vendor == "sqlite" and connection.is_in_memory_db()
    }
    server = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override=shared)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    site = Site(address=f"http://127.0.0.1:{server.port}", browser=chromium)
    yield site
    for context in site.opened:
        context.close()
    server.terminate()
    assert site.complaints == []
