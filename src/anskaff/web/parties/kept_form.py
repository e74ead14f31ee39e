"""What someone had written when their login ran out is kept until they are back (UX G4).

The form lies encrypted in the session; the key lies only in the browser's cookie, so the database
alone shows nothing of it. It is handed back only to the person who was logged in last in that
browser. Passwords and passphrases are never kept, and files must be chosen again.
"""

import json
from typing import Any
from urllib.parse import urlencode

from cryptography.fernet import Fernet, InvalidToken
from django.core import signing
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from anskaff.web.request import PageRequest

PERSON_COOKIE = "anskaff-person"
KEY_COOKIE = "anskaff-kept-form"
SESSION_KEY = "kept_form"
KEPT_SECONDS = 60 * 60 * 24
LARGEST_BYTES = 512 * 1024
SECRET_WORDS = ("password", "passphrase", "code")


def remember_person(response: HttpResponse, person: int, *, secure: bool) -> None:
    """Note in the browser who logged in, so that a kept form goes back to nobody else."""
    response.set_cookie(
        PERSON_COOKIE,
        signing.dumps(person, salt=PERSON_COOKIE),
        max_age=KEPT_SECONDS,
        secure=secure,
        httponly=True,
        samesite="Lax",
    )


def was_logged_in(request: PageRequest) -> bool:
    """Whether someone was logged in in this browser within a day."""
    return _last_person(request) is not None


def log_in_first(request: PageRequest) -> HttpResponse:
    """Send the browser to the login; what it posted is kept when we know whose it is."""
    address = request.get_full_path()
    key = None
    if request.method == "POST":
        key = _keep(request)
        address = reverse("kept-form") if key else reverse("home")
    login = f"{reverse('account_login')}?{urlencode({'next': address})}"
    response: HttpResponse = HttpResponseRedirect(login)
    if request.htmx:
        response = HttpResponse(headers={"HX-Redirect": login})
    if key:
        response.set_cookie(
            KEY_COOKIE,
            key.decode(),
            max_age=KEPT_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response


@require_safe
def kept_form(request: PageRequest) -> HttpResponse:
    """Show what was kept, ready to be sent again; or go home when there is nothing."""
    kept = request.session.pop(SESSION_KEY, None)
    found = _opened(kept, request) if kept else None
    if found is None:
        return HttpResponseRedirect(reverse("home"))
    request.session[SESSION_KEY] = kept
    fields = [(name, value) for name, values in found["fields"].items() for value in values]
    context = {
        "path": found["path"],
        "fields": fields,
        "written": [(name, value) for name, value in fields if value and name != "once"],
        "files": found["files"],
    }
    return TemplateResponse(request, "parties/kept_form.html", context)


def _keep(request: PageRequest) -> bytes | None:
    """Put the posted form in the session and return its key; None when it is not kept."""
    person = _last_person(request)
    fields = {
        name: values
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and not any(word in name for word in SECRET_WORDS)
    }
    text = json.dumps(
        {"path": request.get_full_path(), "fields": fields, "files": len(request.FILES)}
    ).encode()
    if person is None or len(text) > LARGEST_BYTES:
        return None
    key = Fernet.generate_key()
    request.session[SESSION_KEY] = {
        "person": person,
        "sealed": Fernet(key).encrypt(text).decode(),
    }
    return key


def _opened(kept: dict[str, Any], request: PageRequest) -> dict[str, Any] | None:
    """The kept form, when this person and this browser may have it."""
    if not request.user.is_authenticated or kept["person"] != request.user.pk:
        return None
    try:
        text = Fernet(request.COOKIES.get(KEY_COOKIE, "")).decrypt(kept["sealed"].encode())
    except (InvalidToken, ValueError):
        return None
    found: dict[str, Any] = json.loads(text)
    return found


def _last_person(request: PageRequest) -> int | None:
    """Who was logged in last in this browser, within a day."""
    try:
        person = signing.loads(
            request.COOKIES.get(PERSON_COOKIE, ""), salt=PERSON_COOKIE, max_age=KEPT_SECONDS
        )
    except signing.BadSignature:
        return None
    return int(person)
