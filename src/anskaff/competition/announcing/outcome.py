"""What came of each lot, the contracts, and a change of a contract, as a notice says it."""

from dataclasses import dataclass

from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.parties import BUYER, winner_keys
from anskaff.competition.announcing.subtypes import CHANGES
from anskaff.competition.announcing.values import Values
from anskaff.concepts.money import Money
from anskaff.concepts.notice import (
    AwardedTender,
    ChangedPart,
    LotResult,
    NoticeChange,
    PartyMember,
    ReceivedCount,
    SettledContract,
    TenderingParty,
)

WITH_VALUE = frozenset({"25", "29", "30", "33", "38", "39", "40", "E4"})
RECEIVED = {
    "tenders": "BT-759",
    **{kind: f"BT-759:{kind}" for kind in ("t-esubm", "t-sme", "t-oth-eea", "t-no-eea")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result part of a notice; `total` is the sum of the contracts."""

    results: tuple[LotResult, ...] = ()
    tenders: tuple[AwardedTender, ...] = ()
    parties: tuple[TenderingParty, ...] = ()
    contracts: tuple[SettledContract, ...] = ()
    total: Money | None = None
    modifications: tuple[NoticeChange, ...] = ()


def outcome_of(values: Values, facts: CaseFacts) -> Outcome:
    """Results, tenders, parties and contracts with keys that refer to each other."""
    winners = winner_keys(values, facts)
    parties = {
        key: f"TPA-{number:04d}" for number, key in enumerate(sorted(set(winners.values())), 1)
    }
    won = [lot.key for lot in facts.lots if lot.key in winners]
    numbers = {lot: number for number, lot in enumerate(won, 1)}
    amounts = [money for lot in won if (money := values.money(Scope.TENDER, "BT-720", lot))]
    total = sum(amounts[1:], amounts[0]) if amounts and values.subtype in WITH_VALUE else None
    return Outcome(
        results=tuple(
            _result(values, lot.key, number, numbers.get(lot.key))
            for number, lot in enumerate(facts.lots, 1)
        ),
        tenders=tuple(_tender(values, lot, numbers[lot], parties[winners[lot]]) for lot in won),
        parties=tuple(
            TenderingParty(key=party, tenderers=(PartyMember(organisation=key),))
            for key, party in parties.items()
        ),
        contracts=tuple(_contract(values, lot, numbers[lot]) for lot in won),
        total=total,
        modifications=_modifications(values) if values.subtype in CHANGES and won else (),
    )


def _result(values: Values, lot: str, number: int, won: int | None) -> LotResult:
    outcome = values.text(Scope.RESULT, "BT-142", lot)
    return LotResult(
        key=f"RES-{number:04d}",
        lot=lot,
        outcome=outcome,
        not_awarded_because=values.text(Scope.RESULT, "BT-144", lot)
        if outcome == "clos-nw"
        else "",
        tenders=(f"TEN-{won:04d}",) if won else (),
        contracts=(f"CON-{won:04d}",) if won else (),
        received=_received(values, lot),
    )


def _received(values: Values, lot: str) -> tuple[ReceivedCount, ...]:
    """How many tenders, and how many of each kind."""
    counts = {kind: values.whole(Scope.RESULT, term, lot) for kind, term in RECEIVED.items()}
    return tuple(
        ReceivedCount(of="received-submission-type", kind=kind, count=count)
        for kind, count in counts.items()
        if count is not None
    )


def _tender(values: Values, lot: str, number: int, party: str) -> AwardedTender:
    return AwardedTender(
        key=f"TEN-{number:04d}",
        reference=values.text(Scope.TENDER, "BT-3201", lot),
        lot=lot,
        party=party,
        value=values.money(Scope.TENDER, "BT-720", lot),
        variant=False if values.subtype == "30" else None,
        subcontracting=values.text(Scope.TENDER, "BT-773", lot),
    )


def _contract(values: Values, lot: str, number: int) -> SettledContract:
    return SettledContract(
        key=f"CON-{number:04d}",
        reference=values.text(Scope.CONTRACT, "BT-150", lot),
        decided=values.day(Scope.CONTRACT, "BT-1451", lot),
        concluded=values.day(Scope.CONTRACT, "BT-145", lot),
        tenders=(f"TEN-{number:04d}",),
        signatories=(BUYER,),
    )


def _modifications(values: Values) -> tuple[NoticeChange, ...]:
    return (
        NoticeChange(
            notice=values.text(Scope.NOTICE, "BT-1501(n)-Contract"),
            contract="CON-0001",
            reason=values.text(Scope.NOTICE, "BT-200-Contract"),
            reason_words=values.texts(Scope.NOTICE, "BT-201-Contract"),
            parts=(ChangedPart(description=values.texts(Scope.NOTICE, "BT-202-Contract")),),
        ),
    )
