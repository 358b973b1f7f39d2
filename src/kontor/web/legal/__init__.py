"""What the law asks of a site: imprint, privacy, accessibility, a contact for security."""
