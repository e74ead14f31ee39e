"""What the demo's cases say in their notices, and how far each notice comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum, auto

from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.values import FieldValue

POSTCODE = "Organization-Company:BT-512"
PHONE = "Organization-Company:BT-503"
REASON = "notice:BT-762-notice"
CHANGED = "change:BT-141(a)-notice|own-1"
WHY = "notice:BT-140-notice"


class Moment(StrEnum):
    """When in its case a notice is written."""

    PREPARED = auto()
    PUBLISHED = auto()
    CANCELLED = auto()
    QUESTIONED = auto()
    TENDERED = auto()
    SIGNED = auto()


class End(StrEnum):
    """How far a notice comes."""

    BEGUN = auto()
    READY = auto()
    WAITING = auto()
    STOPPED = auto()
    REFUSED = auto()
    PUBLISHED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A notice of a case; with `again` the next version of the one before.

    `english` holds title and description; `answers` are what it says beside what it must, by key.
    """

    subtype: str
    moment: Moment
    end: End = End.PUBLISHED
    english: tuple[str, str] = ("", "")
    answers: Mapping[str, str] = field(default_factory=dict)
    again: bool = False
    after: timedelta = timedelta(minutes=5)


OF_THE_BUYER = {
    "BT-510(a)": "Storgata 1",
    "BT-512": "8999",
    "BT-506": "innkjop@nordvik.example",
    "BT-503": "+47 75 00 00 00",
}
OF_THE_REVIEW_BODY = {
    "BT-500": "Nordvik tingrett",
    "BT-501": "310000086",
    "BT-513": "Nordvik",
    "BT-512": "8999",
    "BT-507": "NO071",
    "BT-506": "tingrett@nordvik.example",
    "BT-503": "+47 75 00 00 10",
}
OF_THE_WINNER = {
    "BT-512": "8998",
    "BT-507": "NO071",
    "BT-506": "post@vinner.example",
    "BT-503": "+47 75 00 00 20",
}
SAID = {
    Scope.COMPANY: OF_THE_BUYER,
    Scope.REVIEW_BODY: OF_THE_REVIEW_BODY,
    Scope.WINNER: OF_THE_WINNER,
}
CRITERIA_IN_ENGLISH = {
    "AC-0001": "The total of the price sheet.",
    "AC-0002": "Described in the tender, with figures for the delivery.",
    "AC-0003": "The carbon footprint of the delivery, with sources.",
}
WINTER = (
    "Winter maintenance of footpaths and cycle paths",
    "The contract for ploughing and gritting ends. Paths must be clear by 6.30.",
)
CLOTHES = (
    "Work clothes for the technical department",
    "90 employees need visible and durable clothes all year.",
)
LUNCH = (
    "School meals for four primary schools",
    "Pupils in years 1–7 get a meal every school day from next autumn.",
)
LAPTOPS = (
    "Laptops for teachers",
    "The teachers' machines are six years old and no longer get security updates.",
)
NOTICES: Mapping[str, tuple[Announced, ...]] = {
    "Lekeapparater til Strandkanten barnehage": (
        Announced(subtype="E3", moment=Moment.PREPARED, end=End.BEGUN),
    ),
    "Vintervedlikehold av gang- og sykkelveier": (
        Announced(subtype="16", moment=Moment.PREPARED, end=End.STOPPED, english=WINTER),
        Announced(subtype="16", moment=Moment.PREPARED, again=True, end=End.READY, english=WINTER),
    ),
    "Skolemat til fire barneskoler": (
        Announced(subtype="16", moment=Moment.PUBLISHED, english=LUNCH),
        Announced(
            subtype="16",
            moment=Moment.QUESTIONED,
            again=True,
            english=LUNCH,
            answers={
                "Lot:BT-70|LOT-0001": "Inntil to dager i uka kan lunsjen leveres kald.",
                "Lot:BT-70|LOT-0001@en": "Lunch may be delivered cold up to two days a week.",
                WHY: "update-add",
                REASON: "Svar på et spørsmål er tatt inn i vilkårene.",
                f"{REASON}@en": "The answer to a question is now part of the terms.",
            },
        ),
    ),
    "Bærbare datamaskiner til lærere": (
        Announced(subtype="16", moment=Moment.PUBLISHED, english=LAPTOPS),
        Announced(
            subtype="16",
            moment=Moment.TENDERED,
            after=timedelta(hours=2, minutes=5),
            again=True,
            end=End.WAITING,
            english=LAPTOPS,
            answers={
                PHONE: "+47 75 00 00 30",
                REASON: "Nytt telefonnummer.",
                f"{REASON}@en": "New telephone number.",
            },
        ),
    ),
    "Arbeidsklær til teknisk etat": (
        Announced(
            subtype="16",
            moment=Moment.PUBLISHED,
            end=End.REFUSED,
            english=CLOTHES,
            answers={POSTCODE: "0000"},
        ),
        Announced(
            subtype="16",
            moment=Moment.PUBLISHED,
            again=True,
            english=CLOTHES,
            answers={POSTCODE: OF_THE_BUYER["BT-512"]},
        ),
    ),
    "Elektriske sykler til hjemmetjenesten": (
        Announced(subtype="E3", moment=Moment.PUBLISHED),
        Announced(
            subtype="E3",
            moment=Moment.CANCELLED,
            again=True,
            answers={
                WHY: "cancel",
                REASON: "Behovet er endret etter omorganisering.",
                CHANGED: "Konkurransen er avlyst.",
            },
        ),
    ),
    "Trykksaker og skilt": (Announced(subtype="E4", moment=Moment.SIGNED),),
    "Ferskt brød og bakevarer til sykehjem": (
        Announced(
            subtype="29",
            moment=Moment.SIGNED,
            english=(
                "Fresh bread and pastry for nursing homes",
                "Three nursing homes order every day, in few and joint deliveries.",
            ),
        ),
    ),
}


def said(told: Announced, each: FieldValue) -> str:
    """What the demo answers where a notice asks."""
    if each.key in told.answers:
        return told.answers[each.key]
    if each.language == "en" and each.field.scope is Scope.CRITERION:
        return CRITERIA_IN_ENGLISH[each.place.partition("/")[2]]
    if each.language == "en":
        return told.english[each.field.id == "BT-24"]
    return SAID[each.field.scope][each.field.id]
