"""From the values of a notice to the concept that is written: pure, no database.

Identifiers, legal basis, languages and parties are made here; what people say comes from `values`.
Sources: eForms SDK 1.14.2 `fields.json`; SDK-NOR (legal basis with ELI, languages, identifiers).
"""

from dataclasses import dataclass
from datetime import datetime

from anskaff.competition.announcing.choices import (
    CONCESSION_REGULATION,
    EXEMPT,
    REGULATION,
    UTILITIES_REGULATION,
)
from anskaff.competition.announcing.correcting import places
from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.lots import group_of_notice, lot_of_notice, nature_of, place_of
from anskaff.competition.announcing.outcome import Outcome, outcome_of
from anskaff.competition.announcing.parties import BUYER, organisations_of
from anskaff.competition.announcing.subtypes import CALLS, PLANNING, SUBTYPES, Subtype
from anskaff.competition.announcing.values import Values, groups_of
from anskaff.concepts.days import legal_day
from anskaff.concepts.money import Money
from anskaff.concepts.notice import (
    ChangedPart,
    LotsTogether,
    NoticeBuyer,
    NoticeChange,
    NoticeCondition,
    NoticeLaw,
    NoticeReading,
    Texts,
)
from anskaff.documents import eforms
from anskaff.documents.eforms import subtypes as eforms_subtypes

REGULATIONS = {
    eforms_subtypes.CLASSIC: REGULATION,
    eforms_subtypes.UTILITIES: UTILITIES_REGULATION,
    eforms_subtypes.CONCESSION: CONCESSION_REGULATION,
}
"""The Norwegian regulation that carries out each directive (eforms-nor 1.14.2-patch6,
`national-e.yaml`, LB-R010A to LB-R011D). For defence the list has none, so none is named."""
PARTS_ONE_AND_TWO = {
    "no": "NOR — Anskaffelsesforskriften Del 1 og 2",
    "en": "NOR — Public Procurement Regulations Parts 1 and 2",
}
REGULATION_WORDS = {
    REGULATION: {
        "no": "NOR — Anskaffelsesforskriften Del 1",
        "en": "NOR — Public Procurement Regulations Part 1",
    },
    REGULATIONS[eforms_subtypes.UTILITIES]: {
        "no": "NOR — Forsyningsforskriften Del 1",
        "en": "NOR — Utilities Procurement Regulations Part 1",
    },
    REGULATIONS[eforms_subtypes.CONCESSION]: {
        "no": "NOR — Konsesjonskontraktforskriften Del 1",
        "en": "NOR — Concession Contract Regulations Part 1",
    },
    EXEMPT: {
        "no": "NOR — Unntatt fra lov om offentlige anskaffelser",
        "en": "NOR — Exempt from the Public Procurement Act",
    },
}
"""The only names that the national rules accept for each basis (SDK-NOR, LB-R005, LB-R012)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which notice this is: identifier, version, when it is sent, and what it corrects."""

    notice: str
    version: int
    at: datetime
    corrects: str = ""

    @property
    def stated_version(self) -> str:
        """The version as BT-757 writes it: 01, 02 and so on."""
        return f"{self.version:02d}"


def build(values: Values, facts: CaseFacts, identity: Identity) -> NoticeReading:
    """The notice that these values make."""
    subtype = SUBTYPES[values.subtype]
    outcome = outcome_of(values, facts) if subtype.has_result else Outcome()
    first, *more = values.languages
    notice = NoticeReading(
        notice=identity.notice,
        version=identity.stated_version,
        procedure="" if values.subtype in PLANNING | {"7"} else facts.procedure,
        subtype=subtype.code,
        languages=(first,),
        more_languages=tuple(more),
        dispatched=identity.at,
        publish_on=values.day(Scope.NOTICE, "BT-738-notice"),
        planned_on=values.day(Scope.NOTICE, "BT-127-notice"),
        legislation=_regulation(subtype, facts, values),
        organisations=organisations_of(values, facts),
        buyers=(_buyer(values),),
        reference=values.text(Scope.PROCEDURE, "BT-22"),
        title=values.texts(Scope.PROCEDURE, "BT-21"),
        description=values.texts(Scope.PROCEDURE, "BT-24"),
        nature=nature_of(values),
        cpv=values.text(Scope.PROCEDURE, "BT-262"),
        additional_cpv=values.codes(Scope.PROCEDURE, "BT-263"),
        places=place_of(values),
        value=values.money(Scope.PROCEDURE, "BT-27"),
        framework_maximum=_framework_maximum(values, facts),
        procedure_type=values.text(Scope.PROCEDURE, "BT-105"),
        procedure_words=values.texts(Scope.PROCEDURE, "BT-88"),
        accelerated=values.flag(Scope.PROCEDURE, "BT-106"),
        accelerated_reason=values.texts(Scope.PROCEDURE, "BT-1351")
        if values.flag(Scope.PROCEDURE, "BT-106")
        else Texts(),
        direct_award_code=values.text(Scope.PROCEDURE, "BT-136"),
        direct_award_reason=values.texts(Scope.PROCEDURE, "BT-135"),
        exclusion_sources=_exclusion(values),
        most_lots_tendered=values.whole(Scope.PROCEDURE, "BT-31"),
        lot_groups=tuple(
            LotsTogether(group=key, lots=values.codes(Scope.GROUP, "BT-1375-Procedure", key))
            for key in groups_of(values)
        ),
        lots=(
            *(lot_of_notice(values, facts, lot) for lot in facts.lots),
            *(group_of_notice(values, key) for key in groups_of(values)),
        ),
        total=outcome.total,
        total_framework=outcome.total_framework,
        total_framework_estimate=outcome.total_framework_estimate,
        group_frameworks=outcome.group_frameworks,
        results=outcome.results,
        tenders=outcome.tenders,
        parties=outcome.parties,
        contracts=outcome.contracts,
        changes=_changes(values, identity),
        modifications=outcome.modifications,
    )
    return eforms.completed(notice, legal_day(identity.at))


def _framework_maximum(values: Values, facts: CaseFacts) -> Money | None:
    """The sum of what the lots' frameworks may come to, grouped or not.

    Source: FOA §§ 5-2, 5-4(8); SDK-NOR VA-R001E.
    """
    stated = [values.money(Scope.LOT, "BT-271", lot.key) for lot in facts.lots]
    amounts = [each for each in stated if each is not None]
    return sum(amounts[1:], amounts[0]) if amounts else None


def _regulation(subtype: Subtype, facts: CaseFacts, values: Values) -> tuple[NoticeLaw, ...]:
    """The Norwegian regulation by its ELI; in a national notice with the name of its parts."""
    if not subtype.national:
        basis = eforms_subtypes.SUBTYPES[subtype.code].basis
        return tuple(
            NoticeLaw(reference=REGULATIONS[each]) for each in REGULATIONS if each == basis
        )
    basis = values.text(Scope.PROCEDURE, "BT-01(c)")
    words = REGULATION_WORDS.get(basis)
    if words is None:
        return ()
    if basis == REGULATION and facts.part not in {"I", "IV"}:
        words = PARTS_ONE_AND_TWO
    named = Texts({tag: words[tag] for tag in values.languages if tag in words})
    return (NoticeLaw(reference=basis, description=named),)


def _buyer(values: Values) -> NoticeBuyer:
    stated = (values.text(Scope.BUYER, "BT-10"), values.text(Scope.BUYER, "BT-610"))
    return NoticeBuyer(
        organisation=BUYER,
        legal_type=values.text(Scope.BUYER, "BT-11"),
        contracting_type=values.text(Scope.BUYER, "BT-740"),
        activities=tuple(each for each in stated if each),
    )


def _exclusion(values: Values) -> tuple[NoticeCondition, ...]:
    source = values.text(Scope.PROCEDURE, "BT-806")
    if not source or values.subtype not in CALLS:
        return ()
    return (NoticeCondition(code=source),)


def _changes(values: Values, identity: Identity) -> tuple[NoticeChange, ...]:
    if not identity.corrects:
        return ()
    return (
        NoticeChange(
            notice=identity.corrects,
            reason=values.text(Scope.NOTICE, "BT-140-notice"),
            reason_words=values.texts(Scope.NOTICE, "BT-762-notice"),
            parts=changes_in(values),
        ),
    )


def changes_in(values: Values) -> tuple[ChangedPart, ...]:
    """The changes that a correction names, in the order of `correcting.places`."""
    return tuple(_changed(values, place) for place in places(values))


def _changed(values: Values, place: str) -> ChangedPart:
    """One change that a correction names."""
    return ChangedPart(
        sections=values.codes(Scope.CHANGE, "BT-13716-notice", place),
        description=values.texts(Scope.CHANGE, "BT-141(a)-notice", place),
        documents_changed=values.flag(Scope.CHANGE, "BT-718-notice", place),
        documents_changed_on=values.day(Scope.CHANGE, "BT-719-notice", place),
    )
