"""Who a notice names: the buyer, the review body and the winners, with keys of their own."""

from collections.abc import Iterator

from anskaff.competition.announcing.facts import CaseFacts
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.announcing.subtypes import SUBTYPES
from anskaff.competition.announcing.values import Values
from anskaff.concepts.notice import NoticeOrganisation, Texts

BUYER = "ORG-0001"
REVIEW = "ORG-0002"
FIRST_WINNER = 3
NORWAY = "NOR"


def winner_keys(values: Values, facts: CaseFacts) -> dict[str, str]:
    """The key of the winner of each lot; a supplier that wins several lots has one key."""
    keys: dict[str, str] = {}
    by_lot: dict[str, str] = {}
    for lot in facts.lots:
        name = values.text(Scope.WINNER, "BT-500", lot.key)
        if not name or values.text(Scope.RESULT, "BT-142", lot.key) not in {"", "selec-w"}:
            continue
        who = values.text(Scope.WINNER, "BT-501", lot.key) or name
        by_lot[lot.key] = keys.setdefault(who, f"ORG-{FIRST_WINNER + len(keys):04d}")
    return by_lot


def review_key(values: Values) -> str:
    """The key of the review body; empty when the notice names none."""
    return REVIEW if values.text(Scope.REVIEW_BODY, "BT-500") else ""


def organisations_of(values: Values, facts: CaseFacts) -> tuple[NoticeOrganisation, ...]:
    """All organisations of the notice, the buyer first."""
    return tuple(_organisations(values, facts))


def _organisations(values: Values, facts: CaseFacts) -> Iterator[NoticeOrganisation]:
    yield _organisation(values, Scope.COMPANY, "", BUYER)
    if review_key(values):
        yield _organisation(values, Scope.REVIEW_BODY, "", REVIEW)
    made: set[str] = set()
    if SUBTYPES[values.subtype].has_result:
        for lot, key in winner_keys(values, facts).items():
            if key not in made:
                made.add(key)
                yield _organisation(values, Scope.WINNER, lot, key)


def _organisation(values: Values, scope: Scope, place: str, key: str) -> NoticeOrganisation:
    def said(term: str) -> str:
        return values.text(scope, term, place)

    return NoticeOrganisation(
        key=key,
        name=Texts(dict.fromkeys(values.languages, said("BT-500"))),
        number=said("BT-501"),
        street=said("BT-510(a)"),
        postcode=said("BT-512"),
        city=said("BT-513"),
        nuts=said("BT-507"),
        country=NORWAY,
        website=said("BT-505"),
        contact=said("BT-502"),
        telephone=said("BT-503"),
        email=said("BT-506"),
        size=said("BT-165"),
    )
