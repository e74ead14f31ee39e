"""Documents of the trade: bytes to concept and back, one folder per standard."""
