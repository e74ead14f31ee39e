"""Once: repeating a request gives the same answer, and the deed is not done again (D17).

A door hands over who asks, the key that came with the request (an `Idempotency-Key` header, or the
hidden field of a form) and the bytes of the request.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.models import OnceToken

KEPT_FOR = timedelta(days=7)
KEY_USED_FOR_ANOTHER = FindingKind(
    code="once-key-used-for-another",
    text=Words(
        nb="Nøkkelen er alt brukt til en annen forespørsel.",
        nn="Nøkkelen er alt brukt til ein annan førespurnad.",
        en="The key was already used for another request.",
    ),
    cure=Words(
        nb="Last siden på nytt, eller bruk en ny nøkkel.",
        nn="Last sida på nytt, eller bruk ein ny nøkkel.",
        en="Reload the page, or use a new key.",
    ),
    source="RFC 9110 § 9.2.2",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the first request was answered; `repeated` when this is not the first."""

    status: int
    text: str
    repeated: bool = False


def once(
    actor: str, key: str, request: bytes, carry_out: Callable[[], Answer], *, at: datetime
) -> Answer:
    """Carry out a request, or give the answer of the time it was carried out.

    All in one transaction: a second request with the same key waits for the first. When
    `carry_out` raises, nothing is kept and the request can be tried again.

    Raises:
        Conflict: the key came before with other bytes.
    """
    digest = sha256(request).hexdigest()
    with transaction.atomic():
        token, first = OnceToken.objects.get_or_create(
            actor=actor, key=key, defaults={"request_sha256": digest, "at": at}
        )
        if not first:
            if token.request_sha256 != digest:
                raise Conflict(KEY_USED_FOR_ANOTHER.at("key"))
            return Answer(status=token.status, text=token.answer, repeated=True)
        answer = carry_out()
        token.status, token.answer = answer.status, answer.text
        token.save(update_fields=["status", "answer"])
    return answer


def forget_old(at: datetime) -> int:
    """Drop answers older than a week and return how many."""
    count, _ = OnceToken.objects.filter(at__lt=at - KEPT_FOR).delete()
    return count
