"""The public register of notices: our own and those of others, as they were published."""
