"""Kontor: the partner database of an alliance of cities. The site, made with Django."""
