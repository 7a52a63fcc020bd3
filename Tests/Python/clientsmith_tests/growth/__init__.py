"""Documents that grow, and the programs that call their clients."""
