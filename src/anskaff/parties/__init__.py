"""Organisations, people and the roles that join them."""
