"""Answers that a correction of the notice touches: the supplier confirms each anew (UX S9).

What is bought, the lots, the procedure, the criteria and the terms touch the answers to the
requirements and the prices, of one lot when they stand there. Deadlines, addresses and the review
body touch none. A draft is never emptied.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from anskaff.competition.announcing.changes import Difference
from anskaff.competition.announcing.drafting import corrected, snapshot_of
from anskaff.competition.announcing.fields import PER_LOT, Scope, Theme
from anskaff.competition.announcing.known import lot_of
from anskaff.competition.asked import given_in
from anskaff.competition.completeness import Asked, shortened
from anskaff.competition.drafts import Draft, UploadDetails
from anskaff.competition.models import Competition, NoticeDraft, Tender, Upload
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

TOUCHING = frozenset({Theme.OBJECT, Theme.LOTS, Theme.PROCEDURE, Theme.CRITERIA, Theme.TERMS})

CONFIRM_ANSWER = FindingKind(
    code="tender-answer-to-confirm",
    text=Words(
        nb="Svaret på «{text}» er gitt før konkurransen ble endret.",
        nn="Svaret på «{text}» er gitt før konkurransen vart endra.",
        en="The answer to “{text}” was given before the competition was changed.",
    ),
    cure=Words(
        nb="Les hva som er endret. Bekreft svaret på oversikten, eller endre det.",
        nn="Les kva som er endra. Stadfest svaret på oversikta, eller endre det.",
        en="Read what has changed. Confirm the answer on the overview, or change it.",
    ),
    source="FOA §§ 8-4, 14-2",
)
CONFIRM_PRICE = FindingKind(
    code="tender-price-to-confirm",
    text=Words(
        nb="Prisen på «{text}» er gitt før konkurransen ble endret.",
        nn="Prisen på «{text}» er gitt før konkurransen vart endra.",
        en="The price of “{text}” was given before the competition was changed.",
    ),
    cure=Words(
        nb="Les hva som er endret. Bekreft prisen på oversikten, eller endre den.",
        nn="Les kva som er endra. Stadfest prisen på oversikta, eller endre han.",
        en="Read what has changed. Confirm the price on the overview, or change it.",
    ),
    source="FOA §§ 8-4, 14-2",
)
CODES = frozenset({CONFIRM_ANSWER.code, CONFIRM_PRICE.code})


def to_confirm(
    tender: Tender, draft: Draft, uploads: Sequence[tuple[Upload, UploadDetails]], asked: Asked
) -> tuple[Finding, ...]:
    """The given answers and prices that a correction has touched since they were given.

    `where` is `requirements.KEY` or `prices.KEY`.
    """
    touched = _touched(tender.competition, asked)
    if not touched:
        return ()
    given, given_at = given_in(draft, uploads), _given_at(draft, uploads)
    waiting = {key for key, at in touched.items() if at > given_at.get(key, tender.started_at)}
    answered = {key for key, text in given.answers.items() if text.strip()}
    answered |= given.file_requirements
    return (
        *(
            CONFIRM_ANSWER.at(f"requirements.{one.key}", text=shortened(one.text))
            for one in asked.requirements_for(given.lots)
            if one.key in waiting & answered
        ),
        *(
            CONFIRM_PRICE.at(f"prices.{one.key}", text=shortened(one.description))
            for one in asked.prices_for(given.lots)
            if one.key in waiting and given.prices.get(one.key)
        ),
    )


def _given_at(
    draft: Draft, uploads: Sequence[tuple[Upload, UploadDetails]]
) -> Mapping[str, datetime]:
    """When answers, prices and files were last given or confirmed."""
    found = dict(draft.given_at)
    for row, details in uploads:
        before = found.get(details.requirement)
        if row.complete_at and (before is None or before < row.complete_at):
            found[details.requirement] = row.complete_at
    return found


def _touched(competition: Competition, asked: Asked) -> Mapping[str, datetime]:
    """When each requirement and price line was touched last."""
    found: dict[str, datetime] = {}
    for at, changed in _corrections(competition):
        if lots := _lots_touched(changed, asked):
            found |= {one.key: at for one in asked.requirements_for(lots)}
            found |= {one.key: at for one in asked.prices_for(lots)}
    return found


def _corrections(competition: Competition) -> Iterator[tuple[datetime, tuple[Difference, ...]]]:
    rows = (
        NoticeDraft.objects.filter(
            competition=competition, sent_at__isnull=False, previous__isnull=False
        )
        .exclude(next__replaces=True)
        .select_related("competition__case__buyer", "previous")
        .order_by("sent_at", "pk")
    )
    for row in rows:
        if corrected(row) is not None and row.sent_at is not None:
            yield row.sent_at, snapshot_of(row, row.sent_at).changed


def _lots_touched(changed: Sequence[Difference], asked: Asked) -> tuple[str, ...]:
    """The lots whose answers the changes touch; all, when one is about the whole procurement."""
    touching = [each for each in changed if each.field.theme in TOUCHING]
    if any(each.field.scope not in PER_LOT | {Scope.CRITERION} for each in touching):
        return tuple(asked.lots)
    places = {lot_of(each.place) for each in touching}
    return tuple(key for key in asked.lots if key in places)


FINDING_KINDS = (CONFIRM_ANSWER, CONFIRM_PRICE)
