"""Changes, groups of lots and frameworks of a notice: asked and read on a desk and on a phone."""

from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils.translation import override

from anskaff.competition.actions import announcing, publishing
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.announcing.fields import Theme
from anskaff.competition.models import NoticeDraft
from anskaff.competition.plan import LotPlan
from anskaff.project import clock
from tests import given
from tests.announcing import answered
from tests.conftest import STANDARDS
from tests.web.browser import Site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOTS = (LotPlan(key="LOT-0001", title="Skole"), LotPlan(key="LOT-0002", title="Bibliotek"))
GROUP = {
    "LotsGroup:BT-1375-Procedure|GLO-0001": "LOT-0001 LOT-0002",
    "LotsGroup:BT-21|GLO-0001": "Begge byggene",
    "LotsGroup:BT-21|GLO-0001@en": "Both buildings",
    "LotsGroup:BT-24|GLO-0001": "Felles ramme.",
    "LotsGroup:BT-24|GLO-0001@en": "One budget.",
}


def a_correction() -> tuple[given.ACase, int]:
    """A sent notice with a group of lots, whose deadline has moved since."""
    now = clock.now()
    deadline = now + timedelta(days=60)
    case = given.a_draft_case(
        lots=LOTS, deadline=deadline, question_deadline=now + timedelta(days=45)
    )
    first = announcing.begin_notice(case.reference, "16", by=case.officer, at=now)
    facts = snapshot_of(NoticeDraft.objects.get(pk=first), now).facts
    answers = {**answered(facts, "16", given=GROUP), **GROUP}
    announcing.answer_notice(case.reference, first, answers, by=case.officer, at=now)
    announcing.send_notice(case.reference, first, by=case.officer, at=now)
    given.publish(case, at=now)
    publishing.extend_deadline(
        case.reference,
        deadline + timedelta(days=7),
        reason="Nye tegninger.",
        by=case.officer,
        at=now,
    )
    return case, announcing.begin_version(case.reference, first, by=case.officer, at=now)


def a_result() -> tuple[given.ACase, int]:
    """The result of a framework."""
    case = given.an_awarded_competition(serial=2)
    draft = announcing.begin_notice(case.reference, "29", by=case.officer, at=given.AWARDED_AT)
    answers = {"Lot:BT-765|LOT-0001": "fa-wo-rc", "Lot:BT-271|LOT-0001": "15250000"}
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=given.AWARDED_AT)
    return case, draft


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_changes_groups_and_frameworks_are_asked_on_any_screen(site: Site, language: str) -> None:
    with override_settings(ANSKAFF_STANDARDS=str(STANDARDS)):
        correction, result = a_correction(), a_result()
        for (case, draft), themes in (
            (correction, (Theme.CHANGE, Theme.LOTS)),
            (result, (Theme.RESULT,)),
        ):
            for width in (1280, 360):
                page = site.page(person=case.officer, width=width)
                for theme in themes:
                    with override(language):
                        ref = case.reference.replace("/", "-")
                        where = reverse("announcement-theme", args=[ref, draft, theme.value])
                    page.goto(site.url(where))
                    assert site.violations(page) == []
                    assert not site.scrolls_sideways(page)
