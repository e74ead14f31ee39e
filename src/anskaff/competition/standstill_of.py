"""The standstill of a competition: what its part of the regulation asks, and what the buyer set."""

from datetime import date, datetime

from anskaff.competition.models import Competition, LotResult, Suspension
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.money import Money
from anskaff.law.part import ApplicablePart, applicable_part
from anskaff.law.standstill import StandstillDuty, duty


def applicable(competition: Competition) -> ApplicablePart:
    """The part of the regulation that applies, by the law of the day of publication."""
    assert competition.published_at is not None
    assert competition.estimated_value_nok is not None
    return applicable_part(
        ContractKind(competition.kind),
        Money(competition.estimated_value_nok),
        BuyerKind(competition.buyer_kind),
        legal_day(competition.published_at),
    )


def standstill_duty(competition: Competition) -> StandstillDuty:
    """Whether there must be a standstill, and for how long."""
    return duty(applicable(competition))


def standstill_days(competition: Competition) -> int:
    """The days stated in the letters: what the buyer set, 0 where there is no standstill."""
    return competition.standstill_days if standstill_duty(competition).required else 0


def sent_on(result: LotResult) -> date | None:
    """The day in Oslo on which the letters of a lot were sent."""
    sent: datetime | None = result.letters_sent_at
    return None if sent is None else legal_day(sent)


def is_suspended(competition: Competition) -> bool:
    """Whether signing is stopped while a court looks at the award (W-4)."""
    return Suspension.objects.filter(competition=competition, lifted_at=None).exists()
