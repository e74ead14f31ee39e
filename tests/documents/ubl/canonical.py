"""One form for documents that say the same."""

from lxml import etree

PARSER = etree.XMLParser(remove_blank_text=True, remove_comments=True, remove_pis=True)


def canonical(data: bytes) -> str:
    """C14N 2.0 with prefixes rewritten, without comments and the white space between elements."""
    tree = etree.fromstring(data, PARSER)
    for element in tree.iter(etree.Element):
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
    return etree.canonicalize(etree.tostring(tree, encoding="unicode"), rewrite_prefixes=True)
