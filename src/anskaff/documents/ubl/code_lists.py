"""Code lists by a name that a person understands; the tables know them by that of the rule file.

>>> named("ISO4217").in_("nb"), named("BR-CL-04").in_("en")
('kodelisten for valuta (ISO 4217)', 'the code list for currencies (ISO 4217)')
>>> named("NewList").in_("nn")
'kodelista NewList'

The names are ours; the standard behind each list is in brackets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from anskaff.concepts.words import Words


@dataclass(frozen=True, slots=True)
class CodeList:
    """What the codes of a list are for, the standard that it is from, and codes in common use."""

    topic: Words
    standard: str = ""
    common: tuple[str, ...] = ()


def _list(nb: str, nn: str, en: str, standard: str = "", common: str = "") -> CodeList:
    return CodeList(Words(nb=nb, nn=nn, en=en), standard, tuple(common.split()))


CURRENCIES = _list("valuta", "valuta", "currencies", "ISO 4217", "NOK EUR SEK")
COUNTRIES = _list("land", "land", "countries", "ISO 3166-1", "NO SE DK")
UNITS = _list("måleenheter", "måleiningar", "units of measure", "UN/ECE Rec 20", "H87 EA KGM")
SCHEMES = _list("nummerserier", "nummerseriar", "identifier schemes", "ISO/IEC 6523", "0192 0088")
ADDRESSES = _list(
    "elektroniske adresser", "elektroniske adresser", "electronic addresses", "EAS", "0192 0088"
)
DOCUMENT_TYPES = _list("dokumenttyper", "dokumenttypar", "document types", "UNCL1001", "380 381")
TAX_POINTS = _list("tidspunkt for avgift", "tidspunkt for avgift", "when VAT falls due", "UNCL2005")
REFERENCES = _list("referansetyper", "referansetypar", "kinds of reference", "UNCL1153")
SUBJECTS = _list("emner for merknader", "emne for merknader", "subjects of notes", "UNCL4451")
GOODS = _list(
    "vareklassifisering", "vareklassifisering", "classification of items", "UNCL7143", "STI"
)
PAYMENT_MEANS = _list(
    "betalingsmåter", "betalingsmåtar", "means of payment", "UNCL4461", "30 58 48"
)
TAX_CATEGORIES = _list(
    "avgiftskategorier", "avgiftskategoriar", "VAT categories", "UNCL5305", "S Z E"
)
ALLOWANCES = _list(
    "grunner til rabatt", "grunnar til rabatt", "reasons for allowances", "UNCL5189", "95 100"
)
CHARGES = _list("grunner til gebyr", "grunnar til gebyr", "reasons for charges", "UNCL7161", "FC")
EXEMPTIONS = _list("avgiftsfritak", "avgiftsfritak", "reasons for VAT exemption", "VATEX")
FILE_TYPES = _list("filtyper", "filtypar", "file types", "MIME", "application/pdf image/png")
ANSWERS = _list("svar på dokumenter", "svar på dokument", "answers to documents", "UNCL4343")
ACTIONS = _list(
    "handlinger i katalogen", "handlingar i katalogen", "catalogue actions", "ActionCode"
)
LINE_STATUS = _list("status for linjer", "status for linjer", "the status of lines", "UNCL1229")
MEASURES = _list("måltyper", "måltypar", "kinds of measure", "UNCL6313")
REASONS = _list("grunner", "grunnar", "reasons", "OPStatusReason")
LABELS = _list("merker på emballasje", "merke på emballasje", "labels on packaging", "GS1")
WISHES = _list("ønskede handlinger", "ønskte handlingar", "wanted actions", "OPStatusAction")
PACKAGING = _list("emballasje", "emballasje", "packaging", "UN/ECE Rec 21", "CT PX BX")

LISTS: Mapping[str, CodeList] = {
    **dict.fromkeys(("ISO4217", "BR-CL-03", "BR-CL-04", "BR-CL-05"), CURRENCIES),
    **dict.fromkeys(
        (
            "ISO3166",
            "BR-CL-14",
            "BR-CL-15",
            "BR-CO-09",
            "PEPPOL-T01-R026",
            "PEPPOL-T114-R026",
            "EHF-P09-CHANGE-R026",
        ),
        COUNTRIES,
    ),
    **dict.fromkeys(("UNECERec20", "UNECERec20 UNECERec21", "BR-CL-23"), UNITS),
    **dict.fromkeys(("ICD", "ICD SEPA", "BR-CL-10", "BR-CL-11", "BR-CL-21", "BR-CL-26"), SCHEMES),
    **dict.fromkeys(("eas", "eaid", "BR-CL-25"), ADDRESSES),
    **dict.fromkeys(
        (
            "UNCL1001",
            "UNCL1001_T01",
            "BR-CL-01",
            "BR-CL-01#2",
            "PEPPOL-EN16931-P0100",
            "PEPPOL-EN16931-P0101",
        ),
        DOCUMENT_TYPES,
    ),
    **dict.fromkeys(("UNCL2005", "BR-CL-06"), TAX_POINTS),
    **dict.fromkeys(("UNCL1153", "BR-CL-07"), REFERENCES),
    "BR-CL-08": SUBJECTS,
    **dict.fromkeys(("UNCL7143", "BR-CL-13"), GOODS),
    **dict.fromkeys(("UNCL4461", "BR-CL-16"), PAYMENT_MEANS),
    **dict.fromkeys(
        ("UNCL5305", "BR-CL-17", "BR-CL-18", "PEPPOL-T110-R028", "PEPPOL-T110-R029"),
        TAX_CATEGORIES,
    ),
    **dict.fromkeys(("UNCL5189", "BR-CL-19"), ALLOWANCES),
    **dict.fromkeys(
        ("UNCL5189 UNCL7161", "UNCL5189 UNCL7161 REMINDER_CHARGE"),
        _list(
            "grunner til rabatt og gebyr",
            "grunnar til rabatt og gebyr",
            "reasons for allowances and charges",
            "UNCL5189, UNCL7161",
        ),
    ),
    **dict.fromkeys(("UNCL7161", "BR-CL-20"), CHARGES),
    "BR-CL-22": EXEMPTIONS,
    **dict.fromkeys(("MimeCode", "MIMECODE", "BR-CL-24"), FILE_TYPES),
    **dict.fromkeys(("UNCL4343", "UNCL4343-T76", "UNCL4343-T111", "UNCL4343_T128"), ANSWERS),
    **dict.fromkeys(("ActionCode_header", "ActionCode_line"), ACTIONS),
    **dict.fromkeys(("UNCL1229", "UNCL1229_CHANGE"), LINE_STATUS),
    **dict.fromkeys(("UNCL6313", "UNCL6313-T16", "UNCL6313-T120"), MEASURES),
    **dict.fromkeys(("OPStatusReason", "OPStatusReason OPStatusAction"), REASONS),
    "OPStatusAction": WISHES,
    "StatusReason": _list("grunner i svaret", "grunnar i svaret", "reasons in the answer"),
    "ClarificationListID": _list(
        "lister med grunner", "lister med grunnar", "lists of reasons", "OpenPEPPOL"
    ),
    "GS17009": _list("pakningsnivå", "pakningsnivå", "packaging levels", "GS1 7009"),
    "Image": _list("bildetyper", "bilettypar", "kinds of picture", "OpenPEPPOL"),
    "UNCL1001 Image": _list(
        "dokument- og bildetyper",
        "dokument- og bilettypar",
        "kinds of document and picture",
        "UNCL1001",
        "916 PRODUCT_IMAGE",
    ),
    **dict.fromkeys(
        (
            "PackagingMarkedLabelAccreditationCode",
            "NA PackagingMarkedLabelAccreditationCode",
        ),
        LABELS,
    ),
    "ProductTraceIDschemeIDCode": _list(
        "sporing av varer", "sporing av varer", "the tracing of items", "OpenPEPPOL"
    ),
    "TransactionCondition": _list(
        "vilkår for handelen", "vilkår for handelen", "terms of trade", "OpenPEPPOL"
    ),
    **dict.fromkeys(
        ("TransportHandlingUnitIDschemID", "TransportHandlingUnitIDType"),
        _list("kollinummer", "kollinummer", "handling unit numbers", "OpenPEPPOL"),
    ),
    **dict.fromkeys(
        ("ConsignmentStatusReason", "TransportHandlingUnitReason"),
        _list("tilstander", "tilstandar", "conditions", "OpenPEPPOL"),
    ),
    "ConsignmentIDType": _list(
        "sendingsnummer", "sendingsnummer", "consignment numbers", "OpenPEPPOL"
    ),
    "DespatchAdviceTypeCode": _list(
        "typer pakksedler", "typar pakksetlar", "kinds of despatch advice", "OpenPEPPOL"
    ),
    "DocumentStatusCode": _list(
        "dokumentets status", "status for dokumentet", "document status", "OpenPEPPOL"
    ),
    "ReceiptAdviceActionCode": _list(
        "det leverandøren skal gjøre",
        "det leverandøren skal gjere",
        "what the supplier is to do",
        "OpenPEPPOL",
    ),
    "ReceiptAdviceTypeCode": _list(
        "typer mottak", "typar mottak", "kinds of receipt advice", "OpenPEPPOL"
    ),
    "RejectReasonCode": _list(
        "grunner til avvisning", "grunnar til avvising", "reasons for rejection", "OpenPEPPOL"
    ),
    "ShipmentIDType": _list(
        "forsendelsesnummer", "forsendingsnummer", "shipment numbers", "OpenPEPPOL"
    ),
    "TRED4079 HandlingCode": _list("håndtering", "handtering", "handling", "TRED4079, OpenPEPPOL"),
    "TRED8155": _list(
        "størrelsen på utstyr", "storleiken på utstyr", "sizes of equipment", "TRED8155"
    ),
    "UNCL8053": _list("transportutstyr", "transportutstyr", "transport equipment", "UNCL8053"),
    "UNECERec28": _list(
        "transportmidler", "transportmiddel", "means of transport", "UN/ECE Rec 28"
    ),
    "TrueFalse": _list("ja og nei", "ja og nei", "yes and no", "xs:boolean"),
    "UNCL4219": _list("prioritet", "prioritet", "priorities", "UNCL4219"),
    "UNCL5387": _list("pristyper", "pristypar", "kinds of price", "UNCL5387"),
    "UNCL8273": _list("regler om farlig gods", "reglar om farleg gods", "rules on dangerous goods"),
    "UNECERec19": _list("transportmåter", "transportmåtar", "modes of transport", "UN/ECE Rec 19"),
    "UNECERec21": PACKAGING,
}


@lru_cache(maxsize=256)
def without_file(name: str) -> str:
    """The name of a list, or of several, without the file that it is looked up in.

    >>> without_file("EHF-ORDER-3.0/ICD EHF-ORDER-3.0/SEPA")
    'ICD SEPA'
    """
    return " ".join(each.rpartition("/")[2] for each in name.split())


def named(name: str) -> Words:
    """The list as it is called in a sentence; one that we do not know goes by its own name."""
    plain_name = without_file(name)
    known = LISTS.get(plain_name)
    if known is None:
        plain = plain_name.replace("{", "(").replace("}", ")")
        return Words(nb=f"kodelisten {plain}", nn=f"kodelista {plain}", en=f"the code list {plain}")
    standard = f" ({known.standard})" if known.standard else ""
    return Words(
        nb=f"kodelisten for {known.topic.nb}{standard}",
        nn=f"kodelista for {known.topic.nn}{standard}",
        en=f"the code list for {known.topic.en}{standard}",
    )


def topic(name: str) -> Words | None:
    """What the codes of a list are for, when we know it."""
    known = LISTS.get(without_file(name))
    return known.topic if known else None
