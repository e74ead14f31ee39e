"""Pages to find competitions: the front page and the search."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anskaff.competition.public_words import PHASE_WORDS, Phase
from anskaff.competition.queries import finding as queries
from anskaff.competition.queries.finding import Hit, Wish
from anskaff.concepts import formatting
from anskaff.concepts.days import end_of_day, start_of_day
from anskaff.web import exports
from anskaff.web.codes.fields import CHOSEN, CodeField
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.competition.tendering.references import slug_of
from anskaff.web.competition.tendering.twins import twin
from anskaff.web.request import PageRequest, language

SHOWN_ON_FRONT = 6
ALL_PHASES = "alle"
CODES = {"cpv": CPV, "sted": NUTS}
DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d%m%y"]
ORDERS = (
    ("published", gettext_lazy("Nyeste først")),
    ("deadline", gettext_lazy("Frist snart")),
    ("title", gettext_lazy("Tittel")),
)


class SearchForm(forms.Form):
    """What to search for; all of it stands in the address."""

    ord = forms.CharField(label=gettext_lazy("Ord"), required=False, max_length=200)
    fase = forms.ChoiceField(label=gettext_lazy("Fase"), required=False)
    cpv = CodeField(
        CPV,
        begins=True,
        help_text=gettext_lazy("Ord, eller ett til åtte sifre, for eksempel 39 for møbler."),
    )
    kjoper = forms.CharField(
        label=gettext_lazy("Oppdragsgiver"),
        help_text=gettext_lazy("Navn eller organisasjonsnummer."),
        required=False,
        max_length=200,
    )
    sted = CodeField(NUTS, help_text=gettext_lazy("Et fylke, eller en kode som NO060."))
    frist_fra = forms.DateField(
        label=gettext_lazy("Frist fra og med"),
        help_text=gettext_lazy("For eksempel 17.12.2026."),
        required=False,
        input_formats=DAY_FORMATS,
    )
    frist_til = forms.DateField(
        label=gettext_lazy("Frist til og med"),
        help_text=gettext_lazy("For eksempel 17.12.2026."),
        required=False,
        input_formats=DAY_FORMATS,
    )
    sorter = forms.ChoiceField(label=gettext_lazy("Sorter etter"), choices=ORDERS, required=False)
    antall = forms.TypedChoiceField(
        label=gettext_lazy("Treff per side"),
        choices=[(size, size) for size in queries.PAGE_SIZES],
        coerce=int,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        phases = [(phase.value, PHASE_WORDS[phase].in_(language())) for phase in Phase]
        field = self.fields["fase"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*phases, (ALL_PHASES, _("Alle faser"))]

    def wish(self) -> Wish:
        """What the filled-in fields ask for; wrong ones are left out."""
        asked = self.cleaned_data
        phase = asked.get("fase") or Phase.OPEN.value
        begin: date | None = asked.get("frist_fra")
        end: date | None = asked.get("frist_til")
        return Wish(
            words=asked.get("ord", ""),
            phase=None if phase == ALL_PHASES else Phase(phase),
            cpv=asked.get("cpv", ""),
            buyer=asked.get("kjoper", ""),
            place=asked.get("sted", "").upper(),
            due_from=start_of_day(begin) if begin else None,
            due_before=end_of_day(end) if end else None,
            order=asked.get("sorter") or "published",
        )


def home(request: PageRequest) -> HttpResponse:
    """The front page: search, what is open now, and the two ways in."""
    soon = queries.search(
        Wish(phase=Phase.OPEN, order="deadline"), request.viewer, request.now, size=SHOWN_ON_FRONT
    )
    context = {"hits": soon, "form": SearchForm({})}
    return TemplateResponse(request, "competition/tendering/home.html", context)


def search(request: PageRequest) -> HttpResponse:
    """Search in everything published; the address holds the whole state (UX G11)."""
    form = SearchForm(_with_defaults(request))
    form.is_valid()
    wish = form.wish()
    kind = exports.wanted_format(request)
    if kind:
        hits = queries.search_all(wish, request.viewer, request.now)
        return exports.table(
            kind, "konkurranser", _headings(), (_row(request, hit) for hit in hits)
        )
    page = request.GET.get("side", "1")
    found = queries.search(
        wish,
        request.viewer,
        request.now,
        page=int(page) if page.isdecimal() and len(page) < 7 else 1,  # noqa: PLR2004
        size=form.cleaned_data.get("antall") or queries.PAGE_SIZES[0],
    )
    if request.GET.get("format") == "json":
        return twin(found)
    context = {"hits": found, "form": form, "chips": _chips(form)}
    return TemplateResponse(request, "competition/tendering/search.html", context)


def _with_defaults(request: HttpRequest) -> dict[str, str]:
    fields = SearchForm.base_fields
    names = (*fields, *(f"{name}{CHOSEN}" for name in fields))
    asked = {name: request.GET[name] for name in names if name in request.GET}
    return {"fase": Phase.OPEN.value, "sorter": "published", "antall": "20"} | asked


def _chips(form: SearchForm) -> list[tuple[str, str, str]]:
    """Each filter that narrows the hits: field, label, value in words."""
    chips = []
    for name in ("ord", "fase", "cpv", "kjoper", "sted", "frist_fra", "frist_til"):
        value = form.cleaned_data.get(name)
        if not value or (name == "fase" and value == ALL_PHASES):
            continue
        shown = value
        if name == "fase":
            shown = PHASE_WORDS[Phase(value)].in_(language())
        elif name in CODES:
            shown = CODES[name].named(value)
        elif isinstance(value, date):
            shown = formatting.day(value, language())
        chips.append((name, str(form.fields[name].label), str(shown)))
    return chips


def _headings() -> list[str]:
    return [
        _("Saksnummer"),
        _("Tittel"),
        _("Oppdragsgiver"),
        _("Organisasjonsnummer"),
        _("Fase"),
        _("CPV-kode"),
        _("Sted"),
        _("Kunngjort"),
        _("Tilbudsfrist (norsk tid)"),
        _("Adresse"),
    ]


def _row(request: HttpRequest, hit: Hit) -> list[str]:
    address = reverse("competition", args=[slug_of(hit.reference)])
    return [
        hit.reference,
        hit.title,
        hit.buyer,
        hit.buyer_number,
        hit.phase_words.in_(language()),
        CPV.named(hit.cpv),
        NUTS.named(hit.place),
        formatting.instant(hit.published_at, language()),
        formatting.instant(hit.deadline, language()) if hit.deadline else "",
        request.build_absolute_uri(address),
    ]
