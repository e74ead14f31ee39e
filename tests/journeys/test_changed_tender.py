"""A supplier fills in prices in a workbook, delivers, thinks again, replaces and withdraws."""

from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.conf import LazySettings

from anskaff.records import log
from tests import given
from tests.journeys.acting import follow, move_clock_to, press, says, tick
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_tender_is_priced_in_a_workbook_replaced_and_withdrawn(
    site: Site, settings: LazySettings, tmp_path: Path
) -> None:
    settings.ANSKAFF_DATA_DIR = tmp_path
    case = given.a_published_competition()
    move_clock_to(given.PUBLISHED_AT + timedelta(days=1))
    page = site.page(person=given.a_supplier_with_manager())
    ref = case.reference.replace("/", "-")
    own = site.url(f"/nb/leverandor/tilbud/{ref}/")
    page.goto(site.url(f"/nb/konkurranser/{ref}/"))
    press(page, "Start tilbud")
    follow(page, "Krav")
    tick(page, "Ja")
    press(page, "Lagre og gå videre")

    with page.expect_download() as downloaded:
        follow(page, "Last ned prisskjemaet (XLSX)")
    filled = tmp_path / downloaded.value.suggested_filename
    downloaded.value.save_as(filled)
    book = openpyxl.load_workbook(filled)
    book.worksheets[0]["F5"] = 1234.5
    book.worksheets[0]["F6"] = 10
    book.save(filled)
    page.locator("#id_sheet").set_input_files(filled)
    press(page, "Last opp prisskjemaet")
    says(page, "Prisene fra regnearket er lagret.")
    assert page.locator("#PL-0001").input_value() == "1234,5"

    follow(page, "Lever")
    press(page, "Lever tilbudet")
    says(page, "Denne versjonen gjelder")

    page.goto(f"{own}pris/")
    page.locator("#PL-0001").fill("1 111,00")
    press(page, "Lagre og gå videre")
    page.goto(own)
    says(page, "Utkastet er endret etter leveringen")
    follow(page, "Lever tilbud")
    says(page, "Versjon 1 gjelder til den nye er bekreftet.")
    press(page, "Lever tilbudet")
    says(page, "Denne versjonen gjelder")
    page.goto(f"{own}kvittering/?versjon=1")
    says(page, "En nyere versjon gjelder i stedet for denne.")

    page.goto(own)
    follow(page, "Trekk tilbudet")
    press(page, "Trekk tilbudet")
    says(page, "Tilbudet er trukket. Utkastet er beholdt.")
    page.goto(f"{own}pris/")
    assert page.locator("#PL-0001").input_value() == "1111,00"
    assert log.verified().holds
