"""«Kan kontrakten endres?»: the sums of FOA § 28-1 on a page, and the notice that follows."""

import re
from html import unescape

import pytest
import time_machine
from django.test import Client

from anskaff.competition.queries import announcing as queries
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.days import legal_day
from anskaff.law.procedure_guide import Sector
from tests import given
from tests.competition.test_telling_results import SIGNED, a_signed_contract
from tests.web.logged_in import logged_in

PAGE = "/regler/kontraktsendring/"
WORKS = {"kind": "works", "buyer": "other", "value": "70 000 000", "on": "18.11.2026"}
pytestmark = pytest.mark.django_db


def shown(language: str = "nb", *, status: int = 200, **facts: str) -> str:
    answer = Client().get(f"/{language}{PAGE}", {**WORKS, **facts})
    assert answer.status_code == status
    text = re.sub(r"<[^>]+>", " ", unescape(answer.content.decode()))
    return " ".join(text.partition("answer")[2].split() or text.split())


def change(number: int, ground: str, amount: str) -> dict[str, str]:
    return {f"change-{number}-ground": ground, f"change-{number}-amount": amount}


def test_the_limit_is_told_to_the_ore() -> None:
    """C-b: strictly below 15 per cent of works of 70 million."""
    most = {**change(1, "small", "10 499 999,99")}
    assert "10 499 999,99 kr 10 499 999,99 kr 0,00 kr" in shown(**most).replace("\xa0", " ")
    over = shown(**change(1, "small", "10 500 000"))
    assert "De må være lavere enn 15 prosent" in over


def test_small_changes_are_added_up_and_reductions_count_against_them() -> None:
    both = {**change(1, "small", "9 000 000"), **change(2, "small", "-2 000 000")}
    assert "7 000 000,00 kr" in shown(**both).replace("\xa0", " ")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_an_unforeseen_change_is_published_in_notice_38(language: str) -> None:
    text = shown(language, **change(1, "unforeseen", "20 000 000"))
    assert "38" in text
    assert "FOA § 28-1(3)" in text


def test_a_change_by_clause_is_not_published() -> None:
    assert "skal ikke kunngjøres" in shown(**change(1, "clause", "5 000 000"))


def test_half_a_change_is_told_at_its_field() -> None:
    answer = Client().get(f"/nb{PAGE}", {**WORKS, **change(1, "small", "")})
    assert answer.status_code == 422
    assert 'href="#id_change-1-amount"' in answer.content.decode()


def test_programs_get_the_same_as_json() -> None:
    facts = {**WORKS, **change(1, "extras", "40 000 000"), "format": "json"}
    told = Client().get(f"/nb{PAGE}", facts).json()
    assert told["rooms"][0]["most"] == "35000000.00"
    assert told["notices"][0]["rule"] == "N-7"
    assert [one["code"] for one in told["findings"]] == ["change-more-than-half"]


def test_the_case_hands_over_its_contract_with_the_value_of_the_award(client: Client) -> None:
    case = a_signed_contract(ContractKind.GOODS, 4_200_000, Sector.CLASSIC)
    with time_machine.travel(SIGNED):
        overview = logged_in(case.officer).get("/nb/innkjop/2026-1/kunngjoringer/")
    found = re.search(rf'href="/nb({PAGE}[^"]+)"', overview.content.decode())
    assert found
    filled = client.get("/nb" + unescape(found[1]))
    assert filled.status_code == 200
    [(_, value)] = queries.notices_of_case(case.reference, case.officer, SIGNED).contracts
    assert filled.context["form"]["value"].value() == f"{value.normalize():f}".replace(".", ",")
    assert filled.context["form"]["on"].value() == legal_day(given.PUBLISHED_AT)
