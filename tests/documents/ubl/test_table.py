import pytest

from anskaff.documents.ubl.table import Group, said, text
from tests.documents.ubl.letter import EVERYTHING, Letter, Line


def test_a_group_refuses_a_field_it_does_not_have():
    with pytest.raises(TypeError, match="Line has no field colour"):
        Line(colour="red")


def test_a_value_cannot_be_changed_only_made_anew():
    line = EVERYTHING.lines[0]
    with pytest.raises(AttributeError, match="frozen"):
        line.key = "2"
    assert line.with_(key="3").key == "3"
    assert line.key == "1"


def test_groups_with_the_same_values_are_equal_and_hash_alike():
    assert Line(key="1") == Line(key="1", notes=())
    assert hash(Line(key="1")) == hash(Line(key="1"))
    assert Line(key="1") != Line(key="2")
    assert Line(key="1") != Letter(key="1")
    assert "key='1'" in repr(Line(key="1"))


def test_a_field_declared_again_keeps_its_place():
    class Short(Line):
        key: str | None = text("cbc:ID", "S-1", said("K", "K", "K"))

    assert [row.name for row in Short.fields] == [row.name for row in Line.fields]
    assert (Short.field("key").term, Short.field("key").least) == ("S-1", 0)


def test_a_place_is_a_path_from_the_root():
    price = EVERYTHING.lines[0].price
    assert price.where(price.field("net")) == "cac:Line[1]/cac:Price/cbc:PriceAmount"
    assert EVERYTHING.where() == ""
    assert price.parent.parent == EVERYTHING


def test_an_empty_group_has_no_fields():
    class Nothing(Group):
        pass

    assert Nothing.fields == ()
