"""The trade thesaurus: concepts with labels in German, Chinese and English, and what they say of a text."""
