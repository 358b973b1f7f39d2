"""Languages of the pages. Their address prefixes stand in `kontor.common.languages`."""

from pathlib import Path

LANGUAGE_CODE = "en"
LANGUAGES = [("de", "Deutsch"), ("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
LANGUAGE_COOKIE_NAME = "kontor_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
# A year, in seconds.
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
USE_I18N = True
USE_TZ = True
