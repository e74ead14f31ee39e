"""Deeds of the register."""
