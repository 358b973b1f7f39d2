"""Organisations: who they are, what they say, what they offer and want, and who vouches for it."""
