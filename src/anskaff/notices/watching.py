"""Tell people who follow a search what has come; the worker asks every few seconds (UX S14, G18).

A message names the search and the first hits, which are public, and links to all of them. Its
letter has a link that stops the messages without logging in, which mail readers show as a button.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Max

from anskaff.concepts import formatting
from anskaff.concepts.actor import PUBLIC
from anskaff.concepts.words import Words
from anskaff.notices import wishes
from anskaff.notices.hits import Hit
from anskaff.notices.models import Notice, SavedSearch
from anskaff.notices.queries import finding
from anskaff.parties import queries as parties
from anskaff.records.notices import MessageKind, notify

# A notice is seen when the deed that registered it is done, a little after the deed's instant.
SETTLED_AFTER = timedelta(seconds=30)
TITLES = 10
COUNTED = 200
AT_ONCE = 100
SALT = "notices.stop-letters"

CORRECTED = Words(nb="Rettet", nn="Retta", en="Corrected")
DEADLINE = Words(nb="frist {at}", nn="frist {at}", en="deadline {at}")
STOP = Words(
    nb="Slutt å få beskjed om dette søket: {address}",
    nn="Slutt å få melding om dette søket: {address}",
    en="Stop messages about this search: {address}",
)

HITS = MessageKind(
    code="saved-search-hits",
    title=Words(
        nb="Nye kunngjøringer ({count}): {name}",
        nn="Nye kunngjeringar ({count}): {name}",
        en="New notices ({count}): {name}",
    ),
    text=Words(
        nb="Nytt i det lagrede søket «{name}»:\n\n{titles}",
        nn="Nytt i det lagra søket «{name}»:\n\n{titles}",
        en="New in the saved search “{name}”:\n\n{titles}",
    ),
)


def tell_followers(at: datetime) -> int:
    """Tell of notices registered since each search was last told of; how many people were told.

    Each notice is told of once per search, however often and by how many workers this is run.
    """
    settled = at - SETTLED_AFTER
    arrived = Notice.objects.filter(registered_at__lte=settled)
    came = arrived.aggregate(newest=Max("registered_at"))["newest"]
    if came is None:
        return 0
    waiting = SavedSearch.objects.filter(paused=False, told_until__lt=came).order_by("told_until")
    return sum(
        _tell(pk, settled, at) for pk in list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    )


def _tell(search: int, settled: datetime, at: datetime) -> bool:
    with transaction.atomic():
        rows = SavedSearch.objects.select_for_update(skip_locked=True, of=("self",))
        row = rows.filter(pk=search, paused=False, told_until__lt=settled).first()
        if row is None:
            return False
        hits = finding.registered_since(
            wishes.from_json(row.wish), PUBLIC, settled, since=row.told_until, limit=COUNTED
        )
        row.told_until = settled
        row.save(update_fields=["told_until"])
        (recipient,) = parties.recipients([row.person_id]) or (None,)
        if not hits or recipient is None:
            return False
        address = f"{settings.ANSKAFF_BASE_URL}/{recipient.language}{stop_path(row.pk)}"
        titles = [_line(hit, recipient.language) for hit in hits[:TITLES]]
        more = ["…"] if len(hits) > TITLES else []
        notify(
            [recipient],
            HITS,
            subject=f"search/{row.pk}",
            path=f"/kunngjoringer/?{row.query}" if row.query else "/kunngjoringer/",
            facts={
                "name": row.name,
                "count": str(len(hits)),
                "titles": "\n".join(f"- {title}" for title in (*titles, *more)),
            },
            at=at,
            ending=STOP.in_(recipient.language).format(address=address),
            stop_address=address,
        )
        return True


def _line(hit: Hit, language: str) -> str:
    """A hit in one line: what, who buys, and until when."""
    title = hit.title.in_(language) or hit.notice
    deadline = formatting.instant(hit.deadline, language) if hit.deadline else ""
    said = (
        f"{CORRECTED.in_(language)}: {title}" if hit.corrects else title,
        ", ".join(hit.buyers),
        DEADLINE.in_(language).format(at=deadline) if deadline else "",
    )
    return " – ".join(filter(None, said))


def stop_path(search: int) -> str:
    """The address in letters that stops them, without language; only we can make it."""
    return f"/lagrede-sok/stopp/{Signer(salt=SALT).sign(str(search))}/"


def search_of(signed: str) -> int | None:
    """The search whose letters an address stops; None when we did not make it."""
    try:
        return int(Signer(salt=SALT).unsign(signed))
    except (BadSignature, ValueError):
        return None


MESSAGE_KINDS = (HITS,)
