"""Pages for people: a request becomes one deed or one query, and words."""
