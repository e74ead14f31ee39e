"""The demo's notices: each place of the way, for a newcomer to look at and for sweeps to reach."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from anskaff.competition.models import NoticeDraft
from anskaff.competition.queries import announcing
from anskaff.demo import story
from anskaff.notices.models import Notice, Submission
from anskaff.notices.watching import tell_followers
from anskaff.parties.models import Person
from anskaff.project import clock
from anskaff.records.models import Notification
from tests.journeys.tour import person

pytestmark = pytest.mark.django_db


def drafts() -> dict[str, int]:
    """How many faults each unsent draft has, by the first word of its case's title."""
    officer = person("kari@nordvik.example")
    return {
        row.competition.title.split()[0]: len(
            announcing.notice_of_case(
                row.competition.case.reference, row.pk, officer, clock.now()
            ).findings
        )
        for row in NoticeDraft.objects.filter(sent_at=None)
    }


def test_there_is_a_notice_at_every_place_of_the_way(tmp_path: Path, client: Client) -> None:
    """A draft with faults, one ready, and notices that wait, are stopped, refused and published."""
    story.tell(tmp_path)
    faults = drafts()
    assert faults["Lekeapparater"] > 0
    assert faults["Vintervedlikehold"] == 0
    states = set(Submission.objects.values_list("state", flat=True))
    assert states == {"waiting", "stopped", "refused", "published"}
    forms = set(Notice.objects.values_list("form", flat=True))
    assert forms == {"competition", "result"}
    assert Notice.objects.filter(cancelled=True).count() == 1
    assert Notice.objects.exclude(superseded_by=None).count() == 2

    corrected = Notice.objects.get(version="02", title__no__startswith="Skolemat")
    page = client.get(f"/nb/kunngjoringer/{corrected.notice}/").content.decode()
    assert "Svar på et spørsmål er tatt inn i vilkårene." in page
    assert "Inntil to dager i uka kan lunsjen leveres kald." in page
    assert "Nordvik tingrett (310000086)" in page
    case = corrected.case.replace("/", "-")
    competition = client.get(f"/nb/konkurranser/{case}/").content.decode()
    assert "Inntil to dager i uka kan lunsjen leveres kald." in competition

    tell_followers(clock.now() + timedelta(hours=1))
    told = Notification.objects.get(kind="saved-search-hits")
    assert "Skolemat til fire barneskoler" in told.facts["titles"]

    client.force_login(Person.objects.get(email="kari@nordvik.example"))
    refused = Submission.objects.get(state="refused")
    page = client.get(f"/nb/innkjop/kunngjoringer/{refused.pk}/").content.decode()
    assert "SANDBOX-0002" in page
    assert Submission.objects.get(notice=refused.notice, version="02").state == "published"
