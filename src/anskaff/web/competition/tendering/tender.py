"""The supplier's desk: its tenders, and the work space of one tender (UX S3–S7)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anskaff.competition.actions import tendering
from anskaff.competition.queries import tendering as queries
from anskaff.competition.queries.tendering import TenderView
from anskaff.concepts import formatting
from anskaff.concepts.errors import Conflict, Invalid, Unreadable
from anskaff.concepts.finding import Finding
from anskaff.concepts.price_line import PriceLine
from anskaff.documents import price_sheet
from anskaff.project import clock
from anskaff.web import exports
from anskaff.web.competition.tendering.references import reference_of, slug_of
from anskaff.web.competition.tendering.streaming import KeptInMemory
from anskaff.web.once import carry_out_once
from anskaff.web.request import PageRequest, acting, language

Values = Mapping[str, str]
MAX_SHEET_BYTES = 6 * 1024 * 1024


@require_safe
def home(request: PageRequest) -> HttpResponse:
    """The supplier's own tenders, those with the nearest deadline first."""
    acting(request)
    lines = queries.my_tenders(request.viewer, request.now)
    kind = exports.wanted_format(request)
    if kind:
        rows = [
            (
                line.reference,
                line.title,
                line.buyer,
                line.state.in_(language()),
                formatting.instant(line.deadline, language()) if line.deadline else "",
                formatting.instant(line.delivered_at, language()) if line.delivered_at else "",
                line.receipt,
            )
            for line in lines
        ]
        headings = [
            _("Saksnummer"),
            _("Tittel"),
            _("Oppdragsgiver"),
            _("Status"),
            _("Tilbudsfrist (norsk tid)"),
            _("Levert"),
            _("Kvittering"),
        ]
        return exports.table(kind, "tilbud", headings, rows)
    context = {"lines": [(slug_of(line.reference), line) for line in lines]}
    return TemplateResponse(request, "competition/tendering/supplier_home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: PageRequest, slug: str) -> HttpResponse:
    """The checklist; a POST chooses the lots."""
    if request.method == "POST":
        problems = _saved(request, slug, lots=request.POST.getlist("lots"))
        if not problems:
            messages.success(request, _("Valget av delkontrakter er lagret."))
            return HttpResponseRedirect(reverse("tender", args=[slug]))
        return _page(request, slug, "overview", problems=problems)
    return _page(request, slug, "overview")


@require_http_methods(["GET", "HEAD", "POST"])
def requirements(request: PageRequest, slug: str) -> HttpResponse:
    """Answers to the requirements, saved while they are written (G4)."""
    if request.method != "POST":
        return _page(request, slug, "requirements")
    sent = _sent(request, "REQ-")
    problems = _saved(request, slug, answers=sent)
    return _answer(request, slug, "requirements", "tender-prices", problems, answers=sent)


@require_http_methods(["GET", "HEAD", "POST"])
def prices(request: PageRequest, slug: str) -> HttpResponse:
    """The price sheet in the browser (S8)."""
    if request.method != "POST":
        return _page(request, slug, "prices")
    sent = _sent(request, "PL-")
    problems = _saved(request, slug, prices=sent)
    return _answer(request, slug, "prices", "tender-files", problems, prices=sent)


@require_safe
def price_sheet_down(request: PageRequest, slug: str) -> HttpResponse:
    """The price sheet as a workbook to fill in."""
    tender = queries.tender_of(reference_of(slug), acting(request), request.now)
    lines = _sheet_lines(tender, tender.lots or tuple(tender.asked.lots))
    content = price_sheet.write(lines, title=tender.title, language=language())
    response = HttpResponse(content, content_type=exports.XLSX)
    response["Content-Disposition"] = f'attachment; filename="prisskjema-{slug}.xlsx"'
    return response


@csrf_exempt
@require_POST
def price_sheet_up(request: PageRequest, slug: str) -> HttpResponse:
    """Take the prices that are right in a filled-in workbook, and name each bad cell.

    Tenders' prices are never written to a temporary file, so the request is read by a handler of
    our own; the token is checked after that.
    """
    by = acting(request)
    tender = queries.tender_of(reference_of(slug), by, request.now)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MAX_SHEET_BYTES:
        return HttpResponse(status=413)
    request.upload_handlers = [KeptInMemory()]
    return _take_sheet(request, slug, tender)


@csrf_protect
def _take_sheet(request: PageRequest, slug: str, tender: TenderView) -> HttpResponse:
    sent = request.FILES.get("sheet")
    try:
        content = sent.read() if sent else b""
        read, problems = price_sheet.read(content, _sheet_lines(tender, tender.lots))
    except Unreadable as refused:
        read, problems = {}, refused.findings
    if read:
        prices = {key: f"{price:f}".replace(".", ",") for key, price in read.items()}
        tendering.save_draft(tender.id, prices=prices, by=acting(request), at=clock.now())
    if problems:
        return _page(request, slug, "prices", sheet_problems=problems, status=422)
    messages.success(request, _("Prisene fra regnearket er lagret."))
    return HttpResponseRedirect(reverse("tender-prices", args=[slug]))


@require_http_methods(["GET", "HEAD", "POST"])
def deliver(request: PageRequest, slug: str) -> HttpResponse:
    """The confirm page, and the one small request that delivers (S4, G7)."""
    if request.method != "POST":
        return _page(request, slug, "deliver")
    by = acting(request)
    tender = queries.tender_id_of(reference_of(slug), by)

    def send() -> str:
        tendering.deliver_tender(tender, by=by, at=clock.now())
        return reverse("tender-receipt", args=[slug])

    try:
        return carry_out_once(request, send)
    except Invalid:
        return _page(request, slug, "deliver", status=422)
    except Conflict as refused:
        codes = {finding.code for finding in refused.findings}
        if tendering.UNCHANGED.code in codes:
            return HttpResponseRedirect(reverse("tender-receipt", args=[slug]))
        return _page(request, slug, "deliver", problems=refused.findings, status=409)


@require_POST
def confirm(request: PageRequest, slug: str) -> HttpResponse:
    """The chosen answers stand as they are after a correction (S9)."""
    by = acting(request)
    tender = queries.tender_id_of(reference_of(slug), by)
    keys = request.POST.getlist("confirm")
    try:
        tendering.confirm_answers(tender, keys, by=by, at=clock.now())
    except Invalid as refused:
        return _page(request, slug, "overview", problems=refused.findings)
    messages.success(request, _("Svarene er bekreftet."))
    return HttpResponseRedirect(reverse("tender", args=[slug]))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: PageRequest, slug: str) -> HttpResponse:
    """The confirm page, and the withdrawal."""
    if request.method != "POST":
        return _page(request, slug, "withdraw")
    by = acting(request)
    tender = queries.tender_id_of(reference_of(slug), by)

    def send() -> str:
        tendering.withdraw_tender(tender, by=by, at=clock.now())
        return reverse("tender", args=[slug])

    answer = carry_out_once(request, send)
    messages.success(request, _("Tilbudet er trukket. Utkastet er beholdt."))
    return answer


def _sent(request: PageRequest, prefix: str) -> dict[str, str]:
    """The fields of the form whose names are keys with this prefix."""
    names = [name for name in request.POST if name.startswith(prefix)]
    return {name: request.POST.get(name, "") for name in names}


def _answer(
    request: PageRequest,
    slug: str,
    page: str,
    following: str,
    problems: Sequence[Finding],
    *,
    answers: Values | None = None,
    prices: Values | None = None,
) -> HttpResponse:
    if request.htmx:
        tender = queries.tender_of(reference_of(slug), request.viewer, request.now)
        context = {"problems": problems, "tender": tender}
        status = 422 if problems else 200
        template = "competition/tendering/saved.html"
        return TemplateResponse(request, template, context, status=status)
    if problems:
        return _page(request, slug, page, problems=problems, answers=answers, prices=prices)
    stays = "stay" in request.POST
    messages.success(request, _("Utkastet er lagret."))
    return HttpResponseRedirect(reverse(f"tender-{page}" if stays else following, args=[slug]))


def _saved(
    request: PageRequest,
    slug: str,
    *,
    lots: Sequence[str] | None = None,
    answers: Values | None = None,
    prices: Values | None = None,
) -> tuple[Finding, ...]:
    """Save what is right and give back what is wrong, so that one bad field loses no other."""
    by, at = acting(request), clock.now()
    tender = queries.tender_id_of(reference_of(slug), by)
    try:
        tendering.save_draft(tender, lots=lots, answers=answers, prices=prices, by=by, at=at)
    except Invalid as refused:
        wrong = {finding.where.rpartition(".")[2] for finding in refused.findings}
        right_answers = {key: text for key, text in (answers or {}).items() if key not in wrong}
        right_prices = {key: text for key, text in (prices or {}).items() if key not in wrong}
        if right_answers or right_prices:
            tendering.save_draft(tender, answers=right_answers, prices=right_prices, by=by, at=at)
        return refused.findings
    return ()


def _page(
    request: PageRequest,
    slug: str,
    page: str,
    *,
    problems: Sequence[Finding] = (),
    answers: Values | None = None,
    prices: Values | None = None,
    sheet_problems: Sequence[Finding] = (),
    status: int = 0,
) -> TemplateResponse:
    tender = queries.tender_of(reference_of(slug), acting(request), request.now)
    context: dict[str, Any] = {
        "slug": slug,
        "page": page,
        "tender": tender,
        "problems": problems,
        "sheet_problems": sheet_problems,
        "wrong": {finding.where.rpartition(".")[2]: finding for finding in problems},
        "stops": [finding for finding in tender.missing if finding.stops],
        "warnings": [finding for finding in tender.missing if not finding.stops],
        "links": _links(tender, slug),
        "to_confirm": [
            (each.where.rpartition(".")[2], each, _value(tender, each))
            for each in tender.to_confirm
        ],
        "confirm_keys": {each.where.rpartition(".")[2] for each in tender.to_confirm},
        "steps": steps(tender, slug),
        "requirement_rows": _requirement_rows(tender, {**tender.answers, **(answers or {})}),
        "price_lots": _price_lots(tender, {**_shown(tender.prices), **(prices or {})}),
    }
    code = status or (422 if problems else 200)
    return TemplateResponse(request, f"competition/tendering/{page}.html", context, status=code)


def _sheet_lines(tender: TenderView, lots: Sequence[str]) -> list[PriceLine]:
    several = len(tender.asked.lots) > 1
    return [
        PriceLine(
            key=line.key,
            lot=tender.asked.lots[line.lot] if several else "",
            description=line.description,
            unit=line.unit,
            quantity=line.quantity,
        )
        for line in tender.asked.prices_for(lots)
    ]


def _value(tender: TenderView, finding: Finding) -> str:
    """What was answered, as the supplier wrote it."""
    key = finding.where.rpartition(".")[2]
    if key in tender.prices:
        return f"{formatting.number(Decimal(tender.prices[key]), language())} kr"
    said = tender.answers.get(key, "")
    files = ", ".join(one.name for one in tender.files if one.requirement == key)
    return {"yes": _("Ja"), "no": _("Nei")}.get(said, said) or files


def _links(tender: TenderView, slug: str) -> dict[str, str]:
    """Where each missing thing is put right."""
    files = reverse("tender-files", args=[slug])
    found = {"lots": reverse("tender", args=[slug]) + "#lots", "files": files}
    for finding in tender.missing:
        group, _dot, key = finding.where.partition(".")
        if finding.code == "tender-file-missing":
            found[finding.where] = files
        elif group in {"requirements", "prices"}:
            found[finding.where] = f"{reverse(f'tender-{group}', args=[slug])}#{key}"
    return found


def steps(tender: TenderView, slug: str) -> list[dict[str, object]]:
    """The pages of the work space, each with how much is missing there."""
    places = {"tender-requirements": 0, "tender-prices": 0, "tender-files": 0, "tender": 0}
    for finding in tender.missing:
        if finding.stops:
            address = {
                "requirements": "tender-requirements",
                "prices": "tender-prices",
                "files": "tender-files",
            }.get(finding.where.partition(".")[0], "tender")
            if finding.code == "tender-file-missing":
                address = "tender-files"
            places[address] += 1
    named = (
        ("tender", "overview", _("Oversikt")),
        ("tender-requirements", "requirements", _("Krav")),
        ("tender-prices", "prices", _("Pris")),
        ("tender-files", "files", _("Filer")),
        ("tender-deliver", "deliver", _("Lever")),
    )
    return [
        {
            "address": reverse(address, args=[slug]),
            "page": page,
            "label": label,
            "missing": places.get(address, 0),
        }
        for address, page, label in named
    ]


def _requirement_rows(tender: TenderView, answers: Values) -> list[dict[str, object]]:
    """The requirements of the chosen lots with the answers as they stand."""
    missing = {finding.where for finding in tender.missing if finding.stops}
    return [
        {
            "asked": asked,
            "lot": tender.asked.lots.get(asked.lot, ""),
            "value": answers.get(asked.key, ""),
            "missing": f"requirements.{asked.key}" in missing,
            "files": [file for file in tender.files if file.requirement == asked.key],
        }
        for asked in tender.asked.requirements_for(tender.lots)
    ]


def _price_lots(tender: TenderView, prices: Values) -> list[dict[str, object]]:
    """The price lines, lot by lot, with sums that the server computed."""
    return [
        {
            "key": lot,
            "title": tender.asked.lots[lot],
            "sum": tender.lot_sum(lot),
            "lines": [
                {
                    "asked": line,
                    "value": prices.get(line.key, ""),
                    "sum": tender.line_sum(line.key),
                }
                for line in tender.asked.prices_for((lot,))
            ],
        }
        for lot in tender.lots
    ]


def _shown(prices: Values) -> dict[str, str]:
    """Kept decimals as a person in this language writes them."""
    if language() == "en":
        return dict(prices)
    return {key: text.replace(".", ",") for key, text in prices.items()}
