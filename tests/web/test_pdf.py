"""A paper becomes a tagged PDF that can be archived and read aloud."""

import io
from datetime import date

import pikepdf
import pytest

from anskaff.competition.paper import Paper, Said, Section, Table
from anskaff.concepts.words import Words
from anskaff.web import pdf
from tests.pdf_text import text_of_pdf

HEADING = Words(nb="Tilbydere", nn="Tilbydarar", en="Tenderers")
PAPER = Paper(
    title=Words(nb="Anskaffelsesprotokoll", nn="Anskaffingsprotokoll", en="Procurement protocol"),
    author="Nordvik kommune",
    running="2026/1042",
    subtitle="Møbler til #Nordvik *skole* [x] @y $z$",
    facts=((HEADING, "3"),),
    sections=(
        Section(
            key="tenderers",
            heading=HEADING,
            paragraphs=(Said(Words(nb="{n} kom", nn="{n} kom", en="{n} came"), {"n": 3}),),
            items=("én", "to"),
            tables=(Table(header=("A", "B"), rows=(("x", "1"), ("y", "2")), numeric=(1,)),),
        ),
    ),
    signature=("Kari Nordvik",),
)


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_a_paper_is_tagged_pdf_a_2b_and_pdf_ua_1(language: str, tag: str) -> None:
    made = pdf.printed(PAPER, language, date(2026, 11, 21))
    with pikepdf.open(io.BytesIO(made)) as read, read.open_metadata() as xmp:
        assert xmp["pdfaid:part"] == "2"
        assert xmp["pdfaid:conformance"] == "B"
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == PAPER.title.in_(language)
        assert read.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in read.Root
        assert read.Root.Lang == tag
        assert read.Root.ViewerPreferences.DisplayDocTitle
        assert "/OutputIntents" in read.Root


def test_what_people_write_is_never_read_as_markup() -> None:
    made = pdf.printed(PAPER, "nn", date(2026, 11, 21))
    text = text_of_pdf(made)
    assert "Møbler til #Nordvik *skole* [x] @y $z$" in text
    assert "3 kom" in text


def test_the_same_paper_on_the_same_day_gives_the_same_bytes() -> None:
    assert pdf.printed(PAPER, "nb", date(2026, 11, 21)) == pdf.printed(
        PAPER, "nb", date(2026, 11, 21)
    )


def test_an_unknown_template_is_not_guessed() -> None:
    with pytest.raises(FileNotFoundError):
        pdf.render("nothing", {}, "nb")
