"""Official words for fields and codes come from the bundle, and nothing breaks without it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from anskaff.concepts.notice import NoticeReading, Texts
from anskaff.documents.eforms import showing
from anskaff.documents.eforms.labels import Labels, business_term, official, said_in
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.standards.parts import PARTS, hashed, tree_hash
from tests.conftest import STANDARDS


@pytest.fixture
def labels() -> Labels:
    return official(STANDARDS)


def test_without_the_bundle_every_answer_is_nothing(tmp_path: Path) -> None:
    empty = official(tmp_path)
    assert empty.field_label("BT-21-Lot") is None
    assert empty.field_hint("BT-21-Lot") is None
    assert empty.group_label("GR-Lot") is None
    assert empty.notice_label("16") is None
    assert empty.code_label("procurement-procedure-type", "open") is None
    assert empty.codes("procurement-procedure-type") == {}


def test_odd_texts_of_a_publisher_are_left_out_and_missing_languages_filled_in(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "eforms-nor/codelists-en-nb-nn"
    folder.mkdir(parents=True)
    given = {
        "True": {"en": True, "nb": "Ja"},
        "a": {"en": "R&amp;D", "nb": " "},
        "b": {"en": "B", "nb": "B-en", "nn": "B-nynorsk"},
        "c": {},
    }
    (folder / "things.json").write_text(json.dumps(given))
    part = PARTS["eforms-nor-codelists"]
    known = {**PARTS, part.name: replace(part, hash=tree_hash(hashed(part, tmp_path)))}
    names = Labels(Bundle(tmp_path, known)).codes("things")
    assert {code: (name.nb, name.nn, name.en) for code, name in names.items()} == {
        "true": ("Ja", "Ja", "Ja"),
        "a": ("R&D", "R&D", "R&D"),
        "b": ("B-en", "B-nynorsk", "B"),
        "c": ("c", "c", "c"),
    }


def test_a_list_is_asked_for_by_its_name_and_never_by_a_path(labels: Labels) -> None:
    assert labels.codes("../codelists-en-nb-nn/country") == {}
    assert labels.codes("/etc/passwd") == {}


@pytest.mark.standards
def test_fields_have_official_names_and_hints(labels: Labels) -> None:
    title = labels.field_label("BT-21-Lot")
    assert title is not None
    assert (title.nb, title.en) == ("Tittel", "Title")
    meaning, hint = labels.field_hint("BT-21-Lot"), labels.field_hint("BT-36-Lot")
    assert meaning is not None
    assert "procedure or lot" in meaning.en
    assert hint is not None
    assert "EITHER" in hint.en.upper()
    assert labels.field_label("BT-21") == title
    assert labels.field_label("BT-0000-Lot") is None


@pytest.mark.standards
def test_every_field_of_the_sdk_has_a_name_and_every_list_its_codes(labels: Labels) -> None:
    sdk = json.loads((STANDARDS / "eforms-sdk-1.14.2/fields/fields.json").read_text())["fields"]
    assert [each["id"] for each in sdk if labels.field_label(each["id"]) is None] == []
    lists = {each["codeList"]["value"]["id"] for each in sdk if "codeList" in each} - {"cpv"}
    assert [each for each in lists if not labels.codes(each)] == []


@pytest.mark.standards
def test_norwegian_codes_stand_after_those_of_the_eu(labels: Labels) -> None:
    codes = list(labels.codes("award-criterion-type"))
    assert codes[:3] == ["cost", "price", "quality"]
    assert "quality-nor-env-criteria" in codes[3:]


@pytest.mark.standards
@pytest.mark.parametrize("code_list", ["required", "accelerated-procedure", "nda"])
def test_truth_values_are_codes(labels: Labels, code_list: str) -> None:
    assert set(labels.codes(code_list)) == {"true", "false"}


@pytest.mark.standards
@pytest.mark.parametrize("subtype", ["4", "16", "29", "39", "E2", "E3", "E4"])
def test_notice_subtypes_have_names_in_words(labels: Labels, subtype: str) -> None:
    name = labels.notice_label(subtype)
    assert name is not None
    assert all(len(text) > len(subtype) for text in (name.nb, name.nn, name.en))


@pytest.mark.standards
def test_norwegian_of_the_term_stands_in_for_a_field_that_has_english_only(labels: Labels) -> None:
    fields = json.loads((STANDARDS / "eforms-sdk-1.14.2/fields/fields.json").read_text())["fields"]
    english = [
        each["id"]
        for each in fields
        if "attributeOf" not in each
        and (label := labels.field_label(each["id"])) is not None
        and said_in(label, "nb") == "en"
    ]
    given = json.loads(
        (STANDARDS / "eforms-nor/translations-en-nb-nn/business-term.json").read_text()
    )
    for field in english:
        term = given.get(f"business-term|name|{business_term(field)}", {})
        own = labels.field_label(field)
        assert own is not None
        assert not term.get("nb") or term["en"] != own.en, field


@pytest.mark.standards
def test_the_language_that_an_official_text_is_really_in_is_told(labels: Labels) -> None:
    title = labels.field_label("BT-21-Lot")
    assert title is not None
    assert (said_in(title, "nb"), said_in(title, "nn"), said_in(title, "en")) == ("nb", "nb", "en")
    notice = NoticeReading(subtype="16", title=Texts({"nb": "A"}))
    told = {
        language: [
            fact.value
            for fact in showing.sheet(notice, language, labels).technical
            if fact.label in {"Offisielle feltnavn", "Offisielle feltnamn"}
        ]
        for language in ("nb", "nn", "en")
    }
    assert "Nokre finst ikkje på dette språket" in told["nn"][0]
    assert "bokmål" in told["nn"][0]
    assert not any("bokmål" in each for each in told["nb"])
    assert told["en"] == []
