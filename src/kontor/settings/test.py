"""Settings of the tests: a throw-away home, cheap password hashes, a cache of its own."""

import atexit
import os
import shutil
import tempfile

# Tests never touch the home of whoever runs them.
os.environ["KONTOR_HOME"] = tempfile.mkdtemp(prefix="kontor-test-")
atexit.register(shutil.rmtree, os.environ["KONTOR_HOME"], ignore_errors=True)

from kontor.settings.development import *  # noqa: E402, F403 - the home has to be set first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
WHITENOISE_USE_FINDERS = False
# Tests write counts down themselves: a thread of its own would do so in the middle of another test.
KONTOR_COUNTS_WRITTEN_AFTER = None
