"""The supplier's own result, with reasons (UX S11)."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from anskaff.competition.queries.results import own_result
from anskaff.concepts.days import legal_day
from anskaff.web import pdf
from anskaff.web.competition.tendering.references import reference_of
from anskaff.web.request import PageRequest, acting


@require_safe
def result(request: PageRequest, slug: str) -> HttpResponse:
    """Own points, the winner's, reasons, standstill and where to complain; `?format=pdf`."""
    found = own_result(reference_of(slug), acting(request), request.now)
    if request.GET.get("format") == "pdf" and found.letter and found.sent_at:
        printed = pdf.printed_content(found.letter, found.language, legal_day(found.sent_at))
        response = HttpResponse(printed, content_type="application/pdf")
        response["Content-Disposition"] = (
            content_disposition_header(as_attachment=True, filename=f"{slug}-tildeling.pdf") or ""
        )
        return response
    context = {"slug": slug, "found": found}
    return TemplateResponse(request, "competition/tendering/result.html", context)
