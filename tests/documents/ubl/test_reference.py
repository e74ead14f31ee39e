from anskaff.documents.ubl.reference import rows
from tests.documents.ubl.letter import Letter


def test_every_term_stands_with_its_path_and_cardinality():
    listed = {row.name: row for row in rows(Letter)}
    assert listed["lines.price.net"].path == "cac:Line/cac:Price/cbc:PriceAmount"
    assert listed["lines.price.net"].cardinality == "1..1"
    assert listed["lines"].cardinality == "1..n"
    assert listed["notes"].cardinality == "0..n"
    assert listed["lines.price.net.currencyID"].codes == "currencies"
    assert listed["lines.price.net.currencyID"].path.endswith("/@currencyID")
