"""The keywords: three languages side by side, how they hang together, and a word to say about them."""
