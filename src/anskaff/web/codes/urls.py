"""Addresses of the pages about codes."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.codes import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("koder/<slug:kind>/", views.codes, name="codes"),
    path("koder/<slug:kind>/valg/", views.choices, name="code-choices"),
    path("koder/<slug:kind>/<slug:code>/", views.codes, name="code"),
]
