"""History, inbox, outbox and log, through the pages."""

import io
import re

import pytest
from django.test import Client
from django.utils import translation
from openpyxl import load_workbook

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.words import LANGUAGES
from anskaff.parties import queries as parties
from anskaff.project import clock
from anskaff.records.models import OutgoingMail
from anskaff.records.notices import notify
from anskaff.records.proof import checkpoint, receipt
from anskaff.web.exports import table
from anskaff.web.records.words import message_kinds
from tests import given
from tests.web.browser import Site
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Actor:
    return given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Anne Nordvik")


def tell(person: Actor, count: int = 1) -> None:
    kind = message_kinds()[0]
    names = kind.title.placeholders(kind.title.nb) | kind.text.placeholders(kind.text.nb)
    for _ in range(count):
        notify(
            parties.recipients([person.person]),
            kind,
            subject="2026/1",
            path="/min-side/",
            facts=dict.fromkeys(names, "Kontorstoler"),
            at=clock.now(),
        )


class TestHistory:
    """In words, filtered, exported, for those it concerns."""

    def test_the_organisations_history_tells_in_words_who_did_what(self, admin) -> None:
        client = logged_in(admin)
        client.post(
            "/nb/admin/org/", {"email": "a@example.org", "role": "leader", "language": "nb"}
        )
        page = client.get("/nb/admin/org/logg/").content.decode()
        assert "Inviterte en person til rollen Leder." in page
        assert "(norsk tid)" in page

    def test_it_is_filtered_by_text_and_person(self, admin) -> None:
        client = logged_in(admin)
        client.post(
            "/nb/admin/org/", {"email": "a@example.org", "role": "leader", "language": "nb"}
        )
        assert "1 hendelse" in client.get("/nb/admin/org/logg/?tekst=inviterte").content.decode()
        none = client.get("/nb/admin/org/logg/?tekst=finnes+ikke").content.decode()
        assert "Ingenting passer til søket" in none
        mine = client.get(f"/nb/admin/org/logg/?person={admin.person}").content.decode()
        assert "1 hendelse" in mine

    @pytest.mark.parametrize(
        "query", ["side=0", "side=x", "side=99999", "person=x", "format=pdf", "tekst=%00"]
    )
    def test_nonsense_in_the_address_is_harmless(self, admin, query: str) -> None:
        assert logged_in(admin).get(f"/nb/admin/org/logg/?{query}").status_code == 200

    def test_the_same_rows_come_as_csv_and_xlsx(self, admin) -> None:
        client = logged_in(admin)
        text = client.get("/nb/admin/org/logg/?format=csv").content.decode("utf-8-sig")
        rows = text.strip().splitlines()
        book = load_workbook(io.BytesIO(client.get("/nb/admin/org/logg/?format=xlsx").content))
        assert rows[0] == "Tidspunkt;Hvem;Hva"
        assert book.active.max_row == len(rows) > 1

    def test_no_formula_leaves_in_an_export(self) -> None:
        text = table("csv", "x", ["a"], [["=1+1"]]).content.decode("utf-8-sig")
        assert "'=1+1" in text
        book = load_workbook(io.BytesIO(table("xlsx", "x", ["a"], [["=1+1"]]).content))
        assert book.active["A2"].data_type == "s"

    def test_only_administrators_see_it(self, admin) -> None:
        leader = given.a_person(admin.organisation, Role.LEADER, "Liv Nordvik")
        assert logged_in(leader).get("/nb/admin/org/logg/").status_code == 403
        assert Client().get("/nb/admin/org/logg/").status_code == 403

    def test_a_case_that_is_not_mine_is_not_there(self, admin) -> None:
        assert logged_in(admin).get("/nb/innkjop/2026-1/historikk/").status_code == 404

    def test_every_deed_has_words_that_can_be_filled(self) -> None:
        from anskaff.web.records.words import deed_words, happened

        for name in deed_words():
            for language in LANGUAGES:
                assert "{" not in happened(name, {}, language)

    def test_a_deed_is_told_in_the_language_asked_for_whatever_the_page_speaks(self) -> None:
        from anskaff.web.records.words import happened

        with translation.override("nn"):
            assert happened("parties.role_chosen", {"role": "leader"}, "nb").endswith("Leder.")


class TestInbox:
    """One person's messages."""

    def test_the_header_counts_what_is_unread_and_opening_marks_it_read(self, admin) -> None:
        tell(admin)
        client = logged_in(admin)
        page = client.get("/nb/innboks/").content.decode()
        assert "1 ulest" in page
        [message] = re.findall(r'name="message" value="(\d+)"', page)
        assert client.post("/nb/innboks/", {"message": message})["Location"] == "/nb/min-side/"
        assert "1 ulest" not in client.get("/nb/innboks/").content.decode()

    def test_all_are_marked_read_at_once(self, admin) -> None:
        tell(admin, 3)
        client = logged_in(admin)
        client.post("/nb/innboks/")
        assert "Her er det tomt" in client.get("/nb/innboks/?uleste=1").content.decode()

    def test_nobody_opens_another_persons_message(self, admin) -> None:
        tell(admin)
        other = given.a_person(given.a_supplier(), Role.SIGNATORY, "Ola Fjellvatn")
        client = logged_in(other)
        assert "Kontorstoler" not in client.get("/nb/innboks/").content.decode()
        for message in ("1", "x", "9" * 30):
            answer = client.post("/nb/innboks/", {"message": message})
            assert answer["Location"] == "/nb/innboks/"

    def test_how_each_kind_comes_is_chosen(self, admin) -> None:
        """UX G18."""
        client = logged_in(admin)
        choices = {kind.code: "never" for kind in message_kinds()}
        assert client.post("/nb/min-side/varsler/", choices).status_code == 302
        tell(admin)
        assert not OutgoingMail.objects.exists()
        choices[message_kinds()[0].code] = "hourly"
        assert client.post("/nb/min-side/varsler/", choices).status_code == 422

    def test_kinds_of_messages_have_different_codes(self) -> None:
        codes = [kind.code for kind in message_kinds()]
        assert len(codes) == len(set(codes)) > 5


class TestLog:
    """Anyone can keep a checkpoint; receipts are for those they concern."""

    def test_checkpoint_and_key_verify_together(self, admin, client: Client) -> None:
        note = client.get("/nb/logg/sjekkpunkt/").content
        key = client.get("/nb/logg/nokkel/").content.decode().strip()
        assert checkpoint.verify(note, checkpoint.VerifierKey.parse(key)).size == 2

    def test_a_receipt_is_downloaded_by_its_own_and_by_nobody_else(self, admin) -> None:
        """UX S7, G9."""
        client = logged_in(admin)
        client.post(
            "/nb/admin/org/", {"email": "a@example.org", "role": "leader", "language": "nb"}
        )
        file = client.get("/nb/logg/kvittering/2/")
        note = client.get("/nb/logg/sjekkpunkt/").content
        assert isinstance(receipt.verify(file.content, note, key=None), receipt.Verified)
        other = given.a_person(given.a_supplier(), Role.SIGNATORY, "Ola Fjellvatn")
        assert logged_in(other).get("/nb/logg/kvittering/2/").status_code == 404
        assert logged_in(admin).get(f"/nb/logg/kvittering/{10**30}/").status_code == 404


class TestLetters:
    """The outbox, for administrators."""

    def test_a_failed_letter_is_seen_and_tried_again(self, admin) -> None:
        tell(admin)
        OutgoingMail.objects.update(state="failed", failure="SMTPServerDisconnected")
        client = logged_in(admin)
        page = client.get("/nb/admin/org/utboks/?tilstand=failed").content.decode()
        assert "Feilet" in page
        client.post("/nb/admin/org/utboks/", {"letter": OutgoingMail.objects.get().pk})
        assert OutgoingMail.objects.get().state == "waiting"

    @pytest.mark.parametrize("letter", ["", "x", "0", "9" * 30])
    def test_nonsense_is_refused(self, admin, letter: str) -> None:
        answer = logged_in(admin).post("/nb/admin/org/utboks/", {"letter": letter})
        assert answer.status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 360])
def test_full_lists_have_no_violations(site: Site, admin: Actor, width: int) -> None:
    tell(admin, 30)
    OutgoingMail.objects.filter(pk__gt=5).update(state="failed", failure="Timeout")
    page = site.page(person=admin, width=width)
    for path in ("innboks/", "admin/org/utboks/", "admin/org/logg/?tekst=la", "logg/"):
        page.goto(site.url(f"/nb/{path}"))
        assert site.violations(page) == [], path
        assert not site.scrolls_sideways(page), path


class TestCaseHistory:
    """The history of a case, for its buyer's side (G17, B9)."""

    def test_before_opening_the_buyer_cannot_read_who_tendered(self) -> None:
        case = given.a_case_with_tenders()
        address = f"/nb/innkjop/{case.reference.replace('/', '-')}/historikk/"
        client = logged_in(case.officer)
        for form in ("", "?format=csv"):
            text = client.get(address + form).content.decode()
            assert "Kunngjorde konkurransen" in text
            for number, tenderer in enumerate(case.tenderers):
                assert given.SUPPLIERS[number] not in text
                assert parties.names([tenderer.person])[tenderer.person] not in text
            assert "Leverte" not in text
        assert logged_in(case.tenderers[0]).get(address).status_code == 404

    def test_after_opening_the_buyer_reads_it(self) -> None:
        case = given.an_opened_competition()
        address = f"/nb/innkjop/{case.reference.replace('/', '-')}/historikk/"
        text = logged_in(case.officer).get(address).content.decode()
        assert given.SUPPLIERS[0] in text
