"""A CPV code is found by words or in the tree, and chosen with the keyboard, on any screen."""

import pytest
from django.conf import LazySettings
from playwright.sync_api import expect

from tests import given
from tests.conftest import STANDARDS
from tests.web.browser import Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.standards,
    pytest.mark.django_db(transaction=True),
]


@pytest.mark.parametrize("width", [1280, 360])
def test_a_code_is_found_chosen_and_saved(site: Site, settings: LazySettings, width: int) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    case = given.a_draft_case()
    page = site.page(person=case.officer, width=width)
    page.goto(site.url(f"/nb/innkjop/{case.reference.replace('/', '-')}/behov/"))
    field = page.get_by_label("CPV-kode")
    field.fill("")
    field.press_sequentially("kontorm")
    choice = page.get_by_role("radio", name="Kontormøbler (39130000)")
    expect(choice).to_be_visible()
    expect(page.locator("#id_cpv_status")).to_contain_text("koder å velge mellom")
    assert site.violations(page) == []
    page.get_by_role("link", name="7 smalere koder under Kontormøbler (39130000)").click()
    desk = page.get_by_role("radio", name="Kontorhyller (39131000)")
    desk.focus()
    page.keyboard.press("Space")
    expect(field).to_have_value("39131000")
    assert site.violations(page) == []
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_text("Kontorhyller (39131000)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 360])
def test_the_tree_is_walked_by_anyone(site: Site, settings: LazySettings, width: int) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    page = site.page(width=width)
    page.goto(site.url("/nb/koder/cpv/"))
    page.get_by_label("Søk etter en kode").fill("kontormøbler")
    page.get_by_role("button", name="Søk", exact=True).click()
    page.get_by_role("link", name="Kontormøbler (39130000)").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kontormøbler")
    assert site.violations(page) == []
    page.get_by_role("link", name="Kontorhyller (39131000)").click()
    page.get_by_role("link", name="Konkurranser med denne koden").click()
    expect(page.get_by_text("Hva som kjøpes (CPV): Kontorhyller (39131000)")).to_be_visible()
    assert site.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
