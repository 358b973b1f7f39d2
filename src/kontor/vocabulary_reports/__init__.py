"""What readers say about the words of the thesaurus: this one is wrong, that one is missing. No data on persons."""
