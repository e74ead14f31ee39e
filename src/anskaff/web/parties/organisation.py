"""The administrator's pages: who is in the organisation, who is invited."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from anskaff.concepts.actor import Role
from anskaff.concepts.errors import NotFound
from anskaff.parties import actions, queries
from anskaff.parties.actions.organisations import NO_SUCH_MEMBERSHIP
from anskaff.web.parties.forms import InvitationForm
from anskaff.web.request import PageRequest, acting, language, posted


@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: PageRequest) -> HttpResponse:
    """Members and invitations of the organisation, and a form to invite."""
    actor = acting(request)
    members = queries.members(actor)
    form = InvitationForm(
        posted(request), roles=queries.roles_here(actor), initial={"language": language()}
    )
    if request.method == "POST" and form.is_valid():
        actions.invite_person(
            form.cleaned_data["email"],
            Role(form.cleaned_data["role"]),
            language=form.cleaned_data["language"],
            by=actor,
            at=request.now,
        )
        messages.success(request, _("Invitasjonen er sendt."))
        return HttpResponseRedirect(reverse("organisation"))
    context = {
        "form": form,
        "members": members,
        "invitations": queries.open_invitations(actor, request.now),
    }
    return TemplateResponse(request, "parties/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def end_membership(request: PageRequest, membership: int) -> HttpResponse:
    """Say what will happen, then end a person's role."""
    actor = acting(request)
    if request.method == "POST":
        actions.end_membership(membership, by=actor, at=request.now)
        messages.success(request, _("Rollen er avsluttet."))
        return HttpResponseRedirect(reverse("organisation"))
    found = [one for one in queries.members(actor) if one.membership == membership]
    if not found:
        raise NotFound(NO_SUCH_MEMBERSHIP.at("membership"))
    return TemplateResponse(request, "parties/end_membership.html", {"member": found[0]})


@require_POST
def withdraw_invitation(request: PageRequest, invitation: int) -> HttpResponse:
    """Withdraw an invitation that nobody has used."""
    actions.withdraw_invitation(invitation, by=acting(request), at=request.now)
    messages.success(request, _("Invitasjonen er trukket tilbake."))
    return HttpResponseRedirect(reverse("organisation"))
