"""Pages: the officer's key, the opening, impartiality, and the opened tenders."""

import secrets
from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from anskaff.competition.actions import declaring, rejecting
from anskaff.competition.actions import opening as deeds
from anskaff.competition.actions.opening import Opening
from anskaff.competition.queries import opening as queries
from anskaff.competition.sealing import officer_keys
from anskaff.concepts.errors import Invalid, NotFound, Refused
from anskaff.parties import actions as party_deeds
from anskaff.parties import queries as parties
from anskaff.records import files
from anskaff.web.competition.awarding.forms import (
    ImpartialityForm,
    OfficerKeyForm,
    OpeningForm,
    RejectionForm,
)
from anskaff.web.competition.awarding.pages import (
    TEMPLATES,
    attempt,
    download,
    get_or_post,
    reference_of,
    sent,
    stage_page,
    traced,
)
from anskaff.web.request import PageRequest, acting, language


@sensitive_post_parameters()
@get_or_post
def opening(request: HttpRequest, ref: str) -> HttpResponse:
    """Who has opened their part, how long until the deadline, and the form to open one's own."""
    return _opening_page(request, ref, deeds.open_tenders, _("Du har åpnet din del."))


@sensitive_post_parameters()
@get_or_post
def retry(request: HttpRequest, ref: str) -> HttpResponse:
    """Try again to open the envelopes that failed; the same page and form as the opening."""
    done = _("Konvoluttene er prøvd igjen. Se under om noen gjenstår.")
    return _opening_page(request, ref, deeds.retry_opening, done)


def _opening_page(
    request: HttpRequest, ref: str, open_with: Callable[..., Opening], done: str
) -> HttpResponse:
    page = cast(PageRequest, request)
    view = queries.opening(reference_of(ref), page.viewer)
    form = OpeningForm(sent(page), older=bool(view.older_keys))
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        earlier = form.cleaned_data.get("earlier")
        refused = attempt(
            lambda: open_with(
                view.reference,
                passphrase=form.cleaned_data["passphrase"],
                earlier_passphrases=[earlier] if earlier else [],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            messages.success(page, done)
            return redirect("opening", ref)
        if isinstance(refused, Invalid):
            for finding in refused.findings:
                older = finding.where == "earlier_passphrase" and "earlier" in form.fields
                text = f"{finding.text(language())} {finding.cure(language())}"
                form.add_error("earlier" if older else "passphrase", text)
            refused = None
    is_over = view.deadline is not None and view.deadline < page.now
    return stage_page(
        page, ref, "opening.html", {"view": view, "form": form, "is_over": is_over}, refused=refused
    )


@sensitive_post_parameters()
@get_or_post
def officer_key(request: HttpRequest) -> HttpResponse:
    """Make a key pair from a passphrase; the passphrase is used here and kept nowhere."""
    page = cast(PageRequest, request)
    by = acting(page)
    me = parties.myself(by)
    assert me is not None
    form = OfficerKeyForm(sent(page))
    if page.method == "POST" and form.is_valid():
        try:
            protected = officer_keys.create(
                me.name,
                form.cleaned_data["passphrase"],
                random=secrets.token_bytes,
                known=(me.name, me.email, me.organisation_name),
            )
        except Invalid as refused:
            for finding in refused.findings:
                text = f"{finding.text(language())} {finding.cure(language())}"
                form.add_error("passphrase", text)
        else:
            party_deeds.keep_officer_key(
                public_key=officer_keys.public_key(protected).public,
                protected_private_key=protected.decode(),
                by=by,
                at=page.now,
            )
            messages.success(page, _("Åpningsnøkkelen er laget."))
            return redirect("officer-key")
    keys = [
        (officer_keys.public_key(key.protected).fingerprint, key)
        for key in parties.officer_keys_of(by.person)
    ]
    context = {"form": form, "keys": keys}
    return TemplateResponse(page, TEMPLATES + "officer_key.html", context)


@get_or_post
def impartiality(request: HttpRequest, ref: str) -> HttpResponse:
    """One's own declaration, and what the others on the team have declared."""
    page = cast(PageRequest, request)
    view = queries.impartiality(reference_of(ref), page.viewer)
    form = ImpartialityForm(sent(page))
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: declaring.declare_impartiality(
                view.reference,
                has_interest=form.cleaned_data["interest"] == "yes",
                explanation=form.cleaned_data["explanation"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            messages.success(page, _("Habilitetserklæringen er registrert."))
            return redirect("impartiality", ref)
        if isinstance(refused, Invalid):
            finding = refused.findings[0]
            form.add_error("explanation", f"{finding.text(language())} {finding.cure(language())}")
            refused = None
    return stage_page(page, ref, "impartiality.html", {"view": view, "form": form}, refused=refused)


@require_safe
@traced
def qualification(request: HttpRequest, ref: str) -> HttpResponse:
    """Requirements against tenders, with answers and files."""
    page = cast(PageRequest, request)
    view = queries.qualification(reference_of(ref), page.viewer)
    return stage_page(page, ref, "qualification.html", {"view": view})


@require_safe
@traced
def opened_file(request: HttpRequest, ref: str, file: int) -> StreamingHttpResponse:
    """A file of an opened tender, always as a download."""
    page = cast(PageRequest, request)
    found, media_type = queries.opened_file(reference_of(ref), file, page.viewer)
    return download(files.chunks(found.sha256), found.name, media_type)


@get_or_post
@traced
def reject(request: HttpRequest, ref: str, tender: int) -> HttpResponse:
    """Consequences first, then ground and reason (G7)."""
    page = cast(PageRequest, request)
    view = queries.qualification(reference_of(ref), page.viewer)
    found = next((one for one in view.tenders if one.number == tender), None)
    if found is None:
        raise NotFound(rejecting.NO_SUCH_TENDER.at("tender", number=tender))
    form = RejectionForm(sent(page), grounds=view.grounds, part=view.part)
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: rejecting.reject_tender(
                view.reference, tender, **form.cleaned_data, by=acting(page), at=page.now
            )
        )
        if refused is None:
            messages.success(page, _("Tilbudet er avvist, og leverandøren har fått beskjed."))
            return redirect("qualification", ref)
    context = {"view": view, "tender": found, "form": form}
    return stage_page(page, ref, "reject.html", context, refused=refused)
