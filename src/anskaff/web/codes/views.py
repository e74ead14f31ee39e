"""Pages where anyone finds a code by words or in the tree, and the choices in a form."""

import re

from django.http import Http404, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from anskaff.web.codes.fields import CHOSEN, found_by
from anskaff.web.codes.kinds import KINDS, Kind, choice
from anskaff.web.request import PageRequest

MOST_WORDS = 200
_FIELD = re.compile(r"[A-Za-z][\w-]{0,60}")


@require_safe
def codes(request: PageRequest, kind: str, code: str = "") -> HttpResponse:
    """A code with what is above and below it, or what words find."""
    vocabulary = _kind(kind)
    tree = vocabulary.tree
    if code and code not in tree:
        raise Http404
    asked = request.GET.get("ord", "")[:MOST_WORDS].strip()
    exact = vocabulary.written(asked)
    found = found_by(vocabulary, exact or asked) if asked else []
    below = tree.below(code) if code else tree.below(vocabulary.top) or tree.roots
    context = {
        "kind": vocabulary,
        "installed": bool(tree),
        "code": code,
        "name": vocabulary.label(code),
        "above": [choice(vocabulary, one) for one in tree.above(code)],
        "below": [] if asked else [choice(vocabulary, one) for one in below],
        "asked": asked,
        "found": found,
    }
    if request.GET.get("format") == "json":
        return JsonResponse(
            {key: context[key] for key in ("code", "name", "above", "below", "found")}
        )
    return TemplateResponse(request, "codes/browse.html", context)


@require_safe
def choices(request: PageRequest, kind: str) -> HttpResponse:
    """The choices in a form for the words typed so far, or one step down the tree."""
    vocabulary = _kind(kind)
    field = request.GET.get("felt", "")
    if not _FIELD.fullmatch(field):
        raise Http404
    under = request.GET.get("under")
    words = request.GET.get(field, "")[:MOST_WORDS].strip()
    tree = vocabulary.tree
    context: dict[str, object] = {"kind": vocabulary, "chosen_name": f"{field}{CHOSEN}"}
    context |= {"felt": field, "id": f"id_{field}"}
    if under is None:
        context["choices"] = found_by(vocabulary, vocabulary.written(words) or words)
        context["are_found"] = bool(words)
        context["asked"] = words
    else:
        here = under if under in tree else vocabulary.top
        level = [here, *tree.below(here)] if here else list(tree.roots)
        context["choices"] = [choice(vocabulary, one) for one in level]
        context["above"] = [choice(vocabulary, one) for one in tree.above(here)]
        context["here"] = here
        context["browsing"] = True
    return TemplateResponse(request, "codes/choices.html", context)


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise Http404
    return KINDS[key]
