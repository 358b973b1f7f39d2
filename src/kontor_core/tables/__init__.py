"""Spreadsheets and registers as they come: found encoding, found header, columns mapped to fields."""
