"""A notice as lists show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.money import Money
from anskaff.concepts.notice import Texts
from anskaff.concepts.words import Words
from anskaff.notices.models import Involvement, Notice
from anskaff.notices.public_words import PHASE_WORDS, Phase, phase_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A notice in a list. `buyers` and `winners` are names in the order of the notice.

    `corrects` says that it changes an earlier one.
    """

    notice: str
    version: str
    title: Texts
    description: Texts
    phase: Phase
    phase_words: Words
    subtype: str
    publication: str
    source: str
    buyers: tuple[str, ...]
    buyer_numbers: tuple[str, ...]
    winners: tuple[str, ...]
    nature: ContractKind | None
    cpv: str
    place: str
    value: Money | None
    tenders_received: int | None
    published_at: datetime
    deadline: datetime | None
    corrects: bool
    registered_at: datetime
    green: bool
    social: bool
    innovation: bool


def hit_of(row: Notice, involved: Iterable[Involvement], at: datetime) -> Hit:
    """A row of the register as lists show it."""
    named = {
        part: [one.organisation for one in involved if one.part == part]
        for part in Involvement.Part
    }
    phase = phase_of(row, at)
    return Hit(
        notice=row.notice,
        version=row.version,
        title=Texts(row.title),
        description=Texts(row.description),
        phase=phase,
        phase_words=PHASE_WORDS[phase],
        subtype=row.subtype,
        publication=row.publication,
        source=row.source,
        buyers=tuple(one.name for one in named[Involvement.Part.BUYER]),
        buyer_numbers=tuple(one.number for one in named[Involvement.Part.BUYER] if one.number),
        winners=tuple(one.name for one in named[Involvement.Part.WINNER]),
        nature=ContractKind(row.nature) if row.nature else None,
        cpv=row.cpv,
        place=row.place,
        value=Money(row.value, row.currency) if row.value is not None else None,
        tenders_received=row.tenders_received,
        published_at=row.published_at,
        deadline=row.deadline,
        corrects=bool(row.corrects),
        registered_at=row.registered_at,
        green=row.green,
        social=row.social,
        innovation=row.innovation,
    )
