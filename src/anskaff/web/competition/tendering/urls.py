"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.competition.tendering import (
    about,
    buyer_questions,
    competition,
    files,
    finding,
    receipt,
    result,
    tender,
)

COMPETITION = "konkurranser/<slug:slug>/"
TENDER = "leverandor/tilbud/<slug:slug>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", finding.home, name="home"),
    path("sok/", finding.search, name="search"),
    path(COMPETITION, competition.competition, name="competition"),
    path(f"{COMPETITION}dokumenter/", competition.documents, name="competition-documents"),
    path(
        f"{COMPETITION}dokumenter/<int:number>/", competition.document, name="competition-document"
    ),
    path(f"{COMPETITION}frister.ics", competition.calendar, name="competition-calendar"),
    path(f"{COMPETITION}sporsmal/", competition.ask, name="competition-ask"),
    path(f"{COMPETITION}interesse/", competition.follow, name="competition-follow"),
    path(f"{COMPETITION}tilbud/", competition.start, name="tender-start"),
    path("leverandor/", tender.home, name="supplier-home"),
    path(TENDER, tender.overview, name="tender"),
    path(f"{TENDER}bekreft/", tender.confirm, name="tender-confirm"),
    path(f"{TENDER}krav/", tender.requirements, name="tender-requirements"),
    path(f"{TENDER}pris/", tender.prices, name="tender-prices"),
    path(f"{TENDER}pris/prisskjema.xlsx", tender.price_sheet_down, name="tender-price-sheet"),
    path(f"{TENDER}pris/regneark/", tender.price_sheet_up, name="tender-price-sheet-upload"),
    path(f"{TENDER}filer/", files.files, name="tender-files"),
    path(f"{TENDER}filer/ny/", files.begin, name="tender-upload-begin"),
    path(f"{TENDER}filer/<slug:key>/", files.state, name="tender-upload"),
    path(f"{TENDER}filer/<slug:key>/bit/", files.piece, name="tender-upload-piece"),
    path(f"{TENDER}filer/<slug:key>/ferdig/", files.finish, name="tender-upload-finish"),
    path(f"{TENDER}filer/<slug:key>/fjern/", files.remove, name="tender-upload-remove"),
    path(f"{TENDER}lever/", tender.deliver, name="tender-deliver"),
    path(f"{TENDER}kvittering/", receipt.receipt, name="tender-receipt"),
    path(f"{TENDER}trekk/", tender.withdraw, name="tender-withdraw"),
    path(f"{TENDER}resultat/", result.result, name="tender-result"),
    path("innkjop/<slug:slug>/sporsmal/", buyer_questions.questions, name="questions-buyer"),
    path("hjelp/", about.help_page, name="help"),
    path("tilgjengelighet/", about.accessibility, name="accessibility"),
    path("personvern/", about.privacy, name="privacy"),
    path("status/", about.status, name="status"),
]
