"""Management commands of the coverage report."""
