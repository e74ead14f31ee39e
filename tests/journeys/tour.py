"""A walk through the demo in the browser: its people's windows and its cases by name."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Request

from anskaff.competition.models import Competition, NoticeDraft
from anskaff.concepts.actor import SYSTEM, Actor
from anskaff.demo import story
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.notices.actions.sending import submit
from anskaff.notices.models import Submission
from anskaff.parties import queries as parties
from anskaff.project import clock
from tests.notices.a_notice import a_notice
from tests.notices.submitted import an_uncertain_submission
from tests.published import Published
from tests.web.browser import Site

STARTED = "Lekeapparater"
READY = "Vintervedlikehold"
OPEN = "Skolemat"
CLOSED = "Arbeidsklær"
HALF_OPENED = "Renhold"
OPENED = "Kontormøbler"
SCORING = "Rådgiver"
EVALUATED = "Snøskutere"
STANDSTILL = "Inventar"
MAY_SIGN = "Solceller"
SIGNED = "Trykksaker"
BAKERY = "Ferskt"
MISSING = "finnes/ikke/"
NOTICE = Published(deadline="2099-09-15", aims=(("social-objective", "opp"),))
RESULT = Published(
    notice="0b5a4ad6-0000-4000-8000-000000000002",
    form="result",
    subtype="29",
    deadline="",
    winner="Fjellvatn Møbler AS",
)


@dataclass
class Tour:
    """The demo, its people's browser windows, and what was fetched from elsewhere."""

    site: Site
    pages: dict[str, Page] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def window(self, email: str) -> Page:
        """The window of a person; the empty name is anyone."""
        if email not in self.pages:
            page = self.site.page(person=person(email) if email else None)
            page.on("request", self._fetched)
            self.pages[email] = page
        return self.pages[email]

    def visit(self, email: str, path: str) -> Page:
        """Open a page; the beginning of a title stands for its case."""
        page = self.window(email)
        for title, ref in self.refs.items():
            path = path.replace(f"/{title}/", f"/{ref}/")
        answer = page.goto(self.site.url(f"/nb/{path}"))
        if answer is None or (answer.status >= 400 and path != MISSING):
            self.found.append(f"{path} is not shown to {email or 'anyone'}")
        return page

    def look(self, page: Page, path: str, width: int) -> None:
        """Remember what is wrong with the page as it is, at this width."""
        page.set_viewport_size({"width": width, "height": 800})
        self.found += [f"{path} at {width}: {wrong}" for wrong in self.site.violations(page)]

    def _fetched(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:", self.site.address)):
            self.elsewhere.append(request.url)


def person(email: str) -> Actor:
    """Someone of the demo in their role."""
    one = next(each for each in parties.people() if each.email == email)
    actor = parties.actor_for(one.person, one.membership)
    assert isinstance(actor, Actor)
    return actor


def begin(site: Site, folder: Path) -> Tour:
    """The demo told, with the numbers of its cases by the first word of their titles.

    Versions of notices go by that word and their number (Skolemat-02), submissions by their state.
    """
    story.tell(folder)
    for one in (NOTICE, RESULT):
        registering.register(one.xml(), Source.IMPORTED, by=SYSTEM, at=clock.now())
    officer = person("kari@nordvik.example")
    uncertain = an_uncertain_submission(officer)
    submit(a_notice(9004), by=officer, at=clock.now())
    cases = Competition.objects.select_related("case")
    refs = {row.title.split()[0]: f"{row.case.year}-{row.case.number}" for row in cases}
    for draft in NoticeDraft.objects.filter(competition__in=cases).order_by("pk"):
        refs[f"{draft.competition.title.split()[0]}-{draft.number:02d}"] = str(draft.pk)
    for submission in Submission.objects.order_by("pk"):
        refs[submission.state] = str(submission.pk)
    return Tour(site=site, refs=refs | {"uncertain": str(uncertain)})
