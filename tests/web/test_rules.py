"""«Regler»: what applies to a purchase, open to all, with nothing kept."""

import html
import re

import pytest
from django.test import Client

from anskaff.law.case_facts import READERS

pytestmark = pytest.mark.django_db
PAGE = "/nb/regler/"
FACTS = {"kind": "services", "buyer": "other", "value": "2 600 000,00", "on": "18.11.2026"}


def text(answer) -> str:
    return html.unescape(answer.content.decode()).replace("\u00a0", " ")


def shown(answer) -> set[str]:
    return set(re.findall(r'data-rule="([^"]+)"', text(answer)))


def test_anyone_asks_and_reads_rule_paragraph_and_the_day_it_was_read() -> None:
    answer = Client().get(PAGE, FACTS)
    assert answer.status_code == 200
    assert {"R-PART-3", "E-1", "N-2", "F-STAND", "S-1"} <= shown(answer)
    assert "FOA § 17-1" in text(answer)
    assert "lest 21.11.2026" in text(answer)
    assert "eForms 16" in text(answer)


def test_a_fact_that_is_not_told_is_asked_for() -> None:
    question = "<em>Er det en renholdstjeneste?</em>"
    assert question in text(Client().get(PAGE, FACTS))
    assert question not in text(Client().get(PAGE, FACTS | {"cleaning": "false"}))


def test_the_next_answer_begins_with_what_changed() -> None:
    client = Client()
    first = text(client.get(PAGE, FACTS))
    before = html.unescape(re.search(r'name="before" value="([^"]+)"', first)[1])
    assert "Endret siden forrige svar" not in first
    after = text(client.get(PAGE, FACTS | {"value": "2400000", "before": before}))
    changed = after[after.index("Endret siden forrige svar") : after.index("Verdi og del")]
    assert re.search(r"Ny</span> <code>E-2", changed)
    assert re.search(r"Gjelder ikke lenger</span> <code>E-1", changed)


def test_the_first_visit_asks_and_answers_nothing() -> None:
    answer = Client().get(PAGE)
    assert answer.status_code == 200
    assert shown(answer) == set()
    assert "ds-error-summary" not in text(answer)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"value": "mye"}, "id_value"),
        ({"value": "-1"}, "id_value"),
        ({"kind": "gods"}, "id_kind"),
        ({"on": "31.02.2026"}, "id_on"),
        ({"on": "2020-01-01"}, "id_on"),
        ({"duration_months": "0"}, "id_duration_months"),
        ({"cleaning": "kanskje"}, "id_cleaning"),
    ],
)
def test_a_wrong_fact_is_422_and_the_summary_leads_to_it(wrong: dict[str, str], field: str) -> None:
    answer = Client().get(PAGE, FACTS | wrong)
    assert answer.status_code == 422
    assert f'href="#{field}"' in text(answer)
    assert f'id="{field}"' in text(answer)


@pytest.mark.parametrize(
    "before", ["x", "kind=gods", "%ff", "a=1&" * 900, "a" * 9000, "value=1&on=0001-01-01"]
)
def test_nonsense_about_the_answer_before_is_let_be(before: str) -> None:
    answer = Client().get(PAGE, FACTS | {"before": before})
    assert answer.status_code == 200
    assert "Endret siden forrige svar" not in text(answer)


def test_all_rules_come_as_json_in_the_language_of_the_address() -> None:
    told = Client().get("/nn/regler/regler.json").json()
    assert told["language"] == "nn"
    [found] = [one for one in told["rules"] if one["id"] == "E-1"]
    assert found["source"] == "FOA § 17-1"
    assert "eigenerklæringa" in found["text"]


def test_the_day_that_was_asked_about_stands_in_the_form() -> None:
    assert 'value="2026-11-18"' in text(Client().get(PAGE, FACTS))


def test_the_answer_begins_with_what_most_want_to_know() -> None:
    answer = text(Client().get(PAGE, FACTS))
    short = answer[answer.index('id="answer"') : answer.index('id="themes"')]
    for said in ("Åpen anbudskonkurranse", "18.12.2026", "minst 10 dager", "§ 25-5", "2 500 000"):
        assert said in short


def test_each_neighbour_answer_differs_by_one_fact_and_says_how() -> None:
    client = Client()
    rows = re.findall(
        r'<a class="ds-link" href="(\?[^"]+)#answer">([^<]+)</a></th><td>(\w+)</td>'
        r'<td class="number">(\d+)</td><td class="number">(\d+)</td>',
        text(client.get(PAGE, FACTS)),
    )
    parts = {words: part for _query, words, part, _added, _gone in rows}
    assert parts["2 499 999,99 kr"] == "II"
    assert parts["1 299 999,99 kr"] == "I"
    assert parts["499 999,99 kr"] == "Utenfor"
    assert parts["Statlig myndighet"] == "III"
    for query, words, _part, added, gone in rows:
        after = text(client.get(PAGE + query))
        changed = after[after.index("Endret siden forrige svar") : after.index('id="what-if"')]
        assert (changed.count(">Ny<"), changed.count(">Gjelder ikke lenger<")) == (
            int(added),
            int(gone),
        ), words


def test_programs_get_the_answer_as_json_at_the_same_address() -> None:
    told = Client().get(PAGE, FACTS | {"format": "json"}).json()
    assert (told["part"], told["tender_deadline"]["days"]) == ("III", 30)
    assert all(one["checked"] == "2026-11-21" for one in told["rules"])


def test_all_themes_open_with_one_link() -> None:
    closed, opened = (text(Client().get(PAGE, FACTS | more)) for more in ({}, {"alle": "1"}))
    assert 'id="rejection" open>' in opened
    assert 'id="rejection">' in closed


def test_every_fact_that_the_rules_read_can_be_told_on_the_page() -> None:
    page = text(Client().get(PAGE))
    unasked = {"sector"}
    assert [name for name in READERS if f'name="{name}"' not in page] == sorted(unasked)
