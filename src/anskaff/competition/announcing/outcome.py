"""What came of each lot, the contracts, and a change of a contract, as a notice says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.parties import BUYER, winner_keys
from anskaff.competition.announcing.subtypes import CHANGES
from anskaff.competition.announcing.values import Values, groups_of
from anskaff.concepts.money import Money
from anskaff.concepts.notice import (
    AwardedTender,
    ChangedPart,
    GroupFramework,
    LotResult,
    NoticeChange,
    PartyMember,
    ReceivedCount,
    SettledContract,
    TenderingParty,
)

WITH_VALUE = frozenset({"25", "29", "30", "33", "38", "39", "40", "E4"})
ALL_PLAIN = frozenset({"25", "38", "39", "40"})
"""Subtypes that say no total when a lot is a framework; others leave it out (eForms SDK 1.14.2)."""
RECEIVED = {
    "tenders": "BT-759",
    **{kind: f"BT-759:{kind}" for kind in ("t-esubm", "t-sme", "t-oth-eea", "t-no-eea")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result part of a notice; `total` is the sum of the contracts that are no frameworks."""

    results: tuple[LotResult, ...] = ()
    tenders: tuple[AwardedTender, ...] = ()
    parties: tuple[TenderingParty, ...] = ()
    contracts: tuple[SettledContract, ...] = ()
    total: Money | None = None
    total_framework: Money | None = None
    total_framework_estimate: Money | None = None
    group_frameworks: tuple[GroupFramework, ...] = ()
    modifications: tuple[NoticeChange, ...] = ()


def outcome_of(values: Values, facts: CaseFacts) -> Outcome:
    """Results, tenders, parties and contracts with keys that refer to each other."""
    winners = winner_keys(values, facts)
    parties = {
        key: f"TPA-{number:04d}" for number, key in enumerate(sorted(set(winners.values())), 1)
    }
    won = [lot.key for lot in facts.lots if lot.key in winners]
    numbers = {lot: number for number, lot in enumerate(won, 1)}
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
        total=_total(values, won),
        total_framework=values.money(Scope.TOTAL, "BT-118"),
        total_framework_estimate=values.money(Scope.TOTAL, "BT-1118"),
        group_frameworks=tuple(_groups(values)),
        modifications=_modifications(values) if values.subtype in CHANGES and won else (),
    )


def _groups(values: Values) -> Iterator[GroupFramework]:
    """The values of frameworks that a group of lots shares."""
    for group in groups_of(values):
        most = values.money(Scope.GROUP, "BT-156-NoticeResult", group)
        estimate = values.money(Scope.GROUP, "BT-1561-NoticeResult", group)
        if most or estimate:
            yield GroupFramework(group=group, maximum=most, estimate=estimate)


def _total(values: Values, won: list[str]) -> Money | None:
    """The sum of the contracts; a framework has a value of its own kind."""
    plain = [lot for lot in won if not _only_framework(values, lot)]
    if values.subtype not in WITH_VALUE or (values.subtype in ALL_PLAIN and plain != won):
        return None
    amounts = [money for lot in plain if (money := values.money(Scope.TENDER, "BT-720", lot))]
    return sum(amounts[1:], amounts[0]) if amounts else None


def _only_framework(values: Values, lot: str) -> bool:
    """Whether a lot's contract is a framework, and not bought under one."""
    framework = values.text(Scope.LOT, "BT-765", lot).startswith("fa-")
    return framework and not values.flag(Scope.CONTRACT, "BT-768", lot)


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
        framework_maximum=values.money(Scope.RESULT, "BT-709", lot),
        framework_estimate=values.money(Scope.RESULT, "BT-660", lot),
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
        in_framework=_bought_under(values, lot),
        framework_notice=values.text(Scope.CONTRACT, "OPT-100", lot),
    )


def _bought_under(values: Values, lot: str) -> bool | None:
    """Whether it is a call-off; every contract says so where a lot of the notice is a framework."""
    asked = any(each.field.id == "BT-768" for each in values)
    return bool(values.flag(Scope.CONTRACT, "BT-768", lot)) if asked else None


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
