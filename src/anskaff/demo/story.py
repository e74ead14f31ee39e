"""Tell the demo: every case through real deeds, all cases together in the order of time."""

import heapq
from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from anskaff.competition import arriving
from anskaff.competition.actions import (
    agreeing,
    awarding,
    deciding,
    declaring,
    evaluating,
    opening,
    preparing,
    publishing,
    questions,
    rejecting,
    scoring,
    signing,
    specifying,
    tendering,
    uploads,
)
from anskaff.competition.announcing.ted_first import Elsewhere
from anskaff.competition.plan import (
    AnswerKind,
    Deadlines,
    LotPlan,
    Need,
    RequirementKind,
    RequirementPlan,
)
from anskaff.competition.queries import awarding as awarding_queries
from anskaff.competition.queries import preparing as preparing_queries
from anskaff.competition.queries import ranking
from anskaff.competition.queries import tendering as tendering_queries
from anskaff.competition.scored_points import Points
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.days import OSLO, legal_day
from anskaff.concepts.money import Money
from anskaff.concepts.price_line import PriceLine
from anskaff.demo import notices, people
from anskaff.demo.cases import CASES, Bid, DemoCase, Stage
from anskaff.demo.notice_texts import NOTICES, Moment
from anskaff.demo.people import PASSPHRASE, Team
from anskaff.law.procedure_guide import Answers
from anskaff.project import clock
from anskaff.web import pdf

SETTLED = -120
DAYS_TO_TENDER = 34
WEEKEND = 5
LYNGHEIA = 5
TED_TOOK = timedelta(days=3)

REQUIREMENTS = (
    RequirementPlan(
        kind=RequirementKind.QUALIFICATION,
        text="Leverandøren skal ha betalt skatt og merverdiavgift.",
        proof="Skatteattest, ikke eldre enn seks måneder.",
        answer=AnswerKind.FILE,
    ),
    RequirementPlan(
        kind=RequirementKind.SPECIFICATION,
        text="Leveringstiden skal være høyst tre uker fra bestilling.",
        answer=AnswerKind.YES_NO,
    ),
    RequirementPlan(
        kind=RequirementKind.SPECIFICATION,
        text="Beskriv hvordan dere reduserer klimaavtrykket i leveransen.",
        answer=AnswerKind.TEXT,
    ),
)
TERMS = """Konkurransegrunnlag

Nordvik kommune er en oppdiktet kommune. Dette dokumentet viser hvordan vedlegg ligger åpent for
alle fra kunngjøringen. Kontrakten følger statens standardavtale for innkjøp.
"""

Told = Generator[datetime, None, None]


def tell(service: Path) -> None:
    """Register everyone and tell all cases up to the present day.

    `service` is the folder where the demo's notice service keeps what it is sent.
    """
    today = clock.today()
    settled = _at(today, SETTLED, 8)
    team = people.settle(settled)
    notices.follow_food(team.managers[LYNGHEIA], settled)
    waiting: list[tuple[datetime, int, Told]] = []
    with notices.opened(service, settled) as post:
        for number, case in enumerate(CASES):
            _step(_told(case, team, today, post), number, waiting)
        while waiting:
            _, number, told = heapq.heappop(waiting)
            _step(told, number, waiting)


def _step(told: Told, number: int, waiting: list[tuple[datetime, int, Told]]) -> None:
    """Let a case go on until its next instant."""
    following = next(told, None)
    if following is not None:
        heapq.heappush(waiting, (following, number, told))


def _told(case: DemoCase, team: Team, today: date, post: notices.Post) -> Told:
    """One case from need to where it stands; yields the instant of what comes next."""
    published = case.published
    due = _at(today, published + DAYS_TO_TENDER, 12)
    at = _at(today, published - 4, 9)
    yield at
    reference = _prepare(case, team, at, due)
    announced = notices.Announcing(
        reference=reference,
        notices=NOTICES.get(case.title, ()),
        officer=team.officer,
        post=post,
    )
    yield from announced.tell(Moment.PREPARED, at)
    if case.stage <= Stage.READY:
        return
    at = _at(today, published, 10)
    yield at
    yield from announced.tell(Moment.PUBLISHED, at)
    at = _at(today, published, 13)
    yield at
    waits = preparing_queries.case(reference, team.officer, at).waits_for_ted
    elsewhere = Elsewhere(received_at=at - TED_TOOK) if waits else None
    publishing.publish(reference, elsewhere=elsewhere, by=team.officer, at=at)
    for number, (question, answer) in enumerate(case.questions):
        at = _at(today, published + 3 + number, 10)
        yield at
        asked = questions.ask_question(reference, text=question, by=team.managers[number], at=at)
        if answer:
            at += timedelta(hours=3)
            yield at
            questions.answer_question(
                asked, public_text=question, answer=answer, by=team.officer, at=at
            )
    yield from announced.tell(Moment.QUESTIONED, at)
    if case.cancelled:
        at = _at(today, published + 25, 9)
        yield at
        publishing.cancel_competition(
            reference, reason=case.cancelled, new_competition_follows=False, by=team.officer, at=at
        )
        yield from announced.tell(Moment.CANCELLED, at)
        return
    for number, bid in enumerate(case.bids):
        at = min(due, clock.now()) - timedelta(hours=2, minutes=10 * (len(case.bids) - number))
        yield at
        _deliver(reference, case, bid, team, at)
    yield from announced.tell(Moment.TENDERED, at)
    if case.stage < Stage.HALF_OPENED:
        return
    yield from _open(reference, case, team, due)
    if case.stage >= Stage.SCORING:
        yield from _evaluate(reference, case, team, due)
    if case.stage >= Stage.STANDSTILL:
        yield from _award(reference, case, team, due, announced)


def _prepare(case: DemoCase, team: Team, at: datetime, due: datetime) -> str:
    """A draft with everything that publication asks for, or only its need."""
    by = team.officer
    answers = Answers(
        kind=case.kind,
        value=Money(Decimal(case.value)),
        buyer=BuyerKind.OTHER,
        start_on=legal_day(at),
        duration_months=case.months,
        place="NO071",
    )
    reference = preparing.create_case(case.title, answers, by=by, at=at)
    need = Need(
        title=case.title,
        kind=case.kind,
        estimated_value_nok=Decimal(case.value),
        need=case.need,
        description=case.need,
        cpv=case.cpv,
        place="NO071",
        duration_months=case.months,
    )
    preparing.set_need(reference, need, by=by, at=at)
    if case.stage is Stage.STARTED:
        return reference
    lots = case.lots or (LotPlan(key="LOT-0001", title=case.title),)
    specifying.set_lots(
        reference,
        lots,
        no_lots_reason="" if case.lots else "Én leverandør gir enklere bestilling og oppfølging.",
        by=by,
        at=at,
    )
    specifying.set_requirements(reference, REQUIREMENTS, by=by, at=at)
    specifying.set_award_criteria(
        reference,
        case.criteria,
        price_model=case.model,
        tie_rule="Er to tilbud like, avgjør loddtrekning med to til stede.",
        by=by,
        at=at,
    )
    lines = [
        PriceLine(lot=lot.key, description=text, unit=unit, quantity=Decimal(quantity))
        for lot in lots
        for text, unit, quantity in case.lines
    ]
    specifying.set_price_sheet(reference, lines, by=by, at=at)
    preparing.set_deadlines(
        reference,
        Deadlines(tender_deadline=due, question_deadline=due - timedelta(days=10)),
        by=by,
        at=at,
    )
    members = [
        (team.officer.person, TeamRole.PROCUREMENT_OFFICER),
        *((person.person, TeamRole.OPENING_OFFICER) for person in team.openers),
        *((person.person, TeamRole.EVALUATOR) for person in team.evaluators),
    ]
    preparing.set_team(reference, members, by=by, at=at)
    preparing.add_document(
        reference,
        "konkurransegrunnlag.txt",
        [TERMS.encode()],
        media_type="text/plain",
        by=by,
        at=at,
    )
    return reference


def _deliver(reference: str, case: DemoCase, bid: Bid, team: Team, at: datetime) -> None:
    """A complete tender from a supplier, with its tax certificate."""
    by = team.managers[bid.supplier]
    tender = tendering.start_tender(reference, by=by, at=at)
    asked = tendering_queries.tender_of(reference, by, at).asked
    lots = list(bid.lots or asked.lots)
    answers, certificates = {}, []
    for one in asked.requirements_for(lots):
        match one.answer:
            case AnswerKind.YES_NO:
                answers[one.key] = "yes"
            case AnswerKind.TEXT:
                answers[one.key] = "Vi samler leveringer og kjører elektrisk. Tall i vedlegg."
            case AnswerKind.FILE:
                certificates.append(one.key)
    tendering.save_draft(
        tender,
        lots=lots,
        answers=answers,
        prices={
            line.key: price for line, price in zip(asked.prices_for(lots), bid.prices, strict=True)
        },
        by=by,
        at=at,
    )
    for requirement in certificates:
        content = f"Oppdiktet skatteattest for {case.title}.\n".encode()
        key = uploads.begin_upload(
            tender,
            name="skatteattest.txt",
            size=len(content),
            requirement=requirement,
            by=by,
            at=at,
        )
        arriving.append(key, offset=0, piece=content, by=by, at=at)
        uploads.finish_upload(key, examined=arriving.examine(key, by=by), by=by, at=at)
    tendering.deliver_tender(tender, by=by, at=at)


def _open(reference: str, case: DemoCase, team: Team, due: datetime) -> Told:
    """Two officers open, and those who will see the tenders declare their impartiality."""
    openers = team.openers[:1] if case.stage is Stage.HALF_OPENED else team.openers
    for number, opener in enumerate(openers):
        at = due + timedelta(hours=1, minutes=10 * number)
        yield at
        opening.open_tenders(reference, passphrase=PASSPHRASE, by=opener, at=at)
    if case.stage <= Stage.OPENED:
        return
    at = due + timedelta(hours=2)
    yield at
    for person in (team.officer, *team.evaluators):
        declaring.declare_impartiality(reference, has_interest=False, by=person, at=at)


def _evaluate(reference: str, case: DemoCase, team: Team, due: datetime) -> Told:
    """Reject what must be rejected, score blind, agree, and rank."""
    for number, bid in enumerate(case.bids, start=1):
        if bid.rejected:
            at = due + timedelta(days=1)
            yield at
            rejecting.reject_tender(
                reference, number, ground="X-T2", reason=bid.rejected, by=team.officer, at=at
            )
    agreed = tuple(_points(case))
    at = due + timedelta(days=2)
    yield at
    scorers = team.evaluators[:1] if case.stage is Stage.SCORING else team.evaluators
    for person in scorers:
        scoring.save_scores(reference, agreed, by=person, at=at)
        scoring.submit_scores(reference, by=person, at=at + timedelta(hours=1))
    if case.stage is Stage.SCORING:
        return
    at = due + timedelta(days=3)
    yield at
    agreeing.agree_scores(reference, agreed, by=team.officer, at=at)
    evaluating.confirm_evaluation(reference, by=team.officer, at=at + timedelta(hours=1))
    deciding.decide_award(
        reference,
        tuple(_decisions(reference, case, team)),
        by=team.officer,
        at=at + timedelta(hours=2),
    )


def _points(case: DemoCase) -> Iterator[Points]:
    """The points of every valid tender on every quality criterion of the lots it bids for."""
    quality = [one for one in case.criteria if one.kind is CriterionKind.QUALITY]
    lots = [lot.key for lot in case.lots] or ["LOT-0001"]
    for number, bid in enumerate(case.bids, start=1):
        for lot in () if bid.rejected else bid.lots or lots:
            for one, points in zip(quality, bid.points, strict=True):
                yield Points(
                    lot=lot,
                    tender=number,
                    criterion=one.key,
                    points=Decimal(points),
                    reason=_reason(one.name, Decimal(points)),
                )


def _reason(criterion: str, points: Decimal) -> str:
    """Why these points, in words that fit the level."""
    if points >= 8:  # noqa: PLR2004 - a level of the demo's own scale
        return f"{criterion}: svært godt dokumentert, med konkrete tall og oppfølging."
    if points >= 6:  # noqa: PLR2004
        return f"{criterion}: godt dokumentert, men uten tall for hele leveransen."
    return f"{criterion}: kort beskrevet, og dokumentasjonen dekker bare en del."


def _decisions(reference: str, case: DemoCase, team: Team) -> Iterator[deciding.LotDecision]:
    """The decision of each lot; a tie is broken by the rule in the documents."""
    for lot in ranking.ranking(reference, team.officer).lots:
        yield deciding.LotDecision(
            lot=lot.key,
            reason="Tilbudet har det beste forholdet mellom pris, kvalitet og klima.",
            advantages={
                one.key: f"{one.name}: best samlet av tilbudene i konkurransen."
                for one in case.criteria
            },
            tender=lot.tied[0] if lot.tied else None,
            tie_broken_by="Loddtrekning med to til stede, slik dokumentene sier."
            if lot.tied
            else "",
        )


def _award(
    reference: str,
    case: DemoCase,
    team: Team,
    due: datetime,
    announced: notices.Announcing,
) -> Told:
    """Send the letters, wait out the standstill, sign."""
    at = due + timedelta(days=4)
    if case.stage is Stage.STANDSTILL:
        at = clock.now() - timedelta(days=3)
    yield at
    awarding.send_award_letters(reference, printer=pdf.printed_content, by=team.officer, at=at)
    if case.stage < Stage.SIGNED:
        return
    at += timedelta(days=14)
    yield at
    suppliers = [tender.supplier for tender in case.bids]
    view = awarding_queries.award(reference, team.officer, at=at)
    for lot in view.lots:
        signing.sign_contract(
            reference, lot.ranking.key, printer=pdf.printed_content, by=team.officer, at=at
        )
        assert lot.winner is not None
        signatory = team.signatories[suppliers[lot.winner - 1]]
        at += timedelta(hours=1)
        signing.sign_contract(
            reference, lot.ranking.key, printer=pdf.printed_content, by=signatory, at=at
        )
    yield from announced.tell(Moment.SIGNED, at)


def _at(today: date, days: int, hour: int) -> datetime:
    """An hour in Oslo some days from today, on the working day at or before it."""
    on = today + timedelta(days=days)
    on -= timedelta(days=max(0, on.weekday() - WEEKEND + 1))
    return datetime.combine(on, time(hour), OSLO)
