"""How results are sorted, made from the very table that sorts them."""
