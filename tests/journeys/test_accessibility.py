"""No page of the demo breaks WCAG 2.2 AA as axe sees it, on wide and narrow screens.

Neither does any main form that was sent empty. Nothing scrolls sideways at 320 px, nothing is
fetched from elsewhere, the browser has nothing to complain about, and the first stop of the Tab
key is the skip link, but where a summary of errors has the focus (UX G6).
"""

from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.journeys.tour import (
    BAKERY,
    CLOSED,
    EVALUATED,
    HALF_OPENED,
    MAY_SIGN,
    MISSING,
    NOTICE,
    OPEN,
    OPENED,
    READY,
    RESULT,
    SCORING,
    SIGNED,
    STANDSTILL,
    STARTED,
    Tour,
    begin,
)
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (1280, 360)
ANYONE = (
    "",
    "sok/",
    "sok/?fase=alle",
    "sok/?ord=finnesikke",
    "kunngjoringer/",
    "kunngjoringer/?fase=alle&ord=kontor&cpv=39&sosial=on&frist_fra=feil",
    "kunngjoringer/?ord=finnesikke",
    f"kunngjoringer/{NOTICE.notice}/",
    f"kunngjoringer/{RESULT.notice}/",
    f"konkurranser/{OPEN}/",
    f"konkurranser/{SIGNED}/",
    f"konkurranser/{STANDSTILL}/resultat/",
    "logg-inn/",
    "passord/glemt/",
    "demo/",
    "regler/",
    "koder/cpv/",
    "koder/nuts/?ord=oslo",
    "regler/?kind=works&buyer=state&value=70000000&on=2026-11-18&dps=true",
    "dokumentsjekk/",
    "hjelp/",
    "tilgjengelighet/",
    "personvern/",
    "status/",
    "dokumentsjekk/",
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
    "innkjop/kunngjoringer/",
    *(
        f"innkjop/kunngjoringer/{state}/"
        for state in ("waiting", "uncertain", "refused", "stopped", "published")
    ),
    f"innkjop/{STARTED}/kunngjoringer/",
    f"innkjop/{STARTED}/kunngjoringer/{STARTED}-01/",
    *(
        f"innkjop/{READY}/kunngjoringer/{READY}-02/{part}"
        for part in (
            "",
            "om/",
            "oppdragsgiver/",
            "anskaffelsen/",
            "delkontrakter/",
            "prosedyre/",
            "kriterier/",
            "frister/",
            "dokumenter/",
            "vilkar/",
            "klage/",
            "kontroller/",
            "publiser/",
        )
    ),
    f"innkjop/{OPEN}/kunngjoringer/",
    f"innkjop/{OPEN}/kunngjoringer/{OPEN}-02/",
    f"innkjop/{OPEN}/kunngjoringer/{OPEN}-02/rett/",
    f"innkjop/{SIGNED}/kunngjoringer/{SIGNED}-01/resultat/",
    "innkjop/kunngjoringer/waiting/stopp/",
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
    "lagrede-sok/",
)
ADMINISTRATOR = (
    "admin/org/",
    "admin/kunngjoringer/",
    "admin/org/logg/",
    "admin/org/utboks/",
    "to-trinn/",
)
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
    ("liv@nordvik.example", "admin/kunngjoringer/"),
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


@pytest.fixture
def tour(site: Site, settings: LazySettings, tmp_path: Path) -> Tour:
    """The demo, ready to walk through."""
    settings.ANSKAFF_DEMO = True
    return begin(site, tmp_path)


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
            told = page.locator("ds-error-summary").count()
            skip = page.evaluate("document.activeElement.className") == "ds-skip-link"
            if not skip and not told:
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
