"""What is said of a file that looks like a notice and is none that we can read."""

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents.eforms.paths import DOCUMENTS, NAMESPACES, ROOTS

Element = etree._Element  # noqa: SLF001 - the only public name for the type

SDK = "eforms-sdk-"
MOST_SHOWN = 120
AN_EFORMS_ROOT = ", ".join(DOCUMENTS)
TED_SCHEMA = "http://publications.europa.eu/resource/schema/ted/"
CONTENT = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent"
EXTENSION = "EformsExtension"

NOT_A_NOTICE = FindingKind(
    code="notice-not-eforms",
    text=Words(
        nb="Filen er ikke en kunngjøring i eForms. Ventet {expected}, fant «{got}».",
        nn="Fila er ikkje ei kunngjering i eForms. Venta {expected}, fann «{got}».",
        en="The file is not an eForms notice. Expected {expected}, found “{got}”.",
    ),
    cure=Words(
        nb="Last ned kunngjøringen som XML fra Doffin eller TED og prøv igjen.",
        nn="Last ned kunngjeringa som XML frå Doffin eller TED og prøv igjen.",
        en="Download the notice as XML from Doffin or TED and try again.",
    ),
)
BEFORE_EFORMS = FindingKind(
    code="notice-before-eforms",
    text=Words(
        nb="Filen er en kunngjøring i det gamle TED-formatet ({got}). Ventet eForms: {expected}.",
        nn="Fila er ei kunngjering i det gamle TED-formatet ({got}). Venta eForms: {expected}.",
        en="The file is a notice in the old TED format ({got}). Expected eForms: {expected}.",
    ),
    cure=Words(
        nb="Finn en nyere kunngjøring om samme sak i eForms, eller les den gamle hos TED.",
        nn="Finn ei nyare kunngjering om same sak i eForms, eller les den gamle hos TED.",
        en="Find a newer notice about the same case in eForms, or read the old one at TED.",
    ),
)
OTHER_NAMESPACE = FindingKind(
    code="notice-namespace",
    text=Words(
        nb="{name} står i navnerommet «{got}». Ventet «{expected}».",
        nn="{name} står i namnerommet «{got}». Venta «{expected}».",
        en="{name} stands in the namespace “{got}”. Expected “{expected}”.",
    ),
    cure=Words(
        nb="Rett navnerommet, eller last ned kunngjøringen som XML på nytt.",
        nn="Rett namnerommet, eller last ned kunngjeringa som XML på nytt.",
        en="Correct the namespace, or download the notice as XML again.",
    ),
)
NONE = Words(nb="(ingen)", nn="(ingen)", en="(none)")


def misplaced(root: Element) -> Finding | None:
    """What to say of a root with a notice's name in another namespace, or of an older time."""
    name = etree.QName(root)
    got = str(name.namespace or "")[:MOST_SHOWN]
    if name.localname == "TED_EXPORT" or got.startswith(TED_SCHEMA):
        shown = f"{name.localname}, {got}".rstrip(", ")
        return BEFORE_EFORMS.at("", got=shown, expected=AN_EFORMS_ROOT)
    expected = DOCUMENTS.get(name.localname)
    if expected is None or name.namespace == expected:
        return None
    return OTHER_NAMESPACE.at("", name=name.localname, got=got or NONE, expected=expected)


def extension_misplaced(root: Element) -> Finding | None:
    """What to say of a notice whose extension stands in another namespace and is not read."""
    expected = NAMESPACES["efext"]
    for content in root.iterfind(CONTENT, NAMESPACES):
        for child in content.iterchildren(etree.Element):
            name = etree.QName(child)
            if name.localname == EXTENSION and name.namespace != expected:
                got = str(name.namespace or "")[:MOST_SHOWN]
                facts = {"name": EXTENSION, "got": got or NONE, "expected": expected}
                return OTHER_NAMESPACE.at(CONTENT, **facts)
    return None


def require_eforms(root: Element) -> None:
    """Refuse what is no eForms notice.

    Raises:
        Unreadable: another document, another namespace, or no CustomizationID of eForms.
    """
    if root.tag not in ROOTS:
        told = misplaced(root)
        got = str(root.tag)[:MOST_SHOWN]
        raise Unreadable(told or NOT_A_NOTICE.at("/", expected=AN_EFORMS_ROOT, got=got))
    stated = root.findtext("cbc:CustomizationID", "", namespaces=NAMESPACES).strip()
    if not stated.startswith(SDK):
        got = stated[:MOST_SHOWN]
        raise Unreadable(NOT_A_NOTICE.at("cbc:CustomizationID", expected=f"{SDK}…", got=got))
