"""Saved searches: save, see, pause, delete, and the Atom address of each (UX S14)."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    conditional_page,
    require_http_methods,
    require_POST,
    require_safe,
)

from anskaff.concepts.actor import SYSTEM
from anskaff.concepts.errors import Invalid, Refused
from anskaff.notices.actions import watching
from anskaff.notices.queries import watching as queries
from anskaff.notices.watching import search_of
from anskaff.project import clock
from anskaff.web.notices import atom
from anskaff.web.notices.forms import SaveForm, SearchForm
from anskaff.web.once import carry_out_once
from anskaff.web.request import PageRequest, acting, language


@require_safe
def searches(request: PageRequest) -> HttpResponse:
    """The searches that the person follows."""
    acting(request)
    return _page(request, None)


@require_POST
def save(request: PageRequest) -> HttpResponse:
    """Save a search; a name that cannot be used is told on a page that keeps it."""
    by = acting(request)
    form = SaveForm(request.POST)
    if form.is_valid():
        asked = SearchForm(QueryDict(form.cleaned_data["query"]).dict())

        def keep() -> str:
            watching.save_search(
                form.cleaned_data["name"], asked.query(), asked.wish(), by=by, at=clock.now()
            )
            return reverse("saved-searches")

        try:
            answer = carry_out_once(request, keep)
        except Refused as refused:
            if not isinstance(refused, Invalid) and not _is_full(refused):
                raise
            for finding in refused.findings:
                form.add_error("name", f"{finding.text(language())} {finding.cure(language())}")
        else:
            messages.success(
                request, _("Søket er lagret. Du får beskjed når det kommer nye treff.")
            )
            return answer
    return _page(request, form)


@require_POST
def pause(request: PageRequest, search: int) -> HttpResponse:
    """Send nothing more for now."""
    watching.pause_search(search, by=acting(request), at=clock.now())
    messages.success(request, _("Søket er satt på pause."))
    return HttpResponseRedirect(reverse("saved-searches"))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: PageRequest, signed: str) -> HttpResponse:
    """Stop the messages of a search by the link in its letter, without logging in.

    The link shows a button, so that a mail reader that looks at it first stops nothing. A mail
    reader's own button sends a POST without cookies (RFC 8058), so the signature in the address,
    which only we can make, stands for login and CSRF token alike; all it can do is to stop.
    """
    search = search_of(signed)
    name = queries.followed_name(search) if search is not None else ""
    if search is None or not name:
        raise Http404
    if request.method == "POST":
        watching.stop_by_letter(search, by=SYSTEM, at=clock.now())
    context = {"name": name, "stopped": request.method == "POST"}
    return TemplateResponse(request, "notices/stop.html", context)


@require_POST
def resume(request: PageRequest, search: int) -> HttpResponse:
    """Tell of new hits again."""
    watching.resume_search(search, by=acting(request), at=clock.now())
    messages.success(request, _("Du får igjen beskjed om nye treff."))
    return HttpResponseRedirect(reverse("saved-searches"))


@require_POST
def delete(request: PageRequest, search: int) -> HttpResponse:
    """Let the search go."""
    watching.delete_search(search, by=acting(request), at=clock.now())
    messages.success(request, _("Søket er slettet."))
    return HttpResponseRedirect(reverse("saved-searches"))


@require_safe
@conditional_page
def feed(request: PageRequest, token: str) -> HttpResponse:
    """What a saved search finds, as Atom; whoever has the address may read it."""
    found = queries.feed(token, request.viewer, request.now)
    if found is None:
        raise Http404
    page = f"{reverse('notices')}?{found.query}"
    return atom.feed(request, f"{_('Kunngjøringer')} – {found.name}", found.hits, page)


def _page(request: PageRequest, form: SaveForm | None) -> TemplateResponse:
    context = {"searches": queries.searches(request.viewer), "form": form}
    return TemplateResponse(request, "notices/saved.html", context)


def _is_full(refused: Refused) -> bool:
    return any(finding.kind is watching.TOO_MANY for finding in refused.findings)
