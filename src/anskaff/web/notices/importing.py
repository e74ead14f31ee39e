"""Import published notices: drop files, a folder or an archive, and read what became of each.

All that can be read is registered in one deed, or nothing is. What one request may hold is bounded
before it is read; a whole register is imported with `anskaff notices import`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import archive
from anskaff.notices import importing
from anskaff.notices.actions.registering import require_registrar
from anskaff.notices.importing import STATE_WORDS, State
from anskaff.web.request import PageRequest, acting

TEMPLATE = "notices/import.html"
MOST_BYTES = 50_000_000
FORM_BYTES = 1_000_000
MOST_NOTICES = 500
SUFFIXES = frozenset({".xml", ".zip"})
ORDER = (State.REFUSED, State.REGISTERED, State.KNOWN)

NO_FILE = FindingKind(
    code="import-no-file",
    text=Words(nb="Ingen fil er valgt.", nn="Inga fil er vald.", en="No file is chosen."),
    cure=Words(
        nb="Velg XML-filer, en ZIP-fil eller en mappe.",
        nn="Vel XML-filer, ei ZIP-fil eller ei mappe.",
        en="Choose XML files, a ZIP file or a folder.",
    ),
)
TOO_MUCH = FindingKind(
    code="import-too-much",
    text=Words(
        nb="Det er for mye på én gang: høyst {notices} kunngjøringer og {bytes} byte, også "
        "utpakket. Ingenting er hentet inn.",
        nn="Det er for mykje på éin gong: høgst {notices} kunngjeringar og {bytes} byte, også "
        "utpakka. Ingenting er henta inn.",
        en="That is too much at once: at most {notices} notices and {bytes} bytes, also unpacked. "
        "Nothing was imported.",
    ),
    cure=Words(
        nb="Del opp, eller bruk `anskaff notices import` på tjeneren.",
        nn="Del opp, eller bruk `anskaff notices import` på tenaren.",
        en="Divide it, or use `anskaff notices import` on the server.",
    ),
)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form, and what became of each file that was dropped in it.

    Who sends it and how much it is, is known before the form and its token are read.
    """
    asked = cast(PageRequest, request)
    require_registrar(acting(asked))
    length = asked.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length[:20]) > MOST_BYTES + FORM_BYTES:
        return _page(asked, refused=_too_much(), status=413)
    return _answered(request)


@csrf_protect
def _answered(request: HttpRequest) -> HttpResponse:
    asked = cast(PageRequest, request)
    if asked.method != "POST":
        return _page(asked)
    try:
        outcomes = importing.import_whole(_files(asked), by=acting(asked), at=asked.now)
    except Unreadable as error:
        return _page(asked, refused=error, status=422)
    return _page(asked, outcomes=outcomes)


def _page(
    asked: PageRequest,
    *,
    outcomes: tuple[importing.Outcome, ...] = (),
    refused: Unreadable | None = None,
    status: int = 200,
) -> TemplateResponse:
    counts = Counter(each.state for each in outcomes)
    shown = {
        "groups": [
            (state.value, STATE_WORDS[state], [one for one in outcomes if one.state is state])
            for state in ORDER
            if counts[state]
        ],
        "total": len(outcomes),
        "refused": refused.findings if refused else (),
        "links": {"documents": "#documents"},
        "most_notices": MOST_NOTICES,
        "most_megabytes": MOST_BYTES // 1_000_000,
    }
    return TemplateResponse(asked, TEMPLATE, shown, status=status)


def _files(asked: PageRequest) -> Iterator[tuple[str, bytes]]:
    """Name and content of each document, archives unpacked, within the limits.

    Raises:
        Unreadable: nothing was sent, too much was, or an archive is damaged.
    """
    sent = [
        *asked.FILES.getlist("documents"),
        *(one for one in asked.FILES.getlist("folder") if _is_document(one.name or "")),
    ]
    if not sent:
        raise Unreadable(NO_FILE.at("documents"))
    count = size = 0
    for file in cast("list[UploadedFile[bytes]]", sent):
        for name, data in _contents(file):
            count, size = count + 1, size + len(data)
            if count > MOST_NOTICES or size > MOST_BYTES:
                raise _too_much()
            yield name, data


def _contents(file: "UploadedFile[bytes]") -> Iterator[tuple[str, bytes]]:
    """The file itself, or the documents that the archive holds."""
    name, data = file.name or "", file.read()
    if not archive.is_archive(data):
        yield name, data
        return
    try:
        for inner, content in archive.files_in(data):
            if _is_document(inner):
                yield f"{name}: {inner}", content
    except Unreadable as error:
        told = (each.kind.at("documents", **each.facts) for each in error.findings)
        raise Unreadable(*told) from None


def _is_document(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES


def _too_much() -> Unreadable:
    return Unreadable(TOO_MUCH.at("documents", notices=MOST_NOTICES, bytes=MOST_BYTES))


FINDING_KINDS = (NO_FILE, TOO_MUCH)
