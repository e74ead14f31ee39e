import pytest

from anskaff.documents.ubl.showing import shown
from tests.documents.ubl.letter import EVERYTHING, LETTERS, xml_of


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_value_is_shown_with_its_label(language):
    lines = {line.path: line for line in shown(EVERYTHING, language)}
    assert lines["cbc:ID"].value == "7"
    assert lines["cac:Line[1]"].value is None
    assert lines["cac:Line[1]/cac:Price/cbc:PriceAmount"].value == (
        "10.00\u00a0NOK" if language == "en" else "10,00\u00a0NOK"
    )
    assert lines["cac:Line[1]/cac:Price/cbc:PriceAmount"].depth == 2
    assert lines["cbc:EndpointID"].value == "310000000 (0192)"
    assert lines["cbc:EmbeddedDocumentBinaryObject"].value.startswith("a.txt, text/plain, 3 byte")
    assert lines["cbc:IssueTime"].value == ("09:30" if language == "en" else "kl.\u00a009.30")
    assert lines["cbc:Note[2]"].value == "b"


def test_what_the_table_does_not_know_is_shown_too():
    letter = LETTERS.read(
        xml_of(
            "<b:ID schemeID='9'>7</b:ID><b:ID>8</b:ID><b:IssueDate>i dag</b:IssueDate>"
            "<b:EmbeddedDocumentBinaryObject>aGVp</b:EmbeddedDocumentBinaryObject>"
            "<x:Deep xmlns:x='urn:x'><x:A>é</x:A></x:Deep><a:Line k='v'/>"
        ).replace(b"<Letter ", b"<Letter r='1' ")
    )
    lines = [(line.label, line.value, line.path) for line in shown(letter, "en")]
    assert ("Number", "8", "cbc:ID[2]") in lines
    assert ("Date", "i dag", "cbc:IssueDate") in lines
    assert ("Outside the standard: Deep", None, "Deep") in lines
    assert ("Outside the standard: A", "é", "Deep/A") in lines
    assert ("Outside the standard: @schemeID", "9", "cbc:ID/@schemeID") in lines
    assert ("Outside the standard: @k", "v", "cac:Line[1]/@k") in lines
    assert ("Outside the standard: @r", "1", "@r") in lines
    assert ("File", "unnamed, ?, 3 bytes", "cbc:EmbeddedDocumentBinaryObject") in lines
