"""The buyer's pages: from the six questions to a published competition, without JavaScript."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from anskaff.competition.actions import preparing
from anskaff.competition.models import Competition
from anskaff.competition.plan import Need
from anskaff.competition.queries import preparing as queries
from anskaff.concepts.actor import Actor, Role, TeamRole
from anskaff.concepts.money import Money
from anskaff.parties.models import Person
from tests import given
from tests.conftest import STANDARDS

pytestmark = pytest.mark.django_db
SECTIONS = (
    "case",
    "case-need",
    "case-procedure",
    "case-lots",
    "case-requirements",
    "case-criteria",
    "case-prices",
    "case-documents",
    "case-deadlines",
    "case-team",
    "case-preview",
    "case-publish",
)


def browser_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def ref(case: given.ACase) -> str:
    return case.reference.replace("/", "-")


@pytest.mark.parametrize("name", SECTIONS)
def test_every_page_of_a_draft_opens_for_its_officer(name: str) -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).get(reverse(name, args=[ref(case)]))
    assert answer.status_code == 200


@pytest.mark.parametrize("name", SECTIONS)
def test_every_page_of_a_published_case_opens_for_its_team(name: str) -> None:
    case = given.a_published_competition()
    answer = browser_of(case.evaluators[0]).get(reverse(name, args=[ref(case)]))
    assert answer.status_code == 200


def test_home_opens() -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).get(reverse("buyer-home"))
    assert answer.status_code == 200
    assert case.reference in answer.content.decode()


GUIDE = {
    "hva": "goods",
    "verdi": "2 600 000,50 kr",
    "varighet": "24",
    "dato": "17.12.2026",
    "sted": "NO060",
    "sektor": "classic",
}


def an_officer() -> Actor:
    return given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Nes")


def test_six_questions_one_per_page_lead_to_a_case() -> None:
    officer = an_officer()
    client = browser_of(officer)
    address = reverse("new-case")
    answered: dict[str, str] = {}
    for name, value in GUIDE.items():
        page = client.get(address, answered)
        assert page.status_code == 200
        assert f'name="{name}"' in page.content.decode()
        answered[name] = value
    result = client.get(address, answered)
    assert "FOA § 20-2" in result.content.decode()
    made = client.post(
        f"{address}?{urlencode(answered)}", {"title": "Nye stoler", "procedure": "open"}
    )
    assert made.status_code == 302
    view = queries.case("2026/1", officer, given.START)
    assert (view.plan.need.title, view.plan.regulation_part) == ("Nye stoler", "III")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hva", "biler"),
        ("verdi", "mye"),
        ("verdi", "-5"),
        ("varighet", "0"),
        ("dato", "i morgen"),
        ("dato", "01.01.2001"),
        ("sted", "overalt"),
        ("sektor", "x" * 300),
    ],
)
def test_a_wrong_answer_is_asked_again_with_the_reason(name: str, value: str) -> None:
    page = browser_of(an_officer()).get(reverse("new-case"), GUIDE | {name: value})
    assert page.status_code == 422
    shown = page.content.decode()
    assert f'name="{name}"' in shown
    assert "ds-error-summary" in shown


def test_the_guide_proposes_noon_on_a_working_day_and_says_how_it_counted() -> None:
    page = browser_of(an_officer()).get(reverse("new-case"), GUIDE | {"dato": "18.11.2026"})
    shown = page.content.decode().replace("\u00a0", " ")
    assert "Foreslått tilbudsfrist" in shown
    assert "21.12.2026" in shown
    assert "30 kalenderdager regnet fra dagen etter kunngjøringen" in shown
    assert "R-CALC" not in shown
    assert "FOA § 7-6" in shown


def test_another_procedure_without_a_reason_is_422_and_makes_nothing() -> None:
    client = browser_of(an_officer())
    address = f"{reverse('new-case')}?{urlencode(GUIDE | {'verdi': '1500000'})}"
    answer = client.post(address, {"title": "Stoler", "procedure": "open"})
    assert answer.status_code == 422
    assert not Competition.objects.exists()


def need_fields(**changes: str) -> dict[str, str]:
    return {
        "title": "Stoler",
        "kind": "goods",
        "language": "nb",
        "description": "Stoler.",
        "estimated_value_nok": "4 200 000",
    } | changes


def test_need_is_saved_and_says_when() -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).post(
        reverse("case-need", args=[ref(case)]), need_fields(), follow=True
    )
    assert "Utkast lagret" in answer.content.decode()
    assert queries.case(case.reference, case.officer, given.START).plan.need.title == "Stoler"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"title": "a\x00b"},
        {"kind": "bil"},
        {"estimated_value_nok": "mange"},
        {"estimated_value_nok": "1e30"},
        {"estimated_value_nok": "NaN"},
        {"cpv": "stoler"},
        {"duration_months": "-1"},
        {"duration_months": "9" * 30},
        {"contract_start": "31.02.2026"},
        {"language": "sv"},
    ],
)
def test_a_wrong_need_is_422_and_changes_nothing(changes: dict[str, str]) -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).post(
        reverse("case-need", args=[ref(case)]), need_fields(**changes)
    )
    assert answer.status_code == 422
    assert "ds-error-summary" in answer.content.decode()
    assert queries.case(case.reference, case.officer, given.START).plan.need.cpv == "39130000"


def test_two_at_once_the_second_is_told_and_keeps_what_was_written() -> None:
    case = given.a_draft_case()
    address = reverse("case-need", args=[ref(case)])
    client = browser_of(case.officer)
    seen = client.get(address).context["form"].initial["seen"]
    first = client.post(address, need_fields(seen=seen))
    second = client.post(address, need_fields(seen=seen, title="Benker"))
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Benker" in second.content.decode()


def rows_of(*rows: dict[str, str], initial: int = 0, **more: str) -> dict[str, str]:
    fields = {"rows-TOTAL_FORMS": str(len(rows)), "rows-INITIAL_FORMS": str(initial)}
    for number, row in enumerate(rows):
        fields |= {f"rows-{number}-{name}": value for name, value in row.items()}
    return fields | more


def test_rows_are_added_changed_and_removed_without_script() -> None:
    case = given.a_draft_case()
    client = browser_of(case.officer)
    line = {"description": "Krakk", "unit": "stk", "quantity": "12,5"}
    answer = client.post(
        reverse("case-prices", args=[ref(case)]),
        rows_of(
            {"key": "PL-0001", "description": "Stol", "unit": "stk", "quantity": "90"},
            {"key": "PL-0002", "description": "Bord", "unit": "stk", "quantity": "20"}
            | {"DELETE": "on"},
            line,
            initial=2,
        ),
    )
    assert answer.status_code == 302
    lines = queries.case(case.reference, case.officer, given.START).plan.price_lines
    assert [(each.key, each.description) for each in lines] == [
        ("PL-0001", "Stol"),
        ("PL-0003", "Krakk"),
    ]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("case-procedure", {"procedure": "direkte"}),
        ("case-prices", rows_of({"description": "", "unit": "stk", "quantity": "1"})),
        ("case-prices", rows_of({"description": "Stol", "unit": "stk", "quantity": "få"})),
        ("case-prices", {"rows-TOTAL_FORMS": "x"}),
        ("case-prices", {"rows-TOTAL_FORMS": "999999", "rows-INITIAL_FORMS": "0"}),
        ("case-lots", rows_of({"title": "x" * 201})),
        ("case-lots", rows_of()),
        ("case-requirements", rows_of({"text": "Krav", "kind": "ønske", "answer": "yes-no"})),
        (
            "case-criteria",
            rows_of({"name": "Pris", "kind": "price", "weight_percent": "101"})
            | {"price_model": "M-LIN"},
        ),
        (
            "case-criteria",
            rows_of({"name": "Pris", "kind": "price", "weight_percent": "40"})
            | {"price_model": "M-NEI"},
        ),
        ("case-deadlines", {"tender_day": "2026-12-17", "validity_days": "30"}),
        ("case-deadlines", {"tender_time": "25:61", "validity_days": "x", "standstill_days": "10"}),
        ("case-team", {"procurement_officers": "999999"}),
        ("case-team", {}),
        ("case-documents", {}),
    ],
)
def test_wrong_sections_are_422_and_change_nothing(name: str, fields: dict[str, str]) -> None:
    case = given.a_draft_case()
    before = queries.case(case.reference, case.officer, given.START).plan
    answer = browser_of(case.officer).post(reverse(name, args=[ref(case)]), fields)
    assert answer.status_code == 422
    assert queries.case(case.reference, case.officer, given.START).plan == before


def test_the_error_summary_names_row_and_field() -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).post(
        reverse("case-lots", args=[ref(case)]),
        rows_of({"key": "LOT-0001", "title": "Stoler"}, {"title": "x" * 201}, initial=1),
    )
    assert "Rad 2, Tittel" in answer.content.decode()


def test_documents_go_up_come_down_as_files_and_are_removed() -> None:
    case = given.a_draft_case()
    client = browser_of(case.officer)
    address = reverse("case-documents", args=[ref(case)])
    two = [SimpleUploadedFile("a.html", b"<script>1</script>"), SimpleUploadedFile("b.txt", b"b")]
    assert client.post(address, {"documents": two}).status_code == 302
    shown = queries.case(case.reference, case.officer, given.START).plan.documents
    assert [each.name for each in shown] == ["a.html", "b.txt"]
    down = client.get(reverse("case-document", args=[ref(case), shown[0].id]))
    assert down["Content-Type"] == "application/octet-stream"
    assert down["Content-Disposition"].startswith("attachment")
    assert down["X-Content-Type-Options"] == "nosniff"
    assert b"".join(down.streaming_content) == b"<script>1</script>"
    removal = reverse("case-document-remove", args=[ref(case), shown[0].id])
    assert client.post(removal).status_code == 302
    assert client.post(removal).status_code == 404


def test_zero_bytes_are_refused() -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).post(
        reverse("case-documents", args=[ref(case)]),
        {"documents": SimpleUploadedFile("tom.txt", b"")},
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("name", SECTIONS)
def test_strangers_find_no_case_at_any_address(name: str) -> None:
    case = given.a_draft_case()
    elsewhere = given.a_buyer(2, name="Sørvik kommune")
    stranger = given.a_person(elsewhere, Role.PROCUREMENT_OFFICER, "Siri Sør")
    address = reverse(name, args=[ref(case)])
    assert browser_of(stranger).get(address).status_code == 404
    assert browser_of(stranger).post(address).status_code in {404, 405}
    assert Client().get(address).status_code in {302, 403, 404}


def test_publishing_asks_first_and_happens_once(time_machine) -> None:
    time_machine.move_to(given.PUBLISHED_AT)
    case = given.a_draft_case()
    client = browser_of(case.officer)
    address = reverse("case-publish", args=[ref(case)])
    asked = client.get(address).content.decode()
    assert "låses" in asked
    assert "FOA § 21-1(5)" in asked
    early = client.post(address)
    assert early.status_code == 409
    assert "ikke sendt til TED" in early.content.decode()
    half = client.post(address, {"received_day": "01.08.2026"})
    assert half.status_code == 422
    assert client.post(address, {"publication": "512345-2026"}).status_code == 302
    assert client.post(address).status_code == 409
    locked = client.post(
        reverse("case-criteria", args=[ref(case)]),
        rows_of({"name": "Pris", "kind": "price", "weight_percent": "100"}, price_model="M-LIN"),
    )
    assert locked.status_code == 409
    assert "låst fra kunngjøringen" in locked.content.decode()


def test_an_incomplete_draft_is_not_published() -> None:
    officer = an_officer()
    browser = browser_of(officer)
    made = browser.post(
        f"{reverse('new-case')}?{urlencode(GUIDE)}", {"title": "Stoler", "procedure": "open"}
    )
    answer = browser.post(f"{made.url}kunngjor/")
    assert answer.status_code == 422
    assert "Tilbudsfristen er ikke satt" in answer.content.decode()


def test_extending_and_cancelling_from_the_browser(time_machine) -> None:
    time_machine.move_to(given.PUBLISHED_AT)
    case = given.a_published_competition()
    client = browser_of(case.officer)
    extend, cancel = (reverse(f"case-{name}", args=[ref(case)]) for name in ("extend", "cancel"))
    assert client.post(extend, {"tender_day": "2026-09-30"}).status_code == 422
    early = {"tender_day": "2026-08-30", "tender_time": "12:00", "reason": "Ny tid."}
    assert client.post(extend, early).status_code == 422
    later = early | {"tender_day": "2026-09-30"}
    assert client.post(extend, later).status_code == 302
    assert client.post(cancel, {"reason": "Ingen bevilgning."}).status_code == 422
    whole = {"reason": "Ingen bevilgning.", "follows": "no"}
    assert client.post(cancel, whole).status_code == 302
    assert client.post(cancel, whole).status_code == 409


def test_the_list_keeps_its_filters_and_exports_the_same_rows() -> None:
    """UX G11."""
    case = given.a_draft_case(title="=Farlig tittel")
    client = browser_of(case.officer)
    asked = {"q": "farlig", "status": "draft", "sorter": "title", "side": "9", "antall": "7"}
    assert case.reference in client.get(reverse("buyer-home"), asked).content.decode()
    none = client.get(reverse("buyer-home"), {"status": "signed"}).content.decode()
    assert "Ingen saker passer" in none
    sheet = client.get(reverse("cases-csv"), asked).content.decode("utf-8-sig")
    assert "'=Farlig tittel" in sheet
    book = load_workbook(BytesIO(client.get(reverse("cases-xlsx"), asked).content))
    cell = book.active["B2"]
    assert (cell.value, cell.data_type) == ("=Farlig tittel", "s")


@pytest.mark.parametrize("many", [3, 12])
def test_the_home_page_asks_the_database_equally_often(many, django_assert_max_num_queries) -> None:
    officer = an_officer()
    for number in range(many):
        preparing.create_case(f"Sak {number}", given.GUIDE_ANSWERS, by=officer, at=given.START)
    client = browser_of(officer)
    with django_assert_max_num_queries(24):
        client.get(reverse("buyer-home"))


def test_a_notice_that_is_none_is_told_on_the_page() -> None:
    client = browser_of(an_officer())
    address = reverse("import-notice")
    assert client.get(address).status_code == 200
    assert client.post(address, {}).status_code == 422
    wrong = client.post(address, {"notice": SimpleUploadedFile("a.xml", b"<a/>")})
    assert wrong.status_code == 422
    assert "eForms" in wrong.content.decode()


@pytest.mark.standards
def test_a_real_notice_becomes_a_case_in_the_browser() -> None:
    path = min((STANDARDS / "real-notices").glob("*/*.xml"))
    client = browser_of(an_officer())
    upload = {"notice": SimpleUploadedFile(path.name, path.read_bytes())}
    made = client.post(reverse("import-notice"), upload, follow=True)
    assert made.status_code == 200
    assert "Hentet fra kunngjøring" in made.content.decode()
    original = client.get(reverse("case-notice-file", args=["2026-1"]))
    assert b"".join(original.streaming_content) == path.read_bytes()


def test_a_draft_that_saves_itself_gets_time_and_stamp_and_never_disturbs() -> None:
    case = given.a_draft_case()
    client = browser_of(case.officer)
    address = reverse("case-need", args=[ref(case)])
    seen = client.get(address).context["form"].initial["seen"]
    first = client.post(address, need_fields(seen=seen), headers={"HX-Request": "true"})
    assert "Utkast lagret" in first.content.decode()
    again = need_fields(seen=first.context["stamp"], title="Benker")
    assert client.post(address, again, headers={"HX-Request": "true"}).status_code == 200
    wrong = client.post(address, need_fields(title=""), headers={"HX-Request": "true"})
    assert wrong.status_code == 200
    assert "Bare du ser utkastet" in wrong.content.decode()
    assert queries.case(case.reference, case.officer, given.START).plan.need.title == "Benker"
    assert client.get(address).context["form"]["title"].value() == ""


def small_case(officer: Actor, title: str, cpv: str = "39130000", value: int = 800_000) -> str:
    answers = replace(given.GUIDE_ANSWERS, value=Money(Decimal(value)))
    reference = preparing.create_case(title, answers, by=officer, at=given.START)
    need = Need(title=title, kind=answers.kind, estimated_value_nok=answers.value.amount, cpv=cpv)
    preparing.set_need(reference, need, by=officer, at=given.START)
    return reference


def test_similar_cases_that_together_pass_a_threshold_are_shown_with_links() -> None:
    officer = an_officer()
    first, second = small_case(officer, "Stoler vest"), small_case(officer, "Stoler øst")
    small_case(officer, "Biler", cpv="34110000")
    page = browser_of(officer).get(reverse("case", args=[second.replace("/", "-")]))
    shown = page.content.decode()
    assert 'data-code="purchases-together-pass-threshold"' in shown
    assert "FOA § 5-4(4), (9)" in shown
    assert reverse("case", args=[first.replace("/", "-")]) in shown
    assert "Biler" not in shown


def test_small_or_different_purchases_give_no_warning_of_splitting() -> None:
    officer = an_officer()
    alone = small_case(officer, "Stoler", value=600_000)
    small_case(officer, "Bord", value=600_000)
    small_case(officer, "Biler", cpv="34110000")
    page = browser_of(officer).get(reverse("case", args=[alone.replace("/", "-")]))
    assert "purchases-together-pass-threshold" not in page.content.decode()


def test_a_team_member_is_not_told_of_cases_they_may_not_see() -> None:
    buyer = given.a_buyer()
    officer = given.a_person(buyer, Role.PROCUREMENT_OFFICER, "Kari Nes")
    employee = given.a_person(buyer, Role.EMPLOYEE, "Eva Evaluator")
    small_case(officer, "Hemmelige stoler")
    own = small_case(officer, "Egne stoler")
    preparing.set_team(
        own,
        [(officer.person, TeamRole.PROCUREMENT_OFFICER), (employee.person, TeamRole.EVALUATOR)],
        by=officer,
        at=given.START,
    )
    shown = browser_of(employee).get(reverse("case", args=[own.replace("/", "-")]))
    assert shown.status_code == 200
    assert "purchases-together-pass-threshold" not in shown.content.decode()
    assert "Hemmelige" not in shown.content.decode()
