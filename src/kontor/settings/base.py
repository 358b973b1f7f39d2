"""What holds in every mode."""

from pathlib import Path

from kontor.settings import environment
from kontor.settings.database import databases
from kontor.settings.languages import *  # noqa: F403 - a settings module is its names
from kontor.settings.logs import logging
from kontor.settings.secrets import secret_key
from kontor.settings.security import *  # noqa: F403 - a settings module is its names

PACKAGE = Path(__file__).parent.parent
KONTOR_HOME = environment.home()
KONTOR_INDEX = KONTOR_HOME / "index"
SECRET_KEY = secret_key(KONTOR_HOME)
DEBUG = environment.flag("KONTOR_DEBUG")
ALLOWED_HOSTS = environment.words("KONTOR_HOSTS", "127.0.0.1,localhost,[::1]")
DATABASES = databases(KONTOR_HOME)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Filing numbers that sites in China show in their footer (ICP备案, 公安备案).
KONTOR_ICP_NUMBER = environment.text("KONTOR_ICP_NUMBER", "")
KONTOR_POLICE_NUMBER = environment.text("KONTOR_POLICE_NUMBER", "")
# Single words of searches that the thesaurus does not know, for `kontor coverage`; and after how many seconds a web process writes them down.
KONTOR_COUNT_SEARCHES = environment.flag("KONTOR_COUNT_SEARCHES", "1")
KONTOR_COUNTS_WRITTEN_AFTER: float | None = 5.0
TIME_ZONE = environment.text("KONTOR_TIME_ZONE", "Europe/Berlin")
ROOT_URLCONF = "kontor.urls"
WSGI_APPLICATION = "kontor.wsgi.application"

# Floors, upper ones first: an app may use those below it.
KONTOR_APPS = [
    "kontor.web",
    "kontor.supply",
    "kontor.opportunities",
    "kontor.directory",
    "kontor.alliance",
    "kontor.accounts",
    "kontor.vocabulary_reports",
    "kontor.entry_requests",
    "kontor.coverage",
    "kontor.searching",
    "kontor.privacy",
    "kontor.audit",
    "kontor.common",
]
INSTALLED_APPS = [
    "kontor.settings.operators.OperatorAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    # After Django's own, whose admin pages they adapt.
    *KONTOR_APPS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    # Above the static files, so that they are compressed where no compressed copy lies.
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kontor.web.middleware.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kontor.web.middleware.actors.ActorMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kontor.web.middleware.errors.ErrorPageMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ]
        },
    }
]

STATIC_URL = "/static/"
# Made here: whitenoise warns of a folder that is missing.
STATIC_ROOT = environment.folder("static")
STATICFILES_DIRS = [PACKAGE / "static"]
MEDIA_ROOT = KONTOR_HOME / "uploads"

# A cache in the database's neighbourhood, shared by all processes of one machine.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": KONTOR_HOME / "cache",
    }
}

LOGGING = logging(environment.text("KONTOR_LOG_LEVEL", "INFO"))
