"""Documents whose structure is changed at random."""
