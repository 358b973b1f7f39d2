"""Browsing offers and requests without a question."""
