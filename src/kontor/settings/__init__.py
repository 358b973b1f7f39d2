"""Settings by concern; `default` is the one to name in DJANGO_SETTINGS_MODULE."""
