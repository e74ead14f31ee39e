"""Addresses of the pages about the law."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.law import changes, rules

urlpatterns: list[URLPattern | URLResolver] = [
    path("regler/", rules.rules, name="rules"),
    path("regler/kontraktsendring/", changes.changes, name="contract-changes"),
    path("regler/regler.json", rules.rules_as_json, name="rules-json"),
]
