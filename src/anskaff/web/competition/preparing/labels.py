"""Words on the pages for our own keys: never a code alone (UX G3)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from anskaff.competition.plan import AnswerKind, RequirementKind
from anskaff.competition.queries.preparing import Sort
from anskaff.competition.states import State
from anskaff.competition.steps import Step
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.law.procedure_guide import Sector

Label = str | Promise

KINDS: dict[ContractKind, Label] = {
    ContractKind.GOODS: _("Varer"),
    ContractKind.SERVICES: _("Tjenester"),
    ContractKind.WORKS: _("Bygge- og anleggsarbeid"),
    ContractKind.SPECIAL_SERVICES: _("Særlige tjenester (vedlegg 2)"),
    ContractKind.HEALTH_SOCIAL: _("Helse- og sosialtjenester (vedlegg 3)"),
}
SECTORS: dict[Sector, Label] = {
    Sector.CLASSIC: _("Klassisk sektor"),
    Sector.UTILITIES: _("Forsyning (vann, energi, transport, post)"),
    Sector.CONCESSION: _("Konsesjon"),
    Sector.DEFENCE: _("Forsvar og sikkerhet"),
}
REQUIREMENT_KINDS: dict[RequirementKind, Label] = {
    RequirementKind.QUALIFICATION: _("Kvalifikasjonskrav til leverandøren"),
    RequirementKind.SPECIFICATION: _("Krav til det som leveres"),
    RequirementKind.CONTRACT: _("Kontraktsvilkår"),
}
ANSWER_KINDS: dict[AnswerKind, Label] = {
    AnswerKind.YES_NO: _("Ja eller nei"),
    AnswerKind.TEXT: _("Tekst"),
    AnswerKind.FILE: _("Fil"),
}
CRITERION_KINDS: dict[CriterionKind, Label] = {
    CriterionKind.PRICE: _("Pris (regnes ut)"),
    CriterionKind.COST: _("Kostnad (regnes ut)"),
    CriterionKind.QUALITY: _("Kvalitet (vurderes)"),
}
TEAM_ROLES: dict[TeamRole, Label] = {
    TeamRole.PROCUREMENT_OFFICER: _("Innkjøper"),
    TeamRole.OPENING_OFFICER: _("Åpner"),
    TeamRole.EVALUATOR: _("Evaluator"),
}
SORTS: dict[Sort, Label] = {
    Sort.NEWEST: _("Nyeste sak først"),
    Sort.DEADLINE: _("Nærmeste tilbudsfrist"),
    Sort.TITLE: _("Tittel"),
}
STEPS: dict[Step, Label] = {
    Step.COMPLETE: _("Gjør ferdig utkastet"),
    Step.ANNOUNCE: _("Skriv og publiser kunngjøringen"),
    Step.FOLLOW: _("Vent på TED"),
    Step.PUBLISH: _("Kunngjør konkurransen"),
    Step.ANSWER: _("Svar på spørsmål"),
    Step.WAIT: _("Vent til tilbudsfristen"),
    Step.OPEN: _("Åpne tilbudene"),
    Step.EVALUATE: _("Evaluer tilbudene"),
    Step.AWARD: _("Velg leverandør"),
    Step.SIGN: _("Signer kontrakten etter karens"),
    Step.ANNOUNCE_RESULT: _("Kunngjør resultatet"),
    Step.MAY_ANNOUNCE_RESULT: _("Kunngjør resultatet (frivillig)"),
    Step.ANNOUNCE_CANCELLATION: _("Kunngjør avlysningen"),
    Step.NONE: _("Ingenting gjenstår"),
}
PHASES: tuple[tuple[State, Label], ...] = (
    (State.DRAFT, _("Forberede")),
    (State.PUBLISHED, _("Motta tilbud")),
    (State.OPENED, _("Evaluere")),
    (State.EVALUATED, _("Tildele")),
    (State.AWARDED, _("Karens")),
    (State.SIGNED, _("Kontrakt")),
)
LANGUAGE_NAMES: dict[str, Label] = {
    "nb": _("Bokmål"),
    "nn": _("Nynorsk"),
    "en": _("Engelsk"),
}
IMPORTED: dict[str, Label] = {
    "buyer": _("Oppdragsgiver i kunngjøringen"),
    "buyer_number": _("Organisasjonsnummer i kunngjøringen"),
    "notice": _("Kunngjøringens id"),
    "publication": _("Publiseringsnummer"),
    "subtype": _("Kunngjøringstype (eForms)"),
    "published": _("Sendt"),
    "value": _("Verdi i kunngjøringen"),
    "languages": _("Språk i kunngjøringen"),
    "procedure_type": _("Prosedyre i kunngjøringen"),
    "legal_basis": _("Rettslig grunnlag i kunngjøringen"),
}
