"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.records import history, inbox, letters, log_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("innkjop/<slug:ref>/historikk/", history.case_history, name="history"),
    path("admin/org/logg/", history.organisation_history, name="organisation-history"),
    path("admin/org/utboks/", letters.letters, name="letters"),
    path("innboks/", inbox.inbox, name="inbox"),
    path("logg/", log_pages.log_page, name="log"),
    path("logg/sjekkpunkt/", log_pages.checkpoint, name="checkpoint"),
    path("logg/nokkel/", log_pages.key, name="log-key"),
    path("logg/kvittering/<int:index>/", log_pages.receipt, name="log-receipt"),
]
