"""From an empty database to a signed award, by clicking and typing as the people would."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Locator, Page

from anskaff.concepts.actor import Actor, Role
from anskaff.records import log
from tests import given
from tests.journeys.acting import (
    choose,
    fill,
    follow,
    move_clock_to,
    press,
    says,
    starting,
    tick,
)
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Kontorstoler til Nordvik skole"
PUBLISHING_DAY = datetime(2026, 8, 10, 8, 0, tzinfo=UTC)
DEADLINE = datetime(2026, 9, 21, 10, 0, tzinfo=UTC)
QUESTION = "Kan stolene ha hjul?"
ANSWER = "Ja, stolene kan ha hjul."
REQUIREMENT = "Stolene skal tåle 120 kg."
CERTIFICATE = "Legg ved skatteattest."
PRICES = re.compile(r"1\s?234|123\s?450|156\s?780")


@dataclass
class Desk:
    """A person at a desk with a browser window."""

    site: Site
    page: Page

    def go(self, path: str) -> None:
        """Type an address."""
        self.page.goto(self.site.url(path))


@dataclass
class Town:
    """Everyone in the story, and the part of the address that names the case."""

    site: Site
    officer: Desk
    openers: list[Desk]
    evaluators: list[Desk]
    winner: Desk
    other: Desk
    signatory: Desk
    winner_email: str
    folder: Path
    people: list[str] = field(default_factory=list)
    ref: str = ""

    def case(self, part: str = "") -> str:
        """An address in the buyer's case."""
        return f"/nb/innkjop/{self.ref}/{part}"

    def tender(self, part: str = "") -> str:
        """An address in a supplier's own tender."""
        return f"/nb/leverandor/tilbud/{self.ref}/{part}"

    def competition(self) -> str:
        """The public page."""
        return f"/nb/konkurranser/{self.ref}/"

    def file(self, name: str, content: str) -> Path:
        """A file on somebody's machine."""
        path = self.folder / name
        path.write_text(content)
        return path


@pytest.fixture
def town(site: Site, settings: LazySettings, tmp_path: Path) -> Town:
    """An empty database with organisations and people; nothing else is prepared."""
    settings.ANSKAFF_DATA_DIR = tmp_path
    move_clock_to(PUBLISHING_DAY)

    def desk(person: Actor | None, **options: bool) -> Desk:
        return Desk(site=site, page=site.page(person=person, **options))

    buyer = given.a_buyer()
    officer = given.a_person(buyer, Role.PROCUREMENT_OFFICER, "Kari Strand")
    employees = ["Ola Berg", "Ingrid Vik", "Amina Lund", "Jonas Dahl"]
    team = [desk(given.a_person(buyer, Role.EMPLOYEE, name)) for name in employees]
    first = given.a_supplier(101, name="Fjellvatn Møbler AS")
    second = given.a_supplier(102, name="Bjørkely Interiør AS")
    given.a_person(first, Role.TENDER_MANAGER, "Nora Fjell")
    signatory = given.a_person(first, Role.SIGNATORY, "Stein Fjell")
    other = given.a_person(second, Role.TENDER_MANAGER, "Emil Bjork")
    return Town(
        site=site,
        officer=desk(officer),
        openers=team[:2],
        evaluators=team[2:],
        winner=desk(None),
        other=desk(other, java_script_enabled=False),
        signatory=desk(signatory),
        winner_email="nora.fjell@example.org",
        folder=tmp_path,
        people=employees,
    )


def test_from_an_empty_database_to_a_signed_award(town: Town) -> None:
    for make in town.openers:
        make_an_opening_key(make)
    answer_six_questions(town)
    write_the_draft(town)
    publish(town)
    find_and_ask(town)
    answer_the_question(town)
    deliver_with_javascript(town)
    deliver_without_javascript(town)
    deliver_too_late(town)
    open_together(town)
    declare_and_read(town)
    score_without_prices(town)
    agree_and_confirm(town)
    award(town)
    sign_after_standstill(town)
    read_what_is_left(town)


def make_an_opening_key(desk: Desk) -> None:
    desk.go("/nb/min-side/apningsnokkel/")
    fill(
        desk.page,
        {"Passordfrase ": given.PASSPHRASE, "Passordfrasen én gang til": given.PASSPHRASE},
    )
    press(desk.page, "Lag nøkkelen")
    says(desk.page, "I bruk")


def answer_six_questions(town: Town) -> None:
    page = town.officer.page
    town.officer.go("/nb/innkjop/")
    page.locator("a[href$='/innkjop/ny/']").first.click()
    answers: list[Callable[[], None]] = [
        lambda: tick(page, "Varer"),
        lambda: fill(page, {"Anslått verdi": "4 200 000"}),
        lambda: fill(page, {"Antall måneder": "24"}),
        lambda: fill(page, {"Dato for kunngjøring": "2026-08-10"}),
        lambda: fill(page, {"Sted": "NO060"}),
        lambda: tick(page, "Klassisk sektor"),
    ]
    for number, answer in enumerate(answers, 1):
        says(page, f"Spørsmål {number} av 6")
        answer()
        press(page, "Neste")
    says(page, "Terskelverdier som er sammenlignet")
    assert "FOA" in page.locator("main").inner_text()
    fill(page, {"Tittel på saken": TITLE})
    press(page, "Opprett saken")
    page.wait_for_url(re.compile(r"/nb/innkjop/2026-\d+/$"))
    town.ref = page.url.rstrip("/").rpartition("/")[2]


def write_the_draft(town: Town) -> None:
    page = town.officer.page
    town.officer.go(town.case("behov/"))
    need = {
        "Behov": "Skolen får 400 nye elever.",
        "Beskrivelse i kunngjøringen": "Stoler til klasserom og kontor.",
        "CPV-kode": "39130000",
    }
    fill(page, need)
    save(page)
    follow(page, "Delkontrakter")
    fill(page.locator("fieldset.row").first, {"Tittel": "Kontorstoler"})
    fill(page, {"Hvorfor er kontrakten ikke delt opp?": "Ett kjøp gir like stoler."})
    save(page)
    follow(page, "Krav")
    fill(row(page), {"Krav ": REQUIREMENT})
    choose(row(page), {"Svar": "Ja eller nei"})
    save(page)
    fill(row(page), {"Krav ": CERTIFICATE})
    choose(row(page), {"Type krav": "Kvalifikasjonskrav til leverandøren", "Svar": "Fil"})
    save(page)
    write_criteria(page)
    follow(page, "Prisskjema")
    for line, amount in (("Stol", "100"), ("Montering", "100")):
        fill(row(page), {"Hva skal prises?": line, "Enhet": "stk", "Mengde": amount})
        save(page)
    follow(page, "Dokumenter")
    terms = town.file("konkurransegrunnlag.txt", "Kontrakten følger standardavtalen.\n")
    page.get_by_label(starting("Filer")).set_input_files(terms)
    press(page, "Last opp")
    says(page, "konkurransegrunnlag.txt")
    follow(page, "Frister")
    deadlines = {
        "Tilbudsfrist, dato": "2026-09-21",
        "Tilbudsfrist, klokkeslett": "12:00",
        "Spørsmålsfrist, dato": "2026-09-07",
        "Spørsmålsfrist, klokkeslett": "12:00",
    }
    fill(page, deadlines)
    save(page)
    follow(page, "Lag")
    first, second, third, fourth = town.people
    tick(page.get_by_role("group", name=starting("Åpnere")), first, second)
    tick(page.get_by_role("group", name=starting("Evaluatorer")), third, fourth)
    save(page)


def write_criteria(page: Page) -> None:
    follow(page, "Kriterier")
    criteria = (
        ("Pris", "Pris (regnes ut)", "40", False),
        ("Kvalitet", "Kvalitet (vurderes)", "30", False),
        ("Klima og miljø", "Kvalitet (vurderes)", "30", True),
    )
    for name, kind, weight, climate in criteria:
        fill(row(page), {"Navn": name, "Vekt i prosent": weight})
        choose(row(page), {"Måles som": kind})
        if climate:
            tick(row(page), "Dette er et klima- eller miljøkriterium")
        if not kind.startswith("Pris"):
            text = "Dokumentert med testrapport eller miljødeklarasjon."
            fill(row(page), {"Hva vurderes, og hvordan dokumenteres det?": text})
        if name == "Pris":
            page.get_by_label(re.compile("M-LIN")).check()
            fill(page, {"Regel ved lik poengsum": "Laveste pris, deretter loddtrekning."})
        save(page)
    says(page, "Riktig")


def row(page: Page) -> Locator:
    """The empty row at the bottom of a list of rows."""
    return page.locator("fieldset.row").last


def save(page: Page) -> None:
    press(page, "Lagre")
    says(page, "Utkast lagret")


def publish(town: Town) -> None:
    page = town.officer.page
    town.officer.go(town.case())
    follow(page, "Kunngjør konkurransen")
    says(page, "Kunngjøringen kan ikke trekkes tilbake")
    if page.get_by_label("Publiseringsnummer i TED").count():
        fill(page, {"Publiseringsnummer i TED": "512345-2026"})
    press(page, "Kunngjør")
    says(page, "Motta tilbud")


def find_and_ask(town: Town) -> None:
    page = town.winner.page
    town.winner.go("/nb/")
    fill(page, {"Søk i konkurranser": "kontorstoler"})
    press(page, "Søk")
    follow(page, TITLE)
    says(page, "konkurransegrunnlag.txt")
    follow(page, "Logg inn for å gi tilbud")
    fill(page, {"E-post": town.winner_email, "Passord": given.PASSWORD})
    press(page.locator("main"), "Logg inn")
    page.wait_for_url(re.compile(re.escape(town.competition())))
    fill(page, {"Spørsmålet ditt": QUESTION})
    press(page, "Send spørsmålet")
    says(page, "Dine spørsmål som venter på svar")


def answer_the_question(town: Town) -> None:
    page = town.officer.page
    town.officer.go(town.case())
    follow(page, "Svar på spørsmål")
    assert "Fjellvatn" not in page.content()
    fill(page, {"Svaret": ANSWER})
    press(page, "Publiser svaret")
    says(page, "Besvart")
    town.winner.page.reload()
    says(town.winner.page, ANSWER)


def deliver_with_javascript(town: Town) -> None:
    page = town.winner.page
    press(page, "Start tilbud")
    follow(page, "Krav")
    tick(page.get_by_role("group", name=starting(REQUIREMENT)), "Ja")
    press(page, "Lagre og gå videre")
    fill(page, {"Stol": "1 234,50", "Montering": "0"})
    press(page, "Lagre og gå videre")
    choose_requirement(page)
    page.locator("#id_files").set_input_files(town.file("skatteattest.txt", "Alt er betalt.\n"))
    upload = page.get_by_role("button", name="Last opp", exact=True)
    if upload.is_visible():
        upload.click()
    page.locator(".file-list").get_by_text("skatteattest.txt").first.wait_for()
    deliver(page)
    says(page, "Tilbudet er mottatt og forseglet")


def deliver_without_javascript(town: Town) -> None:
    page = town.other.page
    town.other.go(town.competition())
    press(page, "Start tilbud")
    follow(page, "Krav")
    tick(page.get_by_role("group", name=starting(REQUIREMENT)), "Ja")
    press(page, "Lagre og gå videre")
    fill(page, {"Stol": "1567,80", "Montering": "0"})
    press(page, "Lagre og gå videre")
    choose_requirement(page)
    page.locator("#id_files").set_input_files(town.file("attest.txt", "Ingen restanser.\n"))
    press(page, "Last opp")
    says(page, "attest.txt")
    deliver(page)
    says(page, "Tilbudet er mottatt og forseglet")


def choose_requirement(page: Page) -> None:
    choices = page.get_by_label(starting("Hva svarer filene på?"))
    choices.select_option(index=1)


def deliver(page: Page) -> None:
    follow(page, "Gå til levering")
    press(page, "Lever tilbudet")


def deliver_too_late(town: Town) -> None:
    page = town.other.page
    town.other.go(town.tender("pris/"))
    fill(page, {"Stol": "1400"})
    press(page, "Lagre og gå videre")
    town.other.go(town.tender("lever/"))
    move_clock_to(DEADLINE + timedelta(seconds=1))
    press(page, "Lever tilbudet")
    says(page, "Fristen")
    assert "1 400" not in page.content()
    town.site.complaints.clear()
    town.other.go(town.tender("kvittering/"))
    says(page, "Denne versjonen gjelder")


def open_together(town: Town) -> None:
    for number, desk in enumerate(town.openers, 1):
        desk.go(town.case("apning/"))
        fill(desk.page, {"Passordfrase": given.PASSPHRASE})
        press(desk.page, "Åpne min del")
        says(desk.page, f"{number} av 2 som trengs")
    says(town.openers[1].page, "Antall tilbud")


def declare_and_read(town: Town) -> None:
    for desk in (town.officer, *town.openers, *town.evaluators):
        desk.go(town.case("habilitet/"))
        tick(desk.page, "Nei, jeg erklærer meg habil i denne saken")
        press(desk.page, "Avgi erklæringen")
        says(desk.page, "Du har erklært deg habil")
    follow(town.officer.page, "Gå til kvalifikasjon")
    assert PRICES.search(town.officer.page.locator("main").inner_text())
    with town.officer.page.expect_download() as downloaded:
        follow(town.officer.page, "skatteattest.txt")
    assert Path(downloaded.value.path()).read_text() == "Alt er betalt.\n"


def score_without_prices(town: Town) -> None:
    for desk, points in zip(town.evaluators, (("8", "6"), ("9", "6")), strict=True):
        page = desk.page
        for part in ("kvalifikasjon/", "evaluering/"):
            desk.go(town.case(part))
            assert not PRICES.search(page.content())
        for supplier, given_points in zip(("Fjellvatn", "Bjørkely"), points, strict=True):
            line = page.get_by_role("row").filter(has_text=supplier)
            for field_of in line.get_by_label(starting("Poeng")).all():
                field_of.fill(given_points)
            for field_of in line.get_by_label(starting("Begrunnelse")).all():
                field_of.fill(f"{supplier} har testrapport og miljødeklarasjon.")
        press(page, "Lagre og lever poengene")
        press(page, "Lever poengene")
        says(page, "Sammenlign og bli enige")


def agree_and_confirm(town: Town) -> None:
    page = town.officer.page
    town.officer.go(town.case("evaluering/enighet/"))
    says(page, "Ulike poeng")
    press(page, "Lagre omforente poeng")
    follow(page, "Bekreft evalueringen")
    press(page, "Bekreft evalueringen")
    says(page, "Slik er det regnet")
    says(page, "M-LIN")
    page.locator("summary").filter(has_text="Bjørkely").first.click()
    page.locator("details[open]").get_by_text("156").first.wait_for()


def award(town: Town) -> None:
    page = town.officer.page
    follow(page, "Gå til tildelingen")
    fill(page, {"Begrunnelse for valget": "Fjellvatn har best pris og best kvalitet."})
    for criterion in ("Pris", "Kvalitet", "Klima og miljø"):
        fill(page, {f"Egenskaper og fordeler: {criterion}": f"Best på {criterion.lower()}."})
    press(page, "Lagre utkastet")
    says(page, "Forhåndsvisning av meddelelsene")
    follow(page, "Gå til utsending")
    press(page, "Send til alle")
    says(page, "Karens og signering")


def sign_after_standstill(town: Town) -> None:
    town.officer.go(town.case("karens/LOT-0001/signer/"))
    page = town.officer.page
    press(page, "Signer")
    says(page, "Signer tidligst 02.10.2026. (FOA §§ 10-2, 25-2, 30-9)")
    town.site.complaints.clear()
    move_clock_to(DEADLINE + timedelta(days=15))
    town.officer.go(town.case("karens/"))
    follow(page, "Signer kontrakten Kontorstoler")
    press(page, "Signer")
    says(page, "Kontrakten er signert for din part.")
    town.signatory.go(town.tender("resultat/"))
    follow(town.signatory.page, "Karens og signering")
    follow(town.signatory.page, "Signer kontrakten Kontorstoler")
    press(town.signatory.page, "Signer")
    says(town.signatory.page, "Avtalen er inngått")


def read_what_is_left(town: Town) -> None:
    page = town.officer.page
    town.officer.go(town.case("protokoll/"))
    with page.expect_download() as downloaded:
        follow(page, "Last ned den lagrede protokollen (PDF/A)")
    assert Path(downloaded.value.path()).read_bytes().startswith(b"%PDF")
    town.other.go(town.tender("resultat/"))
    found = town.other.page.locator("main").inner_text()
    assert "Fjellvatn har best pris og best kvalitet." in found
    assert "testrapport" in found
    assert log.verified().holds
