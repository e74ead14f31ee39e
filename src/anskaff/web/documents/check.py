"""«Dokumentsjekk»: drop documents, read the report and the documents. No login, nothing kept.

The page is open to all, so what one request may cost is bounded: bytes, elements, documents, time
with the official engine, requests of an address, and checks at once.
"""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import archive, checking, xml
from anskaff.documents.checking import Layer, Report, Verdict
from anskaff.documents.eforms import recognising
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.reading import Element
from anskaff.project import clock
from anskaff.records import throttle
from anskaff.web import errors
from anskaff.web.competition.tendering.streaming import KeptInMemory
from anskaff.web.documents import engine
from anskaff.web.documents.report import Checked, as_html, as_link
from anskaff.web.request import PageRequest, language

TEMPLATE = "documents/check.html"
MOST_BYTES = 20_000_000
FORM_BYTES = 1_000_000
MOST_DOCUMENTS = 100
MOST_SHOWN = 20
LIMITS = xml.Limits(total_bytes=MOST_BYTES, depth=256, elements=100_000, attributes=100_000)
WINDOW_SECONDS = 300
AT_ONCE = 2
WAIT_SECONDS = 10

NO_FILE = FindingKind(
    code="check-no-file",
    text=Words(nb="Ingen fil er valgt.", nn="Inga fil er vald.", en="No file is chosen."),
    cure=Words(
        nb="Velg én eller flere XML-filer eller en ZIP-fil.",
        nn="Vel éi eller fleire XML-filer eller ei ZIP-fil.",
        en="Choose one or more XML files or a ZIP file.",
    ),
)
TOO_MUCH = FindingKind(
    code="check-too-much",
    text=Words(
        nb="Det er for mye på én gang: høyst {bytes} byte og {documents} dokumenter.",
        nn="Det er for mykje på éin gong: høgst {bytes} byte og {documents} dokument.",
        en="That is too much at once: at most {bytes} bytes and {documents} documents.",
    ),
    cure=Words(
        nb="Velg færre filer, eller bruk `anskaff validate` på egen maskin.",
        nn="Vel færre filer, eller bruk `anskaff validate` på eiga maskin.",
        en="Choose fewer files, or use `anskaff validate` on your own machine.",
    ),
)
BUSY = FindingKind(
    code="check-busy",
    text=Words(
        nb="Mange sjekker dokumenter akkurat nå.",
        nn="Mange sjekkar dokument akkurat no.",
        en="Many are checking documents just now.",
    ),
    cure=Words(
        nb="Vent litt, og prøv igjen.",
        nn="Vent litt, og prøv igjen.",
        en="Wait a little and try again.",
    ),
)

_places = threading.BoundedSemaphore(AT_ONCE)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, and the report of what was dropped in it.

    Nobody is logged in for it and nothing changes, so it takes no token; that also lets a request
    that is too large be refused before it is read.
    """
    page = cast(PageRequest, request)
    if page.method != "POST":
        return TemplateResponse(request, TEMPLATE, {"kinds": _kinds(page)})
    wait = throttle.seconds_to_wait(
        "document-check",
        page,
        most=settings.ANSKAFF_DOCUMENT_CHECKS_PER_FIVE_MINUTES,
        window_seconds=WINDOW_SECONDS,
        at=clock.machine_now(),
    )
    if wait:
        return errors.too_many(request)
    length = page.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length[:20]) > MOST_BYTES + FORM_BYTES:
        return _refused(page, _too_much(), 413)
    if not _places.acquire(timeout=WAIT_SECONDS):
        response = _refused(page, Unreadable(BUSY.at("documents")), 503)
        response["Retry-After"] = str(WAIT_SECONDS)
        return response
    try:
        return _report(page)
    except Unreadable as error:
        return _refused(page, error, 422)
    finally:
        _places.release()


def _report(page: PageRequest) -> HttpResponse:
    page.upload_handlers = [KeptInMemory(page)]
    checked = list(_checked(page))
    told = {
        "kinds": _kinds(page),
        "checked": checked,
        "valid": sum(each.report.verdict is Verdict.VALID for each in checked),
        "report": as_link(checked, language()),
    }
    return TemplateResponse(page, TEMPLATE, told)


def _refused(page: PageRequest, error: Unreadable, status: int) -> TemplateResponse:
    shown = {
        "kinds": _kinds(page),
        "refused": error.findings,
        "links": {"documents": "#documents"},
    }
    return TemplateResponse(page, TEMPLATE, shown, status=status)


def _kinds(page: PageRequest) -> tuple[Words, ...]:
    """The documents that we have rules of our own for."""
    on = legal_day(page.now)
    documents = (each.name for each in known.DOCUMENTS if shelf.rule_set(each, on))
    return (*documents, recognising.NAME)


def _checked(page: PageRequest) -> Iterator[Checked]:
    files = cast("list[UploadedFile[bytes]]", page.FILES.getlist("documents"))
    if not files:
        raise Unreadable(NO_FILE.at("documents"))
    if sum(file.size or 0 for file in files) > MOST_BYTES:
        raise _too_much()
    patience = engine.Patience()
    count = 0
    for file in files:
        for name, data in _contents(file.name or "", file.read()):
            for number, root in _documents(data):
                count += 1
                if count > MOST_DOCUMENTS:
                    raise _too_much()
                if isinstance(root, Report):
                    yield Checked(name=name, number=number, report=root, shown=SafeString())
                    continue
                shown = as_html(root, language(), f"d{count}") if count <= MOST_SHOWN else ""
                report = judged(root, page.now, patience)
                yield Checked(name=name, number=number, report=report, shown=SafeString(shown))


def _documents(data: bytes) -> Iterator[tuple[str, Element | Report]]:
    """The documents of a file, or the report on why it cannot be read."""
    try:
        root = xml.read(data, limits=LIMITS)
    except Unreadable as error:
        yield "", checking.stopped(error.findings, Verdict.INVALID)
        return
    yield from checking.documents_in(root)


def judged(root: Element, at: datetime, patience: engine.Patience | None = None) -> Report:
    """Our own verdict, and beside it the official one when there is time for it."""
    on, bundle = legal_day(at), Path(settings.ANSKAFF_STANDARDS)
    patience = patience or engine.Patience()
    report = checking.check_tree(root, on=on, bundle=bundle)
    if not report.document:
        return report
    why = patience.why_not(sum(1 for _ in root.iter()))
    notice = recognising.recognised(root)
    if why is None and notice is not None and engine.is_getting_ready(bundle, notice, on):
        why = engine.GETTING_READY
        return replace(report, skipped={**report.skipped, Layer.OFFICIAL: why})
    if why is not None:
        late = {Layer.XSD: why, Layer.OFFICIAL: why}
        return replace(report, skipped={**report.skipped, **late})
    return checking.with_official(report, root, engine.official(bundle), on=on)


def _contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself, or those that the archive holds."""
    if not archive.is_archive(data):
        yield name, data
        return
    unpacked = 0
    for inner, content in archive.files_in(data):
        unpacked += len(content)
        if unpacked > MOST_BYTES:
            raise _too_much()
        yield f"{name}: {inner}", content


def _too_much() -> Unreadable:
    return Unreadable(TOO_MUCH.at("documents", bytes=MOST_BYTES, documents=MOST_DOCUMENTS))
