"""The bridge between the database and the search index: queue, document builders, index."""
