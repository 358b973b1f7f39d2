"""The results of a question (S2)."""
