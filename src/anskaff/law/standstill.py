"""F-STAND and F-STAND-2: the wait between the award letter and the contract (karensperiode).

Part III, part IV and special services above the EEA threshold: at least 10 days from the day after
the letter was sent, 15 when the exception from electronic communication was used. Part II: a
reasonable wait that the buyer sets. The contract may be signed from the day after the last day.

>>> standstill_end(date(2026, 11, 18), 10), earliest_signing_day(date(2026, 11, 18), 10)
(datetime.date(2026, 11, 30), datetime.date(2026, 12, 1))
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law.part import ApplicablePart, Part
from anskaff.law.rule import Reason, Rule
from anskaff.law.working_days import last_day

ELECTRONIC_DAYS = 10
NOT_ELECTRONIC_DAYS = 15
PART_TWO_DEFAULT_DAYS = 10
"""A default of this product: the law only says reasonable."""


class StandstillException(StrEnum):
    """Why there need be no standstill; which of them count depends on the part."""

    NO_NOTICE_DUTY = "no-notice-duty"
    SOLE_AFFECTED_SUPPLIER = "sole-affected-supplier"
    FRAMEWORK_CALL_OFF = "framework-call-off"
    DPS_CALL_OFF = "dps-call-off"


EXCEPTION_WORDS = {
    StandstillException.NO_NOTICE_DUTY: Words(
        nb="konkurransen er ikke kunngjøringspliktig",
        nn="konkurransen er ikkje kunngjeringspliktig",
        en="there is no duty to publish the competition",
    ),
    StandstillException.SOLE_AFFECTED_SUPPLIER: Words(
        nb="den valgte leverandøren er den eneste berørte",
        nn="den valde leverandøren er den einaste som er påverka",
        en="the chosen supplier is the only one affected",
    ),
    StandstillException.FRAMEWORK_CALL_OFF: Words(
        nb="kontrakten tildeles under en rammeavtale",
        nn="kontrakten blir tildelt under ein rammeavtale",
        en="the contract is awarded under a framework agreement",
    ),
    StandstillException.DPS_CALL_OFF: Words(
        nb="kontrakten tildeles under en dynamisk innkjøpsordning",
        nn="kontrakten blir tildelt under ei dynamisk innkjøpsordning",
        en="the contract is awarded under a dynamic purchasing system",
    ),
}

_PART_FOUR_EXCEPTIONS = frozenset(
    {StandstillException.NO_NOTICE_DUTY, StandstillException.SOLE_AFFECTED_SUPPLIER}
)
_PART_TWO_EXCEPTIONS = _PART_FOUR_EXCEPTIONS | {StandstillException.FRAMEWORK_CALL_OFF}

FIXED = Rule(
    id="F-STAND",
    words=Words(
        nb="Karensperioden er minst 10 dager fra dagen etter at meddelelsen er sendt, eller 15 "
        "dager når unntaket fra elektronisk kommunikasjon er brukt.",
        nn="Karensperioden er minst 10 dagar frå dagen etter at meldinga er send, eller 15 dagar "
        "når unntaket frå elektronisk kommunikasjon er brukt.",
        en="The standstill is at least 10 days from the day after the letter was sent, or 15 days "
        "when the exception from electronic communication was used.",
    ),
    source="FOA §§ 25-2, 30-9, 10-2(2)",
)
REASONABLE = Rule(
    id="F-STAND-2",
    words=Words(
        nb="Oppdragsgiveren skal fastsette en rimelig karensperiode i del II.",
        nn="Oppdragsgivaren skal fastsetje ein rimeleg karensperiode i del II.",
        en="The buyer must set a reasonable standstill in part II.",
    ),
    source="FOA § 10-2",
)
PART_TWO_DEFAULT = Rule(
    id="F-STAND-2-DEFAULT",
    words=Words(
        nb="Anskaff foreslår en karensperiode i del II. Det er et forslag fra systemet, ikke et "
        "lovkrav.",
        nn="Anskaff foreslår ein karensperiode i del II. Det er eit forslag frå systemet, ikkje "
        "eit lovkrav.",
        en="Anskaff proposes a standstill in part II. It is a default of the product, not a "
        "legal requirement.",
    ),
    source="",
)
DEFAULT_WORDS = Words(
    nb="Anskaff foreslår {days} dager i del II. Dette er et forslag fra systemet, ikke et lovkrav.",
    nn="Anskaff foreslår {days} dagar i del II. Dette er eit forslag frå systemet, ikkje eit "
    "lovkrav.",
    en="Anskaff proposes {days} days in part II. This is a default of the product, not a legal "
    "requirement.",
)
NO_DUTY_WORDS = Words(
    nb="Del {part} krever ikke karensperiode.",
    nn="Del {part} krev ikkje karensperiode.",
    en="Part {part} requires no standstill.",
)
EXEMPT_WORDS = Words(
    nb="Det er ikke krav om karensperiode fordi {exception}.",
    nn="Det er ikkje krav om karensperiode fordi {exception}.",
    en="No standstill is required because {exception}.",
)

TOO_SHORT = FindingKind(
    code="standstill-too-short",
    text=Words(
        nb="Karensperioden er {days} dager; den skal være minst {minimum} dager.",
        nn="Karensperioden er {days} dagar; han skal vere minst {minimum} dagar.",
        en="The standstill is {days} days; it must be at least {minimum} days.",
    ),
    cure=Words(
        nb="Sett karensperioden til minst {minimum} dager.",
        nn="Set karensperioden til minst {minimum} dagar.",
        en="Set the standstill to at least {minimum} days.",
    ),
    source=FIXED.source,
)
MISSING = FindingKind(
    code="standstill-missing",
    text=Words(
        nb="Det er ikke satt noen karensperiode; del II krever en rimelig periode.",
        nn="Det er ikkje sett nokon karensperiode; del II krev ein rimeleg periode.",
        en="No standstill is set; part II requires a reasonable one.",
    ),
    cure=Words(
        nb="Sett antall dager før kontrakten kan signeres.",
        nn="Set talet på dagar før kontrakten kan signerast.",
        en="Set the number of days before the contract may be signed.",
    ),
    source=REASONABLE.source,
)
SIGNING_TOO_EARLY = FindingKind(
    code="signing-before-standstill-end",
    text=Words(
        nb="Kontrakten kan ikke signeres {today}: karensperioden løper ut {end}.",
        nn="Kontrakten kan ikkje signerast {today}: karensperioden går ut {end}.",
        en="The contract cannot be signed on {today}: the standstill runs to the end of {end}.",
    ),
    cure=Words(
        nb="Signer tidligst {earliest}.",
        nn="Signer tidlegast {earliest}.",
        en="Sign on {earliest} at the earliest.",
    ),
    source="FOA §§ 10-2, 25-2, 30-9",
)
SIGNING_SUSPENDED = FindingKind(
    code="signing-suspended",
    text=Words(
        nb="Kontrakten kan ikke signeres: en begjæring om midlertidig forføyning er forkynt, og "
        "tingretten har ikke tatt stilling til den.",
        nn="Kontrakten kan ikkje signerast: eit krav om mellombels åtgjerd er forkynt, og "
        "tingretten har ikkje teke stilling til det.",
        en="The contract cannot be signed: a request for an injunction has been served and the "
        "court has not decided on it.",
    ),
    cure=Words(
        nb="Vent på avgjørelsen fra tingretten, og registrer den i saken.",
        nn="Vent på avgjerda frå tingretten, og registrer henne i saka.",
        en="Wait for the decision of the court, and register it in the case.",
    ),
    source="FOA §§ 10-3, 25-3, 30-10",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandstillDuty:
    """Whether there must be a standstill, and for how long.

    `minimum_days` is the law's minimum; None when the law gives no number (part II, or no duty).
    `proposed_days` is what the product proposes; 0 when there is no duty.
    """

    required: bool
    minimum_days: int | None
    proposed_days: int
    reasons: tuple[Reason, ...]


def duty(
    applicable: ApplicablePart,
    *,
    exceptions: Collection[StandstillException] = (),
    electronic: bool = True,
) -> StandstillDuty:
    """The standstill that applies.

    Args:
        applicable: as given by `part.applicable_part`.
        exceptions: what is true of this award; those that do not count in the part are ignored.
        electronic: False when the exception from electronic communication was used (FOA § 22-4).
    """
    rule, countable = _rule_for(applicable)
    if rule is None:
        reason = FIXED.because(NO_DUTY_WORDS, part=applicable.part.value)
        return StandstillDuty(required=False, minimum_days=None, proposed_days=0, reasons=(reason,))
    used = [known for known in StandstillException if known in exceptions and known in countable]
    if used:
        reasons = tuple(
            rule.because(EXEMPT_WORDS, exception=EXCEPTION_WORDS[each]) for each in used
        )
        return StandstillDuty(required=False, minimum_days=None, proposed_days=0, reasons=reasons)
    if rule is REASONABLE:
        proposal = PART_TWO_DEFAULT.because(DEFAULT_WORDS, days=PART_TWO_DEFAULT_DAYS)
        return StandstillDuty(
            required=True,
            minimum_days=None,
            proposed_days=PART_TWO_DEFAULT_DAYS,
            reasons=(REASONABLE.because(), proposal),
        )
    days = ELECTRONIC_DAYS if electronic else NOT_ELECTRONIC_DAYS
    return StandstillDuty(
        required=True, minimum_days=days, proposed_days=days, reasons=(FIXED.because(),)
    )


def check(standstill: StandstillDuty, days: int) -> tuple[Finding, ...]:
    """Whether a standstill of `days` calendar days is long enough."""
    if not standstill.required:
        return ()
    if standstill.minimum_days is not None and days < standstill.minimum_days:
        return (TOO_SHORT.at("standstill", days=days, minimum=standstill.minimum_days),)
    if days < 1:
        return (MISSING.at("standstill"),)
    return ()


def standstill_end(sent_on: date, days: int) -> date:
    """The last day of a standstill of `days` after the day the letter was sent."""
    return last_day(sent_on, days)


def earliest_signing_day(sent_on: date, days: int) -> date:
    """The first day on which the contract may be signed; with 0 days, the day of the letter."""
    return standstill_end(sent_on, days) + timedelta(days=1) if days else sent_on


def check_signing(
    at: datetime, *, sent_on: date, days: int, suspended: bool = False
) -> tuple[Finding, ...]:
    """Whether the contract may be signed at this instant.

    Args:
        at: the instant of signing (aware).
        sent_on: the day in Oslo on which the award letters were sent.
        days: the standstill stated in the letter; 0 when there is none.
        suspended: a request for an injunction has been served and is not decided.
    """
    today = legal_day(at)
    earliest = earliest_signing_day(sent_on, days)
    findings: list[Finding] = []
    if today < earliest:
        end = earliest - timedelta(days=1)
        findings.append(SIGNING_TOO_EARLY.at("contract", today=today, end=end, earliest=earliest))
    if suspended:
        findings.append(SIGNING_SUSPENDED.at("contract"))
    return tuple(findings)


def _rule_for(
    applicable: ApplicablePart,
) -> tuple[Rule | None, Collection[StandstillException]]:
    """The rule of the part, and the exceptions that count there."""
    match applicable.part:
        case Part.III:
            return FIXED, frozenset(StandstillException)
        case Part.IV:
            return FIXED, _PART_FOUR_EXCEPTIONS
        case Part.II if applicable.is_special_above_eea:
            return FIXED, frozenset(StandstillException)
        case Part.II:
            return REASONABLE, _PART_TWO_EXCEPTIONS
        case _:
            return None, frozenset()


RULES = (FIXED, REASONABLE, PART_TWO_DEFAULT)
FINDING_KINDS = (TOO_SHORT, MISSING, SIGNING_TOO_EARLY, SIGNING_SUSPENDED)
