"""The rules that the documents of logistics share, each under the number of its document.

Source: the rule files of Peppol Logistics BIS, release 1.2.
"""

from datetime import datetime, time

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.pattern_rules import where
from anskaff.documents.peppol.post_award.patterns import below, stands
from anskaff.documents.ubl import values
from anskaff.documents.ubl.rules import Sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import BLANK

UNTYPED = Words(
    nb="Det står ikke hva slags dokument det er.",
    nn="Det står ikkje kva slags dokument det er.",
    en="It is not said what kind of document it is.",
)
TYPE_IT = Words(
    nb="Skriv dokumenttypen, som kode eller tekst.",
    nn="Skriv dokumenttypen, som kode eller tekst.",
    en="Write the kind of document, as a code or in words.",
)
DATE_LENGTH = 10


def typed(official: str, pattern: str, kind: type[Group]) -> Sweep:
    """The rule that a document that is referred to says what kind it is."""
    paths = ("cbc:DocumentTypeCode", "cbc:DocumentType")
    return where(
        official, pattern, kind, lambda group: not stands(group, *paths), says=UNTYPED, cure=TYPE_IT
    )


def terms_are_named(official: str, shipment: type[Group]) -> Sweep:
    """The rule that delivery terms have a code or are told in words."""
    terms = "cac:Delivery/cac:DeliveryTerms"

    def broken(group: Group) -> bool:
        told = stands(group, f"{terms}/cbc:ID", f"{terms}/cbc:SpecialTerms")
        return stands(group, terms) and not told

    return where(
        official,
        "cac:Shipment",
        shipment,
        broken,
        says=Words(
            nb="Leveringsvilkåret har verken kode eller tekst.",
            nn="Leveringsvilkåret har verken kode eller tekst.",
            en="The delivery terms have neither a code nor words.",
        ),
        cure=Words(
            nb="Skriv koden, eller vilkåret i ord.",
            nn="Skriv koden, eller vilkåret i ord.",
            en="Write the code, or the terms in words.",
        ),
    )


def period(transaction: str, pattern: str, kind: type[Group]) -> tuple[Sweep, ...]:
    """The rules on a period: it does not end before it begins, and times have what they need."""
    ends_before = Words(
        nb="Tidsrommet slutter før det begynner.",
        nn="Tidsrommet sluttar før det byrjar.",
        en="The period ends before it begins.",
    )
    correct = Words(
        nb="Rett første eller siste dag.",
        nn="Rett første eller siste dag.",
        en="Correct the first or the last day.",
    )
    return (
        where(
            f"{transaction}-R012", pattern, kind, _ends_on_an_earlier_day,
            says=ends_before, cure=correct,
        ),
        where(
            f"{transaction}-R013", pattern, kind,
            lambda group: stands(group, "cbc:EndTime") and not stands(group, "cbc:StartTime"),
            says=Words(
                nb="Tidsrommet har klokkeslett for slutten, men ikke for begynnelsen.",
                nn="Tidsrommet har klokkeslett for slutten, men ikkje for byrjinga.",
                en="The period has a time for its end but none for its beginning.",
            ),
            cure=Words(
                nb="Skriv når det begynner.", nn="Skriv når det byrjar.", en="Write when it begins."
            ),
        ),
        where(
            f"{transaction}-R014", pattern, kind,
            lambda group: stands(group, "cbc:EndTime") and not stands(group, "cbc:EndDate"),
            says=Words(
                nb="Tidsrommet har klokkeslett for slutten, men ingen siste dag.",
                nn="Tidsrommet har klokkeslett for slutten, men ingen siste dag.",
                en="The period has a time for its end but no last day.",
            ),
            cure=Words(
                nb="Skriv siste dag.", nn="Skriv siste dag.", en="Write the last day."
            ),
        ),
        where(
            f"{transaction}-R015", pattern, kind, _ends_at_an_earlier_time,
            says=ends_before,
            cure=Words(
                nb="Rett klokkeslettene.", nn="Rett klokkesletta.", en="Correct the times."
            ),
        ),
    )  # fmt: skip


def _first(group: Group, path: str) -> str | None:
    return next(below(group, path), None)


def _ends_on_an_earlier_day(group: Group) -> bool:
    """As texts without hyphens, so that a missing first day is before any last one."""
    start, end = _first(group, "cbc:StartDate"), _first(group, "cbc:EndDate")
    return end is not None and (start or "").replace("-", "") > end.replace("-", "")


def _ends_at_an_earlier_time(group: Group) -> bool:
    """Asked when all four stand and are readable."""
    start = _moment(_first(group, "cbc:StartDate"), _first(group, "cbc:StartTime"))
    end = _moment(_first(group, "cbc:EndDate"), _first(group, "cbc:EndTime"))
    return start is not None and end is not None and end < start


def _moment(day: str | None, clock: str | None) -> datetime | None:
    """Day and time as one, in UTC when neither has a zone; nothing when the zones differ."""
    if day is None or clock is None:
        return None
    of_day, at = values.day(day), values.clock_time(clock)
    if of_day is None or at is None:
        return None
    zone = day.strip(BLANK)[DATE_LENGTH:]
    beside = time.fromisoformat(f"00:00{zone}").utcoffset()
    own = at.utcoffset()
    if None not in {beside, own} and beside != own:
        return None
    offset = own if own is not None else beside
    moment = datetime.combine(of_day, at.replace(tzinfo=None))
    return moment if offset is None else moment - offset
