"""Pages of a competition."""
