"""A notice from its case to publication, corrected, and its result: in each language."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from anskaff.competition.actions import announcing
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.models import NoticeDraft
from anskaff.concepts.actor import Actor
from anskaff.concepts.days import legal_day
from anskaff.demo.notice_service import NoticeServiceSandbox
from anskaff.notices import sending
from anskaff.project import clock as real_clock
from anskaff.web.competition.announcing.forms import name_of
from tests import given
from tests.announcing import answered
from tests.conftest import STANDARDS
from tests.notices.a_notice import PACE, Clock, a_client, a_service
from tests.web.browser import Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.standards,
    pytest.mark.django_db(transaction=True),
]
PHONE = f"#id_{name_of('Organization-Company:BT-503')}"
SLOW = 60_000
"""Milliseconds; the official rules of a subtype are compiled when they are first asked."""
PUBLISHED = {"nb": "Publisert", "nn": "Publisert", "en": "Published"}


@pytest.fixture
def clock() -> Clock:
    return Clock(real_clock.now())


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> Iterator[NoticeServiceSandbox]:
    with a_service(tmp_path, clock) as running:
        yield running


def open_by(page: Page, ending: str) -> None:
    """Follow the first link in the page's own content to an address with this ending."""
    page.locator(f'main a[href$="{ending}"]').first.click(timeout=SLOW)


def answer_the_rest(reference: str, officer: Actor) -> NoticeDraft:
    """What the buyer has not answered in the browser."""
    row = NoticeDraft.objects.filter(sent_at=None).get(competition__case__reference=reference)
    now = real_clock.now()
    told = answered(snapshot_of(row, now).facts, row.subtype, correction=row.previous is not None)
    signed = legal_day(now - timedelta(days=1)).isoformat()
    rest = {
        key: signed if "BT-145" in key else said
        for key, said in told.items()
        if not row.answers.get(key)
    }
    announcing.answer_notice(reference, row.pk, rest, by=officer, at=now)
    return row


def publish(page: Page) -> None:
    """Check, read what follows, and publish."""
    page.reload()
    open_by(page, "/kontroller/")
    expect(page.locator('main .ds-tag[data-color="success"]')).to_be_visible(timeout=SLOW)
    open_by(page, "/publiser/")
    page.locator("main form button[type=submit]").click()


def let_the_service_publish(service: NoticeServiceSandbox, clock: Clock) -> None:
    """The worker sends it, and asks again when the service has had its time."""
    clock.at = max(clock.at, real_clock.now())
    sending.send_due(clock, a_client(service), lambda _: 0)
    clock.move(PACE.published)
    sending.send_due(clock, a_client(service), lambda _: 0)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_notice_is_published_corrected_and_followed_by_its_result(
    site: Site,
    settings: LazySettings,
    service: NoticeServiceSandbox,
    clock: Clock,
    language: str,
) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    now = real_clock.now()
    case = given.a_draft_case(
        deadline=now + timedelta(days=60), question_deadline=now + timedelta(days=45)
    )
    page = site.page(person=case.officer)
    page.goto(site.url(f"/{language}/innkjop/{case.reference.replace('/', '-')}/"))
    open_by(page, "/kunngjoringer/")
    page.locator('main form[action$="/begynn/"] button').first.click()

    page.locator(f'main .findings a[href$="{PHONE}"]').click()
    expect(page.locator(PHONE)).to_be_focused()
    page.locator(PHONE).fill("+47 75000000")
    page.locator("main button[name=stay]").click()
    expect(page.locator(PHONE)).to_have_value("+47 75000000")
    assert site.violations(page) == []
    first = answer_the_rest(case.reference, case.officer)
    notice = f"/{language}/innkjop/{case.reference.replace('/', '-')}/kunngjoringer/"
    page.goto(site.url(f"{notice}{first.pk}/"))
    publish(page)

    let_the_service_publish(service, clock)
    arrived = page.locator('.on-its-way .ds-tag[data-color="success"]')
    expect(arrived).to_have_text(PUBLISHED[language], timeout=SLOW)
    assert site.violations(page) == []
    anyone = site.page()
    anyone.goto(site.url(f"/{language}/kunngjoringer/{first.notice}/"))
    expect(anyone.locator("main")).to_contain_text(str(first.notice))

    page.goto(site.url(f"{notice}{first.pk}/"))
    open_by(page, "/rett/")
    page.locator("main form button[type=submit]").click()
    second = answer_the_rest(case.reference, case.officer)
    page.goto(site.url(f"{notice}{second.pk}/oppdragsgiver/"))
    page.locator(PHONE).fill("+47 75000001")
    page.locator("main button[name=stay]").click()
    page.goto(site.url(f"{notice}{second.pk}/"))
    expect(page.locator("main")).to_contain_text("+47 75000000")
    publish(page)
    let_the_service_publish(service, clock)
    anyone.reload()
    expect(anyone.locator("main")).to_contain_text("+47 75000001")
    expect(anyone.locator("main")).to_contain_text("02")

    awarded = given.an_awarded_competition(serial=2)
    window = site.page(person=awarded.officer)
    result = f"/{language}/innkjop/{awarded.reference.replace('/', '-')}/kunngjoringer/"
    window.goto(site.url(result))
    window.locator('main form[action$="/begynn/"] button').first.click()
    last = answer_the_rest(awarded.reference, awarded.officer)
    publish(window)
    let_the_service_publish(service, clock)
    anyone.goto(site.url(f"/{language}/kunngjoringer/{last.notice}/"))
    expect(anyone.locator("main")).to_contain_text("Bjørkely Interiør AS")
    assert site.violations(anyone) == []
