"""Words and word parts of German, Chinese and English, each with its place in the text."""
