"""Peppol BIS Billing 3: the tables of the invoice and the credit note, on EN 16931 and UBL 2.1."""

from datetime import date

RELEASED = date(2026, 5, 18)
"""When 3.0.21 was published, as its rule files tell (checked 2026-11-21)."""
SOURCE = "EN 16931-1:2017, CEN/TS 16931-3-2, Peppol BIS Billing 3.0.21 (May 2026)"
LISTS = (
    "peppol-billing-3.0.21/sch/CEN-EN16931-UBL.sch",
    "peppol-billing-3.0.21/sch/PEPPOL-EN16931-UBL.sch",
)
"""Where the code lists stand in the bundle of official files."""
TRUE = "officially it holds for every document"
NO_CURRENCY = "officially it looks for a currency inside an amount and finds none"
ELSEWHERE = "UBL has the element elsewhere only"
SILENT = {
    **dict.fromkeys(("BR-CO-05", "BR-CO-06", "BR-CO-07", "BR-CO-08"), TRUE),
    **dict.fromkeys(("BR-DEC-13", "BR-DEC-15"), NO_CURRENCY),
    **dict.fromkeys(("UBL-SR-06", "UBL-SR-27"), "the schema says the same"),
    "UBL-CR-651": ELSEWHERE,
}
"""The official rules that are never told, and why."""
SELF_BILLING_SOURCE = "EN 16931-1:2017, CEN/TS 16931-3-2, Peppol BIS Self-Billing 3.0.2 (May 2026)"
SELF_BILLING_LISTS = (LISTS[0], "peppol-billing-3.0.21/sch/PEPPOL-EN16931-UBL-SB.sch")
