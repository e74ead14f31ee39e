"""The log for anyone: signed checkpoint, verifier key; and receipts for those they concern."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from anskaff.records import queries
from anskaff.web.request import PageRequest, acting

TEXT = "text/plain; charset=utf-8"


@require_safe
def log_page(request: PageRequest) -> HttpResponse:
    """What the log is, with checkpoint and key as files."""
    context = {
        "checkpoint": queries.checkpoint(request.viewer, request.now),
        "key": queries.log_key(request.viewer),
    }
    return TemplateResponse(request, "records/log.html", context)


@require_safe
def checkpoint(request: PageRequest) -> HttpResponse:
    """The signed checkpoint as it is now, as a C2SP note."""
    return HttpResponse(queries.checkpoint(request.viewer, request.now), content_type=TEXT)


@require_safe
def key(request: PageRequest) -> HttpResponse:
    """The log's verifier key."""
    return HttpResponse(queries.log_key(request.viewer) + "\n", content_type=TEXT)


@require_safe
def receipt(request: PageRequest, index: int) -> HttpResponse:
    """The receipt for a deed of the viewer's organisation, to keep and to verify offline."""
    content = queries.receipt(index, acting(request), at=request.now)
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="kvittering-{index}.json"'
    return response
