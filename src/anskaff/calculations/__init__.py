"""A file per formula: exact, with its source and an example worked through."""
