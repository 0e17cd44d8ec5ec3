"""Public pages: find a service, and read about it."""
