r"""F-OPEN, F-DOC, F-QA, F-VAL and F-II: tender deadlines, answers and validity of tenders.

>>> from anskaff.concepts.formatting import as_text
>>> minimum = open_procedure(date(2026, 11, 18))
>>> minimum.days, as_text(minimum.earliest, "en").replace("\u00a0", " ")
(30, 'Saturday 19 December 2026, 00:00 (Norwegian time)')
"""

import calendar
from dataclasses import dataclass
from datetime import date, datetime

from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.law import working_days
from anskaff.law.rule import Reason, Rule
from anskaff.law.working_days import (
    ONE_DAY,
    day_before,
    earliest_deadline,
    last_day,
    noon_on_a_working_day,
)

OPEN_DAYS = 30
OPEN_NOT_ELECTRONIC_DAYS = 35
SHORTENED_DAYS = 15
DOCUMENTS_EXTRA_DAYS = 5
PRIOR_NOTICE_DAYS = 35
PRIOR_NOTICE_MONTHS = 12
ANSWER_DAYS = 6
ANSWER_DAYS_URGENT = 4
VALIDITY_DAYS = 30
PART_TWO_SHORTEST_DAYS = 15
"""Default of this product for simple purchases in part II; the law gives no number."""
PART_TWO_COMPLEX_DAYS = 30
"""Default of this product for complex purchases in part II; the law gives no number."""

COUNTED = Words(
    nb="{days} kalenderdager regnet fra dagen etter kunngjøringen går ut med {last}. Fristen kan "
    "tidligst være {earliest}. Vi foreslår klokka 12 på første virkedag etter det: {proposed}.",
    nn="{days} kalenderdagar rekna frå dagen etter kunngjeringa går ut med {last}. Fristen kan "
    "tidlegast vere {earliest}. Vi foreslår klokka 12 på første vyrkedag etter det: {proposed}.",
    en="{days} calendar days counted from the day after the notice run out with {last}. The "
    "deadline can be {earliest} at the earliest. We propose noon on the first working day after "
    "that: {proposed}.",
)
OPEN = Rule(
    id="F-OPEN",
    words=Words(
        nb="Åpen anbudskonkurranse: tilbudsfristen er minst 30 dager fra kunngjøringen sendes til "
        "TED; 35 dager når tilbud ikke kreves elektronisk; 15 dager etter en veiledende "
        "kunngjøring eller i hastetilfeller.",
        nn="Open anbodskonkurranse: tilbodsfristen er minst 30 dagar frå kunngjeringa blir send "
        "til "
        "TED; 35 dagar når tilbod ikkje blir kravde elektronisk; 15 dagar etter ei rettleiande "
        "kunngjering eller i hastetilfelle.",
        en="Open procedure: the tender deadline is at least 30 days from dispatch of the notice to "
        "TED; 35 days when tenders are not required electronically; 15 days after a prior "
        "information notice or in urgency.",
    ),
    source="FOA § 20-2",
)
DOCUMENTS = Rule(
    id="F-DOC",
    words=Words(
        nb="Fristen er 5 dager lenger når deler av konkurransegrunnlaget ikke er fritt "
        "tilgjengelig "
        "på nett, unntatt i hastetilfeller.",
        nn="Fristen er 5 dagar lenger når delar av konkurransegrunnlaget ikkje er fritt "
        "tilgjengelege på nett, unnateke i hastetilfelle.",
        en="The limit is 5 days longer when parts of the documents are not freely available "
        "online, except in urgency.",
    ),
    source="FOA §§ 14-3, 20-2(4)",
)
ANSWERS = Rule(
    id="F-QA",
    words=Words(
        nb="Svar på spørsmål gis senest 6 dager før tilbudsfristen, 4 i hastetilfeller. Ellers "
        "skal "
        "fristen forlenges.",
        nn="Svar på spørsmål blir gitt seinast 6 dagar før tilbodsfristen, 4 i hastetilfelle. "
        "Elles "
        "skal fristen forlengjast.",
        en="Questions are answered at least 6 days before the tender deadline, 4 in urgency. "
        "Otherwise the deadline must be extended.",
    ),
    source="FOA §§ 14-2(2), 20-1(3)",
)
VALIDITY = Rule(
    id="F-VAL",
    words=Words(
        nb="Tilbudene er bindende i 30 dager fra tilbudsfristen når ingen vedståelsesfrist er "
        "satt. "
        "Fristen skal ikke være lenger enn nødvendig.",
        nn="Tilboda er bindande i 30 dagar frå tilbodsfristen når ingen vedståingsfrist er sett. "
        "Fristen skal ikkje vere lenger enn nødvendig.",
        en="Tenders bind for 30 days from the deadline when no validity is set. It must be no "
        "longer than needed.",
    ),
    source="FOA §§ 8-15, 20-6",
)
PART_TWO = Rule(
    id="F-II",
    words=Words(
        nb="Del II har ingen fast minstefrist. Fristen settes etter kontraktens kompleksitet og "
        "tiden leverandørene trenger.",
        nn="Del II har ingen fast minstefrist. Fristen blir sett etter kor kompleks kontrakten er, "
        "og tida leverandørane treng.",
        en="Part II has no fixed minimum. The limit follows the complexity of the contract and the "
        "time suppliers need.",
    ),
    source="FOA § 8-14",
)
PART_TWO_DEFAULT = Rule(
    id="F-II-DEFAULT",
    words=Words(
        nb="Anskaff foreslår en tilbudsfrist i del II. Det er et forslag fra systemet, ikke et "
        "lovkrav; det kan fravikes med en begrunnelse.",
        nn="Anskaff foreslår ein tilbodsfrist i del II. Det er eit forslag frå systemet, ikkje "
        "eit lovkrav; det kan fråvikast med ei grunngiving.",
        en="Anskaff proposes a tender period in part II. It is a default of the product, not a "
        "legal requirement; it may be departed from with a reason.",
    ),
    source="",
)

DEFAULT_DAYS = Words(
    nb="Anskaff foreslår {days} dager i del II. Dette er et forslag fra systemet, ikke et "
    "lovkrav; det kan fravikes med en begrunnelse.",
    nn="Anskaff foreslår {days} dagar i del II. Dette er eit forslag frå systemet, ikkje eit "
    "lovkrav; det kan fråvikast med ei grunngiving.",
    en="Anskaff proposes {days} days in part II. This is a default of the product, not a legal "
    "requirement; it may be departed from with a reason.",
)
THIRTY_DAYS = Words(
    nb="Minst {days} dager fra kunngjøringen sendes til TED.",
    nn="Minst {days} dagar frå kunngjeringa blir send til TED.",
    en="At least {days} days from dispatch of the notice to TED.",
)
NOT_ELECTRONIC = Words(
    nb="Minst {days} dager fordi tilbud ikke kreves elektronisk.",
    nn="Minst {days} dagar fordi tilbod ikkje blir kravde elektronisk.",
    en="At least {days} days because tenders are not required electronically.",
)
AFTER_PRIOR_NOTICE = Words(
    nb="Minst {days} dager fordi en veiledende kunngjøring ble publisert {published}.",
    nn="Minst {days} dagar fordi ei rettleiande kunngjering vart publisert {published}.",
    en="At least {days} days because a prior information notice was published on {published}.",
)
IN_URGENCY = Words(
    nb="Minst {days} dager på grunn av hastetilfelle: {urgency}",
    nn="Minst {days} dagar på grunn av hastetilfelle: {urgency}",
    en="At least {days} days because of urgency: {urgency}",
)

DEADLINE_TOO_EARLY = FindingKind(
    code="tender-deadline-too-early",
    text=Words(
        nb="Tilbudsfristen er satt til {deadline}; den kan tidligst være {earliest}.",
        nn="Tilbodsfristen er sett til {deadline}; han kan tidlegast vere {earliest}.",
        en="The tender deadline is {deadline}; it can be {earliest} at the earliest.",
    ),
    cure=Words(
        nb="Flytt fristen, eller oppgi grunnlaget for en kortere frist.",
        nn="Flytt fristen, eller oppgi grunnlaget for ein kortare frist.",
        en="Move the deadline, or state the ground for a shorter one.",
    ),
    source=OPEN.source,
)
SHORT_NATIONAL_DEADLINE = FindingKind(
    code="short-national-deadline-needs-reason",
    text=Words(
        nb="Tilbudsfristen {deadline} er kortere enn {days} dager, som er forslaget fra systemet.",
        nn="Tilbodsfristen {deadline} er kortare enn {days} dagar, som er forslaget frå systemet.",
        en="The tender deadline {deadline} is shorter than {days} days, the default of the "
        "product.",
    ),
    cure=Words(
        nb="Skriv hvorfor leverandørene har nok tid (jf. FOA § 8-14), eller flytt fristen.",
        nn="Skriv kvifor leverandørane har nok tid (jf. FOA § 8-14), eller flytt fristen.",
        en="Write why suppliers have enough time (cf. FOA § 8-14), or move the deadline.",
    ),
)
PRIOR_NOTICE_DOES_NOT_SHORTEN = FindingKind(
    code="prior-notice-does-not-shorten",
    severity=Severity.WARNING,
    text=Words(
        nb="Den veiledende kunngjøringen fra {published} forkorter ikke fristen. Den skal være "
        "komplett og publisert mellom {first} og {last}.",
        nn="Den rettleiande kunngjeringa frå {published} forkortar ikkje fristen. Ho skal vere "
        "komplett og publisert mellom {first} og {last}.",
        en="The prior information notice of {published} does not shorten the limit. It must be "
        "complete and published between {first} and {last}.",
    ),
    cure=Words(
        nb="Bruk den ordinære fristen.",
        nn="Bruk den ordinære fristen.",
        en="Use the ordinary limit.",
    ),
    source="FOA § 20-2(2)",
)
ANSWER_TOO_LATE = FindingKind(
    code="answer-too-close-to-deadline",
    severity=Severity.WARNING,
    text=Words(
        nb="Svaret gis {answered}; siste dag for svar var {last}.",
        nn="Svaret blir gitt {answered}; siste dag for svar var {last}.",
        en="The answer is given on {answered}; the last day for answers was {last}.",
    ),
    cure=Words(
        nb="Forleng tilbudsfristen, med mindre svaret er ubetydelig for tilbudet eller spørsmålet "
        "kom for sent.",
        nn="Forleng tilbodsfristen, med mindre svaret er utan noko å seie for tilbodet eller "
        "spørsmålet kom for seint.",
        en="Extend the tender deadline, unless the answer is insignificant for the tender or the "
        "question came too late.",
    ),
    source=ANSWERS.source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorNotice:
    """A published prior information notice; `complete` = it held all that was known then."""

    published_on: date
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumPeriod:
    """A minimum period in calendar days, and the first instant (UTC) after it.

    `is_product_default` says that the number is proposed by this product and is not law.
    """

    days: int
    earliest: datetime
    reasons: tuple[Reason, ...]
    is_product_default: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def proposed(self) -> datetime:
        """Our proposal (UTC): the first noon on a working day that leaves the whole period."""
        return noon_on_a_working_day(self.earliest)

    @property
    def counted(self) -> Reason:
        """How the period was counted to its last day, and on to the proposal."""
        return working_days.CALCULATION.because(
            COUNTED,
            days=self.days,
            last=legal_day(self.earliest) - ONE_DAY,
            earliest=self.earliest,
            proposed=self.proposed,
        )


def open_procedure(
    dispatched: datetime | date,
    *,
    electronic: bool = True,
    prior_notice: PriorNotice | None = None,
    urgency: str = "",
    documents_online: bool = True,
) -> MinimumPeriod:
    """The minimum tender period of an open procedure in part III.

    Args:
        dispatched: when the notice is sent to TED.
        electronic: tenders must be delivered electronically.
        prior_notice: the prior information notice relied on, if any.
        urgency: the written reason for urgency; empty when there is none.
        documents_online: all documents are free, direct and full online.
    """
    day = legal_day(dispatched) if isinstance(dispatched, datetime) else dispatched
    findings = _prior_notice_findings(prior_notice, day)
    days = OPEN_DAYS if electronic else OPEN_NOT_ELECTRONIC_DAYS
    reasons = [OPEN.because(THIRTY_DAYS if electronic else NOT_ELECTRONIC, days=days)]
    if prior_notice is not None and not findings:
        days = SHORTENED_DAYS
        published = prior_notice.published_on
        reasons = [OPEN.because(AFTER_PRIOR_NOTICE, days=days, published=published)]
    if urgency:
        days = SHORTENED_DAYS
        reasons = [OPEN.because(IN_URGENCY, days=days, urgency=urgency)]
    elif not documents_online:
        days += DOCUMENTS_EXTRA_DAYS
        reasons.append(DOCUMENTS.because())
    return MinimumPeriod(
        days=days,
        earliest=earliest_deadline(day, days),
        reasons=tuple(reasons),
        findings=findings,
    )


def part_two(dispatched: datetime | date, *, complex_purchase: bool = False) -> MinimumPeriod:
    """The period this product proposes in part II, where the law gives no number."""
    days = PART_TWO_COMPLEX_DAYS if complex_purchase else PART_TWO_SHORTEST_DAYS
    return MinimumPeriod(
        days=days,
        earliest=earliest_deadline(dispatched, days),
        reasons=(PART_TWO.because(), PART_TWO_DEFAULT.because(DEFAULT_DAYS, days=days)),
        is_product_default=True,
    )


def check_deadline(
    deadline: datetime, minimum: MinimumPeriod, *, reason: str = ""
) -> tuple[Finding, ...]:
    """Whether a tender deadline leaves the minimum period.

    Args:
        deadline: the instant (aware) at which the tenders must be in.
        minimum: from `open_procedure` or `part_two`.
        reason: why a default of the product is departed from; it never shortens a legal minimum.
    """
    if deadline >= minimum.earliest or (minimum.is_product_default and reason.strip()):
        return ()
    if minimum.is_product_default:
        return (
            SHORT_NATIONAL_DEADLINE.at("tender_deadline", deadline=deadline, days=minimum.days),
        )
    return (DEADLINE_TOO_EARLY.at("tender_deadline", deadline=deadline, earliest=minimum.earliest),)


def last_answer_day(deadline: datetime, *, urgent: bool = False) -> date:
    """The last day to answer questions before a deadline in part III; it never moves.

    >>> from datetime import UTC
    >>> last_answer_day(datetime(2026, 12, 18, 11, 0, tzinfo=UTC))
    datetime.date(2026, 12, 12)
    """
    return day_before(legal_day(deadline), ANSWER_DAYS_URGENT if urgent else ANSWER_DAYS)


def check_answer(at: datetime, deadline: datetime, *, urgent: bool = False) -> tuple[Finding, ...]:
    """A warning when an answer given at this instant calls for a longer tender period."""
    answered, last = legal_day(at), last_answer_day(deadline, urgent=urgent)
    if answered <= last:
        return ()
    return (ANSWER_TOO_LATE.at("answer", answered=answered, last=last),)


def tenders_bind_until(deadline: datetime, days: int = VALIDITY_DAYS) -> date:
    """The last day on which a tender binds, `days` calendar days after the tender deadline."""
    return last_day(legal_day(deadline), days)


def _prior_notice_findings(prior: PriorNotice | None, dispatched: date) -> tuple[Finding, ...]:
    if prior is None:
        return ()
    first = _months_before(dispatched, PRIOR_NOTICE_MONTHS)
    last = day_before(dispatched, PRIOR_NOTICE_DAYS)
    if prior.complete and first <= prior.published_on <= last:
        return ()
    published = prior.published_on
    return (
        PRIOR_NOTICE_DOES_NOT_SHORTEN.at(
            "prior_notice", published=published, first=first, last=last
        ),
    )


def _months_before(day: date, months: int) -> date:
    """The same date some months earlier, or the last day of that month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


RULES = (OPEN, DOCUMENTS, ANSWERS, VALIDITY, PART_TWO, PART_TWO_DEFAULT)
FINDING_KINDS = (
    DEADLINE_TOO_EARLY,
    SHORT_NATIONAL_DEADLINE,
    PRIOR_NOTICE_DOES_NOT_SHORTEN,
    ANSWER_TOO_LATE,
)
