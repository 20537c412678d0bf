"""The newsroom's own settings, without what a test run lacks: a real secret, TLS, slow hashes, built static files."""

import os

os.environ |= {
    "DEBUG": "",
    "SECRET_KEY": "a secret for tests only",
    "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
    "SITE_ORIGIN": "http://testserver",
    "EMAIL_URL": "",
    "MEDIA_STORAGE_URL": "",
    "REDIS_URL": "",
    "CACHE_PURGE_URLS": "",
    "STATEMENT_TIMEOUT": "60s",
    # Playwright keeps an event loop in the thread of a browser test, and Django would refuse the tables there.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}

from newsroom.settings import *  # noqa: F403 – the environment must be set first
from newsroom.settings import DATABASES, STORAGES, VAR_DIR

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Named after the run, whose workers inherit it: two runs in one checkout must not share a database.
RUN = os.environ.setdefault("RASED_TEST_RUN", str(os.getpid()))
DATABASE = DATABASES["default"]
if DATABASE["ENGINE"].endswith("sqlite3"):
    # A file, as in a newsroom: in an in-memory database all threads of a browser test would share one connection.
    VAR_DIR.mkdir(exist_ok=True)
    DATABASE["TEST"] = {"NAME": str(VAR_DIR / f"test-{RUN}.sqlite3")}
    # A test may lose its rows in a power cut, and need not wait for the disk.
    DATABASE["OPTIONS"]["init_command"] = DATABASE["OPTIONS"]["init_command"].replace("FULL", "OFF")
else:
    DATABASE["TEST"] = {"NAME": f"test_rased_{RUN}"}
