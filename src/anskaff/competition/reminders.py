"""Reminders to those whose tender is not delivered yet (UX S5, G18): 7 days, 2 days, 4 hours."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from anskaff.competition import drafts
from anskaff.competition.models import Tender, TenderVersion
from anskaff.competition.states import State
from anskaff.competition.supplier_access import to_the_second
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records import notices
from anskaff.records.notices import MessageKind

MOMENTS = (
    ("7d", timedelta(days=7)),
    ("2d", timedelta(days=2)),
    ("4h", timedelta(hours=4)),
)

NOT_DELIVERED = MessageKind(
    code="tender-not-delivered",
    title=Words(
        nb="Tilbudet i sak {reference} er ikke levert",
        nn="Tilbodet i sak {reference} er ikkje levert",
        en="The tender in case {reference} is not delivered",
    ),
    text=Words(
        nb="Utkastet gjelder ikke før det er levert. Fristen er {deadline} (norsk tid). Lever her:",
        nn="Utkastet gjeld ikkje før det er levert. Fristen er {deadline} (norsk tid). Lever her:",
        en="The draft does not count until it is delivered. The deadline is {deadline} "
        "(Norwegian time). Deliver here:",
    ),
)


def send_reminders(at: datetime) -> int:
    """Remind the owners of undelivered drafts and return how many were reminded.

    Each moment is used once per tender, so running it often, or twice at once, sends no more.
    """
    waiting = Tender.objects.filter(
        competition__state=State.PUBLISHED.value,
        competition__tender_deadline__gt=at,
        competition__tender_deadline__lte=at + MOMENTS[0][1],
    ).exclude(versions__in=_standing())
    return sum(_remind(tender, at) for tender in waiting.values_list("pk", flat=True))


def _standing() -> QuerySet[TenderVersion]:
    return TenderVersion.objects.filter(withdrawn_at=None)


def _remind(tender_id: int, at: datetime) -> bool:
    with transaction.atomic():
        tender = (
            Tender.objects.select_for_update(of=("self",))
            .select_related("competition__case")
            .get(pk=tender_id)
        )
        deadline = tender.competition.tender_deadline
        assert deadline is not None
        draft = drafts.read(tender)
        reached = tuple(name for name, before in MOMENTS if deadline - at <= before)
        if not reached or reached[-1] in draft.reminded:
            return False
        tender.draft = drafts.kept(replace(draft, reminded=reached), tender)
        tender.save(update_fields=["draft"])
        reference = tender.competition.case.reference
        notices.notify(
            parties.recipients({tender.started_by_id}),
            NOT_DELIVERED,
            subject=reference,
            path=f"/leverandor/tilbud/{reference.replace('/', '-')}/",
            facts={"reference": reference, "deadline": to_the_second(deadline)},
            at=at,
        )
        return True
