"""A test client of someone who is logged in, in one role."""

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.test import Client

from anskaff.concepts.actor import Actor
from anskaff.parties import queries

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def person_of(actor: Actor) -> AbstractBaseUser:
    """The user row behind an actor."""
    return get_user_model().objects.get(pk=actor.person)


def logged_in(actor: Actor) -> Client:
    """A client that acts as `actor`."""
    client = Client()
    client.force_login(person_of(actor), backend=BACKEND)
    session = client.session
    session["membership"] = next(r.membership for r in queries.my_roles(actor) if r.is_chosen)
    session.save()
    return client
