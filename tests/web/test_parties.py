"""Logging in, second factor, roles, invitations and the demo login, through the pages."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from anskaff.concepts.actor import Actor, Role
from anskaff.parties import queries
from anskaff.project import clock
from anskaff.records.models import LogEntry, OutgoingMail
from tests import given
from tests.web.browser import Site
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db
EMAIL = "anne.nordvik@example.org"


@pytest.fixture(autouse=True)
def no_earlier_attempts() -> None:
    cache.clear()


@pytest.fixture
def admin() -> Actor:
    return given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik", language="nn")


def log_in(client: Client, password: str = given.PASSWORD, email: str = EMAIL, language="nb"):
    return client.post(f"/{language}/logg-inn/", {"login": email, "password": password})


def code_for(secret: str) -> str:
    counter = int(clock.machine_now().timestamp()) // 30
    return format_hotp_value(hotp_value(secret, counter))


class TestLogin:
    """E-mail and password, throttled, in the reader's language."""

    def test_login_leads_to_the_home_of_the_role_and_remembers_the_language(self, admin) -> None:
        client = Client()
        answer = log_in(client)
        assert answer["Location"] == reverse("buyer-home")
        assert answer.cookies["django_language"].value == "nn"

    def test_someone_with_several_roles_chooses_first(self, admin) -> None:
        given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Anne Nordvik")
        assert log_in(Client())["Location"] == reverse("choose-role")

    @pytest.mark.parametrize("email", [EMAIL, "ukjent@example.org"])
    def test_a_wrong_password_and_an_unknown_address_say_the_same(self, admin, email) -> None:
        answer = log_in(Client(), "feil", email)
        assert answer.status_code == 422
        assert "E-postadressen eller passordet er feil" in answer.content.decode()

    def test_guessing_is_stopped_even_with_the_right_password(self, admin) -> None:
        client = Client()
        for _ in range(5):
            log_in(client, "feil")
        answer = log_in(client, language="nn")
        assert answer.status_code == 422
        assert "For mange forsøk. Vent fem minutt" in answer.content.decode()

    def test_too_many_requests_get_a_page_in_their_language(self, settings, admin) -> None:
        settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
        client = Client()
        log_in(client, "feil", language="en")
        answer = log_in(client, "feil", language="en")
        assert answer.status_code == 429
        assert "Too many attempts" in answer.content.decode()

    def test_logging_out_takes_a_post(self, admin) -> None:
        client = logged_in(admin)
        assert client.get("/nb/logg-ut/").status_code == 200
        assert client.get("/nb/innboks/").status_code == 200
        client.post("/nb/logg-ut/")
        assert client.get("/nb/innboks/").status_code == 403

    def test_login_does_not_lead_to_other_sites(self, admin) -> None:
        answer = Client().post(
            "/nb/logg-inn/?next=https://example.org/",
            {"login": EMAIL, "password": given.PASSWORD, "next": "https://example.org/"},
        )
        assert answer["Location"].startswith("/")

    @pytest.mark.parametrize("name", ["account_email", "account_confirm_email"])
    def test_pages_of_the_library_that_we_do_not_use_are_not_there(self, name: str) -> None:
        with pytest.raises(NoReverseMatch):
            reverse(name)

    def test_nobody_signs_up_by_themselves(self) -> None:
        answer = Client().post("/nb/logg-inn/ny/", {"email": "x@example.org"})
        assert "ved invitasjon" in answer.content.decode()


class TestPassword:
    """Changed with the old one, or through a letter."""

    def test_changing_it_takes_the_old_one(self, admin) -> None:
        client = logged_in(admin)
        new = {"password1": "ny lang setning her", "password2": "ny lang setning her"}
        wrong = client.post("/nb/passord/", {"oldpassword": "feil", **new})
        assert wrong.status_code == 422
        client.post("/nb/passord/", {"oldpassword": given.PASSWORD, **new})
        assert log_in(Client(), "ny lang setning her").status_code == 302

    @pytest.mark.parametrize("weak", ["kort", "passordpassord1"[:11], "anne.nordvik@example.org"])
    def test_a_weak_one_is_refused(self, admin, weak: str) -> None:
        answer = logged_in(admin).post(
            "/nb/passord/",
            {"oldpassword": given.PASSWORD, "password1": weak, "password2": weak},
        )
        assert answer.status_code == 422

    def test_a_forgotten_one_is_replaced_by_letter_in_the_readers_language(self, admin) -> None:
        client = Client()
        client.post("/nb/passord/glemt/", {"email": EMAIL})
        letter = OutgoingMail.objects.get()
        assert "Følg lenkja" in letter.text
        [path] = re.findall(r"(/\w\w/passord/nytt/\S+)", letter.text)
        form = client.get(path, follow=True)
        address = form.redirect_chain[-1][0]
        new = {"password1": "ny lang setning her", "password2": "ny lang setning her"}
        client.post(address, new)
        assert log_in(Client(), "ny lang setning her").status_code == 302

    def test_an_unknown_address_gets_the_same_page_and_no_letter(self) -> None:
        answer = Client().post("/nb/passord/glemt/", {"email": "ukjent@example.org"})
        assert answer.status_code == 302
        assert not OutgoingMail.objects.exists()


class TestSecondFactor:
    """A code from an app, with reserve codes."""

    def turn_on(self, client: Client) -> str:
        client.post("/nb/logg-inn/igjen/", {"password": given.PASSWORD})
        page = client.get("/nb/to-trinn/app/").content.decode()
        [secret] = re.findall(r'<code class="hash">(\w+)</code>', page)
        assert 'src="data:image/svg+xml;base64,' in page
        answer = client.post("/nb/to-trinn/app/", {"code": code_for(secret)})
        assert answer.status_code == 302
        return secret

    def test_login_asks_for_a_code_after_the_password(self, admin) -> None:
        first = Client()
        log_in(first)
        secret = self.turn_on(first)
        cache.clear()
        client = Client()
        assert log_in(client)["Location"] == reverse("mfa_authenticate")
        wrong = client.post("/nb/logg-inn/kode/", {"code": "000000"})
        assert wrong.status_code == 422
        assert "Koden er feil" in wrong.content.decode()
        assert client.get("/nb/innboks/").status_code == 403
        cache.clear()
        client.post("/nb/logg-inn/kode/", {"code": code_for(secret)})
        assert client.get("/nb/innboks/").status_code == 200

    def test_a_reserve_code_works_once(self, admin) -> None:
        first = Client()
        log_in(first)
        self.turn_on(first)
        page = first.get("/nb/to-trinn/koder/").content.decode()
        code = re.findall(r"<li>(\d{8})</li>", page)[0]
        for expected in (200, 403):
            cache.clear()
            client = Client()
            log_in(client)
            client.post("/nb/logg-inn/kode/", {"code": code})
            assert client.get("/nb/innboks/").status_code == expected

    def test_the_secret_is_encrypted_in_the_database(self, admin) -> None:
        client = Client()
        log_in(client)
        secret = self.turn_on(client)
        assert secret not in str(list(Authenticator.objects.values_list("data")))

    def test_roles_that_need_it_set_it_up_before_anything_else(self, settings, admin) -> None:
        settings.ANSKAFF_SECOND_FACTOR_ROLES = ["administrator"]
        client = Client()
        log_in(client)
        assert client.get("/nb/innboks/")["Location"] == reverse("mfa_activate_totp")
        self.turn_on(client)
        assert client.get("/nb/innboks/").status_code == 200
        leader = given.a_person(admin.organisation, Role.LEADER, "Liv Nordvik")
        assert logged_in(leader).get("/nb/innboks/").status_code == 200


class TestRoles:
    """One click, and logged."""

    def test_one_click_switches_and_is_logged(self, admin) -> None:
        other = given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Anne Nordvik")
        [role] = [role for role in queries.my_roles(other) if role.is_chosen]
        client = logged_in(admin)
        answer = client.post("/nb/velg-rolle/", {"membership": role.membership})
        assert answer["Location"] == reverse("supplier-home")
        assert "Tilbudsansvarlig" in client.get("/nb/innboks/").content.decode()
        assert LogEntry.objects.order_by("-index")[0].deed == "parties.role_chosen"

    @pytest.mark.parametrize("membership", ["", "x", "-1", "999999", "9" * 40, "１"])
    def test_nonsense_is_refused(self, admin, membership: str) -> None:
        answer = logged_in(admin).post("/nb/velg-rolle/", {"membership": membership})
        assert answer.status_code == 404

    def test_my_page_changes_name_and_language(self, admin) -> None:
        answer = logged_in(admin).post("/nb/min-side/", {"name": "Anne Ny", "language": "en"})
        assert answer["Location"] == "/en/min-side/"
        assert queries.myself(admin).name == "Anne Ny"

    @pytest.mark.parametrize("name", ["", "x" * 121, "\x00"])
    def test_a_wrong_name_is_named(self, admin, name: str) -> None:
        answer = logged_in(admin).post("/nb/min-side/", {"name": name, "language": "nb"})
        assert answer.status_code == 422
        assert 'href="#id_name"' in answer.content.decode()


class TestInvitations:
    """From the administrator's form to the new member's first page."""

    def test_someone_new_is_invited_joins_and_is_logged_in(self, admin) -> None:
        office = logged_in(admin)
        office.post(
            "/nb/admin/org/", {"email": "ny@example.org", "role": "leader", "language": "en"}
        )
        [path] = re.findall(r"(/en/invitasjon/\S+)", OutgoingMail.objects.get().text)
        client = Client()
        assert "Invitation to Nordvik kommune" in client.get(path).content.decode()
        weak = client.post(path, {"name": "Ny Leder", "password": "kort"})
        assert weak.status_code == 422
        joined = client.post(path, {"name": "Ny Leder", "password": given.PASSWORD})
        assert joined.status_code == 302
        assert "Ny Leder · Nordvik kommune · Leader" in client.get("/en/innboks/").content.decode()
        assert client.get(path).status_code == 404

    def test_a_known_person_logs_in_and_joins_with_one_click(self, admin) -> None:
        known = given.a_person(given.a_supplier(), Role.SIGNATORY, "Ola Fjellvatn")
        token = given.an_invitation(admin, "ola.fjellvatn@example.org", Role.LEADER, at=clock.now())
        path = f"/nb/invitasjon/{token}/"
        assert "Logg inn for å bli med" in Client().get(path).content.decode()
        client = logged_in(known)
        client.post(path)
        assert "Leder" in client.get("/nb/innboks/").content.decode()

    def test_an_invitation_is_withdrawn_and_a_role_ended_after_a_confirmation(self, admin) -> None:
        client = logged_in(admin)
        client.post(
            "/nb/admin/org/", {"email": "ny@example.org", "role": "leader", "language": "nb"}
        )
        [waiting] = queries.open_invitations(admin, clock.now())
        client.post(f"/nb/admin/org/invitasjoner/{waiting.id}/trekk/")
        assert queries.open_invitations(admin, clock.now()) == ()
        given.a_person(admin.organisation, Role.LEADER, "Liv Nordvik")
        liv = next(m for m in queries.members(admin) if m.name == "Liv Nordvik")
        path = f"/nb/admin/org/roller/{liv.membership}/avslutt/"
        assert "kan ikke lenger handle" in client.get(path).content.decode()
        client.post(path)
        assert [m.name for m in queries.members(admin)] == ["Anne Nordvik"]

    @pytest.mark.parametrize("data", [
        {}, {"email": "x", "role": "leader", "language": "nb"},
        {"email": "a@example.org", "role": "king", "language": "nb"},
    ])  # fmt: skip
    def test_a_wrong_form_is_422_and_invites_nobody(self, admin, data: dict[str, str]) -> None:
        assert logged_in(admin).post("/nb/admin/org/", data).status_code == 422
        assert not OutgoingMail.objects.exists()


class TestDemo:
    """One click, in demo mode only."""

    def test_one_click_is_a_login(self, admin) -> None:
        client = Client()
        page = client.get("/nb/demo/").content.decode()
        assert "Logg inn som Anne Nordvik, Administrator" in page
        [role] = queries.my_roles(admin)
        client.post("/nb/demo/", {"membership": role.membership})
        assert "Anne Nordvik" in client.get("/nb/innboks/").content.decode()

    def test_outside_demo_mode_it_does_not_exist(self, settings, admin) -> None:
        settings.ANSKAFF_DEMO = False
        [role] = queries.my_roles(admin)
        assert Client().get("/nb/demo/").status_code == 404
        assert Client().post("/nb/demo/", {"membership": role.membership}).status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_second_factor_is_set_up_in_the_browser(site: Site) -> None:
    given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")
    page = site.page(width=360)
    page.goto(site.url("/nb/logg-inn/"))
    page.fill("[name=login]", EMAIL)
    page.fill("[name=password]", given.PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/nb/innkjop/")
    page.goto(site.url("/nb/to-trinn/app/"))
    page.fill("[name=password]", given.PASSWORD)
    page.click("main button[type=submit]")
    assert page.locator(".qr").evaluate("image => image.naturalWidth") > 0
    assert site.violations(page) == []
    secret = page.locator("code.hash").inner_text()
    page.fill("[name=code]", code_for(secret))
    page.click("main button[type=submit]")
    assert page.get_by_role("heading", name="Reservekoder").is_visible()
    assert site.violations(page) == []
