"""Every subtype that we write passes the official schema, the EU's rules and Norway's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from anskaff.competition.announcing.building import Identity, build
from anskaff.competition.announcing.checking import faults
from anskaff.competition.announcing.correcting import correction_of, places
from anskaff.competition.announcing.facts import BuyerFacts, CaseFacts, Earlier, WonLot
from anskaff.competition.announcing.subtypes import SUBTYPES
from anskaff.competition.announcing.values import values_of
from anskaff.competition.plan import Criteria, Deadlines, LotPlan, Need, Plan
from anskaff.competition.states import State
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.money import Money
from anskaff.documents import checking, eforms
from anskaff.documents.checking import Layer, Verdict
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from anskaff.law.procedure_guide import Procedure
from tests.announcing import answered
from tests.conftest import STANDARDS

pytestmark = pytest.mark.standards
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ANSWERED_WHOLE = frozenset({"E3", "16", "29"})  # their corrections also say all that may be said
CHANGED = {"Organization-Company:BT-503": "+47 74000000", "Lot:BT-262|LOT-0002": "90910000"}
"""What the version before said; a correction names both, and a change of its own."""
NOTICE = "0b2c1c7e-36a1-4f0e-8a55-2c5f9d1c7e10"


@pytest.fixture(name="official", scope="module")
def _official() -> Iterator[Official]:
    with Pool(1, timeout_seconds=300) as pool:
        yield Official(Bundle(STANDARDS), pool)


def criterion(key: str, name: str, weight: int, kind: CriterionKind) -> AwardCriterion:
    return AwardCriterion(
        key=key,
        name=name,
        kind=kind,
        weight_percent=Decimal(weight),
        description=f"Om {name.lower()}.",
        climate=name.startswith("Klima"),
    )


PLAN = Plan(
    reference="2026/12",
    ocid="ocds-anskaff-2026-12",
    state=State.SIGNED,
    version=1,
    buyer=1,
    buyer_name="Nordvik kommune",
    buyer_number="310000000",
    buyer_kind=BuyerKind.OTHER,
    created_at=NOW,
    need=Need(
        title="Drift av bibliotek og kulturhus",
        kind=ContractKind.SERVICES,
        estimated_value_nok=Decimal(9_400_000),
        description="Daglig drift av to bygg.",
        cpv="79993000",
        more_cpv=("90910000",),
        place="NO060",
        duration_months=36,
    ),
    lots=(
        LotPlan(key="LOT-0001", title="Bibliotek", estimated_value_nok=Decimal(4_000_000)),
        LotPlan(key="LOT-0002", title="Kulturhus", estimated_value_nok=Decimal(5_400_000)),
    ),
    no_lots_reason="",
    requirements=(),
    criteria=Criteria(
        criteria=(
            criterion("AC-0001", "Pris", 40, CriterionKind.PRICE),
            criterion("AC-0002", "Kvalitet", 30, CriterionKind.QUALITY),
            criterion("AC-0003", "Klima og miljø", 30, CriterionKind.QUALITY),
        )
    ),
    price_lines=(),
    documents=(),
    deadlines=Deadlines(
        tender_deadline=NOW + timedelta(days=40), question_deadline=NOW + timedelta(days=25)
    ),
    team=(),
    openers_required=2,
    procedure=Procedure.OPEN,
    regulation_part="III",
    deviation_reason="",
    published_at=NOW,
    method_commitment="",
)


def won(lot: str, supplier: str, number: str, value: int) -> WonLot:
    day = NOW.date()
    return WonLot(
        lot=lot,
        decided_on=day - timedelta(days=20),
        winner=supplier,
        winner_number=number,
        winner_size="small",
        winner_city="Storvatn",
        winner_postcode="7012",
        tender=2,
        value=Decimal(value),
        received=3,
        received_from_small=2,
        signed_on=day - timedelta(days=5),
    )


def facts_for(subtype: str) -> CaseFacts:
    """The case as it stands when such a notice is written."""
    awarded = SUBTYPES[subtype].has_result and subtype != "25"
    results = (
        won("LOT-0001", "Fjellvatn Møbler AS", "310000019", 3_900_000),
        won("LOT-0002", "Havblikk Innredning AS", "310000027", 5_100_000),
    )
    return CaseFacts(
        plan=PLAN,
        buyer=BuyerFacts(
            name="Nordvik kommune",
            number="310000000",
            street="Torget 1",
            postcode="8000",
            city="Nordvik",
            email="post@nordvik.example",
        ),
        site="https://anskaff.example",
        won=results if awarded else (),
        earlier=(Earlier(subtype="29", notice=NOTICE, version="01", sent_at=NOW),)
        if awarded
        else (),
        part="II" if SUBTYPES[subtype].national else "III",
    )


def written(facts: CaseFacts, subtype: str, *, correction: bool = False) -> bytes:
    whole = correction and subtype in ANSWERED_WHOLE
    answers = answered(facts, subtype, correction=correction, optional=whole)
    values = values_of(facts, subtype, answers)
    if correction:
        before = {each.key: each.value for each in values} | CHANGED
        values = correction_of(facts, subtype, answers, before).values
        assert len(places(values)) == 3
    assert faults(values) == ()
    identity = Identity(
        notice=NOTICE,
        version=2 if correction else 1,
        at=NOW,
        corrects=f"{NOTICE}-01" if correction else "",
    )
    return eforms.write(build(values, facts, identity))


def verdict(data: bytes, official: Official) -> tuple[Verdict, list[str]]:
    [(_, report)] = checking.check_file(data, on=NOW.date(), bundle=STANDARDS, official=official)
    assert {Layer.XSD, Layer.OFFICIAL} <= set(report.ran)
    stops = [f"{each.kind.rule} {each.where}" for each in report.findings if each.stops]
    return report.verdict, stops


@pytest.mark.parametrize("subtype", ["16", "E3"])
def test_a_long_framework_passes_all_official_rules(subtype: str, official: Official) -> None:
    """BT-113, BT-109 and BT-271 are asked of a framework, and of no other contract."""
    facts = facts_for(subtype)
    lasting = replace(facts.plan, need=replace(facts.plan.need, duration_months=60))
    facts = replace(facts, plan=lasting)
    plain = {each.field.id for each in values_of(facts, subtype, {})}
    assert not plain & {"BT-113", "BT-109", "BT-271"}
    kind = {f"Lot:BT-765|{lot.key}": "fa-wo-rc" for lot in facts.lots}
    more = {
        f"Lot:{term}|{lot.key}": said
        for lot in facts.lots
        for term, said in (("BT-113", "3"), ("BT-271", "9000000"), ("BT-109", "Lang utvikling."))
    } | {f"Lot:BT-109|{lot.key}@en": "Long development." for lot in facts.lots}
    answers = {**answered(facts, subtype), **kind, **more}
    values = values_of(facts, subtype, answers)
    assert faults(values) == ()
    identity = Identity(notice=NOTICE, version=1, at=NOW)
    reading = build(values, facts, identity)
    assert [lot.framework_participants for lot in reading.lots] == [3] * len(facts.lots)
    assert verdict(eforms.write(reading), official) == (Verdict.VALID, [])


@pytest.mark.parametrize("subtype", ["16", "E3"])
def test_a_call_is_cancelled_before_its_deadline_and_not_after_by_the_official_rules(
    subtype: str, official: Official
) -> None:
    facts = replace(facts_for(subtype), cancelled_because="Behovet er borte.")
    data = written(facts, subtype, correction=True)
    assert verdict(data, official) == (Verdict.VALID, [])
    later = data.replace(b"2026-12-31", b"2026-11-18").replace(b"2026-12-16", b"2026-11-17")
    assert {each.split()[0] for each in verdict(later, official)[1]} == {"BR-BT-00005-0151"}


@pytest.mark.parametrize("reason", ["no-rece", "chan-need"])
@pytest.mark.parametrize("subtype", ["29", "30", "33", "E4"])
def test_a_competition_that_ended_without_a_winner_passes_all_official_rules(
    subtype: str, reason: str, official: Official
) -> None:
    facts = replace(facts_for(subtype), won=(), cancelled_because="Behovet er borte.")
    answers = {
        f"LotResult:{term}|{lot.key}": said
        for lot in facts.lots
        for term, said in (
            ("BT-144", reason),
            ("BT-759:t-oth-eea", "0"),
            ("BT-759:t-no-eea", "0"),
        )
    }
    values = values_of(facts, subtype, answered(facts, subtype, given=answers))
    assert faults(values) == ()
    reading = build(values, facts, Identity(notice=NOTICE, version=1, at=NOW))
    assert {each.outcome for each in reading.results} == {"clos-nw"}
    assert verdict(eforms.write(reading), official) == (Verdict.VALID, [])


RESULTS_OF_FRAMEWORKS = ("25", "29", "30", "33", "38", "39", "E4")
FRAMEWORK = {
    "Lot:BT-765|{lot}": "fa-wo-rc",
    "Lot:BT-271|{lot}": "9000000",
    "LotResult:BT-709|{lot}": "8000000",
    "LotResult:BT-660|{lot}": "7000000.50",
}


def told_of(lots: tuple[str, ...]) -> dict[str, str]:
    return {key.format(lot=lot): said for lot in lots for key, said in FRAMEWORK.items()}


@pytest.mark.parametrize("subtype", RESULTS_OF_FRAMEWORKS)
def test_results_of_frameworks_tell_their_values_and_pass_all_official_rules(
    subtype: str, official: Official
) -> None:
    """All lots frameworks, and one of two: the values are summed, and contracts apart."""
    facts = facts_for(subtype)
    plain = {each.field.id for each in values_of(facts, subtype, {})}
    assert not plain & {"BT-709", "BT-660", "BT-118", "BT-1118", "BT-768", "OPT-100"}
    for frameworks in (("LOT-0001", "LOT-0002"), ("LOT-0002",)):
        values = values_of(facts, subtype, {**answered(facts, subtype), **told_of(frameworks)})
        assert faults(values) == ()
        reading = build(values, facts, Identity(notice=NOTICE, version=1, at=NOW))
        assert [each.lot for each in reading.results if each.framework_maximum] == [*frameworks]
        told = len(frameworks) == 2 or subtype != "25"
        most = Money(Decimal(8_000_000 * len(frameworks)))
        assert reading.total_framework == (most if told else None)
        assert (reading.total is None) == (len(frameworks) == 2 or subtype in {"25", "38", "39"})
        data = eforms.write(reading)
        assert verdict(data, official) == (Verdict.VALID, [])
        assert eforms.read(data).total_framework_estimate == reading.total_framework_estimate


@pytest.mark.parametrize("subtype", ["29", "E4"])
def test_a_call_off_names_its_framework_and_passes_all_official_rules(
    subtype: str, official: Official
) -> None:
    facts = facts_for(subtype)
    bought = {
        f"Contract:{term}|{lot.key}": said
        for lot in facts.lots
        for term, said in (("BT-768", "true"), ("OPT-100", f"{NOTICE}-01"))
    }
    kind = {f"Lot:BT-765|{lot.key}": "fa-w-rc" for lot in facts.lots}
    values = values_of(facts, subtype, {**answered(facts, subtype), **kind, **bought})
    assert faults(values) == ()
    reading = build(values, facts, Identity(notice=NOTICE, version=1, at=NOW))
    assert reading.total == Money(Decimal(9_000_000))
    assert [each.framework_notice for each in reading.contracts] == [f"{NOTICE}-01"] * 2
    assert verdict(eforms.write(reading), official) == (Verdict.VALID, [])


def test_the_subtypes_are_those_that_a_buyer_needs() -> None:
    planning, calls = {"4", "5", "6"}, {"7", "10", "12", "14", "16", "17", "20", "21", "23"}
    results = {"25", "29", "30", "33", "36", "38", "39", "40"}
    assert planning | calls | results | {"E2", "E3", "E4"} <= set(SUBTYPES)


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_a_notice_of_every_subtype_and_its_correction_pass_all_official_rules(
    subtype: str, official: Official
) -> None:
    """Both in one test, since the rules of a subtype are compiled once for them."""
    facts = facts_for(subtype)
    assert verdict(written(facts, subtype), official) == (Verdict.VALID, [])
    assert verdict(written(facts, subtype, correction=True), official) == (Verdict.VALID, [])
