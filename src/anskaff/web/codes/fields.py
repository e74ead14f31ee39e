"""A form field for a code: typed as a code or as words, picked among what fits or was used before.

Without JavaScript, words come back with the codes that fit as choices when the form is sent. With
it, the choices come while one types, and the tree opens in place.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from anskaff.documents.vocabularies import cpv
from anskaff.web.codes.kinds import Kind, choice

CHOSEN = "__valg"
MOST_CHOICES = 8


class CodePicker(forms.TextInput):
    """The text field, with choices under it; what is chosen goes before what is written."""

    template_name = "codes/picker.html"

    def __init__(self, kind: Kind) -> None:
        super().__init__(attrs={"autocomplete": "off", "spellcheck": "false"})
        self.kind = kind
        self.used: Sequence[str] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.get(f"{name}{CHOSEN}") or super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: Mapping[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, dict(attrs or {}))
        place = context["widget"]["attrs"].get("id", f"id_{name}")
        return context | {"kind": self.kind, "installed": bool(self.kind.tree), "id": place}

    def under(self, name: str, value: Any, place: str) -> dict[str, Any]:
        """What stands under the field at this place: the name of its code, and the choices."""
        kind, written = self.kind, str(value or "").strip()
        found = [] if kind.label(written) else found_by(kind, written)
        used = [choice(kind, one) for one in self.used if one != written]
        return {
            "kind": kind,
            "installed": bool(kind.tree),
            "current": kind.named(written) if kind.label(written) else "",
            "choices": found or used,
            "are_found": bool(found),
            "felt": name,
            "chosen_name": f"{name}{CHOSEN}",
            "id": place,
        }


def offer(form: forms.Form, name: str, codes: Sequence[str]) -> None:
    """Show these codes as choices under a field, such as those used before."""
    widget = form.fields[name].widget
    assert isinstance(widget, CodePicker)
    widget.used = codes


def found_by(kind: Kind, words: str) -> list[dict[str, Any]]:
    """The codes whose names have these words, best first."""
    return [choice(kind, one) for one in kind.tree.search(words, most=MOST_CHOICES)]


class CodeField(forms.CharField):
    """A code of a vocabulary. `begins` accepts also what codes begin with, as in a search."""

    widget: CodePicker

    def __init__(self, kind: Kind, *, begins: bool = False, **options: Any) -> None:
        self.kind, self.begins = kind, begins
        options.setdefault("label", kind.name)
        options.setdefault("help_text", kind.example)
        options.setdefault("required", False)
        super().__init__(widget=CodePicker(kind), max_length=200, **options)

    def clean(self, value: Any) -> str:
        """The code.

        Raises:
            ValidationError: there is no such code, or words fit none or several.
        """
        text = str(super().clean(value) or "").strip()
        kind, tree = self.kind, self.kind.tree
        code = kind.written(text)
        begins = self.begins and (text.isdigit() and len(text) <= cpv.DIGITS)
        if not text or begins:
            return text
        if code is not None and (code in tree or not tree):
            return text.upper()
        if code is not None and not tree.search(text, most=1):
            raise forms.ValidationError(
                _("Koden %(code)s finnes ikke. Søk med ord, eller bla i kodene."),
                code="unknown-code",
                params={"code": text},
            )
        if not tree:
            raise forms.ValidationError(
                _("Skriv en kode. Navnene på kodene er ikke installert her."), code="names-missing"
            )
        return self._among(tree.search(text, most=MOST_CHOICES), text)

    def named(self, code: str) -> str:
        """Name first, code after (UX G3); what codes begin with is named as their group."""
        is_beginning = self.begins and code.isdigit()
        label = self.kind.label(code.ljust(cpv.DIGITS, "0") if is_beginning else code)
        return f"{label} ({code})" if label else self.kind.named(code)

    def _among(self, found: Sequence[str], text: str) -> str:
        exact = [one for one in found if self.kind.label(one).casefold() == text.casefold()]
        if len(exact) == 1:
            return exact[0]
        if not found:
            raise forms.ValidationError(
                _("Ingen kode heter «%(words)s». Bruk færre eller kortere ord."),
                code="no-code",
                params={"words": text},
            )
        raise forms.ValidationError(
            _("Velg en av kodene som passer med «%(words)s»."),
            code="choose-code",
            params={"words": text},
        )
