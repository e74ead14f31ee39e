"""Deeds of the room: how people want their messages, and a letter that is tried again."""

from collections.abc import Collection, Mapping
from datetime import datetime

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Forbidden, Invalid, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record
from anskaff.records.models import NotificationChoice, OutgoingMail

NO_SUCH_FREQUENCY = FindingKind(
    code="notification-frequency-unknown",
    text=Words(
        nb="Valget «{choice}» finnes ikke.",
        nn="Valet «{choice}» finst ikkje.",
        en="There is no choice “{choice}”.",
    ),
    cure=Words(
        nb="Velg med en gang, daglig eller aldri.",
        nn="Vel med ein gong, dagleg eller aldri.",
        en="Choose at once, daily or never.",
    ),
)
ONLY_ADMINISTRATORS_RETRY = FindingKind(
    code="only-administrators-retry",
    text=Words(
        nb="Bare en administrator kan sende brev på nytt.",
        nn="Berre ein administrator kan sende brev på nytt.",
        en="Only an administrator can send letters again.",
    ),
    cure=Words(
        nb="Be en administrator om hjelp.",
        nn="Be ein administrator om hjelp.",
        en="Ask an administrator.",
    ),
)
NO_SUCH_LETTER = FindingKind(
    code="no-such-letter",
    text=Words(
        nb="Brevet finnes ikke, eller det er alt på vei.",
        nn="Brevet finst ikkje, eller det er alt på veg.",
        en="The letter does not exist, or it is already on its way.",
    ),
    cure=Words(
        nb="Last siden på nytt og se hvilke brev som har feilet.",
        nn="Last sida på nytt og sjå kva brev som har feila.",
        en="Reload the page to see which letters have failed.",
    ),
)


@deed(
    "records.notifications_chosen",
    nb="Endret hvilke varsler som kommer på e-post.",
    nn="Endra kva varsel som kjem på e-post.",
    en="Changed which messages come by e-mail.",
)
def choose_notifications(choices: Mapping[str, str], *, by: Actor, at: datetime) -> None:
    """Keep how often the actor wants each kind of message by e-mail: never, at-once or daily.

    Raises:
        Invalid: a frequency that does not exist.
    """
    del at
    for kind, choice in choices.items():
        if choice not in NotificationChoice.Frequency.values:
            raise Invalid(NO_SUCH_FREQUENCY.at(kind, choice=choice))
        NotificationChoice.objects.update_or_create(
            person=by.person, kind=kind, defaults={"frequency": choice}
        )
    record(f"person/{by.person}", audience=by.organisation)


@deed(
    "records.letter_retried",
    nb="Sendte et brev som hadde feilet, på nytt.",
    nn="Sende eit brev som hadde feila, på nytt.",
    en="Sent a failed letter again.",
)
def retry_letter(letter: int, recipients: Collection[str], *, by: Actor, at: datetime) -> None:
    """Let the worker try a failed letter again; `recipients` are the addresses `by` may see.

    Raises:
        Forbidden: `by` is no administrator.
        NotFound: no failed letter to one of those addresses.
    """
    if by.role is not Role.ADMINISTRATOR:
        raise Forbidden(ONLY_ADMINISTRATORS_RETRY.at("letter"))
    changed = OutgoingMail.objects.filter(
        id=letter, recipient__in=list(recipients), state=OutgoingMail.State.FAILED
    ).update(state=OutgoingMail.State.WAITING, tries=0, send_after=at, changed_at=at)
    if not changed:
        raise NotFound(NO_SUCH_LETTER.at("letter"))
    record(f"letter/{letter}", audience=by.organisation)


DEEDS = (choose_notifications, retry_letter)
