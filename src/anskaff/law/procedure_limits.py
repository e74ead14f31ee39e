"""Time limits of procedures other than the open one, of auctions, notices and keeping."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Reason, Rule
from anskaff.law.working_days import last_day, last_day_in_working_days


class Event(StrEnum):
    """What a limit is counted from; the day itself is not counted."""

    DISPATCH = "dispatch"
    INVITATION = "invitation"
    APPLICATION = "application"
    REQUEST = "request"
    LETTER = "letter"


RESTRICTED_REQUESTS = Rule(
    id="F-RES-1",
    words=Words(
        nb="Begrenset anbudskonkurranse: minst 30 dager fra kunngjøringen sendes til "
        "forespørselen om å delta skal være inne; 15 i hastetilfeller.",
        nn="Avgrensa anbodskonkurranse: minst 30 dagar frå kunngjeringa blir send til "
        "førespurnaden om å delta skal vere inne; 15 i hastetilfelle.",
        en="Restricted procedure: at least 30 days from dispatch to the requests to participate; "
        "15 in urgency.",
    ),
    source="FOA § 20-3",
)
RESTRICTED_TENDERS = Rule(
    id="F-RES-2",
    words=Words(
        nb="Begrenset anbudskonkurranse: minst 25 dager fra invitasjonen til tilbudsfristen; 30 "
        "når tilbud ikke kreves elektronisk; 10 etter en veiledende kunngjøring eller i "
        "hastetilfeller. Andre enn statlige kan avtale en annen frist med alle, ellers minst "
        "10 dager.",
        nn="Avgrensa anbodskonkurranse: minst 25 dagar frå invitasjonen til tilbodsfristen; 30 "
        "når tilbod ikkje blir kravde elektronisk; 10 etter ei rettleiande kunngjering eller "
        "i hastetilfelle. Andre enn statlege kan avtale ein annan frist med alle, elles minst "
        "10 dagar.",
        en="Restricted procedure: at least 25 days from invitation to the tender deadline; 30 "
        "when tenders are not electronic; 10 after a prior information notice or in urgency. "
        "Buyers outside the state may agree another limit with all, else at least 10 days.",
    ),
    source="FOA § 20-3",
)
NEGOTIATED_REQUESTS = Rule(
    id="F-NEG-1",
    words=Words(
        nb="Konkurranse med forhandling: minst 30 dager fra kunngjøringen sendes til "
        "forespørselen om å delta; 15 i hastetilfeller.",
        nn="Konkurranse med forhandling: minst 30 dagar frå kunngjeringa blir send til "
        "førespurnaden om å delta; 15 i hastetilfelle.",
        en="Competitive procedure with negotiation: at least 30 days from dispatch to the "
        "requests to participate; 15 in urgency.",
    ),
    source="FOA § 20-4",
)
NEGOTIATED_TENDERS = Rule(
    id="F-NEG-2",
    words=Words(
        nb="Konkurranse med forhandling: minst 25 dager fra invitasjonen til fristen for første "
        "tilbud, med de samme unntakene som i begrenset anbudskonkurranse.",
        nn="Konkurranse med forhandling: minst 25 dagar frå invitasjonen til fristen for første "
        "tilbod, med dei same unntaka som i avgrensa anbodskonkurranse.",
        en="Competitive procedure with negotiation: at least 25 days from invitation to the first "
        "tenders, with the same exceptions as the restricted procedure.",
    ),
    source="FOA § 20-4",
)
DIALOGUE_REQUESTS = Rule(
    id="F-DIA",
    words=Words(
        nb="Konkurransepreget dialog: minst 30 dager fra kunngjøringen sendes til forespørselen "
        "om å delta.",
        nn="Konkurranseprega dialog: minst 30 dagar frå kunngjeringa blir send til førespurnaden "
        "om å delta.",
        en="Competitive dialogue: at least 30 days from dispatch to the requests to participate.",
    ),
    source="FOA § 20-5",
)
INNOVATION_REQUESTS = Rule(
    id="F-INN",
    words=Words(
        nb="Innovasjonspartnerskap: minst 30 dager fra kunngjøringen sendes til forespørselen om "
        "å delta.",
        nn="Innovasjonspartnarskap: minst 30 dagar frå kunngjeringa blir send til førespurnaden "
        "om å delta.",
        en="Innovation partnership: at least 30 days from dispatch to the requests to participate.",
    ),
    source="FOA § 20-5",
)
DPS_ADMISSION = Rule(
    id="F-DPS-1",
    words=Words(
        nb="Dynamisk innkjøpsordning: minst 30 dager til opptak før den første konkurransen.",
        nn="Dynamisk innkjøpsordning: minst 30 dagar til opptak før den første konkurransen.",
        en="Dynamic purchasing system: at least 30 days for admission before the first call.",
    ),
    source="FOA § 26-6(2)",
)
DPS_ASSESSMENT = Rule(
    id="F-DPS-2",
    words=Words(
        nb="En søknad om opptak vurderes innen 10 virkedager, 15 med begrunnelse.",
        nn="Ein søknad om opptak blir vurdert innan 10 vyrkedagar, 15 med grunngiving.",
        en="An application for admission is assessed within 10 working days, 15 with a reason.",
    ),
    source="FOA § 26-6(3)",
)
DPS_TENDERS = Rule(
    id="F-DPS-3",
    words=Words(
        nb="Tilbudsfristen for hvert kjøp er minst 10 dager. Andre enn statlige kan avtale en "
        "annen frist.",
        nn="Tilbodsfristen for kvart kjøp er minst 10 dagar. Andre enn statlege kan avtale ein "
        "annan frist.",
        en="The tender period of each purchase is at least 10 days. Buyers outside the state may "
        "agree another.",
    ),
    source="FOA § 26-7(3)",
)
DPS_REFRESH = Rule(
    id="F-DPS-4",
    words=Words(
        nb="En leverandør som blir bedt om ny egenerklæring, har 5 virkedager.",
        nn="Ein leverandør som blir beden om ny eigenerklæring, har 5 vyrkedagar.",
        en="A supplier asked for a new self-declaration has 5 working days.",
    ),
    source="FOA § 26-7(6)",
)
SITE_VISIT = Rule(
    id="F-SITE",
    words=Words(
        nb="Når tilbud bare kan gis etter befaring, settes fristen lenger enn minstefristen.",
        nn="Når tilbod berre kan givast etter synfaring, blir fristen sett lenger enn "
        "minstefristen.",
        en="When tenders need a site visit, the deadline is longer than the minimum.",
    ),
    source="FOA § 20-1(2)",
)
AUCTION_START = Rule(
    id="F-AUC",
    words=Words(
        nb="En elektronisk auksjon begynner tidligst 2 virkedager etter invitasjonen.",
        nn="Ein elektronisk auksjon byrjar tidlegast 2 vyrkedagar etter invitasjonen.",
        en="An electronic auction begins at least 2 working days after the invitation.",
    ),
    source="FOA § 27-4(3)",
)
INJUNCTION = Rule(
    id="F-INJ",
    words=Words(
        nb="Oppdragsgiveren kan sette en frist på minst 15 dager for å kreve midlertidig "
        "forføyning mot avvisning eller ikke å bli valgt ut. Fristen oppgis i meddelelsen.",
        nn="Oppdragsgivaren kan setje ein frist på minst 15 dagar for å krevje mellombels åtgjerd "
        "mot avvising eller ikkje å bli vald ut. Fristen blir oppgitt i meldinga.",
        en="The buyer may set a limit of at least 15 days for an injunction against rejection or "
        "not being selected. The letter states it.",
    ),
    source="FOA §§ 8-16, 20-7",
)
REPORT = Rule(
    id="F-INFO",
    words=Words(
        nb="Den som ber om det, får innen 15 dager vite hvordan forhandlingene går.",
        nn="Den som ber om det, får innan 15 dagar vite korleis forhandlingane går.",
        en="Who asks is told within 15 days how the negotiations go.",
    ),
    source="FOA § 23-10(3)",
)
TED_FIRST = Rule(
    id="F-TED48",
    words=Words(
        nb="Kunngjøringen publiseres ikke nasjonalt før i TED, eller før 48 timer etter at TED "
        "har bekreftet mottaket.",
        nn="Kunngjeringa blir ikkje publisert nasjonalt før i TED, eller før 48 timar etter at "
        "TED har stadfesta mottaket.",
        en="The notice is not published nationally before TED, or before 48 hours after TED "
        "confirmed receipt.",
    ),
    source="FOA § 21-1(5)",
)
AFTER_RECEIPT = timedelta(hours=48)


def shown_nationally_from(received_at: datetime) -> datetime:
    """When a notice that TED has received but not published may be published nationally.

    >>> shown_nationally_from(datetime.fromisoformat("2026-11-18T10:00:00+01:00")).isoformat()
    '2026-11-20T10:00:00+01:00'
    """
    return received_at + AFTER_RECEIPT


KEEPING = Rule(
    id="F-KEEP",
    words=Words(
        nb="Dokumentasjonen bevares gjennom kontraktens løpetid, i del III minst tre år fra "
        "kontrakten. Arkivlova kommer i tillegg.",
        nn="Dokumentasjonen blir teken vare på gjennom løpetida til kontrakten, i del III minst "
        "tre år frå kontrakten. Arkivlova kjem i tillegg.",
        en="Documentation is kept through the life of the contract, in part III at least three "
        "years from it. Archive law comes on top.",
    ),
    source="FOA § 7-1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How a limit is counted: from what, how many days, and how many in urgency when fewer.

    `least` says that something may happen only after the limit; else it must happen within it.
    """

    rule: Rule
    event: Event
    days: int
    urgent: int | None = None
    working: bool = False
    least: bool = True

    def last(self, event: date, *, urgent: bool = False) -> date:
        """The last day of the limit when the event is on this day."""
        days = self.urgent if urgent and self.urgent is not None else self.days
        return last_day_in_working_days(event, days) if self.working else last_day(event, days)


LIMITS: Mapping[str, Limit] = {
    limit.rule.id: limit
    for limit in (
        Limit(rule=RESTRICTED_REQUESTS, event=Event.DISPATCH, days=30, urgent=15),
        Limit(rule=RESTRICTED_TENDERS, event=Event.INVITATION, days=25, urgent=10),
        Limit(rule=NEGOTIATED_REQUESTS, event=Event.DISPATCH, days=30, urgent=15),
        Limit(rule=NEGOTIATED_TENDERS, event=Event.INVITATION, days=25, urgent=10),
        Limit(rule=DIALOGUE_REQUESTS, event=Event.DISPATCH, days=30),
        Limit(rule=INNOVATION_REQUESTS, event=Event.DISPATCH, days=30),
        Limit(rule=DPS_ADMISSION, event=Event.DISPATCH, days=30),
        Limit(rule=DPS_ASSESSMENT, event=Event.APPLICATION, days=10, working=True, least=False),
        Limit(rule=DPS_TENDERS, event=Event.INVITATION, days=10),
        Limit(rule=DPS_REFRESH, event=Event.REQUEST, days=5, working=True, least=False),
        Limit(rule=AUCTION_START, event=Event.INVITATION, days=2, working=True),
        Limit(rule=INJUNCTION, event=Event.LETTER, days=15),
        Limit(rule=REPORT, event=Event.REQUEST, days=15, least=False),
    )
}
"""The limits that are a number of days, by the id of their rule."""

FROM_DISPATCH = Words(
    nb="{rule} Sendes kunngjøringen {event}, går {days} dager ut med {last}.",
    nn="{rule} Blir kunngjeringa send {event}, går {days} dagar ut med {last}.",
    en="{rule} With dispatch on {event}, {days} days end with {last}.",
)


def dated(dispatched: date, *, urgent: bool = False) -> Mapping[str, Reason]:
    """The limits that run from dispatch, each with its last day for a notice sent on this day."""
    return {
        key: limit.rule.because(
            FROM_DISPATCH,
            rule=limit.rule.words,
            event=dispatched,
            days=limit.urgent if urgent and limit.urgent else limit.days,
            last=limit.last(dispatched, urgent=urgent),
        )
        for key, limit in LIMITS.items()
        if limit.event is Event.DISPATCH
    }


RULES = (
    RESTRICTED_REQUESTS,
    RESTRICTED_TENDERS,
    NEGOTIATED_REQUESTS,
    NEGOTIATED_TENDERS,
    DIALOGUE_REQUESTS,
    INNOVATION_REQUESTS,
    DPS_ADMISSION,
    DPS_ASSESSMENT,
    DPS_TENDERS,
    DPS_REFRESH,
    SITE_VISIT,
    AUCTION_START,
    INJUNCTION,
    REPORT,
    TED_FIRST,
    KEEPING,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
