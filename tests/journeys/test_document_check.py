"""Anyone drops an invoice on «Dokumentsjekk», sees what is wrong with it, and reads it."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from tests.conftest import STANDARDS
from tests.web.browser import Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.standards,
    pytest.mark.django_db(transaction=True),
]
EXAMPLE = STANDARDS / "peppol-billing-3.0.21/examples/billing/Allowance-example.xml"


def checked(site: Site, file: Path, width: int, **options: str) -> Page:
    """The page after the file was dropped there, the document opened."""
    page = site.page(width=width, **options)
    page.goto(site.url("/nb/dokumentsjekk/"))
    page.get_by_label("Filer", exact=True).set_input_files(file)
    page.get_by_role("button", name="Kontroller").click()
    page.get_by_text("Les dokumentet").click(timeout=60_000)
    return page


@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_report_and_the_document_are_accessible(
    site: Site, settings: LazySettings, tmp_path: Path, width: int, colours: str
) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    file = tmp_path / "faktura.xml"
    wrong = EXAMPLE.read_bytes().replace(
        b">SEK</cbc:TaxCurrencyCode>", b">SKE</cbc:TaxCurrencyCode>"
    )
    file.write_bytes(wrong)
    page = checked(site, file, width, color_scheme=colours)
    expect(page.get_by_text("kodelisten for valuta (ISO 4217)").first).to_be_visible()
    expect(page.get_by_role("heading", name="Faktura Snippet1")).to_be_visible()
    expect(page.get_by_text("6 125,00 EUR")).to_be_visible()
    assert site.violations(page) == []
    assert not site.scrolls_sideways(page)
