"""Deeds: questions and answers (UX S10).

The asker is known to itself only. The buyer rewrites the question so that it tells nothing about
the asker, and the answer goes to all at the same time (LOA § 4, equal treatment).
"""

from datetime import datetime

from anskaff.competition import bounds, states
from anskaff.competition.access import may_prepare
from anskaff.competition.actions.tendering import interested
from anskaff.competition.followers import tell_followers
from anskaff.competition.models import Competition, Question, TeamMember
from anskaff.competition.supplier_access import (
    OWN_COMPETITION,
    published,
    require_supplier,
    to_the_second,
)
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records import notices
from anskaff.records.deeds import deed, record
from anskaff.records.notices import MessageKind

MAX_TEXT = 5_000

QUESTION_DEADLINE_PASSED = FindingKind(
    code="question-deadline-passed",
    text=Words(
        nb="Fristen for spørsmål var {deadline} (norsk tid). Serveren mottok spørsmålet "
        "{received}.",
        nn="Fristen for spørsmål var {deadline} (norsk tid). Serveren tok imot spørsmålet "
        "{received}.",
        en="The deadline for questions was {deadline} (Norwegian time). The server received the "
        "question {received}.",
    ),
    cure=Words(
        nb="Les svarene som er gitt. Tilbudsfristen gjelder fortsatt.",
        nn="Les svara som er gitt. Tilbodsfristen gjeld framleis.",
        en="Read the answers that were given. The tender deadline still applies.",
    ),
)
NO_SUCH_QUESTION = FindingKind(
    code="question-not-found",
    text=Words(
        nb="Spørsmålet finnes ikke i saken din.",
        nn="Spørsmålet finst ikkje i saka di.",
        en="The question does not exist in your case.",
    ),
    cure=Words(
        nb="Gå tilbake til spørsmålene i saken.",
        nn="Gå tilbake til spørsmåla i saka.",
        en="Go back to the questions of the case.",
    ),
)
ONLY_THE_TEAM = FindingKind(
    code="only-procurement-officers-answer",
    text=Words(
        nb="Bare innkjøperne i saken kan svare på spørsmål.",
        nn="Berre innkjøparane i saka kan svare på spørsmål.",
        en="Only the procurement officers of the case can answer questions.",
    ),
    cure=Words(
        nb="Be en innkjøper i saken om å svare, eller om å legge deg til i den.",
        nn="Be ein innkjøpar i saka om å svare, eller om å leggje deg til i ho.",
        en="Ask a procurement officer of the case to answer or to add you.",
    ),
)
ALREADY_ANSWERED = FindingKind(
    code="question-already-answered",
    text=Words(
        nb="Spørsmålet er alt besvart.",
        nn="Spørsmålet er alt svara på.",
        en="The question is already answered.",
    ),
    cure=Words(
        nb="Et svar er sendt til alle og kan ikke endres. Publiser en presisering som endring.",
        nn="Eit svar er sendt til alle og kan ikkje endrast. Publiser ei presisering som endring.",
        en="An answer was sent to all and cannot be changed. Publish a clarification as a change.",
    ),
)

ASKED = MessageKind(
    code="question-asked",
    title=Words(
        nb="Nytt spørsmål i sak {reference}",
        nn="Nytt spørsmål i sak {reference}",
        en="New question in case {reference}",
    ),
    text=Words(
        nb="En leverandør har stilt et spørsmål om «{title}». Svar her:",
        nn="Ein leverandør har stilt eit spørsmål om «{title}». Svar her:",
        en="A supplier has asked a question about “{title}”. Answer here:",
    ),
)
ANSWERED = MessageKind(
    code="question-answered",
    title=Words(
        nb="Nytt svar i sak {reference}",
        nn="Nytt svar i sak {reference}",
        en="New answer in case {reference}",
    ),
    text=Words(
        nb="Oppdragsgiveren har svart på et spørsmål om «{title}». Les det her:",
        nn="Oppdragsgivaren har svara på eit spørsmål om «{title}». Les det her:",
        en="The buyer has answered a question about “{title}”. Read it here:",
    ),
)


@deed(
    "competition.question_asked",
    nb="Stilte et spørsmål.",
    nn="Stilte eit spørsmål.",
    en="Asked a question.",
)
def ask_question(reference: str, *, text: str, by: Actor, at: datetime) -> int:
    """Ask the buyer and return the question's id; nobody learns who asks.

    Raises:
        NotFound: no such published competition.
        Forbidden: not a supplier, or the buyer itself.
        Conflict: the deadline for questions has passed.
        Invalid: no text, or too much.
    """
    competition = published(reference)
    require_supplier(by)
    if competition.case.buyer_id == by.organisation:
        raise Forbidden(OWN_COMPETITION.at("viewer"))
    states.require(competition.state, "ask_question")
    deadline = competition.question_deadline or competition.tender_deadline
    if deadline is not None and at > deadline:
        passed, received = to_the_second(deadline), to_the_second(at)
        raise Conflict(QUESTION_DEADLINE_PASSED.at("text", deadline=passed, received=received))
    bounds.require(bounds.text("text", text, MAX_TEXT, required=True))
    question = Question.objects.create(
        competition=competition, asked_by_id=by.organisation, text=text.strip(), asked_at=at
    )
    interested(competition, by, at)
    notices.notify(
        parties.recipients(_officers(competition)),
        ASKED,
        subject=reference,
        path=f"/innkjop/{reference.replace('/', '-')}/sporsmal/",
        facts={"reference": reference, "title": competition.title},
        at=at,
    )
    record(reference, audience=by.organisation, sealed=True)
    return question.pk


@deed(
    "competition.question_answered",
    nb="Svarte på et spørsmål: «{question}»",
    nn="Svara på eit spørsmål: «{question}»",
    en="Answered a question: “{question}”",
)
def answer_question(
    question_id: int, *, public_text: str, answer: str, by: Actor, at: datetime
) -> None:
    """Publish a question, in words that do not tell who asked, with its answer, to all.

    Raises:
        NotFound: no such question in a case of the actor's organisation.
        Forbidden: not a procurement officer of the case.
        Conflict: it is answered already, or the competition is not running.
        Invalid: a text is missing or too long.
    """
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("competition__case__buyer")
        .filter(pk=question_id, competition__case__buyer=by.organisation)
        .first()
    )
    if question is None:
        raise NotFound(NO_SUCH_QUESTION.at("question"))
    competition = question.competition
    if not may_prepare(competition.case, by):
        raise Forbidden(ONLY_THE_TEAM.at("viewer"))
    states.require(competition.state, "answer_question")
    if question.answered_at is not None:
        raise Conflict(ALREADY_ANSWERED.at("question"))
    bounds.require(
        [
            *bounds.text("public_text", public_text, MAX_TEXT, required=True),
            *bounds.text("answer", answer, MAX_TEXT, required=True),
        ]
    )
    question.public_text = public_text.strip()
    question.answer = answer.strip()
    question.answered_at = at
    question.save(update_fields=["public_text", "answer", "answered_at"])
    reference = competition.case.reference
    tell_followers(competition, ANSWERED, {}, at)
    said = {"question": question.public_text, "answer": question.answer}
    record(reference, said, public=said)


def _officers(competition: Competition) -> frozenset[int]:
    team = TeamMember.objects.filter(
        case=competition.case_id, role=TeamRole.PROCUREMENT_OFFICER.value
    )
    return frozenset(team.values_list("person_id", flat=True))


DEEDS = (ask_question, answer_question)
