"""Addresses without a language prefix."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.notices import sitemaps

urlpatterns: list[URLPattern | URLResolver] = [
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/kunngjoringer-<int:page>.xml", sitemaps.notices, name="sitemap-notices"),
]
