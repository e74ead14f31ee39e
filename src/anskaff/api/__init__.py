"""The API for other systems: the same queries and deeds as the pages."""
