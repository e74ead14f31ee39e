"""What a case knows that a notice may say, as frozen values apart from its tables."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

from anskaff.competition.plan import LotPlan, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerFacts:
    """The buyer's entry in the register of organisations."""

    name: str
    number: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WonLot:
    """What came of one lot. `signed_on` is the day of the last signature; `value` is in NOK.

    `received_from_small` counts micro, small and medium tenderers; None when a size is unknown.
    """

    lot: str
    decided_on: date
    winner: str = ""
    winner_number: str = ""
    winner_size: str = ""
    winner_city: str = ""
    winner_postcode: str = ""
    tender: int | None = None
    value: Decimal | None = None
    received: int = 0
    received_from_small: int | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A notice of the case that was sent: subtype, identifier (BT-701) and version (BT-757)."""

    subtype: str
    notice: str
    version: str
    sent_at: datetime

    @property
    def reference(self) -> str:
        """How another notice refers to it (BT-758, OPP-090)."""
        return f"{self.notice}-{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """A case on one day.

    `site` is the public address of the installation, without a slash; `part` is the part of the
    regulation that applies; `cancelled_because` is empty until the competition is cancelled.
    """

    plan: Plan
    buyer: BuyerFacts
    site: str
    won: tuple[WonLot, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    part: str = "II"
    cancelled_because: str = ""
    new_competition_follows: bool | None = None

    @property
    def procedure(self) -> str:
        """The procedure's identifier (BT-04): the same in all notices of the case.

        It has the form of a UUID of version 4, which the standard demands.
        """
        return str(UUID(bytes=sha256(self.plan.ocid.encode()).digest()[:16], version=4))

    @property
    def address(self) -> str:
        """Where anyone reads the competition and its documents."""
        return f"{self.site}/konkurranser/{self.plan.reference.replace('/', '-')}/"

    @property
    def lots(self) -> tuple[LotPlan, ...]:
        """The lots; a case that has none yet is one lot."""
        return self.plan.lots or (LotPlan(key="LOT-0001", title=self.plan.need.title),)

    def result(self, lot: str) -> WonLot | None:
        """What came of a lot."""
        return next((each for each in self.won if each.lot == lot), None)
