"""The settings of the mode KONTOR_MODE names."""

from kontor.settings import environment

_mode = environment.text("KONTOR_MODE", "development")
if _mode == "production":
    from kontor.settings.production import *  # noqa: F403 - a settings module is its names
elif _mode == "development":
    from kontor.settings.development import *  # noqa: F403 - a settings module is its names
else:
    raise environment.BadSetting(f"KONTOR_MODE must be development or production, not {_mode!r}")
