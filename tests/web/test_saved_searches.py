"""Saved searches on the pages: save from the search, follow by Atom, pause and delete."""

from datetime import timedelta
from urllib.parse import parse_qs

import pytest
import time_machine
from django.test import Client

from anskaff.concepts.actor import SYSTEM, Role
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.notices.queries import watching as queries
from tests import given
from tests.published import Published
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db


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


def test_who_is_not_logged_in_is_shown_the_way(client: Client) -> None:
    page = client.get("/nb/kunngjoringer/?ord=a+b").content.decode()
    assert "/logg-inn/?next=/nb/kunngjoringer/%3Ford%3Da%2Bb" in page
    assert client.get("/nb/lagrede-sok/").status_code in {302, 403}
