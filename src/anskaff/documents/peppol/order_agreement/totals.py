"""Allowances, charges, tax and the sums of an agreed order."""

from decimal import Decimal

from anskaff.documents.peppol.post_award.ordering import totals
from anskaff.documents.peppol.post_award.schemes import CURRENCY
from anskaff.documents.peppol.words import money, tax
from anskaff.documents.peppol.words import tax as tax_words
from anskaff.documents.ubl.table import (
    Group,
    amount,
    code,
    group,
    groups,
    indicator,
    number,
    text,
    texts,
)
from anskaff.documents.ubl.table import amount as amount_of
from anskaff.documents.ubl.values import Amount


class AllowanceChargeTaxScheme(totals.AllowanceChargeTaxScheme):
    """The tax on an allowance or charge."""

    key: str | None = text("cbc:ID", "tir110-p007", tax.TAX_SCHEME_ID, least=1)


class AllowanceChargeTaxCategory(totals.AllowanceChargeTaxCategory):
    """The category and rate of tax on an allowance or charge."""

    code: str | None = text("cbc:ID", "", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number("cbc:Percent", "", tax.TAX_PERCENT)
    scheme: AllowanceChargeTaxScheme | None = group(
        AllowanceChargeTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class AllowanceCharge(Group):
    """An allowance or charge on the whole agreement."""

    is_charge: bool | None = indicator(
        "cbc:ChargeIndicator", "OP-110-001", money.CHARGE_INDICATOR, least=1, codes="TrueFalse"
    )
    reason_code: str | None = code(
        "cbc:AllowanceChargeReasonCode", "", money.ALLOWANCE_REASON_CODE, "UNCL5189 UNCL7161"
    )
    reasons: tuple[str, ...] = texts(
        "cbc:AllowanceChargeReason", "OP-110-012, OP-110-002", money.ALLOWANCE_REASON
    )
    percent: Decimal | None = number("cbc:MultiplierFactorNumeric", "", money.ALLOWANCE_PERCENT)
    amount: Amount | None = amount_of(
        "cbc:Amount", "OP-110-011, OP-110-001", money.ALLOWANCE_AMOUNT, CURRENCY, least=1
    )
    base: Amount | None = amount_of("cbc:BaseAmount", "tir110-p001", money.ALLOWANCE_BASE, CURRENCY)
    tax_category: AllowanceChargeTaxCategory | None = group(
        AllowanceChargeTaxCategory, "cac:TaxCategory", "", tax.TAX_CATEGORY, least=1
    )


class TaxSubtotalTaxScheme(Group):
    """The tax that a category belongs to."""

    key: str | None = text("cbc:ID", "tir110-p005", tax.TAX_SCHEME_ID, least=1)


class TaxSubtotalTaxCategory(Group):
    """A category and rate of tax."""

    code: str | None = text("cbc:ID", "OP-110-005", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number("cbc:Percent", "OP-110-006", tax.TAX_PERCENT)
    exemption_reason: str | None = text(
        "cbc:TaxExemptionReason", "OP-110-007", tax.TAX_EXEMPTION_REASON
    )
    scheme: TaxSubtotalTaxScheme | None = group(
        TaxSubtotalTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class TaxSubtotal(Group):
    """The tax of one category and rate."""

    taxable: Amount | None = amount(
        "cbc:TaxableAmount", "OP-110-003", tax_words.TAXABLE_AMOUNT, CURRENCY, least=1
    )
    tax: Amount | None = amount(
        "cbc:TaxAmount", "OP-110-004", tax_words.CATEGORY_TAX_AMOUNT, CURRENCY, least=1
    )
    category: TaxSubtotalTaxCategory | None = group(
        TaxSubtotalTaxCategory, "cac:TaxCategory", "", tax_words.TAX_CATEGORY, least=1
    )


class TaxTotal(totals.TaxTotal):
    """The tax on the whole agreement."""

    tax: Amount | None = amount(
        "cbc:TaxAmount", "tir110-112", tax_words.TAX_AMOUNT, CURRENCY, least=1
    )
    subtotals: tuple[TaxSubtotal, ...] = groups(
        TaxSubtotal, "cac:TaxSubtotal", "", tax_words.TAX_SUBTOTAL
    )


class Totals(totals.Totals):
    """The sums that are agreed on."""

    lines: Amount | None = amount(
        "cbc:LineExtensionAmount", "tir110-086", money.LINE_TOTAL, CURRENCY, least=1
    )
    without_tax: Amount | None = amount(
        "cbc:TaxExclusiveAmount", "tir110-087", money.TAX_EXCLUSIVE_TOTAL, CURRENCY, least=1
    )
    with_tax: Amount | None = amount(
        "cbc:TaxInclusiveAmount", "tir110-088", money.TAX_INCLUSIVE_TOTAL, CURRENCY, least=1
    )
    allowances: Amount | None = amount(
        "cbc:AllowanceTotalAmount", "OP-110-009", money.ALLOWANCE_TOTAL, CURRENCY
    )
    charges: Amount | None = amount(
        "cbc:ChargeTotalAmount", "OP-110-008", money.CHARGE_TOTAL, CURRENCY
    )
    prepaid: Amount | None = amount("cbc:PrepaidAmount", "tir110-089", money.PREPAID, CURRENCY)
    rounding: Amount | None = amount(
        "cbc:PayableRoundingAmount", "OP-110-010", money.ROUNDING, CURRENCY
    )
    payable: Amount | None = amount(
        "cbc:PayableAmount", "tir110-090", money.PAYABLE, CURRENCY, least=1
    )
