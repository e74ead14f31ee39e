"""Pages on which a buyer prepares and publishes a competition."""
