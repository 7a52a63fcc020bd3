"""The documentation catalogue, run as users read it."""
