"""The money of the whole document: allowances, charges, VAT and totals."""

from decimal import Decimal

from anskaff.documents.peppol.billing.parties import TaxScheme
from anskaff.documents.peppol.words import money as w
from anskaff.documents.peppol.words import tax as taxes
from anskaff.documents.ubl import table
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    code,
    group,
    groups,
    indicator,
    number,
    text,
)
from anskaff.documents.ubl.values import Amount

IN_CURRENCY = Attribute(name="currencyID", least=1, codes="BR-CL-03")


class TaxCategory(Group):
    """A VAT category with its rate."""

    category: str | None = code("cbc:ID", "", taxes.TAX_CATEGORY_CODE, "BR-CL-17", least=1)
    percent: Decimal | None = number("cbc:Percent", "", taxes.TAX_PERCENT)


class DocumentTaxCategory(TaxCategory):
    """The VAT category of an allowance or charge on the document."""

    category: str | None = code(
        "cbc:ID", "BT-95, BT-102", taxes.TAX_CATEGORY_CODE, "BR-CL-17", least=1
    )
    percent: Decimal | None = number("cbc:Percent", "BT-96, BT-103", taxes.TAX_PERCENT)
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", taxes.TAX_SCHEME, least=1)


class SubtotalTaxCategory(TaxCategory):
    """The VAT category of a row of the breakdown."""

    category: str | None = code("cbc:ID", "BT-118", taxes.TAX_CATEGORY_CODE, "BR-CL-17", least=1)
    percent: Decimal | None = number("cbc:Percent", "BT-119", taxes.TAX_PERCENT)
    exemption_code: str | None = code(
        "cbc:TaxExemptionReasonCode", "BT-121", taxes.TAX_EXEMPTION_CODE, "BR-CL-22"
    )
    exemption_reason: str | None = text(
        "cbc:TaxExemptionReason", "BT-120", taxes.TAX_EXEMPTION_REASON
    )
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", taxes.TAX_SCHEME, least=1)


class AllowanceCharge(Group):
    """Something taken off or put on."""

    is_charge: bool | None = indicator("cbc:ChargeIndicator", "", w.CHARGE_INDICATOR, least=1)


class DocumentAllowance(AllowanceCharge):
    """An allowance or charge on the whole document."""

    reason_code: str | None = code(
        "cbc:AllowanceChargeReasonCode", "BT-98, BT-105", w.ALLOWANCE_REASON_CODE
    )
    reason: str | None = text("cbc:AllowanceChargeReason", "BT-97, BT-104", w.ALLOWANCE_REASON)
    percent: Decimal | None = number(
        "cbc:MultiplierFactorNumeric", "BT-94, BT-101", w.ALLOWANCE_PERCENT
    )
    amount: Amount | None = table.amount(
        "cbc:Amount", "BT-92, BT-99", w.ALLOWANCE_AMOUNT, IN_CURRENCY, least=1
    )
    base: Amount | None = table.amount(
        "cbc:BaseAmount", "BT-93, BT-100", w.ALLOWANCE_BASE, IN_CURRENCY
    )
    tax: DocumentTaxCategory | None = group(
        DocumentTaxCategory, "cac:TaxCategory", "", taxes.TAX_CATEGORY, least=1
    )


class LineAllowance(AllowanceCharge):
    """An allowance or charge on a line."""

    reason_code: str | None = code(
        "cbc:AllowanceChargeReasonCode", "BT-140, BT-145", w.ALLOWANCE_REASON_CODE
    )
    reason: str | None = text("cbc:AllowanceChargeReason", "BT-139, BT-144", w.ALLOWANCE_REASON)
    percent: Decimal | None = number(
        "cbc:MultiplierFactorNumeric", "BT-138, BT-143", w.ALLOWANCE_PERCENT
    )
    amount: Amount | None = table.amount(
        "cbc:Amount", "BT-136, BT-141", w.ALLOWANCE_AMOUNT, IN_CURRENCY, least=1
    )
    base: Amount | None = table.amount(
        "cbc:BaseAmount", "BT-137, BT-142", w.ALLOWANCE_BASE, IN_CURRENCY
    )


class PriceAllowance(AllowanceCharge):
    """What was taken off the gross price."""

    amount: Amount | None = table.amount(
        "cbc:Amount", "BT-147", w.PRICE_DISCOUNT, IN_CURRENCY, least=1
    )
    base: Amount | None = table.amount("cbc:BaseAmount", "BT-148", w.GROSS_PRICE, IN_CURRENCY)


class TaxSubtotal(Group):
    """Base and tax of one category and rate."""

    taxable: Amount | None = table.amount(
        "cbc:TaxableAmount", "BT-116", taxes.TAXABLE_AMOUNT, IN_CURRENCY, least=1
    )
    tax: Amount | None = table.amount(
        "cbc:TaxAmount", "BT-117", taxes.CATEGORY_TAX_AMOUNT, IN_CURRENCY, least=1
    )
    category: SubtotalTaxCategory | None = group(
        SubtotalTaxCategory, "cac:TaxCategory", "", taxes.TAX_CATEGORY, least=1
    )


class TaxTotal(Group):
    """The VAT in one currency; that of the document is broken down."""

    tax: Amount | None = table.amount(
        "cbc:TaxAmount", "BT-110, BT-111", taxes.TAX_AMOUNT, IN_CURRENCY, least=1
    )
    subtotals: tuple[TaxSubtotal, ...] = groups(
        TaxSubtotal, "cac:TaxSubtotal", "BG-23", taxes.TAX_SUBTOTAL
    )


class Totals(Group):
    """The sums of the document."""

    lines: Amount | None = table.amount(
        "cbc:LineExtensionAmount", "BT-106", w.LINE_TOTAL, IN_CURRENCY, least=1
    )
    without_tax: Amount | None = table.amount(
        "cbc:TaxExclusiveAmount", "BT-109", w.TAX_EXCLUSIVE_TOTAL, IN_CURRENCY, least=1
    )
    with_tax: Amount | None = table.amount(
        "cbc:TaxInclusiveAmount", "BT-112", w.TAX_INCLUSIVE_TOTAL, IN_CURRENCY, least=1
    )
    allowances: Amount | None = table.amount(
        "cbc:AllowanceTotalAmount", "BT-107", w.ALLOWANCE_TOTAL, IN_CURRENCY
    )
    charges: Amount | None = table.amount(
        "cbc:ChargeTotalAmount", "BT-108", w.CHARGE_TOTAL, IN_CURRENCY
    )
    prepaid: Amount | None = table.amount("cbc:PrepaidAmount", "BT-113", w.PREPAID, IN_CURRENCY)
    rounding: Amount | None = table.amount(
        "cbc:PayableRoundingAmount", "BT-114", w.ROUNDING, IN_CURRENCY
    )
    payable: Amount | None = table.amount(
        "cbc:PayableAmount", "BT-115", w.PAYABLE, IN_CURRENCY, least=1
    )
