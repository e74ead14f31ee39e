"""The catalogue: its table, in the order of UBL."""

from datetime import date

from anskaff.documents.peppol.catalogue.lines import Line
from anskaff.documents.peppol.catalogue.parties import Customer, Provider, Receiver, Supplier
from anskaff.documents.peppol.words import catalogue as w
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document
from anskaff.documents.ubl.table import Group, day, group, groups, text, texts
from anskaff.documents.ubl.table import code as code_of


class Validity(Group):
    """The period that it holds for."""

    start: date | None = day("cbc:StartDate", "tir19-007", goods.START_DAY)
    end: date | None = day("cbc:EndDate", "tir19-008", goods.END_DAY)


class Contract(Group):
    """The contract that is bought under."""

    number: str | None = text("cbc:ID", "tir19-028", document.NUMBER, least=1)


class SourceCatalogue(Group):
    """The catalogue that this one is made from."""

    number: str | None = text("cbc:ID", "tir19-019", document.NUMBER, least=1)


class TradingTerms(Group):
    """Terms of trade."""

    information: tuple[str, ...] = texts("cbc:Information", "tir19-p019", w.TERMS_TEXT)


class Catalogue(Group):
    """The items that a supplier offers, as Peppol BIS Catalogue 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID", "tir19-002", document.CUSTOMIZATION, least=1
    )
    profile: str | None = text("cbc:ProfileID", "tir19-001", document.PROFILE, least=1)
    number: str | None = text("cbc:ID", "tir19-003", document.NUMBER, least=1)
    action: str | None = code_of("cbc:ActionCode", "tir19-047", w.ACTION, "ActionCode_header")
    name: str | None = text("cbc:Name", "tir19-005", w.NAME)
    issued: date | None = day("cbc:IssueDate", "tir19-006", document.ISSUED, least=1)
    version: str | None = text("cbc:VersionID", "tir19-004", w.VERSION)
    validity: Validity | None = group(Validity, "cac:ValidityPeriod", "", w.VALIDITY, least=1)
    contract: Contract | None = group(Contract, "cac:ReferencedContract", "", document.CONTRACT)
    source: SourceCatalogue | None = group(
        SourceCatalogue, "cac:SourceCatalogueReference", "", w.SOURCE
    )
    provider: Provider | None = group(Provider, "cac:ProviderParty", "", w.PROVIDER, least=1)
    receiver: Receiver | None = group(Receiver, "cac:ReceiverParty", "", w.RECEIVER, least=1)
    supplier: Supplier | None = group(Supplier, "cac:SellerSupplierParty", "", w.SUPPLIER)
    customer: Customer | None = group(Customer, "cac:ContractorCustomerParty", "", w.CUSTOMER)
    terms: tuple[TradingTerms, ...] = groups(TradingTerms, "cac:TradingTerms", "", w.TERMS)
    lines: tuple[Line, ...] = groups(Line, "cac:CatalogueLine", "", w.LINE, least=1)
