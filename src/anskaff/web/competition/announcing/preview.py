"""What the public will see of a notice, drawn by the templates of the public page (UX B4)."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from anskaff.competition.queries.announcing import NoticeView
from anskaff.notices.queries import reading as queries
from anskaff.web.notices.sheet import sheet_of
from anskaff.web.request import PageRequest, language

TEMPLATE = "competition/announcing/as_published.html"


def preview_of(page: PageRequest, view: NoticeView) -> dict[str, Any]:
    """The notice as anyone will read it, in the language asked for by `vis`, else the page's."""
    asked = page.POST.get("vis", "") or page.GET.get("vis", "")
    tongue = asked if asked in dict(settings.LANGUAGES) else language()
    hit = queries.as_listed(view.reading, page.viewer, page.now)
    with override(tongue):
        shown = {"hit": hit, "sheet": sheet_of(view.reading)}
        public_page = render_to_string(TEMPLATE, shown, request=page)
    return {"public_page": public_page, "preview_language": tongue}
