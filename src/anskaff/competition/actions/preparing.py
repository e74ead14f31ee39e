"""Deeds: make a case and prepare it: need, deadlines, team and documents.

A draft may be saved with errors; `readiness` tells what stops its publication. Each deed takes
`seen`, the stamp of the section as the person saw it (`plan.mark`), and refuses when another
person has changed it since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from anskaff.competition import bounds
from anskaff.competition.access import locked_competition
from anskaff.competition.case_numbers import new_case
from anskaff.competition.drafting import begin_case, buyer_of, changed
from anskaff.competition.file_types import EMPTY_FILE
from anskaff.competition.models import (
    Competition,
    CompetitionDocument,
    TeamMember,
)
from anskaff.competition.plan import Deadlines, Need, deadlines_of, need_of, team_of
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Invalid, NotFound
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law import procedure_guide
from anskaff.law.procedure_guide import Answers, Procedure
from anskaff.parties import queries as parties
from anskaff.records import files
from anskaff.records.deeds import deed, record

LANGUAGES = ("nb", "nn", "en")
LONGEST_MONTHS = 1200
LONGEST_VALIDITY_DAYS = 366
LONGEST_STANDSTILL_DAYS = 90
MOST_DOCUMENTS = 200

UNKNOWN_LANGUAGE = FindingKind(
    code="unknown-language",
    text=Words(
        nb="Språket «{language}» er ikke et av språkene våre.",
        nn="Språket «{language}» er ikkje eit av språka våre.",
        en="“{language}” is not one of our languages.",
    ),
    cure=Words(
        nb="Velg bokmål, nynorsk eller engelsk.",
        nn="Vel bokmål, nynorsk eller engelsk.",
        en="Choose Bokmål, Nynorsk or English.",
    ),
)
NOT_A_COLLEAGUE = FindingKind(
    code="team-member-not-in-organisation",
    text=Words(
        nb="En person i laget arbeider ikke i virksomheten.",
        nn="Ein person i laget arbeider ikkje i verksemda.",
        en="A person in the team does not work in the organisation.",
    ),
    cure=Words(
        nb="Inviter personen til virksomheten først.",
        nn="Inviter personen til verksemda først.",
        en="Invite the person to the organisation first.",
    ),
)
NO_OFFICER_LEFT = FindingKind(
    code="team-without-procurement-officer",
    text=Words(
        nb="Laget må ha minst én innkjøper.",
        nn="Laget må ha minst éin innkjøpar.",
        en="The team needs at least one procurement officer.",
    ),
    cure=Words(
        nb="La en innkjøper stå i laget.",
        nn="La ein innkjøpar stå i laget.",
        en="Keep a procurement officer in the team.",
    ),
)
NO_SUCH_DOCUMENT = FindingKind(
    code="no-such-document",
    text=Words(
        nb="Dokumentet finnes ikke i saken.",
        nn="Dokumentet finst ikkje i saka.",
        en="The document is not in the case.",
    ),
    cure=Words(
        nb="Last siden på nytt; noen kan ha fjernet det.",
        nn="Last sida på nytt; nokon kan ha fjerna det.",
        en="Reload the page; someone may have removed it.",
    ),
)
DOCUMENT_NAME_TAKEN = FindingKind(
    code="document-name-taken",
    text=Words(
        nb="Det finnes alt et dokument som heter «{name}».",
        nn="Det finst alt eit dokument som heiter «{name}».",
        en="There is a document called “{name}” already.",
    ),
    cure=Words(
        nb="Fjern det gamle først, eller gi filen et annet navn.",
        nn="Fjern det gamle først, eller gi fila eit anna namn.",
        en="Remove the old one first, or give the file another name.",
    ),
)


@deed(
    "competition.case_created",
    nb="Opprettet saken «{title}».",
    nn="Oppretta saka «{title}».",
    en="Created the case “{title}”.",
)
def create_case(
    title: str,
    answers: Answers,
    *,
    chosen: Procedure | None = None,
    deviation_reason: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Make a draft from the six answers of the guide (B2) and return its reference.

    Without `chosen` the proposed procedure is used. The actor becomes its procurement officer,
    and the competition has one lot until the buyer divides it.

    Raises:
        Forbidden: the actor is no procurement officer of a buyer.
        Invalid: the title or reason does not fit, or another procedure lacks its reason.
    """
    buyer = buyer_of(by)
    proposal = procedure_guide.propose(answers, on=legal_day(at))
    procedure = chosen or proposal.procedure
    bounds.require(
        (
            *bounds.text("title", title, bounds.TITLE, required=True),
            *bounds.text("deviation_reason", deviation_reason),
            *bounds.text("place", answers.place, 10),
            *bounds.amount("value", answers.value.amount),
            *bounds.whole("duration_months", answers.duration_months, 1, LONGEST_MONTHS),
            *procedure_guide.check_choice(
                proposal.applicable.part, procedure, reason=deviation_reason
            ),
        )
    )
    case = new_case(by.organisation, by=by, at=at)
    competition = Competition.objects.create(
        case=case,
        buyer_id=by.organisation,
        title=title.strip(),
        kind=answers.kind.value,
        buyer_kind=answers.buyer.value,
        estimated_value_nok=answers.value.amount,
        duration_months=answers.duration_months,
        place=answers.place,
        guide_answers=_kept(answers),
        regulation_part=proposal.applicable.part.value,
        procedure=procedure.value,
        deviation_reason=deviation_reason.strip(),
        standstill_days=proposal.standstill.proposed_days or 0,
        openers_required=buyer.openers_required,
    )
    begin_case(competition, by=by, at=at)
    record(
        case.reference,
        {
            "title": competition.title,
            "procedure": procedure.value,
            "part": competition.regulation_part,
            "deviation_reason": competition.deviation_reason,
        },
    )
    return case.reference


@deed(
    "competition.need_set",
    nb="Endret behov og beskrivelse.",
    nn="Endra behov og skildring.",
    en="Changed need and description.",
)
def set_need(
    reference: str, need: Need, *, seen: str = "", by: Actor, at: datetime
) -> tuple[Finding, ...]:
    """Replace what is bought and why; returns the findings to show.

    Raises:
        Invalid: a text or number does not fit. Also what `locked_competition` raises.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, need_of(competition))
    bounds.require(_need_findings(need))
    competition.lots.filter(title=competition.title).update(title=need.title.strip())
    competition.title = need.title.strip()
    competition.kind = need.kind.value
    competition.estimated_value_nok = need.estimated_value_nok
    competition.need = need.need
    competition.description = need.description
    competition.cpv = need.cpv
    competition.more_cpv = list(need.more_cpv)
    competition.place = need.place
    competition.duration_months = need.duration_months
    competition.contract_start = need.contract_start
    competition.language = need.language
    return changed(competition, Page.NEED, by=by, at=at)


@deed(
    "competition.procedure_set",
    nb="Valgte prosedyren {procedure}. Begrunnelse: {reason}",
    nn="Valde prosedyren {procedure}. Grunngiving: {reason}",
    en="Chose the procedure {procedure}. Reason: {reason}",
)
def set_procedure(
    reference: str,
    procedure: Procedure,
    *,
    deviation_reason: str = "",
    seen: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Choose the procedure, with a reason when it is not the proposed one; findings tell if not.

    Raises:
        Invalid: the reason does not fit. Also what `locked_competition` raises.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, (competition.procedure, competition.deviation_reason))
    bounds.require(bounds.text("deviation_reason", deviation_reason))
    competition.procedure = procedure.value
    competition.deviation_reason = deviation_reason.strip()
    facts = {"procedure": procedure.value, "reason": competition.deviation_reason}
    return changed(competition, Page.PROCEDURE, facts, by=by, at=at)


@deed(
    "competition.deadlines_set",
    nb="Endret frister.",
    nn="Endra fristar.",
    en="Changed deadlines.",
)
def set_deadlines(
    reference: str, deadlines: Deadlines, *, seen: str = "", by: Actor, at: datetime
) -> tuple[Finding, ...]:
    """Replace the deadlines of a draft; a deadline that is too early may be saved.

    Raises:
        Invalid: a number or text does not fit. Also what `locked_competition` raises.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, deadlines_of(competition))
    bounds.require(
        (
            *bounds.text("short_deadline_reason", deadlines.short_deadline_reason),
            *bounds.whole("validity_days", deadlines.validity_days, 1, LONGEST_VALIDITY_DAYS),
            *bounds.whole("standstill_days", deadlines.standstill_days, 0, LONGEST_STANDSTILL_DAYS),
        )
    )
    for name, value in asdict(deadlines).items():
        setattr(competition, name, value)
    return changed(competition, Page.DEADLINES, by=by, at=at)


@deed(
    "competition.team_set",
    nb="Endret laget i saken.",
    nn="Endra laget i saka.",
    en="Changed the team of the case.",
)
def set_team(
    reference: str,
    members: Sequence[tuple[int, TeamRole]],
    *,
    seen: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Replace the team: pairs of person and task; one person may have several tasks.

    Raises:
        Invalid: a person is not in the organisation, or no procurement officer is left.
    """
    competition = locked_competition(reference, by, "prepare")
    bounds.require_unchanged(seen, team_of(competition))
    wanted = frozenset(members)
    colleagues = {one.person for one in parties.colleagues(by)}
    findings = []
    if any(person not in colleagues for person, _ in wanted):
        findings.append(NOT_A_COLLEAGUE.at("team"))
    if all(role is not TeamRole.PROCUREMENT_OFFICER for _, role in wanted):
        findings.append(NO_OFFICER_LEFT.at("team"))
    bounds.require(findings)
    for member in TeamMember.objects.filter(case=competition.case):
        if (member.person_id, TeamRole(member.role)) not in wanted:
            member.delete()
    for person, role in sorted(wanted):
        TeamMember.objects.get_or_create(
            case=competition.case, person_id=person, role=role.value, defaults={"since": at}
        )
    return changed(competition, Page.TEAM, by=by, at=at)


@deed(
    "competition.document_added",
    nb="La til dokumentet «{name}».",
    nn="La til dokumentet «{name}».",
    en="Added the document “{name}”.",
)
def add_document(
    reference: str,
    name: str,
    chunks: Iterable[bytes],
    *,
    media_type: str,
    by: Actor,
    at: datetime,
) -> int:
    """Store a procurement document and return its id; its bytes are kept once per content.

    Raises:
        Invalid: no name, no bytes, or a name that is taken.
    """
    competition = locked_competition(reference, by, "prepare")
    shown = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    findings = bounds.text("name", shown, bounds.TITLE, required=True)
    in_use = competition.documents.filter(replaced_at=None)
    findings += bounds.whole("documents", in_use.count() + 1, 0, MOST_DOCUMENTS)
    if in_use.filter(name=shown).exists():
        findings.append(DOCUMENT_NAME_TAKEN.at("name", name=shown))
    bounds.require(findings)
    stored = files.store(chunks, media_type=media_type[:120], at=at)
    if stored.size == 0:
        raise Invalid(EMPTY_FILE.at("file", name=shown))
    document = CompetitionDocument.objects.create(
        competition=competition, name=shown, stored=stored, added_at=at
    )
    competition.version += 1
    competition.save(update_fields=["version"])
    record(reference, {"name": shown, "sha256": stored.sha256, "size": stored.size})
    return document.pk


@deed(
    "competition.document_removed",
    nb="Fjernet dokumentet «{name}».",
    nn="Fjerna dokumentet «{name}».",
    en="Removed the document “{name}”.",
)
def remove_document(reference: str, document: int, *, by: Actor, at: datetime) -> None:
    """Take a document out of a draft; its bytes stay in the file store.

    Raises:
        NotFound: no such document in use in the case.
    """
    competition = locked_competition(reference, by, "prepare")
    row = competition.documents.filter(pk=document, replaced_at=None).first()
    if row is None:
        raise NotFound(NO_SUCH_DOCUMENT.at("document"))
    row.replaced_at = at
    row.save(update_fields=["replaced_at"])
    competition.version += 1
    competition.save(update_fields=["version"])
    record(reference, {"name": row.name, "sha256": row.stored_id})


def _kept(answers: Answers) -> dict[str, str | int | bool | None]:
    """The answers as they stand in the case."""
    return {
        "kind": answers.kind.value,
        "value_nok": str(answers.value.amount),
        "buyer": answers.buyer.value,
        "start_on": answers.start_on.isoformat(),
        "duration_months": answers.duration_months,
        "place": answers.place,
        "sector": answers.sector.value,
        "framework": answers.framework,
    }


def _need_findings(need: Need) -> list[Finding]:
    findings = [
        *bounds.text("title", need.title, bounds.TITLE, required=True),
        *bounds.text("need", need.need),
        *bounds.text("description", need.description),
        *bounds.text("cpv", need.cpv, 10),
        *bounds.text("place", need.place, 10),
        *bounds.amount("estimated_value_nok", need.estimated_value_nok),
        *bounds.whole("duration_months", need.duration_months, 1, LONGEST_MONTHS),
    ]
    if need.language not in LANGUAGES:
        findings.append(UNKNOWN_LANGUAGE.at("language", language=need.language))
    return findings


FINDING_KINDS = (
    UNKNOWN_LANGUAGE,
    NOT_A_COLLEAGUE,
    NO_OFFICER_LEFT,
    NO_SUCH_DOCUMENT,
    DOCUMENT_NAME_TAKEN,
)
DEEDS = (
    create_case,
    set_need,
    set_procedure,
    set_deadlines,
    set_team,
    add_document,
    remove_document,
)
