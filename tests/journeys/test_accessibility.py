"""No page of the demo breaks WCAG 2.2 AA as axe sees it, on wide and narrow screens.

Neither does any main form that was sent empty. Nothing scrolls sideways at 320 px, nothing is
fetched from elsewhere, the browser has nothing to complain about, and the first stop of the Tab
key is the skip link.
"""

from dataclasses import dataclass, field

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, Request

from anskaff.competition.models import Competition
from anskaff.concepts.actor import Actor
from anskaff.demo import story
from anskaff.parties import queries as parties
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (1280, 360)
STARTED = "Lekeapparater"
READY = "Vintervedlikehold"
OPEN = "Skolemat"
CLOSED = "Arbeidsklær"
HALF_OPENED = "Renhold"
OPENED = "Kontormøbler"
SCORING = "Rådgiver"
EVALUATED = "Snøskutere"
STANDSTILL = "Inventar"
MAY_SIGN = "Solceller"
SIGNED = "Trykksaker"
BAKERY = "Ferskt"
MISSING = "finnes/ikke/"

ANYONE = (
    "",
    "sok/",
    "sok/?fase=alle",
    "sok/?ord=finnesikke",
    f"konkurranser/{OPEN}/",
    f"konkurranser/{SIGNED}/",
    f"konkurranser/{STANDSTILL}/resultat/",
    "logg-inn/",
    "passord/glemt/",
    "demo/",
    "hjelp/",
    "tilgjengelighet/",
    "personvern/",
    "status/",
    "logg/",
    MISSING,
)
BUYER = (
    "innkjop/",
    "innkjop/ny/",
    "innkjop/ny/?hva=goods&verdi=4200000&varighet=24&dato=2026-12-01&sted=NO060&sektor=classic",
    "innkjop/ny/kunngjoring/",
    f"innkjop/{STARTED}/",
    f"innkjop/{READY}/",
    *(
        f"innkjop/{READY}/{part}/"
        for part in (
            "behov",
            "prosedyre",
            "delkontrakter",
            "krav",
            "kriterier",
            "prisskjema",
            "dokumenter",
            "frister",
            "lag",
            "forhandsvisning",
            "kunngjor",
        )
    ),
    f"innkjop/{STARTED}/kunngjor/",
    f"innkjop/{OPEN}/",
    f"innkjop/{OPEN}/sporsmal/",
    f"innkjop/{OPEN}/forleng/",
    f"innkjop/{OPEN}/avlys/",
    f"innkjop/{HALF_OPENED}/apning/",
    f"innkjop/{OPENED}/habilitet/",
    f"innkjop/{SCORING}/kvalifikasjon/",
    f"innkjop/{SCORING}/kvalifikasjon/1/avvis/",
    f"innkjop/{SCORING}/evaluering/enighet/",
    f"innkjop/{EVALUATED}/evaluering/resultat/",
    f"innkjop/{EVALUATED}/tildeling/",
    f"innkjop/{STANDSTILL}/tildeling/",
    f"innkjop/{STANDSTILL}/karens/",
    f"innkjop/{STANDSTILL}/karens/stans/",
    f"innkjop/{STANDSTILL}/tildeling/omgjor/",
    f"innkjop/{MAY_SIGN}/karens/LOT-0001/signer/",
    f"innkjop/{SIGNED}/protokoll/",
    f"innkjop/{SIGNED}/historikk/",
    "innboks/",
    "min-side/",
)
EVALUATOR = (f"innkjop/{SCORING}/evaluering/", f"innkjop/{SCORING}/evaluering/lever/")
OPENER = ("min-side/apningsnokkel/", f"innkjop/{CLOSED}/apning/")
SUPPLIER = (
    "leverandor/",
    f"konkurranser/{OPEN}/",
    *(f"leverandor/tilbud/{OPEN}/{part}" for part in ("", "krav/", "pris/", "filer/", "lever/")),
    f"leverandor/tilbud/{OPEN}/kvittering/",
    f"leverandor/tilbud/{OPEN}/trekk/",
    f"leverandor/tilbud/{BAKERY}/resultat/",
    "min-side/varsler/",
)
ADMINISTRATOR = ("admin/org/", "admin/org/logg/", "admin/org/utboks/", "to-trinn/")
ROLES: dict[str, tuple[str, ...]] = {
    "": ANYONE,
    "kari@nordvik.example": BUYER,
    "jonas@nordvik.example": EVALUATOR,
    "ola@nordvik.example": OPENER,
    "tuva@lyngheia.example": SUPPLIER,
    "liv@nordvik.example": ADMINISTRATOR,
}
FORMS = (
    ("", "logg-inn/"),
    ("kari@nordvik.example", "innkjop/ny/"),
    ("kari@nordvik.example", f"innkjop/{READY}/behov/"),
    ("kari@nordvik.example", f"innkjop/{READY}/frister/"),
    ("kari@nordvik.example", f"innkjop/{READY}/dokumenter/"),
    ("kari@nordvik.example", f"innkjop/{READY}/kriterier/"),
    ("kari@nordvik.example", f"innkjop/{OPEN}/avlys/"),
    ("kari@nordvik.example", f"innkjop/{OPEN}/sporsmal/"),
    ("kari@nordvik.example", f"innkjop/{OPENED}/habilitet/"),
    ("kari@nordvik.example", f"innkjop/{EVALUATED}/tildeling/"),
    ("jonas@nordvik.example", f"innkjop/{SCORING}/evaluering/lever/"),
    ("ola@nordvik.example", "min-side/apningsnokkel/"),
    ("ola@nordvik.example", f"innkjop/{CLOSED}/apning/"),
    ("tuva@lyngheia.example", f"konkurranser/{OPEN}/"),
    ("liv@nordvik.example", "admin/org/"),
)
EMPTY = """() => {
  const form = [...document.querySelectorAll("main form")].at(-1);
  for (const one of form.elements) {
    if (one.type === "hidden" || one.type === "submit") continue;
    if (one.type === "checkbox" || one.type === "radio") one.checked = false;
    else if (one.tagName !== "SELECT") one.value = "";
  }
  form.noValidate = true;
  const button = form.querySelector("button[type=submit]");
  form.requestSubmit(button);
}"""


@dataclass
class Tour:
    """The demo, its people's browser windows, and what was fetched from elsewhere."""

    site: Site
    pages: dict[str, Page] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def window(self, email: str) -> Page:
        """The window of a person; the empty name is anyone."""
        if email not in self.pages:
            page = self.site.page(person=person(email) if email else None)
            page.on("request", self._fetched)
            self.pages[email] = page
        return self.pages[email]

    def visit(self, email: str, path: str) -> Page:
        """Open a page; the beginning of a title stands for its case."""
        page = self.window(email)
        for title, ref in self.refs.items():
            path = path.replace(f"/{title}/", f"/{ref}/")
        answer = page.goto(self.site.url(f"/nb/{path}"))
        if answer is None or (answer.status >= 400 and path != MISSING):
            self.found.append(f"{path} is not shown to {email or 'anyone'}")
        return page

    def look(self, page: Page, path: str, width: int) -> None:
        """Remember what is wrong with the page as it is, at this width."""
        page.set_viewport_size({"width": width, "height": 800})
        self.found += [f"{path} at {width}: {wrong}" for wrong in self.site.violations(page)]

    def _fetched(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:", self.site.address)):
            self.elsewhere.append(request.url)


def person(email: str) -> Actor:
    """Someone of the demo in their role."""
    one = next(each for each in parties.people() if each.email == email)
    actor = parties.actor_for(one.person, one.membership)
    assert isinstance(actor, Actor)
    return actor


@pytest.fixture
def tour(site: Site, settings: LazySettings) -> Tour:
    """The demo told, and the numbers of its cases by the beginning of their titles."""
    settings.ANSKAFF_DEMO = True
    story.tell()
    cases = Competition.objects.select_related("case")
    refs = {row.title.split()[0]: f"{row.case.year}-{row.case.number}" for row in cases}
    return Tour(site=site, refs=refs)


def test_every_page_and_form_of_the_demo_is_accessible(tour: Tour) -> None:
    for email, paths in ROLES.items():
        for path in paths:
            page = tour.visit(email, path)
            for width in WIDTHS:
                tour.look(page, path, width)
            page.set_viewport_size({"width": 320, "height": 700})
            if tour.site.scrolls_sideways(page):
                tour.found.append(f"{path} scrolls sideways at 320 px")
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.className") != "ds-skip-link":
                tour.found.append(f"{path}: the first stop of Tab is not the skip link")
    for email, path in FORMS:
        page = tour.visit(email, path)
        page.set_viewport_size({"width": 1280, "height": 800})
        with page.expect_navigation():
            page.evaluate(EMPTY)
        if not page.locator(
            ".ds-error-summary, .ds-validation-message, [role=alert]:visible"
        ).count():
            tour.found.append(f"{path}: an empty form is not told what is wrong")
        for width in WIDTHS:
            tour.look(page, f"{path} sent empty", width)
    tour.site.complaints[:] = [
        one for one in tour.site.complaints if "the server responded with a status of" not in one
    ]
    assert tour.found == []
    assert tour.elsewhere == []
