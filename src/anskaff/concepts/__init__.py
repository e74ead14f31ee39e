"""Frozen values that every room speaks in: money, days, findings, parties, lots, criteria."""
