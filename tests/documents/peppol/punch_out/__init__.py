"""A punch-out cart of our own with everything in it, since the publisher has no example of one."""

from datetime import date, time
from decimal import Decimal

from anskaff.documents.peppol.post_award import catalogue_item as shared
from anskaff.documents.peppol.punch_out import DOCUMENT, KNOWN, items, lines, table
from anskaff.documents.ubl.values import Amount, Binary, Code, Identifier, Quantity

ORGANISATION = Identifier("987654325", "0192")
PAPER = items.Item(
    description="Hvitt papir, 80 gram",
    name="Kopipapir A4",
    buyer_number=shared.BuyerItemNumber(number="K-1"),
    seller_number=shared.SellerItemNumber(number="P-80"),
    manufacturer_number=shared.ManufacturerItemNumber(number="M-80"),
    standard_number=shared.StandardItemNumber(number=Identifier("05704066204093", "0160")),
    specifications=(
        items.Specification(
            number="1",
            kind="PRODUCT_IMAGE",
            description="Bilde",
            attachment=shared.SpecificationFile(
                embedded=Binary("aGVp", "image/png", "papir.png"),
                file=shared.SpecificationLink(address="https://example.com/papir.png"),
            ),
        ),
        items.Specification(number="2", kind="TRADE_ITEM_DESCRIPTION"),
    ),
    origin=items.OriginCountry(code="NO"),
    classifications=(shared.Classification(code=Code("14111507", "STI", "26.0801")),),
    conditions=items.Conditions(code="CT"),
    tax_category=items.TaxCategory(
        code="S", percent=Decimal(25), scheme=shared.TaxScheme(key="VAT")
    ),
    properties=(
        shared.Property(name="ServiceIndicator", value="false"),
        shared.Property(
            key=Identifier("7", "eClass"),
            name="Vekt",
            name_code=Code("WT", "ZZZ"),
            value="2,5 kg",
            quantity=Quantity(Decimal("2.5"), "KGM"),
            qualifier="Mål",
        ),
    ),
    manufacturer=shared.Manufacturer(party_name=shared.ManufacturerName(name="Papirfabrikken")),
    labels=(
        items.Label(
            name="Svanemerket",
            code="NA",
            kind="Miljø",
            values=("2041 0001",),
            issuer=shared.LabelIssuer(party_name=shared.LabelIssuerName(name="Miljømerking")),
            documents=(shared.LabelDocument(number="https://example.com/svanen"),),
        ),
    ),
)
HOURS = items.Item(
    name="Montering",
    seller_number=shared.SellerItemNumber(number="T-1"),
    tax_category=items.TaxCategory(
        code="E", percent=Decimal(0), scheme=shared.TaxScheme(key="VAT")
    ),
    properties=(shared.Property(name="ServiceIndicator", value="true"),),
)


def terms(price: str, unit: str, **more: object) -> lines.TermsOfDelivery:
    """What is picked, two of it, at a price in kroner."""
    return lines.TermsOfDelivery(
        price=lines.Price(
            net=Amount(Decimal(price), "NOK"), base=Quantity(Decimal(1), unit), price_type="AAA"
        ),
        unit=lines.CartQuantity(quantity=Quantity(Decimal(2), unit)),
        **more,
    )


CART = table.PunchOut(
    customization=KNOWN.customization,
    profile=KNOWN.profiles[0],
    number="H-1",
    complete="true",
    issued=date(2026, 11, 21),
    issued_at=time(12, 30),
    validity=table.Validity(end=date(2026, 12, 21), end_time=time(18)),
    contract=table.Contract(number="RA-7"),
    seller=table.Seller(
        endpoint=ORGANISATION,
        identification=table.SellerIdentification(key=ORGANISATION),
        legal_entity=table.SellerLegalEntity(name="Papir og penn AS"),
    ),
    buyer=table.Buyer(
        endpoint=Identifier("7300010000001", "0088"),
        identification=table.BuyerIdentification(key=ORGANISATION),
        legal_entity=table.BuyerLegalEntity(name="Fjordby kommune"),
        contact=table.BuyerContact(key="Skolen"),
    ),
    lines=(
        lines.Line(
            number="1",
            contract_part="1",
            validity=lines.Availability(
                start=date(2026, 11, 23), end=date(2026, 12, 1), end_time=time(12)
            ),
            terms=terms(
                "49.90",
                "C62",
                lead_time=Quantity(Decimal(2), "DAY"),
                territory=shared.Territory(
                    street="Kaia 1",
                    additional_street="Oppgang B",
                    city="Fjordby",
                    postal_zone="0150",
                    subdivision="Vestland",
                    third_line=shared.TerritoryAddressLine(line="Lager 3"),
                    country=shared.TerritoryCountry(code="NO"),
                ),
            ),
            item=PAPER,
        ),
        lines.Line(number="2", terms=terms("900", "HUR"), item=HOURS),
    ),
)
A_CART = DOCUMENT.write(CART)
