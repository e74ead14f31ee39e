"""Pages that keep what is typed by themselves, and show it again on any device (UX G4).

A page calls `typed_on` and fills its form with `Typed.over`, and its rows with `Typed.rows`. Its
template includes `typed.html` over the form, `keeps_typing.html` in the form tag, `opened.html` in
the form and `autosave.html` after it (all from `components`), and the script `autosave.js`. Without
JavaScript nothing is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from anskaff.competition.actions import unsaved as actions
from anskaff.competition.queries.unsaved import unsaved
from anskaff.competition.unsaved import Page
from anskaff.web.request import PageRequest, acting, whole_number

ADDRESSES: dict[Page, str] = {
    Page.NEED: "case-need",
    Page.PROCEDURE: "case-procedure",
    Page.LOTS: "case-lots",
    Page.REQUIREMENTS: "case-requirements",
    Page.AWARD_CRITERIA: "case-criteria",
    Page.PRICE_SHEET: "case-prices",
    Page.DEADLINES: "case-deadlines",
    Page.TEAM: "case-team",
    Page.SCORES: "evaluation",
    Page.AGREED_SCORES: "agree-scores",
}
BESIDE_FIELDS = frozenset({"csrfmiddlewaretoken", "opened"})
MOST_ROWS = 520


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the viewer typed on a page and has not saved; no fields when there is nothing.

    `keeps` and `discards` are the addresses to send more typing to, and to throw it away. `mark`
    is the stamp of the section as it is saved now.
    """

    keeps: str
    discards: str
    mark: str
    fields: Mapping[str, list[str]]
    kept_at: datetime | None = None

    @property
    def is_old(self) -> bool:
        """Whether someone saved the section after the typing began, so that it cannot be saved."""
        return self.fields.get("seen", [self.mark])[0] not in {"", self.mark}

    def over(self, stored: Mapping[str, Any], fields: Mapping[str, forms.Field]) -> dict[str, Any]:
        """The initial values of a form: what was stored, with what was typed over it."""
        return {**stored, **(self._read(fields) if self.fields else {})}

    def rows(
        self,
        stored: Sequence[Mapping[str, Any]],
        make: Callable[..., forms.Form],
    ) -> list[Mapping[str, Any]]:
        """The initial values of rows called `rows-0-…`: as typed, else as stored.

        Rows nobody has written in are left out. `make` makes the form of one row.
        """
        if not self.fields:
            return list(stored)
        data = MultiValueDict(self.fields)
        count = whole_number(data.get("rows-TOTAL_FORMS", "")) or 0
        typed: list[Mapping[str, Any]] = []
        for number in range(min(count, MOST_ROWS)):
            prefix = f"rows-{number}"
            row = make(data=data, prefix=prefix)
            if data.get(f"{prefix}-key") or row.has_changed():
                marked = {"DELETE": f"{prefix}-DELETE" in data}
                typed.append({**self._read(row.fields, prefix), **marked})
        return typed

    def _read(self, fields: Mapping[str, forms.Field], prefix: str = "") -> dict[str, Any]:
        """The typed value of each field, as its widget reads it."""
        data, start = MultiValueDict(self.fields), f"{prefix}-" if prefix else ""
        found = {
            name: field.widget.value_from_datadict(data, MultiValueDict(), f"{start}{name}")
            for name, field in fields.items()
        }
        return {name: value for name, value in found.items() if value is not None}


def typed_on(request: PageRequest, reference: str, page: Page, mark: str = "") -> Typed:
    """What the viewer typed on a page; nothing when the page is being sent now."""
    where = [reference.replace("/", "-"), page.value]
    found = None if request.method == "POST" else unsaved(reference, page, request.viewer)
    return Typed(
        keeps=reverse("keep-typing", args=where),
        discards=reverse("discard-typing", args=where),
        mark=mark,
        fields=found.fields if found else {},
        kept_at=found.kept_at if found else None,
    )


def keep_what_was_sent(request: PageRequest, reference: str, page: Page) -> HttpResponse:
    """Keep the fields of this request as typed, and say when."""
    actions.keep_typing(
        reference,
        page,
        {name: values for name, values in request.POST.lists() if name not in BESIDE_FIELDS},
        opened=_instant(request.POST.get("opened", "")),
        by=acting(request),
        at=request.now,
    )
    return TemplateResponse(request, "components/kept.html", {"at": request.now})


@require_POST
def keep(request: HttpRequest, ref: str, page: str) -> HttpResponse:
    """Keep what is typed; sent by the page itself, or by hand after a login that ran out."""
    asked, where = cast(PageRequest, request), _page(page)
    answer = keep_what_was_sent(asked, ref.replace("-", "/", 1), where)
    return answer if asked.htmx else redirect(ADDRESSES[where], ref)


@require_POST
def discard(request: HttpRequest, ref: str, page: str) -> HttpResponse:
    """Throw away what was typed, and show what is saved."""
    asked, where = cast(PageRequest, request), _page(page)
    actions.discard_typing(ref.replace("-", "/", 1), where, by=acting(asked), at=asked.now)
    messages.success(asked, _("Utkastet er forkastet."))
    return redirect(ADDRESSES[where], ref)


def _page(name: str) -> Page:
    """The page with this name.

    Raises:
        Http404: there is none.
    """
    try:
        return Page(name)
    except ValueError:
        raise Http404 from None


def _instant(text: str) -> datetime | None:
    """The instant that a page wrote when it was opened; None when it makes no sense."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
