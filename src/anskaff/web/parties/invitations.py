"""The page behind the link in an invitation."""

from allauth.account.internal.decorators import login_not_required
from django.contrib.auth import get_user_model, login
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from anskaff.concepts.actor import SYSTEM, Actor, Role
from anskaff.concepts.errors import NotFound
from anskaff.parties import actions, queries
from anskaff.parties.actions.invitations import INVITATION_NOT_FOUND
from anskaff.web.parties.entrance import home_of, welcome
from anskaff.web.parties.forms import JoinForm
from anskaff.web.request import PageRequest, language, posted

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: PageRequest, token: str) -> HttpResponse:
    """Join: someone new gives a name and a password, a known person is logged in first."""
    found = queries.invitation(token, request.now)
    if found is None:
        raise NotFound(INVITATION_NOT_FOUND.at("token"))
    person = request.user.pk
    form = None if person or found.is_known else JoinForm(posted(request))
    if request.method == "POST":
        if form is None and person:
            by = Actor(person=person, organisation=0, role=Role.SYSTEM)
            joined = actions.accept_invitation(token, by=by, at=request.now)
            return _come_in(request, joined)
        if form is not None and form.is_valid():
            joined = actions.accept_invitation(
                token,
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password"],
                language=language(),
                by=SYSTEM,
                at=request.now,
            )
            return _come_in(request, joined)
    context = {"form": form, "invitation": found}
    return TemplateResponse(request, "parties/invitation.html", context)


def _come_in(request: PageRequest, joined: Actor) -> HttpResponse:
    """Log the new member in, in the role they were invited to."""
    person = get_user_model().objects.get(pk=joined.person)
    if not request.user.is_authenticated:
        login(request, person, backend=BACKEND)
    for role in queries.my_roles(joined):
        if role.is_chosen:
            request.session["membership"] = role.membership
    response = HttpResponseRedirect(home_of(joined))
    welcome(response, person, secure=request.is_secure())
    return response
