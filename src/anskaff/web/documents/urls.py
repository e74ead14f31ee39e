"""Addresses of the document pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.documents import check

urlpatterns: list[URLPattern | URLResolver] = [
    path("dokumentsjekk/", check.check, name="document-check"),
]
