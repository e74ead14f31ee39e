"""«Regler» in the browser: anyone asks, changes one fact, and reads what became different."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 360])
def test_one_fact_is_changed_and_the_answer_says_what_that_changes(site: Site, width: int) -> None:
    page = site.page(width=width)
    page.goto(site.url("/nb/regler/"))
    page.get_by_label("Hva kjøpes?").select_option("goods")
    page.get_by_label("Anslått verdi").fill("2 500 000")
    page.get_by_label("Dagen kjøpet settes i gang").fill("2026-11-18")
    page.get_by_role("button", name="Vis reglene").click()
    expect(page.locator(".facts").first).to_contain_text("Åpen anbudskonkurranse")
    assert site.violations(page) == []
    page.get_by_role("link", name=re.compile("2.499.999,99.kr")).click()
    changed = page.get_by_role("region", name="Endret siden forrige svar")
    expect(changed).to_contain_text("E-2")
    expect(page.locator(".facts").first).to_contain_text("Åpen tilbudskonkurranse")
    expect(page.get_by_label("Anslått verdi")).to_have_value("2499999.99")
    page.get_by_role("link", name="Åpne alle tema").click()
    expect(page.locator("[data-rule=S-8]")).to_be_visible()
    assert site.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
