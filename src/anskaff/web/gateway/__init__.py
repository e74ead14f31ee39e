"""Pages of notices on their way to the national service."""
