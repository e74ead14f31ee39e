"""The page of a notice on its way: state in words, times, raw answers, retry, stop, receipt."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from anskaff.concepts.actor import Actor, Role
from anskaff.demo.notice_service import Manner, NoticeServiceSandbox
from anskaff.documents import checking
from anskaff.documents.eforms.labels import official
from anskaff.notices import sending as worker
from anskaff.notices.actions import sending
from anskaff.notices.actions.sending import submit
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.queries import submissions as queries
from anskaff.web import session_time
from tests import given
from tests.conftest import STANDARDS
from tests.documents.notices import NORWEGIAN, ON, content
from tests.notices.a_notice import AT, KEY, PACE, Clock, a_client, a_notice, a_service
from tests.pdf_text import text_of_pdf
from tests.web.browser import Site
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path, clock, settings) -> Iterator[NoticeServiceSandbox]:
    with a_service(tmp_path / "kept", clock) as running:
        settings.ANSKAFF_NOTICE_SERVICE_URL = running.address
        settings.ANSKAFF_NOTICE_SERVICE_KEY = KEY
        yield running


@pytest.fixture
def officer() -> Actor:
    return given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Innkjøper")


def work(service: NoticeServiceSandbox, clock: Clock) -> None:
    worker.send_due(clock, a_client(service), lambda _: 0)


def shown(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).split())


def test_the_timeline_has_a_word_and_a_norwegian_time_for_each_step(
    officer, service, clock
) -> None:
    """UX B5, G1."""
    number = submit(a_notice(), by=officer, at=AT)
    work(service, clock)
    clock.move(PACE.ted)
    work(service, clock)
    text = shown(logged_in(officer).get(f"/nb/innkjop/kunngjoringer/{number}/").content)
    for word in ("Sendt:", "Validert:", "Mottatt:", "TED:", "Publisert ikke ennå", "(norsk tid)"):
        assert word in text
    assert "lørdag 21.11.2026 kl. 10.00" in text


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Venter på å bli sendt"), ("nn", "Ventar på å bli send"), ("en", "Waiting to be sent")],
)
def test_the_page_speaks_the_readers_language(officer, service, language, words) -> None:
    number = submit(a_notice(), by=officer, at=AT)
    page = logged_in(officer).get(f"/{language}/innkjop/kunngjoringer/{number}/")
    assert words in shown(page.content)


def test_without_a_service_the_page_says_that_nothing_is_sent(officer, clock) -> None:
    number = submit(a_notice(), by=officer, at=AT)
    client = logged_in(officer)
    before = shown(client.get(f"/nb/innkjop/kunngjoringer/{number}/").content)
    worker.send_due(clock, None, lambda _: 0)
    after = shown(client.get(f"/nb/innkjop/kunngjoringer/{number}/").content)
    assert "ikke koblet til tjenesten" in before
    assert "Ikke sendt" in after


def test_a_fault_is_shown_with_what_to_do_and_the_raw_answer(officer, clock, tmp_path) -> None:
    fault = Fault(text="The value is <missing>", rule="BR-BT-00021-0101", place="/*/cbc:Name")
    number = submit(a_notice(), by=officer, at=AT)
    with a_service(tmp_path, clock, judge=lambda _: (fault,)) as service:
        work(service, clock)
    client = logged_in(officer)
    page = client.get(f"/nb/innkjop/kunngjoringer/{number}/").content.decode()
    assert "The value is &lt;missing&gt;" in page
    assert "BR-BT-00021-0101" in page
    assert "send inn en ny versjon" in page
    answers = re.findall(rf"/nb/innkjop/kunngjoringer/{number}/svar/\d+/", page)
    assert len(answers) == 3
    raw = client.get(answers[0])
    assert b"BR-BT-00021-0101" in raw.getvalue()
    assert raw["Content-Disposition"].startswith("attachment")
    assert raw["Content-Type"] == "application/octet-stream"


def test_the_notice_is_downloaded_as_it_is_sent(officer) -> None:
    number = submit(a_notice(), by=officer, at=AT)
    page = logged_in(officer).get(f"/nb/innkjop/kunngjoringer/{number}/xml/")
    assert page.getvalue() == a_notice()


def test_stopping_has_its_own_page_with_the_consequences(officer, service, clock) -> None:
    """UX G7."""
    number = submit(a_notice(), by=officer, at=AT)
    client = logged_in(officer)
    asked = client.get(f"/nb/innkjop/kunngjoringer/{number}/stopp/").content.decode()
    assert "ikke sendes inn igjen" in asked
    assert queries.submission(number, officer).state == "waiting"
    done = client.post(f"/nb/innkjop/kunngjoringer/{number}/stopp/", follow=True)
    assert "Stoppet" in shown(done.content)
    work(service, clock)
    assert service.asked == []


@pytest.mark.parametrize(
    ("back", "lands"),
    [("/nb/innkjop/", "/nb/innkjop/"), ("//evil.example/", None), ("https://evil.example/", None)],
)
def test_a_deed_comes_back_to_the_page_it_was_asked_for_on(officer, service, back, lands) -> None:
    number = submit(a_notice(), by=officer, at=AT)
    where = f"/nb/innkjop/kunngjoringer/{number}/"
    answer = logged_in(officer).post(where, {"til": back})
    assert answer.headers["Location"] == (lands or where)


def test_try_again_looks_before_it_sends(officer, service, clock) -> None:
    number = submit(a_notice(), by=officer, at=AT)
    service.will(Manner.LOST)
    work(service, clock)
    client = logged_in(officer)
    page = client.get(f"/nb/innkjop/kunngjoringer/{number}/")
    assert "Sendt, uten sikkert svar" in shown(page.content)
    client.post(f"/nb/innkjop/kunngjoringer/{number}/")
    work(service, Clock(queries.submission(number, officer).next_at))
    assert queries.submission(number, officer).state == "received"
    assert len([one for one in service.asked if one.endswith("/submit")]) == 1


def test_a_published_notice_has_a_receipt_on_the_page_and_as_pdf(officer, service, clock) -> None:
    """UX G9."""
    number = submit(a_notice(), by=officer, at=AT)
    client = logged_in(officer)
    work(service, clock)
    assert client.get(f"/nb/innkjop/kunngjoringer/{number}/kvittering/").status_code == 404
    clock.move(PACE.published)
    work(service, clock)
    seen = queries.submission(number, officer)
    text = shown(client.get(f"/nb/innkjop/kunngjoringer/{number}/").content)
    printed = text_of_pdf(client.get(f"/nb/innkjop/kunngjoringer/{number}/kvittering/").getvalue())
    for fact in (seen.publication, seen.sha256, "Kari Innkjøper"):
        assert fact in text
        assert fact in printed.replace(" ", "") or fact in printed


def test_the_timeline_renews_itself_until_it_is_finished(officer, service, clock) -> None:
    """UX G8; and what renews itself keeps no login going (G5)."""
    number = submit(a_notice(), by=officer, at=AT)
    client = logged_in(officer)
    page = client.get(f"/nb/innkjop/kunngjoringer/{number}/").content.decode()
    assert 'hx-trigger="every 15s"' in page
    kept = client.session[session_time.KEY]
    address = f"/nb/innkjop/kunngjoringer/{number}/tidslinje/"
    session = client.session
    session[session_time.KEY] = "2020-01-01T00:00:00+00:00"
    session.save()
    same = client.get(f"{address}?sett=waiting-0", headers={"x-by-itself": "true"})
    assert "HX-Retarget" not in same.headers
    assert client.session[session_time.KEY] != kept
    work(service, clock)
    clock.move(PACE.published)
    work(service, clock)
    changed = client.get(f"{address}?sett=waiting-0", headers={"x-by-itself": "true"})
    assert changed["HX-Retarget"] == f"#pa-vei-{number}"
    assert b"hx-trigger" not in changed.content
    assert "Kvittering" in shown(changed.content)


@pytest.mark.parametrize("path", ["", "tidslinje/", "stopp/", "xml/", "kvittering/", "svar/1/"])
def test_it_is_not_there_for_others(officer, path) -> None:
    number = submit(a_notice(), by=officer, at=AT)
    other = given.a_person(given.a_buyer(2), Role.PROCUREMENT_OFFICER, "Ola Annen")
    for who in (number, number + 1, 10**30):
        page = logged_in(other).get(f"/nb/innkjop/kunngjoringer/{who}/{path}")
        assert page.status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_an_officer_follows_a_notice_through_a_lost_reply_to_publication(
    site: Site, service, clock
) -> None:
    """By keyboard and on a phone, with nothing for axe to find."""
    officer = given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Innkjøper")
    number = submit(a_notice(), case="2026/1001", by=officer, at=AT)
    page = site.page(person=officer, width=320)
    service.will(Manner.LOST)
    work(service, clock)
    page.goto(site.url(f"/nb/innkjop/kunngjoringer/{number}/"))
    assert (
        page.locator(".timeline [role=status]").inner_text().startswith("Sendt, uten sikkert svar")
    )
    assert not site.scrolls_sideways(page)
    assert site.violations(page) == []
    page.get_by_role("button", name="Prøv igjen").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Vi prøver igjen om noen sekunder.").wait_for()
    work(service, Clock(queries.submission(number, officer).next_at or AT))
    page.reload()
    assert page.locator(".timeline [role=status]").inner_text().startswith("Mottatt")
    page.get_by_role("link", name="Stopp").click()
    assert site.violations(page) == []
    page.get_by_role("link", name="Tilbake").click()
    clock.at = queries.submission(number, officer).next_at + PACE.published
    work(service, clock)
    page.reload()
    page.get_by_role("heading", name="Kvittering").wait_for()
    assert not site.scrolls_sideways(page)
    assert site.violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned kvitteringen").click()
    assert download.value.suggested_filename == f"kvittering-{number}.pdf"
    page.get_by_role("link", name="Innsendte kunngjøringer").click()
    assert not site.scrolls_sideways(page)
    assert site.violations(page) == []
    assert page.get_by_role("row", name="Skolemøbler").get_by_text("Publisert").is_visible()


@pytest.mark.standards
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_fault_that_we_know_is_told_in_the_readers_words(
    officer, clock, tmp_path, settings, language
) -> None:
    """The field by its official name, our own finding with its cure, and what the service wrote."""
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    data = content(NORWEGIAN / "national-e/INVALID-national-e2-with-wrong-procedure-currency.xml")
    clock.at = datetime(ON.year, ON.month, ON.day, 10, tzinfo=UTC)
    number = submit(data, by=officer, at=clock())
    judged = (
        Fault(text="Currency", rule="EFORMS-NOR-NATIONAL-CR-R001B"),
        Fault(text="Deadline", rule="BR-BT-00131-0101"),
    )
    with a_service(tmp_path, clock, judge=lambda _: judged) as service:
        work(service, clock)
    page = logged_in(officer).get(f"/{language}/innkjop/kunngjoringer/{number}/")
    text = html.unescape(shown(page.content))
    [ours] = [
        each
        for each in checking.check(data, on=ON, bundle=STANDARDS).findings
        if each.kind.rule == judged[0].rule
    ]
    assert ours.cure(language) in text
    assert f"{official(STANDARDS).field_label('BT-131').in_(language)} (BT-131):" in text
    assert "Currency" in text


def test_the_list_shows_the_organisations_own_by_state_and_words_and_exports_them(
    officer, service, clock
) -> None:
    """UX G11."""
    first = submit(a_notice(1, title="Skolemøbler"), case="2026/1", by=officer, at=AT)
    submit(a_notice(2, title="=Vintervedlikehold"), case="2026/2", by=officer, at=AT)
    sending.stop(first, by=officer, at=AT)
    other = given.a_person(given.a_buyer(2), Role.PROCUREMENT_OFFICER, "Ola Annen")
    client = logged_in(officer)

    def titles(query: str) -> list[str]:
        page = client.get(f"/nb/innkjop/kunngjoringer/{query}").content.decode()
        return re.findall(r'kunngjoringer/\d+/">([^<]+)<', page)

    assert titles("") == ["=Vintervedlikehold", "Skolemøbler"]
    assert titles("?tilstand=stopped") == ["Skolemøbler"]
    assert titles("?q=2026/2") == ["=Vintervedlikehold"]
    assert titles("?q=ingen") == []
    assert "0 kunngjøringer" in shown(logged_in(other).get("/nb/innkjop/kunngjoringer/").content)
    table = client.get("/nb/innkjop/kunngjoringer/?format=csv&q=vinter").content.decode("utf-8-sig")
    assert len(table.splitlines()) == 2
    assert "'=Vintervedlikehold" in table
