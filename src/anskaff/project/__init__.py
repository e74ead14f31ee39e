"""Settings, clock and wiring: the only place that picks real adapters."""
