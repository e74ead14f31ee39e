"""Pages of the public register of notices."""
