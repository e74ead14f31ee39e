"""Formats for nn."""
