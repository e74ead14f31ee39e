"""What a case already knows of a field, and what we propose where it knows nothing.

A value from the case is shown with the page it came from and is changed there; a proposal is shown
in the form and may be changed in the form.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from anskaff.competition.announcing.choices import (
    CONCESSION_REGULATION,
    EXEMPT,
    REGULATION,
    UTILITIES_REGULATION,
)
from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Field, Scope
from anskaff.competition.plan import Plan
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.notice import CANCEL, CLIMATE_CRITERION
from anskaff.concepts.words import Words
from anskaff.law.climate_weight import GroundKind
from anskaff.law.part import Part
from anskaff.law.procedure_guide import Procedure, Sector

NATURES = {
    ContractKind.GOODS: "supplies",
    ContractKind.SERVICES: "services",
    ContractKind.WORKS: "works",
    ContractKind.SPECIAL_SERVICES: "services",
    ContractKind.HEALTH_SOCIAL: "services",
}
PROCEDURES = {
    Procedure.OPEN_NATIONAL: "open",
    Procedure.OPEN: "open",
    Procedure.RESTRICTED: "restricted",
    Procedure.RESTRICTED_NATIONAL: "restricted",
    Procedure.OWN_DESIGN: "oth-single",
}
BASES = {
    Sector.CLASSIC: REGULATION,
    Sector.UTILITIES: UTILITIES_REGULATION,
    Sector.CONCESSION: CONCESSION_REGULATION,
}
"""The regulation of each sector; for defence the national rules have none (SDK-NOR, LB-R010A)."""
CLIMATE_GROUNDS = {
    GroundKind.REPLACED: "quality-nor-env-spec",
    GroundKind.COMBINED: "quality-nor-env-spec",
    GroundKind.INSIGNIFICANT: "quality-nor-env-exempt-insignificant",
    GroundKind.VITAL_INTERESTS: "quality-nor-env-exempt-critical-interest",
    GroundKind.STANDARD_REQUIREMENTS: "quality-nor-env-exempt-national-minimum",
}
"""The Norwegian codes of award criteria for the climate duty (SDK-NOR, from 1 July 2026)."""
NUTS_LENGTH = 5
OTHER_PROCEDURE = {"10": "restricted", "12": "restricted", "14": "restricted", "25": "neg-wo-call"}
"""Subtypes that cannot be open: a call by prior notice is answered by showing interest."""
ENGLISH = {
    "pris": "Price",
    "kostnad": "Cost",
    "kvalitet": "Quality",
    "klima og miljø": "Climate and environment",
    "miljø": "Environment",
    "service": "Service",
    "leveringstid": "Delivery time",
}
"""Names of criteria that are so common that we can propose the English word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value came from, in words; `page` is the page of the case that changes it."""

    words: Words
    page: str = ""


NEED = Source(words=Words(nb="Behov", nn="Behov", en="Need"), page="case-need")
LOT_PAGE = Source(words=Words(nb="Delkontrakter", nn="Delkontraktar", en="Lots"), page="case-lots")
CRITERIA_PAGE = Source(
    words=Words(nb="Kriterier", nn="Kriterium", en="Criteria"), page="case-criteria"
)
PROCEDURE_PAGE = Source(
    words=Words(nb="Prosedyre", nn="Prosedyre", en="Procedure"), page="case-procedure"
)
DEADLINE_PAGE = Source(
    words=Words(nb="Frister", nn="Fristar", en="Deadlines"), page="case-deadlines"
)
CASE = Source(words=Words(nb="Saken", nn="Saka", en="The case"), page="case")
ORGANISATION = Source(
    words=Words(nb="Virksomheten", nn="Verksemda", en="The organisation"), page="organisation"
)
AWARD = Source(words=Words(nb="Tildelingen", nn="Tildelinga", en="The award"), page="case")
PLATFORM = Source(
    words=Words(nb="Slik virker plattformen", nn="Slik verkar plattforma", en="How the site works")
)
PROPOSED = Source(
    words=Words(nb="Forslag fra Anskaff", nn="Framlegg frå Anskaff", en="Proposed by Anskaff")
)
CANCELLATION = Source(
    words=Words(nb="Avlysningen i saken", nn="Avlysinga i saka", en="The cancellation of the case"),
    page="case",
)
ANSWERED = Source(words=Words(nb="Svart her", nn="Svart her", en="Answered here"))
SUM = Source(
    words=Words(
        nb="Summen av delkontraktene", nn="Summen av delkontraktane", en="The sum of the lots"
    )
)
DIFFERENCE = Source(
    words=Words(
        nb="Forskjellen fra forrige versjon",
        nn="Skilnaden frå førre versjon",
        en="What differs from the version before",
    )
)
ANNOUNCED = Source(
    words=Words(
        nb="Høyeste verdi som er kunngjort",
        nn="Høgaste verdi som er kunngjord",
        en="The maximum value as announced",
    )
)
EARLIER = Source(
    words=Words(nb="Tidligere kunngjøring", nn="Tidlegare kunngjering", en="Earlier notice")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A value as written, and where it came from."""

    value: str
    source: Source


CANCELLED = Words(
    nb="Konkurransen er avlyst.",
    nn="Konkurransen er avlyst.",
    en="The competition is cancelled.",
)
CANCELLED_AND_AGAIN = Words(
    nb="Konkurransen er avlyst. Det kommer en ny konkurranse om det samme.",
    nn="Konkurransen er avlyst. Det kjem ein ny konkurranse om det same.",
    en="The competition is cancelled. A new competition for the same purchase will follow.",
)

From = Callable[[CaseFacts, str], str]


def known(field: Field, facts: CaseFacts, place: str, subtype: str) -> Known | None:
    """The case's own value of a field at a place (lot, criterion); None when it has none."""
    row = _KNOWN.get((field.scope, field.id))
    if row is None or (field.id == "BT-105" and subtype in OTHER_PROCEDURE):
        return None
    source, value = row
    found = value(facts, place)
    return Known(value=found, source=source) if found else None


def proposed(field: Field, facts: CaseFacts, subtype: str, place: str, language: str = "") -> str:
    """What the form starts with where the case knows nothing; empty when we have no proposal."""
    if _tells_cancellation(field, facts):
        return _of_cancellation(field, facts, language)
    words = _TEXTS.get((field.scope, field.id))
    if words is not None:
        return (
            {"": words.nb, "en": words.en}.get(language, "") if _fits(field, facts, place) else ""
        )
    if language:
        return _translated(field, facts, place) if language == "en" else ""
    fixed = _PROPOSED.get((field.scope, field.id), "")
    if fixed:
        return fixed
    if field.id == "BT-11":
        return "cga" if facts.plan.buyer_kind is BuyerKind.STATE else "la"
    if field.id == "BT-507" and field.scope is Scope.COMPANY:
        return _nuts(facts, place)
    if field.id in {"BT-806", "BT-821"}:
        return "epo-procurement-document"
    if field.id == "BT-105":
        return OTHER_PROCEDURE.get(subtype, "")
    if field.id == "BT-01(c)":
        return EXEMPT if facts.part == Part.OUTSIDE else BASES.get(facts.plan.sector, "")
    if field.id == "BT-142":
        won = facts.result(place)
        return "clos-nw" if won and not won.winner else "selec-w"
    if field.id == "BT-3201":
        won = facts.result(place)
        return f"{facts.plan.reference}-{won.tender if won and won.tender else 1}"
    if field.id == "BT-150":
        return f"{facts.plan.reference} {place}"
    if field.id == "BT-660":
        return _won("value")(facts, place)
    return ""


def source_of_proposal(field: Field, facts: CaseFacts) -> Source:
    """Where a proposal is from: us, the award, or the deed that cancelled the competition."""
    if field.id == "BT-660":
        return AWARD
    return CANCELLATION if _tells_cancellation(field, facts) else PROPOSED


def _tells_cancellation(field: Field, facts: CaseFacts) -> bool:
    about = field.id in {"BT-140-notice", "BT-762-notice", "BT-141(a)-notice", "BT-142"}
    return about and bool(facts.cancelled_because)


def _of_cancellation(field: Field, facts: CaseFacts, language: str) -> str:
    """What a notice says when the competition ended without a contract (N-8)."""
    if field.id == "BT-762-notice":
        return "" if language else facts.cancelled_because
    if field.id == "BT-141(a)-notice":
        words = CANCELLED_AND_AGAIN if facts.new_competition_follows else CANCELLED
        return {"": words.nb, "en": words.en}.get(language, "")
    return {"BT-140-notice": CANCEL, "BT-142": "clos-nw"}.get(field.id, "")


def _fits(field: Field, facts: CaseFacts, place: str) -> bool:
    """Whether a proposed text is true of the case: the aim is climate only when it counts."""
    return field.id != "BT-777" or bool(_strategic(facts, place))


def _translated(field: Field, facts: CaseFacts, place: str) -> str:
    """The English word for a common criterion."""
    if field.scope is not Scope.CRITERION or field.id != "BT-734":
        return ""
    found = criterion_at(facts, place)
    return ENGLISH.get(found.name.strip().lower(), "") if found else ""


def lot_of(place: str) -> str:
    """The lot of a place: `LOT-0001/AC-0002` is of LOT-0001."""
    return place.split("/", 1)[0]


def place_name(place: str, plan: Plan) -> str:
    """The lot and the criterion of a place by name; a lot that is alone needs none."""
    lot = next((each.title for each in plan.lots if each.key == lot_of(place)), "")
    key = place.partition("/")[2]
    criterion = next((each.name for each in plan.criteria.criteria if each.key == key), "")
    return " – ".join(name for name in (lot if len(plan.lots) > 1 else "", criterion) if name)


def criterion_at(facts: CaseFacts, place: str) -> AwardCriterion | None:
    """The award criterion of a place."""
    key = place.partition("/")[2]
    return next((each for each in facts.plan.criteria.criteria if each.key == key), None)


def criterion_code(each: AwardCriterion) -> str:
    """The code of a criterion (BT-539) with the Norwegian one for climate."""
    if each.kind is CriterionKind.QUALITY:
        return CLIMATE_CRITERION if each.climate else "quality"
    return each.kind.value


def _weight(each: AwardCriterion) -> str:
    """The weight as people write it: 40, not 40.0000."""
    return f"{each.weight_percent.normalize():f}"


def climate_exemption(facts: CaseFacts) -> str:
    """The Norwegian code that says why climate is no weighted criterion; empty without a ground."""
    ground = facts.plan.criteria.climate_ground
    return CLIMATE_GROUNDS[GroundKind(ground)] if ground else ""


def _nuts(facts: CaseFacts, _place: str) -> str:
    place = facts.plan.need.place.strip().upper()
    return place if len(place) == NUTS_LENGTH and place.startswith("NO") else ""


def _description(facts: CaseFacts, _place: str) -> str:
    need = facts.plan.need
    return need.description or need.need


def _lot(attribute: str) -> From:
    def value(facts: CaseFacts, place: str) -> str:
        lot = next((each for each in facts.lots if each.key == lot_of(place)), None)
        found = getattr(lot, attribute, None)
        return "" if found is None else str(found)

    return value


def _lot_description(facts: CaseFacts, place: str) -> str:
    return _lot("description")(facts, place) or _description(facts, place)


def _lot_cpv(facts: CaseFacts, place: str) -> str:
    return _lot("cpv")(facts, place) or facts.plan.need.cpv


def _lot_value(facts: CaseFacts, place: str) -> str:
    own = _lot("estimated_value_nok")(facts, place)
    if own or len(facts.lots) > 1:
        return own
    return _value(facts, place)


def _value(facts: CaseFacts, _place: str) -> str:
    value = facts.plan.need.estimated_value_nok
    stated = [each.estimated_value_nok for each in facts.lots]
    if len(stated) > 1 and all(each is not None for each in stated):
        return str(sum(each for each in stated if each is not None))
    if len(stated) > 1 and any(each is not None for each in stated):
        return ""
    return "" if value is None else str(value)


def _criterion(of: Callable[[AwardCriterion], str]) -> From:
    def value(facts: CaseFacts, place: str) -> str:
        found = criterion_at(facts, place)
        return of(found) if found else ""

    return value


def _instant(value: datetime | None) -> str:
    return value.astimezone(UTC).isoformat() if value else ""


def _won(attribute: str) -> From:
    def value(facts: CaseFacts, place: str) -> str:
        found = getattr(facts.result(lot_of(place)), attribute, None)
        return "" if found is None else str(found)

    return value


def _none_from_abroad(facts: CaseFacts, place: str) -> str:
    """Tenderers here have Norwegian organisation numbers."""
    return "0" if facts.result(lot_of(place)) else ""


def _strategic(facts: CaseFacts, place: str) -> str:
    """Climate in the criteria or the specification is an environmental aim by definition."""
    own = [each for each in facts.plan.criteria.criteria if each.lot in {"", lot_of(place)}]
    green = any(each.climate for each in own)
    return "env-imp" if green or climate_exemption(facts).endswith("-spec") else ""


def _award_notice(facts: CaseFacts, _place: str) -> str:
    awards = [each for each in facts.earlier if each.subtype in {"29", "30", "33"}]
    return awards[-1].reference if awards else ""


_KNOWN: Mapping[tuple[Scope, str], tuple[Source, From]] = {
    (Scope.COMPANY, "BT-500"): (ORGANISATION, lambda f, _p: f.buyer.name),
    (Scope.COMPANY, "BT-501"): (ORGANISATION, lambda f, _p: f.buyer.number),
    (Scope.COMPANY, "BT-510(a)"): (ORGANISATION, lambda f, _p: f.buyer.street),
    (Scope.COMPANY, "BT-512"): (ORGANISATION, lambda f, _p: f.buyer.postcode),
    (Scope.COMPANY, "BT-513"): (ORGANISATION, lambda f, _p: f.buyer.city),
    (Scope.COMPANY, "BT-506"): (ORGANISATION, lambda f, _p: f.buyer.email),
    (Scope.PROCEDURE, "BT-21"): (NEED, lambda f, _p: f.plan.need.title),
    (Scope.PROCEDURE, "BT-24"): (NEED, _description),
    (Scope.PROCEDURE, "BT-22"): (CASE, lambda f, _p: f.plan.reference),
    (Scope.PROCEDURE, "BT-23"): (NEED, lambda f, _p: NATURES[f.plan.need.kind]),
    (Scope.PROCEDURE, "BT-262"): (NEED, lambda f, _p: f.plan.need.cpv),
    (Scope.PROCEDURE, "BT-263"): (NEED, lambda f, _p: " ".join(f.plan.need.more_cpv)),
    (Scope.PROCEDURE, "BT-27"): (NEED, _value),
    (Scope.PROCEDURE, "BT-5071"): (NEED, _nuts),
    (Scope.PROCEDURE, "BT-105"): (
        PROCEDURE_PAGE,
        lambda f, _p: PROCEDURES.get(f.plan.procedure, ""),
    ),
    (Scope.PROCEDURE, "BT-31"): (
        PLATFORM,
        lambda f, _p: str(len(f.lots)) if len(f.lots) > 1 else "",
    ),
    (Scope.LOT, "BT-21"): (LOT_PAGE, _lot("title")),
    (Scope.LOT, "BT-24"): (LOT_PAGE, _lot_description),
    (Scope.LOT, "BT-262"): (LOT_PAGE, _lot_cpv),
    (Scope.LOT, "BT-27"): (LOT_PAGE, _lot_value),
    (Scope.LOT, "BT-36"): (NEED, lambda f, _p: str(f.plan.need.duration_months or "")),
    (Scope.LOT, "BT-536"): (
        NEED,
        lambda f, _p: f.plan.need.contract_start.isoformat() if f.plan.need.contract_start else "",
    ),
    (Scope.LOT, "BT-06"): (CRITERIA_PAGE, _strategic),
    (Scope.CRITERION, "BT-539"): (CRITERIA_PAGE, _criterion(criterion_code)),
    (Scope.CRITERION, "BT-541"): (
        CRITERIA_PAGE,
        _criterion(_weight),
    ),
    (Scope.CRITERION, "BT-734"): (CRITERIA_PAGE, _criterion(lambda c: c.name)),
    (Scope.CRITERION, "BT-540"): (CRITERIA_PAGE, _criterion(lambda c: c.description or c.name)),
    (Scope.LOT, "BT-131(d)"): (
        DEADLINE_PAGE,
        lambda f, _p: _instant(f.plan.deadlines.tender_deadline),
    ),
    (Scope.LOT, "BT-13(d)"): (
        DEADLINE_PAGE,
        lambda f, _p: _instant(f.plan.deadlines.question_deadline),
    ),
    (Scope.LOT, "BT-98"): (DEADLINE_PAGE, lambda f, _p: str(f.plan.deadlines.validity_days)),
    (Scope.LOT, "BT-15"): (PLATFORM, lambda f, _p: f.address),
    (Scope.LOT, "BT-18"): (PLATFORM, lambda f, _p: f.address),
    (Scope.LOT, "BT-17"): (PLATFORM, lambda _f, _p: "required"),
    (Scope.RESULT, "BT-759"): (AWARD, _won("received")),
    (Scope.RESULT, "BT-759:t-esubm"): (AWARD, _won("received")),
    (Scope.RESULT, "BT-759:t-sme"): (AWARD, _won("received_from_small")),
    (Scope.RESULT, "BT-759:t-oth-eea"): (AWARD, _none_from_abroad),
    (Scope.RESULT, "BT-759:t-no-eea"): (AWARD, _none_from_abroad),
    (Scope.WINNER, "BT-500"): (AWARD, _won("winner")),
    (Scope.WINNER, "BT-501"): (AWARD, _won("winner_number")),
    (Scope.WINNER, "BT-512"): (AWARD, _won("winner_postcode")),
    (Scope.WINNER, "BT-513"): (AWARD, _won("winner_city")),
    (Scope.WINNER, "BT-165"): (AWARD, _won("winner_size")),
    (Scope.TENDER, "BT-720"): (AWARD, _won("value")),
    (Scope.CONTRACT, "BT-1451"): (AWARD, _won("decided_on")),
    (Scope.CONTRACT, "BT-145"): (AWARD, _won("signed_on")),
    (Scope.NOTICE, "BT-1501(n)-Contract"): (EARLIER, _award_notice),
}

_PROPOSED: Mapping[tuple[Scope, str], str] = {
    (Scope.NOTICE, "BT-702(b)-notice"): "ENG",
    (Scope.BUYER, "BT-10"): "gen-pub",
    (Scope.BUYER, "BT-740"): "not-cont-ent",
    (Scope.PROCEDURE, "BT-106"): "false",
    (Scope.LOT, "BT-765"): "none",
    (Scope.LOT, "BT-766"): "none",
    (Scope.LOT, "BT-767"): "false",
    (Scope.LOT, "BT-115"): "true",
    (Scope.LOT, "BT-97"): "NOR",
    (Scope.LOT, "BT-63"): "not-allowed",
    (Scope.LOT, "BT-764"): "not-allowed",
    (Scope.LOT, "BT-743"): "required",
    (Scope.LOT, "BT-92"): "true",
    (Scope.LOT, "BT-93"): "true",
    (Scope.LOT, "BT-60"): "no-eu-funds",
    (Scope.LOT, "BT-71"): "none",
    (Scope.LOT, "BT-736"): "no",
    (Scope.LOT, "BT-58"): "0",
    (Scope.LOT, "BT-79"): "not-requ",
    (Scope.LOT, "BT-751"): "false",
    (Scope.LOT, "BT-761"): "false",
    (Scope.LOT, "BT-42"): "true",
    (Scope.LOT, "BT-41"): "true",
    (Scope.TENDER, "BT-773"): "not-known",
    (Scope.CONTRACT, "BT-768"): "false",
    (Scope.NOTICE, "BT-140-notice"): "cor-buy",
}

_TEXTS: Mapping[tuple[Scope, str], Words] = {
    (Scope.LOT, "BT-777"): Words(
        nb="Klima og miljø teller i valget av leverandør, slik LOA § 5b krever.",
        nn="Klima og miljø tel i valet av leverandør, slik LOA § 5b krev.",
        en="Climate and environment count in the award, as section 5b of the Procurement Act "
        "demands.",
    ),
    (Scope.LOT, "BT-99"): Words(
        nb="Krav om midlertidig forføyning må fremmes for tingretten før karensperioden er ute. "
        "Klage til KOFA må være mottatt innen seks måneder etter at kontrakten er inngått.",
        nn="Krav om mellombels åtgjerd må fremjast for tingretten før karensperioden er ute. "
        "Klage til KOFA må vere motteken innan seks månader etter at kontrakten er inngått.",
        en="A request for an interim injunction must be made to the district court before the "
        "standstill period ends. A complaint must reach the complaints board (KOFA) within six "
        "months after the contract is concluded.",
    ),
}
