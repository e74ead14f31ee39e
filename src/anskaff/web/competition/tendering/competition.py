"""The public page of a competition, with documents, questions and ways in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from anskaff.calculations import scoring
from anskaff.competition.actions import questions, tendering
from anskaff.competition.queries import public
from anskaff.competition.queries import tendering as own
from anskaff.competition.queries.announcing import public_corrections
from anskaff.concepts.errors import Invalid
from anskaff.project import clock
from anskaff.web.competition.announcing.pages import in_words, named_in_words
from anskaff.web.competition.tendering.code_names import named, procedure_name
from anskaff.web.competition.tendering.packages import package
from anskaff.web.competition.tendering.references import reference_of
from anskaff.web.competition.tendering.twins import twin
from anskaff.web.once import carry_out_once
from anskaff.web.request import PageRequest, acting, language


class QuestionForm(forms.Form):
    """A question to the buyer."""

    text = forms.CharField(
        label=gettext_lazy("Spørsmålet ditt"),
        help_text=gettext_lazy(
            "Ikke skriv hvem du er eller hva du vil tilby. Svaret går til alle."
        ),
        max_length=questions.MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@require_safe
def competition(request: PageRequest, slug: str) -> HttpResponse:
    """Everything about a published competition that anyone may read, without login."""
    found = public.competition(reference_of(slug), request.viewer, request.now)
    if request.GET.get("format") == "json":
        return twin(found, named)
    return _page(request, slug, found, QuestionForm())


@require_POST
def ask(request: PageRequest, slug: str) -> HttpResponse:
    """Send a question; without text the page comes back and says so."""
    by = acting(request)
    form = QuestionForm(request.POST)
    if form.is_valid():
        text: str = form.cleaned_data["text"]

        def send() -> str:
            questions.ask_question(reference_of(slug), text=text, by=by, at=clock.now())
            return reverse("competition", args=[slug]) + "#sporsmal"

        try:
            answer = carry_out_once(request, send)
        except Invalid as refused:
            for finding in refused.findings:
                form.add_error("text", f"{finding.text(language())} {finding.cure(language())}")
        else:
            messages.success(request, _("Spørsmålet er sendt. Du får beskjed når det er besvart."))
            return answer
    found = public.competition(reference_of(slug), request.viewer, request.now)
    return _page(request, slug, found, form)


@require_POST
def follow(request: PageRequest, slug: str) -> HttpResponse:
    """Be told of answers and changes."""
    tendering.show_interest(reference_of(slug), by=acting(request), at=request.now)
    messages.success(request, _("Du får beskjed om svar og endringer."))
    return HttpResponseRedirect(reverse("competition", args=[slug]))


@require_POST
def start(request: PageRequest, slug: str) -> HttpResponse:
    """Start a tender and go to its work space; once started, just go there."""
    tendering.start_tender(reference_of(slug), by=acting(request), at=clock.now())
    return HttpResponseRedirect(reverse("tender", args=[slug]))


@require_safe
def document(request: PageRequest, slug: str, number: int) -> StreamingHttpResponse:
    """A procurement document, without login; always as a download, whatever it claims to be."""
    found, chunks = public.document(reference_of(slug), number, request.viewer)
    response = StreamingHttpResponse(chunks, content_type="application/octet-stream")
    response["Content-Disposition"] = _attached(found.name)
    response["Content-Length"] = str(found.size)
    return response


@require_safe
def documents(request: PageRequest, slug: str) -> StreamingHttpResponse:
    """All procurement documents that hold now, in one ZIP file."""
    wanted = public.current_documents(reference_of(slug), request.viewer)
    public.competition(reference_of(slug), request.viewer, request.now)
    named: Iterator[tuple[str, datetime, Iterator[bytes]]] = (
        (one.name, one.added_at, chunks) for one, chunks in wanted
    )
    response = StreamingHttpResponse(package(named), content_type="application/zip")
    response["Content-Disposition"] = _attached(f"{slug}-dokumenter.zip")
    return response


@require_safe
def calendar(request: PageRequest, slug: str) -> HttpResponse:
    """The deadlines as a calendar file (iCalendar, RFC 5545)."""
    found = public.competition(reference_of(slug), request.viewer, request.now)
    moments = [
        ("tilbud", _("Tilbudsfrist"), found.deadline),
        ("sporsmal", _("Frist for spørsmål"), found.question_deadline),
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Anskaff//NO"]
    for key, label, at in moments:
        if at is not None:
            lines += [
                "BEGIN:VEVENT",
                f"UID:{key}-{slug}@{request.get_host().split(':')[0]}",
                f"DTSTAMP:{_stamp(found.published_at)}",
                f"DTSTART:{_stamp(at - timedelta(minutes=1))}",
                f"DTEND:{_stamp(at)}",
                f"SUMMARY:{_escaped(label)}: {_escaped(found.title)}",
                f"URL:{request.build_absolute_uri(reverse('competition', args=[slug]))}",
                "END:VEVENT",
            ]
    lines += ["END:VCALENDAR", ""]
    response = HttpResponse(
        "\r\n".join(_folded(line) for line in lines), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = _attached(f"{slug}.ics")
    return response


def _page(
    request: PageRequest, slug: str, found: public.PublicCompetition, form: QuestionForm
) -> TemplateResponse:
    context: dict[str, Any] = {
        "slug": slug,
        "competition": found,
        "procedure": procedure_name(found.procedure),
        "model": scoring.model_with(found.price_model),
        "form": form,
        "is_supplier": own.may_tender(found.reference, request.viewer),
        "has_tender": own.has_tender(found.reference, request.viewer),
        "corrections": [
            (each, in_words(each.changed, each.subtype, each.plan), named_in_words(each))
            for each in public_corrections(found.reference, request.viewer)
        ],
        "has_documents": any(one.replaced_at is None for one in found.documents),
    }
    return TemplateResponse(request, "competition/tendering/competition.html", context)


def _attached(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ").replace("\r", "")


def _folded(line: str) -> str:
    """Lines are at most 75 octets; the rest goes on after a space (RFC 5545 § 3.1)."""
    written = line.encode()
    parts = []
    limit = 75
    while len(written) > limit:
        cut = limit
        while written[cut] & 0xC0 == 0x80:  # noqa: PLR2004 - inside a UTF-8 character
            cut -= 1
        parts.append(written[:cut].decode())
        written, limit = written[cut:], 74
    return "\r\n ".join([*parts, written.decode()])
