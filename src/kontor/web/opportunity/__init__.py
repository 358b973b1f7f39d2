"""The page of an offer or request."""
