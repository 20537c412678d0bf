"""The settings as a newsroom gets them from its environment, each in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.files import BASE_DIR

PRODUCTION = {"SECRET_KEY": "s" * 60, "ALLOWED_HOSTS": "news.example www.news.example"}
OURS = {
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DEBUG",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "EMAIL_URL",
    "MEDIA_STORAGE_URL",
    "REDIS_URL",
    "SECRET_KEY",
    "SITE_ORIGIN",
    "STATEMENT_TIMEOUT",
    "TRUSTED_PROXIES",
}
READ = """
import json
from newsroom import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()}, default=str))
"""


def clean_environment() -> dict[str, str]:
    """This process's environment with nothing of ours in it."""
    return {name: value for name, value in os.environ.items() if name not in OURS} | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings"
    }


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the repository with nothing of ours in the environment but this."""
    command = [sys.executable, *arguments]
    environment = clean_environment() | environment
    return subprocess.run(command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def settings_of(**environment: str) -> dict:
    """All settings under this environment."""
    return json.loads(python("-c", READ, **environment).stdout)


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "x" * 60}, "ALLOWED_HOSTS must name"),
        ({"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must name"),
        (PRODUCTION | {"SITE_ORIGIN": "news.example"}, "SITE_ORIGIN is 'news.example'"),
        (PRODUCTION | {"DATABASE_URL": "mysql://localhost/rased"}, "DATABASE_URL names the engine mysql"),
        (PRODUCTION | {"EMAIL_URL": "gopher://mail"}, "EMAIL_URL starts with gopher:"),
        (PRODUCTION | {"MEDIA_STORAGE_URL": "s3://bucket"}, "MEDIA_STORAGE_URL is 's3://bucket'"),
    ],
)
def test_a_wrong_environment_is_refused_in_one_sentence(environment, sentence):
    ended = python("manage.py", "check", **environment)

    assert ended.returncode == 1
    assert ended.stderr.startswith(sentence)
    assert len(ended.stderr.splitlines()) == 1


def test_production_is_the_default_and_speaks_tls_only():
    found = settings_of(**PRODUCTION)

    assert found["DEBUG"] is False
    assert found["SITE_ORIGIN"] == "https://news.example"
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SESSION_COOKIE_NAME"] == "__Host-session"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrf"
    assert found["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")


def test_production_passes_djangos_own_deployment_check():
    assert python("-m", "deploy.production_check").returncode == 0


def test_development_needs_nothing_but_debug(tmp_path):
    found = settings_of(DEBUG="1", PORT="8123")

    assert found["SECRET_KEY"]
    assert found["SITE_ORIGIN"] == "http://127.0.0.1:8123"
    assert found["SESSION_COOKIE_SECURE"] is False


def test_sqlite_is_tuned_for_several_writers():
    database = settings_of(**PRODUCTION)["DATABASES"]["default"]

    assert database["NAME"].endswith("var/rased.sqlite3")
    assert database["CONN_MAX_AGE"] is None
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]


def test_postgresql_keeps_connections_and_bounds_waiting():
    database = settings_of(**PRODUCTION, DATABASE_URL="postgres://desk:p%40ss@db/rased")["DATABASES"]["default"]

    assert database["PASSWORD"] == "p@ss"
    assert database["CONN_MAX_AGE"] == 600
    assert database["CONN_HEALTH_CHECKS"] is True
    assert "statement_timeout=15s" in database["OPTIONS"]["options"]
    assert "lock_timeout=5s" in database["OPTIONS"]["options"]


def test_nothing_stands_twice_in_the_lists_that_are_walked_in_order():
    found = settings_of(**PRODUCTION)

    for name in ("INSTALLED_APPS", "MIDDLEWARE", "AUTHENTICATION_BACKENDS"):
        assert len(found[name]) == len(set(found[name])), name
