"""Codes on pages: names first, picked by words, browsed as a tree; nothing lost without names."""

import dataclasses
import html
import re

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from anskaff.competition.queries import codes
from anskaff.competition.queries import preparing as queries
from anskaff.concepts.actor import SYSTEM
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.parties import queries as parties
from tests import given
from tests.conftest import STANDARDS
from tests.published import Published
from tests.web.test_preparing import browser_of, need_fields, ref

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return html.unescape(answer.content.decode()).replace("\u00a0", " ")


@pytest.fixture
def names(settings: LazySettings) -> None:
    """The names of the codes are installed."""
    settings.ANSKAFF_STANDARDS = str(STANDARDS)


def chosen(page: str, field: str) -> list[str]:
    return re.findall(rf'name="{field}__valg" value="([^"]+)"', page)


@pytest.mark.standards
@pytest.mark.usefixtures("names")
def test_words_come_back_as_choices_and_a_choice_is_saved_without_javascript() -> None:
    case = given.a_draft_case()
    client, address = browser_of(case.officer), reverse("case-need", args=[ref(case)])
    first = client.post(address, need_fields(cpv="stole", place="osl", title="Nye stoler"))
    page = text(first)
    assert first.status_code == 422
    assert "39112000" in chosen(page, "cpv")
    assert {"NO081", "NO08"} <= set(chosen(page, "place"))
    assert "Stoler (39112000)" in page
    assert 'value="stole"' in page
    assert 'value="Nye stoler"' in page
    picked = need_fields(cpv="stole", cpv__valg="39112000", place="osl", place__valg="NO081")
    assert client.post(address, picked).status_code == 302
    need = queries.case(case.reference, case.officer, given.START).plan.need
    assert (need.cpv, need.place) == ("39112000", "NO081")
    assert "Stoler (39112000)" in text(client.get(reverse("case-preview", args=[ref(case)])))


@pytest.mark.standards
@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("written", "kept"),
    [("39112000", "39112000"), ("39112000-0", "39112000-0"), ("Kontormøbler", "39130000")],
)
def test_a_code_or_a_whole_name_needs_no_choice(written: str, kept: str) -> None:
    case = given.a_draft_case()
    address = reverse("case-need", args=[ref(case)])
    assert browser_of(case.officer).post(address, need_fields(cpv=written)).status_code == 302
    assert queries.case(case.reference, case.officer, given.START).plan.need.cpv == kept


@pytest.mark.standards
@pytest.mark.usefixtures("names")
@pytest.mark.parametrize("written", ["99999999", "zzzz", "½", "a" * 500, "39\u0000"])
def test_what_is_no_code_is_told_and_kept_in_the_field(written: str) -> None:
    case = given.a_draft_case()
    address = reverse("case-need", args=[ref(case)])
    answer = browser_of(case.officer).post(address, need_fields(cpv=written))
    assert answer.status_code == 422
    assert 'href="#id_cpv"' in text(answer)


def test_without_names_codes_are_written_as_codes_and_the_page_says_what_is_missing() -> None:
    case = given.a_draft_case()
    client, address = browser_of(case.officer), reverse("case-need", args=[ref(case)])
    assert "anskaff standards status" in text(client.get(address))
    assert client.post(address, need_fields(cpv="39112000")).status_code == 302
    assert client.post(address, need_fields(cpv="stoler")).status_code == 422
    assert "CPV 39112000" in text(client.get(reverse("case-preview", args=[ref(case)])))


@pytest.mark.standards
@pytest.mark.usefixtures("names")
def test_a_search_for_a_wide_code_finds_the_narrow_and_shows_names() -> None:
    case = given.a_published_competition()
    page = text(Client().get("/nb/sok/?cpv=39000000&sted=NO&fase=alle"))
    assert case.reference in page
    assert "Kontormøbler (39130000)" in page
    assert "Hva som kjøpes (CPV): Møbler" in page
    assert case.reference not in text(Client().get("/nb/sok/?cpv=39200000&fase=alle"))
    assert "39130000" in chosen(text(Client().get("/nb/sok/?cpv=kontormøb")), "cpv")
    assert case.reference in text(Client().get("/nb/sok/?cpv=kontorm&cpv__valg=39130000&fase=alle"))


@pytest.mark.standards
@pytest.mark.usefixtures("names")
def test_codes_of_the_organisations_earlier_notices_are_suggested() -> None:
    """Issue 4: with suggestions from earlier notices of the organisation."""
    case, other = given.a_draft_case(serial=1), given.a_draft_case(serial=2)
    number = parties.buyer(case.officer).number
    roads = Published(cpv="45233120", nuts="NO091", number=number)
    again = dataclasses.replace(roads, notice="again", procedure="again")
    won = Published(
        notice="won",
        procedure="won",
        form="result",
        subtype="29",
        deadline="",
        cpv="90620000",
        winner="Nordvik Drift",
        winner_number=number,
    )
    for one in (roads, again, won):
        registering.register(one.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    assert codes.cpv_used(case.officer) == ("45233120", "39130000")
    assert codes.places_used(case.officer)[0] == "NO091"
    page = text(browser_of(case.officer).get(reverse("case-need", args=[ref(case)])))
    assert chosen(page, "cpv") == ["45233120"]
    assert codes.cpv_used(other.officer) == ("39130000",)
    assert codes.cpv_used(given.a_supplier_with_manager()) == ()


@pytest.mark.standards
@pytest.mark.usefixtures("names")
def test_suggestions_are_what_the_organisation_used_and_nobody_else() -> None:
    mine, other = given.a_draft_case(serial=1), given.a_draft_case(serial=2)
    assert codes.cpv_used(mine.officer) == codes.cpv_used(other.officer) == ("39130000",)
    assert codes.cpv_used(given.a_supplier_with_manager()) == ()
    client = browser_of(mine.officer)
    client.post(reverse("case-need", args=[ref(mine)]), need_fields(cpv="18110000"))
    other_client = browser_of(other.officer)
    assert codes.cpv_used(mine.officer) == ("18110000",)
    assert chosen(text(client.get("/nb/innkjop/" + ref(mine) + "/delkontrakter/")), "rows-0-cpv")
    assert chosen(text(other_client.get(reverse("case-need", args=[ref(other)]))), "cpv") == []


@pytest.mark.standards
@pytest.mark.usefixtures("names")
def test_anyone_browses_the_tree_and_reads_it_as_json() -> None:
    client = Client()
    top = text(client.get("/nb/koder/cpv/"))
    assert "Møbler" in top
    page = text(client.get("/nb/koder/cpv/39100000/"))
    assert re.search(r"<h1[^>]*>Møbler <span[^>]*>39100000", page)
    assert "Kontormøbler (39130000)" in page
    told = client.get("/en/koder/cpv/39130000/?format=json").json()
    assert told["name"] == "Office furniture"
    assert [one["code"] for one in told["above"]] == ["39000000", "39100000"]
    assert "Oslo (NO081)" in text(client.get("/nb/koder/nuts/NO08/"))
    assert "Kontormøbler (39130000)" in text(client.get("/nb/koder/cpv/?ord=kontormøbler"))


@pytest.mark.standards
@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nb/koder/cpv/12345678/", 404),
        ("/nb/koder/icd/", 404),
        ("/nb/koder/cpv/?ord=%00", 200),
        ("/nb/koder/cpv/?ord=" + "x" * 3000, 200),
        ("/nb/koder/cpv/valg/", 404),
        ("/nb/koder/cpv/valg/?felt=%22%3E%3Cscript%3E", 404),
        ("/nb/koder/cpv/valg/?felt=cpv&under=tull", 200),
        ("/nb/koder/cpv/valg/?felt=cpv&cpv=%3Cscript%3E", 200),
    ],
)
def test_nonsense_in_the_address_is_borne(address: str, status: int) -> None:
    answer = Client().get(address)
    assert answer.status_code == status
    assert "<script>" not in answer.content.decode().split("<main", 1)[-1].split("</main", 1)[0]


@pytest.mark.standards
@pytest.mark.usefixtures("names")
def test_choices_in_a_form_follow_the_words_and_the_tree() -> None:
    client = Client()
    found = text(client.get("/nb/koder/cpv/valg/?felt=lots-0-cpv&lots-0-cpv=kontorm"))
    assert chosen(found, "lots-0-cpv")[0] == "39130000"
    step = text(client.get("/nb/koder/cpv/valg/?felt=cpv&under=39100000"))
    assert chosen(step, "cpv")[:2] == ["39100000", "39110000"]
    assert len(chosen(text(client.get("/nb/koder/cpv/valg/?felt=cpv&under=")), "cpv")) == 45
