"""What to say of a document that is none we know: what it claims to be, and what does not fit.

>>> root = etree.fromstring("<Bill><a/></Bill>")
>>> finding(root).text("en")
'The kind of document is unknown: root Bill, CustomizationID is missing.'
>>> order = "<b:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</b:CustomizationID>"
>>> finding(etree.fromstring(f'<Bill xmlns:b="{CBC}">{order}</Bill>')).code
'document-other-root'
"""

from lxml import etree

from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents.peppol.known import DOCUMENTS
from anskaff.documents.ubl.document import OTHER_ROOT
from anskaff.documents.ubl.reading import Element, short_name
from anskaff.documents.ubl.table import CBC

MOST_SHOWN = 200
CUSTOMIZATION = "CustomizationID"

UNKNOWN = FindingKind(
    code="document-unknown",
    text=Words(
        nb="Dokumenttypen er ukjent: rot {root}, CustomizationID {got}.",
        nn="Dokumenttypen er ukjend: rot {root}, CustomizationID {got}.",
        en="The kind of document is unknown: root {root}, CustomizationID {got}.",
    ),
    cure=Words(
        nb="Kontroller CustomizationID mot listen over dokumenttyper.",
        nn="Kontroller CustomizationID mot lista over dokumenttypar.",
        en="Check the CustomizationID against the list of document types.",
    ),
)
OTHER_NAMESPACE = FindingKind(
    code="document-other-namespace",
    text=Words(
        nb="{name} står i et annet navnerom. Ventet «{expected}», fant «{got}».",
        nn="{name} står i eit anna namnerom. Venta «{expected}», fann «{got}».",
        en="{name} stands in another namespace. Expected “{expected}”, found “{got}”.",
    ),
    cure=Words(
        nb="Rett navnerommet i filen, eller be avsenderen gjøre det.",
        nn="Rett namnerommet i fila, eller be avsendaren gjere det.",
        en="Correct the namespace in the file, or ask the sender to.",
    ),
)
NOTHING = Words(nb="mangler", nn="manglar", en="is missing")


def finding(root: Element) -> Finding:
    """Why a document is not known: another namespace or root than its kind has, or no such kind."""
    claimed = " ".join((root.findtext(f"{{{CBC}}}{CUSTOMIZATION}") or "").split())
    same = [each for each in DOCUMENTS if each.customization == claimed]
    name = etree.QName(root)
    for each in same:
        if each.element == name.localname:
            return _other_namespace(root, each.namespace)
    if same:
        return OTHER_ROOT.at(
            short_name(root), expected=same[0].name, element=same[0].element, got=name.localname
        )
    stray = None if claimed else root.find(f"{{*}}{CUSTOMIZATION}")
    if stray is not None and etree.QName(stray).namespace != CBC:
        return _other_namespace(stray, CBC)
    got = f"«{claimed[:MOST_SHOWN]}»" if claimed else NOTHING
    return UNKNOWN.at(f"cbc:{CUSTOMIZATION}", root=short_name(root), got=got)


def _other_namespace(element: Element, expected: str) -> Finding:
    name = etree.QName(element)
    got = (name.namespace or "")[:MOST_SHOWN]
    return OTHER_NAMESPACE.at(short_name(element), name=name.localname, expected=expected, got=got)
