"""Peppol and EHF documents after award: a folder each, with table, rules and examples."""
