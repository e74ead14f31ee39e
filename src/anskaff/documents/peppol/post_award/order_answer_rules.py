"""The rules on a seller's answer to an order (T76) and to an advanced order (T116)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from anskaff.concepts.words import Words
from anskaff.documents.peppol.known import Known
from anskaff.documents.peppol.post_award.anywhere import groups_at, hidden, qualified, texts
from anskaff.documents.peppol.post_award.identity import specification
from anskaff.documents.peppol.post_award.order_answer import (
    AnswerHead,
    BuyerParty,
    PromisedPeriod,
    SellerParty,
)
from anskaff.documents.peppol.post_award.order_answer_lines import (
    LineItem,
    LinePromisedPeriod,
    Price,
)
from anskaff.documents.peppol.post_award.parties import holds, named
from anskaff.documents.peppol.post_award.spelling import normalized
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, Sweep, rule, sweep
from anskaff.documents.ubl.table import Group

CURRENCY = "currencyID"
PERIOD = "cac:PromisedDeliveryPeriod"

OTHER_CURRENCY = Words(
    nb="Prisen er i {got}, men dokumentet er i {expected}.",
    nn="Prisen er i {got}, men dokumentet er i {expected}.",
    en="The price is in {got} but the document is in {expected}.",
)
SAME_CURRENCY = Words(
    nb="Oppgi prisen i dokumentets valuta.",
    nn="Oppgje prisen i valutaen til dokumentet.",
    en="State the price in the currency of the document.",
)
ENDS_FIRST = Words(
    nb="Leveringen slutter {end}, før den begynner {start}.",
    nn="Leveringa sluttar {end}, før ho tek til {start}.",
    en="The delivery ends {end}, before it begins {start}.",
)
TURN_AROUND = Words(
    nb="Skriv en siste dag som ikke er før den første.",
    nn="Skriv ein siste dag som ikkje er før den første.",
    en="Write a last day that is not before the first.",
)
SAME_NUMBER = Words(
    nb="Linjenummeret «{got}» står på {count} linjer.",
    nn="Linjenummeret «{got}» står på {count} linjer.",
    en="The line number “{got}” stands on {count} lines.",
)
OWN_NUMBER = Words(
    nb="Gi hver linje sitt eget nummer.",
    nn="Gje kvar linje sitt eige nummer.",
    en="Give each line a number of its own.",
)
WITHOUT_LINES = Words(
    nb="Svaret er CA (godtatt med endringer), men ingen linje sier hva som er endret.",
    nn="Svaret er CA (godteke med endringar), men inga linje seier kva som er endra.",
    en="The answer is CA (accepted with changes) but no line says what is changed.",
)
ADD_LINES = Words(
    nb="Legg til linjene som er endret, eller svar AP.",
    nn="Legg til linjene som er endra, eller svar AP.",
    en="Add the lines that are changed, or answer AP.",
)
WITH_LINES = Words(
    nb="Svaret er {got} og gjelder hele ordren, men har {count} linjer.",
    nn="Svaret er {got} og gjeld heile ordren, men har {count} linjer.",
    en="The answer is {got}, which is for the whole order, but it has {count} lines.",
)
NO_LINES = Words(
    nb="Ta bort linjene, eller svar CA.",
    nn="Ta bort linjene, eller svar CA.",
    en="Remove the lines, or answer CA.",
)
WHOLE: Mapping[str, str] = {"R008": "AP", "R009": "RE", "R010": "AB"}
"""The answers that are for the whole order, by the rules that say so."""
WITH_CHANGES = "CA"
SEVERAL = frozenset(
    {
        ("", "cac:Delivery"),
        ("", "cac:OrderChangeDocumentReference"),
        ("cac:LineItem", "cac:Delivery"),
        ("cac:OrderLine", "cac:SellerSubstitutedLineItem"),
        ("cac:Item", "cac:ClassifiedTaxCategory"),
    }
)
"""What UBL lets repeat beside what all post-award documents have."""


def rules(
    transaction: str, root: type[AnswerHead], known: Known, line_item: type[LineItem]
) -> tuple[AnyRule, ...]:
    """The rules of a transaction such as `T76`, whose lines hold such items."""
    prefix = f"PEPPOL-{transaction}"
    return (
        named(f"{prefix}-R001", BuyerParty, _is_known),
        named(f"{prefix}-R002", SellerParty, _is_known),
        _numbered_once(f"{prefix}-R003", line_item),
        _ends_after_it_begins(f"{prefix}-R004"),
        _in_the_currency(f"{prefix}-R005"),
        specification(f"{prefix}-R006", root, known.customization),
        _changes_are_told(f"{prefix}-R007", root),
        *(_is_for_the_whole(f"{prefix}-{number}", root, code) for number, code in WHOLE.items()),
    )


def _is_known(party: BuyerParty | SellerParty) -> bool:
    return holds(party, "legal_entity", "name") or holds(party, "identifications", "key")


def _currencies(reading: Reading[Group]) -> Iterator[tuple[Spot, str]]:
    """The currency of every price, also of one that is no number or has no place in the table."""
    row = Price.field("net")
    for price in reading.all(Price):
        if price.net is not None:
            yield Spot(price, row), price.net.currency
        elif price.extras is not None and ("net", 0) in price.extras.spelled:
            beside = price.extras.attributes.get(("net", 0), {})
            yield Spot(price, row), beside.get(CURRENCY, "")
    for spot, top in reading.once(hidden):
        for each in top.iter(qualified(row.tag)):
            yield spot, each.get(CURRENCY, "")


def _in_the_currency(official: str) -> Sweep:
    """The rule that prices are in the currency of the document, letter by letter."""

    @sweep(official, says=OTHER_CURRENCY, cure=SAME_CURRENCY)
    def prices_are_in_the_currency(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        expected = getattr(reading.root, "currency", None)
        for spot, got in _currencies(reading):
            if got != expected:
                yield spot, {"got": got, "expected": expected or ""}

    return prices_are_in_the_currency


def _ends_after_it_begins(official: str) -> Sweep:
    """The rule that a period does not end before it begins; days are compared as they stand."""

    @sweep(official, says=ENDS_FIRST, cure=TURN_AROUND)
    def periods_end_after_they_begin(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, period in groups_at(reading, PERIOD, LinePromisedPeriod, PromisedPeriod):
            start, end = (texts(period, period.field(name))[:1] for name in ("start", "end"))
            if start and end and end < start:
                yield spot, {"start": start[0], "end": end[0]}

    return periods_end_after_they_begin


def _numbers(reading: Reading[Group]) -> Counter[str | None]:
    """How many lines have each number."""
    return Counter(
        each.number
        for kind, groups in reading.groups.items()
        if issubclass(kind, LineItem)
        for each in groups
        if isinstance(each, LineItem)
    )


def _numbered_once(official: str, kind: type[LineItem]) -> Rule:
    """The rule that each line has a number of its own; a line without number has none."""

    @rule(official, kind, at="number", says=SAME_NUMBER, cure=OWN_NUMBER)
    def line_has_its_own_number(line: LineItem, reading: Reading[AnswerHead]) -> Facts | None:
        count = reading.once(_numbers)[line.number] if line.number is not None else 0
        return None if count == 1 else {"got": line.number or "", "count": count}

    return line_has_its_own_number


def _lines(answer: AnswerHead) -> int:
    return len(answer.children(answer.field("lines")))


def _changes_are_told(official: str, root: type[AnswerHead]) -> Rule:
    """The rule that an order accepted with changes says which."""

    @rule(official, root, at="answer", says=WITHOUT_LINES, cure=ADD_LINES)
    def changes_are_told(answer: AnswerHead, _: Reading[AnswerHead]) -> Facts | None:
        return (
            {} if normalized(answer.answer or "") == WITH_CHANGES and not _lines(answer) else None
        )

    return changes_are_told


def _is_for_the_whole(official: str, root: type[AnswerHead], code: str) -> Rule:
    """The rule that an answer for the whole order has no lines."""

    @rule(official, root, at="answer", says=WITH_LINES, cure=NO_LINES)
    def answer_is_for_the_whole(answer: AnswerHead, _: Reading[AnswerHead]) -> Facts | None:
        count = _lines(answer)
        return (
            {"got": code, "count": count}
            if normalized(answer.answer or "") == code and count
            else None
        )

    return answer_is_for_the_whole
