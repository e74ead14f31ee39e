"""Letters to the organisation's people: which wait, which are sent, which failed (UX G8)."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from anskaff.parties import queries as parties
from anskaff.parties.permissions import only_administrators
from anskaff.records import actions, queries
from anskaff.web.records.listing import PAGE_SIZE, Pages, wanted_page
from anskaff.web.request import PageRequest, acting, whole_number

STATES = {
    "waiting": gettext_lazy("Venter"),
    "running": gettext_lazy("Kjører"),
    "done": gettext_lazy("Ferdig"),
    "failed": gettext_lazy("Feilet"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: PageRequest) -> HttpResponse:
    """The outbox of the organisation's people; POST tries a failed letter again."""
    actor = acting(request)
    only_administrators(actor, actor.organisation)
    addresses = parties.own_addresses(actor)
    if request.method == "POST":
        chosen = whole_number(request.POST.get("letter", ""))
        actions.retry_letter(chosen or 0, addresses, by=actor, at=request.now)
        messages.success(request, _("Brevet blir sendt på nytt."))
        return HttpResponseRedirect(reverse("letters"))
    state = request.GET.get("tilstand", "")
    page = wanted_page(request)
    found = queries.letters(
        actor,
        addresses,
        state=state if state in STATES else "",
        offset=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    context = {
        "letters": found.lines,
        "pages": Pages(page=page, total=found.total),
        "states": STATES.items(),
        "state": state,
    }
    return TemplateResponse(request, "records/letters.html", context)
