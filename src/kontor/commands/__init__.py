"""Commands of the site, called by the `kontor` command line."""

from kontor.commands.django_main import django_main

__all__ = ["django_main"]
