"""Pages about documents: check one, without login; nothing is kept."""
