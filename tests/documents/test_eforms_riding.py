"""What no term knows rides along with the concept it stood in, also when that is changed."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

from anskaff.concepts.notice import NoticeReading, Rest
from anskaff.documents import eforms
from anskaff.documents.eforms import paths, showing
from anskaff.documents.eforms.labels import Labels
from anskaff.documents.standards.bundle import Bundle

NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in paths.NAMESPACES.items())
LOT = """<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">{key}</cbc:ID>
<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod>
<cbc:EndDate>2026-12-01Z</cbc:EndDate><cbc:EndTime>11:00:00Z</cbc:EndTime>
<cbc:Description>{key} closes early</cbc:Description>
</cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess></cac:ProcurementProjectLot>"""
NOTICE = f"""<ContractNotice xmlns="{paths.UBL}:ContractNotice-2" {NAMES}
 xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b">
<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
<efac:NoticeSubType><cbc:SubTypeCode listName="odd-list">16</cbc:SubTypeCode></efac:NoticeSubType>
</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
<cbc:CustomizationID>eforms-sdk-1.14</cbc:CustomizationID>
<own:mark xmlns:own="urn:own" own:by="a &quot;b&quot;" xml:lang="nb">x &lt; y <own:deep/></own:mark>
{LOT.format(key="LOT-0001")}{LOT.format(key="LOT-0002")}</ContractNotice>""".encode()


def rewritten(notice: NoticeReading) -> NoticeReading:
    return eforms.read(eforms.write(notice))


def test_foreign_elements_attributes_and_lists_are_written_where_they_stood() -> None:
    read = eforms.read(NOTICE)
    assert rewritten(read) == read
    written = eforms.write(read).decode()
    assert 'listName="odd-list"' in written
    assert "urn:own" in written
    assert 'schemaLocation="a b"' in written
    assert "LOT-0002 closes early" in written


def test_dates_keep_their_spelling_until_they_are_changed() -> None:
    read = eforms.read(NOTICE)
    assert b">2026-12-01Z<" in eforms.write(read)
    later = datetime(2026, 12, 2, 11, tzinfo=UTC)
    first, second = read.lots
    moved = dataclasses.replace(first, tender_deadline=later)
    changed = dataclasses.replace(read, lots=(moved, second))
    again = rewritten(changed)
    assert again.lots[0].tender_deadline == later
    assert again.lots[1] == second
    assert b">2026-12-02+01:00<" in eforms.write(changed)


def test_a_lot_takes_along_what_rode_with_it() -> None:
    read = eforms.read(NOTICE)
    one = dataclasses.replace(read, lots=read.lots[1:])
    written = eforms.write(one)
    assert b"LOT-0001" not in written
    assert b"LOT-0002 closes early" in written
    assert rewritten(one) == one


def test_what_rode_along_finds_its_place_again_when_the_field_above_it_is_gone() -> None:
    read = eforms.read(NOTICE)
    [first, _] = read.lots
    bare = dataclasses.replace(first, tender_deadline=None)
    written = eforms.write(dataclasses.replace(read, lots=(bare,)))
    assert b"LOT-0001 closes early" in written
    assert b"11:00:00" not in written


def test_a_part_can_be_said_by_hand() -> None:
    rest = (Rest(place="cac:TenderingTerms", xml="<cbc:Note>By hand</cbc:Note>"),)
    written = eforms.write(NoticeReading(subtype="16", rest=rest))
    assert b"<cbc:Note>By hand</cbc:Note>" in written


def test_a_notice_is_arranged_for_people_without_the_official_labels(tmp_path: Path) -> None:
    read = eforms.read(NOTICE)
    made = showing.sheet(read, "nn", Labels(Bundle(tmp_path)))
    assert made.title == "Kunngjering"
    assert [part.heading for part in made.parts] == ["Delkontrakt LOT-0001", "Delkontrakt LOT-0002"]
    [fact] = [each for each in made.parts[0].facts if each.label == "tender deadline"]
    assert "01.12.2026" in fact.value
    assert [each.value for each in made.technical] == ["eforms-sdk-1.14"]
    assert any(each.value == "LOT-0002 closes early" for each in made.beside)
