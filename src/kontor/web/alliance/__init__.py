"""The alliance: its two sides, what links them, and who belonged since when."""
