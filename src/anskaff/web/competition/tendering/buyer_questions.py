"""The buyer's question page: what was asked, and one answer to all (S10)."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from anskaff.competition.actions import questions as deeds
from anskaff.competition.queries.questions import questions_of
from anskaff.concepts.errors import Invalid
from anskaff.web.competition.tendering.references import reference_of
from anskaff.web.request import PageRequest, acting, language


class AnswerForm(forms.Form):
    """A question in the buyer's words, and the answer that everyone gets."""

    question = forms.IntegerField(widget=forms.HiddenInput)
    public_text = forms.CharField(
        label=gettext_lazy("Spørsmålet slik alle får lese det"),
        help_text=gettext_lazy("Skriv om alt som kan røpe hvem som spør."),
        max_length=deeds.MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answer = forms.CharField(
        label=gettext_lazy("Svaret"),
        help_text=gettext_lazy("Svaret går til alle samtidig og kan ikke endres etterpå."),
        max_length=deeds.MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: PageRequest, slug: str) -> HttpResponse:
    """The questions of a case; a POST answers one of them."""
    reference = reference_of(slug)
    by = acting(request)
    questions_of(reference, by)
    if request.method != "POST":
        return _page(request, slug, None)
    form = AnswerForm(request.POST, auto_id="id_sent_%s")
    if form.is_valid():
        sent = form.cleaned_data
        try:
            deeds.answer_question(
                sent["question"],
                public_text=sent["public_text"],
                answer=sent["answer"],
                by=by,
                at=request.now,
            )
        except Invalid as refused:
            for finding in refused.findings:
                form.add_error(finding.where, f"{finding.text(language())}")
        else:
            messages.success(request, _("Svaret er publisert og sendt til alle interesserte."))
            return HttpResponseRedirect(reverse("questions-buyer", args=[slug]))
    return _page(request, slug, form)


def _page(request: PageRequest, slug: str, sent: AnswerForm | None) -> TemplateResponse:
    found = questions_of(reference_of(slug), request.viewer)
    sent_for = sent["question"].value() if sent else None
    rows: list[dict[str, Any]] = []
    for one in found.questions:
        mine = sent if sent is not None and str(one.id) == str(sent_for) else None
        fresh = AnswerForm(
            initial={"question": one.id, "public_text": one.text}, auto_id=f"id_{one.number}_%s"
        )
        rows.append({"question": one, "form": mine or fresh})
    context = {"slug": slug, "found": found, "rows": rows, "form": sent}
    return TemplateResponse(request, "competition/tendering/buyer_questions.html", context)
