"""UX S9: answers that a correction touches are marked and confirmed again before delivery."""

from datetime import timedelta

import pytest
import time_machine

from anskaff.competition.actions import announcing, publishing, tendering
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.announcing.fields import Kind, Scope, Theme
from anskaff.competition.models import NoticeDraft
from anskaff.competition.plan import AnswerKind
from anskaff.competition.queries import tendering as queries
from anskaff.concepts.errors import Invalid
from tests import given
from tests.announcing import answered
from tests.web.logged_in import logged_in

pytestmark = pytest.mark.django_db
BEGUN = given.PUBLISHED_AT + timedelta(days=2)
CORRECTED = given.PUBLISHED_AT + timedelta(days=5)
AFTER = given.PUBLISHED_AT + timedelta(days=6)


def send(case: given.ACase, draft: int, at, **more: str) -> None:
    row = NoticeDraft.objects.get(pk=draft)
    told = answered(snapshot_of(row, at).facts, row.subtype, correction=row.previous is not None)
    kept = {**told, **row.answers, **more}
    announcing.answer_notice(case.reference, draft, kept, by=case.officer, at=at)
    announcing.send_notice(case.reference, draft, by=case.officer, at=at)


def announced() -> tuple[given.ACase, int]:
    case = given.a_draft_case()
    draft = announcing.begin_notice(case.reference, "16", by=case.officer, at=given.START)
    send(case, draft, given.START)
    given.publish(case)
    return case, draft


def terms_of_the_lot(draft: int) -> str:
    """The key of some text about the terms of the lot."""
    return next(
        each.key
        for each in snapshot_of(NoticeDraft.objects.get(pk=draft), CORRECTED).values
        if each.field.theme is Theme.TERMS and each.field.scope is Scope.LOT
        if each.editable and each.field.kind is Kind.LONG and each.language in {"", "no"}
    )


def correct(case: given.ACase, first: int, *, terms: bool) -> None:
    draft = announcing.begin_version(case.reference, first, by=case.officer, at=CORRECTED)
    key = terms_of_the_lot(draft)
    more = {key: "Nye vilkår.", f"{key}@en": "New terms."} if terms else {}
    send(case, draft, CORRECTED, **more)


def begun(case: given.ACase):
    by = given.a_supplier_with_manager()
    tender = tendering.start_tender(case.reference, by=by, at=BEGUN)
    asked = queries.tender_of(case.reference, by, BEGUN).asked
    tendering.save_draft(
        tender,
        answers={one.key: "yes" for one in asked.requirements if one.answer is AnswerKind.YES_NO},
        prices={line.key: "100" for line in asked.prices},
        by=by,
        at=BEGUN,
    )
    return by, tender


def waiting(case: given.ACase, by) -> list[str]:
    return [each.where for each in queries.tender_of(case.reference, by, AFTER).to_confirm]


def test_a_later_deadline_touches_no_answer() -> None:
    case, first = announced()
    by, tender = begun(case)
    publishing.extend_deadline(
        case.reference,
        given.DEADLINE + timedelta(days=7),
        reason="Mer tid.",
        by=case.officer,
        at=CORRECTED,
    )
    correct(case, first, terms=False)
    assert waiting(case, by) == []
    assert queries.tender_of(case.reference, by, AFTER).changed_since_start
    tendering.deliver_tender(tender, by=by, at=AFTER)


def test_changed_terms_ask_for_each_answer_of_the_lot_and_keep_what_is_written() -> None:
    case, first = announced()
    by, tender = begun(case)
    correct(case, first, terms=True)
    asked = queries.tender_of(case.reference, by, AFTER)
    assert set(waiting(case, by)) == {
        *(f"requirements.{key}" for key in asked.answers),
        *(f"prices.{key}" for key in asked.prices),
    }
    assert len(asked.prices) == 2
    with pytest.raises(Invalid) as refused:
        tendering.deliver_tender(tender, by=by, at=AFTER)
    assert {each.code for each in refused.value.findings} == {
        "tender-answer-to-confirm",
        "tender-price-to-confirm",
    }
    line, other = asked.prices
    tendering.save_draft(tender, prices={line: "90", other: "100"}, by=by, at=AFTER)
    assert f"prices.{line}" not in waiting(case, by)
    assert f"prices.{other}" in waiting(case, by)
    tendering.confirm_answers(tender, [other, *asked.answers], by=by, at=AFTER)
    assert waiting(case, by) == []
    tendering.deliver_tender(tender, by=by, at=AFTER)


def test_a_delivered_tender_counts_on_but_is_not_delivered_anew_unconfirmed() -> None:
    case, first = announced()
    by = given.a_supplier_with_manager()
    tender = given.a_delivered_tender(case.reference, by, at=BEGUN)
    correct(case, first, terms=True)
    view = queries.tender_of(case.reference, by, AFTER)
    assert view.counting is not None
    assert view.to_confirm
    line = next(iter(view.prices))
    tendering.save_draft(tender, prices={line: "95"}, by=by, at=AFTER)
    with pytest.raises(Invalid):
        tendering.deliver_tender(tender, by=by, at=AFTER)


def test_nothing_unknown_is_confirmed() -> None:
    case, _ = announced()
    by, tender = begun(case)
    with pytest.raises(Invalid):
        tendering.confirm_answers(tender, ["PL-9999"], by=by, at=AFTER)


@time_machine.travel(AFTER)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_lists_what_to_confirm_and_takes_the_confirmation(language: str) -> None:
    case, first = announced()
    by, _tender = begun(case)
    correct(case, first, terms=True)
    client = logged_in(by)
    where = f"/{language}/leverandor/tilbud/{case.reference.replace('/', '-')}/"
    shown = client.get(where).content.decode()
    keys = [each.rpartition(".")[2] for each in waiting(case, by)]
    for key in keys:
        assert f'id="confirm-{key}"' in shown
    assert "#endringer" in shown
    assert client.post(f"{where}lever/", {}).status_code == 422
    assert client.post(f"{where}bekreft/", {"confirm": keys}).status_code == 302
    assert 'id="bekreft"' not in client.get(where).content.decode()
    assert waiting(case, by) == []
