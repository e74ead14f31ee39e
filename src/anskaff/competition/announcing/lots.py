"""A lot, or a part of a plan, as a notice says it."""

from decimal import Decimal

from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import AWARDING, Scope
from anskaff.competition.announcing.known import climate_exemption
from anskaff.competition.announcing.parties import BUYER, NORWAY, review_key
from anskaff.competition.announcing.subtypes import CALLS, PLANNING
from anskaff.competition.announcing.values import Values
from anskaff.competition.plan import LotPlan
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.notice import (
    Duration,
    DurationUnit,
    LotKind,
    NoticeCondition,
    NoticeCriterion,
    NoticeDocument,
    NoticeLot,
    NoticePlace,
    NoticePrize,
    StatedWeight,
    Texts,
)

NATURES = {
    "supplies": ContractKind.GOODS,
    "services": ContractKind.SERVICES,
    "works": ContractKind.WORKS,
}
WITH_INFORMATION = frozenset({"7", "10", "14", "17", "21", "30", "39", "40", "16", "23"})
BUYER_CATEGORIES = "buyer-categories"
"""The mark of the node that names further buyers (OPT-090)."""
DETAILS = (
    ("BT-774", "environmental-impact", "env-imp"),
    ("BT-775", "social-objective", "soc-obj"),
    ("BT-776", "innovative-acquisition", "inn-pur"),
)


def lot_key(values: Values, lot: LotPlan) -> str:
    """The lot's key in the notice: a plan has parts (PAR-0001) where a competition has lots."""
    return lot.key.replace("LOT", "PAR") if values.subtype in PLANNING else lot.key


def place_of(values: Values) -> tuple[NoticePlace, ...]:
    """Where it is performed."""
    nuts = values.text(Scope.PROCEDURE, "BT-5071")
    return (NoticePlace(nuts=nuts, country=NORWAY),) if nuts else ()


def nature_of(values: Values) -> ContractKind | None:
    """What kind of contract it is."""
    return NATURES.get(values.text(Scope.PROCEDURE, "BT-23"))


def lot_of_notice(values: Values, facts: CaseFacts, lot: LotPlan) -> NoticeLot:
    """All that the notice says of one lot."""
    at = lot.key
    months = values.whole(Scope.LOT, "BT-36", at)
    days = values.whole(Scope.LOT, "BT-98", at)
    prize = values.money(Scope.LOT, "BT-644", at)
    buyers = values.texts(Scope.LOT, "BT-111", at)
    return NoticeLot(
        key=lot_key(values, lot),
        kind=LotKind.PART if values.subtype in PLANNING else LotKind.LOT,
        title=values.texts(Scope.LOT, "BT-21", at),
        description=values.texts(Scope.LOT, "BT-24", at),
        nature=nature_of(values),
        strategies=_strategies(values, at),
        cpv=values.text(Scope.LOT, "BT-262", at),
        places=place_of(values),
        value=values.money(Scope.LOT, "BT-27", at),
        duration=Duration(amount=amount(months), unit=DurationUnit.MONTH) if months else None,
        starts=values.day(Scope.LOT, "BT-536", at),
        options=values.texts(Scope.LOT, "BT-54", at),
        renewals_most=values.whole(Scope.LOT, "BT-58", at),
        renewals=values.texts(Scope.LOT, "BT-57", at),
        suits_small=values.flag(Scope.LOT, "BT-726", at),
        award_criteria=_criteria(values, facts, at),
        climate_statements=_climate(values, facts),
        prizes=(NoticePrize(rank=1, value=prize),) if prize else (),
        jury_binds=values.flag(Scope.LOT, "BT-42", at),
        contract_follows=values.flag(Scope.LOT, "BT-41", at),
        reserved=_conditions(values, at, ("BT-71", "")),
        selection_sources=_conditions(values, at, ("BT-821", "")),
        conditions=_execution(values, at),
        legal_form=values.text(Scope.LOT, "BT-761", at),
        documents=_documents(values, at),
        submission_url=values.text(Scope.LOT, "BT-18", at),
        submission=values.text(Scope.LOT, "BT-17", at),
        languages=_tender_languages(values, at),
        variants=values.text(Scope.LOT, "BT-63", at),
        eu_funding=values.codes(Scope.LOT, "BT-60", at),
        names_of_staff=values.text(Scope.LOT, "BT-79", at),
        guarantee=values.text(Scope.LOT, "BT-751", at),
        payment=values.texts(Scope.LOT, "BT-77", at),
        electronic_order=values.flag(Scope.LOT, "BT-92", at),
        electronic_payment=values.flag(Scope.LOT, "BT-93", at),
        validity=Duration(amount=amount(days), unit=DurationUnit.DAY) if days else None,
        appeal_deadline=values.texts(Scope.LOT, "BT-99", at),
        appeal_body=review_key(values),
        information_from=BUYER if values.subtype in WITH_INFORMATION else "",
        tender_deadline=values.instant(Scope.LOT, "BT-131(d)", at),
        interest_deadline=values.instant(Scope.LOT, "BT-630(d)", at),
        question_deadline=values.instant(Scope.LOT, "BT-13(d)", at),
        opening=values.instant(Scope.LOT, "BT-132(d)", at),
        framework=values.text(Scope.LOT, "BT-765", at),
        framework_participants=values.whole(Scope.LOT, "BT-113", at),
        framework_reason=values.texts(Scope.LOT, "BT-109", at),
        framework_buyers_stated=BUYER_CATEGORIES if buyers else "",
        framework_buyers=buyers,
        framework_maximum=values.money(Scope.LOT, "BT-271", at),
        dynamic_purchasing=values.text(Scope.LOT, "BT-766", at),
        auction=values.flag(Scope.LOT, "BT-767", at),
        gpa=values.flag(Scope.LOT, "BT-115", at),
    )


def group_of_notice(values: Values, key: str) -> NoticeLot:
    """What the notice says of a group of lots."""
    return NoticeLot(
        key=key,
        kind=LotKind.GROUP,
        title=values.texts(Scope.GROUP, "BT-21", key),
        description=values.texts(Scope.GROUP, "BT-24", key),
        value=values.money(Scope.GROUP, "BT-27", key),
        framework_maximum=values.money(Scope.GROUP, "BT-271", key),
    )


def amount(whole: int) -> Decimal:
    """A whole number as the concept holds it."""
    return Decimal(whole)


def _strategies(values: Values, at: str) -> tuple[NoticeCondition, ...]:
    """Strategic aims; one with details is an aim also when it is not chosen itself."""
    words = values.texts(Scope.LOT, "BT-777", at)
    chosen = dict.fromkeys(values.codes(Scope.LOT, "BT-06", at))
    chosen |= {aim: None for term, _list, aim in DETAILS if values.codes(Scope.LOT, term, at)}
    aims = tuple(
        NoticeCondition(subject="strategic-procurement", code=code, description=words)
        for code in chosen
    )
    details = tuple(
        NoticeCondition(subject=subject, code=code)
        for term, subject, _aim in DETAILS
        for code in values.codes(Scope.LOT, term, at)
    )
    return (*aims, *details)


def _criteria(values: Values, facts: CaseFacts, at: str) -> tuple[NoticeCriterion, ...]:
    own = [each for each in facts.plan.criteria.criteria if each.lot in {"", at}]
    found = []
    for each in own:
        place = f"{at}/{each.key}"
        code = values.text(Scope.CRITERION, "BT-539", place)
        weight = values.text(Scope.CRITERION, "BT-541", place)
        if not code:
            continue
        found.append(
            NoticeCriterion(
                code=code,
                name=values.texts(Scope.CRITERION, "BT-734", place),
                description=values.texts(Scope.CRITERION, "BT-540", place),
                weights=(StatedWeight(amount=Decimal(weight).normalize(), code="per-exa"),),
            )
        )
    return tuple(found)


def _climate(values: Values, facts: CaseFacts) -> tuple[NoticeCondition, ...]:
    """Why climate is no weighted criterion, by the Norwegian code (LOA §§ 5b, 5c)."""
    code = climate_exemption(facts)
    if not code or values.subtype not in AWARDING - {"7", "25"}:
        return ()
    words = Texts(dict.fromkeys(values.languages, facts.plan.criteria.climate_reason))
    return (NoticeCondition(subject="award-criterion-type", code=code, description=words),)


def _conditions(values: Values, at: str, *rows: tuple[str, str]) -> tuple[NoticeCondition, ...]:
    return tuple(
        NoticeCondition(subject=subject, code=code)
        for term, subject in rows
        if (code := values.text(Scope.LOT, term, at))
    )


def _execution(values: Values, at: str) -> tuple[NoticeCondition, ...]:
    """Conditions of performance, and how the supplier sends tender and invoice."""
    rows = (
        ("BT-736", "reserved-execution"),
        ("BT-743", "einvoicing"),
        ("BT-764", "ecatalog-submission"),
    )
    performance = values.texts(Scope.LOT, "BT-70", at)
    said = _conditions(values, at, *rows)
    if not performance:
        return said
    code = NoticeCondition(subject="conditions", code="performance", description=performance)
    return (*said, code)


def _documents(values: Values, at: str) -> tuple[NoticeDocument, ...]:
    url = values.text(Scope.LOT, "BT-15", at)
    if not url or values.subtype not in CALLS:
        return ()
    return (NoticeDocument(key=f"DOC-{at[-4:]}", kind="non-restricted-document", url=url),)


def _tender_languages(values: Values, at: str) -> tuple[str, ...]:
    tags = {"NOR": "no", "ENG": "en"}
    return tuple(tags.get(code, code.lower()) for code in values.codes(Scope.LOT, "BT-97", at))
