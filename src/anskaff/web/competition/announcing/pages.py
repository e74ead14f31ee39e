"""What the pages of one notice share: its themes, values in groups, links and preview."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _

from anskaff.competition.announcing.changes import Difference, field_of
from anskaff.competition.announcing.fields import Scope, Theme
from anskaff.competition.announcing.known import ANSWERED, place_name
from anskaff.competition.announcing.values import FieldValue, Values
from anskaff.competition.plan import Plan
from anskaff.competition.queries.announcing import NoticeView, PublicCorrection
from anskaff.concepts.finding import Finding
from anskaff.concepts.notice import LotKind
from anskaff.web.competition.announcing import words
from anskaff.web.competition.announcing.forms import ThemeForm, name_of
from anskaff.web.request import language

CASE_PAGES = frozenset(
    {"case", "case-need", "case-lots", "case-criteria", "case-procedure", "case-deadlines"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A value as shown: label, text, where it came from, and the fields that ask for it.

    `proposed`: the field starts with a proposal, which nobody has answered yet.
    """

    label: str
    text: str
    source: str
    address: str
    fields: tuple[BoundField, ...]
    official: str
    lang: str
    proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Values that belong together: of the notice, of one lot or of one criterion."""

    heading: str
    lines: tuple[Line, ...]


def themes_of(values: Values) -> tuple[Theme, ...]:
    """The themes that this notice has."""
    return tuple(dict.fromkeys(each.field.theme for each in values))


def in_theme(values: Values, theme: Theme) -> tuple[FieldValue, ...]:
    """The values of one theme that are asked or said."""
    return tuple(each for each in values if each.field.theme is theme)


def grouped(
    values: Sequence[FieldValue], plan: Plan, ref: str, subtype: str, form: ThemeForm | None = None
) -> tuple[Lines, ...]:
    """The values of a theme, by the lot or criterion that they belong to."""
    places: dict[str, list[FieldValue]] = {}
    for each in values:
        places.setdefault(each.place, []).append(each)
    said = [place for place in places if any(each.value for each in places[place]) and place]
    numbers = {place: number for number, place in enumerate(said, 1)}
    return tuple(
        Lines(
            heading=_heading(place, inside, plan, numbers),
            lines=tuple(_line(each, ref, subtype, form) for each in inside),
        )
        for place, inside in places.items()
    )


def _heading(
    place: str, inside: Sequence[FieldValue], plan: Plan, numbers: Mapping[str, int]
) -> str:
    """What the values of a place are about: a lot, a criterion, or a change with its number."""
    if inside[0].field.scope is Scope.GROUP:
        return (
            _("Gruppe %(key)s") % {"key": place}
            if place in numbers
            else _("En gruppe av delkontrakter til, hvis dere trenger det")
        )
    if inside[0].field.scope is not Scope.CHANGE:
        return place_name(place, plan)
    if place not in numbers:
        return _("En endring til, hvis noe mer er endret")
    of = field_of(place)
    name = f": {of.label.in_(language())}" if of else ""
    return _("Endring %(number)s") % {"number": numbers[place]} + name


def _line(each: FieldValue, ref: str, subtype: str, form: ThemeForm | None) -> Line:
    source = each.source
    page = source.page if source else ""
    label = words.label_of(each.field, subtype)
    if each.language and each.language != "no":
        label = f"{label} – {words.tongue(each.language)}"
    return Line(
        label=label,
        text=words.said(each),
        source=words.in_words(source.words) if source else "",
        address=_address(page, ref),
        fields=tuple(form.drawn(each)) if form and each.editable else (),
        official=each.field.official(subtype),
        lang={"no": "nb", "en": "en"}.get(each.language, ""),
        proposed=source is not None and source is not ANSWERED,
    )


def _address(page: str, ref: str) -> str:
    if page == "organisation":
        return reverse("organisation")
    return reverse(page, args=[ref]) if page in CASE_PAGES else ""


def links_for(view: NoticeView, ref: str) -> Mapping[str, str]:
    """Where to cure each finding: the field on its theme's page, by the key of its value."""
    return {
        each.where: address_of(view, ref, each.where)
        for each in (*view.findings, *view.warnings)
        if each.where in view.values.by_key
    }


def address_of(view: NoticeView, ref: str, key: str) -> str:
    """The page of a field, with the field itself where it is answered there."""
    each = view.values.by_key[key]
    page = reverse("announcement-theme", args=[ref, view.row.id, each.field.theme.value])
    return f"{page}#id_{name_of(key)}" if each.editable else page


_LOT = re.compile(r"cac:ProcurementProjectLot(?:\[(\d+)\])?(?:/|$)")


def place_of(finding: Finding, view: NoticeView, ref: str) -> str:
    """The page of the field that a published rule speaks of, in its lot; empty when there is none.

    The rule names the field as the standard does, and the place in the notice says which lot.
    """
    told = str(finding.facts.get("field", ""))
    subtype = view.row.subtype.code
    found = [each for each in view.values if each.field.official(subtype) == told]
    in_lot = _LOT.search(finding.where)
    grouped = bool(found) and found[0].field.scope is Scope.GROUP
    before = sum(x.kind is not LotKind.GROUP for x in view.reading.lots) if grouped else 0
    nth = int(in_lot[1] or 1) - 1 - before if in_lot else 0
    at = min(max(nth, 0), max(len(found) - 1, 0))
    return address_of(view, ref, found[at].key) if found else ""


def wrong_in(findings: Sequence[Finding], values: Values) -> dict[Theme, int]:
    """How many findings each theme has."""
    counted: dict[Theme, int] = {}
    for each in findings:
        if each.where in values.by_key:
            theme = values.by_key[each.where].field.theme
            counted[theme] = counted.get(theme, 0) + 1
    return counted


def menu_of(view: NoticeView) -> list[tuple[str, Any, int]]:
    """The themes with their names and how many findings each has."""
    wrong = wrong_in(view.findings, view.values)
    return [
        (theme.value, words.THEMES[theme], wrong.get(theme, 0)) for theme in themes_of(view.values)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A field that differs from the version before, as people read it."""

    label: str
    place: str
    before: str
    after: str


def changes_of(view: NoticeView, plan: Plan) -> tuple[Changed, ...]:
    """What the notice changes, field by field, in words."""
    return in_words(view.changed, view.row.subtype.code, plan)


def in_words(changed: Sequence[Difference], subtype: str, plan: Plan) -> tuple[Changed, ...]:
    """Differences as people read them."""
    return tuple(
        Changed(
            label=words.label_of(each.field, subtype),
            place=place_name(each.place, plan),
            before=_then(each, each.before),
            after=_then(each, each.after),
        )
        for each in changed
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A change that the buyer has named: where, what, and when the documents changed."""

    sections: str
    text: str
    documents: bool
    on: date | None


def named_in_words(correction: PublicCorrection) -> tuple[Named, ...]:
    """The changes that no difference of a field tells, as people read them."""
    return tuple(
        Named(
            sections=", ".join(
                correction.sections[key].in_(language()) if key in correction.sections else key
                for key in each.sections
            ),
            text=each.description.in_(language()),
            documents=bool(each.documents_changed),
            on=each.documents_changed_on,
        )
        for each in correction.own
    )


def _then(each: Difference, value: str) -> str:
    told = FieldValue(
        field=each.field,
        place=each.place,
        language=each.language,
        value=value,
        source=None,
        editable=False,
    )
    return words.said(told)
