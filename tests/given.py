"""States reached through the same deeds that people use; tests begin with one of these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from os import urandom

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
    scoring,
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
from anskaff.competition.queries import tendering as tendering_queries
from anskaff.competition.scored_points import Points
from anskaff.competition.sealing import officer_keys
from anskaff.concepts.actor import SYSTEM, Actor, Role, TeamRole
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.money import Money
from anskaff.concepts.price_line import PriceLine
from anskaff.law.procedure_guide import Answers
from anskaff.parties import actions as parties

START = datetime(2026, 8, 3, 8, 0, tzinfo=UTC)
PASSWORD = "riktig hest batteri stift"


def organisation_number(serial: int) -> str:
    """An invented nine-digit number with a valid check digit, from 3xx xxx xxx."""
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    while True:
        digits = f"3{serial:07d}"
        rest = sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
        if rest != 1:
            return digits + ("0" if rest == 0 else str(11 - rest))
        serial += 5_000_000


def a_buyer(
    serial: int = 1, *, name: str = "Nordvik kommune", kind: BuyerKind = BuyerKind.OTHER
) -> int:
    """A registered buyer; its id."""
    return parties.register_organisation(
        organisation_number(serial), name, buyer_kind=kind, by=SYSTEM, at=START
    )


def a_supplier(serial: int = 101, *, name: str = "Fjellvatn Møbler AS") -> int:
    """A registered supplier; its id."""
    return parties.register_organisation(
        organisation_number(serial), name, is_supplier=True, by=SYSTEM, at=START
    )


def a_person(organisation: int, role: Role, name: str, *, language: str = "nb") -> Actor:
    """A person in a role, with the password `PASSWORD`; as an actor."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return parties.add_person(
        organisation,
        email=email,
        name=name,
        role=role,
        password=PASSWORD,
        language=language,
        by=SYSTEM,
        at=START,
    )


def an_invitation(admin: Actor, email: str, role: Role, *, at: datetime) -> str:
    """An invitation by letter; its secret, as the invited person reads it there."""
    from anskaff.records.models import OutgoingMail

    parties.invite_person(email, role, language="nb", by=admin, at=at)
    letter = OutgoingMail.objects.order_by("-id")[0].text
    return letter.rstrip().rstrip("/").rpartition("/")[2]


PASSPHRASE = "blå elg spiser sju epler"
ON_TED = Elsewhere(publication="512345-2026")
PUBLISHED_AT = datetime(2026, 8, 4, 8, 0, tzinfo=UTC)
QUESTIONS_UNTIL = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
DEADLINE = datetime(2026, 9, 15, 10, 0, tzinfo=UTC)
GUIDE_ANSWERS = Answers(
    kind=ContractKind.GOODS,
    value=Money(Decimal(4_200_000)),
    buyer=BuyerKind.OTHER,
    start_on=PUBLISHED_AT.date(),
    duration_months=48,
    place="NO060",
)
CRITERIA = (
    AwardCriterion(
        key="AC-0001", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(40)
    ),
    AwardCriterion(
        key="AC-0002",
        name="Kvalitet",
        kind=CriterionKind.QUALITY,
        weight_percent=Decimal(30),
        description="Slitestyrke og ergonomi, dokumentert med testrapport.",
    ),
    AwardCriterion(
        key="AC-0003",
        name="Klima og miljø",
        kind=CriterionKind.QUALITY,
        weight_percent=Decimal(30),
        description="Klimaavtrykk per stol, dokumentert med miljødeklarasjon.",
        climate=True,
    ),
)
ONE_LOT = (LotPlan(key="LOT-0001", title="Kontormøbler"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ACase:
    """A case and the people who work on it; `openers` can open with `PASSPHRASE`."""

    reference: str
    buyer: int
    officer: Actor
    openers: tuple[Actor, ...]
    evaluators: tuple[Actor, ...]


def an_officer_key(person: Actor, *, passphrase: str = PASSPHRASE) -> None:
    """An opening key under a passphrase, with cheap key stretching."""
    protected = officer_keys.create(
        str(person.person),
        passphrase,
        random=urandom,
        cost=officer_keys.ScryptCost(n=1024, r=8, p=1),
    )
    parties.keep_officer_key(
        public_key=officer_keys.public_key(protected).public,
        protected_private_key=protected.decode(),
        by=person,
        at=START,
    )


def a_draft_case(
    *,
    title: str = "Kontormøbler til Nordvik skole",
    serial: int = 1,
    lots: Sequence[LotPlan] = ONE_LOT,
    criteria: Sequence[AwardCriterion] = CRITERIA,
    price_model: str = "M-LIN",
    openers: int = 2,
    evaluators: int = 2,
    deadline: datetime = DEADLINE,
    question_deadline: datetime | None = QUESTIONS_UNTIL,
    answers: Answers = GUIDE_ANSWERS,
) -> ACase:
    """A complete draft that can be published at `PUBLISHED_AT`; `serial` is the buyer's.

    Every lot has two price lines, the requirements are a yes/no and a file, and opening officers
    have keys under `PASSPHRASE`.
    """
    buyer = a_buyer(serial)
    officer = a_person(buyer, Role.PROCUREMENT_OFFICER, f"Kari Innkjøper {serial}")
    opening = [a_person(buyer, Role.EMPLOYEE, f"Åpner {n} {serial}") for n in range(openers)]
    scoring = [a_person(buyer, Role.EMPLOYEE, f"Evaluator {n} {serial}") for n in range(evaluators)]
    for person in opening:
        an_officer_key(person)
    reference = preparing.create_case(title, answers, by=officer, at=START)
    need = Need(
        title=title,
        kind=answers.kind,
        estimated_value_nok=answers.value.amount,
        need="Skolen får 400 nye elever.",
        description="Stoler og bord til klasserom og kontor.",
        cpv="39130000",
        place=answers.place,
        duration_months=answers.duration_months,
    )
    preparing.set_need(reference, need, by=officer, at=START)
    specifying.set_lots(
        reference,
        lots,
        no_lots_reason="Ett samlet kjøp gir like møbler.",
        by=officer,
        at=START,
    )
    specifying.set_requirements(reference, REQUIREMENTS, by=officer, at=START)
    specifying.set_award_criteria(
        reference,
        criteria,
        price_model=price_model,
        tie_rule="Laveste pris avgjør, deretter loddtrekning.",
        by=officer,
        at=START,
    )
    lines = [
        PriceLine(lot=lot.key, description=f"{what} til {lot.title}", unit="stk", quantity=many)
        for lot in lots
        for what, many in (("Stol", Decimal(100)), ("Bord", Decimal(20)))
    ]
    specifying.set_price_sheet(reference, lines, by=officer, at=START)
    preparing.set_deadlines(
        reference,
        Deadlines(tender_deadline=deadline, question_deadline=question_deadline),
        by=officer,
        at=START,
    )
    team = [
        (officer.person, TeamRole.PROCUREMENT_OFFICER),
        *((person.person, TeamRole.OPENING_OFFICER) for person in opening),
        *((person.person, TeamRole.EVALUATOR) for person in scoring),
    ]
    preparing.set_team(reference, team, by=officer, at=START)
    return ACase(
        reference=reference,
        buyer=buyer,
        officer=officer,
        openers=tuple(opening),
        evaluators=tuple(scoring),
    )


REQUIREMENTS = (
    RequirementPlan(
        kind=RequirementKind.SPECIFICATION,
        text="Stolene skal tåle 120 kg.",
        answer=AnswerKind.YES_NO,
    ),
    RequirementPlan(
        kind=RequirementKind.QUALIFICATION,
        text="Legg ved skatteattest.",
        answer=AnswerKind.FILE,
        mandatory=False,
    ),
)


def publish(case: ACase, *, by: Actor | None = None, at: datetime = PUBLISHED_AT) -> None:
    """Publish a case whose call stands in TED already, sent by another system."""
    publishing.publish(case.reference, elsewhere=ON_TED, by=by or case.officer, at=at)


def a_published_competition(
    *,
    title: str = "Kontormøbler til Nordvik skole",
    serial: int = 1,
    lots: Sequence[LotPlan] = ONE_LOT,
    criteria: Sequence[AwardCriterion] = CRITERIA,
    price_model: str = "M-LIN",
    openers: int = 2,
    evaluators: int = 2,
    deadline: datetime = DEADLINE,
    question_deadline: datetime | None = QUESTIONS_UNTIL,
    answers: Answers = GUIDE_ANSWERS,
) -> ACase:
    """A competition published at `PUBLISHED_AT` with tenders due at `deadline`."""
    case = a_draft_case(
        title=title,
        serial=serial,
        lots=lots,
        criteria=criteria,
        price_model=price_model,
        openers=openers,
        evaluators=evaluators,
        deadline=deadline,
        question_deadline=question_deadline,
        answers=answers,
    )
    publish(case)
    return case


def a_supplier_with_manager(serial: int = 101, *, name: str = "Fjellvatn Møbler AS") -> Actor:
    """A supplier's tender manager."""
    return a_person(a_supplier(serial, name=name), Role.TENDER_MANAGER, f"Tilbyder {serial}")


def a_delivered_tender(
    reference: str,
    by: Actor,
    *,
    lots: Sequence[str] | None = None,
    prices: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
    at: datetime = PUBLISHED_AT + timedelta(days=10),
) -> int:
    """A tender for all lots (or those named) delivered at `at`; its id.

    Prices not given are 100 for each line, and what must be answered with yes is.
    """
    tender = tendering.start_tender(reference, by=by, at=at)
    asked = tendering_queries.tender_of(reference, by, at).asked
    chosen = list(lots or asked.lots)
    tendering.save_draft(
        tender,
        lots=chosen,
        answers={
            one.key: "yes" if one.answer is AnswerKind.YES_NO else "Dokumentert i vedlegg."
            for one in asked.requirements_for(chosen)
            if one.answer is not AnswerKind.FILE
        }
        | dict(answers or {}),
        prices={line.key: "100" for line in asked.prices_for(chosen)} | dict(prices or {}),
        by=by,
        at=at,
    )
    for name, content in (files or {}).items():
        an_upload(tender, name, content, by=by, at=at)
    tendering.deliver_tender(tender, by=by, at=at)
    return tender


def an_upload(
    tender: int, name: str, content: bytes, *, requirement: str = "", by: Actor, at: datetime
) -> str:
    """A file that is uploaded in one piece; its key."""
    key = uploads.begin_upload(
        tender, name=name, size=len(content), requirement=requirement, by=by, at=at
    )
    arriving.append(key, offset=0, piece=content, by=by, at=at)
    uploads.finish_upload(key, examined=arriving.examine(key, by=by), by=by, at=at)
    return key


OPENED_AT = DEADLINE + timedelta(hours=1)
EVALUATED_AT = OPENED_AT + timedelta(days=3)
AWARDED_AT = datetime(2026, 9, 21, 9, 0, tzinfo=UTC)
SUPPLIERS = ("Fjellvatn Møbler AS", "Bjørkely Interiør AS", "Havdal Kontor AS", "Lyngmo Tre AS")


@dataclass(frozen=True, slots=True, kw_only=True)
class ATender:
    """What an invented supplier offers: total price in MNOK (a whole number), points it will get.

    `points` are by criterion key; `lots` None means all.
    """

    price_mnok: int
    points: tuple[tuple[str, str], ...] = (("AC-0002", "6"), ("AC-0003", "6"))
    lots: tuple[str, ...] | None = None


WORKED_EXAMPLE = (
    ATender(price_mnok=10),
    ATender(price_mnok=12, points=(("AC-0002", "8"), ("AC-0003", "8"))),
    ATender(price_mnok=17, points=(("AC-0002", "10"), ("AC-0003", "9"))),
)
"""The tenders of DFØ's worked example: under M-LIN tender 2 wins with 8.000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnOpenedCase(ACase):
    """A case with tenders; `tenderers` are tender managers, in the order of their numbers."""

    tenderers: tuple[Actor, ...]
    offers: tuple[ATender, ...]


def a_case_with_tenders(
    *,
    title: str = "Kontormøbler til Nordvik skole",
    serial: int = 1,
    tenders: Sequence[ATender] = WORKED_EXAMPLE,
    lots: Sequence[LotPlan] = ONE_LOT,
    criteria: Sequence[AwardCriterion] = CRITERIA,
    price_model: str = "M-LIN",
    openers: int = 2,
    answers: Answers = GUIDE_ANSWERS,
    files: Mapping[str, bytes] | None = None,
) -> AnOpenedCase:
    """A published competition with sealed tenders, one minute apart."""
    case = a_published_competition(
        title=title,
        serial=serial,
        lots=lots,
        criteria=criteria,
        price_model=price_model,
        openers=openers,
        answers=answers,
    )
    tenderers = []
    for number, offer in enumerate(tenders):
        name = SUPPLIERS[number]
        supplier = a_supplier(1000 * serial + number, name=name)
        manager = a_person(supplier, Role.TENDER_MANAGER, f"Selger {number} {serial}")
        tenderers.append(manager)
        at = PUBLISHED_AT + timedelta(days=10, minutes=number)
        a_delivered_tender(
            case.reference,
            manager,
            lots=offer.lots,
            prices=_prices(lots, offer),
            files=files if number == 0 else None,
            at=at,
        )
    return AnOpenedCase(
        reference=case.reference,
        buyer=case.buyer,
        officer=case.officer,
        openers=case.openers,
        evaluators=case.evaluators,
        tenderers=tuple(tenderers),
        offers=tuple(tenders),
    )


def _prices(lots: Sequence[LotPlan], offer: ATender) -> dict[str, str]:
    """Unit prices that give the offer's total in each lot: 100 of the first line, 20 of the second.

    The second line costs 50 000 each, so that it is one million in all.
    """
    prices = {}
    for number, lot in enumerate(lots):
        if offer.lots is None or lot.key in offer.lots:
            prices[f"PL-{2 * number + 1:04d}"] = str((offer.price_mnok - 1) * 10_000)
            prices[f"PL-{2 * number + 2:04d}"] = "50000"
    return prices


def opened(case: AnOpenedCase, *, at: datetime = OPENED_AT, declared: bool = True) -> AnOpenedCase:
    """The tenders opened by as many officers as needed; the team has declared to be impartial."""
    for person in case.openers[:2]:
        opening.open_tenders(case.reference, passphrase=PASSPHRASE, by=person, at=at)
    if declared:
        for person in (case.officer, *case.openers, *case.evaluators):
            declaring.declare_impartiality(case.reference, has_interest=False, by=person, at=at)
    return case


def an_opened_competition(
    *,
    title: str = "Kontormøbler til Nordvik skole",
    serial: int = 1,
    tenders: Sequence[ATender] = WORKED_EXAMPLE,
    lots: Sequence[LotPlan] = ONE_LOT,
    criteria: Sequence[AwardCriterion] = CRITERIA,
    price_model: str = "M-LIN",
    openers: int = 2,
    answers: Answers = GUIDE_ANSWERS,
    files: Mapping[str, bytes] | None = None,
) -> AnOpenedCase:
    """A competition whose tenders are opened at `OPENED_AT`; the whole team is impartial."""
    case = a_case_with_tenders(
        title=title,
        serial=serial,
        tenders=tenders,
        lots=lots,
        criteria=criteria,
        price_model=price_model,
        openers=openers,
        answers=answers,
        files=files,
    )
    return opened(case)


def points_for(case: AnOpenedCase, lots: Sequence[LotPlan] = ONE_LOT) -> list[Points]:
    """The points that the offers of a case will get, each with a reason."""
    return [
        Points(
            lot=lot.key,
            tender=number,
            criterion=criterion,
            points=Decimal(points),
            reason=f"Tilbud {number} dokumenterer {criterion} med testrapport.",
        )
        for lot in lots
        for number, offer in enumerate(case.offers, 1)
        if offer.lots is None or lot.key in offer.lots
        for criterion, points in offer.points
    ]


def scored(case: AnOpenedCase, lots: Sequence[LotPlan] = ONE_LOT) -> AnOpenedCase:
    """Every evaluator has submitted the same points, and they are agreed."""
    given = points_for(case, lots)
    for evaluator in case.evaluators:
        scoring.save_scores(case.reference, given, by=evaluator, at=EVALUATED_AT)
        scoring.submit_scores(case.reference, by=evaluator, at=EVALUATED_AT)
    agreeing.agree_scores(case.reference, given, by=case.officer, at=EVALUATED_AT)
    return case


def evaluated(case: AnOpenedCase, lots: Sequence[LotPlan] = ONE_LOT) -> AnOpenedCase:
    """An opened case, scored, agreed, and its evaluation confirmed."""
    scored(case, lots)
    evaluating.confirm_evaluation(case.reference, by=case.officer, at=EVALUATED_AT)
    return case


def an_evaluated_competition(
    *, serial: int = 1, tenders: Sequence[ATender] = WORKED_EXAMPLE
) -> AnOpenedCase:
    """A competition with a confirmed evaluation."""
    return evaluated(an_opened_competition(serial=serial, tenders=tenders))


def a_decision(lot: str = "LOT-0001") -> deciding.LotDecision:
    """A reasoned decision on the tender that is ranked first."""
    return deciding.LotDecision(
        lot=lot,
        reason="Tilbudet har best samlet sum av pris, kvalitet og klima.",
        advantages={
            "AC-0001": "Nest laveste pris.",
            "AC-0002": "Dokumentert slitestyrke på 15 år.",
            "AC-0003": "Lavt klimaavtrykk, dokumentert med miljødeklarasjon.",
        },
    )


def a_plain_pdf(content: Mapping[str, object], language: str, on: date) -> bytes:
    """Stands in for the printer where a test does not look at the PDF."""
    return f"%PDF {content['title']} {language} {on}".encode()


def awarded(case: AnOpenedCase, lots: Sequence[LotPlan] = ONE_LOT) -> AnOpenedCase:
    """An evaluated case, decided, with the letters sent at `AWARDED_AT`."""
    decisions = [a_decision(lot.key) for lot in lots]
    deciding.decide_award(case.reference, decisions, by=case.officer, at=AWARDED_AT)
    awarding.send_award_letters(case.reference, printer=a_plain_pdf, by=case.officer, at=AWARDED_AT)
    return case


def an_awarded_competition(
    *, serial: int = 1, tenders: Sequence[ATender] = WORKED_EXAMPLE
) -> AnOpenedCase:
    """A competition in standstill: letters sent on Monday 21 September, ends Thursday 1 October."""
    return awarded(an_evaluated_competition(serial=serial, tenders=tenders))
