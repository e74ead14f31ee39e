"""Pages to find competitions: the front page and the search."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anskaff.competition.public_words import PHASE_WORDS, Phase
from anskaff.competition.queries import finding as queries
from anskaff.competition.queries.finding import Hit, Wish
from anskaff.concepts import formatting
from anskaff.web import exports
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.competition.tendering.code_names import named
from anskaff.web.competition.tendering.references import slug_of
from anskaff.web.competition.tendering.twins import twin
from anskaff.web.filters import Filters
from anskaff.web.request import PageRequest, language

SHOWN_ON_FRONT = 6
ORDERS = (
    ("published", gettext_lazy("Nyeste først")),
    ("deadline", gettext_lazy("Frist snart")),
    ("title", gettext_lazy("Tittel")),
)


class SearchForm(Filters):
    """What to search for among competitions."""

    phase_words = PHASE_WORDS
    orders = ORDERS

    def wish(self) -> Wish:
        """What the filled-in fields ask for; wrong ones are left out."""
        phase = Phase(self.phase) if self.phase else None
        return Wish(**self.asked(), phase=phase, cpv=self.cleaned_data.get("cpv", ""))


def home(request: PageRequest) -> HttpResponse:
    """The front page: search, what is open now, and the two ways in."""
    soon = queries.search(
        Wish(phase=Phase.OPEN, order="deadline"), request.viewer, request.now, size=SHOWN_ON_FRONT
    )
    context = {"hits": soon, "form": SearchForm({})}
    return TemplateResponse(request, "competition/tendering/home.html", context)


def search(request: PageRequest) -> HttpResponse:
    """Search in everything published; the address holds the whole state (UX G11)."""
    form = SearchForm(request.GET.dict())
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
        size=form.size,
    )
    if request.GET.get("format") == "json":
        return twin(found, named)
    context = {"hits": found, "form": form, "chips": form.chips()}
    return TemplateResponse(request, "competition/tendering/search.html", context)


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
