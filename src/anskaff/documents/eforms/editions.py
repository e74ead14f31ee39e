"""Which edition of eForms a notice is written in, and the notice as TED takes it.

Source: `README.md` and `src/codelists-no/award-criterion-type.no.yaml` of eForms-SDK-NOR: the
Norwegian extension is named in the CustomizationID, and its codes stand for the code `quality`
(`ted_mapping`) where the EU's own list is asked for.
"""

import dataclasses
from collections.abc import Sequence
from datetime import date

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.notice import NoticeReading
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.eforms import sdk, tailoring
from anskaff.documents.eforms.notice import LIMITS
from anskaff.documents.eforms.paths import NAMESPACES
from anskaff.documents.eforms.refusing import require_eforms
from anskaff.documents.eforms.subtypes import SUBTYPES
from anskaff.documents.eforms.tailoring import Tailoring

UBL_VERSION = "2.3"
EXTENDED = "#extended#urn:fdc:anskaffelser.no"
ABOVE, BELOW, BELOW_OLD = (
    f"{EXTENDED}:2023:eforms:eu",
    f"{EXTENDED}:2026:eforms:national-e",
    f"{EXTENDED}:2023:eforms:national",
)
NORWEGIAN_CODE = "quality-nor-env-"
EU_CODE = "quality"

NATIONAL_NOTICE = FindingKind(
    code="notice-national-only",
    text=Words(
        nb="Kunngjøringen er nasjonal ({got}) og kan ikke sendes til TED. Ventet {expected}.",
        nn="Kunngjeringa er nasjonal ({got}) og kan ikkje sendast til TED. Venta {expected}.",
        en="The notice is national ({got}) and cannot be sent to TED. Expected {expected}.",
    ),
    cure=Words(
        nb="Send den bare til den nasjonale tjenesten.",
        nn="Send ho berre til den nasjonale tenesta.",
        en="Send it to the national service only.",
    ),
)
A_EUROPEAN_NOTICE = Words(
    nb="en kunngjøring etter EØS-reglene",
    nn="ei kunngjering etter EØS-reglane",
    en="a notice under the EEA rules",
)


def customization(subtype: str, on: date, releases: Sequence[sdk.Release] = sdk.RELEASES) -> str:
    """The CustomizationID of a Norwegian notice written on a day, in a release of those we have.

    >>> customization("16", date(2026, 11, 21))
    'eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2023:eforms:eu'
    >>> customization("E3", date(2026, 11, 21)).rpartition(":")[2]
    'national-e'
    >>> customization("N16", date(2026, 11, 21)).rpartition(":")[2]
    'national'
    """
    extension = {"E": BELOW, "N": BELOW_OLD}.get(subtype[:1], ABOVE)
    return f"eforms-sdk-{sdk.release_on(on, releases).minor}{extension}"


def completed(
    notice: NoticeReading, on: date, releases: Sequence[sdk.Release] = sdk.RELEASES
) -> NoticeReading:
    """The notice with what its subtype and the day decide, where it says nothing itself.

    >>> done = completed(NoticeReading(subtype="29"), date(2026, 11, 21))
    >>> done.kind, done.form, done.legal_basis, done.ubl_version
    ('can-standard', <NoticeForm.RESULT: 'result'>, '32014L0024', '2.3')
    """
    known = SUBTYPES.get(notice.subtype)
    if known is None:
        return notice
    return dataclasses.replace(
        notice,
        form=notice.form or known.form,
        kind=notice.kind or known.kind,
        legal_basis=notice.legal_basis or known.basis,
        customization=notice.customization or customization(notice.subtype, on, releases),
        ubl_version=notice.ubl_version or UBL_VERSION,
    )


def plain(data: bytes) -> bytes:
    """A Norwegian notice as TED takes it: the EU's own codes, and no Norwegian extension.

    Raises:
        Unreadable: no eForms notice, or a national one, which TED does not take.
    """
    root = xml.read(data, limits=LIMITS)
    require_eforms(root)
    [said] = root.findall("cbc:CustomizationID", NAMESPACES)
    edition = (said.text or "").strip()
    if tailoring.of_customization(edition) not in (None, Tailoring.EU):
        raise Unreadable(
            NATIONAL_NOTICE.at("cbc:CustomizationID", got=edition, expected=A_EUROPEAN_NOTICE)
        )
    said.text = edition.partition("#")[0]
    for code in root.iterfind(".//cbc:AwardingCriterionTypeCode", NAMESPACES):
        if (code.text or "").strip().startswith(NORWEGIAN_CODE):
            code.text = EU_CODE
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
