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
    OpenedTender,
    OpeningConfirmation,
    TenderVersion,
)
from anskaff.competition.opened_content import versions_that_count
from anskaff.competition.opened_envelopes import failures_of, open_each, release, unlocked
from anskaff.competition.states import State
from anskaff.competition.supplier_access import to_the_second
from anskaff.competition.supplier_notices import OPENED, OPENED_LATE, tell_team
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
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

NOTHING_LEFT = FindingKind(
    code="nothing-left-to-open",
    text=Words(
        nb="Alle konvoluttene i saken er åpnet.",
        nn="Alle konvoluttane i saka er opna.",
        en="Every envelope of the case has been opened.",
    ),
    cure=Words(
        nb="Gå videre til kvalifikasjon.",
        nn="Gå vidare til kvalifikasjon.",
        en="Go on to qualification.",
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
    keys = unlocked(by, versions, (passphrase, *earlier_passphrases))
    for version in versions:
        release(version, keys, by, at)
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


@deed(
    "competition.opening_retried",
    nb="Prøvde igjen å åpne konvolutter som ikke lot seg åpne. Gjenstår: {left}.",
    nn="Prøvde igjen å opne konvoluttar som ikkje let seg opne. Står att: {left}.",
    en="Tried again to open envelopes that had not opened. Left: {left}.",
    trace=note_refused_opening,
)
def retry_opening(
    reference: str,
    *,
    passphrase: str,
    earlier_passphrases: Sequence[str] = (),
    by: Actor,
    at: datetime,
) -> Opening:
    """Try again to open what failed, with one more officer's shares or bytes from the backup.

    Any opening officer may try, also one who has opened their part. A tender that opens now gets
    the next number, and the team is told; the time of the opening stays.

    Args:
        reference: the case.
        passphrase: of the officer's key; used here and kept nowhere.
        earlier_passphrases: of keys that the officer replaced after tenders were sealed to them.
        by: an opening officer of the case.
        at: the server's time.

    Raises:
        Conflict: the tenders are not open, nothing failed, or the officer has no key.
        Invalid: a passphrase does not open a key that is needed.
    """
    competition = locked(reference, by, TeamRole.OPENING_OFFICER)
    states.require(competition.state, "retry_opening")
    versions = [one for one in versions_that_count(competition.pk) if failures_of(one)]
    if not versions:
        raise Conflict(NOTHING_LEFT.at("opening"))
    keys = unlocked(by, versions, (passphrase, *earlier_passphrases))
    for version in versions:
        release(version, keys, by, at)
    failed = open_each(versions, at)
    if len(failed) < len(versions):
        tell_team(competition, OPENED_LATE, at=at)
    tried: list[Fact] = [version.receipt_number for version in versions]
    facts: dict[str, Fact] = {
        "tried": tried,
        "left": len(failed),
        "failed": {receipt: list(codes) for receipt, codes in failed.items()},
    }
    record(reference, facts, audience=by.organisation)
    return Opening(
        confirmed=OpeningConfirmation.objects.filter(competition=competition).count(),
        required=competition.openers_required,
        is_open=True,
        tenders=OpenedTender.objects.filter(competition=competition).count(),
        failed=failed,
    )


def _open_all(
    competition: Competition, versions: Sequence[TenderVersion], at: datetime
) -> dict[str, tuple[str, ...]]:
    """Open every envelope, forget the drafts, and say which envelopes did not open."""
    failed = open_each(versions, at)
    drafts.forget(competition)
    competition.state = State.OPENED
    competition.opened_at = at
    competition.save(update_fields=["state", "opened_at"])
    tell_team(competition, OPENED, at=at)
    return failed


DEEDS = (note_refused_opening, note_refused_access, open_tenders, retry_opening)
