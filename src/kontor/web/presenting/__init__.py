"""How things are put into words on several pages: names, places, checks, original texts."""
