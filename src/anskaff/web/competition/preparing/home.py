"""The buyer's start page: my tasks, then the cases of the organisation (B1, G11)."""

import csv
from collections.abc import Iterator
from io import BytesIO
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

from anskaff.competition.queries import preparing, tasks
from anskaff.competition.queries.preparing import PAGE_SIZES, Sort
from anskaff.competition.states import STATE_WORDS, State
from anskaff.concepts.days import OSLO
from anskaff.web.competition.preparing import labels
from anskaff.web.request import PageRequest, acting, language

LONGEST_SEARCH = 200
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My tasks by deadline, the cases by phase, and the list with filters in the address."""
    page = cast(PageRequest, request)
    actor = acting(page)
    text, state, sort = _asked(page)
    size = _whole(page, "antall", PAGE_SIZES[0])
    found = preparing.case_page(
        actor,
        text=text,
        state=state,
        sort=sort,
        page=_whole(page, "side", 1),
        size=size if size in PAGE_SIZES else PAGE_SIZES[0],
    )
    shown = {
        "tasks": [(task, labels.STEPS[task.step]) for task in tasks.my_tasks(actor, page.now)],
        "counts": [
            (each.value, STATE_WORDS[each], many)
            for each, many in preparing.state_counts(actor).items()
        ],
        "found": found,
        "previous_page": found.page - 1,
        "next_page": found.page + 1,
        "rows": [(row, STATE_WORDS[row.state]) for row in found.rows],
        "text": text,
        "state": state.value if state else "",
        "state_words": STATE_WORDS[state] if state else "",
        "sort": sort.value,
        "sorts": [(each.value, labels.SORTS[each]) for each in Sort],
        "sizes": PAGE_SIZES,
        "size": size if size in PAGE_SIZES else PAGE_SIZES[0],
    }
    return TemplateResponse(request, "competition/preparing/home.html", shown)


@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The rows of the list as CSV or XLSX, with the same filters."""
    page = cast(PageRequest, request)
    text, state, sort = _asked(page)
    rows = _table(preparing.case_rows(acting(page), text=text, state=state, sort=sort))
    name = _("saker")
    if kind == "csv":
        answer = HttpResponse(content_type="text/csv; charset=utf-8")
        answer.write("\ufeff")
        csv.writer(answer, delimiter=";").writerows([_safe(cell) for cell in row] for row in rows)
    else:
        answer = HttpResponse(_workbook(rows), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer


def _asked(request: PageRequest) -> tuple[str, State | None, Sort]:
    """The filters of the address; what makes no sense is left out."""
    state, sort = request.GET.get("status", ""), request.GET.get("sorter", "")
    return (
        request.GET.get("q", "")[:LONGEST_SEARCH].strip(),
        State(state) if state in set(State) else None,
        Sort(sort) if sort in set(Sort) else Sort.NEWEST,
    )


def _whole(request: PageRequest, name: str, otherwise: int) -> int:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 9 else otherwise  # noqa: PLR2004


def _table(rows: tuple[preparing.CaseRow, ...]) -> Iterator[tuple[str, ...]]:
    """A header, then one row per case."""
    spoken = language()
    yield (_("Sak"), _("Tittel"), _("Status"), _("Tilbudsfrist (norsk tid)"), _("Anslått verdi"))
    for row in rows:
        deadline, value = row.tender_deadline, row.estimated_value_nok
        yield (
            row.reference,
            row.title,
            STATE_WORDS[row.state].in_(spoken),
            f"{deadline.astimezone(OSLO):%Y-%m-%d %H:%M}" if deadline else "",
            "" if value is None else f"{value:f}",
        )


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def _workbook(rows: Iterator[tuple[str, ...]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Saker"))
    for row in rows:
        sheet.append([_text_cell(cast(Worksheet, sheet), cell) for cell in row])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _text_cell(sheet: Worksheet, text: str) -> Cell:
    cell = WriteOnlyCell(sheet, value="".join(sign for sign in text if sign.isprintable()))
    cell.data_type = "s"
    return cell
