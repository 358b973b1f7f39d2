"""Finding across languages: documents, the plan of a query, engines, ranking and explanation."""
