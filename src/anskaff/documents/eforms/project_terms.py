"""Mapping rows for what is bought, of the procedure and of a lot (part of `terms.NOTICE`)."""

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.notice import NoticePlace
from anskaff.documents.eforms.paths import EXTENSION
from anskaff.documents.eforms.values import choice, choices, key, money, text, texts, words
from anskaff.documents.mapping import Group, Term

NATURES = {
    "supplies": ContractKind.GOODS,
    "services": ContractKind.SERVICES,
    "works": ContractKind.WORKS,
}

nature = choice(NATURES, "contract-nature")
cpv = text("cpv")

PLACE = (
    Term(
        "BT-5071",
        "cac:Address/cbc:CountrySubentityCode",
        "nuts",
        text("nuts", "nuts-lvl3", "nuts3"),
    ),
    Term("BT-5141", "cac:Address/cac:Country/cbc:IdentificationCode", "country", text("country")),
    Term("BT-5131", "cac:Address/cbc:CityName", "city", text()),
    Term("BT-5121", "cac:Address/cbc:PostalZone", "postcode", text()),
    Term("BT-5101(a)", "cac:Address/cbc:StreetName", "street", text()),
    Term("BT-5101(b)", "cac:Address/cbc:AdditionalStreetName", "street_more", text()),
    Term("BT-5101(c)", "cac:Address/cac:AddressLine/cbc:Line", "street_line", text()),
    Term("BT-727", "cac:Address/cbc:Region", "anywhere", text()),
    Term("BT-728", "cbc:Description", "description", words),
)

ADDITIONAL_NATURE = (
    "cac:ProcurementAdditionalType/cbc:ProcurementTypeCode[@listName='contract-nature']"
)
OTHER_TYPES = (
    "cac:ProcurementAdditionalType[not(cbc:ProcurementTypeCode/@listName='contract-nature')]"
)


def project(path: str) -> tuple[Term | Group, ...]:
    """What is bought, said alike of the procedure and of a lot."""
    return (
        Term("BT-22", f"{path}/cbc:ID", "reference", key("InternalID")),
        Term("BT-21", f"{path}/cbc:Name", "title", words),
        Term("BT-24", f"{path}/cbc:Description", "description", words),
        Term("BT-300", f"{path}/cbc:Note", "more", words),
        Term("BT-23", f"{path}/cbc:ProcurementTypeCode", "nature", nature),
        Term(
            "BT-531",
            f"{path}/{ADDITIONAL_NATURE}",
            "additional_natures",
            choices(NATURES, "contract-nature"),
            each="cac:ProcurementAdditionalType",
        ),
        Term(
            "BT-262",
            f"{path}/cac:MainCommodityClassification/cbc:ItemClassificationCode",
            "cpv",
            cpv,
        ),
        Term(
            "BT-263",
            f"{path}/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode",
            "additional_cpv",
            texts("cpv"),
            each="cac:AdditionalCommodityClassification",
        ),
        Group("BT-5071", f"{path}/cac:RealizedLocation", "places", NoticePlace, PLACE),
        Term(
            "BT-27",
            f"{path}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount",
            "value",
            money,
        ),
        Term(
            "BT-271",
            f"{path}/cac:RequestedTenderTotal/{EXTENSION}/efbc:FrameworkMaximumAmount",
            "framework_maximum",
            money,
        ),
    )
