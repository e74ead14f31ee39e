"""Pages on which anyone finds a competition and a supplier answers it."""
