"""Vocabularies that form trees: CPV (what is bought) and NUTS (where), from the bundle."""
