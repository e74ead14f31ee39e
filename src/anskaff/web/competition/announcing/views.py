"""Pages about the notices of a case: choose, fill in, check, publish, correct (B4–B6)."""

from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anskaff.competition.actions import announcing as actions
from anskaff.competition.announcing.fields import Theme
from anskaff.competition.announcing.subtypes import SUBTYPES, may_begin
from anskaff.competition.plan import Plan
from anskaff.competition.queries import announcing as queries
from anskaff.competition.queries.announcing import NoticesOfCase, NoticeView
from anskaff.competition.queries.preparing import CaseView
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Refused
from anskaff.documents import xml
from anskaff.documents.eforms import recognising
from anskaff.web.competition.announcing import pages, preview, words
from anskaff.web.competition.announcing.forms import ThemeForm
from anskaff.web.competition.preparing.pages import (
    REFUSED_STATUS,
    attempt,
    case_of,
    posted,
    ref_of,
)
from anskaff.web.documents import engine
from anskaff.web.documents.check import judged
from anskaff.web.documents.report import Checked
from anskaff.web.gateway.pages import on_its_way
from anskaff.web.request import PageRequest, acting

TEMPLATES = "competition/announcing/"
NOT_PUBLISHED = frozenset({"refused", "stopped"})
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def notices(request: HttpRequest, ref: str) -> HttpResponse:
    """The notices that the case calls for, and those that it has."""
    page = cast(PageRequest, request)
    return _overview(page, ref)


def _overview(page: PageRequest, ref: str, refused: Refused | None = None) -> HttpResponse:
    case = case_of(page, ref)
    view = queries.notices_of_case(case.plan.reference, page.viewer, page.now)
    offered = {each.subtype.code for each in view.called if each.subtype}
    others = [
        each
        for code, each in SUBTYPES.items()
        if code not in offered and may_begin(code, case.plan.state)
    ]
    shown = {
        "notices": view,
        "others": others,
        "refused": refused.findings if refused else (),
        "calculations": _calculations(case.plan, view),
        **_case(case),
    }
    return _page(page, "notices.html", shown, refused=refused)


def _calculations(plan: Plan, view: NoticesOfCase) -> list[tuple[str, str]]:
    """Each signed contract as the page on contract changes asks for it; none signed, no value."""
    known = {"kind": plan.need.kind.value, "buyer": plan.buyer_kind.value}
    if plan.published_at:
        known["on"] = legal_day(plan.published_at).isoformat()
    values = [
        (lot, {"value": f"{value.normalize():f}".replace(".", ",")})
        for lot, value in view.contracts
    ]
    return [(lot, urlencode({**known, **value})) for lot, value in values or [("", {})]]


@require_POST
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin a notice, or go on with the draft that there is."""
    page = cast(PageRequest, request)
    reference = case_of(page, ref).plan.reference
    subtype = page.POST.get("subtype", "")
    here = queries.notices_of_case(reference, page.viewer, page.now).open_subtypes
    if subtype in here:
        return redirect("announcement", ref, here[subtype])
    begun: list[int] = []
    refused = attempt(
        lambda: begun.append(actions.begin_notice(reference, subtype, by=acting(page), at=page.now))
    )
    if refused is not None:
        return _overview(page, ref, refused)
    return redirect("announcement", ref, begun[0])


@require_safe
def notice(request: HttpRequest, ref: str, draft: int) -> HttpResponse:
    """One version: what it says, what is missing, and what it changes."""
    page = cast(PageRequest, request)
    _case, view = _both(page, ref, draft)
    way = on_its_way(page, view.submission) if view.submission else {}
    return _notice(page, ref, draft, "notice.html", way)


@get_or_post
def theme(request: HttpRequest, ref: str, draft: int, theme: str) -> HttpResponse:
    """One theme of the form, with what the public will see beside it."""
    page = cast(PageRequest, request)
    case, view = _both(page, ref, draft)
    here = next((each for each in pages.themes_of(view.values) if each.value == theme), None)
    if here is None:
        raise Http404
    inside = pages.in_theme(view.values, here)
    code = view.row.subtype.code
    asked = inside if view.may_change else ()
    form = ThemeForm(posted(page), values=view.values, asked=asked)
    refused: Refused | None = None
    if page.method == "POST":
        valid = form.is_valid()
        refused = attempt(
            lambda: actions.answer_notice(
                case.plan.reference, draft, form.answers(), by=acting(page), at=page.now
            )
        )
        if page.htmx and refused is None:
            case, view = _both(page, ref, draft)
            drawn = {**_case(case), "row": view.row, **preview.preview_of(page, view)}
            return TemplateResponse(page, f"{TEMPLATES}kept.html", {"at": page.now, **drawn})
        if valid and refused is None:
            return _onward(page, ref, view, here)
    shown = {
        "form": form,
        "theme": here.value,
        "heading": words.THEMES[here],
        "groups": pages.grouped(inside, case.plan, ref, code, form if view.may_change else None),
        "own_findings": tuple(
            each for each in view.findings if _theme_of(view, each.where) is here
        ),
        "unsaved": page.method == "POST" and refused is None,
    }
    return _notice(page, ref, draft, "theme.html", shown, refused=refused)


def _theme_of(view: NoticeView, where: str) -> Theme | None:
    each = view.values.by_key.get(where)
    return each.field.theme if each else None


def _onward(page: PageRequest, ref: str, view: NoticeView, here: Theme) -> HttpResponse:
    """To the next theme, or to the check after the last; «Lagre» stays."""
    messages.success(page, _("Kunngjøringen er lagret."))
    if "stay" in page.POST:
        return redirect("announcement-theme", ref, view.row.id, here.value)
    themes = pages.themes_of(view.values)
    after = themes[themes.index(here) + 1 :]
    if after:
        return redirect("announcement-theme", ref, view.row.id, after[0].value)
    return redirect("announcement", ref, view.row.id)


@require_safe
def public_view(request: HttpRequest, ref: str, draft: int) -> HttpResponse:
    """What the public will see, in the language asked for: a page, or the part beside the form."""
    page = cast(PageRequest, request)
    if page.htmx:
        case, view = _both(page, ref, draft)
        shown = {**_case(case), "row": view.row, **preview.preview_of(page, view)}
        return TemplateResponse(page, f"{TEMPLATES}preview.html", shown)
    return _notice(page, ref, draft, "public_view.html")


@require_safe
def check(request: HttpRequest, ref: str, draft: int) -> HttpResponse:
    """What the published rules say of the notice, and which of them were asked (B4)."""
    page = cast(PageRequest, request)
    case, view = _both(page, ref, draft)
    if view.findings:
        return redirect("announcement", ref, draft)
    data = queries.notice_file(case.plan.reference, draft, page.viewer, page.now)
    report = judged(xml.read(data), page.now)
    checked = Checked(report=report)
    told = [(each, pages.place_of(each, view, ref)) for each in checked.findings]
    return _notice(page, ref, draft, "check.html", {"checked": checked, "told": told})


@get_or_post
def send(request: HttpRequest, ref: str, draft: int) -> HttpResponse:
    """Consequences first, then the one button that publishes (G7)."""
    page = cast(PageRequest, request)
    case, view = _both(page, ref, draft)
    refused: Refused | None = None
    if page.method == "POST":
        refused = attempt(
            lambda: actions.send_notice(case.plan.reference, draft, by=acting(page), at=page.now)
        )
        if refused is None:
            messages.success(page, _("Kunngjøringen er sendt."))
            return redirect("announcement", ref, draft)
    broken = queries.broken_rules(case.plan.reference, draft, page.viewer, page.now)
    shown = {"broken": broken, "places": {x.where: pages.place_of(x, view, ref) for x in broken}}
    return _notice(page, ref, draft, "send.html", shown, refused=refused)


@get_or_post
def version(request: HttpRequest, ref: str, draft: int) -> HttpResponse:
    """What a correction means, then the button that begins it (N-8)."""
    page = cast(PageRequest, request)
    case, view = _both(page, ref, draft)
    replaces = view.submission is not None and view.submission.state in NOT_PUBLISHED
    refused: Refused | None = None
    if page.method == "POST":
        begun: list[int] = []
        refused = attempt(
            lambda: begun.append(
                actions.begin_version(
                    case.plan.reference, draft, replaces=replaces, by=acting(page), at=page.now
                )
            )
        )
        if refused is None:
            return redirect("announcement", ref, begun[0])
    return _notice(page, ref, draft, "version.html", {"replaces": replaces}, refused=refused)


@require_safe
def notice_xml(request: HttpRequest, ref: str, draft: int) -> HttpResponse:
    """The notice as XML: as it was sent, or as it would be sent now."""
    page = cast(PageRequest, request)
    reference = case_of(page, ref).plan.reference
    data = queries.notice_file(reference, draft, page.viewer, page.now)
    return HttpResponse(
        data,
        content_type="application/xml",
        headers={"Content-Disposition": f'attachment; filename="{ref}-{draft}.xml"'},
    )


def _both(page: PageRequest, ref: str, draft: int) -> tuple[CaseView, NoticeView]:
    case = case_of(page, ref)
    return case, queries.notice_of_case(case.plan.reference, draft, page.viewer, page.now)


def _notice(
    page: PageRequest,
    ref: str,
    draft: int,
    template: str,
    more: dict[str, Any] | None = None,
    *,
    refused: Refused | None = None,
) -> HttpResponse:
    """A page about one notice with its menu of themes and its preview."""
    case, view = _both(page, ref, draft)
    if view.may_change:
        _get_rules_ready(page, view)
    shown = {
        **_case(case),
        "view": view,
        "row": view.row,
        "menu": pages.menu_of(view),
        **preview.preview_of(page, view),
        "links": pages.links_for(view, ref),
        "changes": pages.changes_of(view, case.plan),
        "refused": refused.findings if refused else (),
        **(more or {}),
    }
    return _page(page, template, shown, refused=refused)


def _get_rules_ready(page: PageRequest, view: NoticeView) -> None:
    """The official rules take seconds to compile: begin while the notice is still being written."""
    on, bundle = legal_day(page.now), Path(settings.ANSKAFF_STANDARDS)
    engine.get_ready(bundle, recognising.written_now(view.row.subtype.code, on), on)


def _case(case: CaseView) -> dict[str, Any]:
    return {"plan": case.plan, "ref": ref_of(case.plan.reference), "may_change": case.may_change}


def _page(
    page: PageRequest, template: str, shown: dict[str, Any], *, refused: Refused | None
) -> HttpResponse:
    known = (code for kind, code in REFUSED_STATUS.items() if isinstance(refused, kind))
    invalid = page.method == "POST"
    return TemplateResponse(
        page, TEMPLATES + template, shown, status=next(known, 422 if invalid else 200)
    )
