"""Pages from opening to signed award."""
