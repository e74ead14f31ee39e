"""Pages about logging in, roles and organisations."""
