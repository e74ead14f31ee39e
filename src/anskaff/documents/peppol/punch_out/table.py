"""The punch-out cart: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.punch_out.lines import Line
from anskaff.documents.peppol.words import catalogue as w
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, party
from anskaff.documents.ubl.table import Group, clock_time, day, group, groups, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.values import Identifier


class Validity(Group):
    """How long the offer holds."""

    end: date | None = day("cbc:EndDate", "tir77-008", goods.END_DAY, least=1)
    end_time: time | None = clock_time("cbc:EndTime", "tir77-009", goods.END_TIME)


class Contract(Group):
    """The contract that is bought under."""

    number: str | None = text("cbc:ID", "tir77-020", document.NUMBER)


class SellerIdentification(Group):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir77-014", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerLegalEntity(Group):
    """The registered name of the seller."""

    name: str | None = text("cbc:RegistrationName", "tir77-013", party.REGISTRATION_NAME, least=1)


class Seller(Group):
    """The one who runs the shop."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "OP-T77-001", party.ENDPOINT, ENDPOINT_SCHEME
    )
    identification: SellerIdentification | None = group(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: SellerLegalEntity | None = group(
        SellerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir77-011, tir77-012", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerLegalEntity(Group):
    """The registered name of the buyer."""

    name: str | None = text("cbc:RegistrationName", "tir77-010", party.REGISTRATION_NAME, least=1)


class BuyerContact(Group):
    """Whom the cart is for at the buyer."""

    key: str | None = text("cbc:ID", "tir77-045", party.CONTACT_ID)


class Buyer(Group):
    """The one who picked the items."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "OP-T77-002", party.ENDPOINT, ENDPOINT_SCHEME
    )
    identification: BuyerIdentification | None = group(
        BuyerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: BuyerLegalEntity | None = group(
        BuyerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: BuyerContact | None = group(BuyerContact, "cac:Contact", "", party.CONTACT)


class PunchOut(Group):
    """What is picked in a supplier's shop, as Peppol BIS Punch Out 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID", "tir77-007", document.CUSTOMIZATION, least=1
    )
    profile: str | None = text(
        "cbc:ProfileID",
        "tir77-006",
        document.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:punch_out:3",
    )
    number: str | None = text("cbc:ID", "tir77-001", document.NUMBER, least=1)
    complete: str | None = code_of("cbc:ActionCode", "tir77-005", w.CART_COMPLETE, "TrueFalse")
    issued: date | None = day("cbc:IssueDate", "tir77-002", document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir77-003", document.ISSUED_AT, least=1)
    validity: Validity | None = group(Validity, "cac:ValidityPeriod", "", w.CART_VALIDITY)
    contract: Contract | None = group(Contract, "cac:ReferencedContract", "", document.CONTRACT)
    seller: Seller | None = group(Seller, "cac:ProviderParty", "", w.CART_SELLER, least=1)
    buyer: Buyer | None = group(Buyer, "cac:ReceiverParty", "", w.CART_BUYER, least=1)
    lines: tuple[Line, ...] = groups(Line, "cac:CatalogueLine", "", w.CART_LINE, least=1)
