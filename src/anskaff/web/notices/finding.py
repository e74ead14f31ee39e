"""Search in the register of notices: page, JSON, CSV, XLSX and Atom of the same hits."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from anskaff.concepts import formatting
from anskaff.documents.vocabularies import cpv
from anskaff.notices.hits import Hit
from anskaff.notices.queries import finding as queries
from anskaff.notices.queries.watching import IN_FEED
from anskaff.web import exports
from anskaff.web.codes.kinds import CPV, choice
from anskaff.web.competition.tendering.twins import twin
from anskaff.web.notices import atom
from anskaff.web.notices.forms import SaveForm, SearchForm
from anskaff.web.request import PageRequest, language, whole_number

FIRST_FIELDS = ("ord", "fase")
MARKS = ("gronn", "sosial", "innovasjon")


@require_safe
def search(request: PageRequest) -> HttpResponse:
    """Notices of all phases, own and imported; the address holds the whole state (UX G11)."""
    form = SearchForm(request.GET.dict())
    wish = form.wish()
    kind = exports.wanted_format(request)
    if kind:
        hits = queries.search_all(wish, request.viewer, request.now)
        rows = (_row(request, hit) for hit in hits)
        return exports.table(kind, "kunngjoringer", _headings(), rows)
    if request.GET.get("format") == "atom":
        newest = replace(wish, order="published")
        found = queries.search(newest, request.viewer, request.now, size=IN_FEED)
        return atom.feed(request, _feed_title(form), found.lines)
    page = whole_number(request.GET.get("side", "1")) or 1
    found = queries.search(wish, request.viewer, request.now, page=page, size=form.size)
    if request.GET.get("format") == "json":
        return twin(found)
    context = {
        "hits": found,
        "form": form,
        "saving": SaveForm(initial={"name": form.name(), "query": form.query()}),
        "chips": form.chips(),
        "first": FIRST_FIELDS,
        "marks": MARKS,
        "narrower": _narrower(form),
    }
    return TemplateResponse(request, "notices/search.html", context)


def _feed_title(form: SearchForm) -> str:
    chosen = ", ".join(f"{label}: {value}" for _name, label, value in form.chips())
    return _("Kunngjøringer") + (f" – {chosen}" if chosen else "")


def _narrower(form: SearchForm) -> list[dict[str, Any]]:
    """The codes directly under the chosen one."""
    chosen: str = form.cleaned_data.get("cpv", "")
    below = CPV.tree.below(chosen.ljust(cpv.DIGITS, "0")) if chosen else ()
    return [choice(CPV, code) for code in below]


def _headings() -> list[str]:
    return [
        _("Kunngjøring"),
        _("Versjon"),
        _("Publiseringsnummer"),
        _("Tittel"),
        _("Oppdragsgiver"),
        _("Organisasjonsnummer"),
        _("Fase"),
        _("Type kunngjøring"),
        _("CPV-kode"),
        _("Sted"),
        _("Verdi"),
        _("Valuta"),
        _("Valgt leverandør"),
        _("Antall tilbud"),
        _("Klima og miljø"),
        _("Sosiale mål"),
        _("Innovasjon"),
        _("Kunngjort (norsk tid)"),
        _("Frist (norsk tid)"),
        _("Adresse"),
    ]


def _row(request: HttpRequest, hit: Hit) -> list[str]:
    yes: Mapping[bool, str] = {True: _("ja"), False: _("nei")}
    received = hit.tenders_received
    return [
        hit.notice,
        hit.version,
        hit.publication,
        hit.title.in_(language()),
        "; ".join(hit.buyers),
        "; ".join(hit.buyer_numbers),
        hit.phase_words.in_(language()),
        hit.subtype,
        hit.cpv,
        hit.place,
        f"{hit.value.amount:f}" if hit.value else "",
        hit.value.currency if hit.value else "",
        "; ".join(hit.winners),
        "" if received is None else str(received),
        yes[hit.green],
        yes[hit.social],
        yes[hit.innovation],
        formatting.instant(hit.published_at, language()),
        formatting.instant(hit.deadline, language()) if hit.deadline else "",
        request.build_absolute_uri(reverse("notice", args=[hit.notice])),
    ]
