"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.notices import finding, reading

NOTICE = "kunngjoringer/<str:identifier>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("kunngjoringer/", finding.search, name="notices"),
    path(NOTICE, reading.notice, name="notice"),
    path(f"{NOTICE}versjon/<str:version>/", reading.notice, name="notice-version"),
    path(f"{NOTICE}versjon/<str:version>/original.xml", reading.original, name="notice-original"),
]
