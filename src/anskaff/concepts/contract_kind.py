"""What is bought, and by whom, as the thresholds ask for it."""

from enum import StrEnum


class ContractKind(StrEnum):
    """The nature of the contract (BT-23) with the two regimes of their own."""

    GOODS = "goods"
    SERVICES = "services"
    WORKS = "works"
    SPECIAL_SERVICES = "special-services"
    HEALTH_SOCIAL = "health-social"


class BuyerKind(StrEnum):
    """Which EEA threshold a buyer has: the state's, or that of all others."""

    STATE = "state"
    OTHER = "other"
