"""The site as a WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kontor.settings.default")

application = get_wsgi_application()

if os.environ.get("KONTOR_PRELOAD"):
    # Set by `kontor run`: thesaurus and model are loaded once, before the web processes are forked, and shared by them. The index is
    # opened after the fork, by each process for itself.
    from kontor.searching.index import preload

    preload()
    # What is loaded now stays: looking through it for garbage again and again would stall a request for a tenth of a second.
    gc.collect()
    gc.freeze()
