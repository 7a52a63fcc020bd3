"""The corpus command: what real documents hold, and what becomes of it."""
