"""From a published notice to the values of a draft; what does not fit is told, never dropped.

The original is kept byte for byte beside the case, so a finding only says where to look.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from anskaff.competition import bounds
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import instant
from anskaff.concepts.money import Money
from anskaff.concepts.notice import (
    Duration,
    DurationUnit,
    LotKind,
    NoticeCriterion,
    NoticeLot,
    NoticeReading,
)
from anskaff.concepts.words import Words

KEY = 20
CODE = 10
STATED = 80
UNREAD_SHOWN = 300
MONTHS_PER_YEAR = 12
LONGEST_MONTHS = 1200
LONGEST_VALIDITY_DAYS = 366
WHOLE = Decimal(100)
OURS = ("nb", "nn", "en")

SHORTENED = FindingKind(
    code="import-text-shortened",
    severity=Severity.WARNING,
    text=Words(
        nb="Teksten er kortet ned fra {length} til {limit} tegn.",
        nn="Teksten er korta ned frå {length} til {limit} teikn.",
        en="The text is shortened from {length} to {limit} characters.",
    ),
    cure=Words(
        nb="Se hele teksten i den lagrede kunngjøringen.",
        nn="Sjå heile teksten i den lagra kunngjeringa.",
        en="See the whole text in the stored notice.",
    ),
)
OTHER_CURRENCY = FindingKind(
    code="import-value-not-in-nok",
    severity=Severity.WARNING,
    text=Words(
        nb="Verdien i kunngjøringen er {value}. Den er ikke regnet om til kroner.",
        nn="Verdien i kunngjeringa er {value}. Han er ikkje rekna om til kroner.",
        en="The value in the notice is {value}. It is not converted to NOK.",
    ),
    cure=Words(
        nb="Skriv anslått verdi i kroner.",
        nn="Skriv anslått verdi i kroner.",
        en="Write the estimated value in NOK.",
    ),
)
VALUE_UNUSABLE = FindingKind(
    code="import-value-unusable",
    severity=Severity.WARNING,
    text=Words(
        nb="Verdien {value} kan ikke være et anslag.",
        nn="Verdien {value} kan ikkje vere eit anslag.",
        en="The value {value} cannot be an estimate.",
    ),
    cure=Words(
        nb="Skriv anslått verdi i kroner.",
        nn="Skriv anslått verdi i kroner.",
        en="Write the estimated value in NOK.",
    ),
)
PROCEDURE_NOT_CHOSEN = FindingKind(
    code="import-procedure-not-chosen",
    severity=Severity.WARNING,
    text=Words(
        nb="Uten verdi i kroner vet vi ikke hvilken prosedyre som gjelder. Utkastet står med "
        "åpen anbudskonkurranse til du velger.",
        nn="Utan verdi i kroner veit vi ikkje kva prosedyre som gjeld. Utkastet står med open "
        "anbodskonkurranse til du vel.",
        en="Without a value in NOK we do not know which procedure applies. The draft says open "
        "procedure until you choose.",
    ),
    cure=Words(
        nb="Skriv anslått verdi, og velg prosedyre.",
        nn="Skriv anslått verdi, og vel prosedyre.",
        en="Write the estimated value and choose the procedure.",
    ),
    source="FOA § 5-1",
)
KIND_UNKNOWN = FindingKind(
    code="import-kind-unknown",
    severity=Severity.WARNING,
    text=Words(
        nb="Kunngjøringen sier ikke om det gjelder varer, tjenester eller byggearbeid.",
        nn="Kunngjeringa seier ikkje om det gjeld varer, tenester eller byggjearbeid.",
        en="The notice does not say whether it is about goods, services or works.",
    ),
    cure=Words(
        nb="Velg hva dere kjøper. Vi har satt tjenester.",
        nn="Vel kva de kjøper. Vi har sett tenester.",
        en="Choose what you buy. We have set services.",
    ),
)
WEIGHT_AS_STATED = FindingKind(
    code="import-weight-as-stated",
    severity=Severity.WARNING,
    text=Words(
        nb="Vekten på «{name}» er ikke i prosent og står som oppgitt: {stated}",
        nn="Vekta på «{name}» er ikkje i prosent og står som oppgitt: {stated}",
        en="The weight of “{name}” is not in per cent and is kept as stated: {stated}",
    ),
    cure=Words(
        nb="Sett vekten i prosent.", nn="Set vekta i prosent.", en="Set the weight in per cent."
    ),
)
WEIGHT_MISSING = FindingKind(
    code="import-weight-missing",
    severity=Severity.WARNING,
    text=Words(
        nb="«{name}» har ingen vekt i kunngjøringen.",
        nn="«{name}» har inga vekt i kunngjeringa.",
        en="“{name}” has no weight in the notice.",
    ),
    cure=Words(
        nb="Sett vekten i prosent.", nn="Set vekta i prosent.", en="Set the weight in per cent."
    ),
)
DURATION_UNUSABLE = FindingKind(
    code="import-duration-not-in-months",
    severity=Severity.WARNING,
    text=Words(
        nb="Varigheten {amount} {unit} er ikke hele måneder.",
        nn="Lengda {amount} {unit} er ikkje heile månader.",
        en="The duration {amount} {unit} is not whole months.",
    ),
    cure=Words(
        nb="Skriv varigheten i måneder.",
        nn="Skriv lengda i månader.",
        en="Write the duration in months.",
    ),
)
GROUP_LEFT_OUT = FindingKind(
    code="import-lot-group-left-out",
    severity=Severity.WARNING,
    text=Words(
        nb="Gruppen {key} av delkontrakter er ikke tatt med i utkastet.",
        nn="Gruppa {key} av delkontraktar er ikkje teken med i utkastet.",
        en="The group {key} of lots is not taken into the draft.",
    ),
    cure=Words(
        nb="Se gruppen i den lagrede kunngjøringen.",
        nn="Sjå gruppa i den lagra kunngjeringa.",
        en="See the group in the stored notice.",
    ),
)
DEADLINES_DIFFER = FindingKind(
    code="import-deadlines-differ",
    severity=Severity.WARNING,
    text=Words(
        nb="Delkontraktene har ulike tilbudsfrister. Den tidligste er brukt: {deadline}",
        nn="Delkontraktane har ulike tilbodsfristar. Den tidlegaste er brukt: {deadline}",
        en="The lots have different deadlines. The earliest is used: {deadline}",
    ),
    cure=Words(
        nb="Sett én frist for hele konkurransen.",
        nn="Set éin frist for heile konkurransen.",
        en="Set one deadline for the whole competition.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLot:
    """A lot of the notice with the key it keeps."""

    key: str
    title: str
    description: str
    value_nok: Decimal | None
    cpv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCriterion:
    """An award criterion; `weight_percent` is None when `stated` is in another measure."""

    lot: str
    name: str
    description: str
    kind: CriterionKind
    weight_percent: Decimal | None
    stated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRequirement:
    """A selection criterion of the notice."""

    lot: str
    text: str


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a notice becomes; filled in one go by `draft_of`."""

    title: str = ""
    description: str = ""
    kind: ContractKind = ContractKind.SERVICES
    value_nok: Decimal | None = None
    cpv: str = ""
    more_cpv: list[str] = field(default_factory=list)
    place: str = ""
    duration_months: int | None = None
    contract_start: date | None = None
    validity_days: int = 30
    language: str = "nb"
    tender_deadline: datetime | None = None
    question_deadline: datetime | None = None
    lots: list[ImportedLot] = field(default_factory=list)
    criteria: list[ImportedCriterion] = field(default_factory=list)
    requirements: list[ImportedRequirement] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def draft_of(reading: NoticeReading) -> Draft:
    """The draft that a notice describes, with everything a person must look at."""
    draft = Draft(findings=list(reading.findings), language=_language(reading))
    told, spoken = draft.findings, draft.language
    lots = _lots_in(reading, told)
    draft.title = _fit("title", _one_line(reading.title.in_(spoken)), bounds.TITLE, told)
    draft.title = draft.title or reading.reference[: bounds.TITLE] or reading.notice or "–"
    described = (reading.description.in_(spoken), reading.more.in_(spoken))
    draft.description = _fit("description", _joined(*described), bounds.TEXT, told)
    draft.kind = _kind(reading, lots, told)
    draft.value_nok = _nok("value", reading.value, told)
    if draft.value_nok is None:
        told.append(PROCEDURE_NOT_CHOSEN.at("procedure"))
    draft.cpv = _cpv(reading.cpv or next((lot.cpv for lot in lots if lot.cpv), ""))
    draft.more_cpv = [_cpv(code) for code in reading.additional_cpv]
    draft.place = _place(reading, lots)
    _periods(draft, lots)
    _deadlines(draft, reading, lots)
    for key, lot in zip(_keys(lots), lots, strict=True):
        draft.lots.append(_lot(key, lot, spoken, told))
        draft.requirements += _requirements(key, lot, spoken, told)
    draft.criteria = _criteria([each.key for each in draft.lots], lots, spoken, told)
    if len(lots) == 1:
        draft.requirements = [_of_all(each) for each in draft.requirements]
    draft.links = _links(reading, lots)
    draft.facts = _facts(reading, spoken)
    draft.unread = [
        f"{each.path} ({each.line}): {each.value}"[:UNREAD_SHOWN] for each in reading.unread
    ]
    return draft


def _language(reading: NoticeReading) -> str:
    stated = next(iter(reading.languages), "no")
    return stated if stated in OURS else "nb"


def _lots_in(reading: NoticeReading, told: list[Finding]) -> list[NoticeLot]:
    """The lots; the parts of a plan when there are no lots; groups are told about."""
    told += [
        GROUP_LEFT_OUT.at("lots", key=lot.key) for lot in reading.lots if lot.kind is LotKind.GROUP
    ]
    lots = [lot for lot in reading.lots if lot.kind in {LotKind.LOT, None}]
    return lots or [lot for lot in reading.lots if lot.kind is LotKind.PART]


def _keys(lots: list[NoticeLot]) -> list[str]:
    """The lots' own keys where they are usable once, else the next free number."""
    keys: list[str] = []
    for number, lot in enumerate(lots, 1):
        usable = 0 < len(lot.key) <= KEY and lot.key not in keys
        keys.append(lot.key if usable else f"LOT-{9000 + number}")
    return keys


def _kind(reading: NoticeReading, lots: list[NoticeLot], told: list[Finding]) -> ContractKind:
    found = reading.nature or next((lot.nature for lot in lots if lot.nature), None)
    if found is None:
        told.append(KIND_UNKNOWN.at("kind"))
        return ContractKind.SERVICES
    return found


def _nok(where: str, value: Money | None, told: list[Finding]) -> Decimal | None:
    """An amount in kroner that a column can hold."""
    if value is None:
        return None
    if value.currency != "NOK":
        told.append(OTHER_CURRENCY.at(where, value=value))
        return None
    amount = value.rounded_half_up().amount
    if not 0 <= amount < bounds.LARGEST_AMOUNT:
        told.append(VALUE_UNUSABLE.at(where, value=value))
        return None
    return amount


def _lot(key: str, lot: NoticeLot, spoken: str, told: list[Finding]) -> ImportedLot:
    where = f"lots.{key}"
    title = _fit(f"{where}.title", _one_line(lot.title.in_(spoken)), bounds.TITLE, told)
    described = _joined(lot.description.in_(spoken), lot.more.in_(spoken), lot.options.in_(spoken))
    return ImportedLot(
        key=key,
        title=title or key,
        description=_fit(f"{where}.description", described, bounds.TEXT, told),
        value_nok=_nok(f"{where}.value", lot.value, told),
        cpv=_cpv(lot.cpv),
    )


def _criteria(
    keys: list[str], lots: list[NoticeLot], spoken: str, told: list[Finding]
) -> list[ImportedCriterion]:
    """The criteria of each lot; once for all when every lot has the same."""
    if lots and all(lot.award_criteria == lots[0].award_criteria for lot in lots):
        return [_criterion("", each, spoken, told) for each in lots[0].award_criteria]
    return [
        _criterion(key, each, spoken, told)
        for key, lot in zip(keys, lots, strict=True)
        for each in lot.award_criteria
    ]


def _criterion(
    lot: str, stated: NoticeCriterion, spoken: str, told: list[Finding]
) -> ImportedCriterion:
    where = f"lots.{lot}.award_criteria" if lot else "award_criteria"
    described = stated.description.in_(spoken)
    name = _one_line(stated.name.in_(spoken) or described)
    kind = stated.kind or CriterionKind.QUALITY
    name = _fit(where, name, bounds.TITLE, told) or kind.value
    weight = stated.weight_percent
    if weight is not None and not (0 <= weight <= WHOLE):
        weight = None
    words = stated.weight_stated[:STATED] if weight is None else ""
    if words:
        told.append(WEIGHT_AS_STATED.at(where, name=name, stated=words))
    elif weight is None:
        told.append(WEIGHT_MISSING.at(where, name=name))
    return ImportedCriterion(
        lot=lot,
        name=name,
        description=_fit(where, described, bounds.TEXT, told),
        kind=kind,
        weight_percent=weight,
        stated=words,
    )


def _requirements(
    key: str, lot: NoticeLot, spoken: str, told: list[Finding]
) -> list[ImportedRequirement]:
    texts = (
        _joined(each.name.in_(spoken), each.description.in_(spoken))
        for each in lot.selection_criteria
    )
    where = f"lots.{key}.requirements"
    return [
        ImportedRequirement(lot=key, text=_fit(where, text, bounds.TEXT, told))
        for text in texts
        if text
    ]


def _of_all(requirement: ImportedRequirement) -> ImportedRequirement:
    return ImportedRequirement(lot="", text=requirement.text)


def _place(reading: NoticeReading, lots: list[NoticeLot]) -> str:
    places = [*reading.places, *(place for lot in lots for place in lot.places)]
    return next((place.nuts[:CODE] for place in places if place.nuts), "")


def _periods(draft: Draft, lots: list[NoticeLot]) -> None:
    """Duration, start and validity, as the first lot that has them states them."""
    draft.contract_start = next((lot.starts for lot in lots if lot.starts), None)
    duration = next((lot.duration for lot in lots if lot.duration), None)
    if duration is not None:
        draft.duration_months = _months(duration)
        if draft.duration_months is None:
            draft.findings.append(
                DURATION_UNUSABLE.at(
                    "duration_months", amount=duration.amount, unit=duration.unit.value
                )
            )
    validity = next((lot.validity for lot in lots if lot.validity), None)
    if validity is not None and validity.unit is DurationUnit.DAY:
        draft.validity_days = max(1, min(int(validity.amount), LONGEST_VALIDITY_DAYS))
    elif validity is not None and (months := _months(validity)) is not None:
        draft.validity_days = min(months * 31, LONGEST_VALIDITY_DAYS)


def _months(duration: Duration) -> int | None:
    """Whole months, or None.

    >>> _months(Duration(amount=Decimal(2), unit=DurationUnit.YEAR))
    24
    >>> _months(Duration(amount=Decimal(90), unit=DurationUnit.DAY))
    """
    factor = {DurationUnit.MONTH: 1, DurationUnit.YEAR: MONTHS_PER_YEAR}.get(duration.unit)
    if factor is None or duration.amount != int(duration.amount):
        return None
    months = int(duration.amount) * factor
    return months if 0 < months <= LONGEST_MONTHS else None


def _deadlines(draft: Draft, reading: NoticeReading, lots: list[NoticeLot]) -> None:
    draft.tender_deadline = reading.tender_deadline
    draft.question_deadline = reading.question_deadline
    stated = {lot.tender_deadline for lot in lots if lot.tender_deadline}
    if len(stated) > 1 and draft.tender_deadline is not None:
        draft.findings.append(
            DEADLINES_DIFFER.at("tender_deadline", deadline=draft.tender_deadline)
        )


def _links(reading: NoticeReading, lots: list[NoticeLot]) -> list[str]:
    """Addresses in the notice, each once; shown as text, never followed."""
    found = [
        *(document.url for lot in lots for document in lot.documents),
        *(lot.submission_url for lot in lots),
        *(lot.tool_url for lot in lots),
        *(buyer.profile for buyer in reading.buyers),
        *(each.website for each in reading.buying),
    ]
    return list(dict.fromkeys(link for link in found if link))


def _facts(reading: NoticeReading, spoken: str) -> dict[str, str]:
    """What the notice says that has no field of its own in the case."""
    buyers = reading.buying
    said = {
        "buyer": "; ".join(each.name.in_(spoken) for each in buyers),
        "buyer_number": "; ".join(each.number for each in buyers if each.number),
        "notice": reading.notice,
        "publication": reading.publication,
        "subtype": reading.subtype,
        "published": instant(reading.dispatched, spoken) if reading.dispatched else "",
        "value": f"{reading.value.amount} {reading.value.currency}" if reading.value else "",
        "languages": ", ".join((*reading.languages, *reading.more_languages)),
        "procedure_type": reading.procedure_type,
        "legal_basis": reading.legal_basis,
    }
    return {name: value for name, value in said.items() if value}


def _fit(where: str, text: str, limit: int, told: list[Finding]) -> str:
    if len(text) <= limit:
        return text
    told.append(SHORTENED.at(where, length=len(text), limit=limit))
    return text[:limit]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _joined(*texts: str) -> str:
    return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _cpv(code: str) -> str:
    return code[:CODE]


FINDING_KINDS = (
    SHORTENED,
    OTHER_CURRENCY,
    VALUE_UNUSABLE,
    PROCEDURE_NOT_CHOSEN,
    KIND_UNKNOWN,
    WEIGHT_AS_STATED,
    WEIGHT_MISSING,
    DURATION_UNUSABLE,
    GROUP_LEFT_OUT,
    DEADLINES_DIFFER,
)
