"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.competition import unsaved
from anskaff.web.competition.preparing import case, guide, home, notice_import, sections

urlpatterns: list[URLPattern | URLResolver] = [
    path("innkjop/", home.home, name="buyer-home"),
    path("innkjop/saker.csv", home.export, {"kind": "csv"}, name="cases-csv"),
    path("innkjop/saker.xlsx", home.export, {"kind": "xlsx"}, name="cases-xlsx"),
    path("innkjop/ny/", guide.guide, name="new-case"),
    path("innkjop/ny/kunngjoring/", notice_import.import_notice, name="import-notice"),
    path("innkjop/<slug:ref>/", case.case, name="case"),
    path("innkjop/<slug:ref>/behov/", sections.need, name="case-need"),
    path("innkjop/<slug:ref>/prosedyre/", sections.procedure, name="case-procedure"),
    path("innkjop/<slug:ref>/delkontrakter/", sections.lots, name="case-lots"),
    path("innkjop/<slug:ref>/krav/", sections.requirements, name="case-requirements"),
    path("innkjop/<slug:ref>/kriterier/", sections.criteria, name="case-criteria"),
    path("innkjop/<slug:ref>/prisskjema/", sections.prices, name="case-prices"),
    path("innkjop/<slug:ref>/dokumenter/", sections.documents, name="case-documents"),
    path("innkjop/<slug:ref>/dokumenter/<int:document>/", sections.document, name="case-document"),
    path(
        "innkjop/<slug:ref>/dokumenter/<int:document>/fjern/",
        sections.remove_document,
        name="case-document-remove",
    ),
    path("innkjop/<slug:ref>/frister/", sections.deadlines, name="case-deadlines"),
    path("innkjop/<slug:ref>/lag/", sections.team, name="case-team"),
    path("innkjop/<slug:ref>/kunngjoring/", notice_import.notice, name="case-notice"),
    path(
        "innkjop/<slug:ref>/kunngjoring/original/",
        notice_import.notice_file,
        name="case-notice-file",
    ),
    path("innkjop/<slug:ref>/forhandsvisning/", case.preview, name="case-preview"),
    path("innkjop/<slug:ref>/kunngjor/", case.publish, name="case-publish"),
    path("innkjop/<slug:ref>/forleng/", case.extend, name="case-extend"),
    path("innkjop/<slug:ref>/utkast/<slug:page>/", unsaved.keep, name="keep-typing"),
    path("innkjop/<slug:ref>/utkast/<slug:page>/forkast/", unsaved.discard, name="discard-typing"),
    path("innkjop/<slug:ref>/avlys/", case.cancel, name="case-cancel"),
]
