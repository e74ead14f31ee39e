"""Deeds: the opening of sealed tenders by the case's opening officers (O-1, O-2).

That two people must open is a rule of the house (`openers_required`), not of the law. Each officer
unwraps their shares with their own passphrase, which is used in memory and forgotten. When enough
have done so, the platform's shares are released and every envelope is opened at one instant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from anskaff.competition import drafts, opened_content, states
from anskaff.competition.access import seen_competition
from anskaff.competition.case_team import locked
from anskaff.competition.models import (
    Competition,
    EnvelopeShare,
    OpenedFile,
    OpenedTender,
    OpeningConfirmation,
    PlatformShare,
    TenderVersion,
)
from anskaff.competition.opened_answers import Answers
from anskaff.competition.opened_content import OpenedContent, versions_that_count
from anskaff.competition.sealing import officer_keys
from anskaff.competition.sealing.officer_keys import OfficerPrivateKey
from anskaff.competition.sealing.shamir import Share
from anskaff.competition.states import State
from anskaff.competition.supplier_access import to_the_second
from anskaff.competition.supplier_notices import OPENED, tell_team
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Invalid, Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

ALREADY_CONFIRMED = FindingKind(
    code="opening-already-confirmed",
    text=Words(
        nb="Du har alt åpnet din del i denne saken.",
        nn="Du har alt opna din del i denne saka.",
        en="You have already opened your part in this case.",
    ),
    cure=Words(
        nb="En annen åpner må bekrefte fra sin egen innlogging.",
        nn="Ein annan opnar må stadfeste frå si eiga innlogging.",
        en="Another opening officer must confirm from their own login.",
    ),
)
NO_KEY = FindingKind(
    code="opening-officer-has-no-key",
    text=Words(
        nb="Du har ingen åpningsnøkkel, og kan ikke åpne.",
        nn="Du har ingen opningsnøkkel, og kan ikkje opne.",
        en="You have no opening key and cannot open.",
    ),
    cure=Words(
        nb="Tilbudene er forseglet til andre åpnere; en av dem må åpne.",
        nn="Tilboda er forsegla til andre opnarar; ein av dei må opne.",
        en="The tenders are sealed to other officers; one of them must open.",
    ),
)
OLDER_KEY = FindingKind(
    code="opening-needs-older-key",
    text=Words(
        nb="Noen tilbud er forseglet til nøkkelen du laget {made}, som har en annen passordfrase.",
        nn="Nokre tilbod er forsegla til nøkkelen du laga {made}, som har ein annan passordfrase.",
        en="Some tenders are sealed to the key you made on {made}, which has another passphrase.",
    ),
    cure=Words(
        nb="Skriv også passordfrasen til den tidligere nøkkelen.",
        nn="Skriv òg passordfrasen til den tidlegare nøkkelen.",
        en="Write the passphrase of the earlier key too.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What one officer's confirmation led to.

    `failed` names, by receipt number, the findings of envelopes that did not open.
    """

    confirmed: int
    required: int
    is_open: bool
    tenders: int
    failed: Mapping[str, tuple[str, ...]]


@deed(
    "competition.opening_refused",
    nb="Forsøk på å åpne tilbudene ble avvist: {codes}",
    nn="Forsøk på å opne tilboda vart avvist: {codes}",
    en="An attempt to open the tenders was refused: {codes}",
)
def note_refused_opening(reference: str, codes: Sequence[str], *, by: Actor, at: datetime) -> None:
    """Note that someone tried to open and was refused (FOA § 22-3: attempts are traceable)."""
    del at
    record(reference, {"codes": ", ".join(codes)}, audience=by.organisation)


@deed(
    "competition.access_refused",
    nb="Forsøk på å se tilbudene ble avvist: {codes}",
    nn="Forsøk på å sjå tilboda vart avvist: {codes}",
    en="An attempt to see the tenders was refused: {codes}",
)
def note_refused_access(reference: str, codes: Sequence[str], *, by: Actor, at: datetime) -> None:
    """Note that someone was refused a look at the opened tenders (B13).

    Raises:
        NotFound: the actor does not work for the buyer of the case, so there is nothing to note.
    """
    del at
    seen_competition(reference, by)
    record(reference, {"codes": ", ".join(codes)}, audience=by.organisation)


@deed(
    "competition.tenders_opened",
    nb="Åpnet sin del av tilbudene ({confirmed} av {required}).",
    nn="Opna sin del av tilboda ({confirmed} av {required}).",
    en="Opened their part of the tenders ({confirmed} of {required}).",
    trace=note_refused_opening,
)
def open_tenders(
    reference: str,
    *,
    passphrase: str,
    earlier_passphrases: Sequence[str] = (),
    by: Actor,
    at: datetime,
) -> Opening:
    """Open one officer's part; the last one needed opens every envelope.

    An envelope that does not open is noted and does not stop the others.

    Args:
        reference: the case.
        passphrase: of the officer's key; used here and kept nowhere.
        earlier_passphrases: of keys that the officer replaced after tenders were sealed to them.
        by: an opening officer of the case.
        at: the server's time.

    Raises:
        Conflict: the deadline has not passed, the officer has confirmed before, or has no key.
        Invalid: a passphrase does not open a key that is needed.
    """
    competition = locked(reference, by, TeamRole.OPENING_OFFICER)
    states.require(competition.state, "open_tenders")
    deadline = competition.tender_deadline
    assert deadline is not None
    if at <= deadline:
        until = to_the_second(deadline)
        raise Conflict(opened_content.STILL_SEALED.at("opening", deadline=until))
    confirmations = OpeningConfirmation.objects.filter(competition=competition)
    if confirmations.filter(officer=by.person).exists():
        raise Conflict(ALREADY_CONFIRMED.at("opening"))
    versions = versions_that_count(competition.pk)
    keys = _unlocked(by, versions, (passphrase, *earlier_passphrases))
    for version in versions:
        _release(version, keys, by, at)
    OpeningConfirmation.objects.create(competition=competition, officer_id=by.person, at=at)
    confirmed, required = confirmations.count(), competition.openers_required
    failed: dict[str, tuple[str, ...]] = {}
    if confirmed >= required:
        failed = _open_all(competition, versions, at)
    tenders = OpenedTender.objects.filter(competition=competition).count()
    is_open = competition.state == State.OPENED
    facts: dict[str, Fact] = {"confirmed": confirmed, "required": required}
    if is_open:
        facts |= {
            "opened_at": at.isoformat(),
            "tenders": tenders,
            "versions": _what_was_opened(versions),
            "failed": {receipt: list(codes) for receipt, codes in failed.items()},
        }
    told = {"opened_at": at.isoformat()} if is_open else None
    record(reference, facts, public=told, audience=by.organisation)
    return Opening(
        confirmed=confirmed, required=required, is_open=is_open, tenders=tenders, failed=failed
    )


def _unlocked(
    by: Actor, versions: Sequence[TenderVersion], passphrases: Sequence[str]
) -> dict[int, OfficerPrivateKey]:
    """The officer's private keys that the envelopes need, by row; always the one in use too."""
    owned = parties.officer_keys_of(by.person)
    needed = set(
        EnvelopeShare.objects.filter(version__in=versions, officer=by.person).values_list(
            "officer_key_id", flat=True
        )
    )
    wanted = [key for key in owned if key.in_use or key.id in needed]
    if not wanted:
        raise Conflict(NO_KEY.at("passphrase"))
    unlocked = {}
    findings: list[Finding] = []
    for key in wanted:
        opened = _first_that_opens(key.protected, passphrases)
        if isinstance(opened, OfficerPrivateKey):
            unlocked[key.id] = opened
        elif key.in_use:
            findings.append(opened)
        else:
            findings.append(OLDER_KEY.at("earlier_passphrase", made=key.made_at))
    if findings:
        raise Invalid(*findings)
    return unlocked


def _first_that_opens(protected: bytes, passphrases: Sequence[str]) -> OfficerPrivateKey | Finding:
    """The key opened by one of the passphrases, or what is wrong with the first."""
    findings: list[Finding] = []
    for passphrase in passphrases:
        try:
            return officer_keys.unlock(protected, passphrase)
        except Invalid as refused:
            findings += refused.findings
    return findings[0]


def _release(
    version: TenderVersion, keys: Mapping[int, OfficerPrivateKey], by: Actor, at: datetime
) -> None:
    """Keep the officer's opened share; a share that is damaged stays closed."""
    share = version.shares.filter(officer=by.person).first()
    if share is None or share.officer_key_id not in keys:
        return
    try:
        opened = opened_content.release_share(version, keys[share.officer_key_id])
    except Unreadable:
        return
    share.released = opened.as_bytes()
    share.released_at = at
    share.save(update_fields=["released", "released_at"])


def _open_all(
    competition: Competition, versions: Sequence[TenderVersion], at: datetime
) -> dict[str, tuple[str, ...]]:
    """Open every envelope, forget the drafts, and say which envelopes did not open."""
    failed: dict[str, tuple[str, ...]] = {}
    number = 0
    for version in versions:
        PlatformShare.objects.filter(version=version).update(released_at=at)
        shares = [
            Share.from_bytes(bytes(share.released))
            for share in version.shares.all()
            if share.released is not None
        ]
        try:
            content = opened_content.unseal_version(version, shares, at=at)
        except (Unreadable, Conflict) as refused:
            failed[version.receipt_number] = tuple(each.code for each in refused.findings)
            version.opened = {"failed": list(failed[version.receipt_number])}
            version.save(update_fields=["opened"])
            continue
        number += 1
        damaged = _keep(competition, version, content, number, at)
        if damaged:
            failed[version.receipt_number] = damaged
    drafts.forget(competition)
    competition.state = State.OPENED
    competition.opened_at = at
    competition.save(update_fields=["state", "opened_at"])
    tell_team(competition, OPENED, at=at)
    return failed


def _keep(
    competition: Competition,
    version: TenderVersion,
    content: OpenedContent,
    number: int,
    at: datetime,
) -> tuple[str, ...]:
    """Keep what the buyer works with; codes for the files that were not those delivered."""
    said = content.statement
    answers = Answers(lots=said.lots, answers=said.answers, prices=said.prices)
    tender = OpenedTender.objects.create(
        version=version,
        competition=competition,
        supplier=version.tender.supplier,
        number=number,
        answers=answers.as_json(),
    )
    damaged: list[str] = []
    for position, stated in enumerate(said.files):
        try:
            _, sha256 = opened_content.store_file(content, position, at=at)
        except (Unreadable, FileNotFoundError):
            damaged.append(opened_content.FILE_CHANGED.code)
            continue
        OpenedFile.objects.create(
            tender=tender, name=stated.name, requirement=stated.requirement, stored_id=sha256
        )
    version.opened = {"statement": said.as_bytes().decode(), "failed": damaged}
    version.save(update_fields=["opened"])
    return tuple(damaged)


def _what_was_opened(versions: Sequence[TenderVersion]) -> list[Fact]:
    """Receipt, version and content hash of each envelope, in the order of delivery."""
    return [
        {
            "receipt": version.receipt_number,
            "version": version.number,
            "delivered_at": version.delivered_at.isoformat(),
            "content_sha256": version.content_sha256,
        }
        for version in versions
    ]


DEEDS = (note_refused_opening, note_refused_access, open_tenders)
