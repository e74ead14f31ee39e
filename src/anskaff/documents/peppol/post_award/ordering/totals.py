"""Allowances, charges, tax and the sums that an order is expected to come to."""

from decimal import Decimal

from anskaff.documents.peppol.post_award.schemes import CURRENCY
from anskaff.documents.peppol.words import money, tax
from anskaff.documents.ubl.table import Group, amount, code, group, indicator, number, text
from anskaff.documents.ubl.table import amount as amount_of
from anskaff.documents.ubl.values import Amount


class PaymentTerms(Group):
    """What is agreed on payment."""

    note: str | None = text(
        "cbc:Note", "tir01-p010, tir114-p010", money.PAYMENT_TERMS_NOTE, least=1
    )


class AllowanceChargeTaxScheme(Group):
    """The tax on an allowance or charge."""

    key: str | None = text("cbc:ID", "tir01-p013, tir114-p013", tax.TAX_SCHEME_ID, least=1)


class AllowanceChargeTaxCategory(Group):
    """The category and rate of tax on an allowance or charge."""

    code: str | None = text("cbc:ID", "tir01-p011, tir114-p011", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number("cbc:Percent", "tir01-p012, tir114-p012", tax.TAX_PERCENT)
    scheme: AllowanceChargeTaxScheme | None = group(
        AllowanceChargeTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class AllowanceCharge(Group):
    """An allowance or charge on the whole order."""

    is_charge: bool | None = indicator(
        "cbc:ChargeIndicator",
        "tir01-p002, tir114-p002",
        money.CHARGE_INDICATOR,
        least=1,
        codes="TrueFalse",
    )
    reason_code: str | None = code(
        "cbc:AllowanceChargeReasonCode",
        "tir01-p008, tir114-p008",
        money.ALLOWANCE_REASON_CODE,
        "UNCL5189 UNCL7161",
    )
    reason: str | None = text(
        "cbc:AllowanceChargeReason", "tir01-112, tir114-112", money.ALLOWANCE_REASON, least=1
    )
    percent: Decimal | None = number(
        "cbc:MultiplierFactorNumeric", "tir01-p009, tir114-p009", money.ALLOWANCE_PERCENT
    )
    amount: Amount | None = amount_of(
        "cbc:Amount", "tir01-113, tir114-113", money.ALLOWANCE_AMOUNT, CURRENCY, least=1
    )
    base: Amount | None = amount_of(
        "cbc:BaseAmount", "tir01-p010, tir114-p010", money.ALLOWANCE_BASE, CURRENCY
    )
    tax_category: AllowanceChargeTaxCategory | None = group(
        AllowanceChargeTaxCategory, "cac:TaxCategory", "", tax.TAX_CATEGORY
    )


class TaxTotal(Group):
    """The tax on the whole order."""

    tax: Amount | None = amount(
        "cbc:TaxAmount", "tir01-114, tir114-114", tax.TAX_AMOUNT, CURRENCY, least=1
    )


class Totals(Group):
    """The sums that are expected."""

    lines: Amount | None = amount(
        "cbc:LineExtensionAmount", "tir01-115, tir114-115", money.LINE_TOTAL, CURRENCY, least=1
    )
    without_tax: Amount | None = amount(
        "cbc:TaxExclusiveAmount", "tir01-145, tir114-145", money.TAX_EXCLUSIVE_TOTAL, CURRENCY
    )
    with_tax: Amount | None = amount(
        "cbc:TaxInclusiveAmount", "tir01-147, tir114-147", money.TAX_INCLUSIVE_TOTAL, CURRENCY
    )
    allowances: Amount | None = amount(
        "cbc:AllowanceTotalAmount", "tir01-116, tir114-116", money.ALLOWANCE_TOTAL, CURRENCY
    )
    charges: Amount | None = amount(
        "cbc:ChargeTotalAmount", "tir01-117, tir114-117", money.CHARGE_TOTAL, CURRENCY
    )
    prepaid: Amount | None = amount(
        "cbc:PrepaidAmount", "tir01-148, tir114-148", money.PREPAID, CURRENCY
    )
    rounding: Amount | None = amount(
        "cbc:PayableRoundingAmount", "tir01-146, tir114-146", money.ROUNDING, CURRENCY
    )
    payable: Amount | None = amount(
        "cbc:PayableAmount", "tir01-118, tir114-118", money.PAYABLE, CURRENCY, least=1
    )
