"""Coming in: where people land after login, in which role, and what the browser remembers."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from anskaff.concepts.actor import BUYER_ROLES, Actor
from anskaff.parties import queries as parties
from anskaff.web.parties import kept_form


def first_page(request: HttpRequest) -> str:
    """Choose a role when there are several; else the home of the role."""
    assert request.user.pk is not None
    actor = parties.actor_for(request.user.pk, request.session.get("membership"))
    if actor is None:
        return reverse("home")
    if len(parties.my_roles(actor)) > 1 and "membership" not in request.session:
        return reverse("choose-role")
    return home_of(actor)


def home_of(actor: Actor) -> str:
    """The page where someone in this role begins."""
    me = parties.myself(actor)
    is_buyer = me is not None and me.is_buyer and actor.role in BUYER_ROLES
    return reverse("buyer-home" if is_buyer else "supplier-home")


def welcome(response: HttpResponse, user: Any, *, secure: bool) -> None:
    """Let the browser remember the person's language and who they are."""
    remember_language(response, user.language, secure=secure)
    kept_form.remember_person(response, user.pk, secure=secure)


def remember_language(response: HttpResponse, language: str, *, secure: bool) -> None:
    """Use this language for addresses without one."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=secure,
        samesite="Lax",
    )
