"""Addresses of these pages. Of the login library's pages only those in use have one."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, URLResolver, path, re_path

from anskaff.web.parties import demo, invitations, kept_form, organisation, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("demo/", demo.demo, name="demo"),
    path("velg-rolle/", views.choose_role, name="choose-role"),
    path("min-side/", views.my_page, name="my-page"),
    path("min-side/varsler/", views.notifications, name="notifications"),
    path("min-side/fortsett/", views.keep_session, name="keep-session"),
    path("fortsett-skjema/", kept_form.kept_form, name="kept-form"),
    path("admin/org/", organisation.organisation, name="organisation"),
    path(
        "admin/org/roller/<int:membership>/avslutt/",
        organisation.end_membership,
        name="end-membership",
    ),
    path(
        "admin/org/invitasjoner/<int:invitation>/trekk/",
        organisation.withdraw_invitation,
        name="withdraw-invitation",
    ),
    path("invitasjon/<str:token>/", invitations.accept_invitation, name="invitation"),
    path("logg-inn/", account.login, name="account_login"),
    path("logg-inn/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("logg-inn/igjen/", account.reauthenticate, name="account_reauthenticate"),
    path("logg-inn/igjen/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("logg-ut/", account.logout, name="account_logout"),
    path("logg-inn/ny/", account.signup, name="account_signup"),
    path("logg-inn/stengt/", account.account_inactive, name="account_inactive"),
    path("passord/", account.password_change, name="account_change_password"),
    path("passord/lag/", account.password_set, name="account_set_password"),
    path("passord/glemt/", account.password_reset, name="account_reset_password"),
    path("passord/glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^passord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "passord/nytt/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("to-trinn/", mfa.index, name="mfa_index"),
    path("to-trinn/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("to-trinn/app/av/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("to-trinn/koder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("to-trinn/koder/nye/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(
        "to-trinn/koder/last-ned/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
