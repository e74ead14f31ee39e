"""Before opening nobody but the supplier learns that it tendered, or what (UX B9, FOA § 22-3).

Every address is visited as every role, first with no tender and then with two. No answer may name
a bidder or show content; and no answer may differ at all, so that not even a number tells.
"""

from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from anskaff.concepts.actor import Actor, Role
from anskaff.parties.models import Person
from anskaff.records.models import Notification, OutgoingMail
from tests import given
from tests.journeys import crawl

pytestmark = pytest.mark.django_db(transaction=True)

BIDDERS = ("Kvitrevla Anlegg AS", "Trolltinden Levering AS")
SECRETS = ("7654321.98", "7 654 321", "hemmelig-vedlegg", "Et svar ingen skal se")
MARKS = (*BIDDERS, *SECRETS, "Tilbyder 901", "Tilbyder 902")
# The log's size grows with every deed; it says that something happened somewhere, not what.
GROWS_WITH_ANY_DEED = ("/logg/", "/api/v1/log/")


def roles(case: given.ACase) -> dict[str, Actor | None]:
    """Everyone who might look, the public first."""
    other_buyer = given.a_buyer(77, name="Sørheia kommune")
    other_supplier = given.a_supplier(903, name="Uvedkommende AS")
    return {
        "public": None,
        "officer": case.officer,
        "opening officer": case.openers[0],
        "evaluator": case.evaluators[0],
        "administrator": given.a_person(case.buyer, Role.ADMINISTRATOR, "Admin Adminsen"),
        "leader": given.a_person(case.buyer, Role.LEADER, "Leder Ledersen"),
        "archivist": given.a_person(case.buyer, Role.ARCHIVIST, "Arkiv Arkivsen"),
        "another buyer": given.a_person(other_buyer, Role.PROCUREMENT_OFFICER, "Annen Innkjøper"),
        "another supplier": given.a_person(other_supplier, Role.TENDER_MANAGER, "Annen Tilbyder"),
    }


def logged_in(actor: Actor | None) -> Client:
    client = Client()
    if actor is not None:
        client.force_login(Person.objects.get(pk=actor.person))
    return client


def look_around(
    everyone: dict[str, Actor | None], reference: str
) -> dict[str, dict[str, crawl.Seen]]:
    known = {
        "reference": (reference.replace("/", "-"),),
        "ref": (reference.replace("/", "-"),),
        "case": (reference.replace("/", "-"),),
    }
    return {
        name: crawl.everything(
            logged_in(actor),
            known,
            skip=lambda address: address == "" or address.startswith(("/nn/", "/en/")),
        )
        for name, actor in everyone.items()
    }


def test_nobody_learns_who_tendered_or_what_before_opening(
    settings: LazySettings,
) -> None:
    settings.ANSKAFF_DEMO = False  # the demo's login page lists everyone
    case = given.a_published_competition()
    everyone = roles(case)
    bidders = [
        given.a_supplier_with_manager(900 + n, name=name) for n, name in enumerate(BIDDERS, 1)
    ]
    looking_at = given.DEADLINE - timedelta(days=2)
    with time_machine.travel(looking_at, tick=False):
        before = look_around(everyone, case.reference)
    letters = OutgoingMail.objects.count()
    told = Notification.objects.exclude(person__in=[one.person for one in bidders]).count()
    for bidder in bidders:
        given.a_delivered_tender(
            case.reference,
            bidder,
            prices={"PL-0001": "7654321.98"},
            files={"hemmelig-vedlegg.txt": b"Et svar ingen skal se"},
        )
    with time_machine.travel(looking_at, tick=False):
        after = look_around(everyone, case.reference)
    visited = 0
    for role, answers in after.items():
        for address, seen in answers.items():
            visited += 1
            shown = seen.body.decode(errors="replace") + seen.headers.decode(errors="replace")
            assert seen.status < 500, f"{role} at {address}"
            for mark in MARKS:
                assert mark not in shown, f"{role} sees {mark} at {address}"
            if not any(part in address for part in GROWS_WITH_ANY_DEED):
                assert address in before[role], f"{role} is shown a new address {address}"
                assert seen.steady == before[role][address].steady, f"{role} at {address}"
    assert visited > 300
    others = Notification.objects.exclude(person__in=[one.person for one in bidders]).count()
    assert others == told
    to_bidders = {Person.objects.get(pk=one.person).email for one in bidders}
    for letter in OutgoingMail.objects.order_by("id")[letters:]:
        assert letter.recipient in to_bidders
        assert not any(secret in letter.text + letter.title for secret in SECRETS)
    assert mail.outbox == []
