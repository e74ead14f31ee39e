"""The rules are asked before a notice is sent, and of the very bytes that are sent."""

import pytest
from django.db import transaction

from anskaff.competition.actions import announcing
from anskaff.competition.announcing.rules import rule_faults
from anskaff.competition.models import NoticeDraft
from anskaff.concepts.errors import Conflict, Invalid, Refused
from anskaff.documents.eforms import notice as eforms
from anskaff.records import files
from tests import given
from tests.competition.test_announcing import AT, begun
from tests.competition.test_opening_together import together
from tests.conftest import STANDARDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.standards]
PLACE = "Organization-Company:BT-507"
FORBIDDEN, ALLOWED = {PLACE: "NO999"}, {PLACE: "NO060"}
ROUNDS = 6


@pytest.fixture(autouse=True)
def _rules_installed(settings) -> None:
    settings.ANSKAFF_STANDARDS = str(STANDARDS)


def answer(case: given.ACase, draft: int, answers: dict[str, str]) -> None:
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=AT)


def send(case: given.ACase, draft: int) -> bytes:
    return announcing.send_notice(case.reference, draft, by=case.officer, at=AT)


def test_a_notice_that_a_published_rule_forbids_is_not_sent() -> None:
    case = given.a_draft_case()
    draft = begun(case, "E3")
    answer(case, draft, FORBIDDEN)
    with pytest.raises(Invalid) as refused:
        send(case, draft)
    assert any("NO999" in each.text("nb") for each in refused.value.findings)
    assert NoticeDraft.objects.get().sent_at is None
    answer(case, draft, ALLOWED)
    assert rule_faults(send(case, draft), AT) == ()


def test_bytes_that_were_never_asked_about_are_not_sent() -> None:
    case = given.a_draft_case()
    draft = begun(case, "E3")
    with pytest.raises(Conflict) as refused, transaction.atomic():
        announcing.send_notice.function(case.reference, draft, by=case.officer, at=AT)
    assert refused.value.findings[0].code == "notice-changed-while-checked"
    assert NoticeDraft.objects.get().sent_at is None


def test_of_a_change_and_a_sending_at_once_nothing_goes_out_that_a_rule_forbids() -> None:
    case = given.a_draft_case()
    draft = begun(case, "E3")
    for _ in range(ROUNDS):
        changed, sent = together(lambda: answer(case, draft, FORBIDDEN), lambda: send(case, draft))
        row = NoticeDraft.objects.get()
        if row.sent_at is not None:
            break
        assert isinstance(sent, Refused)
        assert changed is None
        answer(case, draft, ALLOWED)
    else:
        send(case, draft)
        row = NoticeDraft.objects.get()
    assert row.stored_id is not None
    data = b"".join(files.chunks(row.stored_id))
    assert rule_faults(data, AT) == ()
    assert b"NO999" not in data
    assert row.said[PLACE] == "NO060"
    assert eforms.read(data).subtype == "E3"
