"""The receipt of a delivered tender: page, proof file, PDF (UX S7, G9)."""

from datetime import datetime

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from anskaff.competition.queries import tendering as queries
from anskaff.competition.queries.tendering import ReceiptView
from anskaff.competition.receipt_paper import receipt_paper
from anskaff.concepts.days import legal_day
from anskaff.web import pdf
from anskaff.web.competition.tendering.references import reference_of
from anskaff.web.request import PageRequest, acting, language


@require_safe
def receipt(request: PageRequest, slug: str) -> HttpResponse:
    """The newest receipt, or that of `?versjon=`; `?format=` gives json, pdf or innhold."""
    by = acting(request)
    asked = request.GET.get("versjon", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else None  # noqa: PLR2004
    found = queries.receipt_of(reference_of(slug), number, by)
    name = f"kvittering-{found.version.receipt}"
    match request.GET.get("format"):
        case "json":
            proof = queries.receipt_file(
                reference_of(slug), found.version.number, by, at=request.now
            )
            return _download(proof, "application/json", f"{name}.json")
        case "pdf":
            paper = receipt_paper(found)
            printed = pdf.printed(paper, language(), legal_day(request.now))
            return _download(printed, "application/pdf", f"{name}.pdf")
        case "innhold" if found.statement is not None:
            content = found.statement.as_bytes()
            return _download(content, "application/json", f"innhold-{found.version.receipt}.json")
    context = {"slug": slug, "receipt": found, "is_sealed": _is_sealed(found, request.now)}
    return TemplateResponse(request, "competition/tendering/receipt.html", context)


def _is_sealed(found: ReceiptView, at: datetime) -> bool:
    return found.sealed_until is not None and at < found.sealed_until


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    return response
