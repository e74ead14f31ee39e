"""The public register in a browser's words: search, chips, exports, pages, twins and feeds."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from openpyxl import load_workbook

from anskaff.concepts.actor import SYSTEM
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.web.notices.forms import SearchForm
from tests import given
from tests.conftest import STANDARDS
from tests.pdf_text import text_of_pdf
from tests.published import Published

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPEN = Published()
ROADS = Published(
    notice="roads-1",
    procedure="roads",
    title="Brøyting av veier",
    description="Vinterdrift",
    buyer="Sørvik kommune",
    number="964830533",
    cpv="90620000",
    nuts="NO091",
    value="9000000",
    deadline="2026-08-20",
    criterion="quality-nor-env-criteria",
)
PLAN = Published(notice="plan-1", procedure="plan", form="planning", deadline="", value="")
RESULT = Published(
    notice="result-1",
    procedure="roads",
    form="result",
    subtype="29",
    deadline="",
    title="Brøyting av veier, resultat",
    cpv="90620000",
    winner="Snøfjell Maskin AS",
    sent="2026-07-01",
    aims=(("social-objective", "opp"), ("innovative-acquisition", "rd-act")),
)
OLD = Published(
    notice="old-1", procedure="old", deadline="2026-07-01", title="Skolemat <b>i</b> høst"
)
EVERY = (OPEN, ROADS, PLAN, RESULT, OLD)
ALL = "/nb/kunngjoringer/?fase=alle"


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(given.START + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def register() -> None:
    for one in EVERY:
        source = Source.OWN if one is OPEN else Source.IMPORTED
        registering.register(one.xml(), source, by=SYSTEM, at=given.START)


def found(client: Client, query: str) -> list[str]:
    """The identifiers of the hits, in order."""
    answer = client.get(f"/nb/kunngjoringer/{query}{'&' if query else '?'}format=json")
    assert answer.status_code == 200
    return [line["notice"] for line in json.loads(answer.content)["lines"]]


def test_open_competitions_are_shown_first_the_newest_on_top(client: Client, register) -> None:
    assert found(client, "") == [ROADS.notice, OPEN.notice]
    assert found(client, "?sorter=deadline") == [ROADS.notice, OPEN.notice]
    assert found(client, "?sorter=value") == [ROADS.notice, OPEN.notice]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("?fase=planning", [PLAN]),
        ("?fase=closed", [OLD]),
        ("?fase=result", [RESULT]),
        ("?fase=cancelled", []),
        ("?fase=alle&ord=brøyting", [ROADS, RESULT]),
        ("?fase=alle&ord=VEIENE+vinterdrift", [ROADS]),
        ("?fase=alle&ord=møbel+finnesikke", []),
        ("?fase=alle&ord=974760673&fase=open", [OPEN]),
        ("?fase=alle&kjoper=sørvik", [ROADS]),
        ("?fase=alle&kjoper=964+830+533", [ROADS]),
        ("?fase=alle&leverandor=snøfjell", [RESULT]),
        ("?fase=alle&cpv=9062", [ROADS, RESULT]),
        ("?fase=alle&cpv=90000000", [ROADS, RESULT]),
        ("?fase=alle&cpv=90620000-9&fase=open", [ROADS]),
        ("?fase=alle&sted=NO09", [ROADS]),
        ("?fase=alle&sted=no091", [ROADS]),
        ("?fase=alle&verdi_fra=5000000", [ROADS]),
        ("?fase=open&verdi_til=5000000", [OPEN]),
        ("?fase=open&frist_fra=2026-09-01", [OPEN]),
        ("?fase=open&frist_til=31.08.2026", [ROADS]),
        ("?fase=alle&kilde=own", [OPEN]),
        ("?fase=alle&gronn=on", [ROADS]),
        ("?fase=alle&sosial=on", [RESULT]),
        ("?fase=alle&innovasjon=on", [RESULT]),
    ],
)
def test_each_filter_narrows(client: Client, register, query: str, hits: list[Published]) -> None:
    assert found(client, query) == [one.notice for one in hits]


def test_values_are_compared_in_one_currency_and_never_converted(client: Client, register) -> None:
    """The smallest number may be the largest value; nobody here knows the rate of that day."""
    bridge = Published(
        notice="bridge-1", procedure="bridge", title="Bru", value="3000000", currency="EUR"
    )
    registering.register(bridge.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    assert found(client, "?verdi_fra=2600000") == [ROADS.notice]
    assert found(client, "?verdi_fra=2600000&valuta=EUR") == ["bridge-1"]
    assert found(client, "?verdi_til=2600000&valuta=EUR") == []
    assert found(client, "?sorter=value") == [ROADS.notice, OPEN.notice, "bridge-1"]
    assert found(client, "?sorter=value&valuta=EUR") == ["bridge-1", ROADS.notice, OPEN.notice]
    page = client.get("/nb/kunngjoringer/?verdi_fra=2600000&valuta=EUR").content.decode()
    assert "Verdi fra og med: 2\xa0600\xa0000,00\xa0EUR" in page
    assert "Beløp i andre valutaer blir ikke regnet om" in page


@pytest.mark.standards
@pytest.mark.parametrize(
    ("query", "chip"),
    [
        ("cpv=9062", "Snørydding og brøyting (9062)"),
        ("cpv=snørydding+og+brøyting", "Snørydding og brøyting (90620000)"),
        ("sted=vestfold+og+telemark", "Vestfold og Telemark (NO091)"),
    ],
)
def test_words_name_codes_and_the_chip_tells_the_label_first(
    client: Client, register, settings, query: str, chip: str
) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    page = client.get(f"{ALL}&{query}").content.decode()
    assert chip in page
    assert "Brøyting av veier" in page


@pytest.mark.standards
def test_a_code_is_picked_among_those_that_fit_the_words(
    client: Client, register, settings
) -> None:
    """UX G3: as in every other place where a code is asked for."""
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    page = client.get(f"{ALL}&cpv=brøyting").content.decode()
    assert "Velg en av kodene som passer" in page
    assert 'name="cpv__valg" value="90620000"' in page
    chosen = "?fase=alle&cpv=brøyting&cpv__valg=90620000"
    assert found(client, chosen) == [ROADS.notice, RESULT.notice]
    page = client.get(f"/nb/kunngjoringer/{chosen}").content.decode()
    assert "Snørydding og brøyting (90620000)" in page
    kept = SearchForm({"cpv": "brøyting", "cpv__valg": "90620000"}).query()
    assert "cpv=90620000" in kept


@pytest.mark.standards
def test_names_of_codes_are_found_as_soon_as_they_are_installed(
    client: Client, register, settings
) -> None:
    named = "?fase=alle&cpv=snørydding+og+brøyting&sted=vestfold+og+telemark"
    settings.ANSKAFF_STANDARDS = ""
    page = client.get(f"/nb/kunngjoringer/{named}").content.decode()
    assert "Navnene på kodene er ikke installert her" in page
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    assert found(client, named) == [ROADS.notice]


@pytest.mark.standards
@pytest.mark.parametrize("address", ["/nb/kunngjoringer/", "/nb/sok/"])
def test_a_chosen_code_is_removed_with_what_was_written_for_it(
    client: Client, settings, address: str
) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    asked = "?fase=alle&ord=plan&cpv=brøyting&cpv__valg=90620000"
    page = client.get(address + asked).content.decode()
    assert 'data-removable href="?fase=alle&amp;ord=plan"' in page


def test_chips_remove_one_filter_and_keep_the_others(client: Client, register) -> None:
    page = client.get(f"{ALL}&ord=brøyting&gronn=on&side=1").content.decode()
    assert 'href="?fase=alle&amp;gronn=on"' in page
    assert "Klima og miljø: ja" in page


def test_a_wrong_filter_is_told_and_the_others_still_hold(client: Client, register) -> None:
    page = client.get(f"{ALL}&ord=brøyting&verdi_fra=mye&frist_fra=i+morgen").content.decode()
    assert "ds-error-summary" in page
    assert "2 kunngjøringer" in page


def test_the_exports_hold_the_rows_of_the_page(client: Client, register) -> None:
    answer = client.get(f"{ALL}&format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == found(client, "?fase=alle")
    answer = client.get(f"{ALL}&format=xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [[str(cell or "") for cell in row] for row in sheet.values] == rows


def test_an_empty_list_offers_the_next_step(client: Client) -> None:
    page = client.get("/nb/kunngjoringer/?ord=ingenting").content.decode()
    assert "I tittel, beskrivelse, navn eller nummer." in page
    assert "Ingen kunngjøringer passer" in page
    assert "søk i alle faser" in page


def test_a_list_asks_the_database_as_often_for_many_as_for_few(client: Client, register) -> None:
    def asked(query: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(query)
            return len(captured)

    few = asked(f"{ALL}&ord=plan")
    many = [Published(notice=f"n-{number}") for number in range(30)]
    arrived = [registering.arrived(one.xml()) for one in many]
    registering.register_all(arrived, Source.IMPORTED, by=SYSTEM, at=given.START)
    assert asked(ALL) <= max(few, 3)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.notice)
def test_a_notice_is_read_in_three_languages(
    client: Client, register, language: str, one: Published
) -> None:
    answer = client.get(f"/{language}/kunngjoringer/{one.notice}/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert one.buyer in page
    assert "<b>i</b>" not in page
    assert f"/kunngjoringer/{one.notice}/versjon/01/original.xml" in page
    assert "UTC" not in page


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", ("<dd>Åpen</dd>", "Kunngjøring av konkurranse (16)")),
        ("nn", ("<dd>Open</dd>", "Kunngjering av konkurranse (16)")),
        ("en", ("<dd>Open</dd>", "Contract notice (16)")),
    ],
)
def test_short_lists_have_words_where_no_standards_are_installed(
    client: Client, register, settings, language: str, told: tuple[str, str]
) -> None:
    settings.ANSKAFF_STANDARDS = ""
    page = client.get(f"/{language}/kunngjoringer/{OPEN.notice}/").content.decode()
    assert [each for each in told if each not in page] == []


def test_the_result_tells_winner_value_and_number_of_tenders(client: Client, register) -> None:
    page = client.get(f"/nb/kunngjoringer/{RESULT.notice}/").content.decode()
    for told in ("Snøfjell Maskin AS (914778271)", "2\xa0300\xa0000,00\xa0kr", "Antall tilbud"):
        assert told in page
    assert f'href="/nb/kunngjoringer/{ROADS.notice}/"' in page


def test_the_original_is_what_was_published(client: Client, register) -> None:
    answer = client.get(f"/nb/kunngjoringer/{OPEN.notice}/versjon/01/original.xml")
    assert b"".join(answer.streaming_content) == OPEN.xml()
    assert "attachment" in answer["Content-Disposition"]


def test_twins_say_what_the_page_says(client: Client, register) -> None:
    address = f"/nb/kunngjoringer/{RESULT.notice}/"
    twin = json.loads(client.get(f"{address}?format=json").content)
    assert twin["hit"]["winners"] == ["Snøfjell Maskin AS"]
    assert twin["reading"]["total"]["amount"] == "2300000"
    paper = text_of_pdf(client.get(f"{address}?format=pdf").content)
    assert "Snøfjell Maskin AS" in paper
    assert RESULT.notice in paper


def test_search_engines_get_a_block_of_data_that_cannot_end_early(client: Client) -> None:
    evil = dataclasses.replace(OPEN, title="</script><script>alert(1)</script>")
    registering.register(evil.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    page = client.get(f"/nb/kunngjoringer/{evil.notice}/").content.decode()
    (block,) = etree.HTML(page).xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(block)["name"] == evil.title
    assert "<script>alert" not in page


def test_versions_have_addresses_and_the_old_one_points_to_the_new(
    client: Client, register
) -> None:
    second = dataclasses.replace(OPEN, version="02", title="Kontormøbler, rettet")
    registering.register(second.xml(), Source.OWN, by=SYSTEM, at=given.START)
    newest = client.get(f"/nb/kunngjoringer/{OPEN.notice}/").content.decode()
    old = client.get(f"/nb/kunngjoringer/{OPEN.notice}/versjon/01/").content.decode()
    assert "Kontormøbler, rettet</h1>" in newest
    assert f"{OPEN.title}</h1>" in old
    assert "Dette er en eldre versjon." in old
    assert OPEN.notice in found(client, "")


@pytest.mark.parametrize(
    "path",
    [
        "finnes-ikke/",
        "%00/",
        f"{OPEN.notice}/versjon/99/",
        f"{OPEN.notice}/versjon/99/original.xml",
    ],
)
def test_what_is_not_there_is_told_in_words(client: Client, register, path: str) -> None:
    answer = client.get(f"/nb/kunngjoringer/{path}")
    assert answer.status_code == 404
    assert "finnes ikke i registeret" in answer.content.decode()


@pytest.mark.parametrize("path", ["none-1/?format=json", f"{OPEN.notice}/versjon/99/?format=json"])
def test_what_is_not_there_is_told_to_machines_as_a_problem(
    client: Client, register, path: str
) -> None:
    answer = client.get(f"/en/kunngjoringer/{path}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    told = json.loads(answer.content)
    assert told["findings"][0]["code"] == "no-such-notice"
    assert "is not in the register" in told["title"]


@pytest.mark.parametrize(
    "path",
    ["?format=json", "?format=pdf", "versjon/01/original.xml"],
)
def test_what_has_not_changed_is_not_sent_again(client: Client, register, path: str) -> None:
    address = f"/nb/kunngjoringer/{OPEN.notice}/{path}"
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.getvalue()) == (304, b"")
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200
    head = client.head(address)
    assert (head.status_code, head.getvalue()) == (200, b"")
    assert head["Content-Type"] == first["Content-Type"]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/sitemap.xml",
        f"/nb/kunngjoringer/{OPEN.notice}/",
        "/nb/kunngjoringer/",
        "/nb/kunngjoringer/?format=atom",
    ],
)
def test_public_pages_answer_head(client: Client, register, address: str) -> None:
    assert client.head(address).status_code in {200, 302}


def test_versions_and_what_takes_the_place_of_what_lead_to_each_other(client: Client) -> None:
    """A correction with an identifier of its own, as others publish them, then a cancellation."""
    first = Published(notice="play-1", procedure="play", title="Lekeapparater")
    second = dataclasses.replace(
        first, notice="play-2", changes="play-1-01", title="Lekeapparater, rettet"
    )
    third = dataclasses.replace(
        second, version="02", changes="play-2-01", change_reason="cancel", title="Avlyst"
    )
    for one in (first, second, third):
        registering.register(one.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    old = client.get("/nb/kunngjoringer/play-1/").content.decode()
    assert "Denne kunngjøringen er erstattet." in old
    assert 'href="/nb/kunngjoringer/play-2/"' in old
    corrected = client.get("/nb/kunngjoringer/play-2/versjon/01/").content.decode()
    assert "Dette er en eldre versjon." in corrected
    assert 'href="/nb/kunngjoringer/play-1/versjon/01/"' in corrected
    newest = client.get("/nb/kunngjoringer/play-2/").content.decode()
    canonical = '<link rel="canonical" href="http://testserver/nb/kunngjoringer/play-2/">'
    assert canonical in newest
    assert canonical in corrected
    structured = json.loads(
        newest.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    )
    assert structured["availability"] == "https://schema.org/Discontinued"
    assert structured["availabilityEnds"] == structured["validFrom"]
    assert structured["mainEntityOfPage"]["version"] == "02"
    pages = etree.fromstring(client.get("/sitemaps/kunngjoringer-1.xml").content)
    assert [each.text.split("/")[-2] for each in pages.iter(f"{MAP}loc")] == ["play-2"]
    told = json.loads(client.get("/nb/kunngjoringer/play-2/?format=json").content)
    assert [one["version"] for one in told["versions"]] == ["02", "01"]


@pytest.mark.parametrize("query", ["", "?fase=alle", "?fase=alle&ord=brøyting", "?ord=ingenting"])
def test_any_search_is_an_atom_feed(client: Client, register, query: str) -> None:
    answer = client.get(f"/nb/kunngjoringer/{query}{'&' if query else '?'}format=atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    for needed in ("id", "title", "updated", "link"):
        assert feed.find(f"{ATOM}{needed}") is not None
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert [link.split("/")[-2] for link in links] == found(client, query)
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.find(f"{ATOM}author/{ATOM}name").text
        assert entry.find(f"{ATOM}updated").text


def test_the_sitemap_lists_every_notice_in_each_language(client: Client, register) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in robots
    index = etree.fromstring(client.get("/sitemap.xml").content)
    (address,) = [each.text for each in index.iter(f"{MAP}loc")]
    pages = etree.fromstring(client.get(address.removeprefix("http://testserver")).content)
    listed = {each.text.split("/")[-2] for each in pages.iter(f"{MAP}loc")}
    assert listed == {one.notice for one in EVERY}
    assert client.get("/sitemaps/kunngjoringer-2.xml").status_code == 404


@pytest.mark.standards
def test_every_real_notice_has_a_page_in_all_formats(client: Client, settings) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    for path in sorted((STANDARDS / "real-notices").rglob("*.xml")):
        kept = registering.register(path.read_bytes(), Source.IMPORTED, by=SYSTEM, at=given.START)
        address = f"/en/kunngjoringer/{kept.notice}/"
        assert client.get(address).status_code == 200
        assert json.loads(client.get(f"{address}?format=json").content)
    assert client.get("/en/kunngjoringer/?fase=alle&format=atom").status_code == 200


def test_a_cancelled_competition_has_no_time_left(client: Client, register) -> None:
    left = "<dt>Frist</dt>"
    assert left in client.get("/nb/kunngjoringer/roads-1/").content.decode()
    over = dataclasses.replace(
        ROADS, version="02", changes="roads-1-01", change_reason="cancel", sent="2026-08-03"
    )
    registering.register(over.xml(), Source.IMPORTED, by=SYSTEM, at=given.START)
    for where in ("/nb/kunngjoringer/roads-1/", "/nb/kunngjoringer/?fase=cancelled"):
        shown = client.get(where).content.decode()
        assert "Avlyst" in shown
        assert left not in shown
