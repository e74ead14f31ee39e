"""Any notice that we can think of reads as it was written, as XML and as JSON."""

import dataclasses
import json
import types
import typing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.money import Money
from anskaff.concepts.notice import (
    CRITERION_KINDS,
    WEIGHT_KINDS,
    NoticeCondition,
    NoticeReading,
    Texts,
)
from anskaff.documents import eforms
from anskaff.documents.eforms import json_form
from anskaff.documents.eforms.project_terms import NATURES
from anskaff.documents.eforms.subtypes import SUBTYPES

TAGS = ("nb", "nn", "no", "en", "se", "deu")
FIRST, LAST = date(1950, 1, 1), date(2089, 12, 31)
said = st.text("abcÆøå019-_.:/?<&\"'", min_size=1, max_size=12)
prose = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=30)
numbers = st.decimals(0, 10**12, places=2)
money = st.builds(Money, numbers, st.sampled_from(("NOK", "EUR")))
texts = st.builds(
    Texts, st.dictionaries(st.sampled_from(TAGS), prose.map(str.strip).filter(bool), max_size=3)
)
seconds = st.integers(-600_000_000, 3_700_000_000)  # from 1950 to 2087
instants = seconds.map(lambda each: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=each))
tags = st.lists(st.sampled_from(TAGS), unique=True, max_size=2).map(tuple)
words_of_a_code = st.builds(NoticeCondition, code=said, description=texts)
required = st.lists(words_of_a_code, max_size=2).map(tuple)
listed = st.lists(
    st.builds(NoticeCondition, subject=said, code=said, description=texts), max_size=2
).map(tuple)
natures = st.sampled_from(list(NATURES.values()))
REQUIRED = ("reserved", "missing_information", "selection_sources")
ONLY: dict[tuple[str, str], st.SearchStrategy[object]] = {
    ("NoticeReading", "subtype"): st.sampled_from(sorted(SUBTYPES)),
    ("NoticeReading", "document"): st.just(""),
    ("NoticeReading", "languages"): tags,
    ("NoticeReading", "more_languages"): tags,
    ("NoticeReading", "additional_natures"): st.just(()),
    ("NoticeReading", "customization"): st.just("eforms-sdk-1.14"),
    ("NoticeReading", "exclusion_grounds"): required,
    ("NoticeReading", "exclusion_sources"): required,
    ("NoticeReading", "nature"): natures,
    ("NoticeLot", "nature"): natures,
    ("NoticeLot", "strategies"): listed,
    ("NoticeLot", "conditions"): listed,
    **{("NoticeLot", name): required for name in REQUIRED},
    ("NoticeLot", "framework_buyers_stated"): st.just("buyer-categories"),
    ("NoticeLot", "languages"): tags,
    ("NoticeLot", "additional_natures"): st.just(()),
    ("NoticeLot", "climate_statements"): st.just(()),
    ("NoticeDocument", "languages"): tags,
    ("NoticeDocument", "more_languages"): tags,
    ("NoticeCriterion", "code"): st.sampled_from(sorted(CRITERION_KINDS)),
    ("StatedWeight", "code"): st.sampled_from(sorted(WEIGHT_KINDS)),
}
PLAIN: dict[object, st.SearchStrategy[object]] = {
    str: said,
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    Decimal: numbers,
    date: st.dates(FIRST, LAST),
    datetime: instants,
    Texts: texts,
    Money: money,
}


@cache
def of(hint: object) -> st.SearchStrategy[object]:
    """Anything of a type that a field of a notice has."""
    if isinstance(hint, types.UnionType):
        [inside] = (each for each in typing.get_args(hint) if each is not types.NoneType)
        return st.none() | of(inside)
    if typing.get_origin(hint) is tuple:
        return st.lists(of(typing.get_args(hint)[0]), max_size=2).map(tuple)
    if hint in PLAIN:
        return PLAIN[hint]
    assert isinstance(hint, type)
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return concept(hint)


def concept(kind: type) -> st.SearchStrategy[object]:
    hints = typing.get_type_hints(kind)
    names = [each.name for each in dataclasses.fields(kind) if each.compare]  # type: ignore[arg-type]
    drawn = {
        name: ONLY[place] if (place := (kind.__name__, name)) in ONLY else of(hints[name])
        for name in names
        if name != "rest" and not (kind.__name__ == "NoticeOrganisation" and name == "touch_points")
    }
    return st.builds(kind, **drawn)


notices = typing.cast("st.SearchStrategy[NoticeReading]", of(NoticeReading))


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(notices)
def test_any_notice_reads_as_it_was_written(notice: NoticeReading) -> None:
    assert eforms.read(eforms.write(notice)) == notice
    assert json_form.from_json(json.loads(json.dumps(json_form.to_json(notice)))) == notice


@pytest.mark.parametrize(
    ("form", "where"),
    [
        ([], ""),
        ({"lots": {}}, "lots"),
        ({"lots": ["LOT-0001"]}, "lots.1"),
        ({"lots": [{"ky": "LOT-0001"}]}, "lots.1.ky"),
        ({"title": "Byggeledelse"}, "title"),
        ({"title": {"nb": 1}}, "title"),
        ({"value": {"value": 1, "currency": "NOK"}}, "value"),
        ({"value": "1 NOK"}, "value"),
        ({"most_lots_awarded": "2"}, "most_lots_awarded"),
        ({"terminated": "true"}, "terminated"),
        ({"publish_on": "21.11.2026"}, "publish_on"),
        ({"dispatched": "2026-11-21T12:00:00"}, "dispatched"),
        ({"form": "letter"}, "form"),
        ({"lots": [{"quantity": "NaN"}]}, "lots.1.quantity"),
        ({"lots": [{"duration": {"amount": "2"}}]}, "lots.1.duration"),
        ({"unread": []}, "unread"),
    ],
)
def test_json_that_is_no_notice_is_refused_with_the_place(form: json_form.Json, where: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        json_form.from_json(form)
    [finding] = refusal.value.findings
    assert finding.where == where
    assert finding.text("nb")


def test_a_value_that_is_null_in_json_is_not_said() -> None:
    assert json_form.from_json({"terminated": None, "subtype": "16"}) == NoticeReading(subtype="16")
