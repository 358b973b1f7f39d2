"""Requests to correct or remove an entry, from anyone who is named in it or speaks for it. No account is needed."""
