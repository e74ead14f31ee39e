"""Pages about what is remembered: history, inbox, receipts."""
