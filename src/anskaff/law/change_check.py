"""Whether changes of a signed contract keep to the sums of FOA § 28-1, counted to the øre.

>>> from anskaff.law.case_facts import read as facts
>>> contract = facts(
...     {"kind": "works", "buyer": "other", "value": "70000000", "on": "2026-11-18"}
... )
>>> small = Change(key="1", ground=Ground.SMALL, amount=Money(Decimal("10500000")))
>>> found = check(contract, (small,))
>>> [(one.rule.id, str(one.most.amount)) for one in found.rooms]
[('C-b', '10499999.99')]
>>> [one.code for one in found.findings]
['small-changes-too-large']
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law import contract_changes, notices
from anskaff.law.case_facts import CaseFacts
from anskaff.law.part import Part, applicable_part
from anskaff.law.rule import Reason, Rule
from anskaff.law.thresholds import eea_threshold

PERCENT_OF_WORKS, PERCENT_OF_OTHERS, PERCENT_OF_EACH = 15, 10, 50
ORE = 100


class Ground(StrEnum):
    """The ground on which a contract is changed (FOA § 28-1(1) a to f)."""

    CLAUSE = "clause"
    SMALL = "small"
    EXTRAS = "extras"
    UNFORESEEN = "unforeseen"
    SUCCESSOR = "successor"
    NOT_MATERIAL = "not-material"


RULE_OF: Mapping[Ground, Rule] = {
    Ground.CLAUSE: contract_changes.CLAUSE,
    Ground.SMALL: contract_changes.SMALL,
    Ground.EXTRAS: contract_changes.EXTRAS,
    Ground.UNFORESEEN: contract_changes.UNFORESEEN,
    Ground.SUCCESSOR: contract_changes.SUCCESSOR,
    Ground.NOT_MATERIAL: contract_changes.NOT_MATERIAL,
}
COUNTED_EACH = frozenset({Ground.EXTRAS, Ground.UNFORESEEN})
ONLY_IN_PART_THREE = COUNTED_EACH | {Ground.SMALL, Ground.SUCCESSOR}

SMALL_TOO_LARGE = FindingKind(
    code="small-changes-too-large",
    text=Words(
        nb="De små endringene er til sammen {sum}. De må være lavere enn {percent} prosent av "
        "kontrakten på {base}: høyst {most}.",
        nn="Dei små endringane er til saman {sum}. Dei må vere lågare enn {percent} prosent av "
        "kontrakten på {base}: høgst {most}.",
        en="The small changes come to {sum}. They must be below {percent} per cent of the "
        "contract of {base}: at most {most}.",
    ),
    cure=Words(
        nb="Gjør endringen mindre, bruk et annet grunnlag som passer, eller lys ut på nytt.",
        nn="Gjer endringa mindre, bruk eit anna grunnlag som passar, eller lys ut på nytt.",
        en="Make the change smaller, use another ground that fits, or compete anew.",
    ),
    source=contract_changes.SMALL.source,
)
SMALL_REACH_THRESHOLD = FindingKind(
    code="small-changes-reach-threshold",
    text=Words(
        nb="De små endringene er til sammen {sum} og når EØS-terskelverdien {threshold}.",
        nn="Dei små endringane er til saman {sum} og når EØS-terskelverdien {threshold}.",
        en="The small changes come to {sum} and reach the EEA threshold {threshold}.",
    ),
    cure=SMALL_TOO_LARGE.cure,
    source=contract_changes.SMALL.source,
)
MORE_THAN_HALF = FindingKind(
    code="change-more-than-half",
    text=Words(
        nb="Endringen er {amount}. Den kan være høyst {most}, {percent} prosent av {base}.",
        nn="Endringa er {amount}. Ho kan vere høgst {most}, {percent} prosent av {base}.",
        en="The change is {amount}. It can be at most {most}, {percent} per cent of {base}.",
    ),
    cure=SMALL_TOO_LARGE.cure,
    source=contract_changes.EXTRAS.source,
)
NOT_IN_PART = FindingKind(
    code="change-ground-only-in-part-three",
    severity=Severity.WARNING,
    text=Words(
        nb="Grunnlaget {ground} i § 28-1 gjelder del III. Her gjelder del {part}.",
        nn="Grunnlaget {ground} i § 28-1 gjeld del III. Her gjeld del {part}.",
        en="Ground {ground} of § 28-1 is for part III. Part {part} applies here.",
    ),
    cure=Words(
        nb="I del II er endringen tillatt når den ikke er vesentlig (§ 11-2). Begrunn det.",
        nn="I del II er endringa tillaten når ho ikkje er vesentleg (§ 11-2). Grunngi det.",
        en="In part II the change is allowed when it is not material (§ 11-2). Give the reason.",
    ),
    source="FOA §§ 11-2, 28-1",
)

ROOM_FOR_SMALL = Words(
    nb="Små endringer er tillatt når de til sammen er lavere enn EØS-terskelverdien og {percent} "
    "prosent av kontrakten: høyst {most} når den blir på verdien her.",
    nn="Små endringar er tillatne når dei til saman er lågare enn EØS-terskelverdien og {percent} "
    "prosent av kontrakten: høgst {most} når han blir på verdien her.",
    en="Small changes are allowed when they come to less than the EEA threshold and {percent} per "
    "cent of the contract: at most {most} for a contract of the value here.",
)
ROOM_FOR_EACH = Words(
    nb="{rule} Her er det {most}.", nn="{rule} Her er det {most}.", en="{rule} Here that is {most}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change: its key, ground and amount without VAT, negative when the contract shrinks.

    `adjusted` is the price of the contract at the time of the change, when it has an index clause.
    """

    key: str
    ground: Ground
    amount: Money
    adjusted: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What one rule leaves room for: the changes it counts, their sum, and the most allowed."""

    rule: Rule
    keys: tuple[str, ...]
    used: Money
    most: Money

    @property
    def left(self) -> Money:
        """What is left; negative when too much is used."""
        return self.most - self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCheck:
    """What the sums say: the room under each rule, what must be published, what is wrong."""

    rooms: tuple[Room, ...]
    notices: tuple[Rule, ...]
    findings: tuple[Finding, ...]


def check(contract: CaseFacts, changes: Sequence[Change]) -> ChangeCheck:
    """Count the changes of a contract; `contract.answers.value` is its price as signed.

    Small changes are added up, increases against reductions; necessary and unforeseen ones count
    one by one. The threshold is that of the day the procurement was set in motion.
    """
    answers = contract.answers
    part = applicable_part(answers.kind, answers.value, answers.buyer, contract.on).part
    small = [each for each in changes if each.ground is Ground.SMALL]
    large = [each for each in changes if each.ground in COUNTED_EACH]
    rooms = [*([_small_room(contract, small)] if small else []), *_large(contract, large)]
    findings = [
        *(_small_findings(contract, small) if small else ()),
        *_large_findings(contract, large),
        *(
            NOT_IN_PART.at(f"changes.{each.key}", ground=RULE_OF[each.ground].id, part=part.value)
            for each in changes
            if part is not Part.III and each.ground in ONLY_IN_PART_THREE
        ),
    ]
    told = (notices.CHANGE,) if large and part is Part.III else ()
    return ChangeCheck(rooms=tuple(rooms), notices=told, findings=tuple(findings))


def rooms_of(contract: CaseFacts) -> Mapping[str, Reason]:
    """The limits of § 28-1 for a contract of this value, in kroner and øre."""
    price = contract.answers.value
    one = Change(key="", ground=Ground.SMALL, amount=price)
    half = _half(contract, one)
    small = _small_room(contract, [one]).most
    return {
        "C-b": contract_changes.SMALL.because(
            ROOM_FOR_SMALL, percent=_percent(contract), most=small
        ),
        "C-c": contract_changes.EXTRAS.because(
            ROOM_FOR_EACH, rule=contract_changes.EXTRAS.words, most=half
        ),
        "C-d": contract_changes.UNFORESEEN.because(
            ROOM_FOR_EACH, rule=contract_changes.UNFORESEEN.words, most=half
        ),
    }


def _small_room(contract: CaseFacts, small: Sequence[Change]) -> Room:
    most = min(_below(_share(contract, small)), _below(_threshold(contract)))
    return Room(
        rule=contract_changes.SMALL,
        keys=tuple(each.key for each in small),
        used=_net(small),
        most=_kroner(most),
    )


def _small_findings(contract: CaseFacts, small: Sequence[Change]) -> Iterator[Finding]:
    total, share, threshold = _net(small), _share(contract, small), _threshold(contract)
    if Fraction(total.amount) >= share:
        yield SMALL_TOO_LARGE.at(
            "changes",
            sum=total,
            percent=_percent(contract),
            base=_base(contract, small[-1]),
            most=_kroner(_below(share)),
        )
    if Fraction(total.amount) >= threshold:
        yield SMALL_REACH_THRESHOLD.at(
            "changes", sum=total, threshold=_kroner(int(threshold * ORE))
        )


def _large(contract: CaseFacts, large: Sequence[Change]) -> Iterator[Room]:
    for each in large:
        yield Room(
            rule=RULE_OF[each.ground],
            keys=(each.key,),
            used=Money(abs(each.amount.amount)),
            most=_half(contract, each),
        )


def _large_findings(contract: CaseFacts, large: Sequence[Change]) -> Iterator[Finding]:
    for each, room in zip(large, _large(contract, large), strict=True):
        if room.most < room.used:
            yield MORE_THAN_HALF.at(
                f"changes.{each.key}",
                amount=room.used,
                most=room.most,
                percent=PERCENT_OF_EACH,
                base=_base(contract, each),
            )


def _base(contract: CaseFacts, change: Change) -> Money:
    return change.adjusted or contract.answers.value


def _percent(contract: CaseFacts) -> int:
    works = contract.answers.kind is ContractKind.WORKS
    return PERCENT_OF_WORKS if works else PERCENT_OF_OTHERS


def _share(contract: CaseFacts, small: Sequence[Change]) -> Fraction:
    """The per cent of the contract, at its price when the last small change is made."""
    return Fraction(_base(contract, small[-1]).amount) * _percent(contract) / 100


def _threshold(contract: CaseFacts) -> Fraction:
    answers = contract.answers
    return Fraction(eea_threshold(answers.kind, answers.buyer).on(contract.on).amount)


def _half(contract: CaseFacts, change: Change) -> Money:
    return _kroner(int(Fraction(_base(contract, change).amount) * PERCENT_OF_EACH * ORE / 100))


def _net(changes: Sequence[Change]) -> Money:
    total = sum((each.amount for each in changes), Money(Decimal(0)))
    return Money(abs(total.amount))


def _below(limit: Fraction) -> int:
    """The most øre that are less than a limit in kroner."""
    return -int(-limit * ORE // 1) - 1


def _kroner(ore: int) -> Money:
    return Money(Decimal(ore).scaleb(-2))


RULES: tuple[Rule, ...] = ()
FINDING_KINDS = (SMALL_TOO_LARGE, SMALL_REACH_THRESHOLD, MORE_THAN_HALF, NOT_IN_PART)
