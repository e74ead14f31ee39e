"""What we write is what we read: real notices, official examples, and notices of our own."""

import dataclasses
import functools
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.notice import (
    CLIMATE_CRITERION,
    LotKind,
    NoticeBuyer,
    NoticeCondition,
    NoticeCriterion,
    NoticeForm,
    NoticeLot,
    NoticeOrganisation,
    NoticeReading,
    Texts,
)
from anskaff.documents import eforms
from anskaff.documents.eforms import subtypes
from tests.conftest import STANDARDS

SDK = STANDARDS / "eforms-sdk-1.14.2"
FOLDERS = (STANDARDS / "real-notices", SDK / "examples/notices", STANDARDS / "eforms-nor/tests")
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.xml"))
MOST_REFUSED = 9
standards = pytest.mark.standards
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@functools.cache
def reading_of(path: Path) -> NoticeReading | None:
    """The reading, or nothing for a file that says of itself that it is another document."""
    try:
        return eforms.read(path.read_bytes())
    except Unreadable:
        return None


@functools.cache
def schema(document: str) -> etree.XMLSchema:
    [path] = (SDK / "schemas/maindoc").glob(f"*{document}*.xsd")
    return etree.XMLSchema(etree.parse(path))


def valid(data: bytes) -> bool:
    root = etree.fromstring(data)
    return schema(etree.QName(root).localname).validate(root)


def content(data: bytes) -> Counter[object]:
    """Every element with its path, text and attributes, however they are laid out."""
    said: Counter[object] = Counter()

    def look(element: etree._Element, path: str) -> None:
        path = f"{path}/{etree.QName(element).localname}"
        said[path, (element.text or "").strip(), tuple(sorted(element.attrib.items()))] += 1
        for child in element:
            look(child, path)

    look(etree.fromstring(data, etree.XMLParser(remove_comments=True)), "")
    return said


@standards
def test_nearly_all_files_of_the_standards_are_notices() -> None:
    refused = [path.name for path in FILES if reading_of(path) is None]
    assert len(FILES) > MOST_REFUSED * 10
    assert len(refused) <= MOST_REFUSED, refused


@standards
@each_file
def test_a_notice_that_is_read_written_and_read_is_the_same(path: Path) -> None:
    reading = reading_of(path)
    if reading is not None:
        assert eforms.read(eforms.write(reading)) == reading


@standards
@each_file
def test_a_rewritten_notice_says_what_the_original_said_and_no_more(path: Path) -> None:
    reading = reading_of(path)
    if reading is not None:
        assert content(path.read_bytes()) == content(eforms.write(reading))


@standards
@each_file
def test_a_rewritten_notice_is_valid_by_the_schema_when_the_original_was(path: Path) -> None:
    reading = reading_of(path)
    if reading is not None:
        assert valid(eforms.write(reading)) == valid(path.read_bytes())


def test_a_notice_of_an_unknown_subtype_is_refused_with_the_field() -> None:
    with pytest.raises(Unreadable) as refusal:
        eforms.write(NoticeReading(subtype="41"))
    [finding] = refusal.value.findings
    assert finding.where == "subtype"
    assert "41" in finding.text("nn")
    assert set(finding.facts) == {"got", "expected"}


ON = date(2026, 11, 21)
BUYER = NoticeOrganisation(key="ORG-0001", name=Texts({"nb": "Fjordvik kommune"}))
COMPETITION = NoticeReading(
    subtype="16",
    dispatched=datetime(2026, 11, 21, 12, tzinfo=UTC),
    title=Texts({"nb": "Byggeledelse"}),
    organisations=(BUYER,),
    buyers=(NoticeBuyer(organisation="ORG-0001"),),
)


def with_lot(**said: object) -> NoticeReading:
    lot = NoticeLot(key="LOT-0001", kind=LotKind.LOT)
    return dataclasses.replace(COMPETITION, lots=(dataclasses.replace(lot, **said),))  # type: ignore[arg-type]


def refused(notice: NoticeReading) -> dict[str, str]:
    with pytest.raises(Unreadable) as refusal:
        eforms.write(notice, ON)
    for finding in refusal.value.findings:
        assert all(finding.text(tag) for tag in ("nb", "nn", "en"))
    return {finding.where: finding.code for finding in refusal.value.findings}


def test_a_notice_of_ours_gets_what_subtype_and_day_decide() -> None:
    read = eforms.read(eforms.write(COMPETITION, ON))
    assert read.customization == ("eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2023:eforms:eu")
    assert (read.ubl_version, read.kind, read.legal_basis) == ("2.3", "cn-standard", "32014L0024")
    assert read == eforms.completed(COMPETITION, ON)


def test_contradictory_dates_are_refused_with_the_field() -> None:
    noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    late = with_lot(tender_deadline=noon, question_deadline=noon + timedelta(days=1))
    assert refused(late) == {"lots.1.question_deadline": "notice-questions-after-tenders"}
    ends = with_lot(starts=date(2027, 1, 2), ends=date(2027, 1, 1))
    assert refused(ends) == {"lots.1.ends": "notice-ends-before-start"}
    early = with_lot(tender_deadline=datetime(2026, 11, 20, tzinfo=UTC))
    assert refused(early) == {"lots.1.tender_deadline": "notice-deadline-before-dispatch"}


def test_a_code_or_value_that_the_standard_lacks_is_refused_with_the_field() -> None:
    criterion = with_lot(award_criteria=(NoticeCriterion(code="beauty"),))
    assert refused(criterion) == {"lots.1.award_criteria.1.code": "notice-not-sayable"}
    debt = with_lot(renewals_most=-1)
    assert refused(debt) == {"lots.1.renewals_most": "notice-not-sayable"}
    control = with_lot(title=Texts({"nb": "Bygg\x01"}))
    assert refused(control) == {"lots.1.title.nb": "notice-not-text"}


def test_a_form_or_type_of_another_subtype_is_refused() -> None:
    wrong = dataclasses.replace(COMPETITION, kind="can-standard", form=NoticeForm.RESULT)
    assert refused(wrong) == {"form": "notice-other-subtype", "kind": "notice-other-subtype"}


def test_an_unknown_organisation_and_two_lots_of_one_key_are_refused() -> None:
    nobody = dataclasses.replace(COMPETITION, buyers=(NoticeBuyer(organisation="ORG-0002"),))
    assert refused(nobody) == {"buyers.1": "notice-unknown-organisation"}
    [lot] = with_lot().lots
    twice = dataclasses.replace(COMPETITION, lots=(lot, lot))
    assert refused(twice) == {"lots": "notice-same-lot-key"}


def test_ted_gets_the_plain_code_and_no_norwegian_extension() -> None:
    criteria = (NoticeCriterion(code=CLIMATE_CRITERION), NoticeCriterion(code="price"))
    reason = NoticeCondition(subject="award-criterion-type", code="quality-nor-env-spec")
    notice = with_lot(award_criteria=criteria, climate_statements=(reason,))
    plain = eforms.read(eforms.plain(eforms.write(notice, ON)))
    assert plain.customization == "eforms-sdk-1.14"
    assert [each.code for each in plain.lots[0].award_criteria] == ["quality", "price", "quality"]
    assert plain.lots[0].climate_statements == ()


def test_ted_gets_no_national_notice() -> None:
    national = eforms.write(dataclasses.replace(COMPETITION, subtype="E3"), ON)
    with pytest.raises(Unreadable, match="notice-national-only"):
        eforms.plain(national)


def test_ted_gets_no_national_notice_of_2023_either() -> None:
    """Notices of that year left `#extended` out of the CustomizationID."""
    old = "eforms-sdk-1.7#urn:fdc:anskaffelser.no:2023:eforms:national"
    national = eforms.write(NoticeReading(subtype="N16", customization=old))
    with pytest.raises(Unreadable, match="notice-national-only"):
        eforms.plain(national)


def test_every_subtype_is_written_as_its_own_document() -> None:
    for key, subtype in subtypes.SUBTYPES.items():
        written = eforms.write(NoticeReading(subtype=key), ON)
        assert etree.QName(etree.fromstring(written)).localname == subtype.document
        assert eforms.read(written).document == ""
