"""Engines behind the port of `kontor_core.search.ports`."""
