"""The protocol writes itself: every field of the law is there, and what happened is in it."""

import io
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pikepdf
import pytest

from anskaff.competition.actions import (
    agreeing,
    declaring,
    evaluating,
    opening,
    rejecting,
    signing,
)
from anskaff.competition.models import Competition, KeptDocument
from anskaff.competition.paper import written
from anskaff.competition.protocol import protocol
from anskaff.concepts.actor import Role
from anskaff.concepts.errors import Conflict
from anskaff.concepts.money import Money
from anskaff.law.part import Part
from anskaff.law.protocol import fields_of
from anskaff.records import files
from anskaff.web import pdf
from tests import given
from tests.pdf_text import text_of_pdf

pytestmark = pytest.mark.django_db
PART_TWO = replace(given.GUIDE_ANSWERS, value=Money(Decimal(1_900_000)))


def the_protocol(case, language: str = "nb"):
    competition = Competition.objects.select_related("case__buyer").get(
        case__reference=case.reference
    )
    return written(protocol(competition, at=given.AWARDED_AT), language)


def text_of(paper) -> str:
    said = [cell for section in paper["sections"] for cell in section["paragraphs"]]
    said += [
        cell
        for section in paper["sections"]
        for table in section["tables"]
        for row in table["rows"]
        for cell in row
    ]
    return "\n".join(said).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("answers", "part"), [(given.GUIDE_ANSWERS, Part.III), (PART_TWO, Part.II)]
)
def test_every_field_of_the_law_is_there_in_its_order(answers, part) -> None:
    case = given.an_opened_competition(answers=answers)
    paper = the_protocol(case)
    assert [section["key"] for section in paper["sections"]] == [
        field.key for field in fields_of(part)
    ]
    assert all(section["paragraphs"] or section["tables"] for section in paper["sections"])
    by_key = {section["key"]: section for section in paper["sections"]}
    assert by_key["requesters"]["paragraphs"] == ["Ikke aktuelt."]


def test_before_the_opening_it_tells_nothing_of_who_has_tendered() -> None:
    case = given.a_case_with_tenders()
    empty = given.a_case_with_tenders(serial=2, tenders=())
    text = text_of(the_protocol(case))
    assert not any(name in text for name in given.SUPPLIERS)
    assert "Tilbudene er ikke åpnet." in text
    tenderers = [
        next(one for one in the_protocol(each)["sections"] if one["key"] == "tenderers")
        for each in (case, empty)
    ]
    assert tenderers[0] == tenderers[1]


def test_what_happened_is_in_it() -> None:
    case = given.a_case_with_tenders()
    with pytest.raises(Conflict):
        opening.open_tenders(
            case.reference,
            passphrase=given.PASSPHRASE,
            by=case.openers[0],
            at=given.DEADLINE - timedelta(days=1),
        )
    given.opened(case, declared=False)
    team = (case.officer, *case.evaluators)
    for person in team:
        declaring.declare_impartiality(
            case.reference, has_interest=False, by=person, at=given.OPENED_AT
        )
    declaring.declare_impartiality(
        case.reference,
        has_interest=True,
        explanation="Eier aksjer i Havdal.",
        by=case.openers[0],
        at=given.OPENED_AT,
    )
    rejecting.reject_tender(
        case.reference,
        3,
        ground="X-T2",
        reason="Leveringstiden er for lang.",
        by=case.officer,
        at=given.EVALUATED_AT,
    )
    case = replace(case, offers=case.offers[:2])
    given.scored(case)
    changed = replace(given.points_for(case)[0], points=Decimal(7))
    agreeing.agree_scores(
        case.reference,
        [changed],
        change_reason="Vedlegg 2 var oversett.",
        by=case.officer,
        at=given.EVALUATED_AT,
    )
    evaluating.confirm_evaluation(case.reference, by=case.officer, at=given.EVALUATED_AT)
    given.awarded(case)
    text = text_of(the_protocol(case))
    for said in (
        "Åpner 0 1 forsøkte å åpne",
        "Åpner 1 1 åpnet sin del",
        "Eier aksjer i Havdal.",
        "Havdal Kontor AS ble avvist",
        "§ 24-8(1) b",
        "Leveringstiden er for lang.",
        "Vedlegg 2 var oversett.",
        "Bjørkely Interiør AS",
        "12 000 000,00 kr",
        "Tilbudene ble åpnet tirsdag 15.09.2026 kl. 13.00 (norsk tid)",
        "sendt til 3 tilbydere samtidig",
    ):
        assert said in text, said


def test_the_kept_protocol_is_tagged_pdf_a_in_the_language_of_the_case() -> None:
    case = given.an_awarded_competition()
    signatory = given.a_person(case.tenderers[1].organisation, Role.SIGNATORY, "Sign Signatur")
    at = given.AWARDED_AT + timedelta(days=11)
    for by in (case.officer, signatory):
        signing.sign_contract(case.reference, "LOT-0001", printer=pdf.printed_content, by=by, at=at)
    kept = KeptDocument.objects.get(kind="protocol")
    content = b"".join(files.chunks(kept.stored_id))
    with pikepdf.open(io.BytesIO(content)) as read, read.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfuaid:part"]) == ("2", "1")
        assert read.Root.Lang == "nb-NO"
        assert read.Root.MarkInfo.Marked
    text = text_of_pdf(content)
    for field in fields_of(Part.III):
        assert field.words.nb in text
    assert "signert av Sign Signatur" in text


@pytest.mark.parametrize("language", ["nn", "en"])
def test_it_is_there_in_every_language(language: str) -> None:
    case = given.an_awarded_competition()
    paper = the_protocol(case, language)
    assert paper["sections"][0]["heading"] == fields_of(Part.III)[0].words.in_(language)
    assert "{" not in text_of(paper)
