"""What a notice reading answers about itself."""

from datetime import UTC, datetime
from decimal import Decimal

from anskaff.concepts.notice import (
    AwardedTender,
    LotResult,
    NoticeBuyer,
    NoticeCriterion,
    NoticeLot,
    NoticeOrganisation,
    NoticeReading,
    PartyMember,
    SettledContract,
    StatedWeight,
    TenderingParty,
    Texts,
)

EARLY, LATE = (datetime(2026, 5, day, 10, tzinfo=UTC) for day in (1, 2))


def test_a_text_is_given_in_the_nearest_language() -> None:
    norwegian = Texts({"nn": "Vegsalt", "en": "Road salt"})
    assert [norwegian.in_(each) for each in ("nb", "nn", "en", "de")] == [
        "Vegsalt",
        "Vegsalt",
        "Road salt",
        "Vegsalt",
    ]
    assert Texts({"deu": "Salz"}).in_("nb") == "Salz"
    assert Texts({"nb": ""}).in_("nb") == ""
    assert not Texts({"nb": ""})


def test_the_earliest_deadline_of_the_lots_is_that_of_the_notice() -> None:
    reading = NoticeReading(
        lots=(
            NoticeLot(tender_deadline=LATE, question_deadline=LATE),
            NoticeLot(),
            NoticeLot(tender_deadline=EARLY, question_deadline=EARLY),
        )
    )
    assert reading.tender_deadline == reading.question_deadline == EARLY
    assert NoticeReading().tender_deadline is None
    assert NoticeReading().question_deadline is None


def test_an_organisation_is_found_by_its_own_key_and_by_its_touch_point() -> None:
    reading = NoticeReading(
        organisations=(
            NoticeOrganisation(
                key="ORG-0001", number="1", touch_points=(NoticeOrganisation(key="TPO-0001"),)
            ),
        ),
        buyers=(NoticeBuyer(organisation="TPO-0001"), NoticeBuyer(organisation="ORG-0009")),
    )
    assert [each.number for each in reading.buying] == ["1"]
    found = reading.organisation("ORG-0001")
    assert found is not None
    assert found.number == "1"
    assert reading.organisation("ORG-0009") is None


def members(*keys: str) -> tuple[PartyMember, ...]:
    return tuple(PartyMember(organisation=key) for key in keys)


def test_winners_are_those_behind_the_contracts_of_the_lot_each_once() -> None:
    reading = NoticeReading(
        organisations=tuple(NoticeOrganisation(key=key) for key in ("A", "B", "C")),
        results=(
            LotResult(lot="LOT-0001", contracts=("CON-1",)),
            LotResult(lot="LOT-0002", contracts=("CON-2",)),
        ),
        contracts=(
            SettledContract(key="CON-1", tenders=("TEN-1", "TEN-2")),
            SettledContract(key="CON-2", tenders=("TEN-3",)),
        ),
        tenders=(
            AwardedTender(key="TEN-1", lot="LOT-0001", party="TPA-1"),
            AwardedTender(key="TEN-2", lot="LOT-0001", party="TPA-2"),
            AwardedTender(key="TEN-3", lot="LOT-0002", party="TPA-3"),
        ),
        parties=(
            TenderingParty(key="TPA-1", tenderers=members("A", "B")),
            TenderingParty(key="TPA-2", tenderers=members("B", "gone")),
            TenderingParty(key="TPA-3", tenderers=members("C")),
        ),
    )
    assert [each.key for each in reading.winners("LOT-0001")] == ["A", "B"]
    assert [each.key for each in reading.winners("LOT-0002")] == ["C"]
    assert reading.winners("LOT-0003") == ()


def test_a_weight_is_a_percentage_only_when_it_is_one_exact_percentage() -> None:
    percent = StatedWeight(amount=Decimal(40), code="per-exa")
    points = StatedWeight(amount=Decimal(4), code="poi-exa")
    unsaid = StatedWeight(code="per-exa")
    assert NoticeCriterion(weights=(percent, points)).weight_percent == Decimal(40)
    assert NoticeCriterion(weights=(percent, percent)).weight_percent is None
    assert NoticeCriterion(weights=(percent, unsaid)).weight_percent == Decimal(40)
    assert NoticeCriterion(weights=(points,)).weight_percent is None
    assert NoticeCriterion(weights=(percent, unsaid)).weight_stated == "40 per-exa; per-exa"
