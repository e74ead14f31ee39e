"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.gateway import listing, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("innkjop/kunngjoringer/", listing.submissions, name="submissions"),
    path("innkjop/kunngjoringer/<int:number>/", pages.submission, name="submission"),
    path("innkjop/kunngjoringer/<int:number>/tidslinje/", pages.timeline, name="submission-steps"),
    path("innkjop/kunngjoringer/<int:number>/stopp/", pages.stop, name="submission-stop"),
    path("innkjop/kunngjoringer/<int:number>/xml/", pages.xml, name="submission-xml"),
    path(
        "innkjop/kunngjoringer/<int:number>/kvittering/", pages.receipt, name="submission-receipt"
    ),
    path(
        "innkjop/kunngjoringer/<int:number>/svar/<int:attempt>/",
        pages.raw_answer,
        name="submission-answer",
    ),
]
