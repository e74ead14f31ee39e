"""An agreed order of our own, since the publisher has no example of one."""

from datetime import date, time
from decimal import Decimal

from anskaff.documents.peppol.order_agreement import (
    DOCUMENT,
    KNOWN,
    items,
    lines,
    parties,
    references,
    totals,
)
from anskaff.documents.peppol.order_agreement import delivery as where
from anskaff.documents.peppol.order_agreement.table import OrderAgreement
from anskaff.documents.ubl.values import Amount, Binary, Code, Identifier, Quantity


def nok(value):
    return Amount(Decimal(value), "NOK")


def category(kind, scheme, code="S", percent="25"):
    rate = None if percent is None else Decimal(percent)
    return kind(code=code, percent=rate, scheme=scheme(key="VAT"))


SELLER = parties.Seller(
    party=parties.SellerParty(
        endpoint=Identifier("7300010000001", "0088"),
        identification=parties.SellerIdentification(key=Identifier("991825827", "0192")),
        address=parties.SellerAddress(
            street="Gata 1", city="Oslo", country=parties.SellerCountry(code="NO")
        ),
        legal_entity=parties.SellerLegalEntity(
            name="Selger AS", organisation_number=Identifier("991825827", "0192")
        ),
        contact=parties.SellerContact(name="Kari", email="kari@example.com"),
    )
)
BUYER = parties.Buyer(
    party=parties.BuyerParty(
        endpoint=Identifier("991825827", "0192"),
        address=parties.BuyerAddress(country=parties.BuyerCountry(code="NO")),
        legal_entity=parties.BuyerLegalEntity(name="Kommunen"),
    ),
    delivery_contact=parties.BuyerDeliveryContact(name="Per", telephone="22222222"),
)
ITEM = items.Item(
    description="Et pannebånd",
    name="Bånd",
    buyer_number=items.BuyerItemNumber(number="B1"),
    seller_number=items.SellerItemNumber(number="S1"),
    standard_number=items.StandardItemNumber(number=Identifier("7300010000001", "0160")),
    specification=items.Specification(
        number="1",
        kind_code="PRODUCT_IMAGE",
        kind="Bilde",
        content=items.SpecificationContent(
            embedded=Binary("aGVp", "image/png", "bilde.png"),
            link=items.SpecificationLink(address="https://example.com/1"),
        ),
    ),
    classifications=(items.Classification(code=Code("53102500", "STI")),),
    conditions=items.Conditions(code="CT"),
    tax_category=category(items.ItemTaxCategory, items.ItemTaxScheme),
    properties=(items.Property(name="Farge", value="Blå"),),
    labels=(
        items.Label(
            name="Merke",
            code="NA",
            kind="Miljø",
            values=("Ja",),
            issuer=items.LabelIssuer(trading_name=items.LabelIssuerTradingName(name="Utsteder")),
            documents=(items.LabelDocument(number="1"),),
        ),
    ),
)
FREE = ITEM.with_(tax_category=category(items.ItemTaxCategory, items.ItemTaxScheme, "E", "0"))


def line(number, item, quantity, price, net):
    gross = Decimal(price) + Decimal("5.125")
    discount = lines.PriceDiscount(is_charge=False, amount=nok("5.125"), base=nok(gross))
    return lines.Line(
        item_line=lines.LineItem(
            number=number,
            note="Merknad",
            quantity=Quantity(Decimal(quantity), "EA"),
            net=nok(net),
            delivery=lines.LineDelivery(
                quantity=Quantity(Decimal(quantity), "EA"),
                period=lines.LineDeliveryPeriod(
                    start=date(2026, 12, 1), end=date(2026, 12, 2), start_time=time(8)
                ),
            ),
            price=lines.Price(
                net=nok(price),
                base=Quantity(Decimal(1), "EA"),
                kind="Kontrakt",
                discount=discount,
            ),
            item=item,
        )
    )


def charge(kind, code, amount, **more):
    own = category(totals.AllowanceChargeTaxCategory, totals.AllowanceChargeTaxScheme)
    return totals.AllowanceCharge(
        is_charge=kind,
        reason_code=code,
        reasons=("Grunn",),
        amount=nok(amount),
        tax_category=own,
        **more,
    )


def subtotal(taxable, tax, code, percent, reason=None):
    own = category(totals.TaxSubtotalTaxCategory, totals.TaxSubtotalTaxScheme, code, percent)
    return totals.TaxSubtotal(
        taxable=nok(taxable), tax=nok(tax), category=own.with_(exemption_reason=reason)
    )


AGREEMENT = OrderAgreement(
    customization=KNOWN.customization,
    profile=KNOWN.profiles[0],
    number="7",
    sales_order="S7",
    issued=date(2026, 11, 21),
    issued_at=time(12, 30),
    note="Merknad",
    currency="NOK",
    customer_reference="Avdeling 1",
    order=references.OrderReference(number="6"),
    originator_document=references.OriginatorDocument(number="L1"),
    attachments=(
        references.AttachedDocument(
            number="1",
            kind="Tegning",
            content=references.AttachedContent(
                embedded=Binary("aGVp", "application/pdf", "tegning.pdf"),
                link=references.Link(address="https://example.com/2"),
            ),
        ),
    ),
    contract=references.Contract(number="K1"),
    seller=SELLER,
    buyer=BUYER,
    originator=parties.Originator(
        party=parties.OriginatorParty(
            identification=parties.OriginatorIdentification(key=Identifier("1")),
            trading_name=parties.OriginatorTradingName(name="Skolen"),
        )
    ),
    invoicee=parties.Invoicee(
        party=parties.InvoiceeParty(
            identification=parties.InvoiceeIdentification(key=Identifier("991825827", "0192")),
            trading_name=parties.InvoiceeTradingName(name="Regnskap"),
        )
    ),
    delivery=where.Delivery(
        period=where.DeliveryPeriod(start=date(2026, 12, 1), end=date(2026, 12, 2)),
        party=where.Recipient(
            trading_name=where.RecipientTradingName(name="Skolen"),
            address=where.RecipientAddress(city="Oslo", country=where.RecipientCountry(code="NO")),
        ),
    ),
    delivery_terms=where.DeliveryTerms(
        code="FCA",
        special_terms="CAD",
        location=where.DeliveryTermsLocation(number="Oslo"),
    ),
    allowances_charges=(
        charge(True, "FC", "50"),
        charge(False, "95", "100", percent=Decimal(10), base=nok("1000")),
    ),
    tax_total=totals.TaxTotal(
        tax=nok("237.50"),
        subtotals=(
            subtotal("950", "237.50", "S", "25"),
            subtotal("500", "0", "E", "0", "Fritatt"),
        ),
    ),
    totals=totals.Totals(
        lines=nok("1500"),
        without_tax=nok("1450"),
        with_tax=nok("1687.50"),
        allowances=nok("100"),
        charges=nok("50"),
        prepaid=nok("87"),
        rounding=nok("0.50"),
        payable=nok("1601"),
    ),
    lines=(line("1", ITEM, 10, 100, "1000"), line("2", FREE, 5, 100, "500")),
)
AN_AGREEMENT = DOCUMENT.write(AGREEMENT)
