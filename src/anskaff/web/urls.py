"""Pages under a language prefix."""

from django.urls import include, path

urlpatterns = [
    path("", include("anskaff.web.competition.tendering.urls")),
    path("", include("anskaff.web.gateway.urls")),
    path("", include("anskaff.web.competition.announcing.urls")),
    path("", include("anskaff.web.competition.preparing.urls")),
    path("", include("anskaff.web.competition.awarding.urls")),
    path("", include("anskaff.web.notices.urls")),
    path("", include("anskaff.web.parties.urls")),
    path("", include("anskaff.web.records.urls")),
    path("", include("anskaff.web.documents.urls")),
    path("", include("anskaff.web.law.urls")),
    path("", include("anskaff.web.codes.urls")),
]
