"""Forms of these pages, with our own words on the login library's fields."""

from collections.abc import Sequence
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from anskaff.concepts.actor import Role
from anskaff.web.roles import ROLE_NAMES

LABELS = {
    "login": _("E-post"),
    "email": _("E-post"),
    "password": _("Passord"),
    "oldpassword": _("Passordet du har nå"),
    "password1": _("Nytt passord"),
    "password2": _("Nytt passord en gang til"),
    "code": _("Kode"),
}
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
PASSWORD_HELP = _("Minst 12 tegn. En setning er lett å huske og vanskelig å gjette.")


class OurWords(forms.Form):
    """Our labels and help on the fields that the library made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            field.help_text = PASSWORD_HELP if name == "password1" else ""


class LoginForm(OurWords, account.LoginForm):
    """E-mail and password."""


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    """The password once more, before something important."""


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    """The old password and a new one."""


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    """Where to send a link."""


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    """A new password, after following the link."""


class CodeForm(OurWords, mfa.AuthenticateForm):
    """A code from the app, or a reserve code."""


class CodeAgainForm(OurWords, mfa.ReauthenticateForm):
    """A code once more, before something important."""


class ActivateForm(OurWords, totp.ActivateTOTPForm):
    """The first code from the app."""


class ProfileForm(forms.Form):
    """Name and language."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Språk"),
        choices=LANGUAGES,
        help_text=_("Sider og brev til deg kommer på dette språket."),
    )


class NotificationsForm(forms.Form):
    """How often each kind of message comes by e-mail."""

    CHOICES = [
        ("at-once", _("Med en gang")),
        ("daily", _("Samlet en gang om dagen")),
        ("never", _("Bare i innboksen")),
    ]

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, title in kinds:
            self.fields[code] = forms.ChoiceField(label=title, choices=self.CHOICES)


class InvitationForm(forms.Form):
    """Whom to invite, and to what."""

    email = forms.EmailField(
        label=_("E-post"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=_("Rolle"))
    language = forms.ChoiceField(label=_("Språk i invitasjonen"), choices=LANGUAGES)

    def __init__(self, *args: Any, roles: Sequence[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(
            label=_("Rolle"), choices=[(role.value, ROLE_NAMES[role]) for role in roles]
        )


class JoinForm(forms.Form):
    """Name and password of someone new."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Passord"),
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Refuse a password that is short, common or made of the name."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password
