"""Anskaff: open, end-to-end digital public procurement."""
