"""Sealed tenders: a fresh key per envelope, split to the opening officers. No Django."""
