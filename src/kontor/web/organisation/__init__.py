"""The page of an organisation (S3)."""
