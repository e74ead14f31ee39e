"""Codes with names for people: shown, searched, browsed and picked."""
