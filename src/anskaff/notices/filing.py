"""From what a notice says to the columns that it is found by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce

from anskaff.concepts.days import start_of_day
from anskaff.concepts.money import Money
from anskaff.concepts.notice import NoticeForm, NoticeOrganisation, NoticeReading, Texts
from anskaff.documents.vocabularies import cpv
from anskaff.notices import searching
from anskaff.notices.marks import marks_of
from anskaff.notices.models import Involvement, Notice, SearchText

NO_PUBLICATION = frozenset({"n.a.", "n.a", "n/a"})
LARGEST = 10**17
TITLE = 1_000
SHORTEST_PLACE = 2
WITHOUT_DEADLINE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation that a notice names, and its part there."""

    part: Involvement.Part
    name: str
    number: str


def columns(reading: NoticeReading, *, at: datetime) -> Notice:
    """An unsaved row with everything that the notice itself tells; `at` is used without a day."""
    marks = marks_of(reading)
    value = value_of(reading)
    return Notice(
        notice=reading.notice[:80],
        version=reading.version[:20] or "01",
        procedure=reading.procedure[:80],
        publication=publication_of(reading),
        corrects=next((each.notice[:120] for each in reading.changes if each.notice), ""),
        form=reading.form.value if reading.form else "",
        kind=reading.kind[:40],
        subtype=reading.subtype[:20],
        procedure_type=reading.procedure_type[:40],
        nature=reading.nature.value if reading.nature else "",
        languages=list(dict.fromkeys((*reading.languages, *reading.more_languages))),
        title=_shortened(title_of(reading), TITLE),
        description=dict(reading.description.by_language),
        cpv=next(iter(_cpv(reading)), "")[:10],
        place=next(iter(_nuts(reading)), "")[:10],
        lots=len(reading.lots),
        value=value.amount if value else None,
        currency=value.currency if value else "",
        tenders_received=tenders_received(reading),
        green=marks.green,
        social=marks.social,
        innovation=marks.innovation,
        cancelled=is_cancelled(reading),
        dispatched_at=reading.dispatched,
        published_at=published_at(reading, at),
        deadline=deadline_of(reading),
        open_until=_open_until(reading, at),
    )


def search_text(row: Notice, reading: NoticeReading) -> SearchText:
    """What a saved row is found by."""
    parts = named(reading)
    return SearchText(
        notice=row,
        place=searching.place(row.published_at, row.pk),
        words=searching.each_word_once(" ".join(_words(reading, parts))),
        buyers=_between_bars(each for each in parts if each.part is Involvement.Part.BUYER),
        winners=_between_bars(each for each in parts if each.part is Involvement.Part.WINNER),
        facts=searching.facts(row, codes=_cpv(reading), places=_nuts(reading)),
    )


def _between_bars(parts: Iterable["Named"]) -> str:
    names = [word for each in parts for word in (each.name, each.number) if word]
    return f"|{'|'.join(names)}|".casefold() if names else ""


def published_at(reading: NoticeReading, at: datetime) -> datetime:
    """The day of publication, else the instant of dispatch, else `at`."""
    day = reading.published_on
    return start_of_day(day) if day else reading.dispatched or at


def deadline_of(reading: NoticeReading) -> datetime | None:
    """The first deadline for tenders, else for requests to take part, else for interest."""
    kinds = (
        [lot.tender_deadline for lot in reading.lots],
        [lot.request_deadline for lot in reading.lots],
        [lot.interest_deadline for lot in reading.lots],
    )
    stated = (min((at for at in kind if at), default=None) for kind in kinds)
    return next((at for at in stated if at), None)


def _open_until(reading: NoticeReading, at: datetime) -> datetime | None:
    """A competition is open until its deadline; one without is taken to be so for a year."""
    if reading.form is not NoticeForm.COMPETITION or is_cancelled(reading):
        return None
    return deadline_of(reading) or published_at(reading, at) + WITHOUT_DEADLINE


def is_cancelled(reading: NoticeReading) -> bool:
    """Whether the notice ends the procedure without a contract."""
    return bool(reading.terminated) or reading.cancels


def title_of(reading: NoticeReading) -> Texts:
    """The notice's title; that of its first lot when it has none."""
    titles = (reading.title, *(lot.title for lot in reading.lots))
    return next((title for title in titles if title), Texts())


def publication_of(reading: NoticeReading) -> str:
    """The publication number, without the words that mean that there is none."""
    stated = reading.publication.strip()
    return "" if stated.casefold() in NO_PUBLICATION else stated[:80]


def value_of(reading: NoticeReading) -> Money | None:
    """What the result is worth, else the estimate, else the sum of lots in one currency."""
    stated = (reading.total, reading.total_framework, reading.value, reading.framework_maximum)
    found = next((value for value in stated if value is not None), None)
    if found is None:
        amounts = [lot.value for lot in reading.lots if lot.value is not None]
        if not amounts or len({each.currency for each in amounts}) > 1:
            return None
        found = reduce(Money.__add__, amounts)
    return found.rounded_half_up() if 0 <= found.amount < LARGEST else None


def tenders_received(reading: NoticeReading) -> int | None:
    """How many tenders came in all lots; None when the notice does not tell."""
    counts = [
        each.count
        for result in reading.results
        for each in result.received
        if each.kind == "tenders" and each.count is not None and 0 <= each.count < 2**31
    ]
    return sum(counts) if counts else None


def named(reading: NoticeReading) -> tuple[Named, ...]:
    """Buyers and winners, each once, in the order of the notice."""
    buyers = (_named(Involvement.Part.BUYER, each) for each in reading.buying)
    lots = dict.fromkeys(result.lot for result in reading.results)
    winners = (
        _named(Involvement.Part.WINNER, each) for lot in lots for each in reading.winners(lot)
    )
    found = (each for each in (*buyers, *winners) if each.name or each.number)
    return tuple(dict.fromkeys(found))


def _named(part: Involvement.Part, organisation: NoticeOrganisation) -> Named:
    name = " ".join(organisation.name.in_("nb").split())[:400]
    return Named(part, name or organisation.number[:400], organisation.number[:60])


def _cpv(reading: NoticeReading) -> list[str]:
    lots = [code for lot in reading.lots for code in (lot.cpv, *lot.additional_cpv)]
    every = (reading.cpv, *reading.additional_cpv, *lots)
    return list(dict.fromkeys(digits for code in every if (digits := cpv.number(code))))


def _nuts(reading: NoticeReading) -> list[str]:
    places = (*reading.places, *(place for lot in reading.lots for place in lot.places))
    found = (place.nuts.strip().upper()[:5] for place in places)
    return list(dict.fromkeys(code for code in found if len(code) >= SHORTEST_PLACE))


def _words(reading: NoticeReading, parts: Iterable[Named]) -> Iterator[str]:
    """All that words are looked for in."""
    texts = [reading.title, reading.description]
    for lot in reading.lots:
        texts += (lot.title, lot.description)
    for text in texts:
        yield from text.by_language.values()
    for each in parts:
        yield f"{each.name} {each.number}"
    yield f"{reading.reference} {reading.notice} {publication_of(reading)}"


def _shortened(texts: Texts, most: int) -> dict[str, str]:
    return {language: " ".join(text.split())[:most] for language, text in texts.by_language.items()}
