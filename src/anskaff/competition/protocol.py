"""The procurement protocol (P-2, P-3): written by itself from the rows and the log.

Every field that the law lists for the part is there, in the law's order; what does not apply says
so. Before the opening nothing in it tells who has tendered.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from anskaff.competition import protocol_words as say
from anskaff.competition.letters import compares_amounts, outcomes_of, shown
from anskaff.competition.models import (
    AwardLetter,
    Competition,
    ImpartialityDeclaration,
    LotResult,
    OpenedTender,
    OpeningConfirmation,
    Suspension,
)
from anskaff.competition.opened_content import versions_that_count
from anskaff.competition.paper import Paper, Said, Section, Table, Text
from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.money import Money
from anskaff.law import protocol as law
from anskaff.law.part import Part
from anskaff.law.rejection import GROUNDS
from anskaff.parties import queries as parties
from anskaff.records import queries as records

Content = tuple[tuple[Text, ...], tuple[Table, ...]]
NOTHING: Content = ((say.NOT_APPLICABLE,), ())


def protocol(competition: Competition, *, at: datetime) -> Paper:
    """The protocol as it stands at this instant."""
    case = competition.case
    part = Part(competition.regulation_part or Part.I)
    return Paper(
        title=say.TITLE,
        author=case.buyer.name,
        running=Said(say.RUNNING, {"reference": case.reference, "at": at}),
        subtitle=competition.title,
        facts=(
            (say.CASE, case.reference),
            (say.PART, part.value),
            (say.PUBLISHED, competition.published_at or say.NOT_APPLICABLE),
            (say.DEADLINE, competition.tender_deadline or say.NOT_APPLICABLE),
        ),
        sections=tuple(_section(field, competition) for field in law.fields_of(part)),
    )


def _section(field: law.ProtocolField, competition: Competition) -> Section:
    fill = FILLED.get(field.key)
    paragraphs, tables = NOTHING if fill is None else fill(competition)
    if not paragraphs and not tables:
        paragraphs, tables = NOTHING
    return Section(key=field.key, heading=field.words, paragraphs=paragraphs, tables=tables)


def _buyer(competition: Competition) -> Content:
    buyer = competition.case.buyer
    place = f"{buyer.postal_code} {buyer.city}".strip()
    lines = (f"{buyer.name} ({buyer.number})", buyer.address, place)
    return tuple(line for line in lines if line), ()


def _object(competition: Competition) -> Content:
    said: list[Text] = [competition.title]
    said += [text for text in (competition.description, competition.need) if text]
    if competition.estimated_value_nok is not None:
        value = Money(competition.estimated_value_nok)
        said.append(Said(say.ESTIMATE, {"value": value}))
    return tuple(said), ()


def _no_lots(competition: Competition) -> Content:
    count = competition.lots.count()
    if count > 1:
        return (Said(say.SPLIT, {"count": count}),), ()
    return ((competition.no_lots_reason,) if competition.no_lots_reason else ()), ()


def _electronic(competition: Competition) -> Content:
    del competition
    return (say.ALL_ELECTRONIC,), ()


def _tenderers(competition: Competition) -> Content:
    if competition.opened_at is None:
        return (say.NOT_OPENED,), ()
    opened = {tender.version_id: tender for tender in _tenders(competition)}
    rows = []
    for version in versions_that_count(competition.pk):
        tender = opened.get(version.pk)
        supplier = version.tender.supplier
        rows.append(
            (
                str(tender.number) if tender else "–",
                f"{supplier.name} ({supplier.number})",
                version.delivered_at,
                say.OPENED if tender else say.DID_NOT_OPEN,
            )
        )
    if not rows:
        return (say.NO_TENDERS,), ()
    header = (say.NUMBER, say.SUPPLIER, say.RECEIVED, say.STATUS)
    return (), (Table(header=header, rows=tuple(rows)),)


def _rejected(competition: Competition) -> Content:
    part = Part(competition.regulation_part or Part.I)
    said = []
    for tender in _tenders(competition):
        if tender.rejected_at is None:
            continue
        ground = GROUNDS[tender.rejection_ground]
        facts: dict[str, FactValue] = {
            "supplier": tender.supplier.name,
            "at": tender.rejected_at,
            "ground": ground.words,
            "source": ground.source_in(part),
            "reason": tender.rejection_reason,
        }
        said.append(Said(say.REJECTED, facts))
    return tuple(said), ()


def _bias(competition: Competition) -> Content:
    declared = ImpartialityDeclaration.objects.filter(competition=competition).order_by("at")
    names = parties.names({one.person_id for one in declared})
    said: list[Text] = [
        Said(say.INTEREST, _declared(one, names[one.person_id]))
        for one in declared
        if one.has_interest
    ]
    free = ", ".join(names[one.person_id] for one in declared if not one.has_interest)
    if free:
        said.append(Said(say.IMPARTIAL, {"names": free}))
    return tuple(said), ()


def _declared(one: ImpartialityDeclaration, name: str) -> dict[str, FactValue]:
    return {"name": name, "at": one.at, "explanation": one.explanation}


def _winner(competition: Competition) -> Content:
    said: list[Text] = []
    tables: list[Table] = []
    for outcome in outcomes_of(competition):
        result = outcome.result
        if result.decided_at is None:
            said.append(Said(say.UNDECIDED, {"lot": result.lot.title}))
            continue
        if result.winner is None or result.value_nok is None:
            said.append(Said(say.NOBODY, {"lot": result.lot.title, "reason": result.reason}))
            continue
        facts: dict[str, FactValue] = {
            "lot": result.lot.title,
            "winner": result.winner.supplier.name,
            "number": result.winner.supplier.number,
            "value": Money(result.value_nok),
        }
        said += [Said(say.CHOSEN, facts), result.reason]
        if result.tie_broken_by:
            said.append(Said(say.TIE, {"rule": result.tie_broken_by}))
        criteria: tuple[Text, ...] = tuple(one.name for one in outcome.criteria)
        amounts = compares_amounts(outcome.evaluation)
        names = {str(tender.number): tender.supplier.name for tender in _tenders(competition)}
        rows = tuple(
            (
                str(each.rank),
                names[each.tender],
                Money(each.price.amount),
                *(
                    next((shown(s.points) for s in each.scores if s.criterion == one.key), "–")
                    for one in outcome.criteria
                ),
                shown(each.total),
            )
            for each in outcome.evaluation.ranking
        )
        total = say.COMPARISON_PRICE if amounts else say.TOTAL
        header: tuple[Text, ...] = (say.RANK, say.SUPPLIER, say.PRICE, *criteria, total)
        tables.append(Table(header=header, rows=rows, numeric=tuple(range(2, len(header)))))
    return tuple(said), tuple(tables)


def _subcontractors(competition: Competition) -> Content:
    del competition
    return (say.SUBCONTRACTORS_UNKNOWN,), ()


def _cancellation(competition: Competition) -> Content:
    if competition.cancelled_at is None:
        return NOTHING
    follows = say.NEW_FOLLOWS if competition.new_competition_follows else say.NO_NEW
    facts: dict[str, FactValue] = {
        "at": competition.cancelled_at,
        "reason": competition.cancellation_reason,
    }
    return (Said(say.CANCELLED, facts), follows), ()


def _other(competition: Competition) -> Content:
    said: list[Text] = [
        Said(words, {"reason": reason})
        for words, reason in (
            (say.DEVIATION, competition.deviation_reason),
            (say.SHORT_DEADLINE, competition.short_deadline_reason),
            (say.CLIMATE, competition.climate_reason),
        )
        if reason
    ]
    said += _opening(competition)
    if competition.method_commitment:
        facts: dict[str, FactValue] = {
            "model": competition.price_model,
            "commitment": competition.method_commitment,
        }
        said.append(Said(say.METHOD, facts))
    said += _from_the_log(competition)
    said += _after_award(competition)
    return tuple(said), ()


def _opening(competition: Competition) -> list[Text]:
    confirmed = OpeningConfirmation.objects.filter(competition=competition).order_by("at", "id")
    names = parties.names({one.officer_id for one in confirmed})
    said: list[Text] = [
        Said(say.CONFIRMED, {"name": names[one.officer_id], "at": one.at}) for one in confirmed
    ]
    if competition.opened_at is not None:
        facts: dict[str, FactValue] = {
            "at": competition.opened_at,
            "count": len(_tenders(competition)),
        }
        said.append(Said(say.OPENED_AT, facts))
    return said


def _from_the_log(competition: Competition) -> list[Text]:
    """Deeds whose traces are only in the log, in order of time."""
    reader = Actor(person=0, organisation=competition.case.buyer_id, role=Role.SYSTEM)
    happened = records.history(
        competition.case.reference, reader, deeds=tuple(say.FROM_THE_LOG), limit=None
    )
    names = parties.names(set(happened.people))
    said: list[Text] = []
    for line in reversed(happened.lines):
        facts: dict[str, FactValue] = {
            "name": names.get(line.person, ""),
            "at": line.at,
            "reason": str(line.facts.get("reason") or line.facts.get("change_reason") or ""),
            "codes": str(line.facts.get("codes", "")),
            "left": str(line.facts.get("left", "")),
        }
        if line.deed == "competition.scores_agreed" and not line.facts.get("changes"):
            continue
        said.append(Said(say.FROM_THE_LOG[line.deed], facts))
    return said


def _after_award(competition: Competition) -> list[Text]:
    said: list[Text] = []
    sent = AwardLetter.objects.filter(competition=competition, sent_at__isnull=False)
    results = LotResult.objects.filter(lot__competition=competition, letters_sent_at__isnull=False)
    first = results.first()
    if first is not None and first.standstill_ends is not None:
        facts: dict[str, FactValue] = {
            "count": sent.count(),
            "at": first.letters_sent_at or first.standstill_ends,
            "end": first.standstill_ends,
        }
        said.append(Said(say.LETTERS, facts))
    for one in Suspension.objects.filter(competition=competition).order_by("registered_at"):
        said.append(Said(say.SUSPENDED, {"at": one.registered_at, "reason": one.reason}))
        if one.lifted_at is not None:
            said.append(Said(say.LIFTED, {"at": one.lifted_at, "reason": one.lifted_reason}))
    for result in results.order_by("lot__position").select_related(
        "lot", "buyer_signed_by", "supplier_signed_by"
    ):
        for at, person in (
            (result.buyer_signed_at, result.buyer_signed_by),
            (result.supplier_signed_at, result.supplier_signed_by),
        ):
            if at is not None and person is not None:
                facts = {
                    "lot": result.lot.title,
                    "name": person.name,
                    "at": at,
                }
                said.append(Said(say.SIGNED, facts))
    return said


def _tenders(competition: Competition) -> tuple[OpenedTender, ...]:
    return tuple(OpenedTender.objects.filter(competition=competition).select_related("supplier"))


FILLED: Mapping[str, Callable[[Competition], Content]] = {
    law.BUYER.key: _buyer,
    law.OBJECT.key: _object,
    law.NO_LOTS.key: _no_lots,
    law.E_COMMUNICATION.key: _electronic,
    law.TENDERERS.key: _tenderers,
    law.REJECTED.key: _rejected,
    law.BIAS.key: _bias,
    law.WINNER.key: _winner,
    law.SUBCONTRACTORS.key: _subcontractors,
    law.CANCELLATION.key: _cancellation,
    law.OTHER.key: _other,
}
