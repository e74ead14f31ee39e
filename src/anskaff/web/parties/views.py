"""Choose a role, my page, and how long the login lasts."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST

from anskaff.concepts.actor import BUYER_ROLES
from anskaff.concepts.errors import NotFound
from anskaff.parties import actions, queries
from anskaff.parties.actions.people import NOT_YOUR_ROLE
from anskaff.records import actions as records
from anskaff.records import inbox
from anskaff.web import session_time
from anskaff.web.parties.entrance import home_of, remember_language
from anskaff.web.parties.forms import NotificationsForm, ProfileForm
from anskaff.web.records.words import message_kinds, topic
from anskaff.web.request import PageRequest, acting, language, posted, whole_number


@require_http_methods(["GET", "HEAD", "POST"])
def choose_role(request: PageRequest) -> HttpResponse:
    """The viewer's organisations and roles; one click acts in another."""
    actor = acting(request)
    if request.method == "POST":
        chosen = whole_number(request.POST.get("membership", ""))
        if chosen is None:
            raise NotFound(NOT_YOUR_ROLE.at("membership"))
        now = actions.choose_role(chosen, by=actor, at=request.now)
        request.session["membership"] = chosen
        return HttpResponseRedirect(home_of(now))
    context = {"roles": queries.my_roles(actor)}
    return TemplateResponse(request, "parties/choose_role.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def my_page(request: PageRequest) -> HttpResponse:
    """Name and language, second factor, and links to the rest that is mine."""
    actor = acting(request)
    me = queries.myself(actor)
    assert me is not None
    form = ProfileForm(posted(request), initial={"name": me.name, "language": me.language})
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["language"]
        actions.change_profile(form.cleaned_data["name"], chosen, by=actor, at=request.now)
        with override(chosen):
            messages.success(request, _("Endringene er lagret."))
            response = HttpResponseRedirect(reverse("my-page"))
        remember_language(response, chosen, secure=request.is_secure())
        return response
    context = {
        "form": form,
        "has_second_factor": is_mfa_enabled(request.user),
        "may_open": actor.role in BUYER_ROLES and me.is_buyer,
    }
    return TemplateResponse(request, "parties/my_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def notifications(request: PageRequest) -> HttpResponse:
    """How often each kind of message comes by e-mail (UX G18)."""
    actor = acting(request)
    kinds = [(kind.code, topic(kind, language())) for kind in message_kinds()]
    chosen = inbox.frequencies(actor)
    form = NotificationsForm(
        posted(request),
        kinds=kinds,
        initial={code: chosen.get(code, "at-once") for code, _topic in kinds},
    )
    if request.method == "POST" and form.is_valid():
        records.choose_notifications(form.cleaned_data, by=actor, at=request.now)
        messages.success(request, _("Endringene er lagret."))
        return HttpResponseRedirect(reverse("notifications"))
    return TemplateResponse(request, "parties/notifications.html", {"form": form})


@require_POST
def keep_session(request: PageRequest) -> HttpResponse:
    """Go on being logged in: the answer to the warning. Says how many seconds there are now."""
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    session_time.start_again(request)
    left = session_time.seconds_left(request)
    return HttpResponse(status=204, headers={"X-Session-Seconds": str(left)})
