"""What pages keep while someone types: sent without being saved, and shown again (UX G4)."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from anskaff.competition.actions import specifying
from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.unsaved import unsaved
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import Actor, Role
from anskaff.web.competition.unsaved import ADDRESSES
from tests import given
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db
BY_ITSELF = {"HX-Request": "true"}
NEW_LINE = {"rows-2-description": "Krakk", "rows-2-unit": "", "rows-2-quantity": "mange"}


def ref(case: given.ACase) -> str:
    return case.reference.replace("/", "-")


def shown(client: Client, case: given.ACase, page: Page) -> Any:
    answer = client.get(reverse(ADDRESSES[page], args=[ref(case)]))
    assert answer.status_code == 200
    return answer


def in_page(answer: Any) -> dict[str, str]:
    """The fields of a page of rows as a browser sends them back."""
    rows = answer.context["rows"]
    forms = [answer.context["form"], rows.management_form, *rows]
    sent = {field.html_name: field.value() for form in forms for field in form}
    return {name: "" if value is None else str(value) for name, value in sent.items() if value}


def keep(client: Client, case: given.ACase, page: Page, fields: dict[str, str]) -> Any:
    return client.post(
        reverse("keep-typing", args=[ref(case), page.value]), fields, headers=BY_ITSELF
    )


def says(answer: Any) -> str:
    return answer.content.decode().replace("\u00a0", " ")


def test_typing_is_kept_wrong_as_it_is_and_comes_back_without_complaints() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    page = in_page(shown(client, case, Page.PRICE_SHEET))
    with time_machine.travel(given.START + timedelta(minutes=1), tick=False):
        answer = keep(client, case, Page.PRICE_SHEET, page | NEW_LINE)
    assert "Utkast lagret kl. 10.01." in says(answer)
    back = shown(logged_in(case.officer), case, Page.PRICE_SHEET)
    assert "Skjemaet viser utkastet ditt" in says(back)
    assert "ds-error-summary" not in says(back)
    assert "ulagret utkast" in says(back)
    assert [row["description"].value() for row in back.context["rows"]] == [
        "Stol til Kontormøbler",
        "Bord til Kontormøbler",
        "Krakk",
        None,
    ]
    assert back.context["rows"][2]["quantity"].value() == "mange"
    assert len(queries.case(case.reference, case.officer, given.START).plan.price_lines) == 2


def test_a_kept_row_is_saved_once_and_then_nothing_is_left_to_save() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    page = in_page(shown(client, case, Page.PRICE_SHEET))
    keep(client, case, Page.PRICE_SHEET, page | NEW_LINE)
    back = in_page(shown(client, case, Page.PRICE_SHEET))
    right = back | {"rows-2-unit": "stk", "rows-2-quantity": "3"}
    after = client.post(reverse("case-prices", args=[ref(case)]), right, follow=True)
    lines = queries.case(case.reference, case.officer, given.START).plan.price_lines
    assert [line.description for line in lines][2:] == ["Krakk"]
    assert "Skjemaet viser utkastet ditt" not in says(after)
    assert unsaved(case.reference, Page.PRICE_SHEET, case.officer) is None


def test_a_kept_row_that_was_never_saved_can_be_taken_away() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    page = in_page(shown(client, case, Page.PRICE_SHEET))
    keep(client, case, Page.PRICE_SHEET, page | NEW_LINE)
    back = in_page(shown(client, case, Page.PRICE_SHEET))
    wrong = client.post(reverse("case-prices", args=[ref(case)]), back)
    assert wrong.status_code == 422
    assert 'name="rows-2-DELETE"' in says(wrong)
    removed = client.post(reverse("case-prices", args=[ref(case)]), back | {"rows-2-DELETE": "on"})
    assert removed.status_code == 302
    assert len(queries.case(case.reference, case.officer, given.START).plan.price_lines) == 2


def test_ticks_and_choices_come_back_also_when_they_were_taken_away() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    page = in_page(shown(client, case, Page.AWARD_CRITERIA))
    del page["rows-2-climate"]
    keep(client, case, Page.AWARD_CRITERIA, page | {"rows-1-kind": "cost", "rows-0-DELETE": "on"})
    rows = shown(client, case, Page.AWARD_CRITERIA).context["rows"]
    assert rows[0]["DELETE"].value() is True
    assert rows[1]["kind"].value() == "cost"
    assert rows[2]["climate"].value() is False


def test_a_section_that_someone_changed_meanwhile_says_so_with_the_typing() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    page = in_page(shown(client, case, Page.REQUIREMENTS))
    colleague = given.a_person(case.buyer, Role.PROCUREMENT_OFFICER, "Kollega Kollegasen")
    specifying.set_requirements(case.reference, (), by=colleague, at=given.START)
    keep(client, case, Page.REQUIREMENTS, page | {"rows-0-text": "Tåler 150 kg."})
    back = shown(client, case, Page.REQUIREMENTS)
    assert "Noen har endret denne siden" in says(back)
    assert back.context["rows"][0]["text"].value() == "Tåler 150 kg."
    told = client.post(reverse("case-requirements", args=[ref(case)]), in_page(back))
    assert told.status_code == 409
    client.post(reverse("discard-typing", args=[ref(case), "requirements"]))
    assert "Skjemaet viser" not in says(shown(client, case, Page.REQUIREMENTS))


def test_typing_sent_before_the_save_and_received_after_it_is_told_as_not_kept() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    fields = in_page(shown(client, case, Page.REQUIREMENTS))
    opened = (given.START - timedelta(minutes=1)).isoformat()
    late = keep(client, case, Page.REQUIREMENTS, fields | {"opened": opened})
    assert late.status_code == 409
    assert unsaved(case.reference, Page.REQUIREMENTS, case.officer) is None


@pytest.mark.parametrize("opened", ["", "tull", "2026-08-03T08:00:00", "9" * 400])
def test_a_page_that_does_not_say_when_it_was_opened_is_kept(opened: str) -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    assert keep(client, case, Page.LOTS, {"opened": opened, "a": "b"}).status_code == 200
    found = unsaved(case.reference, Page.LOTS, case.officer)
    assert found is not None
    assert found.fields == {"a": ["b"]}


@pytest.mark.parametrize(
    "fields",
    [
        {"rows-TOTAL_FORMS": "999999999"},
        {"rows-TOTAL_FORMS": "-1"},
        {"rows-TOTAL_FORMS": "tull"},
        {"rows-TOTAL_FORMS": "2", "rows-1-kind": "tull", "rows-1-lot": "tull", "seen": "tull"},
    ],
)
def test_nonsense_that_was_kept_never_breaks_the_page(fields: dict[str, str]) -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    for page in ADDRESSES:
        if page not in {Page.SCORES, Page.AGREED_SCORES}:
            assert keep(client, case, page, fields).status_code == 200
            shown(client, case, page)


def test_sent_by_hand_after_a_new_login_it_leads_back_to_the_page() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    answer = client.post(reverse("keep-typing", args=[ref(case), "team"]), {"a": "b"})
    assert answer.status_code == 302
    assert answer["Location"] == reverse("case-team", args=[ref(case)])


def test_what_cannot_be_kept_is_refused_as_on_any_page() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    assert keep(client, case, Page.NEED, {"title": "a\x00b"}).status_code == 422
    unknown = reverse("keep-typing", args=[ref(case), "tull"])
    assert client.post(unknown, {}).status_code == 404
    assert client.get(reverse("keep-typing", args=[ref(case), "need"])).status_code == 405
    stranger = given.a_person(given.a_buyer(77, name="Sørheia"), Role.PROCUREMENT_OFFICER, "Annen")
    assert keep(logged_in(stranger), case, Page.NEED, {"a": "b"}).status_code == 404
    assert keep(logged_in(case.evaluators[0]), case, Page.NEED, {"a": "b"}).status_code == 403


def points_page(person: Actor, case: given.ACase, name: str = "evaluation") -> str:
    return says(logged_in(person).get(reverse(name, args=[ref(case)])))


def test_typed_points_come_back_to_their_evaluator_alone() -> None:
    case = given.an_opened_competition()
    first, second = case.evaluators
    typed = {"points-LOT-0001.1.AC-0002": "elleve", "reason-LOT-0001.1.AC-0002": "Lang slitetid."}
    with time_machine.travel(given.EVALUATED_AT, tick=False):
        keep(logged_in(first), case, Page.SCORES, typed)
        mine = points_page(first, case)
        assert 'value="elleve"' in mine
        assert "Lang slitetid." in mine
        assert "Det blir ikke med når du leverer" in points_page(first, case, "submit-scores")
        for other in (second, case.officer):
            assert "Lang slitetid." not in points_page(other, case, "evaluation")
            assert "Lang slitetid." not in points_page(other, case, "agree-scores")


def test_a_typed_agreement_comes_back_to_the_one_who_typed_it() -> None:
    case = given.scored(given.an_opened_competition())
    typed = {"reason-LOT-0001.1.AC-0002": "Vi ble enige om dette."}
    with time_machine.travel(given.EVALUATED_AT, tick=False):
        keep(logged_in(case.officer), case, Page.AGREED_SCORES, typed)
        assert "Vi ble enige om dette." in points_page(case.officer, case, "agree-scores")
        assert "Vi ble enige om dette." not in points_page(case.evaluators[0], case, "agree-scores")


def test_savings_while_typing_are_one_line_of_history_and_each_in_the_export() -> None:
    case = given.a_draft_case()
    client = logged_in(case.officer)
    page = in_page(shown(client, case, Page.PRICE_SHEET))
    for minute in (1, 2, 3):
        with time_machine.travel(given.START + timedelta(minutes=minute), tick=False):
            typed = page | NEW_LINE | {"rows-2-quantity": "mange" * minute}
            assert keep(client, case, Page.PRICE_SHEET, typed).status_code == 200
    history = reverse("history", args=[ref(case)])
    assert says(client.get(history)).count("<td>Lagret et eget utkast") == 1
    assert "3 ganger på rad" in says(client.get(history))
    assert says(client.get(f"{history}?format=csv")).count("Lagret et eget utkast") == 3
