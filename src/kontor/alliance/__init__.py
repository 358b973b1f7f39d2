"""The alliance and its member cities: who belongs since when, and what a city says of itself."""
