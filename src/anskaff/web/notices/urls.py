"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.notices import finding, importing, reading, watching

NOTICE = "kunngjoringer/<str:identifier>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("kunngjoringer/", finding.search, name="notices"),
    path("admin/kunngjoringer/", importing.page, name="import-notices"),
    path("lagrede-sok/", watching.searches, name="saved-searches"),
    path("lagrede-sok/ny/", watching.save, name="save-search"),
    path("lagrede-sok/<int:search>/pause/", watching.pause, name="pause-search"),
    path("lagrede-sok/<int:search>/fortsett/", watching.resume, name="resume-search"),
    path("lagrede-sok/<int:search>/slett/", watching.delete, name="delete-search"),
    path("lagrede-sok/stopp/<str:signed>/", watching.stop, name="stop-search"),
    path("lagrede-sok/<str:token>.atom", watching.feed, name="saved-search-feed"),
    path(NOTICE, reading.notice, name="notice"),
    path(f"{NOTICE}versjon/<str:version>/", reading.notice, name="notice-version"),
    path(f"{NOTICE}versjon/<str:version>/original.xml", reading.original, name="notice-original"),
]
