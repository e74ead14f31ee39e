"""What someone types is kept by itself and goes on from another device (UX G4)."""

import re
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Locator, Page, expect

from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.scoring import scoring
from anskaff.concepts.actor import Role
from tests import given
from tests.journeys.acting import choose, fill, press, says, starting, tick
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVES_WITHIN_MS = 4_000
KEPT = re.compile(r"Utkast lagret kl\.\s\d\d\.\d\d")
WIDTHS = (1280, 360)


def address(site: Site, case: given.ACase, rest: str) -> str:
    return site.url(f"/nb/innkjop/{case.reference.replace('/', '-')}/{rest}")


def keeps(page: Page) -> None:
    """Wait until the page says that the draft is kept; saving takes two seconds at most."""
    expect(page.locator("#autosave")).to_have_text(KEPT, timeout=SAVES_WITHIN_MS)


def last_row(page: Page) -> Locator:
    return page.locator("fieldset.row").last


def test_a_row_not_yet_saved_goes_on_from_another_device_until_it_is_saved(site: Site) -> None:
    case = given.a_draft_case()
    desk = site.page(person=case.officer)
    desk.goto(address(site, case, "krav/"))
    fill(desk.locator("fieldset.row").first, {"Krav Må": "Stolene skal tåle 150 kg."})
    fill(last_row(desk), {"Krav Må": "Stolene skal kunne stables.", "Dokumentasjon": "Bilde."})
    choose(last_row(desk), {"Svar": "Ja eller nei"})
    keeps(desk)
    assert site.violations(desk) == []

    for width in WIDTHS:
        phone = site.page(person=case.officer, width=width)
        phone.goto(address(site, case, "krav/"))
        says(phone, "Skjemaet viser utkastet ditt")
        new = phone.locator("fieldset.row").nth(2)
        expect(new.get_by_label(starting("Krav Må"))).to_have_value("Stolene skal kunne stables.")
        assert site.violations(phone) == []
        assert not site.scrolls_sideways(phone)
    assert len(queries.case(case.reference, case.officer, given.START).plan.requirements) == 2

    press(phone, "Lagre")
    says(phone, "Utkast lagret")
    assert not phone.get_by_text("Skjemaet viser utkastet ditt").count()
    saved = queries.case(case.reference, case.officer, given.START).plan.requirements
    assert [one.text for one in saved] == [
        "Stolene skal tåle 150 kg.",
        "Legg ved skatteattest.",
        "Stolene skal kunne stables.",
    ]
    assert saved[2].proof == "Bilde."


@pytest.mark.parametrize(
    ("rest", "label", "typed"),
    [
        ("behov/", "Tittel", ""),
        ("delkontrakter/", "Hvorfor er kontrakten ikke delt opp?", "Én leverandør holder."),
        ("kriterier/", "Regel ved lik poengsum", "Loddtrekning."),
        ("frister/", "Tilbudene binder i (dager)", "9999"),
    ],
)
def test_every_section_keeps_what_is_typed_even_when_it_cannot_be_saved(
    site: Site, rest: str, label: str, typed: str
) -> None:
    case = given.a_draft_case()
    desk = site.page(person=case.officer)
    desk.goto(address(site, case, rest))
    fill(desk.locator("main form[data-autosave]"), {label: typed})
    keeps(desk)
    home = site.page(person=case.officer)
    home.goto(address(site, case, rest))
    form = home.locator("main form[data-autosave]")
    expect(form.get_by_label(starting(label)).first).to_have_value(typed)


def test_a_price_line_is_discarded_and_the_saved_lines_come_back(site: Site) -> None:
    case = given.a_draft_case()
    desk = site.page(person=case.officer)
    desk.goto(address(site, case, "prisskjema/"))
    fill(last_row(desk), {"Hva skal prises?": "Krakk", "Mengde": "mange"})
    tick(desk.locator("fieldset.row").first, "Fjern denne raden når du lagrer")
    keeps(desk)
    desk.reload()
    assert desk.locator("fieldset.row").first.get_by_label(starting("Fjern")).is_checked()
    expect(desk.locator("fieldset.row").nth(2).get_by_label("Mengde")).to_have_value("mange")
    desk.get_by_text("Forkast utkastet").first.click()
    press(desk, "Forkast utkastet")
    says(desk, "Utkastet er forkastet.")
    assert not desk.locator("fieldset.row").first.get_by_label(starting("Fjern")).is_checked()
    assert desk.locator("fieldset.row").count() == 3


def test_points_go_on_from_another_device_and_nobody_else_sees_them(site: Site) -> None:
    case = given.an_opened_competition()
    with time_machine.travel(given.EVALUATED_AT, tick=True):
        desk = site.page(person=case.evaluators[0])
        desk.goto(address(site, case, "evaluering/"))
        desk.locator("table input").first.fill("7,5")
        desk.locator("textarea").first.fill("Testrapporten viser lang slitetid.")
        keeps(desk)
        assert site.violations(desk) == []
        for width in WIDTHS:
            phone = site.page(person=case.evaluators[0], width=width)
            phone.goto(address(site, case, "evaluering/"))
            expect(phone.locator("table input").first).to_have_value("7,5")
            assert site.violations(phone) == []
            assert not site.scrolls_sideways(phone)
        for other in (case.evaluators[1], case.officer):
            page = site.page(person=other)
            page.goto(address(site, case, "evaluering/"))
            assert "Testrapporten viser lang slitetid." not in page.content()
        own = scoring(case.reference, case.evaluators[0]).lots[0].rows[0].cells[0].own
        assert own is None


def test_after_a_new_login_the_typing_goes_on_and_no_colleague_sees_it(site: Site) -> None:
    case = given.a_draft_case()
    colleague = given.a_person(case.buyer, Role.PROCUREMENT_OFFICER, "Kollega Kollegasen")
    desk = site.page(person=case.officer)
    desk.goto(address(site, case, "krav/"))
    fill(last_row(desk), {"Krav Må": "Skal leveres på paller."})
    keeps(desk)
    other = site.page(person=colleague)
    other.goto(address(site, case, "krav/"))
    assert "Skal leveres på paller." not in other.content()
    desk.context.clear_cookies()
    site.log_in(desk.context, case.officer)
    desk.goto(address(site, case, "krav/"))
    expect(desk.get_by_label(starting("Krav Må")).nth(2)).to_have_value("Skal leveres på paller.")


def test_without_script_a_page_of_rows_is_as_before(site: Site) -> None:
    case = given.a_draft_case()
    page = site.page(person=case.officer, java_script_enabled=False)
    page.goto(address(site, case, "krav/"))
    fill(last_row(page), {"Krav Må": "Skal leveres på paller."})
    press(page, "Lagre")
    says(page, "Utkast lagret")
    assert page.locator("fieldset.row").count() == 4
    later = given.START + timedelta(days=1)
    assert len(queries.case(case.reference, case.officer, later).plan.requirements) == 3
