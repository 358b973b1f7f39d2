"""Translation of word parts, learned from the thesaurus' own labels."""
