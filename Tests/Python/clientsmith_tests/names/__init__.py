"""Hostile names, and the words of the output, in every role."""
