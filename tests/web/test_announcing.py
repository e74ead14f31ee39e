"""The pages «Kunngjøring»: one theme at a time, with sources, preview, check and publication."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from anskaff.competition.actions import announcing, preparing, publishing
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.announcing.fields import Theme
from anskaff.competition.models import NoticeDraft
from anskaff.competition.plan import LotPlan
from anskaff.competition.queries import announcing as queries
from anskaff.concepts.actor import SYSTEM, Actor, Role, TeamRole
from anskaff.concepts.days import legal_day
from anskaff.concepts.notice import NoticeReading
from anskaff.documents.eforms import recognising
from anskaff.notices import sending
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.web.competition.announcing import words
from anskaff.web.competition.announcing.forms import name_of
from anskaff.web.documents import engine
from anskaff.web.notices.sheet import sheet_of
from tests import given
from tests.announcing import answered
from tests.conftest import STANDARDS
from tests.notices.a_notice import PACE, Clock, a_client, a_service
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db
BUYER = "oppdragsgiver"


def address(name: str, case: given.ACase, *more: object) -> str:
    with override("nb"):
        return reverse(name, args=[case.reference.replace("/", "-"), *more])


def begun(case: given.ACase, subtype: str = "16") -> int:
    return announcing.begin_notice(case.reference, subtype, by=case.officer, at=given.START)


def fill(case: given.ACase, draft: int) -> None:
    row = NoticeDraft.objects.get(pk=draft)
    answers = answered(snapshot_of(row, given.START).facts, row.subtype)
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=given.START)


def page(client: Client, where: str, status: int = 200) -> str:
    answer = client.get(where)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_case_leads_to_the_notice_that_the_law_demands() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    assert address("announcements", case) in page(client, address("case", case))
    overview = page(client, address("announcements", case))
    assert "Kunngjøring av konkurranse (16)" in overview
    assert "FOA §§ 21-1, 21-2" in overview
    answer = client.post(address("announcement-begin", case), {"subtype": "16"})
    draft = NoticeDraft.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        address("announcement", case, draft.pk),
    )
    again = client.post(address("announcement-begin", case), {"subtype": "16"})
    assert again.headers["Location"] == answer.headers["Location"]


@pytest.mark.parametrize(("subtype", "language"), [("E3", "nn"), ("16", "nb"), ("25", "en")])
def test_every_theme_opens(subtype: str, language: str) -> None:
    case = given.a_draft_case()
    draft = begun(case, subtype)
    client = logged_in(case.officer)
    snapshot = snapshot_of(NoticeDraft.objects.get(pk=draft), given.START)
    for theme in {each.field.theme for each in snapshot.values}:
        with override(language):
            ref = case.reference.replace("/", "-")
            where = reverse("announcement-theme", args=[ref, draft, theme.value])
        assert 'id="preview"' in page(client, where)


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def previewed(html: str) -> str:
    return (
        html.partition('class="ds-card as-published"')[2].partition(">")[2].split("</article>")[0]
    )


def sheet(html: str) -> str:
    """The notice itself: from its first part to what stands after the last."""
    inside = html.partition('id="del-1"')[2]
    return words_of(
        "<" + re.split(r'</article>|<section (?:id="kilder"|aria-labelledby="h-pro)', inside)[0]
    )


@time_machine.travel(given.START, tick=False)
@pytest.mark.parametrize(("subtype", "language"), [("16", "nb"), ("E3", "nn"), ("16", "en")])
def test_what_is_previewed_is_what_anyone_reads(subtype: str, language: str) -> None:
    """UX B4: the preview shows exactly what the public sees, in each language."""
    case = given.a_draft_case()
    draft = begun(case, subtype)
    fill(case, draft)
    client = logged_in(case.officer)
    where = address("announcement-theme", case, draft, BUYER)
    before = previewed(page(client, f"{where}?vis={language}"))
    data = announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    kept = registering.register(data, Source.OWN, case=case.reference, by=SYSTEM, at=given.START)
    public = page(Client(), f"/{language}/kunngjoringer/{kept.notice}/")
    assert len(sheet(before)) > 500
    assert sheet(before) == sheet(public)
    head = words_of(before.partition("</dl>")[0]).rsplit(" ", maxsplit=6)[0]
    assert head in words_of(public)


@time_machine.travel(given.START)
@pytest.mark.parametrize(
    ("language", "told", "source"),
    [
        (
            "nb",
            "Verdi av rammeavtalene Delkontrakt",
            "Høyeste verdi som er kunngjort · BT-709-LotResult",
        ),
        (
            "nn",
            "Verdi av rammeavtalane Delkontrakt",
            "Høgaste verdi som er kunngjord · BT-709-LotResult",
        ),
        (
            "en",
            "Value of the framework agreements Lot",
            "The maximum value as announced · BT-709-LotResult",
        ),
    ],
)
def test_what_a_framework_may_come_to_is_proposed_as_announced_and_read_by_all(
    language: str, told: str, source: str
) -> None:
    case = given.an_awarded_competition()
    draft = announcing.begin_notice(case.reference, "29", by=case.officer, at=given.AWARDED_AT)
    answers = {"Lot:BT-765|LOT-0001": "fa-wo-rc", "Lot:BT-271|LOT-0001": "5250000"}
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=given.AWARDED_AT)
    with override(language):
        ref = case.reference.replace("/", "-")
        where = reverse("announcement-theme", args=[ref, draft, Theme.RESULT.value])
    html = page(logged_in(case.officer), where)
    assert source in words_of(html)
    assert 'value="5250000"' in html
    assert told in sheet(html)
    assert sheet(html).replace("\xa0", " ").count("5 250 000" if language != "en" else "5,250,000")


@time_machine.travel(given.START, tick=False)
def test_the_preview_follows_what_is_typed_in_the_language_chosen() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    client = logged_in(case.officer)
    answer = client.post(
        address("announcement-theme", case, draft, BUYER),
        {name_of("Organization-Company:BT-506"): "kari@nordvik.example", "vis": "en"},
        headers={"hx-request": "true"},
    )
    shown = answer.content.decode()
    assert 'hx-swap-oob="true"' in shown
    assert "kari@nordvik.example" in previewed(shown)
    assert "Open competition" in previewed(shown)
    alone = page(client, f"{address('announcement-preview', case, draft)}?vis=nn")
    assert "Open konkurranse" in previewed(alone)


def test_a_value_from_the_case_links_to_where_it_is_changed() -> None:
    case = given.a_draft_case()
    shown = page(
        logged_in(case.officer), address("announcement-theme", case, begun(case), "anskaffelsen")
    )
    assert f'href="{address("case-need", case)}">Fra Behov</a>' in shown


def test_what_is_answered_is_saved_and_the_next_theme_opens() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    client = logged_in(case.officer)
    name = name_of("Organization-Company:BT-503")
    answer = client.post(address("announcement-theme", case, draft, BUYER), {name: "+47 75000000"})
    assert answer.headers["Location"] == address("announcement-theme", case, draft, "anskaffelsen")
    assert NoticeDraft.objects.get().answers["Organization-Company:BT-503"] == "+47 75000000"


def test_a_translation_is_required_only_of_what_is_said_in_norwegian() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    ref = case.reference.replace("/", "-")
    where = reverse("announcement-theme", args=[ref, draft, Theme.LOTS.value])
    client = logged_in(case.officer)

    def tag(html: str) -> str:
        return html.partition("Opsjoner – engelsk")[2].partition("</span>")[0].rpartition(">")[2]

    assert tag(page(client, where)) == "Valgfritt"
    key = name_of("Lot:BT-54|LOT-0001")
    assert f'name="{key}"' in page(client, where)
    client.post(where, {key: "To år til."})
    assert tag(page(client, where)) == "Må fylles ut"


def test_a_wrong_answer_is_told_at_its_field_and_nothing_typed_is_lost() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    client = logged_in(case.officer)
    mail, phone = (name_of(f"Organization-Company:{term}") for term in ("BT-506", "BT-503"))
    answer = client.post(
        address("announcement-theme", case, draft, BUYER), {mail: "ikke en adresse", phone: "12"}
    )
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{mail}"' in shown
    assert "ikke en adresse" in shown
    assert NoticeDraft.objects.get().answers["Organization-Company:BT-503"] == "12"


def test_the_regulation_of_a_national_notice_is_chosen_by_name_and_shown_with_its_address() -> None:
    case = given.a_draft_case()
    draft = begun(case, "E3")
    client = logged_in(case.officer)
    form = page(client, address("announcement-theme", case, draft, "om"))
    for name in (
        "Anskaffelsesforskriften",
        "Forsyningsforskriften",
        "Unntatt fra anskaffelsesloven",
    ):
        assert f">{name}</option>" in form
    fill(case, draft)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    said = page(client, address("announcement-theme", case, draft, "om"))
    assert "Anskaffelsesforskriften (https://lovdata.no/eli/forskrift/2016/8/12/974)" in said


def test_typing_is_kept_while_it_goes_on() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    client = logged_in(case.officer)
    answer = client.post(
        address("announcement-theme", case, draft, BUYER),
        {name_of("Organization-Company:BT-506"): "kari@"},
        headers={"hx-request": "true"},
    )
    assert answer.status_code == 200
    assert "Utkast lagret" in answer.content.decode()
    assert "kari@" in page(client, address("announcement-theme", case, draft, BUYER))


def test_the_check_names_each_fault_with_a_link_to_its_field() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    shown = page(logged_in(case.officer), address("announcement", case, draft))
    field = f"{address('announcement-theme', case, draft, BUYER)}#id_"
    assert field + name_of("Organization-Company:BT-503") in shown
    assert "FOR-2025-06-21-1437" in shown


def test_a_deadline_that_has_passed_is_told_before_anything_is_sent() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    fill(case, draft)
    client = logged_in(case.officer)
    with time_machine.travel(given.DEADLINE + timedelta(days=1)):
        shown = page(client, address("announcement", case, draft))
        assert 'data-code="notice-deadline-before-dispatch"' in shown
        assert client.post(address("announcement-send", case, draft)).status_code == 422
    assert NoticeDraft.objects.get().sent_at is None


@time_machine.travel(given.START)
@pytest.mark.standards
def test_the_published_rules_are_asked_and_lead_to_the_field(settings) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    case = given.a_draft_case()
    draft = begun(case, "E3")
    client = logged_in(case.officer)
    check = address("announcement-check", case, draft)
    assert client.get(check).status_code == 302
    fill(case, draft)
    shown = page(client, check)
    assert "Ingen av reglene er brutt." in shown
    assert "egne regler" in shown

    wrong = {"Organization-Company:BT-507": "NO999"}
    announcing.answer_notice(case.reference, draft, wrong, by=case.officer, at=given.START)
    shown = page(client, check)
    assert "Ikke gyldig" in shown
    assert "NO999" in shown
    field = f"{address('announcement-theme', case, draft, BUYER)}#id_"
    assert field + name_of("Organization-Company:BT-507") in shown

    send = address("announcement-send", case, draft)
    assert "NO999" in page(client, send)
    assert 'method="post"' not in page(client, send).partition("<main")[2]
    refused = client.post(send)
    assert refused.status_code == 422
    assert "NO999" in refused.content.decode()
    assert NoticeDraft.objects.get().sent_at is None


@time_machine.travel(given.START)
@pytest.mark.standards
def test_the_official_rules_are_made_ready_while_the_notice_is_written(settings) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    case = given.a_draft_case()
    draft = begun(case, "E2")
    fill(case, draft)
    client = logged_in(case.officer)
    page(client, address("announcement", case, draft))
    notice = recognising.written_now("E2", legal_day(given.START))
    check = address("announcement-check", case, draft)
    said = page(client, check)
    assert "gjøres klare for denne kunngjøringstypen" in said or ", offisielle regler." in said
    while engine.is_getting_ready(STANDARDS, notice, legal_day(given.START)):
        pass
    assert ", offisielle regler." in page(client, check)


@time_machine.travel(given.START)
def test_publishing_asks_first_and_then_cannot_be_done_again() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    client = logged_in(case.officer)
    send = address("announcement-send", case, draft)
    assert client.post(send).status_code == 422
    fill(case, draft)
    confirm = page(client, send)
    assert "som sender den til TED" in confirm
    assert client.post(send).status_code == 302
    assert NoticeDraft.objects.get().sent_at is not None
    assert client.post(send).status_code == 409
    xml = client.get(address("announcement-xml", case, draft))
    assert xml.headers["Content-Type"] == "application/xml"
    assert b"ContractNotice" in xml.content


def test_a_sent_notice_is_corrected_with_a_new_version() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    fill(case, draft)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    client = logged_in(case.officer)
    where = address("announcement-version", case, draft)
    assert "FOA §§ 8-4, 14-2" in page(client, where)
    answer = client.post(where)
    assert answer.status_code == 302
    second = NoticeDraft.objects.get(previous=draft)
    shown = page(client, address("announcement", case, second.pk))
    assert "Endret siden forrige versjon" in shown
    assert name_of("notice:BT-140-notice") in page(
        client, address("announcement-theme", case, second.pk, "rettelse")
    )


@time_machine.travel(given.START, tick=False)
@time_machine.travel(given.PUBLISHED_AT)
def test_cancelling_leads_through_the_case_to_the_notice_that_tells_it() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    fill(case, draft)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    given.publish(case)
    client = logged_in(case.officer)
    cancelled = client.post(
        address("case-cancel", case), {"reason": "Budsjettet er halvert.", "follows": "no"}
    )
    shown = page(client, cancelled.headers["Location"])
    where = address("announcement-version", case, draft)
    assert f'<a class="ds-button" href="{where}">Kunngjør avlysningen</a>' in shown
    for told in (shown, page(Client(), "/nb/konkurranser/2026-1/")):
        assert "Budsjettet er halvert." in told
        assert "<dt>Tilbudsfrist</dt>" not in told
    assert where in page(client, address("announcements", case))
    assert "Konkurransen er avlyst, men kunngjøringen står." in page(client, where)
    begun_now = client.post(where).headers["Location"]
    form = page(client, f"{begun_now}rettelse/")
    assert "Budsjettet er halvert.</textarea>" in form
    assert '<option value="cancel" selected>' in form
    assert begun_now in page(client, address("case", case))
    with time_machine.travel(given.DEADLINE):
        late = page(logged_in(case.officer), address("announcements", case))
    assert "Tilbudsfristen er ute" in late
    assert 'name="subtype" value="29"' in late


@time_machine.travel(given.START, tick=False)
def test_the_way_to_publication_stands_on_the_notice_of_the_case(tmp_path) -> None:
    """UX B5: each step with its time, raw answers, retry and stop, on the page of the notice."""
    case = given.a_draft_case()
    draft = begun(case)
    fill(case, draft)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    clock = Clock(given.START)
    with a_service(tmp_path, clock) as service:
        sending.send_due(clock, a_client(service), lambda _: 0)
        clock.move(PACE.ted)
        sending.send_due(clock, a_client(service), lambda _: 0)
        client = logged_in(case.officer)
        where = address("announcement", case, draft)
        shown = page(client, where)
        for words in ("Sendt:", "Validert:", "Mottatt:", "TED:", "Publisert ikke ennå"):
            assert words in words_of(shown)
        [number] = set(re.findall(r'id="pa-vei-(\d+)"', shown))
        raw = re.findall(rf"/nb/innkjop/kunngjoringer/{number}/svar/\d+/", shown)
        assert raw
        assert client.get(raw[0]).status_code == 200
        retried = client.post(f"/nb/innkjop/kunngjoringer/{number}/", {"til": where})
        assert retried.headers["Location"] == where
        assert f"/stopp/?til={where}" in shown
        clock.move(PACE.published)
        sending.send_due(clock, a_client(service), lambda _: 0)
        assert "Kvittering" in page(client, where)
        assert "Publisert" in words_of(page(client, address("announcements", case)))


@time_machine.travel(given.START, tick=False)
def test_an_officer_of_the_team_alone_sends_follows_and_stops() -> None:
    """The officer of the case needs no role in the organisation; others of it see nothing."""
    case = given.a_draft_case()
    helper = given.a_person(case.buyer, Role.EMPLOYEE, "Hanna Hjelper")
    outside = given.a_person(case.buyer, Role.EMPLOYEE, "Ulf Utenfor")
    team = [(each.person, role) for each, role in team_of_case(case)]
    team.append((helper.person, TeamRole.PROCUREMENT_OFFICER))
    preparing.set_team(case.reference, team, by=case.officer, at=given.START)
    draft = begun(case)
    fill(case, draft)
    client = logged_in(helper)
    assert client.post(address("announcement-send", case, draft)).status_code == 302
    [number] = re.findall(r'id="pa-vei-(\d+)"', page(client, address("announcement", case, draft)))
    way = f"/nb/innkjop/kunngjoringer/{number}/"
    assert case.reference in page(client, "/nb/innkjop/kunngjoringer/")
    assert case.reference not in page(logged_in(outside), "/nb/innkjop/kunngjoringer/")
    assert logged_in(outside).get(way).status_code == 404
    assert logged_in(case.openers[0]).get(way).status_code == 200
    assert logged_in(case.openers[0]).post(f"{way}stopp/").status_code == 403
    assert client.post(f"{way}stopp/").status_code == 302
    assert "Stoppet" in page(client, way)
    shown = page(client, address("announcement", case, draft))
    assert "Den ble stoppet før noe ble sendt." in shown
    assert "<dt>Klar til sending</dt>" in shown
    assert "<dt>Sendt</dt>" not in shown.partition("preview-box")[0]
    assert "Ingenting er sendt ennå" not in shown


def team_of_case(case: given.ACase) -> list[tuple[Actor, TeamRole]]:
    openers = [(each, TeamRole.OPENING_OFFICER) for each in case.openers]
    evaluators = [(each, TeamRole.EVALUATOR) for each in case.evaluators]
    return [(case.officer, TeamRole.PROCUREMENT_OFFICER), *openers, *evaluators]


def test_an_opener_reads_but_gets_no_form() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    client = logged_in(case.openers[0])
    shown = page(client, address("announcement-theme", case, draft, BUYER))
    assert "Lagre og gå videre" not in shown
    answer = client.post(address("announcement-theme", case, draft, BUYER), {})
    assert answer.status_code == 403


def test_strangers_and_unknown_addresses_find_nothing() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    assert Client().get(address("announcement", case, draft)).status_code in {302, 403, 404}
    client = logged_in(case.officer)
    for where in (
        address("announcement-theme", case, draft, "tull"),
        address("announcement", case, draft + 1),
    ):
        assert client.get(where).status_code == 404


def test_anyone_reads_what_a_correction_changed() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    fill(case, draft)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    given.publish(case)
    later = given.PUBLISHED_AT + timedelta(days=5)
    publishing.extend_deadline(
        case.reference,
        given.DEADLINE + timedelta(days=7),
        reason="Nye tegninger.",
        by=case.officer,
        at=later,
    )
    second = announcing.begin_version(case.reference, draft, by=case.officer, at=later)
    row = NoticeDraft.objects.get(pk=second)
    answers = {
        **answered(snapshot_of(row, later).facts, row.subtype, correction=True),
        "change:BT-13716-notice|own-1": "LOT-0001",
        "change:BT-718-notice|own-1": "true",
        "change:BT-719-notice|own-1": "2026-08-20",
    }
    announcing.answer_notice(case.reference, second, answers, by=case.officer, at=later)
    public = address("competition", case)
    assert "Hva som er endret" not in page(Client(), public)
    announcing.send_notice(case.reference, second, by=case.officer, at=later)
    shown = page(Client(), public)
    assert re.search(r"<del>tirsdag\s15\.09\.2026", shown)
    lot = snapshot_of(row, later).facts.lots[0].title
    told = words_of(shown).replace("\xa0", " ")
    assert f"{lot}: Nye tegninger. (konkurransegrunnlaget endret 20.08.2026)" in told
    assert re.search(r"<ins>tirsdag\s22\.09\.2026", shown)


@pytest.mark.standards
def test_a_nynorsk_page_has_nynorsk_labels_and_says_where_a_hint_is_in_bokmaal(settings) -> None:
    """The publisher has no Nynorsk (eforms-nor 1.14.2-patch6); see WCAG 3.1.2."""
    settings.ANSKAFF_STANDARDS = STANDARDS
    case = given.a_draft_case()
    draft = begun(case)
    ref = case.reference.replace("/", "-")
    client = logged_in(case.officer)
    with override("nn"):
        there = page(client, reverse("announcement-theme", args=[ref, draft, Theme.LOTS.value]))
    assert '<span lang="nb">' in there
    assert "(bokmål)" in there
    with override("nb"):
        here = page(client, reverse("announcement-theme", args=[ref, draft, Theme.LOTS.value]))
    assert "(bokmål)" not in here


@pytest.mark.parametrize(
    ("language", "first", "more", "whole"),
    [
        ("nb", "Endring 1: Tilbudsfrist", "En endring til, hvis noe mer er endret", "Hele"),
        ("nn", "Endring 1: Tilbodsfrist", "Ei endring til, om noko meir er endra", "Heile"),
        ("en", "Change 1: Deadline", "One more change, if something else has changed", "The"),
    ],
)
def test_a_correction_proposes_what_differs_and_has_room_for_more(
    language: str, first: str, more: str, whole: str
) -> None:
    """Each change by itself, without a script; what is saved makes room for the next."""
    required = {"nb": "Må fylles ut", "nn": "Må fyllast ut", "en": "Required"}
    case = given.a_draft_case()
    draft = begun(case)
    fill(case, draft)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    given.publish(case)
    later = given.PUBLISHED_AT + timedelta(days=5)
    moved = given.DEADLINE + timedelta(days=7)
    publishing.extend_deadline(
        case.reference, moved, reason="Nye tegninger.", by=case.officer, at=later
    )
    second = announcing.begin_version(case.reference, draft, by=case.officer, at=later)
    with override(language):
        ref = case.reference.replace("/", "-")
        where = reverse("announcement-theme", args=[ref, second, Theme.CHANGE.value])
    client = logged_in(case.officer)
    empty = page(client, where)
    assert first in words_of(empty)
    assert more in words_of(empty)
    assert whole in words_of(empty)
    assert "Tilbudsfrist: endret fra" in empty
    sections = name_of("change:BT-13716-notice|own-1")
    assert f'name="{name_of("change:BT-141(a)-notice|own-1")}"' in empty
    needed = empty.partition(more)[2].partition('class="buttons"')[0]
    assert required[language] not in needed
    assert required[language] in empty
    assert name_of("change:BT-141(a)-notice|own-2") not in empty
    written = {
        name_of("notice:BT-140-notice"): "update-add",
        name_of("change:BT-141(a)-notice|own-1"): "Ny tegning.",
        sections: ["LOT-0001", "ORG-0001"],
        "stay": "1",
    }
    assert client.post(where, written).status_code == 302
    kept = page(client, where)
    assert NoticeDraft.objects.get(pk=second).answers["change:BT-13716-notice|own-1"] == (
        "LOT-0001 ORG-0001"
    )
    assert name_of("change:BT-141(a)-notice|own-2") in kept


@pytest.mark.parametrize(
    ("language", "more", "told"),
    [
        ("nb", "En gruppe av delkontrakter til", "Delkontrakter i gruppen Skole, Bibliotek"),
        ("nn", "Ei gruppe av delkontraktar til", "Delkontraktar i gruppa Skole, Bibliotek"),
        ("en", "One more group of lots", "Lots of the group Skole, Bibliotek"),
    ],
)
def test_lots_are_grouped_on_the_page_of_the_lots_and_read_so_by_all(
    language: str, more: str, told: str
) -> None:
    lots = (LotPlan(key="LOT-0001", title="Skole"), LotPlan(key="LOT-0002", title="Bibliotek"))
    case = given.a_draft_case(lots=lots)
    draft = begun(case)
    with override(language):
        ref = case.reference.replace("/", "-")
        where = reverse("announcement-theme", args=[ref, draft, Theme.LOTS.value])
    client = logged_in(case.officer)
    assert more in words_of(page(client, where))
    written = {
        name_of("LotsGroup:BT-1375-Procedure|GLO-0001"): ["LOT-0001", "LOT-0002"],
        name_of("LotsGroup:BT-21|GLO-0001"): "Begge",
        name_of("LotsGroup:BT-21|GLO-0001@en"): "Both",
        "stay": "1",
    }
    assert client.post(where, written).status_code == 302
    kept = page(client, where)
    assert told in sheet(kept)
    assert "GLO-0002" in kept
    findings = queries.notice_of_case(case.reference, draft, case.officer, given.START).findings
    wrong = {each.where for each in findings if each.where.startswith("LotsGroup")}
    assert wrong == {"LotsGroup:BT-24|GLO-0001", "LotsGroup:BT-24|GLO-0001@en"}


def test_one_lot_cannot_be_grouped() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    shown = page(
        logged_in(case.officer),
        address("announcement-theme", case, draft, Theme.LOTS.value),
    )
    assert "LotsGroup" not in shown


@pytest.mark.standards
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_field_of_a_result_has_a_name_of_its_own(settings, language: str) -> None:
    """The kinds of tenders received have one official name, and some Bokmål names mislead."""
    settings.ANSKAFF_STANDARDS = str(STANDARDS)
    case = given.an_awarded_competition()
    draft = announcing.begin_notice(case.reference, "29", by=case.officer, at=given.AWARDED_AT)
    row = NoticeDraft.objects.get(pk=draft)
    values = snapshot_of(row, given.AWARDED_AT).values
    with override(language):
        names = [
            words.label_of(each.field, "29") for each in values if each.field.theme is Theme.RESULT
        ]
    assert len(set(names)) == len(names)
    assert "Betalingsmiddelidentifikator" not in names


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "Flest delkontrakter én leverandør kan vinne: 1"),
        ("nn", "Flest delkontraktar éin leverandør kan vinne: 1"),
        ("en", "Most lots that one supplier may win: 1"),
    ],
)
def test_anyone_reads_how_many_lots_one_supplier_may_win(language: str, told: str) -> None:
    with override(language):
        parts = sheet_of(NoticeReading(subtype="16", most_lots_awarded=1))
    assert told in {f"{fact.label}: {fact.text}" for part in parts for fact in part.facts}
