"""Behind https, under a real name."""

from kontor.settings import environment
from kontor.settings.base import *  # noqa: F403 - a settings module is its names

if DEBUG:  # noqa: F405 - from the base
    raise environment.BadSetting("KONTOR_DEBUG shows traces to everyone: it cannot be used in production")
if not environment.words("KONTOR_HOSTS"):
    raise environment.BadSetting("KONTOR_HOSTS must name the hosts of the site in production")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment.number("KONTOR_HSTS_SECONDS", 31_536_000)
# The site speaks for its own host; what sister hosts of a city do is the city's affair,
# so neither their subdomains nor the browsers' preload list are asked for.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if environment.flag("KONTOR_PROXY_HEADER"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# `__Host-` cookies: a browser takes them only over https, for this host, without a
# domain and for the whole path, so no sister host can set them.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_NAME = "__Host-language"
LANGUAGE_COOKIE_SECURE = True
