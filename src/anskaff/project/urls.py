"""All addresses: pages under a language prefix, the API without one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from anskaff.api.main import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    *i18n_patterns(path("", include("anskaff.web.urls"))),
    path("", include("anskaff.web.urls_plain")),
]
handler400 = "anskaff.web.errors.bad_request"
handler403 = "anskaff.web.errors.forbidden"
handler404 = "anskaff.web.errors.not_found"
handler429 = "anskaff.web.errors.too_many"
handler500 = "anskaff.web.errors.server_error"
