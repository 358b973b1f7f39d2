"""Measuring retrieval against judged queries."""
