"""The frame around every page: menu, language, errors, headers, session, browser behaviour."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils.translation import override

from anskaff.concepts.actor import Actor, Role
from anskaff.project import clock
from anskaff.records.models import LogEntry
from tests import given
from tests.web.browser import Site
from tests.web.logged_in import BACKEND, logged_in, person_of

pytestmark = pytest.mark.django_db
PAGES = ["account_login", "account_reset_password", "account_signup", "log", "demo"]
OWN_PAGES = ["my-page", "choose-role", "inbox", "notifications", "organisation", "letters",
             "organisation-history", "mfa_index", "account_change_password"]  # fmt: skip


@pytest.fixture
def admin() -> Actor:
    return given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")


def test_the_language_switch_keeps_page_and_query(admin: Actor) -> None:
    page = logged_in(admin).get("/nb/admin/org/logg/?tekst=la&side=2").content.decode()
    assert 'href="/nn/admin/org/logg/?tekst=la&amp;side=2"' in page
    assert 'hreflang="en"' in page
    assert ">English</a>" in page


def test_the_header_says_who_for_whom_and_in_which_role(admin: Actor) -> None:
    """UX G16."""
    page = logged_in(admin).get("/nb/innboks/").content.decode()
    assert "Anne Nordvik · Nordvik kommune · Administrator" in page


def test_another_role_is_one_click_away_on_every_page(admin: Actor) -> None:
    """UX G16."""
    given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Anne Nordvik")
    page = logged_in(admin).get("/nb/innboks/").content.decode()
    assert "Tilbudsansvarlig, Fjellvatn Møbler AS</button>" in page


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", OWN_PAGES)
def test_every_page_is_there_in_every_language(admin: Actor, name: str, language: str) -> None:
    with override(language):
        address = reverse(name)
    client = logged_in(admin)
    client.post("/nb/logg-inn/igjen/", {"password": given.PASSWORD})
    answer = client.get(address)
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize("header", [
    ("Content-Security-Policy", "default-src 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=()"),
])  # fmt: skip
def test_pages_carry_the_security_headers(client: Client, header: tuple[str, str]) -> None:
    assert header[1] in client.get("/nb/logg-inn/")[header[0]]


def test_pages_of_someone_logged_in_are_not_kept_by_caches(admin: Actor) -> None:
    assert "private" in logged_in(admin).get("/nb/innboks/")["Cache-Control"]


class TestErrors:
    """Each in the reader's language, with a reference number."""

    @pytest.mark.parametrize(("language", "words"), [
        ("nb", "Vi finner ikke siden"), ("nn", "Vi finn ikkje sida"), ("en", "We cannot find"),
    ])  # fmt: skip
    def test_404(self, client: Client, language: str, words: str) -> None:
        answer = client.get(f"/{language}/finnes-ikke/")
        assert answer.status_code == 404
        assert words in answer.content.decode()
        assert "<code>" in answer.content.decode()

    def test_403_tells_the_reason_and_the_cure(self) -> None:
        """UX G21."""
        leader = given.a_person(given.a_buyer(), Role.LEADER, "Liv Nordvik")
        answer = logged_in(leader).get("/en/admin/org/")
        assert answer.status_code == 403
        assert "Only an administrator" in answer.content.decode()

    def test_a_form_without_its_key_is_403_in_the_readers_language(self, admin: Actor) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(person_of(admin), backend=BACKEND)
        answer = client.post("/nn/min-side/", {"name": "X"})
        assert answer.status_code == 403
        assert "Skjemaet kunne ikkje sendast" in answer.content.decode()

    def test_405_when_a_form_address_is_opened(self, client: Client) -> None:
        answer = client.get("/en/min-side/fortsett/", headers={"accept": "text/html"})
        assert answer.status_code == 405
        assert answer["Allow"] == "POST"
        assert "only takes forms" in answer.content.decode()

    def test_413_when_the_form_is_too_big(self, admin: Actor) -> None:
        """UX G21."""
        big = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        answer = logged_in(admin).post(
            "/nb/min-side/", data=f"name={big}", content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code == 413
        assert "er for stort" in answer.content.decode()

    def test_500_is_drawn_without_the_database(self, client: Client, monkeypatch) -> None:
        """UX G21."""
        client.raise_request_exception = False
        monkeypatch.setattr("anskaff.parties.queries.people", lambda: 1 / 0)
        answer = client.get("/en/demo/")
        assert answer.status_code == 500
        assert "Something went wrong" in answer.content.decode()


class TestSession:
    """A login that ends loses nothing (G4)."""

    def test_the_page_says_how_long_the_login_lasts(self, admin: Actor) -> None:
        page = logged_in(admin).get("/nb/innboks/").content.decode()
        assert f'data-session-seconds="{settings.SESSION_COOKIE_AGE}"' in page

    def test_going_on_answers_with_the_time_left(self, admin: Actor) -> None:
        answer = logged_in(admin).post("/nb/min-side/fortsett/")
        assert answer.status_code == 204
        assert int(answer["X-Session-Seconds"]) == settings.SESSION_COOKIE_AGE

    def test_going_on_after_the_end_is_refused(self, client: Client) -> None:
        assert client.post("/nb/min-side/fortsett/").status_code == 401

    @pytest.fixture
    def timed_out(self, admin: Actor) -> Client:
        client = Client(HTTP_ACCEPT="text/html")
        client.post(
            "/nb/logg-inn/", {"login": "anne.nordvik@example.org", "password": given.PASSWORD}
        )
        client.cookies.pop(settings.SESSION_COOKIE_NAME)
        return client

    def log_in_again(self, client: Client, address: str, email: str) -> str:
        return client.post(address, {"login": email, "password": given.PASSWORD})["Location"]

    def test_a_posted_form_comes_back_after_login(self, timed_out: Client) -> None:
        sent = timed_out.post("/nb/min-side/", {"name": "Anne Ny", "language": "nn"})
        assert sent.status_code == 302
        back = self.log_in_again(timed_out, sent["Location"], "anne.nordvik@example.org")
        page = timed_out.get(back).content.decode()
        assert "Anne Ny" in page
        assert 'action="/nb/min-side/"' in page

    def test_a_form_of_a_case_comes_back_too(self, timed_out: Client) -> None:
        sent = timed_out.post("/nb/innkjop/2026-1/behov/", {"title": "Nye stoler"})
        assert sent.status_code == 302
        back = self.log_in_again(timed_out, sent["Location"], "anne.nordvik@example.org")
        assert "Nye stoler" in timed_out.get(back).content.decode()

    def test_nobody_else_gets_what_was_written(self, timed_out: Client) -> None:
        given.a_person(given.a_supplier(), Role.SIGNATORY, "Ola Fjellvatn")
        sent = timed_out.post("/nb/min-side/", {"name": "Anne Ny", "language": "nn"})
        back = self.log_in_again(timed_out, sent["Location"], "ola.fjellvatn@example.org")
        assert timed_out.get(back).status_code == 302

    def test_the_kept_form_is_not_readable_in_the_database(self, timed_out: Client) -> None:
        from django.contrib.sessions.models import Session

        timed_out.post("/nb/min-side/", {"name": "Anne Ny", "passphrase": "hemmelig"})
        for session in Session.objects.all():
            assert "Anne Ny" not in str(session.get_decoded())

    def test_passwords_are_never_kept(self, timed_out: Client) -> None:
        sent = timed_out.post("/nb/min-side/", {"name": "Anne Ny", "passphrase": "hemmelig"})
        back = self.log_in_again(timed_out, sent["Location"], "anne.nordvik@example.org")
        assert "hemmelig" not in timed_out.get(back).content.decode()

    def test_a_page_that_needs_a_login_leads_to_it_and_back(self) -> None:
        answer = Client(HTTP_ACCEPT="text/html").get("/nb/innboks/?uleste=1")
        assert answer["Location"] == "/nb/logg-inn/?next=%2Fnb%2Finnboks%2F%3Fuleste%3D1"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
class TestInTheBrowser:
    """axe finds nothing, nothing is blocked, and the keyboard and the phone get everywhere."""

    def test_the_menu_stands_on_one_line_when_something_is_unread(self, site: Site) -> None:
        admin = given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")
        page = site.page(person=admin)
        page.goto(site.url("/nb/innboks/"))
        tops = page.evaluate(
            """() => {
              const found = document.querySelectorAll(".site-menu__body nav:first-child li > a");
              const links = [...found];
              const inbox = links.find((link) => link.textContent.startsWith("Innboks"));
              inbox.insertAdjacentHTML(
                "beforeend", ' <span class="ds-tag" data-size="sm">3 uleste</span>');
              return links.map((link) => {
                const words = document.createRange();
                words.selectNodeContents(link.firstChild);
                return words.getBoundingClientRect().top;
              });
            }"""
        )
        assert len(tops) > 2
        assert max(tops) - min(tops) < 0.1

    @pytest.mark.parametrize("width", [1280, 360])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_no_violations_on_public_pages(self, site: Site, width: int, scheme: str) -> None:
        given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")
        page = site.page(width=width, color_scheme=scheme)
        for name in PAGES:
            page.goto(site.url(reverse(name)))
            assert site.violations(page) == [], name
            assert not site.scrolls_sideways(page), name

    @pytest.mark.parametrize("width", [1280, 360])
    def test_no_violations_on_own_pages(self, site: Site, admin: Actor, width: int) -> None:
        page = site.page(person=admin, width=width)
        for name in OWN_PAGES:
            page.goto(site.url(reverse(name)))
            assert site.violations(page) == [], name
            assert not site.scrolls_sideways(page), name

    @pytest.mark.parametrize("width", [1280, 360])
    def test_no_violations_in_error_state(self, site: Site, admin: Actor, width: int) -> None:
        page = site.page(width=width)
        page.goto(site.url("/nb/logg-inn/"))
        page.fill("[name=login]", "ukjent@example.org")
        page.fill("[name=password]", "feil passord")
        page.click("main button[type=submit]")
        assert "E-postadressen eller passordet er feil" in page.inner_text("main")
        assert site.violations(page) == []
        site.complaints.clear()  # the browser notes the answer 422
        own = site.page(person=admin, width=width)
        own.goto(site.url("/nb/min-side/"))
        own.evaluate("document.querySelector('main form').noValidate = true")
        own.fill("[name=name]", "")
        own.click("main button[type=submit]")
        assert own.locator(".ds-error-summary").is_visible()
        assert site.violations(own) == []
        site.complaints.clear()

    def test_the_skip_link_comes_first_and_the_menu_opens_by_keyboard(
        self, site: Site, admin: Actor
    ) -> None:
        page = site.page(person=admin, width=360)
        page.goto(site.url("/nb/innboks/"))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "ds-skip-link"
        assert not page.get_by_role("link", name="Min side").is_visible()
        page.focus(".site-menu summary")
        page.keyboard.press("Enter")
        assert page.get_by_role("link", name="Min side").is_visible()
        page.keyboard.press("Escape")
        assert not page.get_by_role("link", name="Min side").is_visible()

    def test_everything_works_without_javascript(self, site: Site, admin: Actor) -> None:
        """UX G15."""
        page = site.page(person=admin, java_script_enabled=False)
        page.goto(site.url("/nb/min-side/"))
        page.fill("[name=name]", "Anne Ny")
        page.click("main button[type=submit]")
        assert "Endringene er lagret" in page.inner_text("main")

    def test_the_warning_comes_before_the_login_ends_and_can_be_answered(
        self, site: Site, admin: Actor
    ) -> None:
        page = site.page(person=admin)
        page.clock.install()
        page.goto(site.url("/nb/innboks/"))
        warning = page.locator(".session-warning")
        assert not warning.is_visible()
        page.clock.fast_forward(timedelta(seconds=settings.SESSION_COOKIE_AGE - 200).seconds * 1000)
        assert warning.is_visible()
        assert site.violations(page) == []
        warning.get_by_role("button", name="Fortsett").click()
        warning.wait_for(state="hidden")

    def test_a_deadline_counts_down_by_the_servers_clock_and_says_so_politely(
        self, site: Site
    ) -> None:
        """Also with the browser's clock an hour wrong and in another time zone (G1)."""
        case = given.a_published_competition(deadline=clock.now() + timedelta(days=40, minutes=30))
        page = site.page(timezone_id="Asia/Tokyo")
        page.clock.install(time=datetime(2020, 1, 1, tzinfo=UTC))
        page.goto(site.url(f"/nb/konkurranser/{case.reference.replace('/', '-')}/"))
        left = page.locator("[data-left]").first
        assert "40 d" in left.inner_text()
        status = page.locator("#countdown-status")
        assert status.inner_text() == ""
        page.clock.fast_forward((40 * 24 * 3600 + 1800 - 3630) * 1000)
        page.clock.run_for(60_000)
        assert status.inner_text() == "Det er én time igjen av fristen."
        page.clock.run_for((3600 - 870) * 1000)
        assert status.inner_text() == "Det er 15 minutter igjen av fristen."


def addresses(ref: str) -> dict[str, str]:
    """Every page of ours that takes nothing, or the reference of a case."""
    found = {}
    for name in sorted(each for each in get_resolver().reverse_dict if isinstance(each, str)):
        for args in ((), (ref,)):
            with suppress(NoReverseMatch), override("nb"):
                found[name] = reverse(name, args=args)
                break
    return found


def test_every_page_that_can_be_got_answers_to_head_too() -> None:
    case = given.a_published_competition()
    client = logged_in(case.officer)
    cache.clear()  # how often people were asked for a password by other tests
    answers = {name: client.get(where) for name, where in addresses("2026-1").items()}
    shown = {name: answer for name, answer in answers.items() if answer.status_code == 200}
    assert {"buyer-home", "case", "announcements", "my-page"} <= set(shown)
    told = {}
    for name, answer in shown.items():
        head = client.head(answer.request["PATH_INFO"])
        told[name] = (head.status_code, head.getvalue())
    assert {name: each for name, each in told.items() if each != (200, b"")} == {}


@time_machine.travel(given.PUBLISHED_AT, tick=False)
def test_asking_for_the_head_of_a_form_does_nothing() -> None:
    given.a_published_competition()
    client = logged_in(given.a_supplier_with_manager())
    with override("nb"):
        assert client.post(reverse("tender-start", args=["2026-1"])).status_code == 302
        before = LogEntry.objects.count()
        for name in ("tender", "tender-requirements", "tender-prices", "tender-files"):
            assert client.head(reverse(name, args=["2026-1"])).status_code == 200
        assert client.head(reverse("tender-deliver", args=["2026-1"])).status_code == 200
    assert LogEntry.objects.count() == before
