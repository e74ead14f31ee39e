"""«Dokumentsjekk»: drop documents, read the report, download it. No login, nothing kept."""

import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import archive, checking
from anskaff.documents.checking import Report, Verdict
from anskaff.documents.peppol import known, shelf
from anskaff.web.request import PageRequest, language

TEMPLATE = "documents/check.html"
MOST_BYTES = 20_000_000
MOST_DOCUMENTS = 100
MOST_FINDINGS = 200

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


class Checked(NamedTuple):
    """A document and what was found in it."""

    name: str
    number: str
    kind: Words | None
    report: Report

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that the page has room for; the download has them all."""
        return self.report.findings[:MOST_FINDINGS]

    @property
    def more(self) -> int:
        """How many findings only the download has."""
        return len(self.report.findings) - len(self.shown)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, and the report of what was dropped in it."""
    page = cast(PageRequest, request)
    if page.method != "POST":
        return TemplateResponse(request, TEMPLATE, {"kinds": _kinds(page)})
    try:
        checked = list(_checked(page))
    except Unreadable as error:
        links = {"documents": "#documents"}
        shown = {"kinds": _kinds(page), "refused": error.findings, "links": links}
        return TemplateResponse(request, TEMPLATE, shown, status=422)
    told = {
        "kinds": _kinds(page),
        "checked": checked,
        "valid": sum(each.report.verdict is Verdict.VALID for each in checked),
        "report": _as_link(checked),
    }
    return TemplateResponse(request, TEMPLATE, told)


def _kinds(page: PageRequest) -> tuple[Words, ...]:
    """The documents that we have rules of our own for."""
    on = legal_day(page.now)
    return tuple(each.name for each in known.DOCUMENTS if shelf.rule_set(each, on))


def _checked(page: PageRequest) -> Iterator[Checked]:
    files = cast("list[UploadedFile[bytes]]", page.FILES.getlist("documents"))
    if not files:
        raise Unreadable(NO_FILE.at("documents"))
    if sum(file.size or 0 for file in files) > MOST_BYTES:
        raise _too_much()
    count = 0
    for file in files:
        for name, data in _contents(file.name or "", file.read()):
            for number, report in checking.check_file(
                data, on=legal_day(page.now), bundle=Path(settings.ANSKAFF_STANDARDS)
            ):
                count += 1
                if count > MOST_DOCUMENTS:
                    raise _too_much()
                found = known.BY_KEY.get(report.document)
                yield Checked(name, number, found.name if found else None, report)


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


def _as_link(checked: list[Checked]) -> str:
    """The whole report inside the page, so that nothing need be kept for a download."""
    tongue = language()
    told = [
        {
            "file": each.name,
            "id": each.number,
            "document": each.report.document,
            "ruleset": each.report.rule_set,
            "verdict": each.report.verdict.value,
            "findings": [
                {
                    "code": finding.code,
                    "rule": finding.kind.rule,
                    "severity": "fatal" if finding.stops else finding.severity.value,
                    "where": finding.where,
                    "text": finding.text(tongue),
                    "cure": finding.cure(tongue),
                }
                for finding in each.report.findings
            ],
        }
        for each in checked
    ]
    text = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return "data:application/json;base64," + b64encode(text).decode()
