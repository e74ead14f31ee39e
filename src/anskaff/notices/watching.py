"""Tell people who follow a search what has come; the worker asks every few seconds (UX S14, G18).

A message names the search and the first titles, which are public, and links to the hits.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from anskaff.concepts.actor import PUBLIC
from anskaff.concepts.words import Words
from anskaff.notices import wishes
from anskaff.notices.models import Notice, SavedSearch
from anskaff.notices.queries import finding
from anskaff.parties import queries as parties
from anskaff.records.notices import MessageKind, notify

# A notice is seen when the deed that registered it is done, a little after the deed's instant.
SETTLED_AFTER = timedelta(seconds=30)
TITLES = 10
COUNTED = 200
AT_ONCE = 100

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
        titles = [hit.title.in_(recipient.language) or hit.notice for hit in hits[:TITLES]]
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
        )
        return True


MESSAGE_KINDS = (HITS,)
