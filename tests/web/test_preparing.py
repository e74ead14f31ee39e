"""The buyer's pages: from the six questions to a published competition, without JavaScript."""

import pytest
from django.test import Client
from django.urls import reverse

from anskaff.concepts.actor import Actor
from anskaff.parties.models import Person
from tests import given

pytestmark = pytest.mark.django_db
SECTIONS = (
    "case",
    "case-need",
    "case-lots",
    "case-requirements",
    "case-criteria",
    "case-prices",
    "case-documents",
    "case-deadlines",
    "case-team",
    "case-preview",
    "case-publish",
)


def browser_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def ref(case: given.ACase) -> str:
    return case.reference.replace("/", "-")


@pytest.mark.parametrize("name", SECTIONS)
def test_every_page_of_a_draft_opens_for_its_officer(name: str) -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).get(reverse(name, args=[ref(case)]))
    assert answer.status_code == 200


@pytest.mark.parametrize("name", SECTIONS)
def test_every_page_of_a_published_case_opens_for_its_team(name: str) -> None:
    case = given.a_published_competition()
    answer = browser_of(case.evaluators[0]).get(reverse(name, args=[ref(case)]))
    assert answer.status_code == 200


def test_home_opens() -> None:
    case = given.a_draft_case()
    answer = browser_of(case.officer).get(reverse("buyer-home"))
    assert answer.status_code == 200
    assert case.reference in answer.content.decode()
