"""What Kontor is and how it works."""
