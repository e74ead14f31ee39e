"""The command line: verbs grouped by room."""
