"""`anskaff codes`: CPV, regions, code lists and fields in official words."""

import json

import pytest

from tests.cli.conftest import Anskaff
from tests.conftest import STANDARDS

HERE = {"ANSKAFF_STANDARDS": str(STANDARDS)}


@pytest.mark.standards
def test_what_is_bought_is_found_by_words_best_first(anskaff: Anskaff) -> None:
    told = anskaff("codes", "cpv", "kontormøbler", env=HERE)
    assert (told.returncode, told.stdout.splitlines()[0]) == (0, "Kontormøbler (39130000)")
    english = anskaff("codes", "cpv", "office furniture", "--language", "en", "--json", env=HERE)
    assert json.loads(english.stdout)[0] == {"code": "39130000", "label": "Office furniture"}


@pytest.mark.standards
def test_a_whole_code_stands_between_the_wider_and_the_narrower(anskaff: Anskaff) -> None:
    lines = anskaff("codes", "cpv", "39130000-2", env=HERE).stdout.splitlines()
    assert [line.count("  ") for line in lines[:4]] == [0, 1, 2, 3]
    assert [line[-9:-1] for line in lines[:4]] == ["39000000", "39100000", "39130000", "39131000"]
    counties = anskaff("codes", "nuts", "no08", env=HERE).stdout
    assert "Oslo (NO081)" in counties


@pytest.mark.standards
def test_codes_of_a_list_and_fields_have_names(anskaff: Anskaff) -> None:
    one = anskaff("codes", "show", "procurement-procedure-type", "open", env=HERE)
    assert one.stdout == "Åpen anbudskonkurranse (open)\n"
    assert len(anskaff("codes", "show", "country", env=HERE).stdout.splitlines()) > 200
    title = anskaff("codes", "field", "BT-21-Lot", "--language", "en", env=HERE)
    assert title.stdout.startswith("Title (BT-21-Lot)\n")


@pytest.mark.standards
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("cpv", "zzz"), 1, "Use fewer or shorter words"),
        (("show", "procurement-procedure-typ"), 2, "procurement-procedure-type"),
        (("show", "procurement-procedure-type", "opn"), 2, "Near: open"),
        (("field", "BT-9999"), 1, "anskaff standards status"),
    ],
)
def test_what_is_not_there_is_told_with_what_to_do(
    anskaff: Anskaff, words: tuple[str, ...], code: int, said: str
) -> None:
    told = anskaff("codes", *words, env=HERE)
    assert told.returncode == code
    assert said in told.stderr


@pytest.mark.parametrize(
    "words", [("cpv", "kontor"), ("nuts",), ("show", "country"), ("field", "x")]
)
def test_without_the_files_it_says_how_to_see_what_is_missing(
    anskaff: Anskaff, words: tuple[str, ...]
) -> None:
    told = anskaff("codes", *words)
    assert told.returncode == 1
    assert "anskaff standards status" in told.stderr
