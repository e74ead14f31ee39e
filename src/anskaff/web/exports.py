"""The rows of a list as CSV or XLSX, the same rows that the page shows (UX G11)."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def wanted_format(request: HttpRequest) -> str:
    """`csv`, `xlsx`, or nothing when a page is wanted (`?format=`)."""
    asked = request.GET.get("format", "")
    return asked if asked in {"csv", "xlsx"} else ""


def table(
    kind: str, name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """A download called `name`; text that a spreadsheet would run as a formula stays text."""
    content = _csv(headings, rows) if kind == "csv" else _xlsx(headings, rows)
    media_type = "text/csv; charset=utf-8" if kind == "csv" else XLSX
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Semicolons and a byte-order mark, as Norwegian spreadsheets expect."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _xlsx(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for at, row in enumerate([headings, *rows], start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(row=at, column=column, value=str(value))
            cell.data_type = "s"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _harmless(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(STARTS_FORMULA) else text
