"""Pages that list cases ask the database as often for many cases as for few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anskaff.competition.models import Case, Competition, TeamMember
from anskaff.competition.searching import having_words
from anskaff.competition.states import State
from anskaff.parties.models import Person
from tests import given

pytestmark = pytest.mark.django_db
MANY = 45
PUBLIC = (
    "/nb/",
    "/nb/sok/?fase=alle",
    "/nb/sok/?fase=alle&ord=kontor&antall=50",
    "/nb/sok/?fase=alle&side=2",
    "/nb/sok/?fase=alle&sorter=title&kjoper=kommune",
    "/api/v1/competitions",
)
INSIDE = ("/nb/innkjop/", "/nb/innkjop/?q=kontor&sorter=title", "/nb/innkjop/?side=2&antall=20")


def copies(reference: str, many: int) -> None:
    """Cases like the one named, in turn as drafts, open, past the deadline and evaluated."""
    kept = Competition.objects.select_related("case").get(case__reference=reference)
    team = list(TeamMember.objects.filter(case=kept.case))
    for number in range(1000, 1000 + many):
        case = Case.objects.get(pk=kept.case_id)
        case.pk, case.number = None, number
        case.reference, case.ocid = f"{case.year}/{number}", f"ocds-copy-{number}"
        case.save()
        one = Competition.objects.get(pk=kept.pk)
        one.pk, one.case = None, case
        one.title, one.search_text = f"Kontormøbler {number}", f"kontormøbler {number}"
        state = (State.DRAFT, State.PUBLISHED, State.PUBLISHED, State.EVALUATED)[number % 4]
        one.state = state.value
        if number % 4 == 1:
            one.tender_deadline = given.START - timedelta(days=1)
        one.save()
        for member in team:
            member.pk, member.case = None, case
            member.save()


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
        asked = len(captured)
    assert answer.status_code == 200, address
    return asked


@pytest.mark.parametrize("inside", [False, True])
def test_a_list_asks_as_often_for_many_cases_as_for_few(inside: bool) -> None:
    case = given.a_published_competition()
    copies(case.reference, 4)
    client = Client()
    if inside:
        client.force_login(
            Person.objects.get(pk=case.officer.person),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
    addresses = INSIDE if inside else PUBLIC
    few = [queries_of(client, address) for address in addresses for _ in range(2)][1::2]
    Competition.objects.filter(case__number__gte=1000).delete()
    TeamMember.objects.filter(case__number__gte=1000).delete()
    Case.objects.filter(number__gte=1000).delete()
    copies(case.reference, MANY)
    many = [queries_of(client, address) for address in addresses]
    assert dict(zip(addresses, many, strict=True)) == dict(zip(addresses, few, strict=True))


def test_a_word_is_found_inside_longer_ones_and_only_as_long_as_it_is_there() -> None:
    case = given.a_published_competition()
    copies(case.reference, 1)
    everything = Competition.objects.all()
    copied = having_words(everything, "MØBLER 1000")
    assert [one.title for one in copied] == ["Kontormøbler 1000"]
    assert list(having_words(everything, "tormøb 10")) == list(copied)
    Competition.objects.filter(title="Kontormøbler 1000").update(search_text='bord "18%" og_stoler')
    assert not having_words(everything, "møbler 1000").exists()
    assert having_words(everything, 'bord "18%" og_st').count() == 1
    assert not having_words(everything, "ord ogxst").exists()
    assert having_words(everything, "a\x00 OR * NEAR(").count() == 0
    Competition.objects.filter(title="Kontormøbler 1000").delete()
    assert not having_words(everything, "og_stoler").exists()
