"""The form by which anyone asks for a correction or removal."""
