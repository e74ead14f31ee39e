"""Reads of the room, already filtered by who looks; one module per stretch of a case's way."""
