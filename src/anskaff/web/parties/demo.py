"""Log in as one of the invented people; exists in demo mode only."""

from itertools import groupby

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from anskaff.concepts.actor import Actor
from anskaff.parties import actions, queries
from anskaff.web.parties.entrance import home_of, welcome
from anskaff.web.parties.invitations import BACKEND
from anskaff.web.request import PageRequest


@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: PageRequest) -> HttpResponse:
    """All invented people by organisation; one click is a login."""
    if not settings.ANSKAFF_DEMO:
        raise Http404
    people = queries.people()
    if request.method == "POST":
        wanted = request.POST.get("membership", "")
        found = [one for one in people if str(one.membership) == wanted]
        if not found:
            raise Http404
        return _as(request, found[0])
    groups = [(name, list(some)) for name, some in groupby(people, lambda p: p.organisation_name)]
    return TemplateResponse(request, "parties/demo.html", {"groups": groups})


def _as(request: PageRequest, one: queries.PersonInRole) -> HttpResponse:
    person = get_user_model().objects.get(pk=one.person)
    login(request, person, backend=BACKEND)
    before = queries.actor_for(one.person, one.membership)
    assert isinstance(before, Actor)
    now = actions.choose_role(one.membership, by=before, at=request.now)
    request.session["membership"] = one.membership
    response = HttpResponseRedirect(home_of(now))
    welcome(response, person, secure=request.is_secure())
    return response
