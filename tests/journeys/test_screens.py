"""What the screens promise (UX.md), seen in the browser on the demo."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, Response

from tests.journeys import acting
from tests.journeys.tour import (
    EVALUATED,
    HALF_OPENED,
    OPEN,
    READY,
    SCORING,
    SIGNED,
    STANDSTILL,
    Tour,
    begin,
)
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OFFICER = "kari@nordvik.example"
SUPPLIER = "mona@bekkefaret.example"
FOLD = 800
MOST_KB = 200
MOST_STOPS = 200


@pytest.fixture
def tour(site: Site, settings: LazySettings, tmp_path: Path) -> Tour:
    """The demo, ready to walk through."""
    settings.ANSKAFF_DEMO = True
    return begin(site, tmp_path)


def bottom(page: Page, selector: str) -> float:
    """How far down the first such element that is seen ends, in px."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, f"{selector} is not seen"
    return box["y"] + box["height"]


def walk_to(page: Page, name: str) -> None:
    """Press Tab until the focus stands on what has this name; each stop shows its focus (G13)."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const one = document.activeElement, style = getComputedStyle(one);"
            " return {name: (one.getAttribute('aria-label') || one.innerText || '').trim(),"
            " seen: one.className === 'ds-skip-link' || style.outlineStyle !== 'none'"
            " || style.boxShadow !== 'none'}; }"
        )
        assert here["seen"], f"the focus is not seen on {here['name']}"
        if here["name"].startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_case_tells_all_that_matters_above_the_fold(tour: Tour) -> None:
    """G2: title, buyer, status in words, next deadline and the next action."""
    for title in (READY, OPEN, HALF_OPENED, SCORING, EVALUATED, STANDSTILL, SIGNED):
        page = tour.visit(OFFICER, f"innkjop/{title}/")
        page.set_viewport_size({"width": 1280, "height": FOLD})
        for part in ("main h1", ".case-top dl", ".case-top .buttons"):
            assert bottom(page, part) <= FOLD, f"{title}: {part}"
        told = page.locator(".case-top dt").all_inner_texts()
        assert told == ["Oppdragsgiver", "Status", "Tilbudsfrist", "Neste steg"]
    page = tour.visit(OFFICER, f"innkjop/{OPEN}/")
    assert bottom(page, "main time[datetime]") <= FOLD


def test_a_deadline_is_norwegian_wherever_the_reader_is(tour: Tour) -> None:
    """G1: weekday, date, clock and «(norsk tid)», the same in Tokyo as in Oslo."""
    shown = []
    for zone in ("Europe/Oslo", "Asia/Tokyo"):
        page = tour.site.page(timezone_id=zone)
        page.goto(tour.site.url(f"/nb/konkurranser/{tour.refs[OPEN]}/"))
        shown.append(page.locator("main time[datetime]").first.inner_text())
    assert shown[0] == shown[1]
    assert re.match(r"\w+dag \d\d?\.\d\d?\.20\d\d kl\.\s\d\d\.\d\d \(norsk tid\)", shown[0])


def test_paper_has_no_menu_and_shows_where_links_lead(tour: Tour) -> None:
    """G12."""
    page = tour.visit(OFFICER, f"innkjop/{SIGNED}/protokoll/")
    page.emulate_media(media="print")
    assert not page.locator(".site-header").is_visible()
    assert not page.locator(".site-footer").is_visible()
    link = page.locator("main a[href]:visible").first
    after = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert str(link.get_attribute("href")) in after
    page.emulate_media(media="screen")


def test_a_tender_is_found_and_started_with_the_keyboard_alone(tour: Tour) -> None:
    """G13 and S1: from the list of competitions to a draft without a pointer."""
    page = tour.visit(SUPPLIER, "sok/")
    title = page.locator("main article a, main li a, main h2 a").filter(has_text=OPEN).first
    walk_to(page, title.inner_text().strip())
    page.keyboard.press("Enter")
    page.wait_for_url("**/konkurranser/**")
    walk_to(page, "Start tilbud")
    page.keyboard.press("Enter")
    page.wait_for_url("**/leverandor/tilbud/**")
    acting.says(page, "Sjekkliste")


def test_the_first_view_is_small_and_comes_from_one_place(tour: Tour) -> None:
    """G19: at most 200 kB compressed, no request to elsewhere."""
    for path in ("", "sok/", f"konkurranser/{OPEN}/", "logg-inn/"):
        page = tour.site.page()
        answers: list[Response] = []
        page.on("response", lambda one, into=answers: into.append(one))
        address = f"/nb/{path}".replace(OPEN, tour.refs[OPEN])
        page.goto(tour.site.url(address), wait_until="networkidle")
        assert all(one.url.startswith((tour.site.address, "data:")) for one in answers)
        size = sum(len(gzip.compress(one.body())) for one in answers if one.ok)
        assert size <= MOST_KB * 1000, f"{path}: {size}"
        assert len(answers) > 1
        page.context.close()
        tour.site.opened.remove(page.context)


def test_files_are_sent_together_and_show_their_hash_and_whether_they_were_checked(
    tour: Tour,
) -> None:
    """G10: limit and types before choosing, several at once, SHA-256 and virus check after."""
    page = tour.visit("tuva@lyngheia.example", f"leverandor/tilbud/{OPEN}/filer/")
    acting.says(page, "MiB per fil")
    files = [
        {"name": f"vedlegg-{n}.txt", "mimeType": "text/plain", "buffer": b"Innhold %d" % n}
        for n in (1, 2)
    ]
    page.locator("#id_files").set_input_files(files)  # type: ignore[arg-type]
    with page.expect_navigation():
        acting.press(page, "Last opp")
    for n in (1, 2):
        row = page.locator("main li, main tr").filter(has_text=f"vedlegg-{n}.txt").first
        assert re.search(r"SHA-256|[0-9a-f]{16}", row.inner_text())
