"""What the thesaurus does not know yet, as a list of work for operators: unknown parts of imports and of searches, most frequent first."""
