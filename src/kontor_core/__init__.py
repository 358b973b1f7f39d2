"""Cross-language search and matching of companies, usable without Django."""

__version__ = "0.1.0"
