"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.competition.announcing import views

CASE = "innkjop/<slug:ref>/kunngjoringer/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(CASE, views.notices, name="announcements"),
    path(f"{CASE}begynn/", views.begin, name="announcement-begin"),
    path(f"{CASE}<int:draft>/", views.notice, name="announcement"),
    path(f"{CASE}<int:draft>/forhandsvisning/", views.public_view, name="announcement-preview"),
    path(f"{CASE}<int:draft>/kontroller/", views.check, name="announcement-check"),
    path(f"{CASE}<int:draft>/publiser/", views.send, name="announcement-send"),
    path(f"{CASE}<int:draft>/rett/", views.version, name="announcement-version"),
    path(f"{CASE}<int:draft>/kunngjoring.xml", views.notice_xml, name="announcement-xml"),
    path(f"{CASE}<int:draft>/<slug:theme>/", views.theme, name="announcement-theme"),
]
