"""All that the organisation has submitted, with where each notice is (UX G8, G11)."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from anskaff.competition.queries.announcing import notice_team
from anskaff.concepts.formatting import instant
from anskaff.notices.queries import submissions as queries
from anskaff.notices.submission_words import STATE_WORDS
from anskaff.web import exports
from anskaff.web.records.listing import PAGE_SIZE, Pages, wanted_page
from anskaff.web.request import PageRequest, acting, language

LONGEST_TEXT = 200


@require_safe
def submissions(request: PageRequest) -> HttpResponse:
    """The list, by state and words; `?format=` gives csv or xlsx of the same rows."""
    actor = acting(request)
    team = notice_team(actor)
    asked = request.GET.get("tilstand", "")
    state = asked if asked in STATE_WORDS else ""
    text = request.GET.get("q", "").replace("\0", "")[:LONGEST_TEXT].strip()
    if kind := exports.wanted_format(request):
        found = queries.submissions(actor, state=state, text=text, team=team)
        headings = (_("Tittel"), _("Sak"), _("Kunngjøring"), _("Versjon"), _("Tilstand"))
        rows = (
            (
                *(one.title, one.case, one.notice, one.version),
                one.state_words.in_(language()),
                instant(one.submitted_at, language()),
                instant(one.changed_at, language()),
            )
            for one in found.lines
        )
        return exports.table(kind, "kunngjoringer", (*headings, _("Sendt inn"), _("Endret")), rows)
    page = wanted_page(request)
    found = queries.submissions(
        actor,
        state=state,
        text=text,
        offset=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
        team=team,
    )
    context = {
        "submissions": found.lines,
        "pages": Pages(page=page, total=found.total),
        "states": STATE_WORDS.items(),
        "state": state,
        "text": text,
    }
    return TemplateResponse(request, "gateway/submissions.html", context)
