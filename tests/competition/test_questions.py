"""Questions: asked in time, nobody learns by whom, one answer to all."""

from datetime import timedelta

import pytest

from anskaff.competition.actions import questions
from anskaff.competition.models import Question
from anskaff.competition.queries import public
from anskaff.competition.queries.questions import questions_of
from anskaff.concepts.actor import PUBLIC, Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from anskaff.records.models import LogEntry, Notification
from tests import given

pytestmark = pytest.mark.django_db
AT = given.PUBLISHED_AT + timedelta(days=3)
ASKED = "Vi i Fjellvatn Møbler lurer: kan stolen være grønn?"


def codes(error: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in error.value.findings]


@pytest.fixture
def case() -> given.ACase:
    return given.a_published_competition()


@pytest.fixture
def supplier() -> Actor:
    return given.a_supplier_with_manager()


def answered(case: given.ACase, question: int) -> None:
    questions.answer_question(
        question, public_text="Kan stolen være grønn?", answer="Ja.", by=case.officer, at=AT
    )


def test_a_question_is_shown_to_its_asker_only_until_it_is_answered(
    case: given.ACase, supplier: Actor
) -> None:
    questions.ask_question(case.reference, text=ASKED, by=supplier, at=AT)
    assert public.competition(case.reference, PUBLIC, AT).own_questions == ()
    other = given.a_supplier_with_manager(102, name="Annen AS")
    assert public.competition(case.reference, other, AT).own_questions == ()
    (own,) = public.competition(case.reference, supplier, AT).own_questions
    assert own.text == ASKED


def test_the_answer_goes_to_all_in_the_buyers_words(case: given.ACase, supplier: Actor) -> None:
    question = questions.ask_question(case.reference, text=ASKED, by=supplier, at=AT)
    answered(case, question)
    other = given.a_supplier_with_manager(102, name="Annen AS")
    for viewer, mine in ((PUBLIC, False), (other, False), (supplier, True)):
        (shown,) = public.competition(case.reference, viewer, AT).questions
        assert (shown.text, shown.answer, shown.mine) == ("Kan stolen være grønn?", "Ja.", mine)
    told = Notification.objects.filter(kind="question-answered")
    assert [one.person for one in told] == [supplier.person]


def test_nobody_learns_who_asked(case: given.ACase, supplier: Actor) -> None:
    question = questions.ask_question(case.reference, text="Kan den?", by=supplier, at=AT)
    page = questions_of(case.reference, case.officer)
    assert "Fjellvatn" not in repr(page)
    assert str(supplier.organisation) not in {
        str(value) for one in page.questions for value in (one.text, one.public_text, one.answer)
    }
    (told,) = Notification.objects.filter(kind="question-asked")
    assert told.person == case.officer.person
    assert "Fjellvatn" not in repr((told.facts, told.path, told.subject))
    entry = LogEntry.objects.get(deed="competition.question_asked")
    assert (entry.sealed, entry.public, entry.audience) == (True, False, supplier.organisation)
    answered(case, question)
    entry = LogEntry.objects.get(deed="competition.question_answered")
    assert entry.public
    assert "Fjellvatn" not in entry.body
    assert str(question) not in entry.body.split('"facts"')[1].split('"organisation"')[0]


def test_a_question_is_taken_in_the_last_second_and_refused_the_next(
    case: given.ACase, supplier: Actor
) -> None:
    questions.ask_question(case.reference, text="I tide", by=supplier, at=given.QUESTIONS_UNTIL)
    with pytest.raises(Conflict) as refused:
        questions.ask_question(
            case.reference,
            text="For sent",
            by=supplier,
            at=given.QUESTIONS_UNTIL + timedelta(seconds=1),
        )
    assert codes(refused) == ["question-deadline-passed"]
    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text-missing"),
        (" \n ", "text-missing"),
        ("x" * 5001, "text-too-long"),
        ("a\x00b", "text-has-null-sign"),
        ("a\ud800b", "text-has-null-sign"),
    ],
)
def test_a_bad_question_is_refused(
    case: given.ACase, supplier: Actor, text: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        questions.ask_question(case.reference, text=text, by=supplier, at=AT)
    assert codes(refused) == [code]


def test_only_suppliers_ask_and_only_the_cases_officers_answer(
    case: given.ACase, supplier: Actor
) -> None:
    with pytest.raises(Forbidden):
        questions.ask_question(case.reference, text="Hei", by=case.officer, at=AT)
    question = questions.ask_question(case.reference, text="Hei", by=supplier, at=AT)
    answer = {"public_text": "Hei", "answer": "Hei"}
    with pytest.raises(NotFound):
        questions.answer_question(question, **answer, by=supplier, at=AT)
    with pytest.raises(Forbidden):
        questions.answer_question(question, **answer, by=case.evaluators[0], at=AT)
    stranger = given.a_person(
        given.a_buyer(9, name="Sørvik kommune"), Role.PROCUREMENT_OFFICER, "Sara Sør"
    )
    with pytest.raises(NotFound):
        questions.answer_question(question, **answer, by=stranger, at=AT)
    with pytest.raises(NotFound):
        questions_of(case.reference, supplier)


def test_an_answer_is_given_once(case: given.ACase, supplier: Actor) -> None:
    question = questions.ask_question(case.reference, text="Hei", by=supplier, at=AT)
    with pytest.raises(Invalid) as refused:
        questions.answer_question(question, public_text="", answer=" ", by=case.officer, at=AT)
    assert codes(refused) == ["text-missing", "text-missing"]
    answered(case, question)
    with pytest.raises(Conflict) as again:
        answered(case, question)
    assert codes(again) == ["question-already-answered"]
