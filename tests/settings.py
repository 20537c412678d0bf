"""The newsroom's own settings, without what a test run lacks: a real secret, TLS, slow hashes, built static files."""

import os

os.environ["DEBUG"] = ""
os.environ["SECRET_KEY"] = "a secret for tests only"
os.environ["ALLOWED_HOSTS"] = "127.0.0.1,localhost,testserver"
os.environ["SITE_ORIGIN"] = "http://testserver"
os.environ["EMAIL_URL"] = ""

from newsroom.settings import *  # noqa: F403 – the environment must be set first
from newsroom.settings import DATABASES, STORAGES, VAR_DIR

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# A file, as in a newsroom: in an in-memory database all threads of a browser test would share one connection.
VAR_DIR.mkdir(exist_ok=True)
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3") if IS_SQLITE else "test_rased"}
