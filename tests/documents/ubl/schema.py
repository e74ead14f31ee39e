"""What the official schema of a UBL document says of how often an element may stand."""

from functools import cache

from anskaff.documents import xml
from tests.conftest import STANDARDS

XSD = "{http://www.w3.org/2001/XMLSchema}"
FOLDER = STANDARDS / "ubl-xsd"


class Ubl:
    """The schema of one kind of document, by paths such as `cac:OrderLine/cac:LineItem`."""

    def __init__(self, element, version):
        self.types, self.elements = _components(version)
        file = FOLDER / version / "maindoc" / f"UBL-{element}-{version}.xsd"
        [self.root] = [each for _, each in _types(file)]

    def most(self, path, tag):
        """How often an element may stand at a place, none for any number."""
        content = self.root
        for step in filter(None, path.split("/")):
            assert step in content, path
            content = self.types[self.elements[step]]
        return None if content[tag] == "unbounded" else int(content[tag])


@cache
def _components(version):
    file = FOLDER / version / "common" / f"UBL-CommonAggregateComponents-{version}.xsd"
    elements = {
        f"cac:{each.get('name')}": each.get("type")
        for each in xml.read(file.read_bytes(), limits=LIMITS).iterfind(f"{XSD}element")
    }
    return dict(_types(file)), elements


LIMITS = xml.Limits(elements=10_000_000)


def _types(file):
    for each in xml.read(file.read_bytes(), limits=LIMITS).iter(f"{XSD}complexType"):
        content = {row.get("ref"): row.get("maxOccurs", "1") for row in each.iter(f"{XSD}element")}
        yield each.get("name"), content
