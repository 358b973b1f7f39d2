"""Loading the demonstration world: invented organisations of the real member cities, their offers and requests."""
