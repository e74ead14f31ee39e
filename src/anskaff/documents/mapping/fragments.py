"""An element as a short text with the prefixes of its schema, and back."""

from html import escape

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.mapping.table import Schema

XML = "http://www.w3.org/XML/1998/namespace"


def fragment(element: etree._Element, schema: Schema) -> str:
    """An element as XML in one spelling: known prefixes undeclared, no space for layout."""
    qname = etree.QName(element)
    name = schema.name(str(element.tag))
    declared = ""
    if ":" not in name and qname.namespace:
        declared = f' xmlns="{escape(qname.namespace)}"'
    opening = f"{name}{declared}{_attributes(element)}"
    text = (element.text or "").strip() if len(element) else (element.text or "")
    inside = escape(text)
    for child in element.iterchildren(etree.Element):
        inside += fragment(child, schema) + escape((child.tail or "").strip())
    return f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>"


def _attributes(element: etree._Element) -> str:
    made = ""
    for number, (key, value) in enumerate(sorted(element.attrib.items())):
        name = etree.QName(str(key))
        prefix = ""
        if name.namespace:
            prefix = "xml:" if name.namespace == XML else f"a{number}:"
            if name.namespace != XML:
                made += f' xmlns:a{number}="{escape(name.namespace)}"'
        made += f' {prefix}{name.localname}="{escape(str(value))}"'
    return made


def element(text: str, schema: Schema) -> etree._Element:
    """The element that a fragment says.

    Raises:
        Unreadable: the fragment is not safe, whole XML.
    """
    known = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in schema.namespaces.items())
    return xml.read(f"<all {known}>{text}</all>".encode())[0]
