"""Peppol BIS Billing 3: the tables of the invoice and the credit note, on EN 16931 and UBL 2.1."""

from datetime import date

RELEASED = date(2026, 5, 18)
"""When 3.0.21 was published, as its rule files tell (checked 2026-11-21)."""
LISTS = (
    "peppol-billing-3.0.21/sch/CEN-EN16931-UBL.sch",
    "peppol-billing-3.0.21/sch/PEPPOL-EN16931-UBL.sch",
)
"""Where the code lists stand in the bundle of official files."""
