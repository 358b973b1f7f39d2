"""All HTML: addresses, views, forms, middleware and error pages."""
