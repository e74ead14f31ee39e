"""Write a notice: `NoticeReading` to bytes, through the table that reads it."""

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.notice import NoticeReading
from anskaff.concepts.words import Words
from anskaff.documents import mapping
from anskaff.documents.eforms import paths, subtypes, terms

UNKNOWN_SUBTYPE = FindingKind(
    code="notice-unknown-subtype",
    text=Words(
        nb="Kunngjøringen har undertypen «{got}», som ikke finnes. Ventet {expected}.",
        nn="Kunngjeringa har undertypen «{got}», som ikkje finst. Venta {expected}.",
        en="The notice has the subtype “{got}”, which does not exist. Expected {expected}.",
    ),
    cure=Words(
        nb="Velg en undertype som finnes.",
        nn="Vel ein undertype som finst.",
        en="Choose a subtype that exists.",
    ),
)


def write(notice: NoticeReading) -> bytes:
    """The notice as eForms XML: UBL 2.3 with the eForms extension, in UTF-8.

    Raises:
        Unreadable: the notice cannot be said in eForms, with the field and the cure.
    """
    document = subtypes.document(notice)
    if not document:
        known = ", ".join(subtypes.SUBTYPES)
        raise Unreadable(UNKNOWN_SUBTYPE.at("subtype", got=notice.subtype, expected=known))
    uri = f"{paths.UBL}:{document}-2"
    namespaces: dict[str | None, str] = {None: uri}
    namespaces.update(paths.NAMESPACES)
    root = etree.Element(f"{{{uri}}}{document}", nsmap=namespaces)
    writer = mapping.Writer(paths.SCHEMA)
    if document == subtypes.AWARD and notice.award_day is None:
        writer.term(terms.AWARD_DAY, root, None)
    writer.write(terms.NOTICE, root, notice)
    writer.sort(root)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
