"""The front page: the question, true figures, the cities."""
