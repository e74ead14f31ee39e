"""Deeds of the room: what people do to a case, one module per stretch of its way."""
