"""Formats for nb."""
