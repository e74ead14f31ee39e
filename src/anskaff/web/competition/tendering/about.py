"""Pages about the service: help, accessibility, privacy, status."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from anskaff.web.request import PageRequest


@require_safe
def help_page(request: PageRequest) -> HttpResponse:
    """How to buy and how to tender, step by step."""
    return TemplateResponse(request, "competition/tendering/help.html", {})


@require_safe
def accessibility(request: PageRequest) -> HttpResponse:
    """The accessibility statement."""
    return TemplateResponse(request, "competition/tendering/accessibility.html", {})


@require_safe
def privacy(request: PageRequest) -> HttpResponse:
    """What is kept about people, why, and for how long."""
    return TemplateResponse(request, "competition/tendering/privacy.html", {})


@require_safe
def status(request: PageRequest) -> HttpResponse:
    """Whether the parts of the service work now."""
    connection.ensure_connection()
    context = {
        "database": connection.vendor,
        "virus_check": bool(settings.ANSKAFF_CLAMD),
        "files_writable": settings.ANSKAFF_FILES_DIR.parent.is_dir(),
    }
    return TemplateResponse(request, "competition/tendering/status.html", context)
