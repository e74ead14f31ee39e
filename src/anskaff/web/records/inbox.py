"""The inbox: messages to the person who is logged in."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from anskaff.records import inbox as messages
from anskaff.web.records.listing import Pages, wanted_page
from anskaff.web.records.words import message_text, message_title
from anskaff.web.request import PageRequest, acting, language, whole_number

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One message in words."""

    id: int
    title: str
    text: str
    at: datetime
    is_read: bool


@require_http_methods(["GET", "HEAD", "POST"])
def inbox(request: PageRequest) -> HttpResponse:
    """Messages, newest first; POST marks one read and goes to what it is about, or marks all."""
    actor = acting(request)
    if request.method == "POST":
        sent = request.POST.get("message")
        one = None if sent is None else whole_number(sent) or 0
        path = messages.mark_read(actor, one, request.now)
        return HttpResponseRedirect(f"/{language()}{path}" if path else reverse("inbox"))
    unread_only = "uleste" in request.GET
    page = wanted_page(request)
    found = messages.messages(
        actor, unread_only=unread_only, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
    )
    context = {
        "shown": [_shown(message) for message in found.lines],
        "pages": Pages(page=page, total=found.total, size=PAGE_SIZE),
        "unread_only": unread_only,
    }
    return TemplateResponse(request, "records/inbox.html", context)


def _shown(message: messages.Message) -> Shown:
    return Shown(
        id=message.id,
        title=message_title(message.kind, message.facts, language()),
        text=message_text(message.kind, message.facts, language()),
        at=message.at,
        is_read=message.is_read,
    )
