"""Every text of the pages is there in Nynorsk and English."""

import sys
from pathlib import Path

import pytest
from django.utils.translation import gettext, ngettext, override

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import messages  # noqa: E402

OURS = ["base", "parties"]


@pytest.mark.parametrize("part", OURS)
def test_no_text_is_missing_unsure_or_left_over(part: str) -> None:
    assert messages.wrong_in(part) == []


def test_the_same_text_is_translated_the_same_way_in_every_part() -> None:
    assert messages.conflicts() == []


def test_a_missing_text_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    assert "base/nn: missing: Meny" in messages.wrong_in("base")


def test_templates_and_python_are_read() -> None:
    found = {text.singular: part for part, text in messages.texts()}
    assert found["Meny"] == "base"
    assert found["Innkjøper"] == "base"
    assert found["Passordet er endret."] == "parties"


def test_plurals_follow_the_count() -> None:
    words = ("%(count)s hendelse", "%(count)s hendelser")
    with override("nn"):
        assert ngettext(*words, 1) % {"count": 1} == "1 hending"
        assert ngettext(*words, 2) % {"count": 2} == "2 hendingar"


@pytest.mark.parametrize(("language", "words"), [
    ("nb", "Vi finner ikke siden"),
    ("nn", "Vi finn ikkje sida"),
    ("en", "We cannot find the page"),
])  # fmt: skip
def test_the_compiled_texts_are_in_use(language: str, words: str) -> None:
    with override(language):
        assert gettext("Vi finner ikke siden") == words
