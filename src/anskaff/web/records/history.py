"""History: who did what when, in plain words, filtered and exported (UX G17).

A page that saves itself while someone types makes an entry each time. On the screen those that
follow each other stand as one line with their number; an export has each of them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from anskaff.competition.queries.sight import case_sight
from anskaff.concepts import formatting
from anskaff.concepts.actor import Actor
from anskaff.parties import queries as parties
from anskaff.parties.permissions import only_administrators
from anskaff.records import queries
from anskaff.web import exports
from anskaff.web.records.listing import PAGE_SIZE, Pages, wanted_page
from anskaff.web.records.words import deeds_that_say, happened
from anskaff.web.request import PageRequest, acting, language, whole_number

SAVED_WHILE_TYPING = {"competition.typing_kept", "competition.draft_saved"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of history, in words; `times` is how many entries it stands for."""

    index: int
    at: str
    iso: str
    deed: str
    who: str
    what: str
    has_receipt: bool
    times: int = 1


@require_safe
def case_history(request: PageRequest, ref: str) -> HttpResponse:
    """What was done in a case, for its buyer's side."""
    actor = acting(request)
    sight = case_sight(ref.replace("-", "/", 1), actor)
    heading = f"{sight.reference} {sight.title}"
    return _page(request, actor, sight.reference, sight.opened, heading)


@require_safe
def organisation_history(request: PageRequest) -> HttpResponse:
    """What was done about the organisation itself, for its administrators."""
    actor = acting(request)
    only_administrators(actor, actor.organisation)
    me = parties.myself(actor)
    assert me is not None
    return _page(request, actor, f"org/{me.organisation_number}", (), me.organisation_name)


def _page(
    request: PageRequest, actor: Actor, subject: str, opened: Collection[int], heading: str
) -> HttpResponse:
    text = request.GET.get("tekst", "").strip()[:200]
    person = request.GET.get("person", "")
    kind = exports.wanted_format(request)
    page = wanted_page(request)
    found = queries.history(
        subject,
        actor,
        opened=opened,
        deeds=deeds_that_say(text, language()) if text else None,
        person=whole_number(person),
        offset=0 if kind else (page - 1) * PAGE_SIZE,
        limit=None if kind else PAGE_SIZE,
    )
    lines = _lines(found.lines)
    if kind:
        rows = [(line.iso, line.who, line.what) for line in lines]
        name = f"historikk-{subject.replace('/', '-')}"
        return exports.table(kind, name, [_("Tidspunkt"), _("Hvem"), _("Hva")], rows)
    context = {
        "heading": heading,
        "lines": together(lines),
        "pages": Pages(page=page, total=found.total),
        "text": text,
        "person": person,
        "people": sorted(parties.names(found.people).items(), key=lambda one: one[1]),
    }
    return TemplateResponse(request, "records/history.html", context)


def together(lines: Iterable[Line]) -> list[Line]:
    """Savings while one person types, one after another, as one line: the newest."""
    found: list[Line] = []
    for (deed, _who), same in groupby(lines, lambda line: (line.deed, line.who)):
        run = list(same)
        if deed in SAVED_WHILE_TYPING:
            found.append(replace(run[0], times=len(run)))
        else:
            found += run
    return found


def _lines(found: Collection[queries.Happening]) -> list[Line]:
    people = parties.names({one.person for one in found})
    organisations = parties.organisation_names({one.organisation for one in found})
    return [
        Line(
            index=one.index,
            at=formatting.instant(one.at, language()),
            iso=one.at.isoformat(timespec="seconds"),
            deed=one.deed,
            who=people.get(one.person) or organisations.get(one.organisation) or _("Systemet"),
            what=happened(one.deed, one.facts, language()),
            has_receipt=one.is_own,
        )
        for one in found
    ]
