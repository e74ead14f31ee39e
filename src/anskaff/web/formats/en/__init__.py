"""Formats for en."""
