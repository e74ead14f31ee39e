"""What we tell the login library: people come by invitation, letters leave through our outbox."""

import base64
import io
from hashlib import sha256
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from anskaff.parties import queries as parties
from anskaff.project import clock
from anskaff.records import outbox
from anskaff.web.parties.entrance import first_page, welcome

TOLD = {
    "account/messages/password_changed.txt": _("Passordet er endret."),
    "mfa/messages/totp_activated.txt": _("To-trinns innlogging er slått på."),
    "mfa/messages/totp_deactivated.txt": _("To-trinns innlogging er slått av."),
    "mfa/messages/recovery_codes_generated.txt": _("Du har fått nye reservekoder."),
}
WRONG_CODE = _("Koden er feil. Skriv den som vises i appen nå.")
TOO_MANY = _("For mange forsøk. Vent fem minutter, og prøv igjen.")


class AccountAdapter(DefaultAccountAdapter):
    """People come by invitation, not by signing up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Denne brukeren er stengt. Kontakt administratoren."),
        "email_password_mismatch": _("E-postadressen eller passordet er feil. Prøv igjen."),
        "enter_current_password": _("Skriv passordet du har nå."),
        "incorrect_password": _("Passordet er feil. Prøv igjen."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        del request
        return False

    def add_message(  # noqa: PLR0917 - the library's signature
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Only what people need to know, in our words."""
        del message_context, extra_tags
        told = TOLD.get(message_template or "") or message
        if told:
            messages.add_message(request, level, told)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the library's letters in our outbox, in the language of their reader."""
        known = parties.language_of(email)
        language = known or (get_language() or "nb")[:2]
        with override(language):
            title = render_to_string(f"{template_prefix}_subject.txt", context)
            text = render_to_string(f"{template_prefix}_message.txt", context)
        outbox.put(
            email, title=title, text=text.strip(), path="/", language=language, at=clock.now()
        )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The place where this person most likely wants to begin."""
        return first_page(request)

    def post_login(self, request: HttpRequest, user: Any, **rest: Any) -> HttpResponse:
        """Remember in the browser who came in, and their language."""
        response: HttpResponse = super().post_login(request, user, **rest)
        welcome(response, user, secure=request.is_secure())
        return response

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The address in the letter about a forgotten password."""
        user, _, secret = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[user, secret])
        return f"{settings.ANSKAFF_BASE_URL}{path}"


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of the second factor are encrypted in the database; the QR code is ours."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Slå på to-trinns innlogging først."),
    }

    def build_totp_svg(self, url: str) -> str:
        """The secret as a QR code with a white edge, readable in dark mode too."""
        drawn = io.BytesIO()
        segno.make(url).save(drawn, kind="svg", xmldecl=False, scale=6, light="white")
        return drawn.getvalue().decode()

    def encrypt(self, text: str) -> str:
        """Encrypt with a key made from the installation's secret."""
        return self._fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The reverse."""
        return self._fernet().decrypt(encrypted_text.encode()).decode()

    @staticmethod
    def _fernet() -> Fernet:
        key = sha256(b"second factor:" + settings.SECRET_KEY.encode()).digest()
        return Fernet(base64.urlsafe_b64encode(key))
