"""Saved searches on the pages: save from the search, follow by Atom, pause and delete."""

from datetime import timedelta
from urllib.parse import parse_qs

import pytest
import time_machine
from django.test import Client
from lxml import etree

from anskaff.concepts.actor import SYSTEM, Role
from anskaff.notices.actions import registering, watching
from anskaff.notices.actions.registering import Source
from anskaff.notices.queries import watching as queries
from anskaff.notices.queries.finding import Wish
from anskaff.notices.watching import tell_followers
from anskaff.records.models import OutgoingMail
from tests import given
from tests.published import Published
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_search_is_saved_followed_paused_and_deleted(client: Client) -> None:
    person = given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Tuva Lyng")
    registering.register(Published().xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    with time_machine.travel(given.START + timedelta(hours=1), tick=False):
        mine = logged_in(person)
        page = mine.get("/nb/kunngjoringer/?ord=kontorm%C3%B8bler&cpv=39").content.decode()
        assert 'value="kontormøbler, ' in page
        sent = {"name": "Møbler", "query": "ord=kontorm%C3%B8bler&cpv=39&frist_fra=feil"}
        nameless = mine.post("/nb/lagrede-sok/ny/", sent | {"name": ""})
        assert nameless.status_code == 422
        assert mine.post("/nb/lagrede-sok/ny/", sent).status_code == 302
        (kept,) = queries.searches(person)
        assert parse_qs(kept.query)["ord"] == ["kontormøbler"]
        listed = mine.get("/nb/lagrede-sok/").content.decode()
        assert "Møbler" in listed
        feed = client.get(f"/nb/lagrede-sok/{kept.token}.atom").content.decode()
        assert "Kontormøbler til Nordvik skole" in feed
        mine.post(f"/nb/lagrede-sok/{kept.id}/pause/")
        assert "På pause" in mine.get("/nb/lagrede-sok/").content.decode()
        mine.post(f"/nb/lagrede-sok/{kept.id}/fortsett/")
        mine.post(f"/nb/lagrede-sok/{kept.id}/slett/")
        assert "Du har ingen lagrede søk" in mine.get("/nb/lagrede-sok/").content.decode()
        assert client.get(f"/nb/lagrede-sok/{kept.token}.atom").status_code == 404


def test_the_link_in_a_letter_stops_the_messages_without_logging_in(client: Client) -> None:
    """Looking at it stops nothing, as mail readers look first; a made-up one is not there."""
    person = given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Tuva Lyng")
    watching.save_search("Møbler", "", Wish(), by=person, at=given.START)
    registering.register(
        Published().xml(), Source.IMPORTED, by=SYSTEM, at=given.START + timedelta(hours=1)
    )
    tell_followers(given.START + timedelta(hours=2))
    letter = OutgoingMail.objects.get().text
    address = letter[letter.rindex("/nb/lagrede-sok/stopp/") :].strip()
    assert "Vil du slutte å få beskjed" in client.get(address).content.decode()
    assert not queries.searches(person)[0].paused
    done = client.post(address)
    assert "Du får ikke flere beskjeder om «Møbler»" in done.content.decode()
    assert queries.searches(person)[0].paused
    assert client.post(address).status_code == 200
    assert client.get("/nb/lagrede-sok/stopp/1:made-up/").status_code == 404
    watching.delete_search(queries.searches(person)[0].id, by=person, at=given.START)
    assert client.get(address).status_code == 404


def test_the_button_of_a_mail_reader_stops_the_messages_at_once(settings) -> None:
    """RFC 8058: a POST without cookies, login or CSRF token, to the address in the letter."""
    settings.ANSKAFF_BASE_URL = "https://anskaff.example"
    person = given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Tuva Lyng")
    watching.save_search("Møbler", "", Wish(), by=person, at=given.START)
    watching.save_search("Veier", "", Wish(words="ingen"), by=person, at=given.START)
    registering.register(
        Published().xml(), Source.IMPORTED, by=SYSTEM, at=given.START + timedelta(hours=1)
    )
    tell_followers(given.START + timedelta(hours=2))
    address = OutgoingMail.objects.get().stop_address
    assert address.startswith("https://anskaff.example/nb/lagrede-sok/stopp/")
    stranger = Client(enforce_csrf_checks=True)
    path = address.removeprefix("https://anskaff.example")
    made_up = path.replace("stopp/", "stopp/9")
    said = {"List-Unsubscribe": "One-Click"}
    assert stranger.post(made_up, said).status_code == 404
    assert not any(each.paused for each in queries.searches(person))
    assert stranger.post(path, said).status_code == 200
    assert {each.name for each in queries.searches(person) if each.paused} == {"Møbler"}


def test_a_feed_has_the_same_id_in_each_language_and_the_newest_first(client: Client) -> None:
    """RFC 4287: one id for good, each entry its own, and `updated` at least that of the newest."""
    person = given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Tuva Lyng")
    for number, sent in enumerate(("2026-08-02", "2026-08-03", "2026-08-04"), 1):
        notice = Published(notice=f"n-{number}", procedure=f"n-{number}", sent=sent)
        registering.register(notice.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    wish = Wish(order="value")
    watching.save_search("Alt", "fase=alle&sorter=value", wish, by=person, at=given.START)
    token = queries.searches(person)[0].token
    feeds = [
        etree.fromstring(client.get(f"/{language}{path}").content)
        for path in (
            f"/lagrede-sok/{token}.atom",
            "/kunngjoringer/?fase=alle&format=atom&sorter=value",
        )
        for language in ("nb", "en")
    ]
    ids = [feed.findtext(f"{ATOM}id") for feed in feeds]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    for feed in feeds:
        entries = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
        assert [one.split("/")[-2] for one in entries if one] == ["n-3", "n-2", "n-1"]
        newest = max(entry.findtext(f"{ATOM}updated") or "" for entry in feed.iter(f"{ATOM}entry"))
        assert feed.findtext(f"{ATOM}updated") == newest


def test_who_is_not_logged_in_is_shown_the_way(client: Client) -> None:
    page = client.get("/nb/kunngjoringer/?ord=a+b").content.decode()
    assert "/logg-inn/?next=/nb/kunngjoringer/%3Ford%3Da%2Bb" in page
    assert client.get("/nb/lagrede-sok/").status_code in {302, 403}
